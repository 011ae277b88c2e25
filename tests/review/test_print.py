"""The page on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import crosscheck
from crosscheck.render.html import render

ROOT = Path(__file__).parents[2]


def sheets(page: Any, folder: Path) -> int:
    """How many sheets of A4 the page takes."""
    import pypdfium2

    page.pdf(path=str(folder / "printed.pdf"), format="A4", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(folder / "printed.pdf") as printed:
        return len(printed)


def test_the_report_of_the_seeds_takes_under_ten_sheets(browser: Any, tmp_path: Path) -> None:
    entry = crosscheck.read(ROOT / "seeds/treaty-entry.zh-Hans.md", role="entry")
    source = crosscheck.read(ROOT / "seeds/nuclear-aid-essay.zh-Hant.txt")
    file = tmp_path / "report.html"
    file.write_text(render(crosscheck.compare(entry, [source])), encoding="utf-8")
    counts = []
    for address in ("", "#view=reading", "#verdict=conflict"):
        page = browser.new_page()
        page.goto(file.as_uri() + address)
        counts.append(sheets(page, tmp_path))
        page.close()
    assert max(counts) < 10 and counts[2] < 3
