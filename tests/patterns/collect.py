"""Every regular expression of the package: those that modules hold, those that cached makers give, those written in calls."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import crosscheck

_CALLS = (
    "search",
    "match",
    "fullmatch",
    "sub",
    "subn",
    "split",
    "findall",
    "finditer",
    "compile",
    "compiled",
)


@cache
def patterns() -> dict[tuple[str, int], str]:
    """Each expression with its flags, and where it was met first; the place ends in ``match`` where it is tried at one
    place of a text only."""
    found: dict[tuple[str, int], str] = {}
    for module in _modules():
        for place, pattern in (*_held(module), *_written(module)):
            if isinstance(pattern.pattern, str):
                found.setdefault((pattern.pattern, pattern.flags), place)
    return found


def tried_at_one_place(place: str) -> bool:
    """Whether the expression of `place` is never looked for all over a text, by how its module uses it."""
    module, _, name = place.partition(":")
    if name:
        return name.endswith(("match", "fullmatch"))
    module, _, name = place.rpartition(".")
    source = inspect.getsource(importlib.import_module(module))
    uses = re.findall(rf"\b{name}(?:\(\))?\.(\w+)\(", source)
    return bool(uses) and set(uses) <= {"match", "fullmatch"}


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = [info.name for info in pkgutil.walk_packages(crosscheck.__path__, "crosscheck.")]
    return tuple(importlib.import_module(name) for name in names if not name.endswith("__main__"))


def _held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in sorted(vars(module).items()):
        place = f"{module.__name__}.{name}"
        if hasattr(value, "cache_info") and getattr(value, "__module__", "") == module.__name__:
            value = _made(value)  # noqa: PLW2901
        yield from ((place, pattern) for pattern in _patterns_in(value))


def _made(maker: Any) -> object:
    """What a cached maker without arguments gives, None for others."""
    if inspect.signature(maker).parameters or "Pattern" not in str(
        inspect.signature(maker).return_annotation
    ):
        return None
    return maker()


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _patterns_in(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _patterns_in(item)


def _calls(module: ModuleType) -> Iterator[tuple[ast.Call, str]]:
    """The calls that take an expression, each with what is done with it: the name of the function, or of the method."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    methods = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func)
            if called == "compiled" or (called.startswith("re.") and called[3:] in _CALLS):
                yield node, methods.get(id(node), called.removeprefix("re."))


def _written(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for call, name in _calls(module):
        pattern = _pattern(module, call)
        if pattern is not None:
            yield f"{module.__name__}:{call.lineno}:{name}", pattern


def _pattern(module: ModuleType, call: ast.Call) -> re.Pattern[str] | None:
    """The expression of a call, where it is made of literals and of what the module holds."""
    flags = [word.value for word in call.keywords if word.arg == "flags"]
    named = ast.unparse(call.func)
    if not flags and named in ("compiled", "re.compile"):
        flags = call.args[1:2]
    if not flags and named in ("re.search", "re.match", "re.fullmatch", "re.findall", "re.finditer"):
        flags = call.args[2:3]
    try:
        made = eval(compile(ast.Expression(call.args[0]), "pattern", "eval"), vars(module))
        return re.compile(
            made, *(eval(compile(ast.Expression(f), "flags", "eval"), vars(module)) for f in flags)
        )
    except (NameError, TypeError):
        return None
