"""Case folders: a document and the problems that it has, as rule and exact words.

``CROSSCHECK_ACCEPT=1`` writes what is found where a folder's expectation differs; look at the difference then.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from crosscheck import cite
from crosscheck.read import read

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: str(path.name))
def test_case(folder: Path) -> None:
    document = read(next(iter(sorted(folder.glob("entry.*")))), role="entry")
    problems = cite.check(document)
    found = [[problem.rule, problem.severity, problem.place.exact] for problem in problems]
    expected = folder / "expected.json"
    if os.environ.get("CROSSCHECK_ACCEPT"):
        lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in found)
        expected.write_text(f"[\n{lines}\n]\n" if found else "[]\n", encoding="utf-8")
    assert expected.exists(), f"{folder.name} has no expected.json"
    assert found == json.loads(expected.read_text(encoding="utf-8"))
    assert len({problem.id for problem in problems}) == len(problems)
    for problem in problems:
        assert document.source[problem.place.start : problem.place.end] == problem.place.exact


@pytest.mark.parametrize("folder", CASES, ids=lambda path: str(path.name))
def test_an_id_does_not_depend_on_what_stands_before(folder: Path, tmp_path: Path) -> None:
    path = next(iter(sorted(folder.glob("entry.*"))))
    if path.suffix not in (".wiki", ".md"):
        pytest.skip("a paragraph cannot be put in front")
    longer = tmp_path / path.name
    longer.write_text("序言一段。\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = {problem.id for problem in cite.check(read(path, role="entry"))}
    after = {problem.id for problem in cite.check(read(longer, role="entry"))}
    assert before == after
