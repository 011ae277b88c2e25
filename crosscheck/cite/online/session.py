"""Requests to other hosts, one at a time: paced, limited in time, and only where robots are let in."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from crosscheck.cite.online.address import RefusedError, UnresolvedError, resolve
from crosscheck.cite.online.manners import AGENT, BYTES, HOPS, Manners
from crosscheck.cite.online.visit import Visit, page_words
from crosscheck.errors import UsageError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_PACE_LIMIT = 30.0


class FailedError(Exception):
    """A request came to nothing; `fault` is a word of `Visit`."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Session:
    """Visits addresses.  A context manager; the connections are closed at its end."""

    def __init__(self, manners: Manners) -> None:
        try:
            import httpx
        except ImportError:
            raise UsageError("--online", "needs more: pip install 'crosscheck-zh[online]'") from None
        self._httpx: Any = httpx
        self._manners = manners
        self._client: Any = httpx.Client(follow_redirects=False, trust_env=False, timeout=manners.timeout)
        self._end = time.monotonic() + manners.total
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | str] = {}

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def visit(self, url: str) -> Visit:
        """What `url` leads to; redirects are followed, each of them under the same rules."""
        here, permanent = url.partition("#")[0], True
        try:
            for _ in range(HOPS):
                self._allowed(here)
                status, headers, body = self._get(here)
                target = headers.get("location", "")
                if status not in _REDIRECTS or not target:
                    title, words = page_words(body, headers.get("content-type", ""))
                    moved = permanent and here != url.partition("#")[0]
                    return Visit(
                        url=url, final=here, status=status, permanent=moved, title=title, words=words
                    )
                permanent = permanent and status in _PERMANENT
                here = urljoin(here, target).partition("#")[0]
        except FailedError as error:
            return Visit(url=url, final=here, fault=error.fault)
        except ValueError:  # an address or a redirect that is none
            return Visit(url=url, final=here, fault="form")
        return Visit(url=url, final=here, fault="redirects")

    def text(self, url: str) -> str:
        """The text at `url`, "" where it cannot be had."""
        try:
            status, _, body = self._get(url)
        except FailedError:
            return ""
        return body.decode("utf-8", errors="replace") if status == 200 else ""

    def _allowed(self, url: str) -> None:
        """FailedError where the robots of a host are not let in to `url`."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._rules(f"{origin}/robots.txt")
        rules = self._robots[origin]
        if isinstance(rules, str):
            raise FailedError(rules)
        if not rules.can_fetch(AGENT, url):
            raise FailedError("robots")

    def _rules(self, url: str) -> RobotFileParser | str:
        """The rules at `url`; a host without them lets everybody in, one that fails to tell lets in nobody."""
        rules = RobotFileParser(url)
        try:
            for _ in range(HOPS):
                status, headers, body = self._get(url)
                if status not in _REDIRECTS or not headers.get("location"):
                    break
                url = urljoin(url, headers["location"])
        except FailedError as error:
            return error.fault
        if status >= 500 or status == 429 or status in _REDIRECTS:
            return "robots"
        rules.parse(body.decode("utf-8", errors="replace").splitlines() if status == 200 else [])
        return rules

    def _get(self, url: str) -> tuple[int, Any, bytes]:
        """The answer to one request: status, headers, the beginning of the body."""
        httpx = self._httpx
        try:
            target = httpx.URL(url)
        except (httpx.InvalidURL, ValueError):
            raise FailedError("form") from None
        if target.scheme not in ("http", "https") or not target.host or target.userinfo:
            raise FailedError("form")
        port = target.port or (443 if target.scheme == "https" else 80)
        try:
            address = resolve(target.raw_host.decode("ascii"), port, self._manners.private)
        except UnresolvedError:
            raise FailedError("unresolved") from None
        except RefusedError:
            raise FailedError("refused") from None
        self._pace(target.host)
        headers = {
            "host": target.netloc.decode("ascii"),
            "user-agent": AGENT,
            "accept-encoding": "identity",
            "accept": "*/*",
        }
        request = self._client.build_request(
            "GET", target.copy_with(host=address), headers=headers,
            extensions={"sni_hostname": target.raw_host.decode("ascii")},
        )  # fmt: skip
        try:
            return self._answer(request)
        except httpx.TimeoutException:
            raise FailedError("timeout") from None
        except (httpx.HTTPError, OSError):
            raise FailedError("connection") from None

    def _answer(self, request: Any) -> tuple[int, Any, bytes]:
        end = time.monotonic() + self._manners.timeout
        response = self._client.send(request, stream=True)
        try:
            body = bytearray()
            for chunk in response.iter_bytes(8192):
                body += chunk
                if len(body) >= BYTES:
                    break
                if time.monotonic() > end:
                    raise FailedError("timeout")
            return response.status_code, response.headers, bytes(body[:BYTES])
        finally:
            response.close()
            self._client.cookies.clear()

    def _pace(self, host: str) -> None:
        """Wait until `host` may be asked again; FailedError where the time for all is over."""
        now = time.monotonic()
        wait = max(0.0, self._last.get(host, -_PACE_LIMIT) + min(self._manners.delay, _PACE_LIMIT) - now)
        if now + wait >= self._end:
            raise FailedError("time")
        if wait:
            time.sleep(wait)
        self._last[host] = time.monotonic()
