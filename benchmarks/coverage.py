"""Where the truth is lost: follows every gold claim from its text to its verdict::

    python -m benchmarks.coverage [-v] [--verdict conflict] [FOLDER ...]

A folder is a pair (``gold.json`` with ``entry.*`` and ``source*.*``) or holds pairs; without arguments, every pair that is
here.  Prints for each stage how many claims are lost there, by kind, in shares of all; ``-v`` lists each loss.  The stages, in
the order in which a claim passes them:

    claim not read         nothing that could stand for the claim was read out of the entry
    read as another sort   only something of a neighbouring kind was, or less than half of the words
    evidence not read      nothing of its kind was read where the gold evidence stands
    not looked at          it was, and retrieval did not bring it to the claim
    barred: NAME           the veto of that name kept it away
    values                 the two values are held to agree where they contradict, or the other way round, or say nothing of one another
    scored too low         all that is right, and the score does not reach what it needs, or another option beats it
    wrong verdict          the claim is called something that it is not, though the gold has no evidence for it
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import crosscheck
from crosscheck import pipeline
from crosscheck.align.candidates import candidates
from crosscheck.align.option import Option, related
from crosscheck.align.surroundings import Surroundings
from crosscheck.align.vetoes import Candidate, barred
from crosscheck.model.fact import Fact
from crosscheck.model.report import Judgement
from crosscheck.registry import evidence_for, kind
from training.gold import Judged, files, judged, named, overlap, pairs_of, place

# Names of every sort are neighbours: an editor asks whether a name is right, not of which sort it is.
_NAMES = frozenset({"person", "role", "place", "organisation", "title", "quote", "thing"})
STAGES = (
    "claim not read",
    "read as another sort",
    "evidence not read",
    "not looked at",
    "barred",
    "values",
    "scored too low",
    "wrong verdict",
)
RIGHT = "right"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a gold claim: its `stage`, ``right`` where nothing is lost, and what a reader should see of it."""

    pair: str
    gold: Judged
    stage: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A pair, read and judged."""

    bench: pipeline.Prepared
    options: dict[Fact, list[Option]]
    judgements: dict[Fact, Judgement]


def held(pair: Path) -> tuple[Held, tuple[Judged, ...]]:
    """A pair with its gold."""
    entry, sources = files(pair)
    bench = pipeline.prepare(
        crosscheck.read(entry, role="entry"), [crosscheck.read(path) for path in sources]
    )
    found = pipeline.options(bench)
    judgements = dict(pipeline.judge(bench.claims, found, bench.documents[1:]))
    gold = tuple(judged(pair, bench.documents[0], bench.documents[1:]))
    return Held(bench, dict(zip(bench.claims, found, strict=True)), judgements), gold


def fates(pair: Path) -> Iterator[Fate]:
    """What became of each gold claim of a pair that its judges are sure of."""
    one, gold = held(pair)
    entry = one.bench.documents[0].source
    for item in gold:
        if item.sure:
            stage, detail = _followed(one, item)
            yield Fate(pair.name, item, stage, entry[item.where[0] : item.where[1]], detail)


def _followed(one: Held, gold: Judged) -> tuple[str, str]:
    """The stage where a gold claim is lost, with what tells more of it."""
    claim = _claim(one, gold)
    if claim is None:
        return "claim not read", ""
    judgement = one.judgements[claim]
    if judgement.verdict == gold.verdict:
        return RIGHT, ""
    called = f"read as {claim.kind} {claim.line!r}, called {judgement.verdict}"
    if claim.kind != gold.kind or _covered(one, claim, gold) < _HALF:
        return "read as another sort", called
    if gold.verdict == "unsupported" or gold.target is None:
        against = f" by {judgement.evidence[0].evidence.line!r}" if judgement.evidence else ""
        return "wrong verdict", called + against
    stage, detail = _evidence(one, claim, gold)
    return stage, f"{called}; {detail}" if detail else called


def _covered(one: Held, claim: Fact, gold: Judged) -> float:
    """What share of the letters and figures of a claim and its gold both have: brackets of links do not count."""
    entry = one.bench.documents[0]
    (start, end), (first, last) = gold.where, place(entry, claim)

    def letters(low: int, high: int) -> int:
        return sum(map(str.isalnum, entry.source[low:high]))

    return letters(max(start, first), min(end, last)) / max(1, letters(min(start, first), max(end, last)))


def _claim(one: Held, gold: Judged) -> Fact | None:
    """The claim that answers a gold claim, as the scoring of the pairs chooses it."""
    entry = one.bench.documents[0]
    near = {gold.kind, "statement"} | (_NAMES if gold.kind in _NAMES | {"statement"} else set())
    shares = [(overlap(gold.where, place(entry, claim)), claim) for claim in one.bench.claims]
    touching = [(share, claim) for share, claim in shares if share > 0 and claim.kind in near]
    same = [pair for pair in touching if pair[1].kind == gold.kind]
    pool = same or touching
    if not pool:
        return None
    return max(pool, key=lambda pair: (round(pair[0], 2), one.judgements[pair[1]].verdict != "unsupported"))[
        1
    ]


def _evidence(one: Held, claim: Fact, gold: Judged) -> tuple[str, str]:
    """Where the gold evidence of a claim is lost; the fact that came furthest counts."""
    source = next(s for s in one.bench.sources if s.scene.text.document.id == gold.source)
    document = source.scene.text.document
    assert gold.target is not None
    target = document.source[gold.target[0] : gold.target[1]]
    options = [o for o in one.options[claim] if _on(o.evidence, gold)]
    wanted = "different" if gold.verdict == "conflict" else "holds"
    fitting = [o for o in options if (wanted == "holds") == o.comparison.holds]
    if fitting:
        best = one.options[claim][0]
        chosen = fitting[0]
        more = "" if chosen is best else f"; best is {best.evidence.line!r} {best.score}"
        return "scored too low", f"{chosen.evidence.line!r} scores {chosen.score}{more}"
    if options:
        return "values", f"{options[0].evidence.line!r}: {options[0].comparison.relation}"
    near = Surroundings(one.bench.entry, source.scene, one.bench.weights)
    seen = [
        fact
        for fact in candidates(claim, one.bench.entry, source, one.bench.weights)
        if overlap(place(document, fact), gold.target) > 0
    ]
    for fact in seen:
        known = kind(claim.kind)
        option = Candidate(claim, fact, known, related(claim, fact, known.compare(claim, fact)))
        name = barred(option, near)
        if name == "incomparable":
            return "values", f"{fact.line!r}: incomparable"
        return f"barred: {name}", f"{fact.line!r}: {option.comparison.relation}"
    facts = [fact for fact in source.scene.facts if overlap(place(document, fact), gold.target) > 0]
    if any(fact.kind in evidence_for(claim.kind) for fact in facts):
        return "not looked at", f"{target!r}"
    read = ", ".join(f"{fact.kind} {fact.line!r}" for fact in facts) or "nothing"
    return "evidence not read", f"{target!r}: {read}"


def _on(evidence: Fact, gold: Judged) -> bool:
    return (
        gold.target is not None
        and evidence.document.id == gold.source
        and overlap(place(evidence.document, evidence), gold.target) > 0
    )


def table(lost: list[Fate]) -> Iterator[str]:
    """The table of stages by kind, in shares of all claims of the kind."""
    kinds = sorted({fate.gold.kind for fate in lost})
    stages = Counter((fate.stage.split(":")[0], fate.gold.kind) for fate in lost)
    totals = Counter(fate.gold.kind for fate in lost)
    yield f"{'':<22}{'all':>7}" + "".join(f"{name[:9]:>10}" for name in kinds)
    yield f"{'claims':<22}{len(lost):7}" + "".join(f"{totals[name]:10}" for name in kinds)
    for stage in (*STAGES, RIGHT):
        every = sum(stages[stage, name] for name in kinds)
        if every:
            cells = "".join(f"{stages[stage, name] / totals[name]:10.1%}" for name in kinds)
            yield f"{stage:<22}{every / len(lost):7.1%}{cells}"
    barred_by = Counter(fate.stage for fate in lost if fate.stage.startswith("barred"))
    yield from (f"  {name}: {count}" for name, count in barred_by.most_common())


def _paths(given: list[Path]) -> list[Path]:
    if not given:
        return list(named().values())
    return [pair for path in given for pair in ([path] if (path / "gold.json").is_file() else pairs_of(path))]


def main() -> None:
    """Follow, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--verdict", default="", help="only gold claims with this verdict")
    parser.add_argument("--kind", default="", help="only gold claims of this kind")
    parser.add_argument("-v", "--verbose", action="store_true", help="list each loss")
    arguments = parser.parse_args()
    found = [
        fate
        for pair in _paths(arguments.folders)
        for fate in fates(pair)
        if arguments.verdict in ("", fate.gold.verdict) and arguments.kind in ("", fate.gold.kind)
    ]
    if not found:
        print("no gold claims there")
        return
    print("\n".join(table(found)))
    if arguments.verbose:
        order = {stage: index for index, stage in enumerate(STAGES)}
        for fate in sorted(found, key=lambda fate: (order.get(fate.stage.split(":")[0], 99), fate.stage)):
            if fate.stage != RIGHT:
                start = f"{fate.stage:<22} {fate.pair:<16} {fate.gold.verdict:<11} {fate.gold.kind:<12}"
                print(start, repr(fate.words), "|", fate.detail)


if __name__ == "__main__":
    main()
