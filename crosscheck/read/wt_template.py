"""A template of a wikitext: its name and arguments, and the knowledge of what templates print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crosscheck.lexicon import table
from crosscheck.read.wt_nest import Nest

_KEY = re.compile(r"\s*+([^=|{}\[\]<>\n]{1,60}?)\s*+=")
_CODE = re.compile(r"([A-Z]{2,5})(?:[-–][A-Za-z0-9]{1,8})?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INFOBOX = re.compile(
    r"infobox|(?:信息|资讯|資訊)$|信息框|資訊框|资讯框|模板框|taxobox|speciesbox|chembox|drugbox|geobox",
    re.IGNORECASE,
)
_NO_BOX = re.compile(
    r"^(?:cite|citation|navbox|noteta|reflist|main|about|see ?also|other|multiple|vertical|portal|sister"
    r"|listen|audio|sound|video|double image|triple image|wide image|external media|photomontage|location map|map|superimpose"
    r"|sidebar|quote|graph|chart|family ?tree|election|largest cities|side box|col-|div col|columns-list)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: its key ("1", "2" ... where it has none), the span of the key and of the value, trimmed."""

    key: str
    name: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Template:
    """`name` in lower case with blanks for underscores; `prints` what the table says of it, "" for others."""

    name: str
    start: int
    end: int
    arguments: tuple[Argument, ...]
    prints: str

    def argument(self, key: str) -> Argument | None:
        """The last argument with this key."""
        return next((a for a in reversed(self.arguments) if a.key == key), None)

    @property
    def unnamed(self) -> tuple[Argument, ...]:
        """The arguments without a name."""
        return tuple(a for a in self.arguments if a.key.isdecimal())

    @property
    def boxed(self) -> bool:
        """Whether its named arguments are fields of an infobox."""
        if _NO_BOX.match(self.name):
            return False
        named = sum(not a.key.isdecimal() for a in self.arguments)
        return bool(_INFOBOX.search(self.name)) or (
            not self.prints and named >= 5 and named >= len(self.arguments) - 1
        )


@cache
def _prints() -> dict[str, str]:
    return {word: row["prints"] for row in table("wiki_templates") for word in (row["hans"], row["hant"])}


@cache
def _codes() -> frozenset[str]:
    return frozenset(
        row["code"] for row in table("country_codes") if row["code"].isupper() and " " not in row["code"]
    )


@cache
def field_role(name: str) -> str:
    """``drawn`` or ``caption`` for a parameter of an infobox that is no field, else ""."""
    key = name.strip().lower().rstrip("0123456789")
    return next((row["role"] for row in table("infobox_parameters") if key in (row["hans"], row["hant"])), "")


def trim(source: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    text = source[start:end]
    begin = start + len(text) - len(text.lstrip())
    return begin, max(begin, end - len(text) + len(text.rstrip()))


def template(nest: Nest, start: int, end: int) -> Template:
    """The template from `start` to `end`, brackets included."""
    source = nest.source
    parts = nest.split(start + 2, max(start + 2, end - 2), "|")
    given = _COMMENT.sub("", source[slice(*parts[0])]).strip().replace("_", " ")
    name = given.lower()
    arguments: list[Argument] = []
    if ":" in name and name.split(":")[0] in ("formatnum", "lc", "uc"):
        begin = source.index(":", start) + 1
        name, parts = name.split(":")[0], [parts[0], (begin, parts[0][1]), *parts[1:]]
    number = 0
    for begin, stop in parts[1:]:
        match = _KEY.match(source, begin, stop)
        if match:
            arguments.append(Argument(match.group(1), match.span(1), trim(source, match.end(), stop)))
        else:
            number += 1
            arguments.append(Argument(str(number), (begin, begin), trim(source, begin, stop)))
    prints = _prints().get(name, "")
    if not prints and (code := _CODE.fullmatch(given)) and code[1] in _codes():
        prints = "code"
    if not prints and name.startswith("lang-"):
        prints = "1"
    if not prints and name.startswith("link-"):
        prints = "shown"
    return Template(name, start, end, tuple(arguments), prints)
