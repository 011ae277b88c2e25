"""Rules that need the sources at hand; `crosscheck.cite.against` and the report find them."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.model.report import Severity


def _elsewhere(page: Page) -> Iterator[Fault]:
    return iter(())


def _check(rule: str, severity: Severity, doc: str, names: tuple[str, ...], fault: str, mended: str) -> Check:
    return Check(
        rule=rule,
        severity=severity,
        doc=doc,
        names=names,
        fault=fault,
        mended=mended,
        find=_elsewhere,
        by_need=True,
    )


CHECKS = (
    _check(
        "source-not-supplied",
        "info",
        "The reference names a source that was not handed in, so that its claims could not be checked against it.",
        ("Template: Verify source",),
        "a reference to 陈正祥：《中国文化地理》, and no such source given",
        "the same, with the text of that book among the sources",
    ),
    _check(
        "source-not-cited",
        "info",
        "A source was handed in that no reference of the entry names.",
        (),
        "a source 长江水文公报, and no reference to it",
        "水位高达45.22米<ref>《长江水文公报》，1998年，第4页</ref>。",
    ),
    _check(
        "failed-verification",
        "warning",
        "The cited source is here and does not carry the claim.",
        ("Template: Failed verification", "Template: 与来源不符"),
        "entry: 塔高64.5米[1]; source 1: says nothing of the height",
        "entry: 塔高64.5米[2]; source 2: 通高64.5米",
    ),
    _check(
        "misattributed",
        "warning",
        "The claim is not in the source that it cites, and is in another one that was handed in.",
        ("found elsewhere",),
        "entry: 塔高64.5米[1]; source 2: 通高64.5米",
        "entry: 塔高64.5米[2]; source 2: 通高64.5米",
    ),
    _check(
        "altered-quotation",
        "error",
        "The words in quotation marks differ from those of the source. Script, width, punctuation, quotation marks and "
        "line ends are named and do not count.",
        ("altered quotation",),
        "entry: “天下兴亡，匹夫无责”; source: 天下興亡，匹夫有責",
        "entry: “天下兴亡，匹夫有责”; source: 天下興亡，匹夫有責",
    ),
    _check(
        "truncated-quotation",
        "warning",
        "The quotation stops before a turn (但, 除非, 以外) or begins after a negation, so that it says more than the source.",
        ("truncated condition",),
        "entry: “各校一律停课”; source: 各校一律停课，但医科除外",
        "entry: “各校一律停课，但医科除外”; source: 各校一律停课，但医科除外",
    ),
    _check(
        "spliced-quotation",
        "warning",
        "An ellipsis joins words that stand far apart in the source, or hides words that turn the sense.",
        ("spliced quotation",),
        "entry: “我们支持……这一方案”; source: 我们支持改革，但并不赞成这一方案",
        "entry: “我们支持改革，但并不赞成这一方案”; source: the same",
    ),
    _check(
        "wrong-speaker",
        "error",
        "The right words, said by another person in the source.",
        ("wrong speaker",),
        "entry: 蔡元培说：“教育者，养成人格之事业也”; source: these words as 胡适's",
        "the person whom the source names",
    ),
    _check(
        "circular-source",
        "warning",
        "The source has long stretches of the entry word for word: it may have been copied from the entry, and supports nothing.",
        ("Template: Circular reporting", "Template: Circular reference"),
        "a source that repeats paragraphs of the entry",
        "a source that was written apart from the entry",
    ),
)
