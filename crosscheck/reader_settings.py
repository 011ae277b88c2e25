"""What a run is told of the second reader: the table ``[second-reader]`` of a configuration, and what flags add to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from crosscheck.errors import UsageError
from crosscheck.option_values import at, hint, relative

Mode = Literal["off", "replay", "ask"]
MODES: tuple[Mode, ...] = get_args(Mode)
# What an answer may do: raise what is unsupported to agree or to conflict, take back a conflict, take back an agreement
# that was barely one, and let a value agree that differs in more than script and granularity.
Change = Literal["agree", "conflict", "take-back", "doubt", "loose"]
CHANGES: tuple[Change, ...] = get_args(Change)
DEFAULT: tuple[Change, ...] = ("agree", "conflict", "take-back", "doubt")
FILE = "crosscheck-answers.jsonl"
# The environment variable that holds the key of a service; no file does.
KEY = "CROSSCHECK_SECOND_READER_KEY"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReader:
    """Whom to ask, how much, and what an answer may change.

    `url` is that of an OpenAI chat-completions API up to ``/v1``.  `share` is the greatest part of an entry's claims that
    is asked.  `timeout` is for one request and `total` for all of a run, in seconds; `max_tokens` for all of a run, 0 for
    no limit.  `mode` and `digest` are not of the configuration: what a run does, and the hash of the kept answers it reads.
    """

    url: str = ""
    model: str = ""
    allow: tuple[str, ...] = DEFAULT
    answers: str = ""
    share: float = 0.4
    concurrency: int = 4
    timeout: float = 60.0
    total: float = 1800.0
    max_tokens: int = 0
    mode: Mode = "off"
    digest: str = ""

    def judging(self) -> SecondReader:
        """These settings with only what a verdict depends on; all the same where no answer is read."""
        if self.mode == "off":
            return SecondReader()
        kept = {"model": self.model, "allow": self.allow, "answers": self.answers}
        return SecondReader(mode="replay", digest=self.digest, **kept)  # type: ignore[arg-type]

    def rows(self) -> tuple[tuple[str, Any], ...]:
        """The settings as a configuration writes them."""
        return tuple((key, getattr(self, key.replace("-", "_"))) for key in KEYS)


def _text(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise UsageError(at(path, key), f'“{key}” wants a text: "..."')
    return value


def _url(path: Path, key: str, value: Any) -> str:
    text = _text(path, key, value).rstrip("/")
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
        secret = bool(parts.username or parts.password)
    except ValueError:
        sound, secret = False, False
    if not sound or secret:
        why = f"a key belongs into {KEY}" if secret else 'wants an address: "http://127.0.0.1:8080/v1"'
        raise UsageError(at(path, key), f"“{key}” {why}")
    return text


def _allow(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UsageError(at(path, key), f'“{key}” wants a list of texts: ["...", ...]')
    for name in value:
        if name not in CHANGES:
            raise UsageError(at(path, key), f"“{name}” is none of {', '.join(CHANGES)}")
    return tuple(value)


def _number(least: float, most: float, whole: bool = False) -> Any:
    def read(path: Path, key: str, value: Any) -> Any:
        sound = type(value) is int or (type(value) is float and not whole)
        if not sound or not least <= value <= most:
            kind = "a whole number" if whole else "a number"
            raise UsageError(at(path, key), f"“{key}” is {kind} from {least:g} to {most:g}")
        return value if whole else float(value)

    return read


KEYS: dict[str, Any] = {
    "url": _url,
    "model": _text,
    "allow": _allow,
    "answers": lambda path, key, value: relative(path, _text(path, key, value)),
    "share": _number(0, 1),
    "concurrency": _number(1, 64, whole=True),
    "timeout": _number(1, 3600),
    "total": _number(1, 86400),
    "max-tokens": _number(0, 10**12, whole=True),
}


def read_second_reader(path: Path, key: str, value: Any) -> SecondReader:
    """The table ``[second-reader]``."""
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f"“{key}” wants a table: [{key}]")
    found: dict[str, Any] = {}
    for name, told in value.items():
        if name not in KEYS:
            raise UsageError(at(path, name), f"unknown key “{name}” of “{key}”{hint(name, tuple(KEYS))}")
        found[name.replace("-", "_")] = KEYS[name](path, name, told)
    return replace(SecondReader(), **found)
