"""Chinese and mixed numerals, as they stand in folded text, and the numbers they write."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled


@cache
def _values(*roles: str) -> dict[str, Fraction]:
    """The characters of the given roles with their values."""
    return {row["hans"]: Fraction(row["value"]) for row in table("numerals") if row["role"] in roles}


def _set(*roles: str) -> str:
    return "".join(_values(*roles))


_ASCII = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?"
# What may follow 万, 亿 in figures: up to four digits with a unit of their own, or at the end of the numeral without one.
_GROUP = r"(?:\d,\d{3}|\d{1,4})"
_REST = r"(?:\d,\d{3}|\d{3,4})(?![\d,])"
_DIGITS = _set("digit", "zero")
_SMALL = _set("digit", "zero", "pair", "tens") + "十百千"
_LARGE = "万亿兆"
_CAPITAL = _set("capital")
_BANKER = _set("capital-unit")

# A run of numeral characters that writes one number: ``1,357``, ``3.5万``, ``一百零二``, ``二〇〇一``, ``三点一四``,
# ``壹佰贰拾``, ``1亿2千万``, ``103万0572``.  A capital digit counts only beside another capital (伍 and 陆 are also names).  Left out, since
# they are words of their own more often: 半, 俩, 仨 (`value` knows them), fractions and percentages (分之), 第, and signs.
NUMERAL = (
    rf"(?:{_ASCII}(?:[十百千]?[{_LARGE}]+(?:{_GROUP}[百千]?[{_LARGE}])*(?:[{_DIGITS}\d]千|{_REST})?|[百千](?![克米瓦卡伏赫帕])|(?![\d]))"
    rf"|[{_CAPITAL}](?:[{_BANKER}][{_CAPITAL}零]*)+(?:[{_LARGE}](?:[{_CAPITAL}零]|[{_BANKER}])*)*"
    rf"|[{_CAPITAL}]{{2,}}(?:[{_BANKER}{_LARGE}][{_CAPITAL}零]*)*"
    rf"|[{_SMALL}](?:[{_SMALL}{_LARGE}](?<!千千))*(?:点[{_DIGITS}]+[{_LARGE}]*)?"
    rf"|[{_LARGE}]+)"
)

_PLAIN = compiled(_ASCII)
# So many figures must follow a unit to be read as the rest of the number: 2万5329; of 3万5 nobody can tell.
_WRITTEN_OUT = {10: 1, 100: 2, 1000: 3, 10**4: 3}


@lru_cache(maxsize=4096)
def value(folded: str) -> Fraction | None:
    """The number that the numeral `folded` writes, or None where it writes no single number.

    Reads every form of `NUMERAL`, also 半, 俩, 仨, fractions (三分之一, 百分之三十, 千分之五), a leading 负 or ``-``, and the
    short 三万五 (35,000).  Digits in a row are read as a row (二〇〇一, 五七); 两三, 三四十 and 十二三 are guesses between
    two numbers: None.
    """
    text = folded.replace(" ", "")
    if text[:1] in ("负", "-") and len(text) > 1:
        inner = value(text[1:])
        return None if inner is None else -inner
    alone = _values("alone").get(text)
    if alone is not None:
        return alone
    if "分之" in text:
        return _fraction(text)
    return _number(_plain_characters(text))


def _fraction(text: str) -> Fraction | None:
    below, _, above = text.partition("分之")
    bottom, top = value(below), value(above)
    return top / bottom if top is not None and bottom else None


@cache
def _spelling() -> dict[int, str]:
    """Every digit, zero, capital and contracted ten in its plainest characters."""
    digits = {int(number): char for char, number in _values("digit").items()}
    plain: dict[str, str] = dict.fromkeys(_values("zero"), "零")
    plain |= {char: digits[int(number)] for char, number in _values("capital").items()}
    plain |= {char: digits[int(number) // 10] + "十" for char, number in _values("tens").items()}
    plain |= {"拾": "十", "佰": "百", "仟": "千"}
    return str.maketrans(plain)


def _plain_characters(text: str) -> str:
    return text.translate(_spelling())


def _number(text: str) -> Fraction | None:
    """The value of digits, 零 and units, split at the largest unit."""
    if not text:
        return None
    if _PLAIN.fullmatch(text):
        return Fraction(text.replace(",", ""))
    units = _values("unit")
    largest = max((char for char in text if char in units), key=lambda char: units[char], default="")
    if not largest:
        return _row(text)
    before, _, after = text.rpartition(largest)
    if "点" in after or (largest in before and largest not in _LARGE):
        return _decimal(text) if "点" in after else None
    times = Fraction(1) if not before else _number(before)
    rest = Fraction(0) if not after else _remainder(after, units[largest])
    if times is None or rest is None or (largest in "十百千" and not before.isascii() and times > 9):
        return None
    return times * units[largest] + rest


def _remainder(after: str, unit: Fraction) -> Fraction | None:
    """What stands after a unit: 零 leads the ones, a bare digit after 百 or more counts the next lower unit."""
    digits = _values("digit")
    if unit >= 100 and after in digits:
        return digits[after] * unit / 10
    if unit == 10 and after not in digits:
        return None
    rest = _number(after.lstrip("零"))
    if rest is None or rest >= unit:
        return None
    if after.isdecimal() and after.isascii() and len(after) < _WRITTEN_OUT.get(int(unit), 8):
        return None
    plain_row = len(after.lstrip("零")) > 1 and not any(char in _values("unit") for char in after)
    return None if plain_row and not after.isascii() else rest


def _decimal(text: str) -> Fraction | None:
    whole, _, part = text.partition("点")
    left, right = _number(whole), _row(part)
    if left is None or right is None or not part:
        return None
    return left + right / Fraction(10 ** len(part))


def _row(text: str) -> Fraction | None:
    """Digits in a row, with 点 as the decimal point."""
    if "点" in text:
        return _decimal(text)
    if text == "两":
        return Fraction(2)
    digits = _values("digit", "zero")
    if not text or any(char not in digits for char in text):
        return None
    return Fraction(int("".join(str(int(digits[char])) for char in text)))
