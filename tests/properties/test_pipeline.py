"""Whatever two texts say: a report comes out, its places are the texts' own, and nothing depends on order of runs."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import crosscheck
from crosscheck.render.json import dump

PIECES = [
    "1957年10月15日", "同年", "9月7日", "昨日", "民国六年", "咸丰十年三月", "五十名中国留学生", "约60吨", "66噸", "三千余人", "3.5万",
    "聂荣臻", "聶榮臻", "别尔乌辛（Pervukhin）", "赫魯曉夫", "国防部长", "副總理", "在莫斯科", "北京大学", "《新青年》", "“外争国权”", "說：「",
    "签订", "簽署", "抵达", "没有", "计划", "，", "。", "、", "；", "\n", "\n\n", "（", "）", "《", "」", "[[", "]]", "{{", "}}", "|", "<ref>", "</ref>",
    "\\[1\\]", "== 背景 ==", "## 背景\n", "𠀀", "\u200b", "\u202e", "é", "\x00", "\ud800", "%s", "{x}", "一" * 40,
]  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)
MEDIA = st.sampled_from(["text/plain", "text/markdown", "text/html", "text/x-wiki"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT, MEDIA, MEDIA)
def test_any_two_texts_make_a_report(entry: str, source: str, one: str, other: str) -> None:
    try:
        documents = [
            crosscheck.read_text(entry, name="entry", media_type=one, role="entry"),
            crosscheck.read_text(source, name="source", media_type=other),
        ]
    except crosscheck.InputError:
        return
    report = crosscheck.compare(documents[0], documents[1:])
    sources = {document.id: document.source for document in report.documents}
    for finding in report.findings:
        for place in (finding.claim, *(evidence.place for evidence in finding.evidence)):
            assert sources[place.document][place.start : place.end] == place.exact
        assert bool(finding.evidence) == (finding.verdict != "unsupported")
    again = crosscheck.compare(documents[0], documents[1:])
    assert dump(report.to_dict()) == dump(again.to_dict())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_a_text_never_conflicts_with_itself(text: str) -> None:
    try:
        document = crosscheck.read_text(text, name="same", media_type="text/plain")
    except crosscheck.InputError:
        return
    report = crosscheck.compare(document, [document])
    assert [finding for finding in report.findings if finding.verdict == "conflict"] == []
