"""What an output offers.  Add one by adding a file with a ``FORMAT``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crosscheck.messages import Language
from crosscheck.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFormat:
    """An output: `render` writes a whole report as text, in the language of the reader where it has words.

    `suffix` is how its files end.  The same report gives the same bytes, always.
    """

    name: str
    suffix: str
    render: Callable[[Report, Language], str] = field(repr=False)
