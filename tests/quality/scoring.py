"""Scores crosscheck on a pair of documents with gold judgements."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import crosscheck
from crosscheck.model.report import Finding, Report
from training.gold import files, locate, neighbours, overlap


@dataclass
class Tally:
    """Counts over one or more pairs."""

    claims: int = 0
    right: int = 0
    traps_called: int = 0
    evidence: int = 0
    evidence_of: int = 0
    conflicts: int = 0
    true_conflicts: int = 0
    called: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count what `other` has counted too."""
        for part in fields(self):
            setattr(self, part.name, getattr(self, part.name) + getattr(other, part.name))

    def figures(self) -> dict[str, float]:
        """The figures that the floor holds, 0..1, rounded to three places."""
        called = self.called
        agreed = sum(n for (_, got), n in called.items() if got == "agree")
        wanted = sum(n for (gold, _), n in called.items() if gold == "conflict")
        unread = sum(n for (_, got), n in called.items() if got == "none")
        stated = sum(n for (gold, _), n in called.items() if gold == "agree")
        parts = {
            "found": (self.claims - unread, self.claims),
            "accuracy": (self.right, self.claims),
            "conflict_p": (self.true_conflicts, self.conflicts),
            "conflict_r": (called["conflict", "conflict"], wanted),
            "agree_p": (called["agree", "agree"], agreed),
            "agree_r": (called["agree", "agree"], stated),
            "evidence": (self.evidence, self.evidence_of),
        }
        return {name: round(a / b, 3) if b else 1.0 for name, (a, b) in parts.items()}


def fingerprint(pairs: list[Path]) -> str:
    """A hash over every file of the pairs: a figure holds for these texts and no others."""
    digest = hashlib.sha256()
    for pair in sorted(pairs, key=lambda path: path.name):
        for path in sorted(pair.iterdir()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def prediction(report: Report, claim: dict[str, Any], where: tuple[int, int]) -> Finding | None:
    """The finding that answers a gold claim."""
    touching = [(overlap(where, (f.claim.start, f.claim.end)), f) for f in report.findings]
    touching = [(share, f) for share, f in touching if share > 0]
    same = [pair for pair in touching if pair[1].kind == claim["kind"]]
    near = [pair for pair in touching if pair[1].kind in neighbours(claim["kind"])]
    pool = same or near
    return max(pool, key=lambda p: (round(p[0], 2), p[1].verdict != "unsupported"))[1] if pool else None


def score(pair: Path, tally: Tally, compare: Callable[..., Report] = crosscheck.compare) -> None:
    """Add the scores of one pair to `tally`, as `compare` judges it."""
    entry_path, source_paths = files(pair)
    entry = crosscheck.read(entry_path, role="entry")
    report = compare(entry, [crosscheck.read(path) for path in source_paths])
    sources = {Path(document.path).name: document for document in report.sources}
    gold = json.loads((pair / "gold.json").read_text(encoding="utf-8"))
    conflicts = []
    for claim in gold["claims"]:
        where = locate(entry.source, claim["entry_quote"], claim.get("entry_context"))
        if "conflict" in (claim["verdict"], claim.get("also")):
            conflicts.append(where)
        if claim.get("certainty", "sure") != "sure":
            continue
        tally.claims += 1
        finding = prediction(report, claim, where)
        got = finding.verdict if finding else "none"
        tally.called[claim["verdict"], got] += 1
        tally.right += got == claim["verdict"]
        tally.traps_called += bool(claim.get("trap")) and got in ("agree", "conflict")
        if finding and got == claim["verdict"] != "unsupported" and claim.get("source_quote"):
            source = sources[claim.get("source_file") or source_paths[0].name]
            target = locate(source.source, claim["source_quote"], claim.get("source_context"))
            tally.evidence_of += 1
            tally.evidence += any(
                e.place.document == source.id and overlap(target, (e.place.start, e.place.end)) > 0
                for e in finding.evidence
            )
    for finding in report.findings:
        if finding.verdict == "conflict":
            tally.conflicts += 1
            tally.true_conflicts += any(
                overlap((finding.claim.start, finding.claim.end), c) > 0 for c in conflicts
            )
