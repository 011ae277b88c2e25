"""What templates of a wikitext print: as the reader of the page sees it."""

from __future__ import annotations

import pytest

from crosscheck.read import read_text


def shown(source: str) -> str:
    return read_text(f"桥：{source}。", name="x", media_type="text/x-wiki").text.strip()[2:-1]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{NOR}}奥斯陆", "挪威奥斯陆"),
        ("{{MAC-1941}}", "澳门"),
        ("{{flag|PER}}、{{flag|Soviet Union}}、{{flag|挪威}}", "秘鲁、苏联、挪威"),
        ("{{flagicon|KEN}} [[内罗毕]]", "肯尼亚 内罗毕"),
        ("{{flagIOC|KSA|2012年夏季}}", "沙特阿拉伯"),
        ("{{flagathlete|[[严明]]|SRB}}", "严明（塞尔维亚）"),
        ("{{can}}", ""),  # no code: it is not written in capitals
        ("{{convert|2170|m|ft}}", "2170米"),
        ("{{val|90|u=km2}}、{{val|1.2|e=6|u=m}}", "90平方公里、1.2×10⁶米"),
        ("{{convert|3|to|5|km2|abbr=on}}", "3–5km²"),
        ("{{convert|6|ft|2|in|cm}}", "6英尺2英寸"),
        ("{{convert|400|mi|1}}", "400英里"),
        ("{{coord|25|15|30|S|131|2|E}}", "25°15′30″S 131°2′E"),
        ("{{coord|-25.25|131.04|display=inline}}", "25.25°S 131.04°E"),
        ("{{coord|25|15|S|131|2|E|display=title}}", ""),
        ("{{lang|no|Fram}}", "Fram"),
        ("{{le|前进号|Fram|弗拉姆号}}", "弗拉姆号"),
        ("{{link-en|前进号|Fram}}", "前进号"),
        ("{{tsl|en|Fram|前进号}}", "前进号"),
        ("{{ill|前进号|no|Fram}}、{{ill|no|前进号|Fram}}", "前进号、前进号"),
        ("{{bd|1882年|3月4日|1951年}}", "（1882年3月4日－1951年）"),
        ("{{birth date|1990|5|6}}", "1990年5月6日"),
        ("{{death date and age|2001|3|4|1930|1|1}}", "2001年3月4日"),
        ("{{start date|1999|12}}", "1999年12月"),
        ("{{birth year and age|1960}}", "1960年"),
        ("{{ruby|漢|かん}}<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</rt></ruby>", "漢東京"),
        ("{{nowrap|12 人}}{{small|（估计）}}", "12 人（估计）"),
        ("{{nts|11282}}", "11282"),
        ("{{frac|1|3}}", "1/3"),
        ("{{circa|1640}}", "约1640年"),
        ("{{marriage|陆氏|1912|1930}}", "陆氏（1912年结婚－1930年）"),
        ("{{sort|02|乙}}{{won}}", "乙获奖"),
    ],
)
def test_templates(source: str, text: str) -> None:
    assert shown(source) == text


def test_the_first_bullet_of_a_field() -> None:
    source = "{{Infobox person\n|name=严明\n|past=*甲校（1882年）\n*乙校（1883年）\n|award= * 丙奖\n* 丁奖\n|note=3*4\n}}"
    document = read_text(source, name="x", media_type="text/x-wiki")
    assert [document.text[b.span.start : b.span.end] for b in document.blocks] == [
        "name：严明", "past：甲校（1882年）", "past：乙校（1883年）", "award：丙奖", "award：丁奖", "note：3*4",
    ]  # fmt: skip


@pytest.mark.parametrize("option", ["居中", "无框", "201x201像素", "thumb", "upright=1.2", "右", "alt=桥"])
def test_how_a_picture_is_drawn_is_no_caption(option: str) -> None:
    document = read_text(f"桥成于1872年。[[File:A.jpg|thumb|{option}]]", name="x", media_type="text/x-wiki")
    assert [block.kind for block in document.blocks] == ["paragraph"]


def blocks(source: str) -> list[str]:
    document = read_text(source, name="x", media_type="text/x-wiki")
    return [document.text[b.span.start : b.span.end] for b in document.blocks]


@pytest.mark.parametrize(
    "opening", ["{|{{Infobox ship begin}}\n", "{|\n{{Infobox ship begin}}", '{| class="infobox"\n|-\n']
)
def test_an_infobox_of_several_templates(opening: str) -> None:
    source = (
        f"{opening}{{{{Infobox ship career\n|Ship launched=1921年\n}}}}{{{{Infobox ship characteristics\n"
        "|Ship length=\n* 全长：90米\n* 水线长：82米\n}}\n|}\n这是一艘船。"
    )
    assert blocks(source) == [
        "Ship launched：1921年", "Ship length：全长：90米", "Ship length：水线长：82米", "这是一艘船。",
    ]  # fmt: skip


def test_templates_in_a_cell_are_the_cell() -> None:
    source = "{|\n! 国家 !! 人数\n|-\n| {{flag|PER}}\n| 3人\n|}"
    assert blocks(source) == ["国家", "人数", "秘鲁", "3人"]


def test_an_infobox_within_a_field() -> None:
    inner = "{{Infobox officeholder|embed=yes\n|office=縣長\n|term_start=1954年\n}}"
    source = f"{{{{Infobox person\n|name=严明\n|module={inner}\n}}}}"
    assert blocks(source) == ["name：严明", "office：縣長", "term_start：1954年"]
