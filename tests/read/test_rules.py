"""Rules of reading, each with what it must leave alone."""

from __future__ import annotations

import pytest

from crosscheck.model.document import Document
from crosscheck.read import read_text
from crosscheck.read.end_notes import find_marks, find_notes
from crosscheck.read.labels import label
from crosscheck.read.sections import role
from crosscheck.read.wikilink import entity, named_part, page_of
from crosscheck.read.written_on import edtf, stated
from crosscheck.read.wt_variants import spellings
from crosscheck.text.lines import lines, width
from crosscheck.text.unwrap import paragraphs, spaced


def texts(document: Document) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("中文", 4), ("，。", 4), ("1,357名", 7), ("—…“”", 8), ("ａ１", 4), ("ｱ", 1)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("left", "right", "blank"),
    [("中", "文", False), ("t", "E", True), ("5", "7", False), ("-", "2", False), ("1", "月", False), (",", "J", True),
     ("中", "A", False), ("й", "К", True), ("(", "A", False), (")", "A", True), ("A", "1", True)],
)  # fmt: skip
def test_blank_at_a_line_end(left: str, right: str, blank: bool) -> None:
    assert spaced(left, right) is blank


def joined(text: str) -> list[str]:
    found = paragraphs(text, lines(text))
    return ["".join(text[line.start : line.end] for line in group) for group in found]


SHORT_LINES = (
    "张三\n李四\n王五",
    "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
    "1957年10月15日\n聂荣臻\n莫斯科",
    "姓名：林则徐\n籍贯：福建侯官\n生年：1785年\n卒年：1850年",
    "朝辞白帝彩云间，千里江陵一日还。\n两岸猿声啼不住，轻舟已过万重山。",
    "第一条 本协定自签字之日起生效，有效期为五年。\n第二条 双方同意互派专家，费用由派出方负担。",
)


@pytest.mark.parametrize("text", SHORT_LINES)
def test_lines_that_are_whole_stay_apart(text: str) -> None:
    assert joined(text) == text.split("\n")


def hard_wrapped(text: str, count: int, between: str) -> str:
    return between.join(text[i : i + count] for i in range(0, len(text), count))


PARAGRAPH = "天津站始建于1888年，原址在旺道庄，1892年迁至现址，1950年、1987年和2007年三次改建，站房总建筑面积为十八万五千平方米。"


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n\n\n"])
@pytest.mark.parametrize("count", [15, 22, 31])
def test_a_wrapped_paragraph_is_joined(between: str, count: int) -> None:
    assert joined(hard_wrapped(PARAGRAPH, count, between)) == [PARAGRAPH]


def test_headings_end_a_paragraph() -> None:
    text = hard_wrapped(PARAGRAPH, 20, "\n") + "\n二 改建\n" + hard_wrapped(PARAGRAPH, 20, "\n")
    assert joined(text) == [PARAGRAPH, "二 改建", PARAGRAPH]


