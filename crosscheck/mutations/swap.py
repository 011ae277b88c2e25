"""Two values of one kind changed for each other: the numbers of two counts, two dates of one form, two people."""

from __future__ import annotations

import re
from random import Random

from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations._numerals import numeral
from crosscheck.mutations.interface import Change, Edit, Ground, Way

_KINDS = ("quantity", "date", "person", "place")
_FIGURES = re.compile(r"[0-9〇○零一二三四五六七八九十]+")


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    mine = _part(ground, finding)
    if mine is None:
        return None
    pool = [other for other in ground.agreeing(finding.kind) if _fits(ground, finding, mine, other)]
    if not pool:
        return None
    other = random.choice(pool)
    theirs = _part(ground, other)
    assert theirs is not None
    text = ground.text.document.text
    edits = (
        Edit(span=mine, text=text[theirs.start : theirs.end]),
        Edit(span=theirs, text=text[mine.start : mine.end]),
    )
    return Change(
        kind="swap",
        findings=(finding.id, other.id),
        edits=tuple(sorted(edits, key=lambda edit: edit.span)),
        where=tuple(sorted((mine, theirs))),
    )


def _part(ground: Ground, finding: Finding) -> Span | None:
    """What of a claim can change places with another one: the number of a count, a whole date or name."""
    span = finding.claim.clean
    if finding.kind == "quantity":
        match = numeral().search(ground.folded(span))
        if match is None:
            return None
        span = Span(span.start + match.start(), span.start + match.end(1))
    return span if ground.plain(span) else None


def _fits(ground: Ground, finding: Finding, mine: Span, other: Finding) -> bool:
    """Whether `other` says something else of its kind in another sentence, in a form that reads well in either place."""
    theirs = _part(ground, other)
    if theirs is None or finding.claim.value == other.claim.value:
        return False
    one, two = ground.folded(mine), ground.folded(theirs)
    if one == two or one in two or two in one:
        return False
    if ground.text.sentence_at(mine.start).index == ground.text.sentence_at(theirs.start).index:
        return False
    if finding.kind == "date":
        return _FIGURES.sub("0", one) == _FIGURES.sub("0", two)
    if finding.kind in ("person", "place"):
        return two not in ground.near_evidence(finding) and one not in ground.near_evidence(other)
    return one.isascii() == two.isascii()


CHANGE = Way(name="swap", doc=__doc__ or "", kinds=_KINDS, plant=_plant)
