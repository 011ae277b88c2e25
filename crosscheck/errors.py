"""What can go wrong, as one tree.

    CrosscheckError            code 3   anything crosscheck itself refuses
    ├── UsageError             code 2   the call or the configuration is off
    └── InputError             code 3   a document cannot be checked
        ├── UnreadableError             missing, a folder, no permission
        ├── UndecodableError            no text: binary, unknown encoding
        ├── EmptyError                  nothing in it, or no fact read out of it
        └── TooLargeError               over the limit

Each carries `place` (a path, with a line where one is known) and a slug that names its help paragraph.
"""

from __future__ import annotations


class CrosscheckError(Exception):
    """Any refusal of crosscheck: `place` names the file, the text says why."""

    code = 3
    slug = "error"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.place = place
        self.reason = reason


class UsageError(CrosscheckError):
    """A wrong call or a wrong configuration."""

    code = 2
    slug = "usage"


class InputError(CrosscheckError):
    """A document that cannot be checked."""

    slug = "input"


class UnreadableError(InputError):
    """A file that is not there or may not be read."""

    slug = "unreadable"


class UndecodableError(InputError):
    """A file that is no text in any encoding that crosscheck knows."""

    slug = "undecodable"


class EmptyError(InputError):
    """A document without text, or without any fact."""

    slug = "empty"


class TooLargeError(InputError):
    """A document over the size limit."""

    slug = "too-large"


class OutputError(CrosscheckError):
    """An output that cannot be written."""

    slug = "output"
