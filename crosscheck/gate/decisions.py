"""What people decided on findings, one a line in a file that git tracks.

A decision holds as long as both sides say what they said, in the same words and with the same value: more than script
or punctuation changed, and it is stale.  Lines of an earlier version, which knew no values, are read and held by their
words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from crosscheck import storage
from crosscheck.errors import UnreadableError
from crosscheck.gate.items import Item
from crosscheck.gate.marking import earlier_mark, mark
from crosscheck.model.report import Selector, Waiver

FILE = "crosscheck-decisions.jsonl"
Choice = Literal["accepted", "false-positive", "wont-fix", "deferred"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
VERSION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a finding as it was when it was decided on.

    `path` is the name from the root; `start` counts code points of the file's text, -1 where it is not known; `hash`
    is made of the letters of the sentence around the place, as far as 32 code points to each side, "" in a line that was
    written by hand without context.  `value` is the typed value, None in a line that does not tell.
    """

    path: str
    exact: str
    prefix: str
    suffix: str
    hash: str
    start: int = -1
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision with its reason.  `on` and `expires` are days, `expires` the last one it holds on, or "".

    `version` is that of the line that it was read from.
    """

    id: str
    rule: str
    decision: Choice
    reason: str
    by: str
    on: str
    claim: Side
    evidence: Side | None = None
    expires: str = ""
    version: int = field(default=VERSION, compare=False)

    @property
    def waiver(self) -> Waiver:
        """Who decided what, when and why, for a reader of the report."""
        return Waiver(decision=self.decision, by=self.by or "unknown", on=self.on, reason=self.reason)


def side(place: Selector, path: str) -> Side:
    """The side of a finding that is at `place` in the document called `path`."""
    return Side(
        path=path,
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        hash=mark(place.prefix, place.exact, place.suffix),
        start=place.start,
        value=place.value,
    )


def decide(item: Item, choice: Choice, reason: str, *, by: str, on: str, expires: str = "") -> Decision:
    """A decision on `item`."""
    return Decision(
        id=item.id,
        rule=item.rule,
        decision=choice,
        reason=" ".join(reason.split()),
        by=by,
        on=on,
        expires=expires,
        claim=side(item.claim, item.document),
        evidence=side(item.evidence, item.source) if item.evidence else None,
    )


def dump(decisions: tuple[Decision, ...]) -> str:
    """The file of `decisions`: one a line, sorted, each once."""
    lines = {_line(decision): _order(decision) for decision in decisions}
    return "".join(f"{line}\n" for line in sorted(lines, key=lambda line: (lines[line], line)))


def _line(decision: Decision) -> str:
    """`decision` as a line for every reader: what some take for the end of one is an escape."""
    text = json.dumps(_plain(decision), ensure_ascii=False)
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _order(decision: Decision) -> tuple[str, str, str, str]:
    return decision.claim.path, decision.id, decision.rule, decision.on


def _plain(decision: Decision) -> dict[str, Any]:
    data = {**asdict(decision), "version": VERSION}
    if not decision.expires:
        del data["expires"]
    for side_ in (data["claim"], data["evidence"]):
        if side_ and side_["value"] is None:
            del side_["value"]
    return data


def load(path: str) -> tuple[Decision, ...]:
    """The decisions in the file at `path`, none where there is no such file; UnreadableError names a line that is off."""
    try:
        return read(Path(path).read_bytes(), path)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise UnreadableError(path, f"the decisions cannot be read: {error}") from None


def read(data: bytes, path: str) -> tuple[Decision, ...]:
    """The decisions in `data`, what a file called `path` holds or held; raises as `load` does."""
    try:
        lines = records(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableError(path, f"the decisions cannot be read: {error}") from None
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(parse(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise UnreadableError(f"{path}:{number}", f"is no decision: {error}") from None
    return tuple(found)


def records(text: str) -> list[str]:
    """The lines of a file of records: they end at a line feed alone, whatever else within one counts as an end of line."""
    return [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]


def amend(
    path: str, *, add: Iterable[Decision] = (), drop: Iterable[Decision] = ()
) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
    """Put `add` into the decisions file at `path` and take `drop` out of it; what was put in and what taken out.

    The file is read again for it, and held against all others who amend it: what they have decided meanwhile stays.
    Raises as `load` does, and OutputError where it cannot be written.
    """
    with storage.locked(path):
        there = dict.fromkeys(load(path))
        out = tuple(decision for decision in dict.fromkeys(drop) if decision in there)
        kept = {decision: None for decision in there if decision not in out}
        new = tuple(decision for decision in dict.fromkeys(add) if decision not in kept)
        if new or out:
            storage.replace(path, dump((*kept, *new)).encode("utf-8", errors="replace"))
    return new, out


def parse(data: Any) -> Decision:
    """The decision in `data`; ValueError says what is off."""
    if not isinstance(data, dict):
        raise ValueError("no object")
    texts = {name: _text(data, name) for name in ("id", "rule", "decision", "reason", "by", "on")}
    if texts["decision"] not in CHOICES:
        raise ValueError(f"“decision” is one of {', '.join(CHOICES)}")
    if not texts["reason"].strip():
        raise ValueError("“reason” is required")
    expires = data.get("expires") or ""
    for name, day in (("on", texts["on"]), ("expires", expires)):
        if not isinstance(day, str):
            raise ValueError(f"“{name}” is a day such as 2027-01-31")
        if day:
            date.fromisoformat(day)
    version = data.get("version", VERSION)
    if type(version) is not int or not 0 < version <= VERSION:
        raise ValueError("it is of a later version")
    sides = [_side(data.get("claim"), "claim")]
    if data.get("evidence"):
        sides.append(_side(data["evidence"], "evidence"))
    earlier = [_earlier(one) for one in sides]
    sides = [_renewed(one) for one in sides]
    return Decision(
        **texts,  # type: ignore[arg-type]
        expires=expires,
        claim=sides[0],
        evidence=sides[1] if len(sides) > 1 else None,
        version=1 if any(earlier) else VERSION,
    )


def _earlier(side_: Side) -> bool:
    return side_.value is None and side_.hash == earlier_mark(side_.prefix, side_.exact, side_.suffix)


def _renewed(side_: Side) -> Side:
    """`side_` with a hash of this version: what an earlier one quoted is enough to make it."""
    if not _earlier(side_):
        return side_
    return replace(side_, hash=mark(side_.prefix, side_.exact, side_.suffix))


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str) or (not value and name not in ("by", "reason", "id")):
        raise ValueError(f"“{name}” is required")
    return value


def _side(data: Any, name: str) -> Side:
    if not isinstance(data, dict):
        raise ValueError(f"“{name}” is no object")
    texts = [data.get(key, "") for key in ("path", "exact", "prefix", "suffix", "hash")]
    start, value = data.get("start", -1), data.get("value")
    if (
        not all(isinstance(text, str) for text in texts)
        or type(start) is not int
        or not isinstance(value, str | None)
        or not texts[0]
        or not (
            texts[1] or texts[4]
        )  # a finding on a document as a whole has a hash, and no words of its own
    ):
        raise ValueError(f"“{name}” wants path, exact, prefix, suffix and hash")
    path, exact, prefix, suffix, hashed = texts
    if not hashed and (prefix or suffix):
        hashed = mark(prefix, exact, suffix)
    return Side(path=path, exact=exact, prefix=prefix, suffix=suffix, hash=hashed, start=start, value=value)
