"""What a visit means for a reference."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from crosscheck.cite.online.visit import Visit
from crosscheck.patterns import compiled

State = Literal["alive", "dead", "soft-dead-link", "moved", "unreachable", "unchecked"]

# A page that says that it was not found says little else.
_SHORT = 400
_GONE = frozenset({404, 410})


@cache
def _missing() -> re.Pattern[str]:
    return compiled(
        r"^\W*404\W*$|(?<![\d.])404\W{0,3}(?:error|not|page|错误|錯誤|页|頁|找不到|未找到)|(?:error|http|错误|錯誤)\W{0,3}404(?![\d.])|not found|no longer (?:available|exists?)|page (?:does not|doesn.t) exist"
        r"|(?:页面|頁面|网页|網頁|页|頁|内容|內容|文章|您访问的|您訪問的|您查找的|地址)[^。，,.]{0,12}(?:不存在|未找到|找不到|已被?删除|已被?刪除|已失效|已下线|已下線)"
        r"|(?:找不到|未找到|无法找到|無法找到)[^。，,.]{0,12}(?:页面|頁面|网页|網頁|该页|該頁)",
        re.IGNORECASE,
    )


def state_of(visit: Visit) -> State:
    """``dead`` only where a server says so; a host that does not answer is ``unreachable``, one that lets nobody in ``unchecked``."""
    if visit.fault in ("robots", "refused", "time", "form"):
        return "unchecked"
    if visit.status in _GONE:
        return "dead"
    if visit.fault or visit.status >= 500:
        return "unreachable"
    if not 200 <= visit.status < 300:
        return "unchecked"
    if _is_soft(visit):
        return "soft-dead-link"
    return "moved" if visit.permanent and _place(visit.final) != _place(visit.url) else "alive"


def _is_soft(visit: Visit) -> bool:
    """Whether a page that was answered with 200 is none: its title says so, or all that it says, or it is the front page."""
    if _missing().search(visit.title) or (len(visit.words) < _SHORT and _missing().search(visit.words)):
        return True
    asked, got = urlsplit(visit.url), urlsplit(visit.final)
    deep = len(asked.path.strip("/")) > 0 and asked.path.strip("/").rpartition("/")[2].split(".")[0] not in (
        "index",
        "default",
        "home",
    )
    return (
        deep
        and visit.final != visit.url
        and _host(got.netloc) == _host(asked.netloc)
        and not got.path.strip("/")
        and not got.query
    )


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")


def _place(url: str) -> tuple[str, str, str]:
    """An address without what changes nothing: http or https, www, a slash at the end."""
    parts = urlsplit(url)
    return _host(parts.netloc), parts.path.rstrip("/"), parts.query
