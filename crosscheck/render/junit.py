"""JUnit XML: a suite an entry, a case a claim, as Jenkins (xUnit plugin) and GitLab read it.

A conflict and a faulty citation are failures; a claim that no source supports is a passed case that says so, since
nothing is known to be wrong; a waived one is skipped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render import _plain
from crosscheck.render._issue import Included, Issue
from crosscheck.render._issues import files, issues, notices
from crosscheck.render.interface import OutputFormat

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WANTED = Included(unsupported="note", agree=True, waived=True)


def _clean(text: str) -> str:
    return _plain.xml(_plain.flat(text))


def _classname(path: str) -> str:
    """The path without what readers would take for the end of a package."""
    return path.removeprefix("./").replace(".", "_")


def _detail(issue: Issue) -> str:
    """The message, and each place with its words."""
    lines = [issue.message, f"{issue.spot.at}: {issue.spot.exact}"]
    lines += [f"{spot.at}: {spot.exact} ({spot.score:.2f})" for spot in issue.related]
    return _plain.xml("\n".join(lines))


def _case(suite: Element, issue: Issue, ordinal: int) -> str:
    """Add the case of `issue`; what became of it: ``failure``, ``error``, ``skipped`` or ``passed``."""
    from xml.etree.ElementTree import SubElement

    again = f" ({ordinal})" if ordinal > 1 else ""
    case = SubElement(
        suite,
        "testcase",
        name=_clean(
            " ".join(f"{issue.rule.split('/')[0]}: {issue.spot.exact}".split()) + f" [{issue.id}]{again}"
        ),
        classname=_clean(_classname(issue.spot.path)),
        time="0",
        file=_clean(issue.spot.path),
        line=str(issue.spot.place.line),
    )
    if issue.status == "waived":
        told = ("waived", str(issue.waiver or ""), issue.rule, issue.message)
        SubElement(case, "skipped", message=_plain.xml(": ".join(filter(None, told))))
        return "skipped"
    if issue.level == "error":
        name = "error" if issue.category == "failure" else "failure"
        failure = SubElement(case, name, type=issue.rule, message=_plain.xml(issue.message))
        failure.text = _detail(issue)
        return name
    SubElement(case, "system-out").text = f"{issue.rule}: {_detail(issue)}"
    return "passed"


def _suite(root: Element, report: Report, language: Language, wanted: Included) -> Counter[str]:
    from xml.etree.ElementTree import SubElement

    path = _clean(files(report)[report.entry.id].path)
    suite = SubElement(root, "testsuite", name=path, file=path, time="0")
    counts: Counter[str] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for issue in issues(report, language, wanted):
        seen[issue.rule, issue.id] += 1
        counts[_case(suite, issue, seen[issue.rule, issue.id])] += 1
    told = notices(report, language)
    if told:
        lines = [f"{_plain.flat(place)}: {message}" for place, message in told]
        SubElement(suite, "system-err").text = _plain.xml("\n".join(lines))
    _count(suite, counts)
    suite.set("skipped", str(counts["skipped"]))
    return counts


def _count(element: Element, counts: Counter[str]) -> None:
    element.set("tests", str(counts.total()))
    element.set("failures", str(counts["failure"]))
    element.set("errors", str(counts["error"]))


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """One document; no time and no host, so that the same reports give the same bytes."""
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("testsuites", name="crosscheck", time="0")
    counts: Counter[str] = Counter()
    for report in reports:
        counts += _suite(root, report, language, wanted)
    _count(root, counts)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def render(report: Report, language: Language = "en") -> str:
    """The document of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="junit", suffix=".junit.xml", render=render, many=render_many, whole=True)
