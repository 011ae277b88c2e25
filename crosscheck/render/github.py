"""Workflow commands of GitHub Actions: annotations on the lines of a change.

The service drops what comes after 10 errors and 10 warnings of a step without a word, so the worst are written and the
rest is counted; the whole list belongs into the step summary (the format ``markdown``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render._issue import Included, Issue, Level
from crosscheck.render._issues import all_issues, notices, worst_first
from crosscheck.render._plain import whole, xml
from crosscheck.render.interface import OutputFormat

WANTED = Included()
# How many annotations of one level the service takes from a step.
MOST = 10

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice", "none": "notice"}


def escaped(text: str) -> str:
    """`text` as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """`text` as the value of a property of a command."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def _command(issue: Issue) -> str:
    region = issue.spot.region()
    properties = {"title": issue.rule, "file": xml(issue.spot.path), "line": str(region.start.line)}
    if region.start.line == region.end.line:
        properties["col"] = str(region.start.column)
    properties["endLine"] = str(region.end.line)
    if region.start.line == region.end.line:  # the service takes columns of one line only
        properties["endColumn"] = str(region.end.column)
    listed = ",".join(f"{name}={escaped_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[issue.level]} {listed}::{escaped(issue.told)}"


def _notice(path: str, message: str) -> str:
    file = f",file={escaped_property(xml(path))}" if path else ""
    return f"::notice title=not read or not checked{file}::{escaped(message)}"


def _told(reports: Sequence[Report], found: Sequence[Issue], language: Language) -> Iterator[tuple[str, str]]:
    """Every command with its name, the worst first, what was not read last."""
    for issue in found:
        yield _COMMANDS[issue.level], _command(issue)
    for path, message in dict.fromkeys(pair for report in reports for pair in notices(report, language)):
        yield "notice", _notice(path, message)


def _kept(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The commands that the service shows, and a line on the others."""
    counts: Counter[str] = Counter()
    for name, command in told:
        counts[name] += 1
        if counts[name] <= MOST:
            yield command
    cut = {name: count - MOST for name, count in counts.items() if count > MOST}
    if cut:
        listed = " and ".join(f"{count} {name}{'s' if count > 1 else ''}" for name, count in cut.items())
        more = (
            "crosscheck: " + listed + " more than the service shows; --output-format markdown lists them all."
        )
        yield f"::notice title=crosscheck::{escaped(more)}" if counts["notice"] < MOST else more


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """Commands, the worst first, at most `MOST` of a level, and a line that says how many were cut."""
    found = worst_first(all_issues(reports, language, wanted))
    return whole("".join(f"{line}\n" for line in _kept(_told(reports, found, language))))


def render(report: Report, language: Language = "en") -> str:
    """The commands of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="github", suffix=".github.txt", render=render, many=render_many)
