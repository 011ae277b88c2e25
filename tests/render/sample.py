"""A small report made by hand: a railway of 1950 to 1952, an entry, an essay and a notice."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.messages import Language
from crosscheck.model.comparison import Relation
from crosscheck.model.document import Document, Mark, Notice
from crosscheck.model.fact import KindName
from crosscheck.model.report import CitationProblem, Evidence, Finding, Report, Selector, Verdict, Waiver
from crosscheck.model.span import Span
from crosscheck.model.step import Step, as_is, say
from crosscheck.places import Places
from crosscheck.read.assemble import assemble
from crosscheck.read.interface import Draft
from crosscheck.text.builder import TextBuilder

ENTRY = """\
| 全长：505公里
| 开工：1950年6月15日
成渝铁路是连接成都与重庆的铁路，1952年7月1日全线通车[1]，是中华人民共和国成立后建成的第一条干线铁路。
## 修建
1950年6月15日，成渝铁路在重庆举行开工典礼，西南铁路工程局局长赵健民主持施工。沿线约有三万名军工和10万名民工参加筑路[2]，铺轨用的钢轨由重庆第101厂轧制。
## 车站
- 成都站
- 内江站
- 重庆站
## 参考文献
铁路志编写组：《成渝铁路志》，第2章。
"""

ESSAY = """\
成渝鐵路修築始末
成渝鐵路於一九五〇年六月十五日動工，一九五二年六月十三日鋪軌到成都，七月一日全線通車，全長五百零五公里。
動工典禮在重慶舉行。西南鐵路工程局副局長趙健民到場，劉伯承講了話。先後調來的軍工有兩萬八千人，民工有七萬多名。
鋼軌是重慶第一〇一廠軋製的，枕木則取自沿線各縣。
"""

NOTICE = """\
通车消息
成渝铁路今日全线通车。参加筑路的民工前后共10万人，军工3万人。
"""

WORDS = {
    "sample.same": {"en": "“{claim}” and “{evidence}” are the same value.", "zh-Hans": "“{claim}”与“{evidence}”是同一个值。"},
    "sample.other": {"en": "The entry has “{claim}”, the source “{evidence}”.", "zh-Hans": "条目作“{claim}”，来源作“{evidence}”。"},
    "sample.none": {"en": "No source says “{claim}”.", "zh-Hans": "没有来源说到“{claim}”。"},
    "sample.two": {"en": "The sources disagree with one another.", "zh-Hans": "各来源说法不一。"},
    "notice.cited-unseen": {"en": "cited and not at hand: {count}", "zh-Hans": "未提供：{count}"},
    "notice.part": {"en": "part {number} of {parts}: {first} to {last} of {all}, at most {most}", "zh-Hans": "第{number}部分，共{parts}部分：{first}至{last}，共{all}，至多{most}"},
    "notice.page-empty": {"en": "page {page} holds no text", "zh-Hans": "第 {page} 页没有文字"},
    "notice.empty": {"en": "is empty", "zh-Hans": "是空的"},
    "sample.empty": {"en": "A reference without text.", "zh-Hans": "引注没有内容。"},
}  # fmt: skip


def catalogue(language: Language) -> dict[str, str]:
    """Words for the steps of the sample, to stand in for the catalogues of the package."""
    form = "en" if language == "en" else "zh-Hans"
    return {key: words[form] for key, words in WORDS.items()}


def document(text: str, name: str, path: str, title: str, apparatus: str = "参考文献") -> Document:
    """A document of lines: ``## `` heads a section, ``- `` an item, ``| `` a field; ``[1]`` is a reference mark."""
    builder = TextBuilder(text)
    marks: list[Mark] = []
    start = 0
    for line in text.splitlines(keepends=True):
        lead = next((lead for lead in ("## ", "- ", "| ") if line.startswith(lead)), "")
        kinds = {"## ": "heading", "- ": "item", "| ": "field"}
        builder.close()
        if lead == "## ":
            builder.section = line[3:].strip()
            builder.apparatus = builder.section == apparatus
        body = Span(start + len(lead), start + len(line.rstrip("\n")))
        builder.open(kinds.get(lead, "paragraph"), level=2 if lead == "## " else 0)  # type: ignore[arg-type]
        at = body.start
        for match in re.compile(r"\[(\d+)\]").finditer(text, body.start, body.end):
            builder.keep(at, match.start())
            marks.append(Mark(at=builder.length, label=match[1], source=Span(*match.span())))
            at = match.end()
        builder.keep(at, body.end)
        start += len(line)
    clean, origins, blocks = builder.finish()
    draft = Draft(source=text, text=clean, origins=origins, blocks=blocks, title=title, marks=tuple(marks))
    role = "entry" if name == "entry" else "source"
    made = assemble(
        draft, path=path, role="source", media_type="text/plain", data=text.encode("utf-8", "replace")
    )
    return replace(made, id=name, role=role)  # type: ignore[arg-type]


