"""The hash of one side of a finding: it tells whether the sentence still says what it said."""

from __future__ import annotations

from hashlib import sha256

from crosscheck.gate import wording

_ENDS = "。！？；!?;"
_VERSION = 2


def mark(prefix: str, exact: str, suffix: str) -> str:
    """The hash of a side: it changes when the letters or numbers of its sentence do, near the place."""
    return _hash(f"{_VERSION}\0{wording.exact(_sentence(prefix, exact, suffix))}")


def earlier_mark(prefix: str, exact: str, suffix: str) -> str:
    """The hash as the first version made it, which knew no signs and no decimal points."""
    return _hash(wording.bare(_sentence(prefix, exact, suffix)))


def _sentence(prefix: str, exact: str, suffix: str) -> str:
    before = prefix[max(prefix.rfind(end) for end in _ENDS) + 1 :]
    after = suffix[: min((suffix.find(end) for end in _ENDS if end in suffix), default=len(suffix))]
    return before + exact + after


def _hash(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]
