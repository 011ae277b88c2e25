"""The records of what outputs for machines tell of: issues, their places, and which of them an output wants."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from crosscheck.model.document import Document
from crosscheck.model.report import Second, Selector, Status, Waiver
from crosscheck.render import _plain
from crosscheck.render._columns import Lines, Region, Unit

Level = Literal["error", "warning", "note", "none"]
Category = Literal["failure", "conflict", "citation", "unsupported", "agree"]

# The worst first.
RANK: dict[Level, int] = {"error": 0, "warning": 1, "note": 2, "none": 3}
CATEGORIES: dict[Category, int] = {
    "failure": 0,
    "conflict": 1,
    "citation": 2,
    "unsupported": 3,
    "agree": 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Included:
    """Which issues an output has, besides conflicts and citation problems that are open.

    `unsupported` is the level of a claim that no source supports, None to leave it out; `citation` is the worst level
    that a citation problem can have; `agree` and `waived` say whether claims that agree and waived issues are there.
    """

    unsupported: Level | None = None
    citation: Level = "error"
    agree: bool = False
    waived: bool = False


@dataclass(frozen=True)
class File:
    """A document and how outputs name it; its lines are found when they are first asked for."""

    document: Document
    path: str

    @cached_property
    def lines(self) -> Lines:
        """The lines of the document's file."""
        return Lines.of(self.document.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a file; `score` says how surely it speaks of the claim, 1 for the claim itself."""

    file: File = field(repr=False)
    place: Selector
    score: float = 1.0

    @property
    def path(self) -> str:
        """The file's path, with forward slashes."""
        return self.file.path

    @property
    def exact(self) -> str:
        """The words of the place on one line, as a reader sees them; as the file has them outside its clean text."""
        clean = self.place.clean
        return _plain.flat(self.file.document.text[clean.start : clean.end] or self.place.exact)

    @property
    def at(self) -> str:
        """``path:line:column``."""
        return f"{_plain.flat(self.path)}:{self.place.line}:{self.place.column}"

    def region(self, unit: Unit = "code-points") -> Region:
        """The place as lines and columns in `unit`."""
        return self.file.lines.region(self.place.start, self.place.end, unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing to tell of: `rule` names it (``date/conflict``, ``empty-reference``), `message` says why, on one line.

    `id` is that of the finding or citation problem, `related` the evidence, best first.  `waiver` says who waived it
    and why.  `fix` is text that mends the place, None where none is known.  `second` is as that of a finding.
    """

    id: str
    rule: str
    category: Category
    level: Level
    spot: Spot
    message: str
    related: tuple[Spot, ...] = ()
    status: Status = "open"
    waiver: Waiver | None = None
    section: str = ""
    fix: str | None = None
    second: Second | None = None

    @property
    def told(self) -> str:
        """The message with the place of the best evidence, for outputs that have no other room for it."""
        return f"{self.message} [{self.related[0].at}]" if self.related else self.message
