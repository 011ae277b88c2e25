"""What changed since a revision: a thin layer over the git command."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import CrosscheckError, UsageError

# The tree without a file in it: what a repository without a commit is compared with.
_EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
# Set by hooks for their own repository: they would turn every call to it.
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")

# Nothing is fetched, asked or written: not from the remote of a partial clone, and no program that a repository names.
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_SAFELY = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From what to what a repository is looked at: from the revision `base` to the index or the working tree."""

    root: Path
    base: str
    staged: bool

    def files(self) -> tuple[str, ...]:
        """The files that differ, as full paths in order; new ones count unless git ignores them."""
        names = _names(_git(self.root, "diff", "--name-only", "--no-renames", "-z", *self._between(), "--"))
        if not self.staged:
            names += _names(_git(self.root, "ls-files", "--others", "--exclude-standard", "-z"))
        return tuple(str(self.root / name) for name in sorted(set(names)))

    def renamed(self) -> dict[str, str]:
        """The old name of each file that git sees as renamed, both as full paths."""
        out = _git(self.root, "diff", "--name-status", "-M", "--diff-filter=R", "-z", *self._between(), "--")
        parts = [str(self.root / name) for name in _names(out)]
        return {new: old for old, new in zip(parts[1::3], parts[2::3], strict=True)}

    def old(self, path: str) -> bytes | None:
        """The file at `path` as it was, None where there was none."""
        return self._blob(self.base, path)

    def new(self, path: str) -> bytes | None:
        """The file at `path` as it stands in the index."""
        return self._blob("", path)

    def unstaged(self) -> tuple[str, ...]:
        """The files whose text in the working tree is not the one in the index, as full paths in order."""
        names = _names(_git(self.root, "diff", "--name-only", "--no-renames", "-z", "--"))
        return tuple(str(self.root / name) for name in sorted(set(names)))

    def _between(self) -> tuple[str, ...]:
        return ("--cached", self.base) if self.staged else (self.base,)

    def _name(self, path: str) -> str:
        return Path(os.path.relpath(Path(path).resolve(), self.root)).as_posix()

    def _blob(self, revision: str, path: str) -> bytes | None:
        done = _call(self.root, "cat-file", "blob", f"{revision}:{self._name(path)}")
        return done.stdout if done.returncode == 0 else None


def change(folder: Path, *, since: str = "", staged: bool = False) -> Change:
    """What to compare the files of the repository around `folder` with.

    That is the point where `since` and the present branch parted, or the last commit for what is `staged`.
    UsageError where there is no repository or no such revision.
    """
    done = _call(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise UsageError(str(folder), "is in no git repository, so nothing can be told of its past")
    root = Path(done.stdout.decode().rstrip("\n")).resolve()
    if staged:
        head = _call(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        base = head.stdout.decode().strip() if head.returncode == 0 else _EMPTY
        return Change(root=root, base=base, staged=True)
    found = _call(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    if found.returncode:
        raise UsageError("--since", f"git knows no revision “{since}”")
    base = found.stdout.decode().strip().splitlines()[-1]
    parted = _call(root, "merge-base", base, "HEAD")
    return Change(
        root=root, base=parted.stdout.decode().strip() if parted.returncode == 0 else base, staged=False
    )


def past(path: Path, most: int) -> Iterator[bytes]:
    """The file at `path` in the last `most` revisions that changed it, the newest first; none where git knows of none."""
    name = f":(literal){path.name}"
    found = _call(path.parent, "log", f"--max-count={most}", "--format=%H", "--", name)
    for revision in found.stdout.decode().split() if found.returncode == 0 else ():
        blob = _call(path.parent, "cat-file", "blob", f"{revision}:./{path.name}")
        if blob.returncode == 0:
            yield blob.stdout


def author(folder: Path) -> str:
    """The name that git would sign a commit with, "" where it is not set."""
    done = _call(folder, "config", "user.name")
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""


def _names(out: bytes) -> list[str]:
    return [os.fsdecode(name) for name in out.split(b"\0") if name]


def _git(root: Path, *arguments: str) -> bytes:
    done = _call(root, *arguments)
    if done.returncode:
        raise CrosscheckError("git", done.stderr.decode(errors="replace").strip() or "failed")
    return done.stdout


def _call(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    try:
        return subprocess.run(
            ["git", "-C", str(root), *_SAFELY, *arguments],
            capture_output=True,
            check=False,
            env={**environment, **_QUIET},
        )
    except OSError as error:
        raise CrosscheckError("git", f"cannot be run: {error.strerror or error}") from None
