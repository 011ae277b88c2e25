"""The addresses of a document's references, each visited once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from crosscheck.cite.date_forms import read_day
from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.online.manners import Manners
from crosscheck.cite.online.memory import keep, kept
from crosscheck.cite.online.session import Session
from crosscheck.cite.online.state import state_of
from crosscheck.cite.online.visit import Visit
from crosscheck.cite.record import Record
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem
from crosscheck.model.step import say
from crosscheck.patterns import compiled


@cache
def _archives() -> re.Pattern[str]:
    """Addresses of archives of the web."""
    return compiled(
        r"https?://(?:web\.archive\.org/|archive\.(?:is|today|ph|li|vn|fo|md)/|(?:www\.)?webcitation\.org/|perma\.cc/)"
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the visits came to: the problems in order of place, how many addresses answered, and those that were not
    checked, each with a word that says why (``robots``, ``refused``, ``time``, ``form``, or a status).
    """

    problems: tuple[CitationProblem, ...]
    answered: int
    unchecked: tuple[tuple[str, str], ...]


def visited(document: Document, manners: Manners) -> Outcome:
    """Visit the addresses that the references of `document` give, and tell what became of them."""
    from crosscheck.cite import records, rule
    from crosscheck.cite.problems import problems

    by_url: dict[str, list[Record]] = {}
    for record in records(document):
        if record.url.startswith(("http://", "https://")):
            by_url.setdefault(record.url, []).append(record)
    found: list[tuple[Check, Fault]] = []
    unchecked, answered = [], 0
    with Session(manners) as session:
        for url, cited in by_url.items():
            visit = kept(manners.folder, url, manners.fresh)
            if visit is None:
                visit = session.visit(url)
                keep(manners.folder, visit)
            answered += bool(visit.status)
            if state_of(visit) == "unchecked":
                unchecked.append((url, visit.fault or str(visit.status)))
            found.extend(
                (rule(name), fault) for name, fault in _faults(document, visit, cited, session, manners)
            )
    return Outcome(problems(document, found), answered, tuple(unchecked))


def _preserved(record: Record, document: Document) -> bool:
    """Whether a reference has a copy in an archive beside its address."""
    return bool(record.archive_url or _archives().search(document.source, record.span.start, record.span.end))


def _faults(
    document: Document, visit: Visit, cited: list[Record], session: Session, manners: Manners
) -> Iterator[tuple[str, Fault]]:
    state = state_of(visit)
    for record in cited:
        if state in ("dead", "soft-dead-link") and not _preserved(record, document):
            copy = _archived(visit.url, record, session, manners)
            rule = "dead-link" if state == "dead" else "soft-dead-link"
            if copy:
                yield rule, Fault(record.span, say(f"cite.{rule}-copy", url=visit.url, copy=copy))
            else:
                yield rule, Fault(record.span, say(f"cite.{rule}", url=visit.url))
        elif state == "moved":
            yield "moved-link", Fault(record.span, say("cite.moved-link", url=visit.url, target=visit.final))
        elif state == "unreachable" and not _preserved(record, document):
            why = visit.fault or str(visit.status)
            yield "unreachable-link", Fault(record.span, say("cite.unreachable-link", url=visit.url, why=why))


def _archived(url: str, record: Record, session: Session, manners: Manners) -> str:
    """The archive's copy of `url` that is nearest to the day of access, "" where there is none."""
    if not manners.archive:
        return ""
    day = read_day(record.access_date or record.date)
    stamp = f"{day.year:04}{day.month or 1:02}{day.day or 1:02}" if day and day.real else ""
    asked = f"{manners.archive}?url={quote(url, safe='')}" + (f"&timestamp={stamp}" if stamp else "")
    try:
        closest = json.loads(session.text(asked) or "{}")["archived_snapshots"]["closest"]
        copy = closest["url"] if closest["available"] and str(closest.get("status", "200")) == "200" else ""
    except (ValueError, KeyError, TypeError):
        return ""
    return copy if isinstance(copy, str) and copy.startswith(("http://", "https://")) else ""
