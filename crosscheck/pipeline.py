"""The whole way from documents to a report.  No files, no printing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crosscheck import __version__, cite, extract, recognise
from crosscheck.align.assign import assign
from crosscheck.align.occurrences import occurrences
from crosscheck.align.options import Option, Shelf, options, sentences_for
from crosscheck.align.score import Scorer
from crosscheck.cite.settings import DEFAULT, Settings
from crosscheck.contradict import said, within
from crosscheck.judge import judge
from crosscheck.messages import words
from crosscheck.model.document import Document, Notice
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment, Evidence, Finding, Judgement, Report
from crosscheck.model.text import Text
from crosscheck.places import Places
from crosscheck.statements import claiming, statement, statements
from crosscheck.subject import UNSPECIFIC, Scene
from crosscheck.text.fold import fold
from crosscheck.text.grams import Weights
from crosscheck.text.sentences import split

WORDED = frozenset({"person", "place", "organisation", "title", "thing", "role"})
RECOGNISED = frozenset({"person", "role", "place", "organisation"})
# Sentences of a source that the recogniser reads for each clause with a name.
_RECOGNISED_EACH = 2


@dataclass(slots=True)
class Bench:
    """One comparison at work: the entry, its claims, and each source with its shelf and scorer."""

    entry: Scene
    claims: tuple[Fact, ...]
    weights: Weights
    shelves: tuple[Shelf, ...]
    scorers: tuple[Scorer, ...]


def check(entry: Document, sources: Iterable[Document], citing: Settings = DEFAULT) -> Report:
    """Compare `entry` with `sources`: every claim of the entry gets a finding.  `citing` is for the checks of citations."""
    documents = _numbered(entry, sources)
    bench = _prepare(documents)
    held = assign([_options(bench, claim) for claim in bench.claims])
    findings = tuple(_findings(bench, documents, _judge(bench.claims, held, documents[1:])))
    problems = (
        *cite.check(documents[0], citing),
        *cite.against(documents[0], documents[1:], citing),
        *cite.verify(documents[0], findings, documents[1:], citing),
        *cite.speakers(
            documents[0], documents[1:], bench.entry.facts, [f for s in bench.shelves for f in s.scene.facts]
        ),
    )
    notices = tuple(
        notice for document in documents for notice in (*document.notices, *_disputes(bench, document))
    )
    return Report(
        documents=documents,
        findings=findings,
        citations=tuple(sorted(problems, key=lambda problem: (problem.place.start, problem.rule))),
        notices=notices,
        version=__version__,
    )


def _disputes(bench: Bench, document: Document) -> Iterator[Notice]:
    """Where a document contradicts itself."""
    scenes = (bench.entry, *(shelf.scene for shelf in bench.shelves))
    scene = next(scene for scene in scenes if scene.text.document is document)
    for pair in within(scene):
        yield Notice(document=document.id, message=words(said(pair)))


def _numbered(entry: Document, sources: Iterable[Document]) -> tuple[Document, ...]:
    named = [replace(entry, id="entry", role="entry", notices=_renamed(entry.notices, "entry"))]
    for number, source in enumerate(sources, 1):
        name = f"source-{number}"
        named.append(replace(source, id=name, role="source", notices=_renamed(source.notices, name)))
    return tuple(named)


def _renamed(notices: tuple[Notice, ...], name: str) -> tuple[Notice, ...]:
    return tuple(replace(notice, document=name) for notice in notices)


def _prepare(documents: tuple[Document, ...]) -> Bench:
    entry, *sources = [Scene.of(split(document)) for document in documents]
    with recognise.limited_to(frozenset(s.index for s in entry.text.sentences if claiming(entry.text, s))):
        entry.fill(extract.facts(entry.text))
    typed = tuple(fact for fact in entry.facts if _claims(entry.text, fact))
    claims = sorted((*typed, *statements(entry.text, typed)), key=lambda f: (f.span, f.kind))
    weights = Weights(scene.sentence(s.index) for scene in (entry, *sources) for s in scene.text.sentences)
    shelves = tuple(Shelf.of(scene) for scene in sources)
    for shelf in shelves:
        with recognise.limited_to(_worth_recognising(entry, claims, shelf, weights)):
            shelf.fill(extract.facts(shelf.scene.text))
    scorers = tuple(Scorer(entry, shelf.scene, weights) for shelf in shelves)
    return Bench(entry, tuple(claims), weights, shelves, scorers)


def _claims(text: Text, fact: Fact) -> bool:
    """Whether a fact of the entry is a claim of its own: a country as a party to an act is none."""
    return fact.rule not in UNSPECIFIC and claiming(text, text.sentences[fact.sentence])


def _worth_recognising(
    entry: Scene, claims: Iterable[Fact], shelf: Shelf, weights: Weights
) -> frozenset[int]:
    """The sentences of a source that most likely speak of a claim with a name: the recogniser is slow."""
    found: set[int] = set()
    for clause in dict.fromkeys(entry.clause_of(claim) for claim in claims if claim.kind in RECOGNISED):
        found.update(shelf.index.search(entry.clause(clause), weights, _RECOGNISED_EACH))
    return frozenset(found)


def _options(bench: Bench, claim: Fact) -> list[Option]:
    found: list[Option] = []
    entitled = fold(bench.entry.text.document.title)
    for shelf, scorer in zip(bench.shelves, bench.scorers, strict=True):
        numbers = sentences_for(claim, bench.entry, shelf, bench.weights)
        if claim.kind == "statement":
            facts: tuple[Fact, ...] = tuple(_clauses(shelf.scene.text, numbers))
        else:
            facts = shelf.near(claim, numbers)
        if claim.kind in WORDED:
            facts = (*facts, *occurrences(claim, shelf.scene, facts, entitled))
        found.extend(options(claim, facts, scorer))
    return found


def _clauses(text: Text, numbers: tuple[int, ...]) -> Iterator[Fact]:
    for number in numbers:
        sentence = text.sentences[number]
        for clause in sentence.clauses:
            yield statement(text, clause, sentence)


def _judge(
    claims: tuple[Fact, ...], held: list[list[Option]], sources: tuple[Document, ...]
) -> Iterator[tuple[Fact, Judgement]]:
    """Each claim with its judgement: evidence that one claim states exactly is not held against another."""
    first = [judge(claim, found, sources) for claim, found in zip(claims, held, strict=True)]
    taken = frozenset(
        judgement.evidence[0].evidence
        for judgement in first
        if judgement.verdict == "agree" and judgement.relation in ("identical", "equivalent")
    )
    for claim, found, judgement in zip(claims, held, first, strict=True):
        yield claim, judge(claim, found, sources, taken) if judgement.verdict == "conflict" else judgement


def _findings(
    bench: Bench, documents: tuple[Document, ...], judged: Iterable[tuple[Fact, Judgement]]
) -> Iterator[Finding]:
    places = {document.id: Places.of(document) for document in documents}
    seen: Counter[str] = Counter()
    text = bench.entry.text
    marks_of = cite.bind(documents[0], text)
    found = cite.match(documents[0], documents[1:])

    def evidence(alignment: Alignment) -> Evidence:
        fact = alignment.evidence
        return Evidence(
            place=places[fact.document.id].select(fact.span, str(fact.value)),
            score=alignment.score,
            relation=alignment.relation,
            needed=alignment.needed,
            why=alignment.why,
        )

    for claim, judgement in judged:
        clause = bench.entry.clause_of(claim)
        identity = f"{claim.kind}\0{claim.folded}\0{text.folded[clause.start : clause.end].strip()}"
        seen[identity] += 1
        marks = marks_of(claim.span)
        sources = tuple(dict.fromkeys(item.evidence.document.id for item in judgement.evidence))
        digest = hashlib.sha256(f"{identity}\0{seen[identity]}".encode(errors="surrogatepass"))
        yield Finding(
            id=digest.hexdigest()[:12],
            verdict=judgement.verdict,
            kind=claim.kind,
            claim=places["entry"].select(claim.span, str(claim.value)),
            evidence=tuple(evidence(alignment) for alignment in judgement.evidence),
            score=judgement.score,
            reasons=judgement.reasons,
            notes=judgement.notes,
            relation=judgement.relation,
            section=text.block_of(text.sentences[claim.sentence]).section,
            marks=marks,
            citation=cite.state_of(marks, judgement.verdict, sources, found),
            considered=tuple(evidence(alignment) for alignment in judgement.considered),
        )
