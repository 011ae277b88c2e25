"""Tables whose heads say what stands below: names, offices, years."""

from __future__ import annotations

import pytest

from crosscheck import extract
from crosscheck.read import read_text
from crosscheck.text.sentences import split


def found(kind: str, *rows: str) -> list[str]:
    head, *body = rows
    rule = "|".join("---" for _ in head.split("|"))
    source = "\n".join(f"| {row} |" for row in (head, rule, *body))
    text = split(read_text(source, name="x", media_type="text/markdown"))
    return [str(fact.value) for fact in extract.facts(text) if fact.kind == kind]


@pytest.mark.parametrize(
    ("head", "row", "names"),
    [
        ("姓名 | 籍贯", "万里 | 东平", ["万里"]),
        ("姓名 | 籍貫", "回志成 | 榆樹", ["回志成"]),
        ("人名 | 生年", "高　山 | 1901", ["高山"]),
        ("球员 | 进球", "威尔特·张伯伦 | 100", ["威尔特·张伯伦"]),
        ("導演 | 片名", "吳永剛、費穆 | 浮橋", ["吴永刚", "费穆"]),
        ("姓名 | 备注", "空缺 | 待定", []),
        ("姓名 | 备注", "合计 | 12", []),
        ("导演 | 片名", "集体创作 | 浮桥", []),
        ("站名 | 里程", "万里 | 12", []),
    ],
)
def test_names(head: str, row: str, names: list[str]) -> None:
    assert found("person", head, row) == names


@pytest.mark.parametrize(
    ("head", "row", "roles"),
    [
        ("姓名 | 职务", "回志成 | 书记", ["回志成: 书记"]),
        ("职务 | 姓名", "总工程师、局长 | 何维桢", ["何维桢: 总工程师", "何维桢: 局长"]),
        ("姓名 | 職務 | 任期", "何維楨 | 代理縣長（兼） | 1912年", ["何维桢: 代理县长"]),
        ("姓名 | 职务", "何维桢 | 无", []),
        ("姓名 | 军衔", "空缺 | 少将", []),
    ],
)
def test_offices(head: str, row: str, roles: list[str]) -> None:
    assert found("role", head, row) == roles


@pytest.mark.parametrize(
    ("head", "row", "dates"),
    [
        ("年份 | 片名", "1948 | 浮桥", ["1948"]),
        ("出生年 | 姓名", "1901（一说1902） | 何维桢", ["1901"]),
        ("編號 | 片名", "1948 | 浮橋", []),
        ("人口 | 年度", "1948 | 1950", ["1950"]),
    ],
)
def test_years(head: str, row: str, dates: list[str]) -> None:
    assert found("date", head, row) == dates
