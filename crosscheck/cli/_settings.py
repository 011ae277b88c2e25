"""The settings in force, as a configuration that could be read back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import click

from crosscheck.cli import _gate
from crosscheck.lexicon import Lexicon
from crosscheck.options import KEYS, Options, Pair
from crosscheck.reader_settings import SecondReader

_TABLES = frozenset({"source-dates", "formats", "per-file-ignores"})
# Tables of tables.
_DEEP = frozenset({"templates"})


def shown(options: Options, flags: dict[str, str]) -> str:
    """Every setting as TOML, a line each, with where it came from: `flags` tells of those that a flag or variable set."""
    given = dict(options.given)
    lines = []
    for key in KEYS:
        if key != "extend":
            origin = flags.get(key) or given.get(key) or "default"
            lines.append(f"{key} = {_setting(key, options)}  # {origin}\n")
    return "".join(lines)


def _setting(key: str, options: Options) -> str:
    value = getattr(options, key.replace("-", "_"))
    if key == "sources" and options.named:
        return _table(options.named)
    if key in _DEEP:
        return f"{{ {', '.join(f'{_value(name)} = {_table(rows)}' for name, rows in value)} }}"
    return _table(value) if key in _TABLES else _value(value)


def _table(rows: Iterable[tuple[str, Any]]) -> str:
    inside = ", ".join(f"{_value(name)} = {_value(value)}" for name, value in rows)
    return f"{{ {inside} }}" if inside else "{}"


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Pair):
        return _table((("entry", value.entry), ("sources", value.sources)))
    if isinstance(value, Lexicon):
        rows = ((field.name, getattr(value, field.name)) for field in fields(value))
        return _table((name, words) for name, words in rows if words)
    if isinstance(value, SecondReader):
        return _table((name, told) for name, told in value.rows() if told != "")
    return json.dumps(value, ensure_ascii=False)


def in_force(ctx: click.Context, options: Options, flags: dict[str, Any]) -> tuple[Options, dict[str, str]]:
    """The options with the flags put over them, and which of them a flag or a variable set."""
    if "fail-on" not in dict(options.given):
        options = _gate.with_flags(options, fail_on="conflict")
    names = (
        "fail_on",
        "baseline",
        "decisions",
        "language",
        "show_waived",
        "allow_no_names",
        "select",
        "extend_select",
        "ignore",
    )
    origins = {}
    for name in (*names, "per_file_ignores"):
        origin = ctx.get_parameter_source(name)
        if flags[name] and origin is not None and origin.name in ("COMMANDLINE", "ENVIRONMENT"):
            key = name.replace("_", "-")
            variable = f"CROSSCHECK_{name.upper()}"
            origins[key] = f"--{key}" if origin.name == "COMMANDLINE" else variable
    options = _gate.with_flags(
        _gate.with_rules(options, flags),
        source_dates=(*options.source_dates, *flags["day"]),
        **{name: flags[name] for name in names[:6]},
    )
    return _gate.with_baseline(options), origins