def select(doc: Document, words: str, value: str = "", after: str = "") -> Selector:
    """The first place of `words` in the clean text of `doc`, from `after` on."""
    start = doc.text.index(words, doc.text.index(after))
    return Places.of(doc).select(Span(start, start + len(words)), value or words)


def finding(
    claim: Selector,
    kind: KindName,
    verdict: Verdict,
    relation: Relation | None = None,
    evidence: tuple[tuple[Selector, float], ...] = (),
    notes: tuple[Step, ...] = (),
    **more: object,
) -> Finding:
    """A finding; its id is made of its place."""
    words = {"claim": claim.exact, "evidence": evidence[0][0].exact if evidence else ""}
    key = {"agree": "sample.same", "conflict": "sample.other", "unsupported": "sample.none"}[verdict]
    return Finding(
        id=f"{kind}-{claim.start:04x}",
        verdict=verdict,
        kind=kind,
        claim=claim,
        evidence=tuple(Evidence(place=place, score=score) for place, score in evidence),
        score=max((score for _, score in evidence), default=0.0),
        reasons=(say(key, **words),),
        notes=notes,
        relation=relation,
        **more,  # type: ignore[arg-type]
    )


def report(entry_text: str = ENTRY, essay_text: str = ESSAY, notice_text: str = NOTICE) -> Report:
    """The whole sample."""
    entry = document(entry_text, "entry", "examples/railway.md", "成渝铁路")
    essay = document(essay_text, "source-1", "examples/essay.zh-Hant.txt", "成渝鐵路修築始末")
    notice = document(notice_text, "source-2", "examples/notice.txt", "通车消息")
    made = "修建"
    found = (
        finding(select(entry, "505公里", "505 km"), "quantity", "agree", "equivalent", ((select(essay, "五百零五公里", "505 km"), 0.93),)),
        finding(select(entry, "1950年6月15日", "1950-06-15"), "date", "agree", "equivalent", ((select(essay, "一九五〇年六月十五日", "1950-06-15"), 0.9),)),
        finding(select(entry, "1952年7月1日", "1952-07-01"), "date", "agree", "equivalent", ((select(essay, "七月一日", "1952-07-01"), 0.88), (select(notice, "今日", "1952-07-01"), 0.61)), marks=("1",)),
        finding(select(entry, "第一条干线铁路"), "statement", "unsupported"),
        finding(select(entry, "1950年6月15日", "1950-06-15", made), "date", "agree", "equivalent", ((select(essay, "一九五〇年六月十五日", "1950-06-15"), 0.9),), section=made),
        finding(select(entry, "重庆", after=made), "place", "agree", "identical", ((select(essay, "重慶", "重庆"), 0.8),), section=made),
        finding(select(entry, "西南铁路工程局局长赵健民"), "role", "conflict", "different", ((select(essay, "西南鐵路工程局副局長趙健民", "赵健民: 西南铁路工程局副局长"), 0.81),), section=made),
        finding(select(entry, "赵健民"), "person", "agree", "identical", ((select(essay, "趙健民", "赵健民"), 0.95),), section=made),
        finding(select(entry, "三万名军工", "~30000 名 军工"), "quantity", "agree", "compatible", ((select(notice, "军工3万人", "30000 人 军工"), 0.7), (select(essay, "軍工有兩萬八千人", "28000 人 军工"), 0.6)), section=made, marks=("2",)),
        finding(select(entry, "10万名民工", "100000 名 民工"), "quantity", "conflict", "different", ((select(essay, "民工有七萬多名", ">70000 名 民工"), 0.77), (select(notice, "民工前后共10万人", "100000 人 民工"), 0.75)), notes=(say("sample.two"),), section=made, marks=("2",)),
        finding(select(entry, "重庆第101厂"), "organisation", "agree", "equivalent", ((select(essay, "重慶第一〇一廠", "重庆第101厂"), 0.9),), section=made),
        finding(select(entry, "内江站"), "place", "unsupported", section="车站", considered=(Evidence(place=select(essay, "沿線各縣"), score=0.2),)),
    )  # fmt: skip
    problem = CitationProblem(
        id="empty-reference-1",
        rule="empty-reference",
        severity="warning",
        place=Places.of(entry).at(Span(entry.source.index("[2]"), entry.source.index("[2]") + 3), ""),
        message=say("sample.empty"),
    )
    return Report(
        documents=(entry, essay, notice),
        findings=found,
        citations=(problem,),
        notices=(
            Notice(
                document="source-2",
                message=(as_is("no date is known: “今日” was read from the sentence before it"),),
            ),
        ),
        version="0.0",
    )


