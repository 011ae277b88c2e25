"""The whole way from documents to a report.  No files, no printing."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from crosscheck import __version__, cite, extract
from crosscheck.align.candidates import Source, candidates, index_of
from crosscheck.align.model import Model
from crosscheck.align.option import Option
from crosscheck.align.option import options as options_of
from crosscheck.align.sentence_index import SentenceIndex
from crosscheck.align.surroundings import Surroundings
from crosscheck.align.together import together
from crosscheck.cite.settings import DEFAULT, Settings
from crosscheck.context.scene import Scene
from crosscheck.context.statements import claiming, statements
from crosscheck.context.text_grams import TextGrams
from crosscheck.contradict import said, within
from crosscheck.model.document import Document, Notice
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment, Evidence, Finding, Judgement, Report, Revision, Second
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.places import Places
from crosscheck.registry import kind
from crosscheck.text.grams import Weights
from crosscheck.text.sentences import split
from crosscheck.verdict.judge import judge as verdict_on

# Sentences of a source that the recogniser reads for each clause with a name.
_RECOGNISED_EACH = 2


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry and its sources, read and ready to be held against one another.

    `documents` are the entry and the sources under the names that a report calls them by; `claims` are those of the entry, in
    its order; `weights` tell how rare a gram is in all of them.
    """

    documents: tuple[Document, ...]
    entry: Scene
    claims: tuple[Fact, ...]
    weights: Weights
    sources: tuple[Source, ...]


Judged = tuple[tuple[Fact, Judgement], ...]
# What revises judgements by what a second reader answered.
Reviser = Callable[[Prepared, list[list[Option]], Judged], Judged]


def check(
    entry: Document,
    sources: Iterable[Document],
    citing: Settings = DEFAULT,
    model: Model | None = None,
    second: Reviser | None = None,
) -> Report:
    """Compare `entry` with `sources`: every claim of the entry gets a finding.

    `citing` is for the checks of citations; options are scored by `model`, by the one that is shipped where there is none.
    `second` revises the judgements before they become findings.
    """
    prepared = prepare(entry, sources)
    documents = prepared.documents
    held = options(prepared, model)
    judged = tuple(judge(prepared.claims, held, documents[1:]))
    findings = tuple(_findings(prepared, documents, second(prepared, held, judged) if second else judged))
    problems = (
        *cite.check(documents[0], citing),
        *cite.against(documents[0], documents[1:], citing),
        *cite.verify(documents[0], findings, documents[1:], citing),
        *cite.speakers(
            documents[0],
            documents[1:],
            prepared.entry.facts,
            [f for s in prepared.sources for f in s.scene.facts],
        ),
    )
    notices = tuple(
        notice for document in documents for notice in (*document.notices, *_disputes(prepared, document))
    )
    return Report(
        documents=documents,
        findings=findings,
        citations=tuple(sorted(problems, key=lambda problem: (problem.place.start, problem.rule))),
        notices=notices,
        version=__version__,
    )


def _disputes(prepared: Prepared, document: Document) -> Iterator[Notice]:
    """Where a document contradicts itself."""
    scenes = (prepared.entry, *(source.scene for source in prepared.sources))
    scene = next(scene for scene in scenes if scene.text.document is document)
    for pair in within(scene):
        yield Notice(document=document.id, message=(said(pair),))


def _numbered(entry: Document, sources: Iterable[Document]) -> tuple[Document, ...]:
    named = [replace(entry, id="entry", role="entry", notices=_renamed(entry.notices, "entry"))]
    for number, source in enumerate(sources, 1):
        name = f"source-{number}"
        named.append(replace(source, id=name, role="source", notices=_renamed(source.notices, name)))
    return tuple(named)


def _renamed(notices: tuple[Notice, ...], name: str) -> tuple[Notice, ...]:
    return tuple(replace(notice, document=name) for notice in notices)


