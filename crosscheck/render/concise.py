"""One line a finding, as editors and ``grep`` read them."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render._issue import Included, Issue
from crosscheck.render._issues import issues, notices
from crosscheck.render._plain import flat, whole
from crosscheck.render.interface import OutputFormat

WANTED = Included(unsupported="note")


def _line(issue: Issue) -> str:
    mark = " (waived)" if issue.status == "waived" else ""
    why = f" [{issue.waiver}]" if issue.waiver else ""
    return f"{issue.spot.at}: {issue.level}{mark}: {issue.told} [{issue.rule}]{why}"


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """``path:line:column: level: message [rule]``, in the order of the entries; "" where there is nothing to tell.

    Lines and columns count from 1, columns in code points.
    """
    lines = []
    for report in reports:
        lines += [_line(issue) for issue in issues(report, language, wanted)]
        lines += [f"{flat(path)}: notice: {message}" for path, message in notices(report, language)]
    return whole("".join(f"{line}\n" for line in lines))


def render(report: Report, language: Language = "en") -> str:
    """The lines of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="concise", suffix=".concise.txt", render=render, many=render_many)
