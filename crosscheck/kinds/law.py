"""Laws, orders and other documents that are known by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, table
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.model.text import Text
from crosscheck.model.values import Name, Value
from crosscheck.patterns import compiled
from crosscheck.registry import Kind
from crosscheck.text.numerals import NUMERAL, value

_DOC = """Numbered documents: laws, orders, notices and resolutions that are named by their number.

Read are the mark of a document with its year (国发〔2011〕23号, 京政发[1998]12号), a mark with 字 (释字第748号), and orders, resolutions
and the like by number (主席令第五十一号, 第51号令, 第242号决议).  The number is normalised, and so are the brackets.

agree: the same number in another writing, with or without who gave the order (主席令第五十一号 / 第51号令).
conflict: another number or another year of the same mark.
Limits: an order of an issuer that the table ``document_marks.tsv`` does not know is read only as 第…号令."""

_NUMBER = rf"(?P<number>(?>{NUMERAL}))号"
# A number without 第 begins where no numeral stands before it.
_FIRST = "(?:第|(?<![第0-9,.〇零一二三四五六七八九十百千万亿两]))"
_YEAR = r"[〔［【\[(（](?P<year>[12][0-9]{3})[〕］】\])）]"
_STATE = compiled(r"(?:中华人民共和国|中华民国|国家)(?=[^令])")
_VALUE = compiled(
    r"(?P<mark>[^〔0-9]*+(?:[0-9]++[^〔0-9号]++)*+)(?:〔(?P<year>[0-9]{4})〕)?(?P<number>[0-9]++)号"
)


@cache
def _words(role: str) -> str:
    return either(tuple(row["hans"] for row in table("document_marks") if role in row["roles"].split()))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    body, middle, end, issuer, sort = map(_words, ("body", "middle", "end", "issuer", "type"))
    mark = rf"(?P<mark>(?:{body})(?:{middle}){{0,3}}"
    order = rf"(?P<mark>(?:中华人民共和国|中华民国)?(?:(?:{issuer})令|{sort}))"
    return (
        compiled(rf"{mark}(?:{end})){_YEAR}第?{_NUMBER}"),
        compiled(rf"{mark}字)第{_NUMBER}"),
        compiled(rf"{order}第{_NUMBER}"),
        compiled(rf"{_FIRST}{_NUMBER}(?P<mark>{sort}|令(?![人其它他她我你]))"),
    )


def _canonical(match: re.Match[str]) -> str:
    """The mark, the year in one sort of brackets, and the number in digits; "" where that is no whole number."""
    number = value(match["number"])
    if number is None or number.denominator != 1:
        return ""
    year = f"〔{match['year']}〕" if "year" in match.re.groupindex else ""
    return f"{_STATE.sub('', match['mark'])}{year}{number.numerator}号"


def find(text: Text) -> Iterator[Mention]:
    """The numbered documents of `text`."""
    for form in _forms():
        for match in form.finditer(text.folded):
            if canonical := _canonical(match):
                yield Mention(
                    kind="law", span=Span(*match.span()), rule="law/number", rank=3, data=(canonical,)
                )


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The numbered documents among `mentions`."""
    return tuple(
        Fact(
            kind="law",
            span=mention.span,
            rule=mention.rule,
            value=Name(canonical=mention.data[0]),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "law"
    )


def _parts(name: Value) -> tuple[str, str, str]:
    """The mark, the year and the number of a value."""
    match = _VALUE.fullmatch(str(name))
    assert match is not None
    return match["mark"], match["year"] or "", match["number"]


def _one_mark(one: Value, other: Value) -> bool:
    """Whether two marks are one, or one is the other without who issued it (令, 主席令)."""
    short, long = sorted((_parts(one)[0], _parts(other)[0]), key=len)
    return short == long or (long.endswith(short) and not _parts(one)[1])


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """How two numbers relate: the same document, or another one."""
    one, other = claim.value, evidence.value
    steps = {"claim": claim.line, "evidence": evidence.line}
    if claim.folded == evidence.folded:
        return Comparison(relation="identical", nearness=1.0)
    if str(one) == str(other):
        return Comparison(relation="equivalent", steps=(say("title.written", **steps),), nearness=1.0)
    if _one_mark(one, other) and _parts(one)[1:] == _parts(other)[1:]:
        return Comparison(relation="compatible", steps=(say("title.short", **steps),), nearness=1.0)
    shared = sum(a == b for a, b in zip(_parts(one)[1:], _parts(other)[1:], strict=True))
    near = 0.3 + 0.25 * shared if _one_mark(one, other) else 0.0
    return Comparison(relation="different", steps=(say("title.number", **steps),), nearness=near)


def _altered(claim: Fact, evidence: Fact, comparison: Comparison) -> bool:
    """Whether one number or one year of the same mark may be the other, mistaken."""
    return comparison.nearness > 0.5


def _heads(one: Value, other: Value) -> float:
    return float(_one_mark(one, other))


KIND = Kind(
    name="law",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    order=75,
    label={"en": "numbered document", "zh-Hans": "文号", "zh-Hant": "文號"},
    color="96",
    heads=_heads,
    contradicts=True,
    altered=_altered,
)
