"""What a document says once of a subject: born, opened, 全长, 死亡 ...; the table ``slots.tsv``.

A slot is read only where both its word and its subject are plain.  Its word stands right at the value, with nothing in the
clause that makes of it a part, a plan or an earlier state.  Its subject is the page's own for a field of the infobox, for
the brackets behind the title and for what the lead says without a subject; else the name that the sentence begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crosscheck import lexicon
from crosscheck.context.scene import Scene
from crosscheck.context.statements import claiming
from crosscheck.model.document import Block
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.values import Amount, PartialDate
from crosscheck.registry import kind
from crosscheck.text.fold import fold

# Words that make of a value a part, a stage, a plan or an earlier state: no value of the slot as such.
_OTHERWISE = re.compile(
    "[原曾后拟单初]|其中|最|设计|计划|预计|规划|批复|概算|[一二三四五六七八九首]期|分[段期]|部分|[一-九]段|至少|增至|增加|扩建|延长|"
    "当时|目前|现[为有在]|至今|截至|另有|每|平均|以[上下]|主[跨桥]|复建|重建|迁建|传说|一说|或|据"
)
# A count that is said of a day, not of the whole.
_SO_FAR = re.compile("截至|截止|到目前|当[日天晚时]|次日|初步|据")
# What may stand between the word of a slot and its value, and else beside the two in their clause.
_BETWEEN = r"(?:[于在为是共达有：:]|正式|合计|约){0,3}"
_PARTICLES = re.compile(
    r"[于在为是共达有：:，,。；、\s了]|正式|全线|造成|导致|合计|总计|一共|累计|约|已|并|凌晨|上午|下午|[（(](?:约?合|即|公历|农历|阴历|民国)[^（）()]*[)）]"
)
_IS = re.compile(
    r"(?:（[^（）]*）|\([^()]*\))?(?:[，,]?(?:又|亦|简|原)?[称名][^，,。]*[，,])?(?:是|为|系|位于|指)"
)
_LIFE = re.compile(r"(?P<first>[^（）()]{1,60}?)(?:-{1,4}|~|至)(?P<last>[^（）()]{1,60}+)")
# What may follow the words for a subject: another character makes a longer name of them (清河大桥|管理处).
_FOLLOWS = re.compile(r"[，,（(0-9是为系位于在全总共造导横跨连由被始生卒]|$")
_THIS = r"(?:[该本此][次场座条届项]?|这[次场座条届项])"


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot of a subject with the fact that fills it."""

    subject: str
    slot: str
    fact: Fact


@cache
def _slots(where: str) -> dict[str, tuple[str, str]]:
    """The words of slots that may stand at `where` (field, before, after), longest first, with slot and measure."""
    rows = [row for row in lexicon.table("slots") if where in row["at"].split()]
    rows.sort(key=lambda row: (-len(row["hans"]), row["hans"]))
    return {row["hans"]: (row["slot"], row["measure"]) for row in rows}


def filled(scene: Scene) -> Iterator[Filled]:
    """Every slot that a document fills, with subject and fact, in the order of the text; `scene` has its facts."""
    title = re.split("[（(]", fold(scene.text.document.title))[0].strip()
    lead = next((block for block in scene.text.document.blocks if block.kind == "paragraph"), None)
    for fact in scene.facts:
        sentence = scene.text.sentences[fact.sentence]
        if fact.kind not in ("date", "quantity") or not claiming(scene.text, sentence):
            continue
        block = scene.text.block_of(sentence)
        if block.kind == "field":
            slot, subject = _field(scene, fact, block), title
            slot = slot or _running(scene, fact)
        else:
            slot, subject = _life(scene, fact, block, title), title
            if slot is None and (slot := _running(scene, fact)):
                subject = _subject(scene, fact, title, leading=block is lead)
        if slot and subject:
            yield Filled(subject, slot, fact)


def _fits(fact: Fact, measure: str) -> bool:
    """Whether the value of a fact measures what the slot asks for."""
    value = fact.value
    if isinstance(value, PartialDate):
        return measure == "date" and value.first is not None and not value.approximate
    if isinstance(value, Amount):
        return (
            value.dimension.split(":")[0] == measure and value.sense in ("count", "measure") and not value.per
        )
    return False


def _field(scene: Scene, fact: Fact, block: Block) -> str | None:
    """The slot of a field whose value is the fact and nothing else."""
    slot, measure = _slots("field").get(fold(block.label).strip().lower(), ("", ""))
    folded = scene.text.folded
    before = folded[block.span.start + len(block.label) : fact.span.start]
    rest = before + folded[fact.span.end : block.span.end]
    return slot if slot and _fits(fact, measure) and not rest.strip(" ：:，。（）()") else None


def _running(scene: Scene, fact: Fact) -> str | None:
    """The slot that the word right before or after a fact names, where its clause says next to nothing else."""
    word = _word(scene, fact)
    if word is None:
        return None
    clause = _clause(scene, fact)
    folded = scene.text.folded
    said = scene.text.sentences[fact.sentence].span
    if _OTHERWISE.search(folded, clause.start, clause.end) or _SO_FAR.search(
        folded, said.start, clause.start
    ):
        return None
    span, slot = word
    first, last = sorted((fact.span, span))
    after = folded[last.end : clause.end]
    return slot if not _PARTICLES.sub("", after + folded[first.end : last.start]) else None


