"""Tries spoiled inputs on the commands and counts what must not be: crashes, hangs, exit codes that mean another thing.

    python benchmarks/fuzz.py --hours 24                # goes on where it was; --seed begins another series
    python benchmarks/fuzz.py --show 4711               # one input, in this process, with what came of it

An input is told by seed and number. What is found stands in the folder of the state, with the files that bring it about.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fuzz_inputs import Case, case

from crosscheck.__main__ import main

HANG = 10.0
# A process is left after so many inputs: what it keeps grows.
_EACH = 400
_FAULT = "fault of crosscheck"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an input: "ok", "crash", "hang" or "code", and what was told."""

    what: str
    told: str = ""


@dataclass(slots=True)
class State:
    """How far a series has come; kept in a folder, so that it can go on."""

    folder: Path
    seed: int
    next: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    @classmethod
    def load(cls, folder: Path, seed: int) -> State:
        """The state of the series `seed` in `folder`, a new one where there is none."""
        try:
            data = json.loads((folder / f"{seed}.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(folder, seed)
        return cls(
            folder, seed, data["next"], Counter(data["inputs"]), Counter(data["faults"]), data["slowest"]
        )

    def save(self) -> None:
        """Write the state, in one step."""
        self.folder.mkdir(parents=True, exist_ok=True)
        told = {
            "next": self.next,
            "inputs": dict(self.counts),
            "faults": dict(self.faults),
            "slowest": round(self.slowest, 2),
        }
        part = self.folder / f"{self.seed}.part"
        part.write_text(json.dumps(told, indent=1), encoding="utf-8")
        part.replace(self.folder / f"{self.seed}.json")

    def took(self, number: int, tried: Case, outcome: Outcome, seconds: float) -> None:
        """Count an input, and keep it where it brought a fault about."""
        self.next = number + 1
        self.counts[tried.kind] += 1
        self.slowest = max(self.slowest, seconds)
        if outcome.what != "ok":
            self.faults[outcome.what] += 1
            kept = self.folder / f"{outcome.what}-{self.seed}-{number}"
            lay_out(tried, kept)
            told = f"crosscheck {' '.join(tried.arguments)}\n\n{outcome.told}\n"
            (kept / "TOLD").write_text(told, encoding="utf-8", errors="replace")

    def line(self) -> str:
        """The figures."""
        faults = ", ".join(f"{self.faults[what]} {what}" for what in ("crash", "hang", "code"))
        return f"{self.next} inputs of seed {self.seed}: {faults}; slowest {self.slowest:.1f} s"


def lay_out(tried: Case, folder: Path) -> None:
    """Write the files of an input into `folder`."""
    for name, data in tried.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def attempt(tried: Case) -> Outcome:
    """Run an input in this process."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, _inside(Path(folder), tried) as (out, err):
        try:
            main()
        except SystemExit as ended:
            return _judged(tried, ended.code, out.getvalue().decode(errors="replace"), err.getvalue())
        except BaseException as error:
            return Outcome("crash", f"{type(error).__name__}: {error}")


def _judged(tried: Case, code: object, out: str, told: str) -> Outcome:
    if _FAULT in told or _FAULT in out[:5000]:
        return Outcome("crash", told)
    if code not in (0, 1, 2, 3):
        return Outcome("code", f"ended with {code}\n{told}")
    if code == 1 and not (tried.arguments[0] == "check" and out.strip()):
        return Outcome("code", f"ended with 1, and there is no finding\n{told}")
    if code in (2, 3) and not told.strip():
        return Outcome("code", f"ended with {code} and said nothing")
    return Outcome("ok")


class _Bytes(io.BytesIO):
    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


@contextlib.contextmanager
def _inside(folder: Path, tried: Case) -> Iterator[tuple[_Bytes, io.StringIO]]:
    """Within the block: the files of an input are at hand, its arguments are those of this process, and it is quiet."""
    lay_out(tried, folder)
    before = Path.cwd(), sys.argv, sys.stdin, dict(os.environ)
    out, err = _Bytes(), io.StringIO()
    os.environ.update(CROSSCHECK_TODAY="2030-01-15", CROSSCHECK_JOBS="1", CROSSCHECK_TRACEBACK="1")
    os.chdir(folder)
    sys.argv = ["crosscheck", *tried.arguments]
    sys.stdin = io.StringIO("")
    try:
        with contextlib.redirect_stdout(io.TextIOWrapper(out, "utf-8")), contextlib.redirect_stderr(err):
            yield out, err
    finally:
        where, sys.argv, sys.stdin, environment = before
        os.chdir(where)
        os.environ.clear()
        os.environ.update(environment)


def _worker(pipe: Connection, seed: int, first: int, last: int) -> None:
    for number in range(first, last):
        outcome = attempt(case(seed, number))
        pipe.send((number, outcome.what, outcome.told))


def run(state: State, *, limit: int, until: float) -> None:
    """Try inputs up to the one called `limit`, in processes of their own, until the clock shows `until`."""
    context = multiprocessing.get_context("spawn")
    while state.next < limit and time.monotonic() < until:
        ours, theirs = context.Pipe()
        last = min(limit, state.next + _EACH)
        child = context.Process(target=_worker, args=(theirs, state.seed, state.next, last), daemon=True)
        child.start()
        theirs.close()
        patience = HANG * 6  # the first one waits for the process to begin
        while state.next < last and time.monotonic() < until:
            began = time.monotonic()
            number = state.next
            try:
                outcome = Outcome(*ours.recv()[1:]) if ours.poll(patience) else Outcome("hang")
            except EOFError:
                child.join()
                outcome = Outcome("crash", f"the process ended with {child.exitcode}")
            seconds = 0.0 if patience > HANG else time.monotonic() - began
            state.took(number, case(state.seed, number), outcome, seconds)
            patience = HANG
            if outcome.what == "hang" or not child.is_alive():
                break
        child.kill()
        child.join()
        ours.close()
        state.save()
        print(state.line(), flush=True)


def parsed() -> argparse.Namespace:
    """The arguments."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=Path("fuzz-state"))
    parser.add_argument("--limit", type=int, default=sys.maxsize)
    parser.add_argument("--hours", type=float, default=24.0)
    parser.add_argument("--show", type=int)
    return parser.parse_args()


if __name__ == "__main__":
    given = parsed()
    if given.show is not None:
        shown = case(given.seed, given.show)
        lay_out(shown, given.state / f"show-{given.seed}-{given.show}")
        print(" ".join(shown.arguments), attempt(shown))
    else:
        series = State.load(given.state, given.seed)
        run(series, limit=given.limit, until=time.monotonic() + 3600 * given.hours)
        sys.exit(1 if series.faults else 0)
