"""Pairs of documents with gold judgements: where they are, what they hold, and where a gold quotation stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.model.document import Document
from crosscheck.model.fact import Fact

ROOT = Path(__file__).parents[1]
# The sets of pairs by name; the last is not part of a clone.
SETS = {
    "own": ROOT / "tests" / "quality" / "pairs",
    "apart": ROOT / "tests" / "quality" / "apart",
    "shared": ROOT.parent / "shared" / "pairs",
}
Stretch = tuple[int, int]
# Names of every sort are neighbours: an editor asks whether one is right, not what sort it is of.
_NAMED = frozenset({"person", "role", "place", "organisation", "title", "quote", "thing", "law"})


def neighbours(kind: str) -> frozenset[str]:
    """The kinds whose findings answer for a gold claim of `kind` where there is none of its own."""
    if kind == "statement":
        return _NAMED
    return frozenset({"statement"}) | (_NAMED - {kind} if kind in _NAMED else frozenset())


def is_real(name: str) -> bool:
    """Whether the pair of this name is of texts that were not written for the purpose."""
    return name.startswith("shared/")


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold claim: its place in the entry's file, its verdict, where its evidence stands, and how sure the judge was."""

    kind: str
    where: Stretch
    verdict: str
    source: str
    target: Stretch | None
    sure: bool
    also: str


def locate(text: str, quote: str, context: str | None) -> Stretch:
    """Where `quote` stands, inside `context` where one is given; ValueError where it does not."""
    base = text.index(context) + context.index(quote) if context else text.index(quote)
    return base, base + len(quote)


def overlap(one: Stretch, other: Stretch) -> float:
    """How much of the longer of two stretches both share."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def place(document: Document, fact: Fact) -> Stretch:
    """The place of a fact in its file."""
    span = document.origins.to_source(fact.span)
    return span.start, span.end


def files(pair: Path) -> tuple[Path, list[Path]]:
    """The entry and the sources of a pair."""
    return next(iter(sorted(pair.glob("entry.*")))), sorted(pair.glob("source*.*"))


def pairs_of(folder: Path) -> list[Path]:
    """The pairs in a folder, by name; none where it is not there."""
    return [path for path in sorted(folder.glob("*")) if (path / "gold.json").is_file()]


def named() -> dict[str, Path]:
    """Every pair that is here, by set and name."""
    return {f"{name}/{pair.name}": pair for name, folder in SETS.items() for pair in pairs_of(folder)}


def fingerprint(pair: Path) -> str:
    """A hash over every file of a pair."""
    digest = hashlib.sha256()
    for path in sorted(pair.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def judged(pair: Path, entry: Document, sources: tuple[Document, ...]) -> Iterator[Judged]:
    """The gold claims of a pair."""
    gold: dict[str, Any] = json.loads((pair / "gold.json").read_text(encoding="utf-8"))
    by_name = {Path(document.path).name: document for document in sources}
    for item in gold["claims"]:
        source = by_name[item.get("source_file") or next(iter(by_name))]
        target = None
        if item.get("source_quote"):
            target = locate(source.source, item["source_quote"], item.get("source_context"))
        yield Judged(
            kind=item["kind"],
            where=locate(entry.source, item["entry_quote"], item.get("entry_context")),
            verdict=item["verdict"],
            source=source.id,
            target=target,
            sure=item.get("certainty", "sure") == "sure",
            also=item.get("also") or "",
        )
