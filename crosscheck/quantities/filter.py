"""Numerals that count nothing: years, clock times, names of models and units, articles, idioms."""

from __future__ import annotations

import re

from crosscheck.quantities.head import ends_here
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number
from crosscheck.quantities.units import Unit

_LETTER_BEFORE = Lazy(r"(?:[A-Za-z_]|[A-Za-z]\.|[A-Za-z\u4e00-\u9fff》”]-|\d[.:/-]|[/:#_=])$")
_MONEY_CODE = Lazy(r"(?:USD|RMB|CNY|HKD|EUR|JPY|GBP|TWD)$")
LETTERS = Lazy(r"[A-Za-z]")
_WEEKDAY = Lazy(r"(?:周|星期|礼拜)$")
# The next rank of a list: 第三、四场.
_RANKS = Lazy(r"第(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、和及与至到]$")
_AROUND = Lazy(r"[里丈尺步圈]")
# What a figure with a minus sign is followed by: a dash before any other may belong to a name (米格-15).
_SIGNED = ("%", "‰", "℃", "°C", " °C", " ℃", " %", "个百分点", "百分点")
_CALENDAR_BEFORE = Lazy(
    r"(?:初|(?:[\d一二三四五六七八九十正]|腊)月|\d[时点]|民国|公元|公元前|西元|农历|阴历)$"
)
_NAME_AFTER = Lazy(
    r"部队|基地|工程|高地|次列车|次特快|次直快|号线|路公交|路车|路电车|路军|国道|省道|县道|频道|航班|会议|事件|惨案|政变|专案|病房|舰队|"
    r"路(?!大军|人马|兵马|军队|援军|纵队)|[型式厂房线室团师军营连](?![长员队])|旅(?![长员客游行程馆店伴费途居法美日])"
)
_NUMBERED = Lazy(r"部队|基地|工程|计划|高地|次列车|国道|省道|[厂所院校团师旅军营连路线型式]")
_ARTICLE_OPENS = Lazy(
    r"(?:各|仅|仅有|只有|只|唯有|共|共有|各有|各占|单|独|中仅有|不足|不到|最多|至少|最少|剩|剩下|仅存|只留|余下)$"
)
# How often: 每5分钟一班, 每隔三天一次.
_HOW_OFTEN = Lazy(
    r"每隔?[^，。；、]{1,10}(?:分钟?|小时|[天日周月年]|星期|季度|秒)(?:[约仅就有开发行驶达]{0,2})$"
)
# The next of a list that counts: 三条巴士线、一条小巴线.
_LISTED = Lazy(
    r"[二两三四五六七八九十百\d][余多]?[名位个条艘架辆门座家所间枚颗台套部张只头匹支挺件项队尊][^，。；、一]{0,9}(?:[、及和与]|以及|，(?=一[艘架辆门枚挺]))$"
)
_SPAN_OPENS = Lazy(
    r"(?:[达满近约仅逾超足整隔共历]|历时|为期|长达|不到|不足|超过|用了|过了|有|仅用|费时|历经|延续|持续|相隔|寿命|任期|[时期]间?[是为]|默哀|部署|逗留|停留|休整|训练|准备|等[待候]了?)$"
)
_SPAN_CLOSES = Lazy(r"[多余半]|才(?![能华干子])|以[上内下]|左右|之?内|的?时间|之久|期限|有余|刑|徒刑")
_DEICTIC = Lazy(r"[这那此该同前后上下每第任何头某当另翌次本元]$")
_YEARS_CLOSE = Lazy(
    r"以?[来后前内间]|以[上下]|左右|之?[间久后前内多]|期[^间]?|[多余半]|的|时间|计划|规划|制|学制|徒刑|有期|刑|任期|合[同约]|零|里|不等|有余|历史|寿命|级|义务|教龄|党龄|工龄|连续|[\d一二三四五六七八九十]+个[半多]?月"
)
_YEARS_OPEN = Lazy(
    r"[了达近约过共为用经历长隔满仅逾超足整需要花费判任年每]$|至少|最少|超过|不到|不足|大约|未来|今后|最近|过去|此后|持续|连续|为期|历时|长达|服役|寿命|徒刑|任期|有期|有效期?|刑期?|徒刑?|褫夺公权|面壁|任职|在职|从[军政教业医艺商]|建[厂校院馆市]|行医|执教|入狱|[囚拘监]禁|关押|流放|旅居|定居|留学|寓居|[苦激鏖]战|守城|被困|后$|结束$|(?:在位|在任|执政|统治|工作|任教|居住|生活|服务|经营|流亡|合作)了?$"
)
_DAYS_OPEN = Lazy(
    r"(?:历时|前后|凡|为期|长达|历经|持续|延续|费时|用时|耗时|连续|围城|停留|逗留|[历围]|[^年月]共|整整|[激苦鏖血]战|守城|[被围]困|[坚固]守|行军|航行|住院|停[工课]|放假|哀悼|绝食|罢[工课市]|以期|少花|多花|只花|花了?|未来|今后|余下|剩下)(?:约|近|达|了)*$"
)
_DAYS_CLOSE = Lazy(
    r"之久|[一二三四五六七八九十数]+[夜宿]|有余|的?时间|内|之内|不[食眠止绝息]|有期|战事|血战|苦战|激战|鏖战|攻防|围城|围攻|行程|之旅|期限|假期"
)
_YEARS_TOLD = Lazy(
    r"(?:寿命|年限|任期|刑期|工期|学制|树龄|历时|长达|为期|持续|延续|相隔|时隔|存在了?|统治了?|在位)(?:[约为达是近逾]|超过|至少|大约|可达)*$"
)
_FOUGHT = Lazy(r"战事|血战|苦战|激战|鏖战|攻防|围攻")
# One that was lost: 一艘货轮沉没, 一名乘客遇难.
_LOST = Lazy(
    r"[^，。；、\n]{0,10}(?:被[毁击炸俘杀捕]|沉没|[击炸撞]沉|[炸烧撞击]毁|坠[毁落]|[受重轻]伤|受损|重创|起火|失踪|触礁|中弹|失事|脱轨|获救|丧生|遇难|身亡|阵亡|死亡|牺牲|遇害|落水|溺[水亡])"
)
_MAY_BE_LOST = frozenset(("person", "ship", "aircraft", "cannon", "vehicle", "train"))
_SEASON = Lazy(r"[春夏秋冬正元式]|[一二三四五六七八九十\d]+月|初|底|末|中[，。]")


