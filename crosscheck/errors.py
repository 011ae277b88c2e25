"""What can go wrong, as one tree.

    CrosscheckError            code 3   anything crosscheck itself refuses
    ├── UsageError             code 2   the call or the configuration is off
    ├── OutputError            code 3   an output cannot be written
    └── InputError             code 3   a document cannot be checked
        ├── UnreadableError             missing, a folder, no permission
        ├── UndecodableError            no text: binary, unknown encoding
        ├── EmptyError                  nothing in it, or no fact read out of it
        └── TooLargeError               over the limit

Each carries `place` (a path, with a line where one is known) and a slug that names its help paragraph.
"""

from __future__ import annotations

from crosscheck.model.step import Message, Step, as_is


class CrosscheckError(Exception):
    """Any refusal of crosscheck: `place` names the file, `reason` says why in English, `message` in every language."""

    code = 3
    slug = "error"

    def __init__(self, place: str, reason: str | Step | Message) -> None:
        self.message = _message(reason)
        self.place = place
        self.reason = reason if isinstance(reason, str) else _english(self.message)
        super().__init__(f"{place}: {self.reason}" if place else self.reason)


def _message(reason: str | Step | Message) -> Message:
    if isinstance(reason, str):
        return (as_is(reason),)
    return (reason,) if isinstance(reason, Step) else reason


def _english(message: Message) -> str:
    from crosscheck.messages import told

    return told(message)


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
