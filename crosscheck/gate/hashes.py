"""What files hold, as hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path


class Hashes:
    """Hashes of files, each read once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, place: str) -> str:
        """The hash of the file at `place`, "" where it cannot be read."""
        if place not in self._known:
            try:
                with Path(place).open("rb") as file:
                    self._known[place] = hashlib.file_digest(file, "sha256").hexdigest()
            except (OSError, ValueError):
                self._known[place] = ""
        return self._known[place]