def named(folded: str, start: int, end: int, *, figures: bool) -> bool:
    """Whether the numeral is part of a name, a version, a clock time or an address."""
    if _RANKS.search(folded[max(0, start - 6) : start]):
        return True
    before = folded[max(0, start - 4) : start]
    if figures:
        minus = before.endswith("-") and folded.startswith(_SIGNED, end)
        if _LETTER_BEFORE.search(before) and not _MONEY_CODE.search(before) and not minus:
            return True
        after = folded[end : end + 2]
        if after[:1] in (":", "/", ".") and after[1:2].isascii() and after[1:].isalnum():
            return True
        if after[:1] == "-" and (after[1:2].isalpha() or "\u4e00" <= after[1:2] <= "\u9fff"):
            return True
    if _WEEKDAY.search(before):
        return not _AROUND.match(folded, end)
    return bool(_CALENDAR_BEFORE.search(before))


def name_follows(folded: str, end: int, number: Number, *, figures: bool) -> bool:
    """Whether what follows makes the number a name: 543部队, 921工程, 3,770次列车."""
    if not _NUMBERED.match(folded, end):
        return False
    if re.match(r"部队|次列车|国道|省道|高地|基地", folded[end : end + 3]):
        return True
    match = _NAME_AFTER.match(folded, end)
    digits = number.text.replace(",", "")
    long = (figures and len(digits) >= 2) or number.row
    if match and (long or match.group()[0] in "型式路线"):
        return True
    house = len(digits) >= 3 and folded[end] in "厂所院校" and ends_here(folded, end + 1)
    return long and (folded.startswith(("工程", "计划"), end) or house)


