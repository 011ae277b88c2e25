"""What can be added to crosscheck by adding one file: kinds of fact, readers, outputs, checks.

A package is scanned when it is asked for, never at import; the order of files does not matter.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from functools import cache
from typing import Any

from crosscheck.kind import Kind, Short

__all__ = ["Kind", "Short", "evidence_for", "kind", "kinds", "output_format", "output_formats", "scan"]


@cache
def scan(package: str, attribute: str) -> tuple[Any, ...]:
    """The `attribute` of every module of `package` that has one, sorted by module name.

    An attribute that is a tuple counts as several.  A module whose name begins with ``_`` is part of another
    one: it is not looked at, nor imported.
    """
    found: list[Any] = []
    root = importlib.import_module(package)
    for module in sorted(pkgutil.iter_modules(root.__path__), key=lambda m: m.name):
        if module.name.startswith("_"):
            continue
        value = getattr(importlib.import_module(f"{package}.{module.name}"), attribute, None)
        if value is not None:
            found.extend(value if isinstance(value, tuple) else (value,))
    return tuple(found)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of fact, in the order in which they are shown."""
    return tuple(sorted(scan("crosscheck.kinds", "KIND"), key=lambda kind: (kind.order, kind.name)))


@cache
def kind(name: str) -> Kind:
    """The kind called `name`; KeyError where there is none."""
    return {str(found.name): found for found in kinds()}[name]


@cache
def evidence_for(name: str) -> tuple[str, ...]:
    """The kinds whose facts a claim of kind `name` is held against: its own first."""
    also = (other.name for other in kinds() if name in other.also_for)
    return tuple(dict.fromkeys((name, *kind(name).siblings, *also)))


def output_format(name: str) -> Any:
    """The output format called `name`, loaded alone where its module has its name; KeyError where there is none."""
    if name.isidentifier() and importlib.util.find_spec(f"crosscheck.render.{name}"):
        found = getattr(importlib.import_module(f"crosscheck.render.{name}"), "FORMAT", None)
        if getattr(found, "name", None) == name:
            return found
    return output_formats()[name]


def output_formats() -> dict[str, Any]:
    """Every output format by name."""
    return {form.name: form for form in scan("crosscheck.render", "FORMAT")}
