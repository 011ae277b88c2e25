"""The HTML report: one self-contained file that is all there without its script."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any

from crosscheck import messages
from crosscheck.messages import LANGUAGES, Language
from crosscheck.model.report import Report
from crosscheck.patterns import compiled
from crosscheck.render import _paths, _templates
from crosscheck.render.interface import OutputFormat

# What a browser cannot show, or what would turn the text around it: shown as U+FFFD, one for one.
_UNSHOWN = compiled(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def _digest(text: str) -> str:
    """`text` as a Content-Security-Policy names it."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What a page has to know that is served by a running crosscheck.

    `token` goes with every decision, `version` is that of the answers that the page shows, `entry` names its entry.
    """

    token: str
    version: str
    entry: str


def policy(style: str, script: str = "", *, live: bool = False) -> str:
    """The policy of the page: its own style and script, and nothing from anywhere; a live one may ask its server."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; {scripts}"
        "img-src data:; base-uri 'none'; form-action 'none'" + ("; connect-src 'self'" if live else "")
    )


def _variants(report: Report) -> str:
    """Pairs of characters, the second what the first folds to, for all that the documents can be searched for."""
    used = set().union(*(document.folded for document in report.documents))
    rows = (
        files("crosscheck.data.zh").joinpath("search_variants.tsv").read_text(encoding="utf-8").splitlines()
    )
    # Thousands of rows of two columns: read without the dictionary a row that `lexicon.table` makes.
    return "".join(other + row[0] for row in rows if row[0] in used and row[1] == "\t" for other in row[2:])


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


def _data(report: Report, view: Any, language: Language, live: Live | None) -> str:
    """What the script needs, as JSON that cannot end its element."""
    from crosscheck.render import _decidable

    keys = sorted({step.key for step in view.steps})
    data = {
        "language": language,
        "words": {name: _templates.catalogue(name) for name in LANGUAGES},
        "messages": _reasons(keys),
        "steps": [[step.key, dict(step.args)] for step in view.steps],
        "columns": view.strip.columns,
        "variants": _variants(report),
        "wiki": json.loads(_templates.read("wiki.json")),
        "documents": [[d.id, d.title, d.path, d.sha256] for d in report.documents],
        "names": [[name := _paths.relative(d.path), _paths.uri(name)] for d in report.documents],
        **({"live": asdict(live)} if live else {}),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = f'{text[:-1]},"targets":{_decidable.as_json(_decidable.targets(report, view))}}}'
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def shown(html: str) -> str:
    """`html` with U+FFFD for what a browser cannot show, one for one: it can be encoded as UTF-8."""
    # Looking at each character once is much quicker than at each place, and nearly always enough.
    return _UNSHOWN.sub("\ufffd", html) if _UNSHOWN.search("".join(set(html))) else html


def render(report: Report, language: Language = "en", *, home: str = "", live: Live | None = None) -> str:
    """The page of `report`; it can be encoded as UTF-8 whatever its documents hold.

    `home` is the address of an index that the page stands in, `live` what it needs where crosscheck serves it.
    """
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
            policy=policy(style, script, live=live is not None),
            home=home,
            data=Markup(_data(report, view, language, live)),
        )
    )
    return shown(html)


FORMAT = OutputFormat(name="html", suffix=".html", render=render)
