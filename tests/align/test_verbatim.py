"""A claim whose whole sentence stands in a source word for word is stated there, whatever rules read."""

from __future__ import annotations

import pytest

import crosscheck
from crosscheck.align.verbatim import Sentences, verbatim
from crosscheck.pipeline import prepare
from tests.support import plain, text_of

LONG = "清河大桥由市政府出资修建，1968年5月1日通车，全长1,200米。"
TEXTS = [
    "陈大文，史学家。\n\n他著有《清河志》，曾任清河大学教授，始终没有正式获得博士学位。\n\n他说：“桥在人在。”",
    "# 清河大橋\n\n| 年份 | 客流 |\n|---|---|\n| 1968 | 320萬 |\n| 1969 | 350萬 |\n\n大橋由市政府出資修建。\n\n- 1968年5月1日通車。\n- 同年12月擴建。",
    "{{Infobox bridge\n| name = 清河大桥\n| opened = 1968年5月1日\n| length = 1,200米\n}}\n'''清河大桥'''是[[清河市]]的一座桥，东起[[北角]]，西至[[南湾]]。\n\n次年3月，桥上首次通行电车。",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", ["text/markdown", "text/x-wiki"])
def test_a_document_agrees_with_itself_throughout(text: str, kind: str) -> None:
    entry, source = (crosscheck.read_text(text, name=name, media_type=kind) for name in ("entry", "source"))
    report = crosscheck.compare(entry, [source])
    assert report.findings
    assert {finding.verdict for finding in report.findings} == {"agree"}


def test_a_sentence_is_found_in_the_other_script() -> None:
    source = plain("當地報載：\n清河大橋由市政府出資修建，1968年5月1日通車，全長1,200米。\n")
    bench = prepare(plain(LONG), [source])
    (one,) = bench.sources
    claim = next(claim for claim in bench.claims if claim.kind == "date")
    (fact,) = verbatim(claim, bench.entry.text, one.scene.text, one.sentences)
    assert fact.text == "1968年5月1日"
    assert (fact.rule, fact.value) == ("verbatim", claim.value)


@pytest.mark.parametrize(
    ("entry", "source", "found"),
    [
        ("他生于1950年。", "他生于1950年。", True),  # and nothing beside it in either text
        ("王一民是画家。\n他生于1950年。", "李二强是医生。\n他生于1950年。", False),  # said of somebody else
        (LONG, "李二强是医生。\n" + LONG, True),  # long enough to say of what it is
        (LONG, LONG.replace("1968", "1969"), False),
    ],
)
def test_a_short_sentence_wants_its_neighbours(entry: str, source: str, found: bool) -> None:
    one, other = text_of(entry), text_of(source)
    same = list(Sentences(other).same_as(one, len(one.sentences) - 1))
    assert bool(same) == found
