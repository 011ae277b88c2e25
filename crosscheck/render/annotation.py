"""W3C Web Annotation (JSON-LD): what was found, anchored by quote and by position, to be opened in annotation tools.

`crosscheck.render._annotated.read_annotations` reads them back, with what people added.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render._annotated import CONTEXT, IDENTITY, Annotation, Quote, read_annotations
from crosscheck.render._issue import Included, Issue, Spot
from crosscheck.render._issues import all_issues
from crosscheck.render._paths import uri
from crosscheck.render._plain import dump
from crosscheck.render.interface import OutputFormat

__all__ = ["FORMAT", "Annotation", "Quote", "read_annotations", "render", "render_many"]

WANTED = Included(unsupported="note")


def _resource(spot: Spot) -> dict[str, Any]:
    """A place as a resource with selectors: the words first, since they outlive an edit."""
    place = spot.place
    position = {"type": "TextPositionSelector", "start": place.start, "end": place.end}
    words = {
        "type": "TextQuoteSelector",
        "exact": place.exact,
        "prefix": place.prefix,
        "suffix": place.suffix,
    }
    selectors = [words, position] if place.exact else [position]
    return {"type": "SpecificResource", "source": uri(spot.path), "selector": selectors}


def _bodies(issue: Issue, language: Language) -> list[dict[str, Any]]:
    text = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": language}
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "classifying", "value": issue.rule},
        {**text, "value": issue.message},
    ]
    if issue.status == "waived":
        bodies.append({"type": "TextualBody", "purpose": "tagging", "value": "waived"})
        if issue.waiver:
            bodies.append({**text, "value": str(issue.waiver)})
    if issue.fix is not None:
        bodies.append(
            {"type": "TextualBody", "purpose": "editing", "format": "text/plain", "value": issue.fix}
        )
    return bodies + [{**_resource(spot), "purpose": "linking"} for spot in issue.related]


def _annotation(issue: Issue, language: Language, ordinal: int) -> dict[str, Any]:
    path = quote(uri(issue.spot.path), safe="")
    again = f":{ordinal}" if ordinal > 1 else ""
    return {
        "id": f"{IDENTITY}{quote(issue.id, safe='')}:{path}{again}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": _bodies(issue, language),
        "target": _resource(issue.spot),
    }


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """One collection with one page, in the order of the entries; positions count code points, as the standard says.

    The IRI of an annotation holds the id of its finding.  Nothing in it tells when it was made.
    """
    seen: dict[tuple[str, str], int] = {}
    items = []
    for issue in all_issues(reports, language, wanted):
        key = issue.id, issue.spot.path
        seen[key] = seen.get(key, 0) + 1
        items.append(_annotation(issue, language, seen[key]))
    version = reports[0].version if reports else ""
    tool = {"id": "urn:crosscheck", "type": "Software", "name": f"crosscheck {version}".strip()}
    page = {
        "id": "urn:crosscheck:annotations:1",
        "type": "AnnotationPage",
        "partOf": "urn:crosscheck:annotations",
    }
    return dump(
        {
            "@context": CONTEXT,
            "id": "urn:crosscheck:annotations",
            "type": "AnnotationCollection",
            "label": "crosscheck",
            "creator": tool,
            "total": len(items),
            "first": {**page, "startIndex": 0, "items": items},
        }
    )


def render(report: Report, language: Language = "en") -> str:
    """The collection of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="annotation", suffix=".annotations.jsonld", render=render, many=render_many)
