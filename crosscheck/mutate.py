"""Measures crosscheck on a user's own texts: plants errors into an entry and looks whether they are found.

An error is planted into the text of the entry's own file, where a claim agrees with a source; the file is read again
and checked.  Several errors go into one run where they cannot meet: at most `TOGETHER` a run, in different paragraphs, or in
one with a sentence between them where neither changes a date (the sentences after it hang on it).  The same seed plants
the same errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from crosscheck import registry
from crosscheck.model.document import Document
from crosscheck.model.report import Report
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.mutations.interface import Change, Ground, Way
from crosscheck.mutations.plant import reread
from crosscheck.mutations.records import Mutation, Rate, Trial
from crosscheck.mutations.trial import Run, run_of
from crosscheck.mutations.valid import Validity
from crosscheck.pipeline import check
from crosscheck.places import Places
from crosscheck.read import read_text
from crosscheck.text.sentences import split

PER_KIND = 5
TOGETHER = 6
# How often another change of one claim is tried where the first one planted no error.
_TRIES = 3
# Kinds of change that may move the date in force in a paragraph.
_OF_TIME = frozenset({"date", "swap"})

Checker = Callable[[Document, Iterable[Document]], Report]


def ways() -> tuple[Way, ...]:
    """Every way of planting errors, by name."""
    return tuple(sorted(registry.scan("crosscheck.mutations", "CHANGE"), key=lambda way: way.name))


def mutate(
    entry: Document,
    sources: Iterable[Document],
    *,
    seed: int = 0,
    per_kind: int = PER_KIND,
    checker: Checker = check,
) -> Mutation:
    """How many planted errors are caught, by kind, and how many untouched claims become conflicts meanwhile.

    `per_kind` errors of each kind at most, fewer where the entry has no more claims that agree.  `checker` compares an
    entry with sources, as `pipeline.check` does.  A document whose file is no text (PDF, Word) is read as its plain text.
    """
    held = tuple(sources)
    entry = _textual(entry)
    base = checker(entry, held)
    ground = Ground(
        text=split(base.entry),
        findings=base.findings,
        sources={document.id: document.folded for document in base.sources},
    )
    validity = Validity.of(base)
    planned = [
        change
        for way in ways()
        for change in _changes(way, ground, Random(f"{seed}/{way.name}"), per_kind, validity)
    ]
    places = Places.of(base.entry)
    trials: list[Trial] = []
    runs: list[Run] = []
    for number, together in enumerate(_batches(planned, ground.text), 1):
        run = run_of(base, together, checker, held, number, places)
        runs.append(run)
        trials.extend(run.trials)
    order = {way.name: place for place, way in enumerate(ways())}
    trials.sort(key=lambda trial: (order[trial.kind], trial.place.start, trial.place.end, trial.after))
    return Mutation(
        entry=base.entry,
        sources=base.sources,
        seed=seed,
        untouched=base.summary(),
        runs=len(runs),
        trials=tuple(trials),
        watched=sum(run.watched for run in runs),
        lost=sum(run.lost for run in runs),
        alarms=tuple(alarm for run in runs for alarm in run.alarms),
        version=base.version,
    )


def self_test(
    entry: Document, sources: Iterable[Document], seed: int = 0, *, per_kind: int = 2
) -> tuple[Rate, ...]:
    """The rates of a short run of `mutate` by kind of change, for a report; kinds that could not be planted are left out."""
    return mutate(entry, sources, seed=seed, per_kind=per_kind).rates()


def _textual(entry: Document) -> Document:
    """The entry as it can be written: itself, or its plain text where its file is no text."""
    from crosscheck.errors import UndecodableError

    try:
        return reread(entry, entry.source)
    except UndecodableError:
        return read_text(entry.text, name=entry.path, date=entry.date, role="entry")


def _changes(way: Way, ground: Ground, random: Random, wanted: int, validity: Validity) -> Iterable[Change]:
    """Up to `wanted` changes of one kind, no two over the same words."""
    taken: list[Span] = []
    pool = ground.agreeing(*way.kinds)
    random.shuffle(pool)
    for finding in pool:
        if len(taken) >= wanted:
            return
        if any(finding.claim.clean.touches(span) for span in taken):
            continue
        for _ in range(_TRIES):
            change = way.plant(ground, finding, random)
            if change is None:
                break
            if any(span.touches(other) for span in change.where for other in taken):
                continue
            if validity.is_error(change):
                taken.append(Span(change.where[0].start, change.where[0].end))
                yield change
                break


def _batches(changes: Iterable[Change], text: Text) -> list[list[Change]]:
    """The changes in as few runs as may be: the first run where a change meets no other one takes it."""
    batches: list[list[Change]] = []
    for change in changes:
        for batch in batches:
            if len(batch) < TOGETHER and not any(_meet(change, other, text) for other in batch):
                batch.append(change)
                break
        else:
            batches.append([change])
    return batches


def _meet(one: Change, other: Change, text: Text) -> bool:
    """Whether one of two changes may bear upon the verdict on the other."""
    dates = not _OF_TIME.isdisjoint((one.kind, other.kind))
    for mine in _sentences(one, text):
        for theirs in _sentences(other, text):
            if mine.block == theirs.block and (dates or abs(mine.index - theirs.index) < 2):
                return True
    return False


def _sentences(change: Change, text: Text) -> list[Sentence]:
    return [text.sentence_at(span.start) for span in change.where]
