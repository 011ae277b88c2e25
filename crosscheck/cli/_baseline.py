"""What `check` does with a baseline: writes it, marks a report by it, and tells of an old one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crosscheck.cli import _gate
from crosscheck.cli._write import tell
from crosscheck.messages import words
from crosscheck.model.step import say
from crosscheck.options import Options


def tell_earlier(key: str, path: str, count: int, options: Options, flags: dict[str, Any]) -> None:
    """Say that `count` records of the file at `path` are of an earlier version."""
    if count and not flags["quiet"]:
        tell(f"crosscheck: {path}: {words(say(key, count=count), options.language)}")


def marker(outcome: Any, known: Any, options: Options, selected: Any) -> Callable[[Any], tuple[Any, int]]:
    """What marks a report of `outcome`, a run without a baseline, by the baseline `known`."""
    from crosscheck.gate.trend import marked

    def mark(report: Any) -> tuple[Any, int]:
        name = options.name_of(report.entry.path)
        held = [one for one in outcome.held if one.decision.claim.path == name]
        return marked(report, baseline=known, selection=selected, name_of=options.name_of, held=held)

    return mark


def write_baseline(outcome: Any, options: Options, flags: dict[str, Any]) -> int:
    """Write what was found to the baseline and say so; the exit code."""
    from crosscheck.gate import baseline

    target = _gate.beside(options, options.baseline, baseline.FILE)
    checked = frozenset(
        options.name_of(entry.job.entry.path)
        for entry in outcome.entries
        if entry.sifted and not entry.failures
    )
    made = baseline.of(item for item in outcome.open if item.document in checked)
    made = baseline.keep(target, made, checked)
    if not flags["quiet"]:
        told = say("gate.wrote", count=sum(made.counts.values()), path=target)
        tell(words(told, options.language))
    return 3 if outcome.failures else 0
