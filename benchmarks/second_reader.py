"""What a second reader changes, on pairs with gold judgements: verdicts with and without it, what it costs, what was void.

    python benchmarks/second_reader.py [--answers FILE | --oracle] [--allow NAME ...] [--share X] [--set NAME] [PAIR ...]

PAIR is a folder with entry.*, source*.* and gold.json; by default all pairs of the set ``shared`` (``../shared/pairs``), else of
``apart`` or ``own``.  ``--answers`` reads kept answers (crosscheck-answers.jsonl).  ``--oracle`` answers from the gold: the
passage with the gold evidence, its words as the quotation; what the gold does not judge stays unanswered.  Printed:

claims, questions   and the share of claims that is asked (no more than ``--share`` of an entry)
tokens              a claim of the entry and a question; by rule of thumb: a Han character or a mark of punctuation is one token,
                    of other letters and figures four characters are one (what common tokenizers come to on such text)
void                answers that name no passage or quote what does not stand there
shown               of the open claims whose gold evidence is read as a fact (every statement's is), those with it in a passage
verdicts            without and with the answers: gold verdicts hit, of all gold claims and of those that are read
lost                where a gold verdict is still missed: not read, not asked, asked without its evidence, asked and answered
replay              what reading the answers adds to the CPU time of a comparison
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import crosscheck
from crosscheck import pipeline
from crosscheck.model.fact import Fact
from crosscheck.model.origins import Origins
from crosscheck.model.span import Span
from crosscheck.reader_settings import CHANGES, DEFAULT
from crosscheck.registry import evidence_for, kind
from crosscheck.second import store
from crosscheck.second.answer import Answer, void
from crosscheck.second.passages import Passage
from crosscheck.second.question import SYSTEM, Question, questions, worth_asking
from crosscheck.second.revise import by_answers
from training import gold
from training.gold import Judged, Stretch

NAMED = {"person", "role", "place", "organisation", "title", "quote", "thing"}
NEIGHBOURS = {
    **{name: NAMED - {name} | {"statement"} for name in NAMED},
    "date": {"statement"},
    "quantity": {"statement"},
    "statement": NAMED,
}
# Tokens of a reply: an object with a short quotation.
REPLY = 40
_OTHER = re.compile(r"[\x21-\x7e]+")
RELATION = {"agree": "states", "conflict": "contradicts"}


def tokens(words: str) -> int:
    """The tokens of a text by rule of thumb."""
    latin = sum(-(-len(run) // 4) for run in _OTHER.findall(words))
    return latin + sum(1 for char in words if char > "\x7f")


def predictions(pair: list[Judged], places: list[Stretch], judged: pipeline.Judged) -> dict[int, int]:
    """The claim that stands for each sure gold judgement, by their numbers, as ``tools/score.py`` chooses it."""
    found = {}
    for number, one in enumerate(pair):
        near = [(gold.overlap(one.where, place), at) for at, place in enumerate(places)]
        near = [(share, at) for share, at in near if share > 0]
        same = [(share, at) for share, at in near if judged[at][0].kind == one.kind]
        pool = same or [row for row in near if judged[row[1]][0].kind in NEIGHBOURS.get(one.kind, set())]
        if one.sure and pool:
            found[number] = max(
                pool, key=lambda row: (round(row[0], 2), judged[row[1]][1].verdict != "unsupported")
            )[1]
    return found


def covers(passage: Passage, one: Judged) -> bool:
    """Whether a passage holds the gold evidence or some of it."""
    document = passage.text.document
    return document.id == one.source and bool(one.target) and meets(document.origins, passage.span, one)


def meets(origins: Origins, span: Span, one: Judged) -> bool:
    """Whether a stretch of the clean text shares something with the gold evidence."""
    place = origins.to_source(span)
    return one.target is not None and place.start < one.target[1] and one.target[0] < place.end


def oracle(question: Question, one: Judged) -> Answer:
    """What the gold answers."""
    if one.verdict == "unsupported":
        return Answer(question.id, "oracle", 0, "not-told", "")
    for number, passage in enumerate(question.passages, 1):
        if covers(passage, one) and one.target:
            document = passage.text.document
            inside = [
                at
                for at in range(passage.span.start, passage.span.end)
                if one.target[0] <= document.origins.to_source(Span(at, at + 1)).start < one.target[1]
            ]
            quote = document.text[inside[0] : inside[-1] + 1] if inside else ""
            return Answer(question.id, "oracle", number, RELATION[one.verdict], quote)
    return Answer(question.id, "oracle", 0, "not-told", "")


@dataclass(slots=True)
class Counts:
    """Everything counted, over pairs."""

    claims: int = 0
    asked: int = 0
    tokens: int = 0
    answers: int = 0
    void: int = 0
    gold: int = 0
    read: int = 0
    before: int = 0
    after: int = 0
    open: int = 0
    shown: int = 0
    seconds: float = 0.0
    more: float = 0.0
    lost: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)


def readable(claim: Fact, one: Judged, bench: pipeline.Prepared) -> bool:
    """Whether a fact that could be the claim's evidence is read at the gold evidence."""
    if kind(claim.kind).clauses:
        return True
    scene = next(s.scene for s in bench.sources if s.scene.text.document.id == one.source)
    kinds = evidence_for(claim.kind)
    return any(fact.kind in kinds and meets(fact.document.origins, fact.span, one) for fact in scene.facts)


