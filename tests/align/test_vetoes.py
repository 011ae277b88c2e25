"""Each rule that keeps a fact from being held against a claim: where it bars, and where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.align.option import related
from crosscheck.align.surroundings import Surroundings
from crosscheck.align.vetoes import ALWAYS, OF_EQUALS, OF_OTHERS, Candidate, barred
from crosscheck.pipeline import prepare
from crosscheck.read import read_text
from crosscheck.registry import kind
from tests.heart import prepared
from tests.support import plain

# rule, kind, the entry, the claim, a source, the fact that it bars
BARRED = [
    ("difference", "quantity", "他有房屋十八间，年十八岁。", "十八岁", "他比妻子小十八歲。", "十八歲"),
    ("of-others", "organisation", "北京大学校长蔡元培出席会议。", "北京大学", "北京大學校長蔣夢麟回國。", "北京大學"),
    ("incomparable", "quantity", "仓库存粮300吨。", "300吨", "倉庫長300米。", "300米"),
    ("another-kind", "title", "他发表《新青年》。", "《新青年》", "他高呼：“舊女界站起來！”", "“舊女界站起來！”"),
    ("never-contradicts", "person", "鲁迅出席会议。", "鲁迅", "茅盾出席會議。", "茅盾"),
    ("qualifies", "date", "1986年5月，他出版小说。", "1986年5月", "他讀1985年6月的《收穫》。", "1985年6月"),
    ("other-name", "place", "展览在杭州市举行。", "杭州市", "展覽在江寧縣（今南京市）舉行。", "南京市"),
    ("another-slot", "quantity", "塌方造成3名矿工遇难。", "3名矿工", "塌方後5名礦工受傷。", "5名礦工"),
    ("listed", "place", "展览在杭州市举行。", "杭州市", "展覽在廣州市、南京市舉行。", "南京市"),
    ("parallel", "quantity", "工厂招收300名学徒。", "300名学徒", "工廠招收300名學徒，另有500名學徒離開。", "500名學徒"),
]  # fmt: skip
# kind, the entry, the claim, a source, a fact that nothing bars
FREE = [
    ("quantity", "工厂招收300名学徒。", "300名学徒", "工廠招收500名學徒。", "500名學徒"),
    ("quantity", "他比妻子小十八岁。", "十八岁", "他比妻子小十八歲。", "十八歲"),
    ("date", "1986年5月，他出版小说。", "1986年5月", "1985年6月，他出版小說。", "1985年6月"),
    ("place", "展览在杭州市举行。", "杭州市", "展覽在南京市舉行。", "南京市"),
    ("organisation", "北京大学校长蔡元培出席会议。", "北京大学", "北京大學校長蔡元培回國。", "北京大學"),
    (
        "date",
        "查文清生于1924年3月10日。",
        "1924年3月10日",
        "作家查文清（1924年2月6日－2018年10月30日）辭世。",
        "1924年2月6日",
    ),
]


def candidate(
    kind_name: str, entry: str, claim: str, source: str, evidence: str
) -> tuple[Candidate, Surroundings]:
    bench = prepared(entry, source)
    scene = bench.sources[0].scene
    mine = next(fact for fact in bench.entry.facts if fact.text == claim and fact.kind == kind_name)
    theirs = next(fact for fact in scene.facts if fact.text == evidence)
    known = kind(kind_name)
    one = Candidate(mine, theirs, known, related(mine, theirs, known.compare(mine, theirs)))
    return one, Surroundings(bench.entry, scene, bench.weights)


@pytest.mark.parametrize(
    ("name", "kind_name", "entry", "claim", "source", "evidence"), BARRED, ids=[b[0] for b in BARRED]
)
def test_a_rule_bars(name: str, kind_name: str, entry: str, claim: str, source: str, evidence: str) -> None:
    one, around = candidate(kind_name, entry, claim, source, evidence)
    rows = {veto.name: veto for veto in (*ALWAYS, *OF_EQUALS, *OF_OTHERS)}
    assert rows[name].bars(one, around)
    assert barred(one, around)


def test_an_item_of_a_list_of_works_bars_what_is_not_said_of_its_work() -> None:
    listed = "== 著作 ==\n* 《潮汐论》，海洋出版社，1936年。\n* 《海图志》，海洋出版社，1939年。\n"
    for entry, bars in (("1936年，他回国任教。", True), ("1936年，他出版《潮汐论》。", False)):
        bench = prepare(plain(entry), [read_text(listed, name="list", media_type="text/x-wiki")])
        scene = bench.sources[0].scene
        mine = next(fact for fact in bench.entry.facts if fact.kind == "date")
        theirs = next(fact for fact in scene.facts if fact.kind == "date")
        known = kind("date")
        one = Candidate(mine, theirs, known, related(mine, theirs, known.compare(mine, theirs)))
        found = barred(one, Surroundings(bench.entry, scene, bench.weights))
        assert found == ("works" if bars else "")


@pytest.mark.parametrize(("kind_name", "entry", "claim", "source", "evidence"), FREE)
def test_nothing_bars(kind_name: str, entry: str, claim: str, source: str, evidence: str) -> None:
    assert barred(*candidate(kind_name, entry, claim, source, evidence)) == ""


def test_words_that_no_rule_read_agree_and_never_contradict() -> None:
    one, around = candidate("place", "展览在杭州市举行。", "杭州市", "展覽在南京市舉行。", "南京市")
    unread = replace(one, evidence=replace(one.evidence, rule="occurrence"))
    assert (barred(one, around), barred(unread, around)) == ("", "no-rule-read-it")


def test_what_came_of_a_plan_is_of_the_same_thing() -> None:
    entry = "大桥造价3亿元。"
    one, around = candidate("quantity", entry, "3亿元", "大橋計劃造價3億元，結果用了5億元。", "5億元")
    assert barred(one, around) == ""


def test_names_of_rules_are_their_own() -> None:
    names = [veto.name for veto in (*ALWAYS, *OF_EQUALS, *OF_OTHERS)]
    assert len(set(names)) == len(names)
    assert {case[0] for case in BARRED} | {"no-rule-read-it", "works"} == set(names)
