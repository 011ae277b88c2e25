"""Markdown for a comment on a pull request and for a step summary: a count, a table an entry, the rest folded.

The first line is a mark by which a robot finds its earlier comment again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crosscheck.messages import Language, words
from crosscheck.model.report import Report, Verdict
from crosscheck.model.step import Step
from crosscheck.render._issue import RANK, Included, Issue
from crosscheck.render._issues import files, issues, notices, worst_first
from crosscheck.render._markup import cell, code, cut, escaped, row
from crosscheck.render._plain import whole
from crosscheck.render.interface import OutputFormat

WANTED = Included(unsupported="note")
MARK = "<!-- crosscheck -->"
# A comment may hold 65,536 characters; room is left for what a robot puts around it.
LONGEST = 60_000

_COLUMNS = ("conflicts", "citations", "unsupported", "agree", "waived")
_TITLES: dict[Verdict, str] = {"conflict": "conflicts", "unsupported": "unsupported", "agree": "agree"}
# What the end of a list and the next heading take.
_ROOM = 400
_EXACT = 60
_WHY = 300


@dataclass(slots=True)
class _Page:
    """A page under construction, thrown away once it is written; `left` is the room that remains."""

    language: Language
    left: int
    lines: list[str] = field(default_factory=list)

    def say(self, key: str, **args: object) -> str:
        return words(
            Step(f"outputs.{key}", tuple((name, str(value)) for name, value in args.items())), self.language
        )

    def put(self, *lines: str) -> None:
        self.lines += lines
        self.left -= sum(len(line) + 1 for line in lines)

    def fill(self, lines: Sequence[str], reserve: int) -> int:
        """Put the lines that fit above `reserve`; how many did not."""
        for number, line in enumerate(lines):
            if self.left - len(line) - 1 < reserve:
                return len(lines) - number
            self.put(line)
        return 0

    def more(self, count: int) -> None:
        """Say that `count` were left out, where any were."""
        if count:
            self.put("", f"_{self.say('more', count=count)}_")


def _row(issue: Issue, page: _Page) -> str:
    place = issue.spot.place
    rule = cell(issue.rule) if issue.status == "open" else f"{cell(issue.rule)} ({page.say('waived')})"
    evidence = issue.related[0] if issue.related else None
    there = f"{cell(cut(evidence.exact, _EXACT))} ({cell(evidence.at)})" if evidence else ""
    why = escaped(cut(issue.message, _WHY))
    return row(f"{place.line}:{place.column}", rule, cell(cut(issue.spot.exact, _EXACT)), there, why)


def _head(page: _Page, *titles: str) -> tuple[str, str]:
    return row(*(page.say(title) for title in titles)), row(*("---" for _ in titles))


def _counts(report: Report) -> dict[str, int]:
    """How many open findings and citation problems there are, and how many are waived."""
    counts = dict.fromkeys(_COLUMNS, 0)
    for finding in report.findings:
        counts[_TITLES[finding.verdict] if finding.status == "open" else "waived"] += 1
    for problem in report.citations:
        counts["citations" if problem.status == "open" else "waived"] += 1
    return counts


def _summary(reports: Sequence[Report], page: _Page) -> None:
    """A line an entry that has something to tell, and the total."""
    told = [(files(report)[report.entry.id].path, _counts(report)) for report in reports]
    totals = {name: sum(counts[name] for _, counts in told) for name in _COLUMNS}
    columns = [name for name in _COLUMNS if name not in ("agree", "waived") or totals[name]]
    page.put(*_head(page, "entry", *columns))
    lines = [
        row(cell(path), *(str(counts[name]) for name in columns))
        for path, counts in told
        if counts["conflicts"] or counts["citations"] or len(told) == 1
    ]
    if len(told) != 1:
        page.put(row(page.say("total"), *(str(totals[name]) for name in columns)))
    page.more(page.fill(lines, page.left // 2))


def _tables(found: Sequence[tuple[str, tuple[Issue, ...]]], page: _Page) -> None:
    """A table an entry, those with a conflict first, the worst first in each, as far as there is room."""
    reserve = LONGEST // 20
    left_out = 0
    ordered = sorted(found, key=lambda pair: min((RANK[issue.level] for issue in pair[1]), default=9))
    for path, problems in ordered:
        rows = [_row(issue, page) for issue in worst_first(problems)]
        head = ("", f"#### {code(path)}", "", *_head(page, "place", "finding", "claim", "evidence", "why"))
        if not rows or page.left - sum(map(len, head)) - len(rows[0]) - len(head) < reserve:
            left_out += len(rows)
            continue
        page.put(*head)
        left_out += page.fill(rows, reserve)
    page.more(left_out)


def _folded(title: str, lines: Sequence[str], page: _Page) -> None:
    """A list that opens on a click, as far as there is room."""
    if lines:
        page.put("", f"<details><summary>{title}</summary>", "")
        page.more(page.fill(lines, _ROOM))
        page.put("", "</details>")


def _minor(issue: Issue) -> bool:
    """Whether an issue only stands in the folded list: a claim that no source supports, where that fails nothing."""
    return issue.category == "agree" or (issue.category == "unsupported" and issue.level == "note")


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """The page, at most `LONGEST` code points; it says how many findings it had no room for."""
    page = _Page(language, LONGEST)
    page.put(MARK, "### crosscheck", "")
    _summary(reports, page)
    found = [(files(r)[r.entry.id].path, issues(r, language, wanted)) for r in reports]
    problems = [(path, tuple(issue for issue in some if not _minor(issue))) for path, some in found]
    if any(some for _, some in problems):
        _tables(problems, page)
    else:
        page.put("", page.say("nothing"))
    rest = [issue for _, some in found for issue in some if _minor(issue)]
    lines = [f"- {code(issue.spot.at)} {code(cut(issue.spot.exact, _EXACT))}" for issue in rest]
    _folded(page.say("unsupported-list", count=len(lines)), lines, page)
    told = dict.fromkeys(pair for report in reports for pair in notices(report, language))
    lines = [f"- {code(path)} {escaped(cut(message, _WHY))}" for path, message in told]
    _folded(page.say("notices", count=len(lines)), lines, page)
    return whole("\n".join(page.lines) + "\n")


def render(report: Report, language: Language = "en") -> str:
    """The page of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="markdown", suffix=".md", render=render, many=render_many)
