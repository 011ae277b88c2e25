"""The HTML report: its size, the time to render it, and how quick it is in a browser, as ratios.

``python -m benchmarks.rendering [--findings 5000] [--browser] [--compare]``
"""

from __future__ import annotations

import argparse
import html
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from crosscheck import messages
from crosscheck.model.report import Report
from crosscheck.render.html import render
from tests.render import sample
from tests.render.sample import many

ROOT = Path(__file__).parents[1]
ENTRY, SOURCE = "seeds/treaty-entry.zh-Hans.md", "seeds/nuclear-aid-essay.zh-Hant.txt"

COLD = """
import sys, time
import crosscheck
from crosscheck import messages
entry, source = crosscheck.read(sys.argv[1]), crosscheck.read(sys.argv[2])
report = crosscheck.compare(entry, [source])
messages.catalogue("en"), messages.catalogue("zh-Hans")
begin = time.perf_counter()
import jinja2
middle = time.perf_counter()
from crosscheck.render.html import render
page = render(report, "en")
end = time.perf_counter()
print((middle - begin) * 1000, (end - middle) * 1000, len(page.encode()))
"""


def cold(times: int = 7) -> None:
    """The seed pair in fresh processes: what the report adds to a run."""
    rows = []
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", COLD, ENTRY, SOURCE], cwd=ROOT, capture_output=True, text=True, check=True
        )
        rows.append([float(figure) for figure in done.stdout.split()])
    jinja, own, size = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"seed pair, cold: import jinja2 {jinja:.0f} ms, render {own:.0f} ms; {size / 1000:.0f} kB")


def share(findings: int) -> None:
    """What rendering takes of a whole run: a made-up register of bridges, read and compared before it is rendered."""
    import crosscheck

    rivers, grounds, trees = "清寒长望石云青白金玉", "河江溪湖山岭塘湾洲浦", "松柏梅兰竹菊荷桂枫柳"
    # A line makes a little more than four findings.
    lines = [
        f"{rivers[n % 10]}{grounds[n // 10 % 10]}{trees[n // 100 % 10]}桥于{1900 + n % 100}年{1 + n % 12}月建成，"
        f"全长{100 + n}米，由第{n % 37 + 1}工程队施工。"
        for n in range(findings * 10 // 43)
    ]
    text = "\n\n".join(lines)
    with tempfile.TemporaryDirectory() as folder:
        entry, source = Path(folder, "entry.txt"), Path(folder, "source.txt")
        entry.write_text(f"桥梁名录\n\n{text}\n", encoding="utf-8")
        source.write_text(f"桥梁志\n\n{text.replace('5米', '6米')}\n", encoding="utf-8")
        papers = crosscheck.read(str(entry)), crosscheck.read(str(source))
    begin = time.perf_counter()
    report = crosscheck.compare(papers[0], [papers[1]])
    middle = time.perf_counter()
    render(report, "en")
    end = time.perf_counter()
    print(
        f"{len(report.findings)} findings: compare {middle - begin:.1f} s, render {end - middle:.1f} s, "
        f"ratio {(end - middle) / (middle - begin):.2f}"
    )


def table(report: Report) -> str:
    """A static table with the same rows: the floor for a page that shows them."""
    rows = "".join(
        f"<tr><td>{f.verdict}<td>{f.kind}<td>{html.escape(f.claim.exact)}<td>{html.escape(f.evidence[0].place.exact)}"
        f"<td>{html.escape(f.claim.prefix + f.claim.suffix)}<td>{f.claim.line}:{f.claim.column}"
        for f in report.findings
    )
    script = "document.documentElement.classList.add('js')"
    return f"<!DOCTYPE html><meta charset=utf-8><title>t</title><table><tbody>{rows}</tbody></table><script>{script}</script>"


# Hides the rows of one verdict, and waits until the page has been laid out.
FLOOR = "(() => { const t = performance.now(); for (const row of document.querySelectorAll('tr')) row.hidden = !row.textContent.startsWith('conflict'); document.body.offsetHeight; return performance.now() - t; })()"
CHIP = "(() => { const t = performance.now(); document.querySelector('.chip.conflict').click(); document.body.offsetHeight; return performance.now() - t; })()"


def in_browser(report: Report, page: str) -> None:
    """Time to interactive, and of a filter at a quarter of the speed, over those of a static table."""
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp())
    (folder / "report.html").write_text(page, encoding="utf-8")
    (folder / "table.html").write_text(table(report), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        figures: dict[str, list[tuple[float, float]]] = {"table": [], "report": []}
        for _ in range(5):
            for name, action in (("table", FLOOR), ("report", CHIP)):
                figures[name].append(_visit(browser, (folder / f"{name}.html").as_uri(), action))
        browser.close()
    (load_t, filter_t), (load_r, filter_r) = (
        [statistics.median(column) for column in zip(*figures[name], strict=True)]
        for name in ("table", "report")
    )
    print(f"interactive: table {load_t:.0f} ms, report {load_r:.0f} ms, ratio {load_r / load_t:.2f}")
    print(
        f"filter at 4x throttling: table {filter_t:.0f} ms, report {filter_r:.0f} ms, ratio {filter_r / filter_t:.2f}"
    )


def _visit(browser: Any, address: str, action: str) -> tuple[float, float]:
    tab = browser.new_page()
    tab.goto(address)
    tab.wait_for_selector("html.js")
    loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    taken = tab.evaluate(action)
    tab.close()
    return loaded, taken


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=5000)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--compare", action="store_true")
    wanted = parser.parse_args()
    cold()
    if wanted.compare:
        share(wanted.findings)
    messages.catalogue = sample.catalogue  # type: ignore[assignment]
    report = many(wanted.findings)
    begin = time.perf_counter()
    page = render(report, "en")
    taken = time.perf_counter() - begin
    print(
        f"{wanted.findings} findings: {taken:.2f} s, {1e6 * taken / wanted.findings:.0f} µs each, {len(page) / 1e6:.1f} MB"
    )
    if wanted.browser:
        in_browser(report, page)


if __name__ == "__main__":
    main()
