"""Citation templates and templates of notes by all their names."""

from __future__ import annotations

import pytest

from crosscheck import cite
from crosscheck.cite.vocabulary import citation, notes_by
from crosscheck.model.report import CitationProblem
from crosscheck.read import read_text


def problems(text: str) -> list[CitationProblem]:
    return list(cite.check(read_text(text, name="page", media_type="text/x-wiki", role="entry")))


def rules(text: str) -> list[str]:
    return [problem.rule for problem in problems(text)]


def titles(text: str) -> list[str]:
    document = read_text(text, name="page", media_type="text/x-wiki", role="entry")
    return [record.title for record in cite.records(document)]


@pytest.mark.parametrize(
    ("name", "meant", "kind"),
    [
        ("cite web", "cite web", "webpage"),
        ("citeweb", "cite web", "webpage"),
        ("cite-web", "cite web", "webpage"),
        ("cite", "citation", ""),
        ("citebook", "cite book", "book"),
        ("cite newspaper article", "cite news", "article-newspaper"),
        ("cite dvd-notes", "cite av media notes", ""),
        ("cite av media notes", "cite av media notes", ""),
        ("網頁引用", "引用网页", "webpage"),
        ("引用書籍", "引用書籍", "book"),
    ],
)
def test_names_that_stand_for_one_template(name: str, meant: str, kind: str) -> None:
    found = citation(name)
    assert found is not None
    assert found[:2] == (meant, kind)


@pytest.mark.parametrize("name", ["cite gazetteer of wells", "引用碑文", "citation style x", "vcite thesis"])
def test_a_name_that_begins_like_a_citation_is_one(name: str) -> None:
    assert citation(name) == (name, "", True)


@pytest.mark.parametrize(
    "name", ["city", "cited in", "infobox bridge", "引文需要核实", "lang", "reflist", "excite web"]
)
def test_other_names_are_none(name: str) -> None:
    assert citation(name) is None


@pytest.mark.parametrize(
    "template",
    [
        "{{Cite|title=灯塔志|publisher=海事社|year=1990|page=3}}",
        "{{citebook|title=灯塔志|author=某甲|publisher=海事社|year=1990|page=3}}",
        "{{Cite lighthouse|title=灯塔志|keeper=某乙}}",
        "{{灯塔书目|title=灯塔志|no=12}}",
        "{{燈塔資料|标题=灯塔志|url=http://www.example.org/l}}",
        "{{引用碑文|title=灯塔志}}",
    ],
)
def test_a_template_with_a_title_is_a_record(template: str) -> None:
    assert titles(f"灯塔高40米<ref>{template}</ref>。") == ["灯塔志"]


def test_a_template_outside_a_reference_is_none_by_its_title_alone() -> None:
    assert titles("{{信息框|title=灯塔|url=http://www.example.org}}灯塔高40米。") == []
    assert (
        rules(
            "{{Listen|title=灯塔之歌|filename=a.ogg}}灯塔高40米<ref>《灯塔志》，海事社，1990年，第3页</ref>。"
        )
        == []
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{Citation needed}}",
        "{{Citation needed|date=2019年5月}}",
        "{{引用請求}}",
        "{{Citation style}}",
        "{{cite lighthouse}}",
    ],
)
def test_a_call_for_a_citation_is_none(template: str) -> None:
    assert rules(f"灯塔高40米{template}，宽9米<ref>《灯塔志》，海事社，1990年，第3页</ref>。") == []


def test_parameters_of_its_own_are_no_fault() -> None:
    assert rules("灯塔高40米<ref>{{灯塔书目|title=灯塔志|keeper=某乙|lamp=3}}</ref>。") == []


@pytest.mark.parametrize(
    "note",
    [
        "{{nsrefc|group=參|%s}}",
        "{{NoSpaceRef|%s}}",
        "{{NoteTag|%s}}",
        "{{Refn|group=註|%s}}",
        "{{efn-ua|%s}}",
        "{{efn|1=%s}}",
        "{{NoteTag|note=%s}}",
        "{{#tag:ref|%s|group=注}}",
    ],
)
def test_templates_of_notes_make_references(note: str) -> None:
    text = (
        "码头长300米"
        + note % "{{cite book|author=某甲|title=港口史|publisher=航运社|year=1995|page=7}}"
        + "。"
    )
    assert titles(text) == ["港口史"]


def test_a_note_by_name_alone_is_a_use() -> None:
    found = problems("码头长300米{{nsrefc|group=參|name=丙}}。{{nsreferences|group=參}}")
    assert [problem.rule for problem in found] == ["undefined-reference"]
    defined = "码头长300米{{nsrefc|group=參|name=丙}}{{nsrefc|group=參|name=丙|《港口史》，航运社，1995年，第7页}}。"
    assert rules(defined + "{{nsreferences|group=參}}") == []


def test_notes_in_a_list_are_defined_there() -> None:
    text = (
        "码头长300米{{efn|name=长}}。\n\n{{notelist|notes=\n{{efn|name=长|含引桥，见{{cite book|author=某甲|title=港口史"
        "|publisher=航运社|year=1995|page=7}}。}}\n}}"
    )
    assert rules(text) == []


def test_a_note_and_a_reference_of_one_name_are_two() -> None:
    text = "长300米{{efn|name=甲|含引桥。}}，宽20米<ref name=甲>《港口史》，航运社，1995年，第7页</ref>。{{notelist}}"
    assert rules(text) == []


def test_a_group_that_no_list_shows_is_told() -> None:
    assert rules("长300米{{efn|含引桥。}}。<references />") == ["group-without-references"]
    assert rules("长300米{{efn|含引桥。}}。{{notelist}}<references />") == []


def test_a_note_takes_no_record_from_a_reference_inside_it() -> None:
    text = "长300米{{efn|一说310米<ref>{{cite book|author=某甲|title=港口史|publisher=航运社|year=1995|page=7}}</ref>。}}。{{notelist}}"
    assert titles(text) == ["一说310米。", "港口史"]
    plain = "长300米{{efn|一说310米<ref>某乙：《码头志》，航运社，1996年，第2页</ref>。}}。{{notelist}}"
    assert titles(plain) == ["一说310米。", "码头志"]


def test_an_unknown_template_is_told_once() -> None:
    text = "甲<ref>{{水文公报|12}}</ref>，乙<ref>{{水文公报|13}}</ref>，丙<ref>{{年表|1990}}</ref>。"
    assert rules(text) == ["unknown-template", "unknown-template"]


@pytest.mark.parametrize(
    "content",
    [
        "{{sfn|某甲|1990|p=3}}",
        "{{harvnb|某甲|1990|p=3}}",
        "《港口史》{{Dead link}}",
        "{{ISBN|978-7-03-011357-3}}",
        "{{lang-en|Harbour}}：《港口史》，航运社，1995年，第7页",
        "见{{tsl|en|Harbour|港口}}",
    ],
)
def test_templates_beside_a_citation_are_known(content: str) -> None:
    assert "unknown-template" not in rules(f"甲<ref>{content}</ref>。")


def test_every_template_of_notes_leaves_a_mark_for_the_reader() -> None:
    for name in sorted(notes_by("define")):
        if name.startswith("#"):
            continue
        document = read_text(
            f"码头长300米{{{{{name}|《港口史》}}}}。", name="p", media_type="text/x-wiki", role="entry"
        )
        assert len(document.marks) == 1, name
