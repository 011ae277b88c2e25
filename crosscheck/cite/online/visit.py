"""What a visit to an address came to."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from crosscheck.patterns import compiled

_TITLE = compiled(r"<title[^<>]*+>([^<]*+)</title>", re.IGNORECASE | re.DOTALL)
_META = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HIDDEN = compiled(r"<(script|style)\b.*?(?:</\1>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*+>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`status` is that of the last answer, 0 where there was none; `fault` then says why, as a short word:
    ``unresolved``, ``refused``, ``robots``, ``timeout``, ``connection``, ``redirects``, ``form`` or ``time``.

    `final` is the address that answered, `permanent` says that every redirect on the way there was a permanent one.
    `title` and `words` are of the page, where it is one.
    """

    url: str
    final: str
    status: int = 0
    fault: str = ""
    permanent: bool = False
    title: str = ""
    words: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The visit as plain data."""
        return asdict(self)


def page_words(body: bytes, content_type: str) -> tuple[str, str]:
    """The title and the words of a page of HTML, ("", "") where it is something else."""
    if "html" not in content_type.lower():
        return "", ""
    found = _META.search(content_type.encode()) or _META.search(body[:2048])
    text = _decoded(body, found[1].decode("ascii") if found else "utf-8")
    title = _TITLE.search(text)
    return (
        " ".join(re.sub(_HIDDEN, " ", title[1]).split())[:200] if title else "",
        " ".join(_HIDDEN.sub(" ", _TITLE.sub(" ", text, count=1)).split())[:4000],
    )


def _decoded(body: bytes, charset: str) -> str:
    try:
        return body.decode("gb18030" if charset.lower() in ("gb2312", "gbk") else charset, errors="replace")
    except LookupError:
        return body.decode("utf-8", errors="replace")
