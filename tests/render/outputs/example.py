"""Two reports made by hand: an ordinary one, and one whose texts and paths would break a careless writer."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from crosscheck.messages import Language
from crosscheck.model.document import Document, Notice
from crosscheck.model.report import CitationProblem, Evidence, Report, Severity, Waiver
from crosscheck.model.span import Span
from crosscheck.model.step import as_is, say
from crosscheck.places import Places
from tests.render.sample import document, finding, select

WORDS = {
    "sample.same": {"en": "“{claim}” and “{evidence}” are one.", "zh-Hans": "“{claim}”与“{evidence}”一致。"},
    "sample.other": {"en": "The entry has “{claim}”, the source “{evidence}”.", "zh-Hans": "条目作“{claim}”，来源作“{evidence}”。"},
    "sample.none": {"en": "No source says “{claim}”.", "zh-Hans": "没有来源说到“{claim}”。"},
    "sample.dot": {"en": "The mark belongs after “{sign}”", "zh-Hans": "标号应在“{sign}”之后"},
}  # fmt: skip

ENTRY = """\
| 高度：海拔3767米
丽江古城在玉龙雪山之南，1997年12月4日列入世界遗产名录[1]。城中有大小石桥354座，大研镇的水车𠀀建于2003年[2]。
## 木府
木府由木增主持扩建，占地46亩，1996年大地震后重建。
## 参考文献
《丽江府志略》。
"""

ESSAY = """\
麗江古城於一九九七年十二月四日列入《世界遺產名錄》。
𠀀𠮷兩座水車之外，城內石橋三百五十四座；玉龍雪山主峰海拔五千五百九十六米。木府占地四十六畝。
"""

# Everything that ends a line, a field, a cell, an attribute or a command too soon.
WILD = (
    "标题|甲\r\n价格100%，见`码`[链](x)<b>&amp;</b>\u2028@某人 #12 ::error::\x1b[31m红\x07\x00\r\n"
    "孤\ud800字，𠀀\u0301\U000e0100与👩\u200d🚀共5人；\u202e倒写\u202c。\r"
    "跨\n行的40座桥]]>和“\\”$x$ {0}，\ufffe到\udc00此。\n"
)
WILD_SOURCE = "来源\t有 50 座桥|`和`\n𠮷𠮷\ud835 6人\u0085\n"
WILD_PATH = "./资料/a b,c:d%#[1] &<é>\n'\"`|.md"


def catalogue(language: Language) -> dict[str, str]:
    """The words of these reports, with those of the outputs themselves."""
    form: Language = "en" if language == "en" else "zh-Hans"
    return {key: words[form] for key, words in WORDS.items()} | _own(form)


@cache
def _own(language: Language) -> dict[str, str]:
    text = files("crosscheck.data.messages").joinpath("outputs.toml").read_text(encoding="utf-8")
    return {f"outputs.{key}": words for key, words in tomllib.loads(text)[language]["outputs"].items()}


def problem(doc: Document, span: Span, rule: str, severity: Severity, **more: object) -> CitationProblem:
    """A citation problem at `span` of the file."""
    place = Places.of(doc).at(span, "")
    message = more.pop("message", say("sample.dot", sign="。"))
    return CitationProblem(
        id=f"{rule}-{span.start}",
        rule=rule,
        severity=severity,
        place=place,
        message=message,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def report(path: str = "examples/lijiang.md") -> Report:
    """An ordinary report: every verdict, a waived finding, citation problems of every severity, a notice."""
    entry = document(ENTRY, "entry", path, "丽江古城")
    essay = document(ESSAY, "source-1", "examples/lijiang essay.txt", "麗江古城")
    mark = ENTRY.index("[1]")
    found = (
        finding(select(entry, "3767米", "3767 m"), "quantity", "conflict", "different",
                ((select(essay, "五千五百九十六米", "5596 m"), 0.8),)),
        finding(select(entry, "1997年12月4日", "1997-12-04"), "date", "agree", "equivalent",
                ((select(essay, "一九九七年十二月四日", "1997-12-04"), 0.93),), marks=("1",)),
        finding(select(entry, "大小石桥354座", "354 座 石桥"), "quantity", "agree", "equivalent",
                ((select(essay, "石橋三百五十四座", "354 座 石桥"), 0.9),)),
        finding(select(entry, "2003年", "2003"), "date", "unsupported",
                considered=(Evidence(place=select(essay, "一九九七年"), score=0.1),)),
        finding(select(entry, "木增"), "person", "unsupported", section="木府"),
        finding(select(entry, "46亩", "46 亩"), "quantity", "conflict", "different",
                ((select(essay, "四十六畝", "46 亩"), 0.7),), section="木府", status="waived", waiver=Waiver(reason="accepted by 木兰: 亩数\n从旧志")),
    )  # fmt: skip
    citations = (
        problem(
            entry,
            Span(mark, mark + 4),
            "misplaced-reference-mark",
            "warning",
            message=say("sample.dot", sign="。", fix="。[1]"),
        ),
        problem(entry, Span(ENTRY.index("[2]"), ENTRY.index("[2]") + 3), "empty-reference", "error"),
        problem(entry, Span(ENTRY.index("《丽"), len(ENTRY) - 2), "missing-year", "info"),
        problem(entry, Span(0, 0), "uncited-document", "warning", status="waived"),
    )
    notice = Notice(document="source-1", message=(as_is("one table was not read"),))
    return Report(
        documents=(entry, essay), findings=found, citations=citations, notices=(notice,), version="0.0"
    )


def _rough(text: str, name: str, path: str, title: str) -> Document:
    """A document whose text has lone surrogates, which no reader lets in."""
    made = document(re.sub("[\ud800-\udfff]", "?", text), name, path, title)
    return replace(made, source=text, text=text, media_type="text/x-wiki")


def wild() -> Report:
    """A report of texts and paths that no output may trip over; two of its findings have one id."""
    entry = _rough(WILD, "entry", WILD_PATH, "野|`*")
    source = _rough(WILD_SOURCE, "source-1", "来源/名\\字\x1b.txt", "来源<script>")
    start, at, theirs = WILD.index, Places.of(entry).at, Places.of(source)
    six = theirs.at(Span(WILD_SOURCE.index(" 6人") + 1, WILD_SOURCE.index("\u0085")), "6")
    bridges = Span(start("跨"), start("桥]]>") + 4)
    people = Span(start("𠀀"), start("人；") + 1)
    one = finding(at(people, "5"), "quantity", "conflict", "different", ((six, 0.5),))
    red = finding(
        at(Span(start("价格"), start("\x07") + 2), "|"),
        "quote",
        "unsupported",
        notes=(say("sample.none", claim="::x\n::y"),),
    )
    crossing = finding(
        at(bridges, "40"), "quantity", "conflict", "different", ((theirs.at(Span(0, 9), "50"), 0.4),)
    )
    surrogate = finding(at(Span(start("孤") + 1, start("字，")), "\ud800"), "title", "unsupported")
    return Report(
        documents=(entry, source),
        findings=(red, surrogate, one, one, crossing),
        citations=(
            problem(
                entry,
                Span(start("]]>"), start("]]>") + 3),
                "markup-in-field",
                "error",
                message=say("sample.dot", sign=']]>"&<\x00', fix="]]\ud800"),
            ),
        ),
        notices=(Notice(document="source-1", message=(as_is("第\n1页|没有\x1b读"),)),),
        version="0.0",
    )
