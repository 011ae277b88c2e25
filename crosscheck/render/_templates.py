"""Finds the templates of the HTML report, in a checkout and in an installed wheel."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jinja2 import BytecodeCache, Environment

PAGE = "report.html.jinja"


@cache
def folder() -> Traversable:
    """The folder of templates: inside the package where it was installed, else beside it."""
    inside = files("crosscheck").joinpath("templates")
    return inside if inside.joinpath(PAGE).is_file() else Path(__file__).parents[2] / "templates"


def read(*path: str) -> str:
    """The text of one file of the folder."""
    return folder().joinpath(*path).read_text(encoding="utf-8")


@cache
def joined(name: str, suffix: str, wanted: tuple[str, ...] = ()) -> str:
    """The files of a folder that end in `suffix`, or only those `wanted`, in the order of their names, as one text."""
    found = sorted(
        (
            item
            for item in folder().joinpath(name).iterdir()
            if item.name.endswith(suffix) and (not wanted or item.name in wanted)
        ),
        key=lambda item: item.name,
    )
    return "".join(item.read_text(encoding="utf-8") for item in found)


@cache
def catalogue(language: str) -> dict[str, str]:
    """The words of the interface in `language`, by key; a text in another language is never among them.

    A kind of fact that the files do not name is called as it calls itself, a feature of the model by its page.
    """
    from crosscheck.align.features import FEATURES
    from crosscheck.registry import kinds

    found: dict[str, str] = json.loads(read("words", f"{language}.json"))
    named = {f"kind.{kind.name}": kind.called(language) for kind in kinds()}
    told = {f"part.{feature.name}": feature.doc for feature in FEATURES}
    return {**named, **told, **found}


@cache
def fixed(language: str) -> dict[str, dict[str, Any]]:
    """What stands in a page many times over, made once: words by key, shapes and names of verdicts."""
    made: Any = environment().get_template("macros.html.jinja").make_module({"w": catalogue(language)})
    verdicts = ("conflict", "unsupported", "agree")
    return {
        "t": {key: made.t(key) for key in catalogue(language)},
        "shapes": {name: made.shape(name) for name in (*verdicts, "citation")},
        "verdicts": {name: made.verdict(name) for name in verdicts},
    }


def _kept() -> Path | None:
    """The folder for compiled templates, which is the user's alone; None where there can be none."""
    if os.environ.get("CROSSCHECK_NO_CACHE"):
        return None
    base = os.environ.get("CROSSCHECK_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME")
    try:
        kept = (Path(base) if base else Path.home() / ".cache") / "crosscheck" / "templates"
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return kept if os.access(kept, os.W_OK) else None


def _bytecode() -> BytecodeCache | None:
    """Keeps compiled templates: compiling takes most of the time of a small report.

    An entry is told by a digest of its source; one that cannot be written is not kept, and nothing more.
    """
    from jinja2 import FileSystemBytecodeCache
    from jinja2.bccache import Bucket

    class Quiet(FileSystemBytecodeCache):
        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    kept = _kept()
    return Quiet(str(kept), f"{sys.implementation.cache_tag}.%s") if kept else None


@cache
def environment() -> Environment:
    """Jinja with everything escaped, and an error for every name that is not there."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(read),
        bytecode_cache=_bytecode(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=32,
    )
