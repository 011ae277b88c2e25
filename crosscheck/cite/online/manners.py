"""How links are visited: how fast, for how long, and where not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """`delay` is the pause between two requests to one host, `timeout` the longest one request may take and `total` all of
    them together, in seconds.  `folder` keeps answers for `fresh` seconds ("" keeps none).  `private` allows loopback and
    private addresses.  `archive` is the address that is asked for archive copies, "" asks for none.
    """

    delay: float = 1.0
    timeout: float = 15.0
    total: float = 600.0
    folder: str = ""
    fresh: float = 7 * 86400.0
    private: bool = False
    archive: str = "https://archive.org/wayback/available"


# Redirects that are followed for one link.
HOPS = 8
# How much of a page is read: enough for its title and its first words.
BYTES = 64 * 1024
AGENT = "crosscheck"
