"""A corpus of one entry on disk, a client of the application over it, and a real server."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscheck.cli import _gate
from crosscheck.cli._options import settings
from crosscheck.serve.corpus import Corpus, Setting

ENTRY = "清河大桥\n\n清河大桥于1957年10月1日通车，全长320米，由李明远设计。\n"
SOURCE = "清河大橋志\n\n清河大橋於一九五七年十月一日通車，全長280米，由李明遠設計。\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "bridge.txt").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "crosscheck.toml").write_text(
        '[[pairs]]\nentry = "entries/bridge.txt"\nsources = ["source.txt"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSCHECK_TODAY", "2027-01-31")
    return tmp_path


def corpus_in(place: Path, **more: Any) -> Corpus:
    def load() -> tuple[Any, Any]:
        options = settings(str(place / "crosscheck.toml"), False)
        return options, _gate.selection(options)

    return Corpus(
        Setting(
            load=load,
            decisions=str(place / "crosscheck-decisions.jsonl"),
            today=_gate.today,
            by="编辑甲",
            cache=place / ".cache",
            **more,
        )
    )


@pytest.fixture
def client(place: Path) -> Iterator[Any]:
    testclient = pytest.importorskip("starlette.testclient", reason="starlette is not installed")
    from crosscheck.serve.app import application
    from crosscheck.serve.guard import LOOPBACK

    with testclient.TestClient(
        application(corpus_in(place), "en", LOOPBACK), base_url="http://localhost:8765"
    ) as made:
        yield made


@pytest.fixture
def address(place: Path) -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    pytest.importorskip("starlette", reason="starlette is not installed")
    from crosscheck.serve.app import application
    from crosscheck.serve.guard import LOOPBACK

    app = application(corpus_in(place), "en", LOOPBACK)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
