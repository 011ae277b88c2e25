"""Finds the templates of the HTML report, in a checkout and in an installed wheel."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jinja2 import Environment

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
def joined(name: str, suffix: str) -> str:
    """The files of a folder that end in `suffix`, in the order of their names, as one text."""
    found = sorted(
        (item for item in folder().joinpath(name).iterdir() if item.name.endswith(suffix)),
        key=lambda item: item.name,
    )
    return "".join(item.read_text(encoding="utf-8") for item in found)


@cache
def catalogue(language: str) -> dict[str, str]:
    """The words of the interface in `language`, by key; a text in another language is never among them."""
    found: dict[str, str] = json.loads(read("words", f"{language}.json"))
    return found


@cache
def environment() -> Environment:
    """Jinja with everything escaped, and an error for every name that is not there."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=32,
    )