def dated(folded: str, start: int, end: int, number: Number, unit: Unit) -> bool:
    """Whether number and unit are a date or a clock time rather than a duration."""
    word, text = unit.word, number.text
    before, after = folded[max(0, start - 4) : start], folded[end : end + 4]
    if word in ("日", "夜"):
        return not _days(number, before, after)
    if word in ("年", "年度"):
        if number.hedged and not number.plain:
            return False
        if number.row or number.stated >= 1000 or (number.stated.denominator != 1 and number.stated > 100):
            return number.row or 1000 <= number.stated <= 2200
        if _SEASON.match(after):
            return True
        if text == "一":
            return not _single_span(before, after)
        if re.match(r"(?:以?[来后前内]|之?久)", after) and not _DEICTIC.search(before):
            return False
        opened, closed = _YEARS_OPEN.search(before), _YEARS_CLOSE.match(after)
        figures = text[0].isascii()
        if figures and len(text) == 2 and not closed:
            return not opened
        if "\u4e00" <= before[-1:] <= "\u9fff" and not opened:
            return not closed
        return bool(_DEICTIC.search(before)) and text == "一"
    return unit.dimension == "duration" and text == "一" and not _single_span(before, after)


def _days(number: Number, before: str, after: str) -> bool:
    """Whether 日 counts days (歷時六十七日, 三日三夜) rather than names one."""
    if number.stated > 31 or (number.hedged and not number.plain):
        return True
    return bool(_DAYS_OPEN.search(before) or _DAYS_CLOSE.match(after))


def years_told(folded: str, start: int) -> bool:
    """Whether words before a number of years say that it is a length of time (设计寿命为120年)."""
    return bool(_YEARS_TOLD.search(folded[max(0, start - 8) : start]))


def days_told(folded: str, start: int, end: int) -> bool:
    """Whether words around a number of days say that it is a length of time rather than a date (以期10日攻克, 十日之内)."""
    before, after = folded[max(0, start - 4) : start], folded[end : end + 4]
    fought = _FOUGHT.match(after) and not folded[start].isascii()
    return bool(
        _DAYS_OPEN.search(before) or fought or (_DAYS_CLOSE.match(after) and not _FOUGHT.match(after))
    )


def _single_span(before: str, after: str) -> bool:
    """Whether 一年, 一天 ... measure a time rather than point at one (这一年, 一天)."""
    if _DEICTIC.search(before) and not before.endswith(("同样",)):
        return False
    return bool(_SPAN_OPENS.search(before) or _SPAN_CLOSES.match(after))


def often(folded: str, start: int) -> bool:
    """Whether what stands before says how often something comes: 每5分钟|一班."""
    return bool(_HOW_OFTEN.search(folded[max(0, start - 18) : start]))


def lost(folded: str, start: int, end: int, unit: Unit) -> bool:
    """Whether 一 with its measure word, which ends at `end`, opens a clause on what was lost (一艘货轮沉没)."""
    opens = start == 0 or folded[start - 1] in "，。；：、\n"
    return opens and bool(_MAY_BE_LOST & set(unit.classes)) and bool(_LOST.match(folded, end))


def article(folded: str, start: int) -> bool:
    """Whether 一 before a measure word is a mere article: it counts only after 各, 仅, 共 ... or in a row (三男一女)."""
    before = folded[max(0, start - 4) : start]
    if _ARTICLE_OPENS.search(before):
        return False
    window = folded[max(0, start - 18) : start]
    if _HOW_OFTEN.search(window) or _LISTED.search(window):
        return False
    return not re.search(r"[二两三四五六七八九十][省市县区州男女]$", before)


def anaphoric(folded: str, start: int, number: Number, unit: Unit) -> bool:
    """Whether 两人, 三人 at the beginning of a clause points back to people already named."""
    if unit.word != "人" or not number.plain or number.stated > 4 or number.text[0].isascii():
        return False
    return start == 0 or folded[start - 1] in "，。；：！？“”\n （(、" or folded[start - 1] in "等这该他们"
