"""The day that a document was written on, as far as it says so itself."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.patterns import compiled

_ISO = compiled(
    r"(?<!\d)(1[5-9]\d\d|20\d\d)(?:[-/.年](0?[1-9]|1[0-2])(?!\d)(?:[-/.月](0?[1-9]|[12]\d|3[01])(?!\d))?)?"
)
_COMPACT = compiled(r"^\s*((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


def edtf(words: str) -> str | None:
    """The first day, month or year in `words` (2021-06-16 12:00, 2021年6月16日, 20210616) as EDTF."""
    compact = _COMPACT.match(words)
    match = compact or _ISO.search(words)
    if not match:
        return None
    return "-".join(part.zfill(2) for part in match.groups() if part)


_DAY = r"(?P<day>(?:1[5-9]|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})"
# What a line begins with that says when its text was published, and what follows a date in such a line.
_LABELS = "日期|發布時間|发布时间|發佈時間|发布日期|發佈日期|發布日期|時間|时间|出版日期|更新时间|更新時間|Date|来源|來源"
_AFTER = "[|｜]|来源|來源|作者|记者|記者|文[/／]|编辑|編輯|分享|浏览|瀏覽|阅读|閱讀|点击|點擊|字号|字號"


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    blank = r"[ \t　\xa0]"
    return (
        compiled(
            rf"^{blank}*[【\[（(]?(?:{_LABELS})[】\]）)]?{blank}*[:：][^\n]{{0,40}}?{_DAY}", re.MULTILINE
        ),
        compiled(
            rf"^{blank}*[（(]?{_DAY}(?:(?:{blank}*|T)\d{{1,2}}:\d\d(?::\d\d)?)?{blank}*[）)]?{blank}*(?:$|{_AFTER})",
            re.MULTILINE,
        ),
        compiled(
            rf"(?:本[报報刊台]|新[华華]社|中新社|中央社|通[讯訊]社|[讯訊]社)[^\n，。]{{0,14}}?{_DAY}[^\n。]{{0,6}}?"
            r"(?:[电電讯訊]|[专專]電|消息)"
        ),
    )


_NAMED = compiled(r"(?:^|(?<=[^\d]))((?:19|20)\d\d-\d\d-\d\d)(?!\d)")


def named(path: str) -> str | None:
    """The day that the name of a file gives (``2019-08-03-report.md``), as EDTF."""
    match = _NAMED.search(path.replace("\\", "/").rsplit("/", 1)[-1])
    return edtf(match.group(1)) if match else None


def stated(source: str) -> str | None:
    """The date that a text states of itself near its beginning: a line of its own, a label, a dateline with a year."""
    head = source[:3000]
    for pattern in _datelines():
        match = pattern.search(head)
        if match:
            return edtf(match.group("day").replace(" ", ""))
    return None
