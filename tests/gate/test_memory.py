"""Baseline and decisions as files and as judgements on findings."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from crosscheck.errors import UnreadableError
from crosscheck.gate import baseline, decisions
from crosscheck.gate.items import Item
from crosscheck.gate.waive import Held, hold
from crosscheck.gate.wording import bare, exact
from crosscheck.model.report import Selector
from crosscheck.model.span import Span

TEXT = "长虹桥在江上。大桥由梁思远主持设计，施工期间共有800名工人参加。一九七六年加固。"
SOURCE = "大橋由梁思遠主持設計，共有500名工人參加。"


def place(text: str, exact: str, document: str = "entry") -> Selector:
    start = text.index(exact)
    end = start + len(exact)
    return Selector(
        document=document, exact=exact, prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32],
        start=start, end=end, line=1, column=start + 1, value="", clean=Span(start, end),
    )  # fmt: skip


def item(text: str = TEXT, exact: str = "800名工人", source: str = SOURCE, id_: str = "abc") -> Item:
    return Item(
        id=id_, rule="quantity/conflict", level="conflict", document="a.md", claim=place(text, exact),
        source="b.txt", evidence=place(source, "500名工人", "source-1"),
    )  # fmt: skip


def decided(**more: str) -> decisions.Decision:
    return replace(decisions.decide(item(), "accepted", "来源误植", by="王", on="2030-01-01"), **more)  # type: ignore[arg-type]


def held(decision: decisions.Decision, *found: Item, text: str = TEXT) -> Held:
    (one,) = hold(
        [decision], found, today="2030-01-15", text_of={"a.md": text}.get, checked=frozenset({"a.md"})
    )
    return one


def test_a_fingerprint_knows_neither_lines_nor_script_nor_marks() -> None:
    moved = "\n\n新的一段。\n\n" + TEXT
    traditional = "施工期間共有８００名\n工人參加。"
    first = baseline.fingerprint(item())
    assert baseline.fingerprint(item(moved)) == first
    assert baseline.fingerprint(item(traditional, "８００名\n工人")) == first
    assert baseline.fingerprint(item("共有900名工人。", "900名工人")) != first


def test_bare_keeps_what_has_no_letters() -> None:
    assert bare("《長虹橋》，1958") == "长虹桥1958"
    assert bare(" …… ") == "……"


def test_a_baseline_is_read_back_and_counts(tmp_path: Path) -> None:
    made = baseline.of([item(), item("\n" + TEXT), item("共有900名工人。", "900名工人")])
    path = tmp_path / "known.json"
    path.write_text(baseline.dump(made), encoding="utf-8")
    assert baseline.load(str(path)) == made
    rows = json.loads(path.read_text(encoding="utf-8"))["findings"]
    assert [row["count"] for row in rows] == [2, 1]
    assert "line" not in rows[0]
    assert baseline.dump(baseline.Baseline()) == '{"schema": "crosscheck.gate.baseline/2", "findings": []}\n'


def test_decisions_are_read_back_sorted_and_each_once(tmp_path: Path) -> None:
    one, two = decided(), decided(id="abb", expires="2031-01-01")
    path = tmp_path / "decisions.jsonl"
    path.write_text(decisions.dump((one, two, one)), encoding="utf-8")
    assert decisions.load(str(path)) == (two, one)
    assert decisions.load(str(tmp_path / "none.jsonl")) == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"reason": " "}, "“reason” is required"),
        ({"reason": None}, "“reason” is required"),
        ({"decision": "maybe"}, "“decision” is one of"),
        ({"on": "soon"}, "isoformat"),
        ({"expires": "2030-13-01"}, "month"),
        ({"claim": None}, "“claim” is no object"),
        ({"claim": {"path": "a.md"}}, "“claim” wants"),
    ],
)
def test_a_decision_that_is_off_names_its_line(tmp_path: Path, change: dict[str, object], words: str) -> None:
    path = tmp_path / "decisions.jsonl"
    data = json.loads(decisions.dump((decided(),)))
    path.write_text(
        decisions.dump((decided(),)) + json.dumps({**data, **change}, ensure_ascii=False), encoding="utf-8"
    )
    with pytest.raises(UnreadableError, match=r"decisions\.jsonl:2: ") as error:
        decisions.load(str(path))
    assert words in str(error.value)


def test_lines_of_a_merge_conflict_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r":1: is no decision"):
        decisions.load(str(path))


def test_a_decision_holds_where_both_sides_say_the_same() -> None:
    assert held(decided(), item()).state == "active"
    assert held(decided(), item(source="【" + SOURCE + "】")).state == "active"


def test_it_is_stale_when_a_side_changes() -> None:
    assert (
        held(decided(), item(source=SOURCE.replace("参加", "出力").replace("參加", "出力"))).state == "stale"
    )
    other = TEXT.replace("施工期间", "加固期间")
    assert held(decided(), item(other), text=other).state == "stale"


def test_it_follows_a_finding_whose_id_changed() -> None:
    moved = "一九七六年加固。" + TEXT.replace("一九七六年加固。", "")
    assert held(decided(), item(moved, id_="new"), text=moved).state == "active"


def test_a_line_written_by_hand_needs_no_hash() -> None:
    data = json.loads(decisions.dump((decided(),)))
    for side in ("claim", "evidence"):
        data[side] = {"path": data[side]["path"], "exact": data[side]["exact"]}
    by_hand = decisions.parse(data)
    assert held(by_hand, item()).state == "active"
    assert held(by_hand, item("共有900名工人。", "900名工人")).state == "stale"


def test_it_is_unused_orphan_expired() -> None:
    assert held(decided()).state == "unused"
    assert held(decided(), text="全文都已改写，不再提到这件事情。").state == "orphan"
    assert held(decided(expires="2030-01-14"), item()).state == "expired"
    assert held(decided(expires="2030-01-15"), item()).state == "active"


def test_it_does_not_jump_to_another_rule() -> None:
    other = replace(item(), rule="quantity/unsupported", level="unsupported", evidence=None, source="")
    assert held(decided(), other).state == "stale"


def test_documents_that_were_not_checked_are_left_alone() -> None:
    assert hold([decided()], [], today="2030-01-15", text_of=lambda _: None, checked=frozenset()) == ()


def test_of_two_decisions_on_one_finding_the_later_counts() -> None:
    early, late = decided(), decided(on="2030-01-10", decision="deferred")
    found = hold(
        [late, early], [item()], today="2030-01-15", text_of={"a.md": TEXT}.get, checked=frozenset({"a.md"})
    )
    assert [(one.decision.decision, one.state) for one in found] == [
        ("accepted", "unused"),
        ("deferred", "active"),
    ]


# The same letters and digits, and two numbers, dates or shares all the same.
UNLIKE = [
    ("1990-1-15", "1990-11-5"),
    ("2.1万", "21万"),
    ("-5 %", "5 %"),
    ("−3℃", "3℃"),
    ("1：23.4", "12：3.4"),
    ("3/4", "34"),
    ("９．１１", "９１．１"),
    ("±2", "2"),
    ("5-8人", "58人"),
    ("0.5‰", "0.5"),
    ("1,5", "15"),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_a_number_is_not_another_with_the_same_digits(one: str, other: str) -> None:
    first, second = (item(f"当时为{words}，见年报。", words) for words in (one, other))
    assert baseline.fingerprint(first) != baseline.fingerprint(second)
    mine = decisions.decide(first, "accepted", "已核", by="王", on="2030-01-01")
    assert held(mine, first, text=f"当时为{one}，见年报。").state == "active"
    assert held(mine, second, text=f"当时为{other}，见年报。").state == "stale"


@pytest.mark.parametrize(
    ("one", "other"),
    [("《长虹桥》，3.5米", "长虹桥 3.5 米"), ("１９５８—６０年", "1958–60年"), ("“甲”-乙", "甲乙")],
)
def test_marks_that_make_no_number_count_for_nothing(one: str, other: str) -> None:
    assert exact(one) == exact(other)


def test_another_value_behind_the_same_words_is_another_finding() -> None:
    """去年 of a text of 1990 is not 去年 of one of 1991."""
    first, second = (replace(item(), claim=replace(item().claim, value=value)) for value in ("1989", "1990"))
    assert baseline.fingerprint(first) != baseline.fingerprint(second)
    mine = decisions.decide(first, "accepted", "已核", by="王", on="2030-01-01")
    assert (held(mine, first).state, held(mine, second).state) == ("active", "stale")


def earlier(item_: Item) -> str:
    """The baseline of an earlier version that knows `item_` once."""
    evidence = bare(item_.evidence.exact) if item_.evidence else ""
    row = {
        "document": item_.document,
        "rule": item_.rule,
        "claim": bare(item_.claim.exact),
        "evidence": evidence,
    }
    return json.dumps(
        {"schema": "crosscheck.gate.baseline/1", "findings": [{**row, "count": 1}]}, ensure_ascii=False
    )


def test_a_baseline_of_an_earlier_version_is_read_and_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(earlier(item()), encoding="utf-8")
    known = baseline.load(str(path))
    assert known.earlier == 1
    assert known.counts[baseline.known_as(item())[1]] == 1
    other = replace(item(), document="c.md")
    assert baseline.keep(str(path), baseline.of([other]), frozenset({"c.md"})).earlier == 1
    assert baseline.load(str(path)).counts.total() == 2
    assert baseline.keep(str(path), baseline.of([item()]), frozenset({"a.md"})).earlier == 0


def test_a_decision_of_an_earlier_version_holds_by_its_words() -> None:
    data = json.loads(decisions.dump((decided(),)))
    del data["version"]
    for side in ("claim", "evidence"):
        del data[side]["value"]
        words = "".join(data[side][name] for name in ("prefix", "exact", "suffix"))
        sentence = words.split("。")[1] if side == "claim" else words.rstrip("。")
        data[side]["hash"] = sha256(bare(sentence).encode()).hexdigest()[:16]
    old = decisions.parse(data)
    assert old.version == 1
    assert held(old, item()).state == "active"
    assert json.loads(decisions.dump((old,)))["version"] == 2
    assert decisions.parse(json.loads(decisions.dump((old,)))) == old
    with pytest.raises(ValueError, match="later version"):
        decisions.parse({**data, "version": 3})