def marks(text: str) -> list[str]:
    found = lines(text)
    notes = find_notes(text, found)
    return [label for _, label in find_marks(text, paragraphs(text, found, notes), notes).values()]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("桥于1901年建成1。后毁于战火2，重修。\n\n注释\n1 见县志。\n2 见府志。\n", ["1", "2"]),
        ("桥于1901年建成[1]，后毁[注2]。\n", ["1", "注/2"]),
        ("桥于1901年建成①。后毁于战火②，重修。\n\n注释：\n① 见县志。\n② 见府志。\n", ["1", "2"]),
        ("桥于1901年建成¹，面积3米²。\n\n注释\n[1] 见县志。\n", ["1"]),
        (
            "青峰桥\n\n桥于1901年建成（註1），后毁【註 2】。\n\n註1：見縣志。\n註 2：見府志。\n",
            ["註/1", "註/2"],
        ),
        (
            "青峰桥\n\n桥于1901年建成（注1），见注2，后毁（备注2）。\n\n注1、见县志。\n注2、见府志。\n",
            ["注/1"],
        ),
        ("桥于1901年建成（注1），后毁。\n", []),
        ("青峰桥\n\n桥于1901年建成（注1），注2只有一句。\n\n注1桥于1950年重修。\n注2层为木造。\n", []),
        ("历史[编辑]\n\n桥于1901年建成[3][來源請求]，题为[某]桥[1956]。\n", ["", "3", ""]),
        ("办法有二：①停工；②赔款。\n\n他于1901年去世。\n", []),
        ("他住1号楼，买2辆车，等3天。\n", []),
        ("主队以2比1，客队3比2，总分5比3。\n", []),
        ("编号601厂、代号02的工程，1月2日开工。\n\n注释\n1 见县志。\n2 见府志。\n", []),
        ("第1，速度；第2，质量；第3，安全。\n", []),
        ("气温升至3，又降到1。\n", []),
    ],
)
def test_marks_glued_to_words(text: str, labels: list[str]) -> None:
    assert marks(text) == labels


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1", "1"),
        ("註 3", "註/3"),
        ("注12", "注/12"),
        ("a", "a"),
        ("來源請求", ""),
        ("他", None),
        ("第3", None),
        ("1956", None),
    ],
)
def test_labels(words: str, found: str | None) -> None:
    assert label(words) == found


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("參考文獻", "references"),
        ("== 外部链接 ==", "links"),
        ("【注释】", "notes"),
        ("参见", "see"),
        ("历史", ""),
        ("参考文献的整理与研究", ""),
    ],
)
def test_roles_of_sections(heading: str, found: str) -> None:
    assert role(heading) == found


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("../Page/李强_(部长).md", "李强"),
        ("https://zh.wikipedia.org/wiki/%E9%95%BF%E6%B1%9F", "长江"),
        ("../Page/G12型柴油機車.md", "G12型柴油機車"),
        ("https://zh.wikipedia.org/wiki/Category:桥", ""),
        ("https://zh.wikipedia.org/wiki/:Wikt:bridge", ""),
        ("http://example.org/wiki2", ""),
    ],
)
def test_entities(target: str, name: str) -> None:
    assert entity(page_of(target)) == name


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("苏联在", "苏联", "苏联"),
        ("蘇聯國防部的", "苏联国防部", "蘇聯國防部"),
        ("德國在", "德意志帝国", "德國"),
        ("分館", "博物館", "分館"),
        ("和平", "战争", "和平"),
    ],
)
def test_the_name_in_a_link(text: str, name: str, part: str) -> None:
    assert text[: named_part(text, name, True)] == part


def test_spellings() -> None:
    assert spellings("zh-cn:激光; zh-tw:雷射; zh-hk:激光;") == ("激光", "雷射")
    assert spellings("激光=>zh-tw:雷射") == ("雷射",)
    assert spellings("没有规则") == ()


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2021-06-16 12:00:00 +0800", "2021-06-16"),
        ("2019年8月3日", "2019-08-03"),
        ("20210616", "2021-06-16"),
        ("1957", "1957"),
        ("2001/7", "2001-07"),
        ("昨天", None),
    ],
)
def test_dates(words: str, date: str | None) -> None:
    assert edtf(words) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("标题\n2015-03-04 08:00\n正文", "2015-03-04"),
        ("2010年10月10日 10:30 来源：某网 作者：某人\n", "2010-10-10"),
        ("标题\n发布时间：2015年3月4日 来源：某报\n", "2015-03-04"),
        ("新华社北京1999年5月8日电 昨日……", "1999-05-08"),
        ("本报北京5月4日电 今天……", None),
        ("1957年10月15日，双方签字。", None),
        ("他生于1901年3月4日。", None),
    ],
)
def test_stated_dates(text: str, date: str | None) -> None:
    assert stated(text) == date


def test_page_numbers_are_dropped() -> None:
    page = "天津站始建于1888年，原址在旺道庄，1892年迁至现址，1950年改建，\n1987年再建，{}\n\n- {} -\n\n"
    text = "".join(page.format("2007年三建" if number < 3 else "至今。", number) for number in (1, 2, 3))
    document = read_text("津门旧事\n\n" + text, name="a")
    assert "- 2 -" not in document.text
    assert "- 1 -" in read_text("津门旧事\n\n" + text[: text.index("- 2 -")], name="a").text


