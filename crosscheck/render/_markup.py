"""Text inside Markdown that comes out as it is: nothing in it becomes markup, a link or a mention."""

from __future__ import annotations

import re

from crosscheck.patterns import compiled
from crosscheck.render._plain import flat

_SIGNS = compiled(r"[\\`*_\[\]|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# @name, #12 and !12 notify people and link to issues, even where the sign is escaped; an empty element parts them.
_CALL = compiled(r"([@#!])(?=\w)")


def cut(text: str, longest: int) -> str:
    """`text`, or its beginning with … where it is longer than `longest` code points."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def escaped(text: str) -> str:
    """`text` on one line, as Markdown that shows it."""
    out = "".join(_ENTITIES.get(char, char) for char in flat(text))
    return _CALL.sub(r"\1<b></b>", _SIGNS.sub(r"\\\g<0>", out))


def code(text: str) -> str:
    """`text` on one line as a code span; a dash where nothing is to be seen."""
    line = flat(text)
    if not line:
        return "–"
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    room = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{room}{line}{room}{fence}"


def cell(text: str) -> str:
    """`text` as a code span for a cell of a table, where a bar would end the cell."""
    return code(text).replace("|", "\\|")


def row(*cells: str) -> str:
    """A line of a table; the cells are Markdown."""
    return f"| {' | '.join(cells)} |"
