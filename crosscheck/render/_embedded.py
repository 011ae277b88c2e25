"""What a page carries for its script: words in every language, and sentences by their number."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from crosscheck import messages
from crosscheck.messages import LANGUAGES, Language
from crosscheck.model.step import Step
from crosscheck.render import _templates


def spoken(language: Language, steps: Iterable[Step]) -> dict[str, Any]:
    """The words of the interface and those of `steps` in every language; `language` is that of the page."""
    steps = tuple(steps)
    return {
        "language": language,
        "words": {name: _templates.catalogue(name) for name in LANGUAGES},
        "messages": _reasons(sorted({step.key for step in steps})),
        "steps": [[step.key, dict(step.args)] for step in steps],
    }


def _reasons(keys: list[str]) -> dict[str, dict[str, str]]:
    """The sentences of `keys` in every language.

    Converting to Traditional characters is slow to start: what was converted before is read from a file.
    """
    known: dict[str, str] = json.loads(_templates.read("words", "reasons.zh-Hant.json"))
    simplified = messages.catalogue("zh-Hans")
    if all(simplified[key] in known for key in keys):
        traditional = {key: known[simplified[key]] for key in keys}
    else:
        converted = messages.catalogue("zh-Hant")
        traditional = {key: converted[key] for key in keys}
    english = messages.catalogue("en")
    return {
        "en": {key: english[key] for key in keys},
        "zh-Hans": {key: simplified[key] for key in keys},
        "zh-Hant": traditional,
    }


def embedded(json_text: str) -> str:
    """`json_text` as it can stand in a script element: it cannot end it."""
    return json_text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def dump(data: Any) -> str:
    """`data` as JSON on one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
