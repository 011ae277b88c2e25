"""One file adds a kind of fact, an input or an output: it is put beside the others, and nothing is changed elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

# The least that a kind needs; everything else is as for the name of a thing.
KIND = """
import re
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.values import Name
from crosscheck.registry import Kind

def find(text):
    for match in re.finditer("[东西南北]线[甲乙丙]段", text.folded):
        yield Mention(kind="section", span=Span(*match.span()), rule="section/name", rank=3)

def facts(text, mentions):
    return tuple(
        Fact(kind="section", span=m.span, rule=m.rule, document=text.document,
             value=Name(canonical=text.folded[m.span.start:m.span.end]),
             sentence=text.sentence_at(m.span.start).index)
        for m in mentions if m.kind == "section"
    )

def compare(claim, evidence):
    same = str(claim.value) == str(evidence.value)
    return Comparison(relation="identical" if same else "different", nearness=float(same))

KIND = Kind(name="section", doc="Sections of a railway.", find=find, facts=facts, compare=compare, also_for=("place",))
"""

RUN = """
import json, sys
import crosscheck, crosscheck.kinds
crosscheck.kinds.__path__.append(sys.argv[1])
from crosscheck.registry import kinds, output_formats
assert "section" in [kind.name for kind in kinds()]
from crosscheck.registry import evidence_for
assert "section" in evidence_for("place") and "section" not in evidence_for("date")
entry = crosscheck.read_text("1931年，工人铺设铁轨，修通了东线甲段。", name="entry", media_type="text/plain", role="entry")
source = crosscheck.read_text("1931年，工人鋪設鐵軌，修通了東線甲段，人人歡喜。", name="source", media_type="text/plain")
report = crosscheck.compare(entry, [source])
found = [f for f in report.to_dict()["findings"] if f["kind"] == "section"]
assert [f["verdict"] for f in found] == ["agree"], found
for form in output_formats().values():
    for language in ("en", "zh-Hans", "zh-Hant"):
        assert form.render(report, language)
from crosscheck.gate.rules import rules
assert "section/conflict" in [rule.code for rule in rules()]
from crosscheck.render.facts import render
assert "Sections of a railway." in render(entry, crosscheck.facts(entry), "table", explain=True, color=True)
from crosscheck.cli.facts import KINDS
assert "section" in KINDS
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CROSSCHECK_CACHE_DIR": str(folder)},
    )


def test_a_file_put_beside_the_others_is_a_kind(tmp_path: Path) -> None:
    (tmp_path / "section.py").write_text(KIND, encoding="utf-8")
    done = run(tmp_path, "-c", RUN, str(tmp_path))
    assert done.returncode == 0, done.stderr


READER = """
from crosscheck.read.interface import Draft, Reader
from crosscheck.text.builder import TextBuilder

def read(source, path):
    builder = TextBuilder(source)
    start = 0
    for line in source.splitlines(keepends=True):
        if line.startswith("T "):
            builder.open("paragraph")
            builder.keep(start + 2, start + len(line.rstrip()))
        start += len(line)
    clean, origins, blocks = builder.finish()
    return Draft(source=source, text=clean, origins=origins, blocks=blocks)

READER = Reader(name="teletype", media_type="text/x-teletype", suffixes=(".tty",), sniff=lambda text: 0.0, read_text=read)
"""

READ = """
import sys
import crosscheck
sys.modules["crosscheck.read"].__path__.append(sys.argv[1])
document = crosscheck.read(sys.argv[1] + "/a.tty")
assert document.media_type == "text/x-teletype"
(fact,) = crosscheck.facts(document)
assert fact.to_dict()["start"] == 8, fact.to_dict()
"""

OUTPUT = """
from crosscheck.render.interface import OutputFormat

def render(report, language):
    return f"{len(report.findings)} findings"

FORMAT = OutputFormat(name="count", suffix=".count", render=render)
"""

WRITE = """
import sys
import crosscheck, crosscheck.render
crosscheck.render.__path__.append(sys.argv[1])
from crosscheck.registry import output_formats
entry = crosscheck.read_text("1968年，大桥通车。", name="entry", media_type="text/plain", role="entry")
report = crosscheck.compare(entry, [])
assert output_formats()["count"].render(report, "en") == f"{len(report.findings)} findings"
"""


def test_a_file_put_beside_the_readers_is_an_input(tmp_path: Path) -> None:
    (tmp_path / "teletype.py").write_text(READER, encoding="utf-8")
    (tmp_path / "a.tty").write_text("N 7\nT 大桥1968年通车。\n", encoding="utf-8")
    done = run(tmp_path, "-c", READ, str(tmp_path))
    assert done.returncode == 0, done.stderr


def test_a_file_put_beside_the_outputs_is_an_output(tmp_path: Path) -> None:
    (tmp_path / "count.py").write_text(OUTPUT, encoding="utf-8")
    done = run(tmp_path, "-c", WRITE, str(tmp_path))
    assert done.returncode == 0, done.stderr
