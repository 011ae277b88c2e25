"""The order of the tree: a module imports only from rows above its own, in no circle, and nothing private of another package."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
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
        "crosscheck.lac",
        "crosscheck.storage",
    ),
    ("crosscheck.places", "crosscheck.lexicon", "crosscheck.copied_as"),
    ("crosscheck.kind",),
    ("crosscheck.registry",),
    ("crosscheck.option_values",),
    ("crosscheck.reader_settings",),
    ("crosscheck.options",),
    ("crosscheck.text",),
    ("crosscheck.read", "crosscheck.recognise"),
    ("crosscheck.context",),
    ("crosscheck.names", "crosscheck.dates", "crosscheck.quantities"),
    ("crosscheck.kinds",),
    ("crosscheck.extract",),
    ("crosscheck.align",),
    ("crosscheck.verdict", "crosscheck.slots", "crosscheck.contradict"),
    ("crosscheck.cite",),
    ("crosscheck.pipeline",),
    ("crosscheck.second",),
    ("crosscheck.mutations", "crosscheck.mutate"),
    ("crosscheck.gate",),
    ("crosscheck.render",),
    ("crosscheck.serve",),
    ("crosscheck.cli",),
]
# The library's own methods for its users: they name the renderer, only when called.
FREE = {"crosscheck.model.report", "crosscheck.model.fact"}


# Beside the package, what is run from a checkout keeps to its public names too.
BESIDE = [ROOT.parent / "benchmarks", ROOT.parent / "training"]


@cache
def modules() -> tuple[Path, ...]:
    return tuple(
        path
        for path in sorted(ROOT.rglob("*.py"))
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


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """What a file imports, wherever in it: the module, and the name out of it ("" for the module whole)."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


@cache
def graph() -> dict[str, set[str]]:
    """The modules that each module imports, whatever row they stand in."""
    known = {name_of(path) for path in modules()}
    found: dict[str, set[str]] = {}
    for path in modules():
        here = name_of(path)
        targets = {
            f"{module}.{name}" if f"{module}.{name}" in known else module for module, name in imports(path)
        }
        found[here] = (targets & known) - {here}
    return found


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_point_upwards(path: Path) -> None:
    module = name_of(path)
    if module in FREE:
        pytest.skip("names the renderer inside a method")
    here = row_of(module)
    if module == "crosscheck.data" or module.startswith("crosscheck.data."):
        return
    assert here is not None, f"{module} stands in no row"
    for target in graph()[module]:
        row = row_of(target)
        assert row is None or row <= here, f"{module} imports {target}, which stands below it"


def test_there_is_no_circle() -> None:
    wanted = {module: targets for module, targets in graph().items() if module not in FREE}
    try:
        TopologicalSorter(wanted).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_packages_of_one_row_do_not_import_one_another_both_ways() -> None:
    both = set()
    for module, targets in graph().items():
        for target in targets if module not in FREE else ():
            one, other = package_of(module), package_of(target)
            if one != other:
                both.add((one, other))
    assert not [(one, other) for one, other in both if one < other and (other, one) in both]


def package_of(module: str) -> str:
    """The package that a module is of; a module that stands beside the packages is one by itself."""
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("path", [*modules(), *(p for b in BESIDE for p in sorted(b.glob("*.py")))], ids=str)
def test_nothing_private_is_taken_out_of_another_package(path: Path) -> None:
    mine = package_of(name_of(path)) if path.is_relative_to(ROOT) else path.parent.name
    tree = ast.parse(path.read_text(encoding="utf-8"))
    whole = {}
    for module, name in imports(path):
        if not module.startswith("crosscheck"):
            continue
        target = f"{module}.{name}"
        if package_of(target) == mine or package_of(module) == mine:
            continue
        parts = [part for part in target.split(".") if part.startswith("_") and not part.endswith("__")]
        assert not parts, f"{path.name} imports {target}"
        whole[name or module.rpartition(".")[2]] = target
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in whole:
            private = node.attr.startswith("_") and not node.attr.endswith("__")
            assert not private, f"{path.name} uses {whole[node.value.id]}.{node.attr}"


def test_only_the_command_line_knows_click() -> None:
    for path in modules():
        if not name_of(path).startswith("crosscheck.cli"):
            assert "import click" not in path.read_text(encoding="utf-8"), path


def test_modules_are_small() -> None:
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in modules())
    assert sizes[len(sizes) // 2] < 100