def prepare(entry: Document, sources: Iterable[Document]) -> Prepared:
    """Read the facts of both sides: all of the entry's, and of a source what may speak of a claim."""
    documents = _numbered(entry, sources)
    first, *others = [TextGrams(split(document)) for document in documents]
    text = first.text
    claimed = frozenset(sentence.index for sentence in text.sentences if claiming(text, sentence))
    scene = Scene(first, extract.facts(text, recognised=claimed))
    names = [fact.span for fact in scene.facts if kind(fact.kind).closed]
    typed = tuple(fact for fact in scene.facts if _claims(text, fact, names))
    claims = sorted((*typed, *statements(text, typed)), key=lambda f: (f.span, f.kind))
    weights = Weights(one.sentence(s.index) for one in (first, *others) for s in one.text.sentences)
    found = []
    for one in others:
        index = index_of(one)
        recognised = _worth_recognising(first, claims, index, weights)
        found.append(Source(Scene(one, extract.facts(one.text, recognised=recognised)), index))
    return Prepared(documents, scene, tuple(claims), weights, tuple(found))


def _claims(text: Text, fact: Fact, names: list[Span]) -> bool:
    """Whether a fact of the entry is a claim of its own: a country as a party to an act is none, nor what lies in the span of a
    name (香港 in 香港电影金像奖)."""
    before = bisect_right(names, fact.span)
    near = names[max(0, before - 1) : before + 1]
    if any(span != fact.span and fact.span.within(span) for span in near):
        return False
    return fact.rule not in kind(fact.kind).unspecific and claiming(text, text.sentences[fact.sentence])


def _worth_recognising(
    entry: TextGrams, claims: Iterable[Fact], index: SentenceIndex, weights: Weights
) -> frozenset[int]:
    """The sentences of a source that most likely speak of a claim with a name: the recogniser is slow."""
    found: set[int] = set()
    for clause in dict.fromkeys(entry.clause_of(claim) for claim in claims if kind(claim.kind).recognised):
        found.update(index.search(entry.clause(clause), weights, _RECOGNISED_EACH))
    return frozenset(found)


def options(prepared: Prepared, model: Model | None = None) -> list[list[Option]]:
    """What each claim can be held against, best first, claims in order."""
    return together(pairs(prepared), model)


def pairs(prepared: Prepared) -> list[list[Option]]:
    """The options of each claim by themselves, without scores: no weight has a part in them."""
    around = [Surroundings(prepared.entry, source.scene, prepared.weights) for source in prepared.sources]
    return [
        [
            option
            for source, surroundings in zip(prepared.sources, around, strict=True)
            for option in options_of(
                claim, candidates(claim, prepared.entry, source, prepared.weights), surroundings
            )
        ]
        for claim in prepared.claims
    ]


def judge(
    claims: tuple[Fact, ...], held: list[list[Option]], sources: tuple[Document, ...]
) -> Iterator[tuple[Fact, Judgement]]:
    """Each claim with its judgement: evidence that one claim states exactly is not held against another."""
    first = [verdict_on(claim, found, sources) for claim, found in zip(claims, held, strict=True)]
    taken = frozenset(
        judgement.evidence[0].evidence
        for judgement in first
        if judgement.verdict == "agree" and judgement.relation in ("identical", "equivalent")
    )
    for claim, found, judgement in zip(claims, held, first, strict=True):
        yield (
            claim,
            verdict_on(claim, found, sources, taken) if judgement.verdict == "conflict" else judgement,
        )


def _findings(
    prepared: Prepared, documents: tuple[Document, ...], judged: Iterable[tuple[Fact, Judgement]]
) -> Iterator[Finding]:
    places = {document.id: Places.of(document) for document in documents}
    seen: Counter[str] = Counter()
    text = prepared.entry.text
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
        clause = prepared.entry.words.clause_of(claim)
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
            second=_second(judgement.revision, places),
        )


def _second(revision: Revision | None, places: dict[str, Places]) -> Second | None:
    if revision is None:
        return None
    quote = revision.quote
    return Second(
        model=revision.model,
        verdict=revision.verdict,
        answer=revision.answer,
        quote=places[quote.document.id].select(quote.span, str(quote.value)) if quote else None,
    )
