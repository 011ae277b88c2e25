"""Many pairs, one after another or side by side, each worked out once: a pair that was worked out before is looked up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace

from crosscheck.errors import InputError
from crosscheck.gate import process
from crosscheck.gate.cache import Cache, digest, maker
from crosscheck.gate.hashes import Hashes
from crosscheck.gate.stored import Unfit, pack, unpack
from crosscheck.messages import Language, told
from crosscheck.model.document import Document, Notice, Role
from crosscheck.model.origins import Origins
from crosscheck.model.report import Report
from crosscheck.model.step import Message, as_is, say
from crosscheck.options import Options

_NOWHERE = Origins((), ())
# A process takes about as long to start and to load the recogniser as two entries take to be checked.
_EACH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A document to read: `path` is what it is called, `place` where its text is (another folder for an old version)."""

    path: str
    place: str
    date: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An entry with its sources; `options` are those that a verdict depends on.

    `offered` is how many sources were at hand before those were chosen that the entry cites.
    """

    entry: File
    sources: tuple[File, ...]
    options: Options
    offered: int = 0

    @property
    def max_bytes(self) -> int:
        """Files over this size are refused."""
        return self.options.max_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that could not be checked, and why."""

    path: str
    why: Message

    @property
    def reason(self) -> str:
        """Why, in English."""
        return self.told("en")

    def told(self, language: Language) -> str:
        """Why, in the language of the reader."""
        return told(self.why, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a job: a report whose documents are without their text (`read` gives them), or failures, or both."""

    report: Report | None
    failures: tuple[Failure, ...] = ()


def read(file: File, role: Role, max_bytes: int) -> Document:
    """The document in `file`, under the path that it is called by."""
    from crosscheck.read import read as read_file

    document = read_file(
        file.place, role=role, format=file.form or None, date=file.date or None, max_bytes=max_bytes
    )
    return replace(document, path=file.path)


def check(job: Job) -> Result:
    """Read the documents of `job` and check them.

    A source that cannot be read is a failure, and since it may hold what the entry says, nothing is called
    unsupported then.  An entry without a source keeps its citations checked and none of its claims, and that is a
    failure too, as is a run without the recogniser where the options do not allow it.
    """
    import crosscheck
    from crosscheck import recognise

    try:
        entry = read(job.entry, "entry", job.max_bytes)
    except InputError as error:
        return Result(report=None, failures=(_unreadable(job.entry, error),))
    sources, failures = [], []
    for file in job.sources:
        try:
            sources.append(read(file, "source", job.max_bytes))
        except InputError as error:
            failures.append(_unreadable(file, error))
    if not sources and job.sources:
        return Result(report=None, failures=tuple(failures))
    report = crosscheck.compare(entry, sources, options=job.options)
    if not report.findings:
        failures.append(Failure(path=job.entry.path, why=(say("gate.no-claim"),)))
    if not sources:
        report = replace(report, findings=())
        why = say("gate.no-match", count=job.offered) if job.offered else say("gate.no-source")
        failures = [Failure(path=job.entry.path, why=(why,))]
    elif failures:
        report = _without_a_source(report, failures)
    if recognise.missed() and not job.options.allow_no_names:
        failures.append(Failure(path=job.entry.path, why=(say("notice.no-names"),)))
    return Result(
        report=replace(report, documents=tuple(map(_bare, report.documents))), failures=tuple(failures)
    )


def _unreadable(file: File, error: InputError) -> Failure:
    return Failure(path=file.path, why=error.message)


def _without_a_source(report: Report, failures: list[Failure]) -> Report:
    notices = tuple(
        Notice(document="entry", message=(as_is(f"{failure.path}: "), *failure.why)) for failure in failures
    )
    return replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.verdict != "unsupported"),
        notices=(*report.notices, *notices),
    )


def _bare(document: Document) -> Document:
    return replace(
        document, source="", text="", folded="", origins=_NOWHERE, blocks=(), links=(), marks=(), references=(),
        variants=(), notices=(),
    )  # fmt: skip


def safely(job: Job) -> Result:
    """`check`, with a fault of crosscheck itself as a failure of the entry: the other entries go on."""
    try:
        return check(job)
    except Exception as error:
        why = say("gate.fault", error=f"{type(error).__name__}: {error}")
        return Result(report=None, failures=(Failure(path=job.entry.path, why=(why,)),))


def key(job: Job, hashes: Hashes) -> str | None:
    """What the answer to `job` depends on, as one hash; None where a file cannot be read."""
    parts = [maker(), json.dumps(pack(job.options))]
    for file in (job.entry, *job.sources):
        content = hashes.of(file.place)
        if not content:
            return None
        parts += [file.path, file.date, file.form, content]
    return digest(*parts)


def run(
    jobs: tuple[Job, ...],
    cache: Cache,
    processes: int,
    done: Callable[[int, Result], None] = lambda _i, _r: None,
) -> tuple[Result, ...]:
    """The results of `jobs`, in their order; `done` is told of each as it comes.

    What was worked out is kept in `cache` at once, so that a run that was stopped goes on where it was.
    """
    hashes = Hashes()
    keys = [key(job, hashes) for job in jobs]
    results: dict[int, Result] = {}
    for number, name in enumerate(keys):
        known = _known(cache.get(name)) if name else None
        if known is not None:
            results[number] = known
            done(number, known)
    missing = [number for number in range(len(jobs)) if number not in results]
    for number, result in _work(jobs, missing, processes):
        results[number] = result
        name = keys[number]
        if name and result.report is not None and not result.failures:
            cache.put(name, json.dumps(pack(result), ensure_ascii=False))
        done(number, result)
    cache.used(tuple(name for name in keys if name))
    return tuple(results[number] for number in range(len(jobs)))


def _known(text: str | None) -> Result | None:
    if text is None:
        return None
    try:
        return unpack(Result, json.loads(text))
    except (Unfit, ValueError, RecursionError):
        return None


def _work(jobs: tuple[Job, ...], missing: list[int], processes: int) -> Iterator[tuple[int, Result]]:
    workers = min(processes, -(-len(missing) // _EACH))
    if workers <= 1:
        process.one_arena()
        for number in missing:
            yield number, safely(jobs[number])
        return
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, process.begin)
    try:
        with process.uninterrupted():
            waiting = {pool.submit(safely, jobs[number]): number for number in missing}
        for future in as_completed(waiting):
            yield waiting[future], _came(future, jobs[waiting[future]])
    finally:  # the rest of the run need not wait until they have ended
        pool.shutdown(wait=False, cancel_futures=True)


def _came(future: Future[Result], job: Job) -> Result:
    try:
        return future.result()
    except BrokenProcessPool:
        return Result(report=None, failures=(Failure(path=job.entry.path, why=(say("gate.ended"),)),))
