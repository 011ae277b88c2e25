"""How a finding is copied as wikitext: the names of templates differ by wiki and change, so they are data.

``crosscheck/data/wiki.toml`` holds what is shipped; ``templates`` in a configuration goes over it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

# Verdict and text, as rows; and such rows by the name of their wiki.
Forms = tuple[tuple[str, str], ...]
Templates = tuple[tuple[str, Forms], ...]

VERDICTS = ("conflict", "unsupported", "agree")
# What is filled in where it stands in a text in braces.
PLACES = ("claim", "evidence", "source", "place")
WIKI = "zhwiki"
_PLACE = re.compile(r"(?<!\{)\{([A-Za-z_-]+)\}")


@cache
def shipped() -> Templates:
    """The templates of each wiki that come with crosscheck."""
    text = files("crosscheck.data").joinpath("wiki.toml").read_text(encoding="utf-8")
    return tuple((wiki, tuple(forms.items())) for wiki, forms in tomllib.loads(text).items())


def over(base: Templates, own: Templates) -> Templates:
    """`base` with each text of `own` in the place of the one for the same wiki and verdict.

    A verdict that a new wiki has no text for is copied as on the first wiki of `base`.
    """
    merged = {wiki: dict(forms) for wiki, forms in base}
    first = dict(base[0][1]) if base else {}
    for wiki, forms in own:
        merged[wiki] = {**merged.get(wiki, first), **dict(forms)}
    return tuple((wiki, tuple(forms.items())) for wiki, forms in merged.items())


def unknown_places(text: str) -> tuple[str, ...]:
    """What stands in single braces in `text` and is none of `PLACES`."""
    return tuple(name for name in _PLACE.findall(text) if name not in PLACES)
