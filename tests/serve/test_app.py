"""`crosscheck serve`: pages, decisions, and who is kept out."""

from __future__ import annotations

import json
import os
import re
import socket
import struct
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from crosscheck.gate import baseline, checking
from crosscheck.gate.decisions import load
from crosscheck.gate.items import items
from crosscheck.serve.guard import host_of, is_loopback, may_ask
from tests.serve.conftest import ENTRY, corpus_in

PAGE = "/entries-bridge.txt.html"
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def live(client: Any) -> dict[str, Any]:
    found = DATA.search(client.get(PAGE).text)
    assert found
    told: dict[str, Any] = json.loads(found[1])["live"]
    return told


def conflict(client: Any) -> dict[str, str]:
    found = re.search(r'class="card conflict[^"]*" id="f-([^"]+)"[^>]* data-k="(\w+)"', client.get(PAGE).text)
    assert found
    return {"entry": "entries/bridge.txt", "rule": f"{found[2]}/conflict", "id": found[1]}


def head(client: Any, **more: str) -> dict[str, str]:
    return {"content-type": "application/json", "x-crosscheck-token": live(client)["token"], **more}


def post(client: Any, data: Any, **more: str) -> Any:
    return client.post("/api/decisions", content=json.dumps(data), headers=head(client, **more))


def test_the_index_leads_to_the_page(client: Any) -> None:
    index = client.get("/")
    assert index.status_code == 200
    assert f'href="{PAGE[1:]}"' in index.text
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "connect-src &#39;self&#39;" in page.text
    assert 'href="index.html"' in page.text
    assert client.get("/index.html").text == index.text
    assert client.get("/no.html").status_code == 404


def test_a_decision_is_written_to_the_file_and_taken_back(client: Any, place: Path) -> None:
    named = conflict(client)
    given = {**named, "decision": "false-positive", "reason": "引桥不计", "by": ""}
    assert post(client, given).status_code == 200
    (kept,) = load(str(place / "crosscheck-decisions.jsonl"))
    assert (kept.decision, kept.reason, kept.by, kept.on) == (
        "false-positive",
        "引桥不计",
        "编辑甲",
        "2027-01-31",
    )
    assert "引桥不计" in client.get(PAGE).text
    assert 'class="card conflict waived' in client.get(PAGE).text
    assert post(client, {**given, "decision": "deferred", "reason": "待查"}).status_code == 200
    assert [one.decision for one in load(str(place / "crosscheck-decisions.jsonl"))] == ["deferred"]
    assert post(client, {**named, "decision": None}).status_code == 200
    assert load(str(place / "crosscheck-decisions.jsonl")) == ()


def test_decisions_that_others_wrote_stay(client: Any, place: Path) -> None:
    file = place / "crosscheck-decisions.jsonl"
    other = (
        '{"id": "x", "rule": "date/conflict", "decision": "accepted", "reason": "r", "by": "b", "on": "2026-01-01", '
        '"claim": {"path": "else.md", "exact": "甲", "prefix": "", "suffix": "", "hash": ""}}\n'
    )
    conflict(client)
    file.write_text(other, encoding="utf-8")
    assert post(client, {**conflict(client), "decision": "accepted", "reason": "r"}).status_code == 200
    assert [one.claim.path for one in load(str(file))] == ["else.md", "entries/bridge.txt"]


