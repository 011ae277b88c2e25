"""What an output offers.  Add one by adding a file with a ``FORMAT``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crosscheck.messages import Language
from crosscheck.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFormat:
    """An output: `render` writes a whole report as text, in the language of the reader where it has words.

    `suffix` is how its files end.  The same report gives the same bytes, always.  `many` writes several reports as one
    text, None where a file holds one; `suppressing` does so with waived findings in it, where the output has a form for
    them.  `whole` says that the output tells of claims that agree and of reports without a fault too.  `colored` is
    `render` for a terminal.
    """

    name: str
    suffix: str
    render: Callable[[Report, Language], str] = field(repr=False)
    many: Callable[[Sequence[Report], Language], str] | None = field(default=None, repr=False)
    suppressing: Callable[[Sequence[Report], Language], str] | None = field(default=None, repr=False)
    whole: bool = False
    colored: Callable[[Report, Language], str] | None = field(default=None, repr=False)
