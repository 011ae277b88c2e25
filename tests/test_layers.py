"""The import order: a module imports only from rows above its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "crosscheck"
ROWS = [
    ("crosscheck.model",),
    (
        "crosscheck.errors",
        "crosscheck.messages",
        "crosscheck.patterns",
        "crosscheck.beside",
        "crosscheck.storage",
    ),
    ("crosscheck.places", "crosscheck.lexicon", "crosscheck.wikitext"),
    ("crosscheck.registry",),
    ("crosscheck.option_values",),
    ("crosscheck.options",),
    ("crosscheck.text",),
    ("crosscheck.read", "crosscheck.recognise", "crosscheck.subject"),
    ("crosscheck.names", "crosscheck.dates", "crosscheck.quantities"),
    ("crosscheck.kinds", "crosscheck.statements"),
    ("crosscheck.extract",),
    ("crosscheck.align",),
    ("crosscheck.judge", "crosscheck.polarity", "crosscheck.slots", "crosscheck.contradict"),
    ("crosscheck.cite",),
    ("crosscheck.pipeline",),
    ("crosscheck.mutations", "crosscheck.mutate"),
    ("crosscheck.gate",),
    ("crosscheck.render",),
    ("crosscheck.serve",),
    ("crosscheck.cli",),
]
# The library's own methods for its users: they name the renderer, only when called.
FREE = {"crosscheck.model.report", "crosscheck.model.fact"}


def modules() -> list[Path]:
    return sorted(
        path
        for path in ROOT.rglob("*.py")
        if path.parent != ROOT or path.stem not in ("__init__", "__main__")
    )


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def row_of(module: str) -> int | None:
    for number, row in enumerate(ROWS):
        if any(module == name or module.startswith(f"{name}.") for name in row):
            return number
    return None


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_point_upwards(path: Path) -> None:
    module = name_of(path)
    if module in FREE:
        pytest.skip("names the renderer inside a method")
    here = row_of(module)
    if module == "crosscheck.data" or module.startswith("crosscheck.data."):
        return
    assert here is not None, f"{module} stands in no row"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            row = row_of(name) if name.startswith("crosscheck.") else None
            assert row is None or row <= here, f"{module} imports {name}, which stands below it"


def test_only_the_command_line_knows_click() -> None:
    for path in modules():
        if not name_of(path).startswith("crosscheck.cli"):
            assert "import click" not in path.read_text(encoding="utf-8"), path
