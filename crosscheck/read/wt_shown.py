"""Templates of a wikitext whose text is made out of their arguments: measures, countries, links with words of their own."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled
from crosscheck.read.links import add_link
from crosscheck.read.writer import Writer
from crosscheck.read.wt_template import Argument, Template

_CODE = compiled(r"([A-Z]{2,5})(?:[-–][A-Za-z0-9]{1,8})?")
_NUMBER = compiled(r"[+\-−–]?[\d.,]+(?:e[+-]?\d+)?(?:/\d+)?")
_BETWEEN = {
    "-": "–", "–": "–", "to": "–", "and": "和", "to(-)": "–", "to about": "–", "or": "或", "x": "×", "×": "×", "by": "×",
    "+/-": "±", "±": "±", "至": "至", "和": "和", "或": "或", ",": "、", ", and": "、", "+": "+",
}  # fmt: skip
# What a unit of {{convert}} is called on the page.
_UNITS = {
    "km2": "平方公里", "sqkm": "平方公里", "m2": "平方米", "sqm": "平方米", "cm2": "平方厘米", "sqmi": "平方英里", "mi2": "平方英里",
    "sqft": "平方英尺", "ft2": "平方英尺", "sqyd": "平方码", "acre": "英亩", "acres": "英亩", "ha": "公顷", "km": "公里", "m": "米",
    "cm": "厘米", "mm": "毫米", "mi": "英里", "ft": "英尺", "in": "英寸", "yd": "码", "nmi": "海里", "ly": "光年", "au": "天文单位",
    "kg": "公斤", "g": "克", "mg": "毫克", "t": "吨", "mt": "公吨", "lt": "长吨", "st": "英石", "lb": "磅", "lbs": "磅", "oz": "盎司",
    "l": "升", "ml": "毫升", "m3": "立方米", "km3": "立方公里", "cuft": "立方英尺", "usgal": "美制加仑", "impgal": "英制加仑",
    "km/h": "公里/小时", "kph": "公里/小时", "mph": "英里/小时", "kn": "节", "m/s": "米/秒", "c": "℃", "°c": "℃", "f": "℉", "°f": "℉",
    "k": "K", "kw": "千瓦", "mw": "兆瓦", "hp": "马力", "bhp": "马力", "ps": "马力", "shp": "轴马力", "/km2": "/平方公里", "pd/km2": "人/平方公里",
}  # fmt: skip
_SYMBOLS = {
    "km2": "km²",
    "sqkm": "km²",
    "m2": "m²",
    "sqm": "m²",
    "m3": "m³",
    "km3": "km³",
    "c": "℃",
    "f": "℉",
}


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["hans"] for row in table("country_codes")}


def country(words: str) -> str:
    """The name of the country that a code (CHN, HKG-1945) or an English name stands for; "" where none does."""
    match = _CODE.fullmatch(words)
    return _countries().get(match[1] if match else words, "")


class Shown:
    """What such templates print; `write` is given by the class that writes running text."""

    writer: Writer
    source: str

    def write(self, start: int, end: int) -> None:
        """Append the text of `start` to `end`."""
        raise NotImplementedError

    def _text(self, argument: Argument | None) -> str:
        return self.source[slice(*argument.value)].strip() if argument else ""

    def _given(self, found: Template, *keys: str) -> Argument | None:
        """The first of these arguments that has a value."""
        named = (found.argument(key) for key in keys)
        return next((a for a in named if a is not None and a.value[0] < a.value[1]), None)

    def _put(self, text: str, found: Template) -> None:
        """Write `text`, each character of which stands for the whole template."""
        for character in text:
            self.writer.put(character, found.start, found.end)

    def _print_shown(self, found: Template) -> None:
        if argument := self._given(found, "d", "3", "1"):
            self.write(*argument.value)

    def _print_ill(self, found: Template) -> None:
        coded = compiled(r"[a-z]{2,3}(?:-[a-z]+)?").fullmatch(self._text(found.argument("1")))
        if argument := self._given(found, "lt", "d", "2" if coded else "1"):
            self.write(*argument.value)

    def _country(self, argument: Argument | None, found: Template) -> bool:
        """Write the country of an argument; False where there is none."""
        if argument is None:
            return False
        name = country(self._text(argument))
        begin = self.writer.length
        if name:
            self._put(name, found)
            add_link(self.writer, begin, name, name, swallowed=False)
        else:
            self.write(*argument.value)
        return self.writer.length > begin

    def _print_country(self, found: Template) -> None:
        if not found.unnamed and (name := country(self.source[found.start + 2 : found.end - 2].strip())):
            begin = self.writer.length
            self._put(name, found)
            add_link(self.writer, begin, name, name, swallowed=False)
            return
        self._country(self._given(found, "1"), found)

    def _print_icon(self, found: Template) -> None:
        """A flag stands for its country; a blank parts it from what follows."""
        parted = self.source[found.end : found.end + 1].isspace()
        if self._country(self._given(found, "1"), found) and not parted:
            self.writer.pause(found.start, found.end, " ")

    def _print_athlete(self, found: Template) -> None:
        if name := self._given(found, "1"):
            self.write(*name.value)
            where = self._given(found, "2")
            words = country(self._text(where))
            if where and words:
                self.writer.put("（", where.value[0] - 1, where.value[0])
                self._put(words, found)
                self.writer.put("）", where.value[1], where.value[1] + 1)

    def _print_code(self, found: Template) -> None:
        """A template that is called by the code of its country: {{CHN}}, {{HKG-1945}}."""
        begin = self.writer.length
        name = country(self.source[found.start + 2 : found.end - 2].partition("|")[0].strip())
        self._put(name, found)
        add_link(self.writer, begin, name, name, swallowed=False)

    def _print_amount(self, found: Template) -> None:
        """The numbers and the unit as given: the converted amount is not the author's.

        A range has a word between two numbers, a compound measure (6 ft 2 in) a unit behind each number.
        """
        given = [a for a in found.unnamed if a.value[0] < a.value[1]]
        named = found.argument("ul") or found.argument("u")
        number = True
        for place, argument in enumerate(given):
            words = self._text(argument)
            if number:
                if place and not _NUMBER.fullmatch(words):
                    break
                self.write(*argument.value)
                number = False
            elif words in _BETWEEN and place + 1 < len(given):
                self._put(_BETWEEN[words], found)
                number = True
            elif named is None:
                self._unit(argument, found)
                following = [self._text(a) for a in given[place + 1 : place + 3]]
                if (
                    len(following) < 2
                    or not _NUMBER.fullmatch(following[0])
                    or following[1].lower() not in _UNITS
                ):
                    break
                number = True
            else:
                break
        if named:
            self._unit(named, found)

    def _unit(self, argument: Argument, found: Template) -> None:
        code = self._text(argument).lower()
        short = self._text(found.argument("abbr")) in ("on", "unit", "in", "~")
        words = _SYMBOLS.get(code) if short else _UNITS.get(code)
        if words:
            self._put(words, found)
        else:
            self.write(*argument.value)

    def _print_fraction(self, found: Template) -> None:
        given = found.unnamed[:3]
        for number, argument in enumerate(given):
            if number:
                self._put("/" if number == len(given) - 1 else " ", found)
            self.write(*argument.value)

    def _print_circa(self, found: Template) -> None:
        if argument := self._given(found, "1"):
            self._put("约", found)
            self.write(*argument.value)
            words = self._text(argument)
            if re.fullmatch(r"\d{3,4}", words):
                self.writer.put("年", argument.value[1], argument.value[1] + 1)

    def _print_pipe(self, found: Template) -> None:
        self._put("|", found)

    def _print_dot(self, found: Template) -> None:
        self._put("·", found)

    def _print_dash(self, found: Template) -> None:
        self._put("–", found)

    def _print_winner(self, found: Template) -> None:
        argument = self._given(found, "1")
        if argument:
            self.write(*argument.value)
        else:
            self._put("获奖" if found.name == "won" else "提名", found)

    def _print_marriage(self, found: Template) -> None:
        name, begun, ended = (self._given(found, key) for key in ("1", "2", "3"))
        if name is None:
            return
        self.write(*name.value)
        if begun is None:
            return
        self.writer.put("（", begun.value[0] - 1, begun.value[0])
        self._year(begun)
        self._put("结婚", found)
        if ended and compiled(r"\d{4}").match(self._text(ended)):
            self.writer.put("－", ended.value[0] - 1, ended.value[0])
            self._year(ended)
        self.writer.put("）", found.end - 1, found.end)

    def _year(self, argument: Argument) -> None:
        self.write(*argument.value)
        if compiled(r"\d{4}").fullmatch(self._text(argument)):
            self.writer.put("年", argument.value[1], argument.value[1] + 1)

    def _print_first_year(self, found: Template) -> None:
        if argument := self._given(found, "1"):
            self._year(argument)

    def _print_gaps(self, found: Template) -> None:
        for argument in found.unnamed:
            self.write(*argument.value)

    def _print_coord(self, found: Template) -> None:
        """Degrees, minutes and seconds as the page shows them in its text; nothing where they stand beside its title only."""
        shown = self._text(found.argument("display")).lower()
        if shown and "inline" not in shown and shown != "it":
            return
        words = [self._text(argument) for argument in found.unnamed]
        if not any(word in ("N", "S") for word in words):
            degrees = [word.replace("−", "-") for word in words[:2] if _NUMBER.fullmatch(word)]
            sides = ("NS", "EW")
            words = [x for n, d in enumerate(degrees) for x in (d.lstrip("+-"), sides[n][d.startswith("-")])]
        out, place = "", 0
        for word in words:
            if _NUMBER.fullmatch(word) and place < 3:
                out += word + "°′″"[place]
                place += 1
            elif word in ("N", "S", "E", "W"):
                out, place = out + word + (" " if word in ("N", "S") else ""), 0
            else:
                break
        self._put(out.strip(), found)
