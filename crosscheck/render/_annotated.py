"""Reads Web Annotations back: what was written, and what people added to it in an annotation tool.

A decision is a tag (``accepted``, ``false-positive``, ``wont-fix``, ``deferred``, also as ``crosscheck:accepted``) in a
body of the annotation itself or of a reply, an annotation whose target is the IRI of the first.  Comments beside the tag
are its reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from crosscheck.errors import InputError
from crosscheck.render._paths import path_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IDENTITY = "urn:crosscheck:finding:"
DECISIONS = ("accepted", "false-positive", "wont-fix", "deferred")

# What a body with one of these purposes holds is no comment.
_SILENT = frozenset({"editing", "identifying", "linking"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A place as an annotation gives it; `start` and `end` count code points, None where no position is given."""

    path: str
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """An annotation: `id` is that of its finding ("" where it is of nothing that was written), `rule` its rule.

    `decision` is one of `DECISIONS` or "", `reason` the comments, one a line, `by` the name of who decided, `on` when, as the
    tool wrote it.  `claim` is None where the target is no place (a reply to something unknown).
    """

    iri: str = ""
    id: str = ""
    rule: str = ""
    message: str = ""
    claim: Quote | None = None
    evidence: tuple[Quote, ...] = ()
    decision: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""


def _many(value: object) -> list[Any]:
    """A value that JSON-LD lets stand alone or in a list, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _id_of(iri: str) -> str:
    """The id of the finding that an IRI was made for, "" for another's."""
    return unquote(iri.removeprefix(IDENTITY).split(":")[0]) if iri.startswith(IDENTITY) else ""


def _iri(node: object) -> str:
    return (
        _text(node.get("id", node.get("@id", node.get("source")))) if isinstance(node, dict) else _text(node)
    )


def _quote(node: object) -> Quote | None:
    """A target or body that is a place in a document; None for anything else."""
    if not isinstance(node, dict) or not node.get("selector") or not node.get("source"):
        return None
    found = Quote(path=path_of(_iri(node["source"])))
    for selector in _many(node["selector"]):
        kind = selector.get("type") if isinstance(selector, dict) else None
        if kind == "TextQuoteSelector":
            exact, prefix, suffix = (_text(selector.get(name)) for name in ("exact", "prefix", "suffix"))
            found = replace(found, exact=exact, prefix=prefix, suffix=suffix)
        elif kind == "TextPositionSelector":
            found = replace(found, start=_number(selector.get("start")), end=_number(selector.get("end")))
    return found


def _purposes(body: dict[str, Any], motivations: list[Any]) -> frozenset[str]:
    return frozenset(_text(p) for p in _many(body.get("purpose"))) or frozenset(map(_text, motivations))


def _decision(tag: str) -> str:
    name = tag.strip().lower().removeprefix("crosscheck:")
    return name if name in DECISIONS else ""


def _name(agent: object) -> str:
    if isinstance(agent, dict):
        return _text(agent.get("name")) or _text(agent.get("nickname")) or _iri(agent)
    return _text(agent)


def _bodies(node: dict[str, Any]) -> Iterator[tuple[frozenset[str], str, Any]]:
    """The bodies as purposes, text and the body itself; a bare string and `bodyValue` are comments."""
    motivations = [m for m in _many(node.get("motivation")) if m != "assessing"]
    if isinstance(node.get("bodyValue"), str):
        yield frozenset({"commenting"}), node["bodyValue"], None
    for body in _many(node.get("body")):
        if isinstance(body, dict):
            yield _purposes(body, motivations), _text(body.get("value")), body
        elif isinstance(body, str):
            yield frozenset({"linking"}), body, None


def _annotation(node: dict[str, Any]) -> Annotation:
    rule = message = decision = ""
    comments: list[str] = []
    evidence: list[Quote] = []
    for purposes, value, body in _bodies(node):
        place = _quote(body)
        if place is not None:
            evidence.append(place)
        elif "classifying" in purposes:
            rule = rule or value
        elif "describing" in purposes:
            message = message or value
        elif "tagging" in purposes:
            decision = decision or _decision(value)
        elif value.strip() and not purposes & _SILENT:
            comments.append(value.strip())
    targets = _many(node.get("target"))
    claim = next((place for place in map(_quote, targets) if place), None)
    iri = _iri(node)
    answered = next((found for found in (_id_of(_iri(target)) for target in targets) if found), "")
    return Annotation(
        iri=iri,
        id=_id_of(iri) or answered,
        rule=rule,
        message=message,
        claim=claim,
        evidence=tuple(evidence),
        decision=decision,
        reason="\n".join(comments),
        by=_name(next(iter(_many(node.get("creator"))), "")),
        on=_text(node.get("modified")) or _text(node.get("created")),
    )


def _nodes(data: object, place: str) -> Iterator[dict[str, Any]]:
    """The annotations in a collection, a page, a list, or alone."""
    for node in _many(data):
        if not isinstance(node, dict):
            raise InputError(place, "is no Web Annotation: objects are expected")
        types = _many(node.get("type", node.get("@type")))
        if "AnnotationCollection" in types:
            yield from _nodes([page for page in _many(node.get("first")) if not isinstance(page, str)], place)
        elif "AnnotationPage" in types:
            yield from _nodes(node.get("items", []), place)
        elif "Annotation" in types:
            yield node
        else:
            raise InputError(place, f"is no Web Annotation: {json.dumps(types)[:80]}")


def _answered(found: list[Annotation]) -> Iterator[Annotation]:
    """The annotations, replies with the rule and places of what they reply to."""
    first = {a.iri: a for a in found if a.iri.startswith(IDENTITY)}
    by_id = {a.id: a for a in reversed(found) if a.iri in first}
    for annotation in found:
        origin = by_id.get(annotation.id) if annotation.claim is None else None
        if origin is None:
            yield annotation
        else:
            yield replace(annotation, rule=origin.rule, claim=origin.claim, evidence=origin.evidence)


def read_annotations(text: str, place: str = "annotations") -> tuple[Annotation, ...]:
    """The annotations of a JSON-LD text, in order; `place` names it in errors.

    A collection with its pages inside, a page, a list and a lone annotation are all read.  InputError where the text is
    no JSON or holds something else.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(place, f"is no JSON: {error}") from None
    return tuple(_answered([_annotation(node) for node in _nodes(data, place)]))
