"""The corpus of examples: every row of ``tests/kinds/*.md``, in the script written and in the other one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract import facts
from tests.support import text_of

HERE = Path(__file__).parent


@cache
def converter(config: str) -> Any:
    import opencc

    return opencc.OpenCC(config)


def rows(page: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of every table of `page` whose header has the columns text and facts, with their line numbers."""
    header: list[str] = []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("|"):
            header = []
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not header:
            header = cells
        elif set("".join(cells)) - set("-: ") and {"text", "facts"} <= set(header):
            yield number, dict(zip(header, cells, strict=True))


def cases() -> Iterator[Any]:
    for page in sorted(HERE.glob("*.md")):
        for number, row in rows(page):
            for script in ("as written", "s2t"):
                yield pytest.param(page.stem, row, script, id=f"{page.stem}:{number}:{script}")


@pytest.mark.parametrize(("kind", "row", "script"), list(cases()))
def test_example(kind: str, row: dict[str, str], script: str) -> None:
    """A row's facts cell lists ``exact = value`` in order, parted by `` ; ``, or ``-`` where there is none."""
    written = row["text"].replace("\\n", "\n")
    text = converter("s2t").convert(written) if script == "s2t" else written
    assert len(text) == len(written)
    expected = []
    if row["facts"] != "-":
        expected = [tuple(part.strip().split(" = ", 1)) for part in row["facts"].split(" ; ")]
    analysed = text_of(text, row.get("date") or None)
    found = [
        (
            written.replace("\n", "")[fact.span.start : fact.span.end] if "\n" not in written else fact.text,
            str(fact.value),
        )
        for fact in facts(analysed)
        if fact.kind == kind
    ]
    if "\n" in written:
        expected = [(converter("s2t").convert(e) if script == "s2t" else e, v) for e, v in expected]
    assert found == expected