@cache
def full() -> Report:
    """The sample with all that a report can say: baseline, waiver, citation states, a fix, a self-test, many statements."""
    made = report()
    findings = list(made.findings)
    findings[6] = replace(findings[6], new=True, citation="failed-verification")
    findings[9] = replace(findings[9], new=False, citation="contradicted", status="waived",
                          waiver=Waiver(decision="wont-fix", by="编辑乙", on="2027-01-31", reason="沿用旧志 <b>"))  # fmt: skip
    findings[1] = replace(findings[1], citation="uncited")
    findings[4] = replace(findings[4], citation="source-not-supplied")
    findings[2] = replace(findings[2], citation="carried")
    for words in ("连接成都与重庆", "铺轨用的钢轨", "主持施工", "参加筑路", "举行开工典礼"):
        findings.append(finding(select(made.entry, words), "statement", "unsupported", citation="uncited"))
    findings.sort(key=lambda one: one.claim.clean)
    problem = replace(made.citations[0], fix="《成渝铁路志》")
    return replace(
        made,
        findings=tuple(findings),
        citations=(problem,),
        self_test=(("date", "19 / 20"), ("quantity", "17 / 20")),
    )


def many(count: int) -> Report:
    """A report of `count` findings over a made-up register of bridges."""
    lines = [f"第{n}号桥于{1900 + n % 100}年建成，全长{100 + n}米。" for n in range(count)]
    entry = document("\n".join(lines) + "\n", "entry", "bridges.txt", "桥梁名录")
    other = document("\n".join(lines).replace("5米", "6米") + "\n", "source-1", "source.txt", "桥梁志")
    findings = []
    ours, theirs = Places.of(entry), Places.of(other)
    for n, block in enumerate(entry.blocks):
        start = entry.text.index("全长", block.span.start) + 2
        span = Span(start, block.span.end - 1)
        words = entry.text[span.start : span.end]
        same = words == other.text[span.start : span.end]
        findings.append(
            Finding(
                id=f"{n:08x}",
                verdict="agree" if same else "conflict",
                kind="quantity",
                claim=ours.select(span, words.replace("米", " m")),
                evidence=(Evidence(place=theirs.select(span, words), score=0.9),),
                score=0.9,
                reasons=(say("sample.none", claim=words),),
                relation="identical" if same else "different",
            )
        )
    return Report(documents=(entry, other), findings=tuple(findings), citations=(), notices=(), version="0")
