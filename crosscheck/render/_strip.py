"""The strip over the entry: where its findings sit, and under which headings."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.model.report import Report, Verdict

COLUMNS = 120
HEIGHT = 36
# One finding is at most this high, so that a few do not fill the strip.
TALLEST = 18
# A conflict is at least this high, however many other findings there are.
LOWEST = 7
# Headings nearer to one another than this share of the width would run into one another.
APART = 0.14

_ORDER: tuple[Verdict, ...] = ("conflict", "unsupported", "agree")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of one column; `x` and `width` in per cent, `y` and `height` in pixels from the top."""

    verdict: Verdict
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A heading of the entry at `x` per cent."""

    x: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The bars, worst verdict at the bottom, and `columns` with the indices of the findings of each."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    columns: tuple[tuple[int, ...], ...]
    height: int = HEIGHT


def _length(report: Report) -> int:
    """Where the running text of the entry ends."""
    ends = [block.span.end for block in report.entry.blocks if not block.apparatus]
    claims = [finding.claim.clean.end for finding in report.findings]
    return max([1, *ends, *claims])


def _per_cent(share: float) -> str:
    return f"{100 * share:.2f}%"


def strip(report: Report) -> Strip:
    """The strip of `report`: findings counted in columns over the length of the entry."""
    length = _length(report)
    columns: list[list[int]] = [[] for _ in range(COLUMNS)]
    for index, finding in enumerate(report.findings):
        at = min(COLUMNS - 1, finding.claim.clean.start * COLUMNS // length)
        columns[at].append(index)
    step = min(TALLEST, HEIGHT / max([1, *(len(column) for column in columns)]))
    bars = []
    for number, column in enumerate(columns):
        level = float(HEIGHT)
        for verdict in _ORDER:
            count = sum(report.findings[index].verdict == verdict for index in column)
            if count:
                height = min(level, max(count * step, LOWEST if verdict == "conflict" else 0))
                level -= height
                bars.append(
                    Bar(
                        verdict=verdict,
                        x=_per_cent(number / COLUMNS),
                        width=_per_cent(0.8 / COLUMNS),
                        y=f"{level:.1f}",
                        height=f"{height:.1f}",
                    )
                )
    return Strip(bars=tuple(bars), ticks=_ticks(report, length), columns=tuple(map(tuple, columns)))


def _ticks(report: Report, length: int) -> tuple[Tick, ...]:
    entry = report.entry
    found: list[Tick] = []
    last = -1.0
    for block in entry.blocks:
        share = block.span.start / length
        if block.kind == "heading" and not block.apparatus and last + APART <= share <= 0.94:
            found.append(Tick(x=_per_cent(share), label=entry.text[block.span.start : block.span.end]))
            last = share
    return tuple(found)
