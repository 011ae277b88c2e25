"""Keeps other pages and other machines out: which hosts may ask, and which requests may write."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TOKEN = "x-crosscheck-token"
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that is bound to `host`."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(header: str) -> str:
    """The name in a Host header, without its port; "" where it is none.  A name that a page made up is not on the list."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def may_ask(host: str, allowed: Iterable[str]) -> bool:
    """Whether a request for `host`, a Host header, is one for this server: DNS that was turned here is not."""
    return host_of(host) in frozenset(allowed)


def may_write(*, host: str, origin: str | None, site: str | None, kind: str, token: str, known: str) -> bool:
    """Whether a request to write comes from a page of this server: own origin, JSON, and the token of this run."""
    return (
        (origin is None or origin in (f"http://{host}", f"https://{host}"))
        and site in (None, "same-origin")
        and kind.split(";", maxsplit=1)[0].strip().lower() == "application/json"
        and secrets.compare_digest(token.encode(), known.encode())
    )
