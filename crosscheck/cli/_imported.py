"""Decisions from elsewhere: another decisions file, or annotations that people tagged in an annotation tool."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from pathlib import Path

from crosscheck.errors import UnreadableError
from crosscheck.gate.decisions import CHOICES, Decision, Side, decide, load
from crosscheck.gate.items import Item
from crosscheck.gate.marking import mark
from crosscheck.render.annotation import Annotation, Quote, read_annotations


def read(
    path: str, found: Iterable[Item], *, name_of: Callable[[str], str], by: str, on: str
) -> tuple[tuple[Decision, ...], int]:
    """The decisions in the file at `path`, and how many of its annotations had a tag without a reason.

    Lines of JSON are decisions as they stand, or as a page exported them; everything else is read as Web Annotation.  `by`
    and `on` stand in where an annotation names neither.
    """
    if path.endswith(".jsonl"):
        if not Path(path).is_file():
            raise UnreadableError(path, "there is no such file")
        return tuple(
            _named(decision, {item.document for item in found}, name_of) for decision in load(path)
        ), 0
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(path, f"cannot be read: {error}") from None
    items = {(item.id, item.document): item for item in found}
    out, mute = [], 0
    for annotation in read_annotations(text, path):
        if annotation.decision not in CHOICES:
            continue
        if not annotation.reason.strip():
            mute += 1
            continue
        decision = _decision(annotation, items, name_of, by, on)
        if decision:
            out.append(decision)
    return tuple(out), mute


def _named(decision: Decision, known: Container[str], name_of: Callable[[str], str]) -> Decision:
    """`decision` with names from the root: a page that was made in another folder has paths from there."""
    if decision.claim.path in known or name_of(decision.claim.path) not in known:
        return decision
    claim, evidence = (
        side and replace(side, path=name_of(side.path)) for side in (decision.claim, decision.evidence)
    )
    assert claim is not None
    return replace(decision, claim=claim, evidence=evidence)


def _decision(
    annotation: Annotation,
    items: dict[tuple[str, str], Item],
    name_of: Callable[[str], str],
    by: str,
    on: str,
) -> Decision | None:
    quote = annotation.claim
    if quote is None or not quote.path:
        return None
    choice = next(choice for choice in CHOICES if choice == annotation.decision)
    who, day = annotation.by or by, _day(annotation.on) or on
    item = items.get((annotation.id, name_of(quote.path)))
    if item is not None:
        return decide(item, choice, annotation.reason, by=who, on=day)
    if not annotation.rule or not quote.exact:
        return None
    return Decision(
        id=annotation.id,
        rule=annotation.rule,
        decision=choice,
        reason=" ".join(annotation.reason.split()),
        by=who,
        on=day,
        claim=_side(quote, name_of),
        evidence=_side(annotation.evidence[0], name_of)
        if annotation.evidence and annotation.evidence[0].path
        else None,
    )


def _side(quote: Quote, name_of: Callable[[str], str]) -> Side:
    return Side(
        path=name_of(quote.path),
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        hash=mark(quote.prefix, quote.exact, quote.suffix),
        start=-1 if quote.start is None else quote.start,
    )


def _day(text: str) -> str:
    """The day of a time as annotations write it, "" where it is none."""
    from datetime import date

    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
