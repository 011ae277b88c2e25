"""The regular expressions of dates, built from the lexicon when first asked for."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import either, table
from crosscheck.patterns import compiled

_HAN = "一二三四五六七八九"
_ZERO = "零〇○"
HAN_ROW = rf"[{_ZERO}{_HAN}]"
# Figures are taken generously here; the parser turns away what is no number or no day of a month.
_TENS = rf"[{_HAN}十廿卅]{{1,3}}"
_MONTH = rf"(?:\d{{1,2}}(?!\d)|[{_HAN}十]{{1,2}})"
_DAY = rf"(?:\d{{1,2}}(?!\d)|[{_HAN}十廿卅]{{1,3}})"
JOIN = r" ?(?:、|和|及|与|至|到|或|-|~|～) ?"
_HOUR = rf"(?:\d{{1,2}}(?!\d)|[{_ZERO}{_HAN}十两]{{1,3}})"
_MINUTE = rf"(?:\d{{1,2}}(?!\d)|[{_ZERO}{_HAN}十]{{1,3}})"


def _roles(*roles: str) -> str:
    """The words of some roles, longest first; `stopped` tells what must not follow them."""
    found = {row["hans"] for row in table("date_words") if row["role"] in roles}
    return either(tuple(sorted(found)))


@cache
def _stops(*roles: str) -> dict[str, tuple[str, ...]]:
    """What must not follow the words of some roles."""
    stops: dict[str, tuple[str, ...]] = {}
    for row in table("date_words"):
        if row["role"] in roles and row["not_before"]:
            stops[row["hans"]] = (*stops.get(row["hans"], ()), *row["not_before"].split("|"))
    return stops


def stopped(folded: str, word: str | None, end: int, *roles: str) -> bool:
    """Whether a word that ends at `end` is part of a longer one there (初 of 初中)."""
    return word is not None and folded.startswith(_stops(*roles).get(word, ()), end)


def clock() -> str:
    """A time of day: 上午, 下午2时30分, 9:22, 九点半."""
    return (
        rf"(?:(?P<part>{_roles('clock')}) ?)?"
        rf"(?:(?P<h>{_HOUR})(?:(?P<hu>时(?![期间代常而段候刻局])|点(?:多?钟(?!头))?)"
        rf"(?:(?P<mi>{_MINUTE})分(?!之|钟|[^秒]?[米店行])|(?P<mi0>[0-5]\d)(?!\d|[万亿多余年月日])|(?P<half>半|整|许|左右|多|一刻|三刻))?"
        rf"(?:(?P<s>{_MINUTE})秒)?"
        rf"|[:：](?P<mi2>[0-5]\d)(?:[:：](?P<s2>[0-5]\d))?(?!\d)))?"
    )


def _year() -> str:
    left = rf"(?:(?:\d{{4}}|{HAN_ROW}{{4}}){JOIN}){{0,12}}"
    return (
        rf"(?:(?P<yref>{_roles('year')})"
        rf"|(?P<ad>公元前|西元前|纪元前|前|公元|西元)? ?(?P<yls>{left})"
        rf"(?P<y>\d{{1,4}}(?!\d)|[{_ZERO}{_HAN}十百千两廿卅元]{{1,9}}) ?(?P<yu>年|载)(?!级|龄|轻|薪|纪|迈|幼|长|画|货|味|糕|夜饭|报告|会员|代(?!表|理|替)))"
    )


def _month() -> str:
    return (
        rf"(?:(?P<mref>{_roles('month')})(?!份[额])"
        rf"|(?P<leap>闰)?(?:(?P<mls>(?:{_MONTH}{JOIN}){{0,12}})(?P<mpair>[{_HAN}](?=[{_HAN}十]月))?"
        rf"(?P<m>{_MONTH}|[正元冬腊])) ?月(?:份(?!额))?(?!有余|之久|龄))"
    )


def _day() -> str:
    return (
        rf"(?:(?P<dref>{_roles('day')})"
        rf"|(?P<dls>(?:{_DAY}{JOIN}){{0,31}})(?P<d>{_DAY}) ?(?P<du>日|号)"
        rf"|(?P<bare>初[{_HAN}十]日?|[二三]?十[{_HAN}]?|廿[{_HAN}]?)(?![{_HAN}百千万亿十多余几来个名人位号型时点年月天]))"
    )


@cache
def point() -> re.Pattern[str]:
    """A date of any precision, each part optional: the caller turns away what is empty or stands alone in vain."""
    names = [
        row["hans"]
        for row in table("date_words")
        if row["role"] in ("year", "month", "day", "clock", "year-part")
    ]
    first, second = ("".join(sorted({name[i] for name in names if len(name) > 1})) for i in (0, 1))
    alone = "".join(sorted({name for name in names if len(name) == 1}))
    figure = rf"\d{_ZERO}{_HAN}十廿卅两千百元正冬腊闰"
    return compiled(
        rf"(?=[{figure}]{{1,16}}+ ?[年载月日号时点:：、和及与至到或~～-]|[{first}][{second}]|[公西纪]元|前[{figure}]|[农阴旧夏]历|[{alone}] ?[{figure}])"
        r"(?P<cal>[农阴旧夏]历)?"
        rf"(?:{_year()} ?(?:的(?=[春夏秋冬]|(?:\d{{1,2}}|[{_HAN}十]+)月))?)?"
        rf"(?:{_month()} ?)?(?:{_day()})?"
        rf"(?P<q>{_roles('year-part', 'month-part')})?(?: ?{clock()})?"
    )


@cache
def scale() -> re.Pattern[str]:
    """Decades and centuries: 1950年代初, 19世纪70年代, 六七十年代, 公元前5世纪末."""
    century = (
        rf"(?:(?P<cbc>公元前|西元前|前)?(?:公元)?(?P<c>\d{{1,2}}|{_TENS}) ?世纪|(?P<cref>上个?世纪|本世纪))"
    )
    decade = (
        rf"(?P<dl>(?:(?:\d{{2}}|\d{{4}}|[{_HAN}]十){JOIN})?)(?P<dp>[{_HAN}](?=[{_HAN}]十))?"
        rf"(?P<dec>\d{{3}}0|\d0|{HAN_ROW}{{3}}[{_ZERO}]|{HAN_ROW}[{_ZERO}]|[{_HAN}]十) ?年代(?!表|理|替)"
    )
    return compiled(
        rf"(?<![\d.,]){century}(?:的?(?P<cq>{_roles('century-part')}))?(?:{decade}(?P<dq>{_roles('decade-part')})?)?"
        rf"|(?<![\d.,{_HAN}百千])" + decade.replace("P<d", "P<e") + rf"(?P<eq>{_roles('decade-part')})?"
    )


@cache
def numeric() -> re.Pattern[str]:
    """1911.10.10, 1911-10-10, 10/10/1911; a range of bare years behind a preposition or alone in brackets."""
    day, month = r"3[01]|[12]\d|0?[1-9]", r"1[0-2]|0?[1-9]"
    return compiled(
        rf"(?=\d)(?:(?<![A-Za-z\d_.\-/=&#])(?P<ny>1\d{{3}}|20\d{{2}})(?P<ns>[./-])(?P<nm>{month})(?P=ns)(?P<nd>{day})(?!\d|[./]\d|-\d{{1,3}}(?!\d))"
        rf"(?:[ T](?P<nh>[01]\d|2[0-3]):(?P<nmi>[0-5]\d))?"
        rf"|(?<![A-Za-z\d_./=&#])(?P<da>\d{{1,2}})/(?P<db>\d{{1,2}})/(?P<dy>1\d{{3}}|20\d{{2}})(?![\d/])"
        rf"|(?<![A-Za-z\d_.\-/])(?P<sa>1\d{{3}}|20\d{{2}})(?:[-/](?P<sb>\d{{2}}|\d{{4}}))?(?=赛季|学年|球季|财年|年度)"
        rf"|(?<=年[(（])(?P<rz>1\d{{3}}|20\d{{2}})(?=[)）])"
        rf"|(?<=[(（：:从自在于])(?P<ra>1\d{{3}}|20\d{{2}}) ?(?P<rc>[-~至到]) ?(?P<rb>1\d{{3}}|20\d{{2}})(?=$|[)），,。；;、\n]))"
    )


@cache
def week() -> re.Pattern[str]:
    """A week or a weekday counted from the document's own week: 下周, 上周一, 这个星期天, 下下周末."""
    return compiled(
        r"(?<![一二两三四五六七八九十几数\d每])(?P<wref>上上个?|上个?|上一|下下个?|下个?|下一|这个?|本)(?:周|星期|礼拜)"
        r"(?P<wd>[一二三四五六日天末])?(?!期|年|朝|转|长|刊|报|岁|边|围|密|易|总|恩)"
    )


@cache
def distance() -> re.Pattern[str]:
    """三天后, 5天前: a number of days from the day in force."""
    return compiled(
        rf"(?P<n>\d{{1,3}}|{_TENS}|两) ?(?:天|日)(?P<way>之?后|以后|之?前|以前)(?!的)(?=[，,、\s]|$|[\u4e00-\u9fff])"
    )


@cache
def years_on() -> re.Pattern[str]:
    """两年后, 又过了三年, 八年前, 八年后的12月: a number of years from the one in force, or months."""
    return compiled(
        rf"(?P<over>(?:又?过了|再过|又过|隔了) ?)?(?P<n>\d{{1,2}}|{_TENS}|两) ?(?P<unit>年|个月)(?P<way>[之以]?后|[之以]?前)?"
        rf"(?:的 ?(?P<m>{_MONTH}) ?月(?:(?P<d>{_DAY}) ?[日号])?|(?!的|[多余半级代]|来))"
    )
