"""Text that no output can trip over."""

from __future__ import annotations

import json
import re

from crosscheck.messages import Language
from crosscheck.patterns import compiled

_SURROGATE = compiled("[\ud800-\udfff]")
# What turns writing around or is not seen at all, and what a terminal or a log would obey.
_UNSEEN = compiled(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]+"
)
_OBEYED = compiled("[ \x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_NOT_XML = compiled("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ENDED = compiled(r"[.!?…。！？；][”’」』）)》〉\"']*$")
_HAN_GAP = compiled(r"(?<=[\u3001-\u9fff\uff00-\uffef]) (?=[\u3001-\u9fff\uff00-\uffef])")


def flat(text: str) -> str:
    """`text` on one line, without what a terminal or a log would obey; a hard wrap inside Han text leaves no gap."""
    if text.isprintable():
        return text.strip()
    out = _OBEYED.sub(_blank, _UNSEEN.sub("", text))
    return (_HAN_GAP.sub("", out) if "\n" in text or "\r" in text else out).strip()


def _blank(match: re.Match[str]) -> str:
    """One blank for what a terminal would obey and the blanks around it; blanks alone stay as they are."""
    return " " if match[0].strip(" ") else match[0]


def whole(text: str) -> str:
    """`text` with lone surrogates as U+FFFD, one for one: it can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def xml(text: str) -> str:
    """`text` with what XML 1.0 forbids or discourages as U+FFFD, one for one."""
    return _NOT_XML.sub("\ufffd", text)


def joined(sentences: list[str], language: Language) -> str:
    """Sentences as one text, each with its full stop: a blank between them in English, nothing in Chinese."""
    stop, gap = (".", " ") if language == "en" else ("。", "")
    ended = (text if _ENDED.search(text) else text + stop for text in sentences if text)
    return gap.join(ended)


def dump(data: object) -> str:
    """`data` as JSON text that ends with a line end and can be written as UTF-8."""
    return whole(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def dump_line(data: object) -> str:
    """`data` as one line of JSON; U+2028 and its like are escaped, since some readers end a line there."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return whole(text) + "\n"
