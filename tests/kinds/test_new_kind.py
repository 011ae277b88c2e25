"""One file adds a kind of fact: it is read, compared, judged and shown, with nothing changed elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

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
             value=Name(canonical=text.folded[m.span.start:m.span.end], surface=""),
             sentence=text.sentence_at(m.span.start).index)
        for m in mentions if m.kind == "section"
    )

def compare(claim, evidence):
    same = str(claim.value) == str(evidence.value)
    return Comparison(relation="identical" if same else "different", nearness=float(same))

KIND = Kind(name="section", doc="Sections of a railway.", find=find, facts=facts, compare=compare)
"""

RUN = """
import json, sys
import crosscheck, crosscheck.kinds
crosscheck.kinds.__path__.append(sys.argv[1])
from crosscheck.registry import kinds, output_formats
assert "section" in [kind.name for kind in kinds()]
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
