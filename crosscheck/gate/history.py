"""What a document said before, as far as git remembers it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from crosscheck.errors import CrosscheckError, InputError
from crosscheck.gate import git
from crosscheck.gate.batch import File, read

# So many revisions of a file are looked at: a decision is seldom older, and each costs a reading.
REVISIONS = 20


def older(file: File, max_bytes: int, folder: Path) -> Iterator[str]:
    """The texts of `file` in its last revisions, the newest first; none where it is in no repository.

    They are laid out in `folder`, under the name of the file, and read as it is.  A revision that cannot be read is left
    out.
    """
    try:
        for data in git.past(Path(os.path.realpath(file.path)), REVISIONS):
            place = folder / "past" / sha256(data).hexdigest() / Path(file.path).name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            try:
                yield read(replace(file, place=str(place)), "entry", max_bytes).source
            except InputError:
                continue
    except (CrosscheckError, OSError):
        return
