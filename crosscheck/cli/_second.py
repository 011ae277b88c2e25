"""What `report` and `check` share of the second reader: flags, who is asked, and the settings that a comparison is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from crosscheck.cli import _gate
from crosscheck.cli._write import spare, tell, write
from crosscheck.errors import InputError, UsageError
from crosscheck.options import Options, Pair
from crosscheck.reader_settings import FILE, MODES, SecondReader

F = TypeVar("F", bound=Callable[..., Any])
# Answers are put into the file when so many have come: a run that is stopped loses few.
_EACH = 20


def flags(function: F) -> F:
    """``--second-reader``, ``--ask-batch`` and ``--answers``."""
    for decorate in (
        click.option("--answers", "answers", metavar="FILE", help="Take the results of a batch into the kept answers first."),
        click.option("--ask-batch", "ask_batch", metavar="FILE", help="Write what is open as batch requests (JSONL) and ask nobody."),
        click.option(
            "--second-reader", "second", type=click.Choice(MODES), envvar="CROSSCHECK_SECOND_READER",
            help="ask a language model about open claims, replay what it answered, or neither.",
        ),
    ):  # fmt: skip
        function = decorate(function)
    return function


def path_of(options: Options) -> str:
    """Where answers are kept."""
    return _gate.beside(options, options.second_reader.answers, FILE)


def prepared(
    options: Options,
    pairs: tuple[Pair, ...],
    *,
    mode: str | None,
    batch: str | None,
    answers: str | None,
    quiet: bool,
    replays: bool = False,
    form: str | None = None,
) -> Options:
    """`options` as a comparison is given them, once what is to be asked has been asked.

    `replays`: where no mode is given, answers that are kept are replayed.  `form` is the format that every file is read as.
    """
    path = path_of(options)
    told = replace(options.second_reader, answers=path)
    mode = mode or ("replay" if answers or (replays and Path(path).is_file()) else "off")
    if mode == "off" and answers:
        raise UsageError("--answers", "are not read with --second-reader off")
    if answers:
        _take(answers, path, told, quiet)
    if batch or mode == "ask":
        formats = (("*", form),) if form else options.formats
        match = options.match if replays else "all"
        _asked(replace(options, second_reader=told, formats=formats, match=match), pairs, path, batch, quiet)
    if mode == "off":
        return options
    from crosscheck.second.store import digest

    return replace(options, second_reader=replace(told, mode="replay", digest=digest(path)))


def replayed(options: Options) -> Options:
    """`options` with the answers that are kept: what others than `check` show of its findings is then the same."""
    return prepared(options, (), mode=None, batch=None, answers=None, quiet=True, replays=True)


def _take(answers: str, path: str, told: SecondReader, quiet: bool) -> None:
    from crosscheck.second import batch, store

    found, without = batch.results(answers, told.model)
    new = store.keep(path, found)
    if not quiet:
        tell(
            f"crosscheck: {new} answers taken into {path}"
            + (f"; {without} lines without one" if without else "")
        )


def _asked(options: Options, pairs: tuple[Pair, ...], path: str, target: str | None, quiet: bool) -> None:
    from crosscheck.second import batch, store

    told = options.second_reader
    kept = store.chosen(path, told.model, store.digest(path))
    open_ = [question for question in open_questions(options, pairs) if question.id not in kept]
    if target:
        if not told.model:
            raise UsageError("--ask-batch", "wants “model” under [second-reader]")
        spare(target, (options.path, path, *(name for pair in pairs for name in (pair.entry, *pair.sources))))
        write(batch.requests(open_, told.model), target)
        if not quiet:
            tell(f"crosscheck: {len({question.id for question in open_})} questions written to {target}")
        return
    _ask(open_, told, path, quiet)


def _ask(open_: list[Any], told: SecondReader, path: str, quiet: bool) -> None:
    from crosscheck.second import ask, store

    waiting: list[Any] = []

    def got(answer: Any) -> None:
        waiting.append(answer)
        if len(waiting) >= _EACH:
            store.keep(path, waiting)
            waiting.clear()

    with _gate.progress(quiet) as seen:
        try:
            asked = ask.ask(open_, told, lambda number, all_: seen(number, all_, told.model), got)
        finally:
            if waiting:
                store.keep(path, waiting)
    if not quiet:
        tell(
            f"crosscheck: {len(asked.answers)} answers from {told.model}, {asked.tokens} tokens; kept in {path}"
        )
        for line in ask.reasons(asked):
            tell(f"crosscheck: {line}")


def open_questions(options: Options, pairs: Iterable[Pair], every: bool = False) -> list[Any]:
    """The questions of some pairs, the most promising of each entry, or `every` one that an answer would be taken for."""
    from crosscheck.gate import batch
    from crosscheck.gate.cache import Cache
    from crosscheck.gate.cited import narrowed
    from crosscheck.gate.jobs import job_of
    from crosscheck.second.question import worth_asking
    from crosscheck.second.revise import asked_of

    pairs = tuple(pairs)
    if any("-" in (pair.entry, *pair.sources) for pair in pairs):
        raise UsageError("--second-reader", "asks about no document from standard input")
    jobs = tuple(job_of(pair, options) for pair in pairs)
    if options.match == "cited":
        jobs = narrowed(jobs, Cache(None))
    found = []
    for job in jobs:
        try:
            entry = batch.read(job.entry, "entry", job.max_bytes)
            sources = [batch.read(file, "source", job.max_bytes) for file in job.sources]
        except InputError:
            continue  # the comparison tells of it
        asked, claims = asked_of(entry, sources, options)
        found += asked if every else worth_asking(asked, claims, options.second_reader.share)
    return found
