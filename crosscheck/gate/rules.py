"""Every rule by its code: ``date/conflict``, ``quantity/unsupported``, ``empty-reference``; and which are wanted where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from crosscheck import cite, registry
from crosscheck.errors import UsageError
from crosscheck.model.report import Severity

if TYPE_CHECKING:
    from crosscheck.cite.interface import Check

Level = Literal["conflict", "unsupported", "citation"]
LEVELS: tuple[Level, ...] = ("conflict", "unsupported", "citation")
ALL = "ALL"
_LIKE = 0.7
# How grave a finding on a fact is; that of a citation problem stands with its check.
SEVERITIES: dict[str, Severity] = {"conflict": "error", "unsupported": "info"}
_SAYS = {
    "conflict": "a source states another value for the same slot of the same subject or event.",
    "unsupported": "no source states it; the same value elsewhere, about something else, is no support.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: `doc` is its page, first line a summary; `level` is what ``--fail-on`` knows it by."""

    code: str
    level: Level
    severity: Severity
    doc: str

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.doc.strip().split("\n", 1)[0]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, those on facts first, each group by code."""
    facts = [
        Rule(
            code=f"{kind.name}/{verdict}",
            level=verdict,
            severity=SEVERITIES[verdict],
            doc=f"{kind.name.capitalize()}: {_SAYS[verdict]}\n\n{kind.doc.strip()}",
        )
        for kind in sorted(registry.kinds(), key=lambda kind: kind.name)
        for verdict in LEVELS[:2]
    ]
    citations = [
        Rule(code=check.rule, level="citation", severity=check.severity, doc=_page(check))
        for check in cite.checks()
    ]
    return (*facts, *citations)


def _page(check: Check) -> str:
    parts = [check.doc.strip()]
    if check.fault and check.mended:
        parts.append(
            f"Found in:\n\n    {_indented(check.fault)}\n\nPut right:\n\n    {_indented(check.mended)}"
        )
    if check.names:
        parts.append(f"Elsewhere called: {', '.join(check.names)}.")
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return text.strip("\n").replace("\n", "\n    ")


def rule(code: str) -> Rule:
    """The rule called `code`; UsageError with the nearest one where there is none."""
    known = {one.code: one for one in rules()}
    if code not in known:
        raise UsageError("", f"there is no rule “{code}”{_near(code, tuple(known))}")
    return known[code]


def _near(code: str, known: tuple[str, ...]) -> str:
    near = nearest(code, known)
    return f"; did you mean “{near}”?" if near else ""


def nearest(code: str, known: tuple[str, ...]) -> str:
    """The one of `known` that `code` most likely misspells, "" where none is like it.

    Of a code in two parts each is looked for by itself: a long verdict that is right must not make up for a kind that is
    another one.
    """
    kind, slash, verdict = code.casefold().partition("/")
    if slash:
        kinds = tuple({name.split("/")[0]: None for name in known if "/" in name})
        verdicts = tuple({name.split("/")[1]: None for name in known if "/" in name})
        parts = get_close_matches(kind, kinds, 1, _LIKE), get_close_matches(verdict, verdicts, 1, _LIKE)
        return "/".join(part[0] for part in parts) if all(parts) else ""
    near = get_close_matches(code.casefold(), known, 1, _LIKE)
    return near[0] if near else ""


def covers(selector: str, code: str, level: Level) -> bool:
    """Whether `selector` names the rule: its code, the beginning of it up to a ``/`` or ``-``, its level, or ALL."""
    return selector in (code, level, ALL) or code.startswith((f"{selector}/", f"{selector}-"))


def _weight(selector: str) -> int:
    return 0 if selector == ALL else 1 if selector in LEVELS else 1 + len(selector)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which rules are wanted: the most telling selector decides, and of two that are equal the one that ignores."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def wants(self, code: str, level: Level, document: str) -> bool:
        """Whether findings of the rule `code` in `document` (its name from the root) are wanted."""
        chosen = _best(self.select or (ALL,), code, level)
        ignored = [*self.ignore]
        for pattern, selectors in self.per_file:
            if _matches(document, pattern):
                ignored.extend(selectors)
        return chosen > _best(ignored, code, level)

    def check(self, place: str) -> None:
        """UsageError where a selector names no rule; `place` tells where they were set."""
        everything = (*self.select, *self.ignore, *(name for _, names in self.per_file for name in names))
        for selector in everything:
            if not any(covers(selector, one.code, one.level) for one in rules()):
                known = (*dict.fromkeys(one.code.split("/")[0] for one in rules()), *LEVELS, ALL)
                codes = tuple(one.code for one in rules())
                raise UsageError(place, f"no rule is called “{selector}”{_near(selector, (*known, *codes))}")


def _best(selectors: Iterable[str], code: str, level: Level) -> int:
    return max((_weight(name) for name in selectors if covers(name, code, level)), default=-1)


def _matches(document: str, pattern: str) -> bool:
    return fnmatchcase(document, pattern) or fnmatchcase(PurePosixPath(document).name, pattern)
