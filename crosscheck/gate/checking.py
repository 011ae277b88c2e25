"""One run of the gate: pairs of files in, what is new, known, waived and resolved out.  Prints nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscheck.gate import baseline as known_before
from crosscheck.gate import batch, git
from crosscheck.gate.baseline import Baseline
from crosscheck.gate.batch import Failure, File, Job, Result
from crosscheck.gate.cache import Cache
from crosscheck.gate.cited import narrowed
from crosscheck.gate.corpus import affected, once
from crosscheck.gate.decisions import Decision
from crosscheck.gate.history import older
from crosscheck.gate.items import Item, items
from crosscheck.gate.jobs import file_of, job_of
from crosscheck.gate.library import document
from crosscheck.gate.lifted import Key
from crosscheck.gate.rules import Selection
from crosscheck.gate.sift import Sifted, sift
from crosscheck.gate.since import Past, touched
from crosscheck.gate.waive import Held, hold
from crosscheck.messages import Language, words
from crosscheck.model.step import say
from crosscheck.options import Options, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a run is to do.

    `change` limits it to what differs from an earlier state, of which `lifted` tells what was decided then and is no
    more; `today` is a day, for decisions.
    """

    options: Options
    pairs: tuple[Pair, ...]
    selection: Selection = field(default_factory=Selection)
    baseline: Baseline = field(default_factory=Baseline)
    decisions: tuple[Decision, ...] = ()
    change: git.Change | None = None
    lifted: frozenset[Key] = frozenset()
    today: str = ""
    processes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One entry after the run; `sifted` is None where it could not be checked at all."""

    job: Job
    sifted: Sifted | None
    failures: tuple[Failure, ...]
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All entries after the run, in order, and what became of the decisions on them."""

    entries: tuple[Checked, ...]
    held: tuple[Held, ...]

    @property
    def new(self) -> tuple[Item, ...]:
        """Everything new, in order of entry."""
        return tuple(item for entry in self.entries if entry.sifted for item in entry.sifted.new)

    @property
    def open(self) -> tuple[Item, ...]:
        """Everything that is not waived, in order of entry."""
        return tuple(item for entry in self.entries if entry.sifted for item in entry.sifted.open)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be checked."""
        return tuple(failure for entry in self.entries for failure in entry.failures)

    def closing(self, language: Language = "en") -> str:
        """The last line of a run: what was found, and what was read."""
        sifted = [entry.sifted for entry in self.entries if entry.sifted]
        waived = sum(len(one.waived) for one in sifted)
        failed = len(self.entries) - len(sifted)
        entries = say("gate.entry" if len(sifted) == 1 else "gate.entries", count=len(sifted))
        closing = say(
            "gate.closing",
            new=len(self.new),
            known=sum(one.known for one in sifted),
            resolved=sum(len(one.resolved) for one in sifted),
            waived=words(say("gate.waived", count=waived), language) if waived else "",
            facts=sum(entry.facts for entry in self.entries),
            entries=words(entries, language),
            failed=words(say("gate.failed", count=failed), language) if failed else "",
        )
        return words(closing, language)


def go(
    wanted: Task,
    cache: Cache,
    folder: Path,
    done: Callable[[int, int, str], None] = lambda _n, _all, _p: None,
) -> Outcome:
    """Check what is `wanted`; `done` is told how many of how many entries are through, and the last one.

    Texts of an earlier state or of the index are laid out in `folder`, which is to stay as long as the outcome is used.
    """
    if wanted.change is None:
        jobs = tuple(_laid(job, folder) for job in _jobs(wanted.pairs, wanted.options, cache))
        return _outcome(wanted, jobs, _run(jobs, cache, wanted, done), {}, cache, folder)
    past = Past.of(wanted.change, folder)
    lost = _lost(past, wanted)
    pairs = affected(wanted.pairs, (*_relevant(past, wanted), *lost))
    jobs = tuple(past.now(job) for job in _jobs(pairs, wanted.options, cache))
    old = {job: before for job in jobs if (before := past.before(job, lost.get(job.entry.path, ())))}
    results = _run((*jobs, *old.values()), cache, wanted, done)
    was = dict(zip(old, results[len(jobs) :], strict=True))
    pasts = {job: (old[job], was[job]) for job in old}
    return _outcome(wanted, jobs, results[: len(jobs)], pasts, cache, folder)


def _lost(past: Past, wanted: Task) -> dict[str, tuple[File, ...]]:
    """The sources that each entry has lost, by its path, for entries that have lost one."""
    gone = past.gone()
    if not gone:
        return {}
    found = {pair.entry: once(wanted.options, pair.entry, gone) for pair in wanted.pairs}
    return {
        entry: tuple(file_of(path, wanted.options) for path in paths)
        for entry, paths in found.items()
        if paths
    }


def _jobs(pairs: tuple[Pair, ...], options: Options, cache: Cache) -> tuple[Job, ...]:
    jobs = tuple(job_of(pair, options) for pair in pairs)
    return narrowed(jobs, cache) if options.match == "cited" else jobs


def _laid(job: Job, folder: Path) -> Job:
    """`job` with what comes over standard input laid out in `folder`: it can be read more than once there."""
    if job.entry.place != "-":
        return job
    target = folder / "stdin"
    if not target.exists():
        target.write_bytes(sys.stdin.buffer.read(job.max_bytes + 1))
    return replace(job, entry=replace(job.entry, place=str(target)))


def _relevant(past: Past, wanted: Task) -> Iterable[str]:
    """The changed files and the entries on which a decision was lifted; a changed configuration concerns every entry."""
    path = wanted.options.path
    names = {name for name, _, _ in wanted.lifted}
    lifted = (pair.entry for pair in wanted.pairs if wanted.options.name_of(pair.entry) in names)
    if path and str(Path(path).resolve()) in past.changed:
        return (*past.changed, *(pair.entry for pair in wanted.pairs))
    return (*past.changed, *lifted)


def _run(
    jobs: tuple[Job, ...], cache: Cache, wanted: Task, done: Callable[[int, int, str], None]
) -> tuple[Result, ...]:
    seen = iter(range(1, len(jobs) + 1))

    def told(number: int, _: Result) -> None:
        done(next(seen), len(jobs), jobs[number].entry.path)

    return batch.run(jobs, cache, wanted.processes, told)


def _outcome(
    wanted: Task,
    jobs: tuple[Job, ...],
    results: tuple[Result, ...],
    old: dict[Job, tuple[Job, Result]],
    cache: Cache,
    folder: Path,
) -> Outcome:
    name_of = wanted.options.name_of
    sound = {
        name_of(job.entry.path): job
        for job, result in zip(jobs, results, strict=True)
        if result.report and not result.failures
    }

    def text_of(name: str) -> str | None:
        job = sound[name]
        return document(job.entry, "entry", job.max_bytes, cache).source

    def past_of(name: str) -> Iterator[str]:
        job = sound[name]
        return older(job.entry, job.max_bytes, folder)

    everything = [item for result in results if result.report for item in items(result.report, name_of)]
    held = hold(
        wanted.decisions, everything, today=wanted.today, text_of=text_of, checked=frozenset(sound), past_of=past_of
    )  # fmt: skip
    entries = tuple(
        _checked(wanted, job, result, held, old.get(job)) for job, result in zip(jobs, results, strict=True)
    )
    return Outcome(entries=entries, held=held)


def _always(_: Item) -> bool:
    return True


def _either(lifted: frozenset[Key], name: str, edited: Callable[[Item], bool]) -> Callable[[Item], bool]:
    """Whether an item is of the edit: by a decision that it took away, or by what it changed in the texts."""
    return lambda item: (name, item.rule, item.id) in lifted or edited(item)


def _checked(
    wanted: Task, job: Job, result: Result, held: tuple[Held, ...], old: tuple[Job, Result] | None
) -> Checked:
    if result.report is None:
        return Checked(job=job, sifted=None, failures=result.failures, facts=0)
    name_of = wanted.options.name_of
    name = name_of(job.entry.path)
    mine = tuple(one for one in held if one.decision.claim.path == name)
    known: Baseline = wanted.baseline
    test: Callable[[Item], bool] = _always
    before = Baseline()
    if wanted.change:
        before_job, was = old or (None, None)
        if was and was.report:
            there = items(was.report, name_of)
            before = known_before.of(
                item for item in there if (name, item.rule, item.id) not in wanted.lifted
            )
            known = Baseline(known.counts | before.counts)
        test = _either(wanted.lifted, name, touched(job, before_job, was, name_of))
    sifted = sift(
        result.report, selection=wanted.selection, name_of=name_of, baseline=known, held=mine, touched=test
    )
    if result.failures:
        sifted = replace(sifted, resolved=())
    elif wanted.change:
        sifted = replace(sifted, resolved=tuple(one for one in sifted.resolved if before.counts[one]))
    return Checked(job=job, sifted=sifted, failures=result.failures, facts=len(result.report.findings))
