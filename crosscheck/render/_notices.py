"""Notices and failures in the language of the reader: what stands there in English is found in the catalogue."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from crosscheck import messages
from crosscheck.model.step import Step
from crosscheck.render._cards import Sentence, Steps
from crosscheck.render._quotes import clipped

_PREFIXES = ("notice.", "contradict.", "gate.no-", "gate.fault", "gate.ended")
_BETWEEN = ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A notice on `document`: sentences of the catalogue, and what stands between them as it is."""

    document: str
    parts: tuple[Sentence | str, ...]


def told(document: str, message: str, steps: Steps) -> Told:
    """`message` as sentences that `steps` numbers; what the catalogue does not have stays as it is."""
    parts = tuple(
        steps.sentence(part) if isinstance(part, Step) else part for part in retold(clipped(message))
    )
    return Told(document=document, parts=parts)


def retold(message: str) -> tuple[Step | str, ...]:
    """The steps that `message` was worded from, such as ``a.pdf: page 3 holds no text``, and the rest as text."""
    out: list[Step | str] = []
    rest = message
    while rest:
        whole = _step(rest)
        head, between, rest = (rest, "", "") if whole else rest.partition(_BETWEEN)
        for part in (whole or _step(head) or head, between):
            if isinstance(part, str) and out and isinstance(out[-1], str):
                out[-1] += part
            elif part:
                out.append(part)
    return tuple(out)


def _step(text: str) -> Step | None:
    for key, words in messages.catalogue("en").items():
        if key.startswith(_PREFIXES):
            pieces = list(string.Formatter().parse(words))
            if all(literal in text for literal, *_ in pieces):
                found = re.fullmatch(
                    "".join(_piece(literal, name) for literal, name, *_ in pieces), text, re.DOTALL
                )
                if found:
                    return Step(key, tuple(sorted(found.groupdict().items())))
    return None


def _piece(literal: str, name: str | None) -> str:
    return re.escape(literal) + (f"(?P<{name}>.+?)" if name else "")
