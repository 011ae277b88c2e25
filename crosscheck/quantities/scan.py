"""Finds quantities in folded text: number, what hedges it, unit or measure word, the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from crosscheck.quantities import filter as no
from crosscheck.quantities.head import head_after, head_before
from crosscheck.quantities.hedge import hedge_after, hedge_before, hedged
from crosscheck.quantities.number import Number, exact, more, number_source, read_number
from crosscheck.quantities.rate import money_before, per_after, per_before
from crosscheck.quantities.units import Unit, unit_at, unit_named

SHARE = Unit(word="", unit="", dimension="share")
BARE = Unit(word="", unit="", dimension="count")
SCORE = Unit(word="比", unit="比", dimension="score")
NUMBERED = Unit(word="号", unit="号", dimension="identifier")
_LONG_HEAD = 12
_ROUND = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_PARTS = {"百": "%", "千": "‰"}
_EVENTS = re.compile(
    r"[^，。；、]{0,12}(?:大会|会议|全会|五年计划|世界大战|运动会|战役|方面军|野战军|国内革命战争)|全国|世界|国际|五年"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A quantity of the text: `start`, `end` of all of it, `short` the end of number and unit alone."""

    start: int
    end: int
    short: int
    number: Number
    unit: Unit
    rule: str
    head: str = ""
    per: str = ""
    sense: str = "count"


