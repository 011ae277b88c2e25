"""The HTML report: one self-contained file that is all there without its script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from typing import Any

from crosscheck import messages
from crosscheck.messages import LANGUAGES, Language
from crosscheck.model.report import Report
from crosscheck.render import _templates
from crosscheck.render.interface import OutputFormat

# What a browser cannot show, or what would turn the text around it: shown as U+FFFD, one for one.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def _digest(text: str) -> str:
    """`text` as a Content-Security-Policy names it."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def policy(style: str, script: str) -> str:
    """The policy of the page: its own style and script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _ideographs() -> tuple[tuple[str, str], ...]:
    """Every common ideograph that folds to another one, with that one."""
    from crosscheck.text.fold import fold

    every = "".join(map(chr, range(0x4E00, 0xA000)))
    # Apart from one another, so that no two of them make a word.
    folded = fold("\n".join(every))[::2]
    return tuple((a, b) for a, b in zip(every, folded, strict=True) if a != b)


def _variants(report: Report) -> str:
    """Pairs of characters, the second what the first folds to, for all that the documents can be searched for."""
    used = set().union(*(document.folded for document in report.documents))
    return "".join(a + b for a, b in _ideographs() if b in used)


def _data(report: Report, view: Any, language: Language) -> str:
    """What the script needs, as JSON that cannot end its element."""
    keys = sorted({step.key for step in view.steps})
    catalogues = {name: messages.catalogue(name) for name in LANGUAGES}
    data = {
        "language": language,
        "words": {name: _templates.catalogue(name) for name in LANGUAGES},
        "messages": {name: {key: catalogues[name][key] for key in keys} for name in LANGUAGES},
        "steps": [[step.key, dict(step.args)] for step in view.steps],
        "columns": view.strip.columns,
        "variants": _variants(report),
        "wiki": json.loads(_templates.read("wiki.json")),
        "documents": [[d.id, d.title, d.path, d.sha256] for d in report.documents],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def render(report: Report, language: Language = "en") -> str:
    """The page of `report`; it can be encoded as UTF-8 whatever its documents hold."""
    from markupsafe import Markup

    from crosscheck.render._view import page

    view = page(report, language)
    style, script = _templates.joined("style", ".css"), _templates.joined("script", ".js")
    html = (
        _templates.environment()
        .get_template(_templates.PAGE)
        .render(
            page=view,
            language=language,
            w=_templates.catalogue(language),
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            data=Markup(_data(report, view, language)),
        )
    )
    return _UNSHOWN.sub("\ufffd", html)


FORMAT = OutputFormat(name="html", suffix=".html", render=render)
