"""The pages of a corpus tell what a baseline knows: nothing that is known is left out of them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.gate.support import Run, corpus, edit

TREND = re.compile(r'class="trend">.*?<b>(\d+)</b>.*?<b>(\d+)</b>.*?<b>(\d+)</b>')


def test_pages_show_what_is_known_and_mark_what_is_new(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    bridge = tmp_path / "entries/bridge.md"
    run("check", "--exit-zero", "--output-format", "html", "-o", "pages/")
    assert not TREND.search((tmp_path / "pages/index.html").read_text(encoding="utf-8"))
    run("check", "--write-baseline")
    edit(bridge, "320米", "330米")
    done = run("check", "--baseline", "crosscheck-baseline.json", "--output-format", "html", "-o", "pages/")
    assert done.code == 1
    found = TREND.search((tmp_path / "pages/index.html").read_text(encoding="utf-8"))
    assert found and (found[1], int(found[2]) > 0, found[3]) == ("1", True, "0")
    page = (tmp_path / "pages/entries-bridge.md.html").read_text(encoding="utf-8")
    assert sorted(re.findall(r'class="card conflict[^>]*data-new="(\w+)"', page)) == ["no", "yes"]
    edit(bridge, "800名", "500名")
    run("check", "--baseline", "crosscheck-baseline.json", "--output-format", "html", "-o", "pages/")
    found = TREND.search((tmp_path / "pages/index.html").read_text(encoding="utf-8"))
    assert found and (found[1], found[3]) == ("1", "1")