@cache
def _scanner() -> re.Pattern[str]:
    half = r"(?<![一二三四五六七八九十两\d])(?:一半|半数|半(?=个?(?:年|月|小时|世纪|天|公里|里|吨|斤|公斤|英里|海里)))"
    first = r"首(?=[次届批台艘架座个位名条家枚部所辆颗款幅支场套任]|张|列)"
    mask, begins = no.masks()
    quick = (
        rf"(?=[{begins}\d零〇○一二两三四五六七八九十百千万亿兆廿卅卌壹贰弍叁参肆伍陆柒捌玖半首几数上成好负])"
    )
    return re.compile(
        rf"{quick}(?:(?P<mask>{mask})|(?P<half>{half})|(?P<first>{first})|(?P<number>{number_source()}))"
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


_TO = re.compile(r" ?(?:至|到|--?|~|～|或者?) ?")
_SCORE = re.compile(r"比(\d{1,3}|[零一二三四五六七八九十]{1,3})(?![\d%倍元.点分])")


def scan(folded: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The quantities between `start` and `end`, in order, without overlaps."""
    limit = len(folded) if end is None else end
    at = floor = start
    while True:
        match = _scanner().search(folded, at, limit)
        if not match:
            return
        at = max(match.end(), at + 1)
        if match["mask"]:
            continue
        found = _one(folded, match, floor, limit)
        if found:
            yield found
            at = floor = max(found.end, at)


def _one(folded: str, match: re.Match[str], floor: int, limit: int) -> Found | None:
    start, end = match.span()
    if match["first"]:
        return _ordinal(folded, start, end, exact("一", Fraction(1)), limit)
    if match["half"]:
        return _half(folded, start, end, floor, limit)
    number = read_number(match.group())
    if number is None and match.group().endswith("两"):
        end -= 1
        number = read_number(match.group()[:-1])
    if number is None and match.group() in _ROUND and hedge_before(folded, start, floor):
        number = exact(match.group(), Fraction(_ROUND[match.group()]))
    if number is None:
        return None
    if folded[start - 1 : start] == "第" and start > floor:
        return _ordinal(folded, start - 1, end, number, limit)
    figures = match.group()[0].isascii()
    if no.named(folded, start, end, figures=figures) or no.name_follows(folded, end, number, figures=figures):
        return None
    if "分之" in number.text:
        return _fraction(folded, start, end, number, floor)
    score = _SCORE.match(folded, end)
    if score and number.plain:
        return _score(start, score, number)
    return _measured(folded, start, end, number, floor, limit)


def _half(folded: str, start: int, end: int, floor: int, limit: int) -> Found | None:
    number = exact("半", Fraction(1, 2))
    if end - start == 2:
        return _finish(folded, start, end, replace(number, quantum=Fraction(0)), SHARE, floor, limit)
    unit = unit_at(folded, end)
    if unit is None:
        return None
    return _finish(
        folded, start, end + len(unit.word), replace(number, quantum=Fraction(1, 2)), unit, floor, limit
    )


def _fraction(folded: str, start: int, end: int, number: Number, floor: int) -> Found:
    below = number.text.lstrip("负").partition("分之")[0]
    name = _PARTS.get(below.lstrip("一"))
    if name is None:
        return _finish(folded, start, end, replace(number, quantum=Fraction(0)), SHARE, floor, end)
    above = read_number(number.text.partition("分之")[2])
    unit = unit_named(name)
    sign = -1 if number.text.startswith("负") else 1
    if above is None or unit is None:
        return _finish(folded, start, end, number, SHARE, floor, end)
    if sign < 0:
        above = exact(above.text, -above.stated)
    return _finish(folded, start, end, above, unit, floor, end)


def _score(start: int, match: re.Match[str], number: Number) -> Found | None:
    other = read_number(match.group(1))
    if other is None:
        return None
    return Found(
        start=start,
        end=match.end(),
        short=match.end(),
        number=number,
        unit=SCORE,
        rule="score",
        per=str(other.stated),
        sense="measure",
    )


def _ordinal(folded: str, start: int, end: int, number: Number, limit: int) -> Found | None:
    unit = unit_at(folded, end)
    if unit is None or not unit.classes or _EVENTS.match(folded, end + len(unit.word)):
        return None
    if set(unit.classes) & {
        "province",
        "city",
        "county",
        "country",
        "troops",
        "taxon",
        "term",
        "part",
        "book",
    }:
        return None
    stop = end + len(unit.word)
    if unit.word in ("次", "名", "位", "人") and number.stated > 500:
        return None
    head, _ = head_after(folded, stop, limit, relative=False)
    return Found(
        start=start,
        end=stop,
        short=stop,
        number=number,
        unit=unit,
        rule="ordinal",
        head=head,
        sense="ordinal",
    )


def _measured(folded: str, start: int, end: int, number: Number, floor: int, limit: int) -> Found | None:
    """A number with what stands after it: a range, a unit, a measure word."""
    number, end, unit = _unit_after(folded, end, number)
    second = _range(folded, end, number, unit)
    if second is not None:
        number, end, unit = second
        if (
            unit.dimension == "duration"
            and unit.word == "年"
            and number.stated >= 32
            and number.text[0].isascii()
        ):
            return None
    if unit is None:
        return _identifier(folded, start, end, number) or _bare(folded, start, end, number, floor, limit)
    if unit.strict == "multi" and len(number.text) < 2 and not number.text[0].isascii():
        return None
    if unit.dimension in ("duration",) and no.dated(folded, start, end, number, unit):
        return None
    if unit.dimension == "discount" and number.stated > 10:
        number = replace(number, stated=number.stated / 10, low=number.stated / 10, high=number.stated / 10)
    if unit.word in ("块", "角", "分", "毛") and number.hedged and not number.plain and not unit.classes:
        return None
    if unit.word in ("级", "届", "期") and 1900 <= number.stated <= 2100:
        return None
    if number.row and number.plain and unit.dimension not in ("share", "discount"):
        return None
    number, end = _composed(folded, end, number, unit)
    return _finish(folded, start, end, number, unit, floor, limit)


_MIDDLE = re.compile(r"个([多半])(年|月|小时|世纪|钟头|星期|礼拜)")


def _unit_after(folded: str, end: int, number: Number) -> tuple[Number, int, Unit | None]:
    """The unit at `end`, or one that takes the number's last character with it (3兆|瓦 -> 3|兆瓦)."""
    figures = number.text[-1:].isascii() or folded[end - 1] in "万亿千百多余"
    at = end + 1 if folded[end : end + 1] == " " and folded[end - 1].isascii() else end
    middle = _MIDDLE.match(folded, end)
    if middle:
        unit = unit_named("个" + middle.group(2)) or unit_named(middle.group(2))
        if unit:
            return _wider(number, middle.group(1)), middle.end(), unit
    last = folded[end - 1]
    if last in "兆千百" and end - len(number.text) >= 0 and len(number.text) > 1:
        joined = unit_at(folded, end - 1)
        shorter = (
            read_number(number.text[:-1]) if joined and len(joined.word) > 1 and not joined.classes else None
        )
        if joined and shorter and joined.word[0] == last:
            return shorter, end - 1 + len(joined.word), joined
    unit = unit_at(folded, at, figures=figures)
    return (number, at + len(unit.word), unit) if unit else (number, end, None)


def _wider(number: Number, word: str) -> Number:
    if word == "半":
        return (
            replace(exact(number.text + word, number.stated + Fraction(1, 2)), quantum=Fraction(1, 2))
            if number.plain
            else number
        )
    return more(number, Fraction(1), text=number.text + word)


def _range(folded: str, end: int, number: Number, unit: Unit | None) -> tuple[Number, int, Unit] | None:
    """The second half of 340至450公里, 3米到5米, 3至5万人."""
    join = _TO.match(folded, end)
    if not join or not number.plain:
        return None
    match = _number().match(folded, join.end())
    other = read_number(match.group()) if match else None
    if match is None or other is None or not other.plain or other.text == "一":
        return None
    other, stop, measure = _unit_after(folded, match.end(), other)
    if measure is None:
        if unit is not None or other.text[-1:] not in ("万", "亿"):
            return None
        measure = BARE
    if unit is not None and unit.dimension != measure.dimension:
        return None
    low = number.stated * (unit.factor / measure.factor if unit else 1)
    scale = _large(other.text)
    if not unit and scale > 1 and _large(number.text) == 1 and number.stated < other.stated / scale:
        low *= scale
    if low >= other.stated:
        return None
    both = replace(
        number,
        stated=low,
        low=low,
        high=other.stated,
        quantum=min(number.quantum, other.quantum),
        plain=False,
    )
    return both, stop, measure


def _large(text: str) -> int:
    return {"万": 10**4, "亿": 10**8, "兆": 10**12}.get(text[-1:], 1)


_MORE_AFTER = re.compile(r"[多余](?![少数边党])|来(?=[长高宽重])")
_HALF_AFTER = re.compile(r"半(?![导岛球径数个天路场圆途夜])")


_DECIMALS = re.compile(r"\d{1,2}(?![\d年月个米元])")


def _composed(folded: str, end: int, number: Number, unit: Unit) -> tuple[Number, int]:
    """What is added after the unit: 三年多, 一吨半, 3小时20分, 1米78."""
    if unit.classes or (unit.dimension in ("share", "points", "score") and unit.word != "成"):
        return number, end
    if unit.word == "成":
        tenth = re.compile(r"([一二三四五六七八九半\d])(?![十百千万亿\d])").match(folded, end)
        part = read_number(tenth.group(1)) if tenth and tenth.group(1) != "半" else None
        if tenth and number.plain:
            added = part.stated / 10 if part else Fraction(1, 2)
            return replace(exact(number.text, number.stated + added), quantum=Fraction(1, 10)), tenth.end()
        return number, end
    if number.plain and _MORE_AFTER.match(folded, end):
        return more(number, Fraction(1), text=number.text), end + 1
    if number.plain and _HALF_AFTER.match(folded, end):
        return replace(exact(number.text, number.stated + Fraction(1, 2)), quantum=Fraction(1, 2)), end + 1
    total, quantum, at, size = number.stated, number.quantum, end, unit.factor
    while number.plain:
        match = _number().match(folded, at + 1 if folded[at : at + 1] in ("零", "又") else at)
        part = read_number(match.group()) if match else None
        below = unit_at(folded, match.end()) if match and part and part.plain else None
        if below and below.word == "分" and size == 3600:
            below = replace(unit_named("分钟") or below, word="分")
        if not match or part is None or below is None or not _family(unit, below) or below.factor >= size:
            break
        total += part.stated * below.factor / unit.factor
        quantum = below.factor / unit.factor
        at, size = match.end() + len(below.word), below.factor
    tail = _DECIMALS.match(folded, end)
    if at == end and tail and unit.word in ("米", "元", "块") and number.plain:
        part = Fraction(int(tail.group()), 10 ** len(tail.group()))
        return replace(
            exact(number.text, number.stated + part), quantum=Fraction(1, 10 ** len(tail.group()))
        ), tail.end()
    if at == end:
        return number, end
    return replace(exact(number.text, total), quantum=quantum), at


def _family(unit: Unit, below: Unit) -> bool:
    return unit.dimension == below.dimension and not below.classes


def _identifier(folded: str, start: int, end: int, number: Number) -> Found | None:
    """51号, 223号: a number that names; the days of a month are left to dates."""
    if not folded.startswith("号", end) or folded.startswith(("号称", "号召", "号令", "号码", "号角"), end):
        return None
    if (
        not number.plain
        or not number.text.isdecimal()
        or (number.stated <= 31 and folded[end + 1 : end + 2] in "，。、至- ")
    ):
        return None
    return Found(
        start=start,
        end=end + 1,
        short=end + 1,
        number=number,
        unit=NUMBERED,
        rule="identifier",
        sense="identifier",
    )


def _bare(folded: str, start: int, end: int, number: Number, floor: int, limit: int) -> Found | None:
    """A number without a unit counts where it is large or hedged, and where nothing says that it is a name."""
    large = (
        number.text[-1:] in ("万", "亿", "兆")
        or "," in number.text
        or (number.hedged and number.stated >= 100)
    )
    money = money_before(folded, start)
    if money:
        unit, at = money
        return _finish(folded, at, end, number, unit, min(floor, at), limit)
    after = folded[end : end + 1]
    if (
        not large
        or number.row
        or after in ("年", "月", "日", "号", "-")
        or (after.isascii() and after.isalpha())
    ):
        return None
    return _finish(folded, start, end, number, BARE, floor, limit)


def _finish(  # noqa: PLR0912
    folded: str, start: int, end: int, number: Number, unit: Unit, floor: int, limit: int
) -> Found | None:
    """Hedges, rate and head noun around number and unit."""
    if number.text == "一" and unit.classes and no.article(folded, start):
        return None
    if no.anaphoric(folded, start, number, unit):
        return None
    begin, rule = start, "measure"
    if unit.dimension == "temperature" or unit.word == "度":
        begin, number = _below_zero(folded, begin, number)
    if not money_before(folded, start) or unit.dimension.startswith("money"):
        prefix = money_before(folded, start)
        if prefix and unit.dimension.startswith("money"):
            begin, unit = prefix[1], prefix[0] if unit.unit == "元" else unit
    before = hedge_before(folded, begin, floor)
    recent = (
        before
        and before[0] == "near"
        and unit.dimension == "duration"
        and re.match(r"以?来|[间内]", folded[end : end + 2])
    )
    if before and not recent:
        number, begin = hedged(number, before[0]), before[1]
    if unit.dimension == "mass" and folded.startswith("级", end) and not folded.startswith("级别", end):
        end += 1
    after = hedge_after(folded, end)
    if after:
        number, end = hedged(number, after[0]), after[1]
    per, end = per_after(folded, end, unit)
    per = per or per_before(folded, begin)
    short, head = end, ""
    if begin > floor and folded[begin - 1] == "各" and unit.classes:
        begin, rule = begin - 1, "each"
    if unit.classes or unit is BARE:
        people = "person" in unit.classes
        relative = (people and unit.word != "人") or unit.word == "个"
        head, end = head_after(folded, end, limit, relative=relative, people=people)
        if folded[end : end + 1] == "-" and head:
            head, end = "", short
        if unit.strict == "noun" and len(head) < 2:
            return None
        if not head:
            head = head_before(folded, begin, floor, attribute=unit.word not in ("人", "名", "位"))
        rule = "count" if rule == "measure" else rule
    else:
        head = head_before(folded, begin, floor, attribute=True)
    return Found(
        start=begin,
        end=end if end - short <= _LONG_HEAD else short,
        short=short,
        number=number,
        unit=unit,
        rule=rule,
        head=head,
        per=per,
        sense="count" if unit.classes or unit is BARE else "measure",
    )


def _below_zero(folded: str, start: int, number: Number) -> tuple[int, Number]:
    for word in ("零下", "-", "负"):
        at = start - len(word)
        if (
            at >= 0
            and folded.startswith(word, at)
            and number.plain
            and (word != "-" or not folded[max(0, at - 1) : at].isalnum())
        ):
            return at, exact(number.text, -number.stated)
    return start, number
