"""Faults become the citation problems of a report: with a place, an order and an identity."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from crosscheck.cite.interface import Check, Fault
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem
from crosscheck.places import Places


def problems(document: Document, found: Iterable[tuple[Check, Fault]]) -> tuple[CitationProblem, ...]:
    """The problems of `document`, in order of place; an equal fault at the same place counts once.

    An id is made of rule, document, the exact words and their ordinal among equal ones: text that changes elsewhere
    leaves it as it is.
    """
    faults = {(check.rule, fault): check for check, fault in found}
    if not faults:
        return ()
    places = Places.of(document)
    order = sorted(
        faults, key=lambda item: (item[1].span, item[0], item[1].message.key, item[1].message.args)
    )
    counts: Counter[tuple[str, str]] = Counter()
    problems = []
    for rule, fault in order:
        place = places.at(fault.span, "")
        counts[rule, place.exact] += 1
        identity = "\0".join((rule, document.id, place.exact, str(counts[rule, place.exact])))
        problems.append(
            CitationProblem(
                id=hashlib.sha256(identity.encode()).hexdigest()[:16],
                rule=rule,
                severity=faults[rule, fault].severity,
                place=place,
                message=fault.message,
                fix=dict(fault.message.args).get("fix", ""),
            )
        )
    return tuple(problems)
