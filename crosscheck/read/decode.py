"""From bytes to text: UTF-8 strict first, then what the whole file looks like."""

from __future__ import annotations

import codecs
import re

from crosscheck.errors import UndecodableError
from crosscheck.model.step import joined, say
from crosscheck.patterns import compiled

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]{2,20})""")
_CONTROLS = compiled("[\u0000-\u0008\u000e-\u001a\u001c-\u001f]")
# Signs of a text decoded with the right one of two multi-byte encodings: its most frequent characters.
_COMMON = compiled(
    "[的一是在不了有人這这中大來来上國国個个到說说們们為为子和你地出道也時时年得就那要下以生會会自着去之過过家，。、「」“”（）]"
)
_SOUND = compiled("[\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\\t\\r\\n -~]+")
_HAN = compiled("[\u4e00-\u9fff]")
_RARE = compiled(
    "[\ue000-\uf8ff\u3400-\u4dbf\U00020000-\U0010ffff\u0250-\u036f\u0530-\u1fff\uff61-\uffdf\ufffd]"
)


def decode(data: bytes, place: str) -> str:
    """The text in `data`, line ends kept, a byte-order mark dropped.

    Raises `UndecodableError` that says what was tried and at which byte it failed.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strict(data, encoding, place)
    wide = _wide(data)
    if wide:
        return _strict(data, wide, place)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(data, place, error)
    return _checked(text, place)


def _checked(text: str, place: str) -> str:
    found = _CONTROLS.search(text)
    if found and ("\x00" in text or len(_CONTROLS.findall(text)) > 0.02 * len(text)):
        control = say("notice.control", char=f"{ord(found.group()):#04x}")
        raise UndecodableError(place, joined(say("notice.binary"), control))
    return text


def _strict(data: bytes, encoding: str, place: str) -> str:
    try:
        return _checked(data.decode(encoding), place)
    except UnicodeDecodeError as error:
        why = say("notice.encoding-false", encoding=encoding, error=error.reason, byte=error.start)
        raise UndecodableError(place, why) from error


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: it holds zero bytes, and reads as Chinese text one way round."""
    if len(data) % 2 or b"\x00" not in data[:65536]:
        return ""
    best, chosen = 0.9, ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:65536].decode(encoding, "replace")
        share = sum(map(len, _SOUND.findall(text))) / len(text)
        if share > best:
            best, chosen = share, encoding
    return chosen


def _score(text: str) -> float:
    han = len(_HAN.findall(text))
    if not han:
        return -1.0
    return (len(_COMMON.findall(text)) - 4 * len(_RARE.findall(text))) / han


def _other(data: bytes, place: str, error: UnicodeDecodeError) -> str:
    """A legacy encoding: what the file declares, else the one of the Chinese encodings that reads best."""
    if b"\x00" in data[:4096]:
        raise UndecodableError(place, joined(say("notice.binary"), say("notice.zeros"))) from error
    declared = _DECLARED.search(data[:2048])
    names = ["gb18030", "big5hkscs", "cp950"]
    best, chosen = -0.5, ""
    if declared:
        try:
            name = codecs.lookup(declared.group(1).decode("ascii")).name
            names.insert(0, {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name))
        except LookupError:
            pass
    for name in dict.fromkeys(names):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if _CONTROLS.search(text) or name == "utf-8":
            continue
        score = _score(text)
        if score > best:
            best, chosen = score, text
    if best > 0.08:
        return chosen
    guessed = _guessed(data)
    if guessed is not None and _score(guessed) > best:
        return _checked(guessed, place)
    if chosen:
        return chosen
    why = say("notice.encoding-unknown", byte=error.start, error=error.reason)
    raise UndecodableError(place, why) from error


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(data[: 4 << 20]).best()
    if found is None:
        return None
    try:
        return data.decode(found.encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        return None