def measure(pair: Path, told: argparse.Namespace, kept: dict[str, Answer], counts: Counts) -> None:
    """Count one pair."""
    entry_file, source_files = gold.files(pair)
    entry = crosscheck.read(entry_file, role="entry")
    sources = [crosscheck.read(path, role="source") for path in source_files]
    pipeline.check(entry, sources)  # whatever is loaded once is loaded now
    began = time.process_time()
    pipeline.check(entry, sources)
    counts.seconds += time.process_time() - began
    bench = pipeline.prepare(entry, sources)
    held = pipeline.options(bench)
    judged = tuple(pipeline.judge(bench.claims, held, bench.documents[1:]))
    everything = dict(questions(bench, held, judged))
    chosen = {q.id for q in worth_asking(list(everything.values()), len(judged), told.share)}
    asked = {number: question for number, question in everything.items() if question.id in chosen}
    pairs = list(gold.judged(pair, bench.documents[0], bench.documents[1:]))
    places = [gold.place(bench.documents[0], claim) for claim, _ in judged]
    for_gold = predictions(pairs, places, judged)
    answers = kept
    if told.oracle:
        answers = {}
        for number, at in for_gold.items():
            if at in asked:
                answers.setdefault(asked[at].id, oracle(asked[at], pairs[number]))
    began = time.process_time()
    after = by_answers(answers or {"": Answer("", "", 0, "not-told", "")}, frozenset(told.allow))(
        bench, held, judged
    )
    counts.more += time.process_time() - began
    counts.claims += len(judged)
    counts.asked += len(chosen)
    counts.tokens += sum(
        tokens(SYSTEM) + tokens(q.words) + REPLY for q in {q.id: q for q in asked.values()}.values()
    )
    mine = [(question, answers[question.id]) for question in asked.values() if question.id in answers]
    counts.answers += len(mine)
    counts.void += sum(void(question, answer) for question, answer in mine)
    for (_claim, one), (_, other) in zip(judged, after, strict=True):
        counts.changes[f"{one.verdict} -> {other.verdict}"] += one.verdict != other.verdict
    score(pairs, for_gold, judged, after, asked, bench, counts, told.verbose)


def score(
    pairs: list[Judged],
    for_gold: dict[int, int],
    judged: pipeline.Judged,
    after: pipeline.Judged,
    asked: dict[int, Question],
    bench: pipeline.Prepared,
    counts: Counts,
    verbose: bool,
) -> None:
    """Count what the gold says of one pair."""
    for number, one in enumerate(pairs):
        if not one.sure:
            continue
        counts.gold += 1
        at = for_gold.get(number)
        if at is None:
            counts.lost["not read"] += 1
            continue
        claim, judgement = judged[at]
        counts.read += 1
        counts.before += judgement.verdict == one.verdict
        counts.after += after[at][1].verdict == one.verdict
        question = asked.get(at)
        has = question is not None and any(covers(passage, one) for passage in question.passages)
        if question is not None and one.target and readable(claim, one, bench):
            counts.open += 1
            counts.shown += has
        if after[at][1].verdict != one.verdict:
            why = lost(one, question, has)
            counts.lost[why] += 1
            if verbose:
                print(
                    f"  {why}: {claim.kind} {claim.line[:30]}: gold {one.verdict}, got {after[at][1].verdict}"
                )


def lost(one: Judged, question: Question | None, has: bool) -> str:
    """Why a gold verdict was missed."""
    if question is None:
        return "read, not asked"
    return "asked without its evidence" if one.target and not has else "asked and answered"


def lines(counts: Counts) -> Iterator[str]:
    """What is printed."""
    yield f"claims {counts.claims}, questions {counts.asked} ({counts.asked / max(1, counts.claims):.3f} a claim)"
    yield f"tokens {counts.tokens / max(1, counts.claims):.0f} a claim, {counts.tokens / max(1, counts.asked):.0f} a question (rule of thumb)"
    yield f"answers {counts.answers}, void {counts.void}"
    yield f"shown {counts.shown} of {counts.open} ({counts.shown / max(1, counts.open):.3f})"
    for name, right in (("without", counts.before), ("with", counts.after)):
        yield (
            f"verdicts {name}: {right} of {counts.gold} ({right / max(1, counts.gold):.3f}), "
            f"of those read {right / max(1, counts.read):.3f}"
        )
    yield "changed: " + (", ".join(f"{k} {n}" for k, n in sorted(counts.changes.items()) if n) or "nothing")
    yield "lost: " + (", ".join(f"{k} {n}" for k, n in sorted(counts.lost.items())) or "nothing")
    yield f"replay adds {counts.more / max(1e-9, counts.seconds):.3f} of a comparison"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--set", default="shared", choices=sorted(gold.SETS))
    parser.add_argument("--answers", help="kept answers to replay")
    parser.add_argument("--oracle", action="store_true", help="answer from the gold")
    parser.add_argument("--allow", nargs="*", default=list(DEFAULT), choices=CHANGES)
    parser.add_argument("--share", type=float, default=0.4)
    parser.add_argument("-v", "--verbose", action="store_true")
    told = parser.parse_args()
    kept = store.chosen(told.answers, "", store.digest(told.answers)) if told.answers else {}
    counts = Counts()
    for pair in told.pairs or gold.pairs_of(gold.SETS[told.set]):
        if told.verbose:
            print(pair.name)
        measure(pair, told, kept, counts)
    print("\n".join(lines(counts)))


if __name__ == "__main__":
    main()