def test_a_file_that_changes_is_checked_anew(client: Any, place: Path) -> None:
    before = client.get("/api/state").json()["version"]
    assert client.get("/api/state").json()["version"] == before
    file = place / "entries" / "bridge.txt"
    file.write_text(ENTRY.replace("320", "280"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert client.get("/api/state").json()["version"] != before
    assert 'class="card conflict' not in client.get(PAGE).text


@pytest.mark.parametrize(
    "more",
    [
        {"x-crosscheck-token": "guessed"},
        {"content-type": "text/plain"},
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_other_pages_cannot_decide(client: Any, place: Path, more: dict[str, str]) -> None:
    given = {**conflict(client), "decision": "accepted", "reason": "r"}
    assert post(client, given, **more).status_code == 403
    assert not (place / "crosscheck-decisions.jsonl").exists()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost.evil.example", "", "["])
def test_another_host_is_refused(client: Any, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421
    assert client.get(PAGE, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("path", ["/", PAGE, "/api/state", "/no.html"])
def test_nothing_is_shared_with_other_pages(client: Any, path: str) -> None:
    answer = client.get(path, headers={"origin": "http://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "change",
    [
        {"id": "nothing"},
        {"decision": "yes"},
        {"reason": "  "},
        {"entry": 3},
    ],
)
def test_a_decision_that_is_off_is_refused(client: Any, place: Path, change: dict[str, Any]) -> None:
    given = {**conflict(client), "decision": "accepted", "reason": "r", **change}
    answer = post(client, given)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not (place / "crosscheck-decisions.jsonl").exists()


def test_a_citation_problem_is_decided_on_like_a_claim(client: Any, place: Path) -> None:
    notes = "\n参考文献\n\n[1] 李明远：《清河志》，江南出版社。\n"
    (place / "entries" / "bridge.txt").write_text(
        ENTRY.replace("设计。", "设计。[1][9]") + notes, encoding="utf-8"
    )
    found = DATA.search(client.get(PAGE).text)
    assert found
    rule, id_, *_ = next(one for one in json.loads(found[1])["targets"].values() if "/" not in one[0])
    named = {"entry": "entries/bridge.txt", "rule": rule, "id": id_}
    assert post(client, {**named, "decision": "wont-fix", "reason": "旧志"}).status_code == 200
    (kept,) = load(str(place / "crosscheck-decisions.jsonl"))
    assert (kept.rule, kept.decision) == (rule, "wont-fix")
    assert re.search(r'class="problem \w+ waived"', client.get(PAGE).text)


def test_no_decision_spoils_the_file(client: Any, place: Path) -> None:
    """What has no words in the entry could be written and not be read again."""
    page = client.get(PAGE).text
    (id_,) = (one.id for one in corpus_in(place).state().reports[0].citations if not one.place.exact)
    given = {"entry": "entries/bridge.txt", "rule": "source-not-cited", "id": id_}
    answer = post(client, {**given, "decision": "accepted", "reason": "r"})
    assert answer.status_code in (200, 400) and "source-not-cited" in page
    assert answer.status_code == 200 or not (place / "crosscheck-decisions.jsonl").exists()
    load(str(place / "crosscheck-decisions.jsonl"))


def test_what_is_no_decision_is_refused(client: Any) -> None:
    for content in ("", "[]", "{", "[" * 50_000, '"x"'):
        assert client.post("/api/decisions", content=content, headers=head(client)).status_code == 400
    assert client.post("/api/decisions", content="x" * 70_000, headers=head(client)).status_code == 413
    assert client.get("/api/decisions").status_code == 405


def test_a_baseline_tells_what_is_new(place: Path) -> None:
    corpus = corpus_in(place)
    first = corpus.state()
    assert first.resolved is None
    assert all(finding.new is None for report in first.reports for finding in report.findings)
    found = tuple(items(first.reports[0], first.name_of))
    (place / "baseline.json").write_text(baseline.dump(baseline.of(found)), encoding="utf-8")
    known = corpus_in(place, baseline=str(place / "baseline.json")).state()
    assert known.resolved == {"entries/bridge.txt": 0}
    assert {finding.new for finding in known.reports[0].findings} == {None, False}
    (place / "entries" / "bridge.txt").write_text(ENTRY.replace("320", "460"), encoding="utf-8")
    later = corpus_in(place, baseline=str(place / "baseline.json")).state()
    assert True in {finding.new for finding in later.reports[0].findings}
    assert later.resolved == {"entries/bridge.txt": 1}
    assert isinstance(later.outcome, checking.Outcome)


def test_hosts() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1") and is_loopback("localhost")
    assert not is_loopback("0.0.0.0") and not is_loopback("example.org")
    assert host_of("[::1]:80") == "::1"
    assert may_ask("LOCALHOST:1", ("localhost",))
    assert not may_ask("user@localhost@evil.example", ("localhost",))


def test_a_client_that_hangs_up_is_not_told_of(
    address: str, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    host = address.removeprefix("http://")
    page = urllib.request.urlopen(f"{address}{PAGE}").read().decode()
    found = DATA.search(page)
    assert found
    token = json.loads(found[1])["live"]["token"]
    head_ = f"Host: {host}\r\nContent-Type: application/json\r\nX-Crosscheck-Token: {token}\r\n"
    reset = struct.pack("ii", 1, 0)
    for call in (
        f"POST /api/decisions HTTP/1.1\r\n{head_}Content-Length: 100\r\n\r\n{{",
        f"GET {PAGE} HTTP/1.1\r\n{head_}\r\n",
        f"GET / HTTP/1.1\r\n{head_}",
        "POST /api/dec",
    ):
        with socket.create_connection(host.split(":")) as link:  # type: ignore[arg-type]
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
            link.sendall(call.encode())
    assert urllib.request.urlopen(f"{address}/api/state").status == 200
    assert caplog.records == []
    assert capfd.readouterr().err == ""
