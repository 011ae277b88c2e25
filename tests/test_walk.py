"""Every command that the documents show runs as it is written, and every sequence in its order."""

from __future__ import annotations

import re
import shlex
import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.gate.support import Run, commit, corpus, git, put, run
from tests.second.server import answer, serving

__all__ = ["run"]

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").glob("*.md") if path.name != "cli.md")]
LINE = re.compile(
    r"^(?: {4}| *- )?(crosscheck (?:[a-z]+)(?:(?= {2,}#| *$)| [^\n]*?))(?: {2,}#[^\n]*)?$", re.MULTILINE
)
HOLDERS = {"ENTRY": "entry.md", "SOURCE...": "essay.txt"}


def commands(page: Path) -> list[str]:
    """The commands in the blocks of a page, in their order; what stands for a name is put in, what may be left out is."""
    text = page.read_text(encoding="utf-8")
    fenced = r"^```(?:sh|yaml)\n(.*?)^```|((?:^ {4}[^\n]*\n)+)"
    parts = re.findall(fenced, text, re.MULTILINE | re.DOTALL)
    blocks = "\n".join(one or other for one, other in parts)
    found = []
    for line in LINE.findall(blocks):
        bare = re.sub(r"\[[^\]]*\]", "", line.split("|")[0] if "[" not in line else line)
        for holder, name in HOLDERS.items():
            bare = bare.replace(holder, name)
        found.append(" ".join(bare.split()))
    return found


SHOWN = [(page, command) for page in PAGES for command in commands(page)]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the commands speak of: the pair of the seeds, files of the names that the pages use, a repository, a home."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "crosscheck.toml", tmp_path)
    shutil.copy(ROOT / "seeds/treaty-entry.zh-Hans.md", tmp_path / "entry.md")
    shutil.copy(ROOT / "seeds/nuclear-aid-essay.zh-Hant.txt", tmp_path / "essay.txt")
    put(tmp_path / "entry.wiki", "'''长虹桥'''于1958年10月12日建成通车，全长320米。<ref>《长虹桥志》</ref>")
    put(tmp_path / "a.txt", "長虹橋於1958年10月12日建成通車。")
    put(tmp_path / "b.html", "<html><body><p>長虹橋全長320米。</p></body></html>")
    put(tmp_path / "home/Downloads/crosscheck-decisions.jsonl", "")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    return tmp_path


def test_there_is_something_to_walk() -> None:
    assert len(SHOWN) >= 20
    assert {page.name for page, _ in SHOWN} >= {"README.md", "ci.md", "report.md", "serve.md", "mutate.md"}


@pytest.mark.parametrize(
    ("page", "command"), SHOWN, ids=[f"{page.name}: {command}" for page, command in SHOWN]
)
def test_a_command_runs_as_it_is_written(page: Path, command: str, run: Run, place: Path) -> None:
    arguments = [
        str(Path(part).expanduser()) if part.startswith("~") else part for part in shlex.split(command)[1:]
    ]
    if arguments[0] == "init":
        (place / "crosscheck.toml").unlink()
    with (
        serving(lambda _: answer(0, "not-told", ""))
        if page.name == "second-reader.md"
        else nullcontext() as reader
    ):
        if reader is not None:  # what the page says is set up before: a server, and results of a batch
            table = f'\n[second-reader]\nurl = "{reader.url}"\nmodel = "reader-1"\n'
            put(place / "crosscheck.toml", (place / "crosscheck.toml").read_text(encoding="utf-8") + table)
            put(place / "results.jsonl", "")
        done = run(*arguments, stdin="s\nq\n" if arguments[0] == "review" else None)
    fails = arguments[0] == "check" or "--fail-on" in arguments
    assert done.code in ((0, 1) if fails else (0,)), done.err


def test_the_sequence_of_the_gate_ends_as_it_says(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    (tmp_path / "crosscheck.toml").unlink()
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    block = [shlex.split(command)[1:] for command in commands(ROOT / "docs/ci.md") if "gitlab" not in command]
    codes = [run(*arguments, stdin="q\n" if arguments[0] == "review" else None).code for arguments in block]
    assert [arguments[0] for arguments in block] == ["init", "check", "check", "check", "review"]
    assert codes == [0, 1, 0, 0, 0]
    assert run("check").code == 0
