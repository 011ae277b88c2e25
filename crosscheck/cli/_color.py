"""Whether an output is coloured: what the user says, the environment, the terminal, in this order."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def in_color(environment: Mapping[str, str] | None = None, terminal: bool | None = None) -> bool:
    """Whether standard output takes colours.

    ``NO_COLOR`` (set and not empty) turns them off, ``FORCE_COLOR`` (the same, not 0) on; else they are on where
    standard output is a terminal whose ``TERM`` is not ``dumb``.
    """
    told = os.environ if environment is None else environment
    if told.get("NO_COLOR"):
        return False
    if told.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    shown = sys.stdout.isatty() if terminal is None else terminal
    return shown and told.get("TERM") != "dumb"
