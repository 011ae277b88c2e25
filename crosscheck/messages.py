"""Turns the steps of a reason into words, in the language of the reader.

Words stand in ``crosscheck/data/messages/*.toml``; Traditional Chinese is written from the Simplified by OpenCC.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from crosscheck.model.step import AS_IS, Step

Language = Literal["en", "zh-Hans", "zh-Hant"]
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Every message of `language` by key."""
    if language == "zh-Hant":
        import opencc

        convert = opencc.OpenCC("s2twp").convert
        return {key: convert(words) for key, words in catalogue("zh-Hans").items()}
    found: dict[str, str] = {}
    for table in _tables():
        found.update(_flat(table.get(language, {})))
    return found


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    """What the files hold, in the order of their names."""
    found = sorted(files("crosscheck.data.messages").iterdir(), key=lambda item: item.name)
    return tuple(
        tomllib.loads(file.read_text(encoding="utf-8")) for file in found if file.name.endswith(".toml")
    )


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    out: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            out.update(_flat(value, f"{prefix}{key}."))
        else:
            out[prefix + key] = str(value)
    return out


def words(step: Step, language: Language = "en") -> str:
    """The message of `step`; KeyError where the catalogue does not have it."""
    if step.key == AS_IS:
        return step.args[0][1]
    return catalogue(language)[step.key].format(**dict(step.args))


def told(steps: Iterable[Step], language: Language = "en") -> str:
    """The messages of `steps`, one right after another: what stands between them is a step too."""
    return "".join(words(step, language) for step in steps)
