"""Which facts of a source can bear on a claim at all: apparatus proves nothing, a list of works only what it says of them."""

from __future__ import annotations

from crosscheck.model.fact import Fact
from crosscheck.model.text import Text
from crosscheck.patterns import compiled

_TITLE = compiled(r"《([^《》]{1,80})》")


def bears(claim: Fact, entry: Text, evidence: Fact, source: Text) -> bool:
    """Whether `evidence` stands where `source` says something of the subject of `claim`.

    References, notes that give a source, and links do not.  An entry of a list of works tells of that work: it bears
    on claims whose sentence names the work.
    """
    block = source.block_of(source.sentences[evidence.sentence])
    if block.apparatus:
        return False
    if not block.works or claim.kind == "title":
        return True
    listed = source.folded[block.span.start : block.span.end]
    said = entry.sentences[claim.sentence].span
    named = _TITLE.findall(entry.folded, said.start, said.end)
    return any(title in listed for title in named)
