"""What an edit touched."""

from __future__ import annotations

from crosscheck.gate.edit import Edit, between, touches

OLD = "第一句话。第二句话。\n\n第三句话。第四句话。\n"


def spans(edit: Edit, old: str, new: str) -> tuple[list[str], list[str]]:
    return [old[s.start : s.end] for s in edit.old], [new[s.start : s.end] for s in edit.new]


def test_nothing_is_touched_where_nothing_changed() -> None:
    assert between(OLD, OLD) == Edit()


def test_a_changed_sentence_is_touched_on_both_sides() -> None:
    new = OLD.replace("第三句", "第九句")
    assert spans(between(OLD, new), OLD, new) == (["第三句话。"], ["第九句话。"])


def test_a_sentence_that_went_touches_its_neighbours() -> None:
    new = OLD.replace("第二句话。", "")
    lost, near = spans(between(OLD, new), OLD, new)
    assert lost == ["第二句话。"]
    assert near == ["第一句话。\n"]


def test_a_new_text_is_touched_throughout() -> None:
    edit = between("", OLD)
    assert touches(edit.new, 0, 1) and touches(edit.new, len(OLD) - 1, len(OLD))
    assert not touches(edit.old, 0, 1)