def test_strange_characters_are_read_as_plain_ones() -> None:
    source = "⼤⽂⼀⾯\u200b旗︵甲︶\ufeff\u00ad金\n"
    document = read_text(source, name="a")
    assert document.text == "大文一面旗（甲）金\n"
    assert [source[document.origins.place(i).start] for i in (0, 4, 8)] == ["⼤", "旗", "金"]


def test_spaced_out_characters_do_no_harm() -> None:
    document = read_text("氢 弹 往 事\n\n核 工 业 史 话 由 某 出 版 社 于 1999 年 出 版 。\n", name="a")
    assert texts(document)[1].startswith("核 工 业")


def test_hidden_and_unclosed_markup() -> None:
    wiki = read_text("甲<!-- 隐 -->乙[[丙\n\n{{未完|丁\n\n<ref>戊", name="a", media_type="text/x-wiki")
    assert texts(wiki) == ["甲乙[[丙", "{{未完|丁", "<ref>戊"]
    page = read_text("<p>甲<b>乙<p>丙</i>丁<script>戊", name="a", media_type="text/html")
    assert texts(page) == ["甲乙", "丙丁"]


@pytest.mark.parametrize(
    ("wiki", "clean"),
    [
        ("'''甲'''{{bd|1901年|2月3日|1950年||catIdx=J}}，人。", "甲（1901年2月3日－1950年），人。"),
        ("'''甲'''（{{bd|1901年||}}），人。", "甲（1901年－），人。"),
        (
            "于{{start date|2001|7|1}}通车，长{{convert|12.5|km|mi|abbr=on}}。",
            "于2001年7月1日通车，长12.5km。",
        ),
        ("{{lang|en|Bridge}}与{{nowrap|[[桥|大桥]]}}{{unknown|丙}}。", "Bridge与大桥。"),
        ("面积10<sup>4</sup>[[平方米]]。", "面积10⁴平方米。"),
        (
            "质量{{val|4.87|e=24|u=千克}}，面积4.6{{e|8}}平方公里。",
            "质量4.87×10²⁴千克，面积4.6×10⁸平方公里。",
        ),
        ("占{{gaps|12|345}}人，约{{10^|6}}年，重3{{esp|7}}吨。", "占12345人，约10⁶年，重3×10⁷吨。"),
        ("误差{{val|3.2|0.1|ul=米}}，约{{val|7.5|e=-3}}。", "误差3.2米，约7.5×10⁻³。"),
        ("[http://example.org 网站]与[[:Category:桥|分类]][[en:Bridge]]", "网站与分类"),
        ("-{T|zh-hans:桥;zh-hant:橋}-甲-{zh-hans:计算机; zh-hant:電腦}-乙-{原样}-", "甲计算机乙原样"),
    ],
)
def test_wikitext_prints(wiki: str, clean: str) -> None:
    document = read_text(wiki, name="a", media_type="text/x-wiki")
    assert texts(document) == [clean]


def test_line_ends_are_kept_in_the_source() -> None:
    document = read_text("# 甲\r\n\r\n乙于1901年\r\n建成。\r\n", name="a", media_type="text/markdown")
    assert texts(document) == ["甲", "乙于1901年建成。"]
    span = document.origins.to_source(document.blocks[1].span)
    assert document.source[span.start : span.end] == "乙于1901年\r\n建成。"


def test_marks_and_references_spell_a_group_alike() -> None:
    page = "<p>桥建成<sup>[註 1]</sup>，后毁<sup>[1]</sup>。</p><ol class=references data-mw-group=注><li>见一</li></ol><ol class=references><li>书</li></ol>"
    document = read_text(page, name="a", media_type="text/html")
    assert [m.label for m in document.marks] == [r.label for r in document.references] == ["註/1", "1"]