def _clause(scene: Scene, fact: Fact) -> Span:
    """The clauses that a fact itself touches, and no more."""
    touched = [c for c in scene.text.sentences[fact.sentence].clauses if c.touches(fact.span)]
    return Span(touched[0].start, touched[-1].end) if touched else fact.span


def _word(scene: Scene, fact: Fact) -> tuple[Span, str] | None:
    """The word of a slot at a fact, with its place."""
    clause = _clause(scene, fact)
    block = scene.text.block_of(scene.text.sentences[fact.sentence])
    if block.kind == "field":  # its name is no running text
        clause = Span(max(clause.start, block.span.start + len(block.label)), clause.end)
    folded = scene.text.folded
    for word, (slot, measure) in _slots("after").items():
        match = re.compile(_BETWEEN + f"({word})").match(folded, fact.span.end, clause.end)
        if match and _fits(fact, measure):
            return Span(*match.span(1)), slot
    for word, (slot, measure) in _slots("before").items():
        if not _fits(fact, measure):
            continue
        place = folded.rfind(word, clause.start, fact.span.start)
        if place >= 0 and re.fullmatch(_BETWEEN, folded[place + len(word) : fact.span.start]):
            return Span(place, place + len(word)), slot
    return None


def _life(scene: Scene, fact: Fact, block: Block, title: str) -> str | None:
    """born or die, for the dates in the brackets right behind the title: 张謇（1853年7月1日－1926年8月24日）."""
    folded = scene.text.folded
    start = block.span.start + len(title)
    if (
        not title
        or not _fits(fact, "date")
        or not folded.startswith(title + folded[start : start + 1], block.span.start)
    ):
        return None
    if folded[start : start + 1] not in ("（", "("):
        return None
    life = re.compile(_LIFE.pattern + r"(?=[)）])").match(folded, start + 1, block.span.end)
    if life is None or not life.start() <= fact.span.start < life.end():
        return None
    if fact.span.end <= life.end("first"):
        return "born"
    return "die" if fact.span.start >= life.start("last") else None


def _subject(scene: Scene, fact: Fact, title: str, *, leading: bool) -> str:
    """What the sentence of a fact speaks of, "" where that is not plain.

    The name that it begins with (该桥 and the last word of the title stand for the title), when no other name comes in
    between but in a clause that says what the subject is; in the lead also the title where the slot comes first.
    """
    sentence = scene.text.sentences[fact.sentence]
    folded = scene.text.folded
    begin = folded[sentence.span.start : sentence.span.end]
    clause = _clause(scene, fact)
    subject, length = _first(scene, fact, begin, title)
    if subject and not _FOLLOWS.match(begin, length) and not _opens(scene, fact, begin, length):
        return ""
    if not subject:
        bare = clause.start == sentence.span.start and not _others(scene, fact, clause, 0)
        return title if leading and bare and _only(scene, fact, clause.start) else ""
    named = sentence.span.start + length
    if clause.start <= named:  # the slot's own clause begins with the subject
        return subject if _only(scene, fact, named) else ""
    is_clause = next(c for c in sentence.clauses if named <= c.end)
    says = _IS.match(folded, named, sentence.span.end)
    between = Span(named, clause.start)
    if says is None and _others(scene, fact, between, 0):
        return ""
    if says is not None and _others(scene, fact, between, max(is_clause.end, says.end())):
        return ""
    return subject if _only(scene, fact, clause.start) else ""


def _first(scene: Scene, fact: Fact, begin: str, title: str) -> tuple[str, int]:
    """The subject that a sentence begins with, and how many characters name it."""
    if title and begin.startswith(title):
        return title, len(title)
    for size in range(min(4, len(title) - 1), 0, -1):
        match = re.match(f"{_THIS}{re.escape(title[-size:])}", begin)
        if match or (size > 1 and begin.startswith(title[-size:])):
            return title, match.end() if match else size
    start = scene.text.sentences[fact.sentence].span.start
    name = next((f for f in scene.beside(fact) if kind(f.kind).anchor and f.span.start == start), None)
    return (str(name.value), len(name.span)) if name else ("", 0)


def _opens(scene: Scene, fact: Fact, begin: str, length: int) -> bool:
    """Whether the word of the slot follows the subject at once (永泰纱厂|成立于1912年, 青石镇|面积30平方公里)."""
    word = _word(scene, fact)
    start = scene.text.sentences[fact.sentence].span.start
    return word is not None and word[0].start == start + length


def _others(scene: Scene, fact: Fact, span: Span, since: int) -> bool:
    """Whether a name stands in `span` from `since` on."""
    return any(
        kind(f.kind).anchor and f.span.touches(span) and f.span.start >= since for f in scene.beside(fact)
    )


def _only(scene: Scene, fact: Fact, start: int) -> bool:
    """Whether from `start` to the fact there is nothing but the word of the slot, other dates and particles."""
    word = _word(scene, fact)
    assert word is not None
    spans = [word[0], *(f.span for f in scene.beside(fact) if f.kind in ("date", "quantity"))]
    folded = scene.text.folded
    left = "".join(
        folded[i] for i in range(start, fact.span.start) if not any(s.start <= i < s.end for s in spans)
    )
    return not _PARTICLES.sub("", left)
