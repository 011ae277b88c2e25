"""What `check` writes: reports in a format, differences, counts, and the settings in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from crosscheck import registry
from crosscheck.cli._site import write_site
from crosscheck.cli._write import tell
from crosscheck.errors import UsageError
from crosscheck.gate.batch import Failure, File
from crosscheck.gate.cache import Cache
from crosscheck.gate.checking import Checked, Outcome
from crosscheck.gate.library import Texts, with_texts
from crosscheck.gate.sift import only_open, without_agreement
from crosscheck.messages import Language, words
from crosscheck.model.document import Document, Notice, Role
from crosscheck.model.origins import Origins
from crosscheck.model.report import Report
from crosscheck.model.step import Message, as_is, say
from crosscheck.options import Options

_NOTHING = "0" * 64


if TYPE_CHECKING:
    _Type = click.ParamType[str]
else:
    _Type = click.ParamType


class Format(_Type):
    """The name of an output format; they are looked up when one is named, not at import."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or a usage error that lists all of them."""
        try:
            return str(registry.output_format(value).name)
        except KeyError:
            self.fail(f"“{value}” is none of {', '.join(sorted(registry.output_formats()))}", param, ctx)


def rendered(outcome: Outcome, form: str, options: Options, cache: Cache, *, color: bool = False) -> str:
    """The outcome in the format called `form`; formats that list faults get the entries that have some."""
    language = options.language
    seen: dict[File, Texts] = {}
    reports = [report for entry in outcome.entries if (report := _report(entry, form, options, cache, seen))]
    found = registry.output_format(form)
    if found.suppressing and options.show_waived:
        told = found.suppressing(reports, language)
    elif found.colored and color:
        told = "".join(found.colored(report, language) for report in reports)
    elif reports and len(outcome.entries) == 1:
        told = found.render(reports[0], language)
    elif found.many:
        told = found.many(reports, language)
    else:
        raise UsageError("--output-format", f"{form} holds one entry, and there are {len(reports)}")
    return f"{told}{_waived(outcome)}" if form == "text" else str(told)


def write_pages(
    outcome: Outcome,
    folder: str,
    options: Options,
    cache: Cache,
    mark: Callable[[Report], tuple[Report, int]] | None = None,
    *,
    inputs: Iterable[str] = (),
) -> None:
    """Write a page for each entry that was checked, and an index over them, into `folder`.

    None of `inputs` is written over.  `mark` tells what of a report a baseline knows, and how much of what it knows is gone.
    """
    reports, resolved = [], {}
    for entry in outcome.entries:
        report = _report(entry, "html", options, cache) if entry.sifted else None
        if report is not None and mark is not None:
            report, resolved[report.entry.path] = mark(report)
        if report is not None:
            reports.append(report)
    write_site(
        reports,
        folder,
        options.language,
        failures=tuple((failure.path, failure.why) for failure in outcome.failures),
        resolved=resolved if mark else None,
        inputs=inputs,
    )


def _waived(outcome: Outcome) -> str:
    """A line for each finding that was waived: where it is, who waived it and why."""
    return "".join(
        f"{entry.job.entry.path}:{held.item.claim.line}:{held.item.claim.column}: waived: {held.item.rule} "
        f"“{_line(held.item.claim.exact)}”: {held.decision.waiver}\n"
        for entry in outcome.entries
        if entry.sifted
        for held in entry.sifted.waived
        if held.item
    )


def _report(
    entry: Checked, form: str, options: Options, cache: Cache, seen: dict[File, Texts] | None = None
) -> Report | None:
    if entry.sifted is None:
        return _unread(entry)
    report = replace(entry.sifted.report, wikitext=options.wikitext)
    if not registry.output_format(form).whole:
        report = without_agreement(report)
        report = only_open(report) if form == "text" else report
        if not report.findings and not report.citations and not report.notices:
            return None
    return with_texts(report, entry.job, cache, whole=form == "html", seen=seen)


def _unread(entry: Checked) -> Report:
    """A report on an entry that could not be checked: nothing but a notice."""
    from crosscheck import __version__

    files = ((entry.job.entry, "entry"), *((file, "source") for file in entry.job.sources))
    documents = tuple(
        _stub(file.path, "entry" if role == "entry" else "source", number)
        for number, (file, role) in enumerate(files)
    )
    notices = tuple(Notice(document="entry", message=_not_checked(failure)) for failure in entry.failures)
    return Report(documents=documents, findings=(), citations=(), notices=notices, version=__version__)


def _not_checked(failure: Failure) -> Message:
    return (say("notice.not-checked"), as_is(f": {failure.path}: "), *failure.why)


def _stub(path: str, role: Role, number: int) -> Document:
    return Document(
        id="entry" if role == "entry" else f"source-{number}", path=path, role=role, title=PurePath(path).stem,
        media_type="application/octet-stream", script="other", sha256=_NOTHING, source="", text="", folded="",
        origins=Origins((), ()),
    )  # fmt: skip


def difference(outcome: Outcome) -> str:
    """What is new (+) and what is resolved (-), one finding a line, entry by entry."""
    return "".join(f"{line}\n" for entry in outcome.entries for line in _changes(entry))


def _changes(entry: Checked) -> Iterator[str]:
    if entry.sifted is None:
        return
    path = entry.job.entry.path
    for item in entry.sifted.new:
        found = f" <> {_line(item.evidence.exact)}" if item.evidence else ""
        yield f"+ {path}:{item.claim.line}:{item.claim.column}: {item.rule}: {_line(item.claim.exact)}{found}"
    for gone in entry.sifted.resolved:
        found = f" <> {gone.evidence}" if gone.evidence else ""
        yield f"- {path}: {gone.rule}: {gone.claim}{found} (resolved)"


def _line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def statistics(outcome: Outcome) -> str:
    """How many new findings each rule has, the most first."""
    counts = Counter(item.rule for item in outcome.new)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{number:6}  {rule}\n" for rule, number in rows)


def failures(outcome: Outcome, language: Language) -> None:
    """What could not be checked, on standard error."""
    for failure in outcome.failures:
        tell(f"crosscheck: {failure.path}: {failure.told(language)}")


def notes(outcome: Outcome, language: Language, *, quiet: bool) -> None:
    """What could not be checked, and decisions that no longer count, on standard error."""
    failures(outcome, language)
    if quiet:
        return
    for held in outcome.held:
        if held.state != "active":
            decision = held.decision
            named = {"id": decision.id or decision.rule, "rule": decision.rule}
            told = say(f"gate.{held.state}", exact=decision.claim.exact[:40], **named)
            tell(f"crosscheck: {decision.claim.path}: {words(told, language)}")
