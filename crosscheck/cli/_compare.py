"""Reads a pair as `report` was asked to and checks it."""

from __future__ import annotations

import os
from dataclasses import replace

from crosscheck.cli import _gate
from crosscheck.errors import EmptyError
from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.model.step import say
from crosscheck.options import Options, Pair, dated


def compare(
    pair: Pair,
    options: Options,
    *,
    form: str | None,
    days: tuple[tuple[str, str], ...],
    max_bytes: int | None,
    self_test: Language | None = None,
    quiet: bool = True,
    language: Language = "en",
) -> Report:
    """Read a pair and check it; InputError where nothing can be checked.  `self_test` is the language of its rows.

    Unless it is `quiet`, a terminal is told how long it takes, from two seconds on.
    """
    with _gate.working(quiet, pair.entry, language):
        return _compared(pair, options, form=form, days=days, max_bytes=max_bytes, self_test=self_test)


def _compared(
    pair: Pair,
    options: Options,
    *,
    form: str | None,
    days: tuple[tuple[str, str], ...],
    max_bytes: int | None,
    self_test: Language | None,
) -> Report:
    import crosscheck
    from crosscheck.read import read

    if not pair.sources:
        raise EmptyError(pair.entry, say("gate.no-source"))
    known = dated(days)
    limit = max_bytes or options.max_bytes
    entry = read(
        pair.entry, role="entry", format=form, date=known.get(os.path.realpath(pair.entry)), max_bytes=limit
    )
    sources = [
        read(path, format=form, date=known.get(os.path.realpath(path)), max_bytes=limit)
        for path in pair.sources
    ]
    report = replace(crosscheck.compare(entry, sources, options=options), wikitext=options.wikitext)
    if not report.findings:
        raise EmptyError(pair.entry, say("gate.no-claim"))
    if self_test:
        from crosscheck.mutate import self_test as plant
        from crosscheck.render.mutation import found

        report = replace(report, self_test=tuple(found(plant(entry, sources), self_test)))
    return report
