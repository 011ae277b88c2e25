"""Visits kept between runs, one file each; a file that cannot be read is as good as none."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from pathlib import Path

from crosscheck.cite.online.visit import Visit

# What is worth keeping: an answer.  A host that was down is asked again.
_VERSION = 1


def kept(folder: str, url: str, fresh: float) -> Visit | None:
    """The visit to `url` that `folder` keeps, None where there is none or it is older than `fresh` seconds."""
    if not folder:
        return None
    try:
        data = json.loads(_file(folder, url).read_text(encoding="utf-8"))
        if data["version"] != _VERSION or not 0 <= time.time() - data["at"] <= fresh:
            return None
        visit = Visit(**data["visit"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return visit if visit.url == url else None


def keep(folder: str, visit: Visit) -> None:
    """Keep `visit` in `folder`, if it had an answer; a folder that cannot be written to keeps nothing."""
    if not folder or not visit.status:
        return
    path = _file(folder, visit.url)
    data = {"version": _VERSION, "at": time.time(), "visit": visit.as_dict()}
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _file(folder: str, url: str) -> Path:
    return Path(folder) / f"{hashlib.sha256(url.encode(errors='surrogatepass')).hexdigest()[:32]}.json"
