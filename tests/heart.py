"""Two short texts held against one another: what the tests of alignment and verdict look at."""

from __future__ import annotations

from dataclasses import replace

from crosscheck import pipeline
from crosscheck.align.features import NAMES
from crosscheck.align.option import Option
from crosscheck.model.report import Judgement
from tests.support import plain


def prepared(entry: str, *sources: str) -> pipeline.Prepared:
    """An entry and its sources, one paragraph a line."""
    return pipeline.prepare(replace(plain(entry), role="entry"), [plain(source) for source in sources])


def options(entry: str, *sources: str, kind: str, claim: str = "") -> list[Option]:
    """The options of the first claim of `kind`, or of the one that reads `claim`, best first."""
    bench = prepared(entry, *sources)
    wanted = [n for n, fact in enumerate(bench.claims) if fact.kind == kind and claim in ("", fact.text)]
    assert wanted, [(fact.kind, fact.text) for fact in bench.claims]
    return pipeline.options(bench)[wanted[0]]


def option(entry: str, source: str, kind: str, claim: str = "", evidence: str = "") -> Option:
    """The option of a claim with the fact that reads `evidence`, or the best one."""
    found = options(entry, source, kind=kind, claim=claim)
    mine = [one for one in found if evidence in ("", one.evidence.text)]
    assert mine, [(one.evidence.kind, one.evidence.text) for one in found]
    return mine[0]


def feature(name: str, one: Option) -> float:
    """What a feature of an option was measured at."""
    return one.features[NAMES.index(name)]


def verdict(entry: str, *sources: str, kind: str, claim: str = "") -> Judgement:
    """The judgement on the first claim of `kind`, or on the one that reads `claim`."""
    bench = prepared(entry, *sources)
    judged = pipeline.judge(bench.claims, pipeline.options(bench), bench.documents[1:])
    found = [one for fact, one in judged if fact.kind == kind and claim in ("", fact.text)]
    assert found, [(fact.kind, fact.text) for fact in bench.claims]
    return found[0]
