"""Links looked up, against a server that the test starts on this machine; nothing leaves it."""

from __future__ import annotations

import ipaddress
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from crosscheck.cite import online
from crosscheck.cite.online.address import RefusedError, is_public, resolve
from crosscheck.cite.online.manners import Manners
from crosscheck.cite.online.memory import keep, kept
from crosscheck.cite.online.session import Session
from crosscheck.cite.online.state import state_of
from crosscheck.cite.online.visit import Visit, page_words
from crosscheck.cite.online.visits import Outcome
from crosscheck.read import read_text

pytest.importorskip("httpx", reason="the extra online is not installed")

PAGE = (
    "<html><head><title>长虹桥建成通车</title></head><body>"
    + "<p>长虹桥今日通车，全长三百二十米。</p>" * 40
    + "</body></html>"
)
GONE = "<html><head><title>提示</title></head><body>您访问的页面不存在</body></html>"


@dataclass
class Site:
    """A server with pages by path: (status, headers, body); it keeps what it was asked for."""

    base: str
    pages: dict[str, tuple[int, dict[str, str], bytes]]
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    def html(self, path: str, text: str, status: int = 200) -> None:
        self.pages[path] = (status, {"content-type": "text/html; charset=utf-8"}, text.encode())

    def to(self, path: str, target: str, status: int = 301) -> None:
        self.pages[path] = (status, {"location": target}, b"")


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site(base="", pages={})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            found.agents.append(self.headers["user-agent"])
            path = self.path.partition("?")[0]
            status, headers, body = found.pages.get(path, (404, {}, b"none"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    found.base = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


def look(*urls: str, **manners: Any) -> Outcome:
    body = "".join(f"正文<ref>[{url} 长虹桥建成通车]，长虹日报</ref>。\n" for url in urls)
    document = read_text(body, name="entry", media_type="text/x-wiki", role="entry")
    settings = {"delay": 0.0, "private": True, "archive": "", **manners}
    return online.links(document, Manners(**settings))


def rules(outcome: Outcome) -> list[str]:
    return [problem.rule for problem in outcome.problems]


def test_a_page_that_is_there(site: Site) -> None:
    site.html("/a", PAGE)
    outcome = look(f"{site.base}/a", f"{site.base}/a")
    assert (outcome.problems, outcome.answered, outcome.unchecked) == ((), 1, ())
    assert site.asked == ["/robots.txt", "/a"]
    assert set(site.agents) == {"crosscheck"}


def test_pages_that_are_gone(site: Site) -> None:
    site.html("/soft", GONE)
    site.html("/", PAGE)
    site.to("/front", "/", 302)
    site.html("/gone", "", 410)
    outcome = look(*(f"{site.base}/{name}" for name in ("none", "soft", "front", "gone")))
    assert rules(outcome) == ["dead-link", "soft-dead-link", "soft-dead-link", "dead-link"]
    assert f"{site.base}/none" in outcome.problems[0].place.exact


def test_a_long_page_that_speaks_of_404_is_there(site: Site) -> None:
    site.html("/a", PAGE.replace("三百二十米", "404 米，页面不存在之说有误"))
    assert rules(look(f"{site.base}/a")) == []


def test_redirects(site: Site) -> None:
    site.html("/new", PAGE)
    site.html("/dir/", PAGE)
    site.to("/old", "/new")
    site.to("/now", "/new", 302)
    site.to("/dir", "/dir/")
    site.to("/round", "/round")
    outcome = look(*(f"{site.base}/{name}" for name in ("old", "now", "dir", "round")))
    assert rules(outcome) == ["moved-link", "unreachable-link"]
    assert dict(outcome.problems[0].message.args)["target"] == f"{site.base}/new"


def test_robots_are_kept_out(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /closed\n")
    site.html("/open", PAGE)
    outcome = look(f"{site.base}/closed/a", f"{site.base}/open")
    assert (rules(outcome), outcome.answered) == ([], 1)
    assert outcome.unchecked == ((f"{site.base}/closed/a", "robots"),)
    assert "/closed/a" not in site.asked


def test_a_host_that_fails_on_its_rules_is_let_alone(site: Site) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    assert look(f"{site.base}/a").unchecked == ((f"{site.base}/a", "robots"),)
    assert site.asked == ["/robots.txt"]


def test_a_server_that_refuses_is_no_dead_link(site: Site) -> None:
    site.html("/a", "no", 403)
    site.html("/b", "busy", 429)
    site.html("/c", "broken", 500)
    outcome = look(*(f"{site.base}/{name}" for name in "abc"))
    assert rules(outcome) == ["unreachable-link"]
    assert [why for _, why in outcome.unchecked] == ["403", "429"]


def test_a_host_that_does_not_answer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = look(f"http://127.0.0.1:{port}/a")
    assert (rules(outcome), outcome.answered) == (["unreachable-link"], 0)


def test_a_server_that_hangs() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        outcome = look(f"http://127.0.0.1:{server.getsockname()[1]}/a", timeout=0.2)
    assert dict(outcome.problems[0].message.args)["why"] == "timeout"


def test_private_addresses_are_refused(site: Site) -> None:
    site.html("/a", PAGE)
    outcome = look(f"{site.base}/a", private=False)
    assert (outcome.problems, outcome.unchecked) == ((), ((f"{site.base}/a", "refused"),))
    assert site.asked == []


@pytest.mark.parametrize("scheme", ["http://user:word@127.0.0.1/", "http://", "http://[::1/"])
def test_addresses_in_no_form_that_is_visited(scheme: str) -> None:
    with Session(Manners(private=True)) as session:
        assert session.visit(scheme).fault == "form"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.9", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_what_is_private(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(RefusedError):
        resolve(address, 80, private=False)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_what_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_archive_copies(site: Site) -> None:
    copy = "https://web.archive.org/web/2010/http://x"
    answer = {"archived_snapshots": {"closest": {"available": True, "url": copy, "status": "200"}}}
    site.pages["/archive"] = (200, {"content-type": "application/json"}, json.dumps(answer).encode())
    outcome = look(f"{site.base}/none", archive=f"{site.base}/archive")
    assert dict(outcome.problems[0].message.args)["copy"] == copy
    site.pages["/archive"] = (200, {}, b'{"archived_snapshots": {}}')
    outcome = look(f"{site.base}/none", archive=f"{site.base}/archive")
    assert "copy" not in dict(outcome.problems[0].message.args)


def test_a_reference_with_its_archive_copy_is_whole(site: Site) -> None:
    cite = (
        f"{{{{cite web |title=通车 |url={site.base}/none |archive-url=https://web.archive.org/web/20100102030405/{site.base}/none"
        " |archive-date=2010-01-02}}"
    )
    document = read_text(f"正文<ref>{cite}</ref>。\n", name="entry", media_type="text/x-wiki", role="entry")
    outcome = online.links(document, Manners(delay=0.0, private=True, archive=""))
    assert (outcome.problems, outcome.answered) == ((), 1)


def test_a_copy_in_words_is_enough(site: Site) -> None:
    words = f"[{site.base}/none 通车]，（[https://web.archive.org/web/2010/{site.base}/none 存档]）"
    document = read_text(f"正文<ref>{words}</ref>。\n", name="entry", media_type="text/x-wiki", role="entry")
    assert online.links(document, Manners(delay=0.0, private=True, archive="")).problems == ()


def test_answers_are_kept(site: Site, tmp_path: Path) -> None:
    site.html("/a", PAGE)
    assert look(f"{site.base}/a", folder=str(tmp_path)).answered == 1
    before = list(site.asked)
    assert look(f"{site.base}/a", folder=str(tmp_path)).answered == 1
    assert site.asked == before
    look(f"{site.base}/a", folder=str(tmp_path), fresh=0.0)
    assert site.asked != before


def test_what_cannot_be_read_is_as_good_as_none(tmp_path: Path) -> None:
    visit = Visit(url="http://a.example/", final="http://a.example/", status=200)
    keep(str(tmp_path), visit)
    assert kept(str(tmp_path), visit.url, 60.0) == visit
    next(tmp_path.iterdir()).write_text("{", encoding="utf-8")
    assert kept(str(tmp_path), visit.url, 60.0) is None
    keep(str(tmp_path), Visit(url="http://b.example/", final="", fault="timeout"))
    assert kept(str(tmp_path), "http://b.example/", 60.0) is None


def test_the_time_for_all_ends(site: Site) -> None:
    site.html("/a", PAGE)
    outcome = look(f"{site.base}/a", f"{site.base}/b", delay=20.0, total=0.5)
    assert [why for _, why in outcome.unchecked] == ["time", "time"]


def test_pages_in_other_encodings() -> None:
    body = "<html><title>长虹桥</title><script>var x = '404';</script><p>通车</p>".encode("gb18030")
    assert page_words(body, "text/html; charset=gb2312") == ("长虹桥", "通车")
    assert page_words(b"%PDF", "application/pdf") == ("", "")


@pytest.mark.parametrize(
    ("visit", "state"),
    [
        (
            Visit(url="http://a.example/x", final="https://www.a.example/x/", status=200, permanent=True),
            "alive",
        ),
        (Visit(url="http://a.example/x", final="http://b.example/x", status=200, permanent=True), "moved"),
        (
            Visit(url="http://a.example/index.html", final="http://a.example/", status=200, permanent=True),
            "moved",
        ),
        (
            Visit(url="http://a.example/", final="http://a.example/", status=200, title="Area 404 Gallery"),
            "alive",
        ),
        (
            Visit(url="http://a.example/x", final="http://a.example/x", status=200, words="全长1404米"),
            "alive",
        ),
        (Visit(url="http://a.example/x", final="http://a.example/x", fault="unresolved"), "unreachable"),
        (
            Visit(url="http://a.example/x", final="http://a.example/x", status=200, title="404 Not Found"),
            "soft-dead-link",
        ),
        (
            Visit(url="http://a.example/x", final="http://a.example/x", status=200, title="404"),
            "soft-dead-link",
        ),
    ],
)
def test_state(visit: Visit, state: str) -> None:
    assert state_of(visit) == state
