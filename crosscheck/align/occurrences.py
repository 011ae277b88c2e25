"""Where a source says the words of a claim, though no rule read a fact of the claim's kind there.

A name that stands as it is or in short, and an office that the source gives to nobody by name (后来升常务次长).
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.context.scene import Scene
from crosscheck.kind import Short
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import Name, Office, Wording
from crosscheck.names.office import heads, longest_head, office_start, parts
from crosscheck.patterns import compiled
from crosscheck.registry import kind

# Occurrences of one word that are looked at beyond the sentences that retrieval gives.
_MOST = 60
_LEAST = 2  # characters of a word that is looked for
_TAKEN = compiled(r"任|升|做|充|授|聘|兼|选|当")
_OFFICE_VERB = compiled(r"(?:任|升|做|充|授|聘|兼|选|当|至|是|为|作)[为了到]?$")
_DECLINED = compiled(r"拒|辞|未|不|没|婉|推[掉辞]|谢绝")
_TAKES = frozenset("当任升做充授聘")  # verbs of office that may begin one (当|非洲司副司长)
# Two Latin letters or digits beside one another: a word that is cut there is not that word (IE in SIEMENS).
_LETTERS = compiled(r"[A-Za-z0-9]{2}")


def occurrences(claim: Fact, scene: Scene, known: tuple[Fact, ...], entitled: str) -> Iterator[Fact]:
    """Facts of the claim's kind where its words stand in a source, outside of those `known`.

    `entitled` is the folded title of the entry: only its own subject's offices are taken for his where nobody is named.
    """
    if isinstance(claim.value, Office):
        if claim.value.holders and all(holder in entitled for holder in claim.value.holders):
            yield from _unheld(claim, claim.value, scene, known)
        return
    whole = str(claim.value)
    for form in (Short(whole, whole, _anywhere), *kind(claim.kind).shorts(whole, scene.text)):
        for start in _places(form.words, scene.text.folded) if len(form.words) >= _LEAST else ():
            span = Span(start, start + len(form.words))
            if not any(fact.span.touches(span) for fact in known) and form.stands(scene.text.folded, span):
                yield _fact(claim, span, scene.text, form.means)


def _anywhere(folded: str, span: Span) -> bool:
    return True


def _places(wanted: str, folded: str) -> Iterator[int]:
    start = folded.find(wanted)
    for _ in range(_MOST):
        if start < 0:
            return
        if not _LETTERS.match(folded[start - 1 : start] + wanted[:1]) and not _LETTERS.match(
            wanted[-1:] + folded[start + len(wanted) : start + len(wanted) + 1]
        ):
            yield start
        start = folded.find(wanted, start + len(wanted))


def _fact(claim: Fact, span: Span, text: Text, name: str) -> Fact:
    value = Wording(folded=name) if isinstance(claim.value, Wording) else Name(canonical=name)
    return Fact(
        kind=claim.kind,
        span=span,
        rule="occurrence",
        value=value,
        sentence=text.sentence_at(span.start).index,
        document=text.document,
    )


def _unheld(claim: Fact, office: Office, scene: Scene, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """The offices of the claim's kind that a source names in a sentence with no other person."""
    head, folded = parts(office.office).head, scene.text.folded
    if len(head) < 2:
        return
    for at in _places(head, folded):
        found = heads().match(folded, at)
        end = at + len(head)
        if found is None or longest_head(folded, found) != end:
            continue
        start = office_start(folded, scene.text.clause_at(at).start, at)
        span = Span(start + (start < at and folded[start] in _TAKES), end)
        sentence = scene.text.sentence_at(at).index
        before = folded[scene.text.clause_at(at).start : span.start]
        if any(fact.span.touches(span) for fact in known) or scene.others(sentence, office.holders):
            continue
        taken = _OFFICE_VERB.search(before) or _TAKEN.search(folded, span.start, at)
        if not taken or _DECLINED.search(before):
            continue
        held = folded[span.start : end]
        said = scene.text.sentences[sentence].span
        if folded.count(head, said.start, said.end) > 1:  # 部长自任召集人，他以副召集人的身分: whose is which
            continue
        yield Fact(
            kind=claim.kind,
            span=span,
            rule="occurrence",
            value=Office(holders=office.holders, office=held, body=parts(held).body),
            sentence=sentence,
            document=scene.text.document,
        )
