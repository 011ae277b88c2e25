"""The HTML report: one self-contained file that is all there without its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from crosscheck import copied_as
from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.patterns import compiled
from crosscheck.render import _paths, _templates
from crosscheck.render._embedded import dump, embedded, spoken
from crosscheck.render.interface import OutputFormat

if TYPE_CHECKING:
    from crosscheck.render._view import ReportPage

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


def variants(folded: Iterable[str]) -> str:
    """Pairs of characters, the second what the first folds to, for all that texts, `folded`, can be searched for."""
    used = set().union(*folded)
    rows = files("crosscheck.data.zh").joinpath("search_variants.tsv").read_text(encoding="utf-8").split("\n")
    # Thousands of rows of two columns: read without the dictionary a row that `lexicon.table` makes.
    return "".join(
        other + row[0] for row in rows if row[:1] in used and row[1:2] == "\t" for other in row[2:]
    )


def _data(report: Report, view: ReportPage, language: Language, live: Live | None) -> str:
    """What the script needs, as JSON."""
    from crosscheck.render import _decidable

    data = {
        **spoken(language, view.steps),
        "columns": view.strip.columns,
        "variants": variants(document.folded for document in report.documents),
        "wiki": {wiki: dict(forms) for wiki, forms in report.wikitext or copied_as.shipped()},
        "documents": [[d.id, d.title, d.path, d.sha256] for d in report.documents],
        "names": [[name := _paths.relative(d.path), _paths.uri(name)] for d in report.documents],
        **({"live": asdict(live)} if live else {}),
    }
    targets = _decidable.as_json(_decidable.targets(report, view))
    return f'{dump(data)[:-1]},"targets":{targets}}}'


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
            **_templates.fixed(language),
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script, live=live is not None),
            home=home,
            data=Markup(embedded(_data(report, view, language, live))),
        )
    )
    return shown(html)


FORMAT = OutputFormat(name="html", suffix=".html", render=render, whole=True)
