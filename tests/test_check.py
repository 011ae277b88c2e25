"""``crosscheck check`` from end to end: a corpus, its memory, and a git repository that an editor works in."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.gate.support import ENTRY, OTHER_ENTRY, OTHER_SOURCE, Run, commit, corpus, edit, git, put, run

__all__ = ["run"]
ROOT = Path(__file__).parent.parent
CONFLICT = ("--select", "conflict")


def new(out: str) -> list[str]:
    """The rules of the lines of ``--diff`` that are new."""
    return [line.split(": ")[1] for line in out.splitlines() if line.startswith("+")]


def test_a_new_conflict_fails_and_the_last_line_says_what_was_read(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run("check", *CONFLICT)
    assert done.code == 1
    assert "800名工人" in done.out and "500名工人" in done.out
    last = done.err.splitlines()[-1]
    assert last.startswith("1 new, 0 known, 0 resolved; ")
    assert last.endswith(" facts in 2 entries")


def test_exit_zero_and_fail_on_set_the_code_and_the_format_does_not(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    assert run("check", *CONFLICT, "--exit-zero").code == 0
    assert run("check", *CONFLICT, "--fail-on", "never").code == 0
    assert run("check", "--ignore", "conflict").code == 0
    for form in ("text", "concise", "json", "sarif", "junit"):
        assert run("check", *CONFLICT, "--output-format", form).code == 1, form


def test_the_configuration_may_set_what_fails(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, 'fail-on = "never"\nselect = ["quantity"]\n')
    assert run("check").code == 0
    assert run("check", "--fail-on", "conflict").code == 1
    assert run("check", "--fail-on", "conflict", "--ignore", "quantity/conflict").code == 0


def test_paths_choose_entries_by_themselves_or_by_their_sources(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    assert run("check", "entries/tower.md", *CONFLICT).code == 0
    assert run("check", "sources/bridge.txt", *CONFLICT).code == 1
    assert "2 entries" in run("check", "entries", *CONFLICT).err
    assert run("check", "nowhere.md").code == 3
    put(tmp_path / "loose.md", OTHER_ENTRY)
    assert run("check", "loose.md").code == 2
    assert run("check", "loose.md", "--source", "sources/*.txt", *CONFLICT).code == 0


def test_an_entry_may_come_over_standard_input(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run("check", "-", "--source", "sources/bridge.txt", *CONFLICT, stdin=ENTRY)
    assert done.code == 1, done.err
    assert done.out.startswith("-:3:")
    assert "500名工人" in done.out


def test_per_file_ignores(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, '[per-file-ignores]\n"entries/bridge.*" = ["quantity/conflict"]\n')
    assert run("check", *CONFLICT).code == 0
    assert run("check", *CONFLICT, "--per-file-ignores", "tower.md:quantity").code == 1


@pytest.mark.parametrize(
    "form", ["concise", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"]
)
def test_every_format_holds_several_entries(run: Run, tmp_path: Path, form: str) -> None:
    corpus(tmp_path)
    done = run("check", "--output-format", form, "-q")
    assert "500" in done.out, done.err
    assert not done.err


FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "annotation",
    "markdown",
)


def test_a_folder_gets_a_page_for_each_entry_and_an_index(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    assert run("check", *CONFLICT, "--output-format", "html", "-o", "pages/").code == 1
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert "index.html" in pages and len(pages) > 2
    index = (tmp_path / "pages/index.html").read_text(encoding="utf-8")
    assert all(page in index for page in pages if page != "index.html")


def test_every_format_can_tell_of_an_entry_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "entries/bridge.md", "")
    for form in FORMATS:
        done = run("check", *CONFLICT, "--output-format", form)
        assert done.code == 3, (form, done.err)
        assert "entries/bridge.md: is empty" in done.err, form


def test_json_keeps_to_the_schema_and_keeps_what_agrees(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    data = json.loads(run("check", "--output-format", "json").out)
    schema = json.loads((ROOT / "crosscheck/data/report.schema.json").read_text(encoding="utf-8"))
    assert len(data["reports"]) == 2
    for report in data["reports"]:
        jsonschema.Draft202012Validator(schema).validate(report)
        assert report["summary"]["agree"] > 0
    one = json.loads(run("check", "entries/bridge.md", "--output-format", "json").out)
    jsonschema.Draft202012Validator(schema).validate(one)


def schemas(run: Run, name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(run("schema", name).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_many_reports_keep_to_their_schema(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    validator = schemas(run, "reports")
    data = json.loads(run("check", "--output-format", "json").out)
    assert data["schema"] == "crosscheck.reports/1"
    validator.validate(data)
    put(tmp_path / "entries/tower.md", "")  # cannot be checked: told by notices
    validator.validate(json.loads(run("check", "--output-format", "json").out))
    data["reports"][0]["findings"][0]["verdict"] = "maybe"
    assert not validator.is_valid(data)
    assert not validator.is_valid(data["reports"][1])


def test_an_entry_that_cites_none_of_the_sources_keeps_to_the_schema(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, 'match = "cited"\n')
    data = json.loads(run("check", "--output-format", "json").out)
    schemas(run, "reports").validate(data)
    assert [len(report["documents"]) for report in data["reports"]] == [2, 1]


def test_each_schema_stands_by_itself(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    lines = run("check", "--output-format", "jsonl").out.splitlines()
    for line in lines:
        schemas(run, "report-lines").validate(json.loads(line))
    text = (tmp_path / "crosscheck.toml").read_text(encoding="utf-8")
    schemas(run, "config").validate(tomllib.loads(text))
    assert run("schema").out == run("schema", "report").out
    assert run("schema", "repots").code == 2


def test_a_baseline_makes_known_what_is_there_and_nothing_else(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, 'baseline = "known.json"\n')
    assert run("check", *CONFLICT).code == 3  # set and not there: never taken for an empty one
    assert run("check", *CONFLICT, "--write-baseline").code == 0
    first = (tmp_path / "known.json").read_bytes()
    done = run("check", *CONFLICT)
    assert done.code == 0 and not done.out
    assert "0 new, 1 known, 0 resolved" in done.err

    edit(tmp_path / "entries/bridge.md", "# 长虹桥\n", "# 长虹桥\n\n在江上。\n")
    assert run("check", *CONFLICT).code == 0
    run("check", *CONFLICT, "--write-baseline")
    assert (tmp_path / "known.json").read_bytes() == first

    put(tmp_path / "entries/second.md", (tmp_path / "entries/bridge.md").read_text(encoding="utf-8"))
    put(tmp_path / "sources/second.txt", (tmp_path / "sources/bridge.txt").read_text(encoding="utf-8"))
    assert "1 new, 1 known" in run("check", *CONFLICT).err

    edit(tmp_path / "entries/bridge.md", "800名", "500名")
    done = run("check", *CONFLICT, "--diff")
    assert "1 new, 0 known, 1 resolved" in done.err
    assert new(done.out) == ["quantity/conflict"]
    assert "- entries/bridge.md: quantity/conflict: 800名工人 <> 500名工人 (resolved)" in done.out


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": "crosscheck.gate.baseline/9", "findings": []}'])
def test_a_baseline_that_cannot_be_read_is_three(run: Run, tmp_path: Path, text: str) -> None:
    corpus(tmp_path)
    put(tmp_path / "known.json", text)
    done = run("check", "--baseline", "known.json")
    assert done.code == 3
    assert done.err.startswith("crosscheck: known.json: ")


def test_a_document_that_fails_is_told_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "entries/bridge.md", "")
    done = run("check", *CONFLICT)
    assert done.code == 3
    assert "entries/bridge.md" in done.out and "entries/bridge.md: is empty" in done.err
    assert "in 1 entry; 1 could not be checked" in done.err
    edit(tmp_path / "entries/tower.md", "39米", "93米")
    assert run("check", *CONFLICT).code == 1


def test_with_a_broken_source_nothing_is_called_unsupported(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "sources/more.txt", "")
    put(
        tmp_path / "crosscheck.toml",
        '[[pairs]]\nentry = "entries/bridge.md"\nsources = ["sources/tower.txt", "sources/more.txt"]\n',
    )
    done = run("check", "--select", "unsupported", "--fail-on", "unsupported")
    assert done.code == 3
    assert "0 new" in done.err


def test_an_entry_without_a_claim_is_not_clean(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "entries/tower.md", "。。。\n")
    done = run("check", "entries/tower.md")
    assert done.code == 3
    assert "no claim" in done.err


def test_nothing_to_check_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    done = run("check", "--isolated")
    assert done.code == 2
    put(tmp_path / "crosscheck.toml", 'entries = ["a.md"]\n')
    assert "without “sources”" in run("check").err


def test_wrong_rules_name_the_nearest(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run("check", "--select", "date/conflct")
    assert done.code == 2
    assert "“date/conflict”" in done.err


def test_show_settings_tells_values_and_where_they_come_from(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus(tmp_path, 'language = "zh-Hant"\nlexicon = {aliases = [["长虹桥", "虹桥"]]}\n')
    monkeypatch.setenv("CROSSCHECK_BASELINE", "known.json")
    out = run("check", "--show-settings", "--ignore", "date").out
    lines = dict(line.split(" = ", 1) for line in out.splitlines())
    data = tomllib.loads(out)
    assert data["pairs"] == [{"entry": "entries/*.md", "sources": ["sources/{stem}.txt"]}]
    assert data["lexicon"] == {"aliases": [["长虹桥", "虹桥"]]}
    assert lines["language"].endswith("crosscheck.toml:1")
    assert lines["ignore"] == '["date"]  # --ignore'
    assert lines["baseline"] == '"known.json"  # CROSSCHECK_BASELINE'
    assert lines["fail-on"] == '"conflict"  # default'


def test_pages_copy_with_the_templates_of_the_configuration(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, 'wiki = "wuu"\ntemplates = {wuu = {conflict = "{{疑|{claim}}}"}}\n')
    settings = tomllib.loads(run("check", "--show-settings").out)
    assert settings["wiki"] == "wuu"
    assert settings["templates"]["wuu"]["conflict"] == "{{疑|{claim}}}"
    assert set(settings["templates"]) == {"zhwiki", "wuu"}
    assert run("check", *CONFLICT, "--output-format", "html", "-o", "pages/").code == 1
    assert run("report", "-o", "made/", "-q").code == 0
    for folder in ("pages", "made"):
        pages = [page for page in (tmp_path / folder).glob("*.html") if page.name != "index.html"]
        assert len(pages) == 2
        for page in pages:
            assert '"wiki":{"wuu":{"conflict":"{{疑|{claim}}}"' in page.read_text(encoding="utf-8")


def test_statistics_count_by_rule(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    assert "     1  quantity/conflict\n" in run("check", *CONFLICT, "--statistics").out


def test_the_cache_changes_nothing_and_a_broken_one_is_made_anew(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    first = run("check", "--output-format", "json")
    cached = run("check", "--output-format", "json")
    assert (cached.out, cached.code) == (first.out, first.code)
    assert run("check", "--output-format", "json", "--no-cache").out == first.out
    (file,) = (tmp_path / ".crosscheck_cache").glob("*.sqlite3")
    file.write_bytes(b"no database at all" * 100)
    assert run("check", "--output-format", "json").out == first.out
    assert file.read_bytes().startswith(b"SQLite format 3")
    edit(tmp_path / "sources/bridge.txt", "500名", "800名")
    assert run("check", *CONFLICT).code == 0


def test_the_order_does_not_depend_on_the_number_of_processes(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    for name, text in (("arch", OTHER_ENTRY), ("dam", OTHER_ENTRY.replace("39米", "93米"))):
        put(tmp_path / f"entries/{name}.md", text)
        put(tmp_path / f"sources/{name}.txt", OTHER_SOURCE)
    one = run("check", "--output-format", "concise", "--no-cache", "-j", "1")
    two = run("check", "--output-format", "concise", "--no-cache", "-j", "2")
    assert one.out and one.out == two.out


def test_from_a_folder_below_names_stay_the_same(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, 'baseline = "known.json"\n')
    run("check", *CONFLICT, "--write-baseline")
    done = run("check", *CONFLICT, cwd=tmp_path / "entries")
    assert done.code == 0, done.err
    assert "0 new, 1 known" in done.err


def test_only_sources_that_are_cited(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(
        tmp_path / "crosscheck.toml",
        'entries = ["entries/bridge.md"]\nsources = ["sources/*.txt"]\nmatch = "cited"\n',
    )
    put(tmp_path / "sources/bridge.txt", "长虹桥志\n\n周立文著\n\n施工期间共有500名工人参加。\n")
    put(tmp_path / "sources/tower.txt", "望江塔志\n\n施工期间共有900名工人参加。\n")
    data = json.loads(run("check", "--output-format", "json").out)
    assert [document["path"] for document in data["documents"]] == ["entries/bridge.md", "sources/bridge.txt"]
    again = json.loads(run("check", "--output-format", "json").out)
    assert again == data


def repository(folder: Path) -> None:
    corpus(folder)
    put(folder / ".gitignore", ".crosscheck_cache/\n.stdin\n")
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "first")


def test_since_tells_only_what_the_edit_brought_about(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    done = run("check", "--since", "HEAD")
    assert done.code == 0 and not done.out
    assert "0 facts in 0 entries" in done.err

    edit(tmp_path / "entries/tower.md", "39米", "93米")
    done = run("check", "--since", "HEAD", "--diff", "--ignore", "citation")
    assert done.code == 1
    assert new(done.out) == ["quantity/conflict"]
    assert "entries/tower.md:3" in done.out and "bridge" not in done.out

    edit(tmp_path / "entries/tower.md", "93米", "39米")
    edit(tmp_path / "entries/bridge.md", "800名", "500名")
    done = run("check", "--since", "HEAD", "--diff", *CONFLICT)
    assert done.code == 0
    assert done.out == "- entries/bridge.md: quantity/conflict: 800名工人 <> 500名工人 (resolved)\n"


def test_since_an_edit_of_the_source_counts_and_a_moved_paragraph_does_not(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    put(tmp_path / "entries/bridge.md", _moved((tmp_path / "entries/bridge.md").read_text(encoding="utf-8")))
    done = run("check", "--since", "HEAD", "--diff", *CONFLICT)
    assert (done.code, done.out) == (0, "")

    edit(tmp_path / "sources/tower.txt", "39米", "36米")
    done = run("check", "--since", "HEAD", "--diff", *CONFLICT)
    assert done.code == 1
    assert new(done.out) == ["quantity/conflict"] and "39米" in done.out


def _moved(text: str) -> str:
    first, second = (part for part in text.split("\n\n") if part.startswith(("长虹桥于", "1976年")))
    return text.replace(f"{first}\n\n{second}", f"{second}\n\n{first}")


def test_since_a_broken_reference_fails_where_citations_do(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    edit(tmp_path / "entries/bridge.md", "1. 周立文：《长虹桥志》，江南出版社，1991年，第12页。", "1. ")
    done = run("check", "--since", "HEAD", "--fail-on", "citation", "--diff", "--select", "citation")
    assert done.code == 1
    assert "empty-reference" in new(done.out)


def test_since_a_new_entry_is_new_throughout_and_a_wrong_revision_is_usage(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    put(tmp_path / "entries/gate.md", OTHER_ENTRY.replace("39米", "60米"))
    put(tmp_path / "sources/gate.txt", OTHER_SOURCE)
    done = run("check", "--since", "HEAD", "--diff", *CONFLICT)
    assert new(done.out) == ["quantity/conflict"] and "gate.md" in done.out
    assert run("check", "--since", "nowhere").code == 2
    assert run("check", "--since", "HEAD", "--staged").code == 2


def test_since_a_source_that_is_gone_counts(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    put(tmp_path / "crosscheck.toml", 'entries = ["entries/tower.md"]\nsources = ["sources/*.txt"]\n')
    commit(tmp_path)
    (tmp_path / "sources/tower.txt").unlink()
    done = run("check", "--since", "HEAD", "--diff", "--select", "unsupported", "--fail-on", "unsupported")
    assert done.code == 1
    assert set(new(done.out)) >= {"date/unsupported", "quantity/unsupported"}


def test_since_a_renamed_entry_is_the_same_entry(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    git(tmp_path, "mv", "entries/bridge.md", "entries/viaduct.md")
    git(tmp_path, "mv", "sources/bridge.txt", "sources/viaduct.txt")
    done = run("check", "--since", "HEAD", "--diff", *CONFLICT)
    assert (done.code, done.out) == (0, "")
    assert "0 new, 1 known" in done.err


def test_since_outside_a_repository_is_usage(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run("check", "--since", "HEAD")
    assert done.code == 2
    assert "no git repository" in done.err


def test_staged_looks_at_the_index_and_not_at_the_working_tree(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    edit(tmp_path / "entries/tower.md", "39米", "93米")
    assert run("check", "--staged", *CONFLICT).code == 0
    git(tmp_path, "add", "entries/tower.md")
    edit(tmp_path / "entries/tower.md", "93米", "39米")
    done = run("check", "--staged", *CONFLICT)
    assert done.code == 1
    assert "93米" in done.out


def test_ids_and_decisions_survive_an_edit_elsewhere(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run("review", *CONFLICT, "--by", "王", stdin="a\n来源误植\nq\n")
    assert done.code == 0
    lines = (tmp_path / "crosscheck-decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["decision"] for line in lines] == ["accepted"]
    done = run("check", *CONFLICT)
    assert done.code == 0
    assert "1 waived" in done.err
    assert "accepted by 王 on 2030-01-15: 来源误植" in done.out

    edit(tmp_path / "entries/bridge.md", "长虹桥于1958年", "横跨大江的长虹桥于1958年")
    assert run("check", *CONFLICT).code == 0
    edit(tmp_path / "sources/bridge.txt", "500名", "550名")
    done = run("check", *CONFLICT)
    assert done.code == 1
    assert "is stale" in done.err
    edit(tmp_path / "entries/bridge.md", "800名", "550名")
    done = run("check", *CONFLICT)
    assert done.code == 0
    assert "is stale" in done.err or "is unused" in done.err


def test_a_decision_follows_its_paragraph_through_git(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    repository(tmp_path)
    run("review", *CONFLICT, "--by", "王", stdin="a\n来源误植\nq\n")
    entry = tmp_path / "entries/bridge.md"
    kept = tmp_path / "crosscheck-decisions.jsonl"
    # The id is that of the clause: without it, nothing but the place tells what the decision is about.
    put(kept, kept.read_text(encoding="utf-8").replace('"id": "', '"id": "0'))
    text = entry.read_text(encoding="utf-8")
    both = text[text.index("长虹桥于1958年") : text.index("## 参考文献")]
    put(entry, f"{text}\n## 旧稿\n\n{both}")
    edit(entry, "# 长虹桥\n", "# 长虹桥\n\n江上第一桥。\n")
    done = run("check", *CONFLICT)
    assert "1 waived" in done.err and "is orphan" not in done.err
    (waived,) = [line for line in done.out.splitlines() if ": waived: " in line]
    assert waived.startswith("entries/bridge.md:5:")  # and not the copy that stands below
    (tmp_path / ".git").rename(tmp_path / "gone")
    assert "is orphan" in run("check", *CONFLICT).err


def test_sarif_has_what_was_waived_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    run("review", *CONFLICT, "--by", "王", stdin="f\n原文如此\n")
    schema = json.loads((ROOT / "tests/render/schemas/sarif-2.1.0.schema.json").read_text(encoding="utf-8"))

    def results(*more: str) -> list[dict[str, Any]]:
        log = json.loads(run("check", "--output-format", "sarif", *more).out)
        jsonschema.validators.validator_for(schema)(schema).validate(log)
        found: list[dict[str, Any]] = log["runs"][0]["results"]
        return found

    assert all("suppressions" not in result for result in results())
    shown = results("--show-waived")
    assert len(shown) == len(results()) + 1
    (one,) = [result for result in shown if result["suppressions"]]
    assert one["suppressions"][0]["status"] == "accepted"
    assert one["suppressions"][0]["justification"] == "原文如此"
    put(
        tmp_path / "crosscheck.toml",
        "show-waived = true\n" + (tmp_path / "crosscheck.toml").read_text("utf-8"),
    )
    assert results() == shown
    assert "show-waived = true  #" in run("check", "--show-settings").out
    for form in ("concise", "github", "gitlab", "rdjson"):
        asked = run("check", "--output-format", form, "--show-waived").out
        assert "原文如此" not in asked


def test_a_finding_that_was_waived_is_marked_in_the_json(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    run("review", *CONFLICT, "--by", "王", stdin="f\n原文如此\n")
    data = json.loads(run("check", "entries/bridge.md", "--output-format", "json").out)
    waived = [finding for finding in data["findings"] if finding["status"] == "waived"]
    assert [one["waiver"] for one in waived] == ["false-positive by 王 on 2030-01-15: 原文如此"]


def test_ctrl_c_stops_and_keeps_what_is_done(tmp_path: Path) -> None:
    corpus(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-c", _STOPPED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    _, told = process.communicate(timeout=120)
    assert process.returncode == 130
    assert told.split() == ["crosscheck:", "stopped"]
    with closing(sqlite3.connect(tmp_path / ".crosscheck_cache/answers.sqlite3")) as kept:
        assert kept.execute("SELECT count(*) FROM answers").fetchone() == (1,)


_STOPPED = f"""
import os, sys
from crosscheck.gate import batch
from crosscheck.__main__ import main
check, done = batch.safely, []
def stop(job):
    if done:
        os.kill(os.getpid(), {int(signal.SIGINT)})
    done.append(job)
    return check(job)
batch.safely = stop
sys.argv = ["crosscheck", "check", "-j", "1"]
main()
"""
