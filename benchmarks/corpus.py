"""The gate over a corpus: what the cache, `--since` and a second process save, what it takes, and how it grows.

    python benchmarks/corpus.py              # 200 entries against 400 sources; some minutes
    python benchmarks/corpus.py --entries 20

The corpus is made by a seeded generator out of the seeds: each entry tells the seed entry's events with names, days, numbers
and order of its own, each source is a stretch of the seed essay with the same changes.  Figures are ratios: they hold on
any machine that has nothing else to do.  Growth is told by seconds of processor, which other work disturbs less.  What a
second process gains is the best of `--repeat` runs with two against the best with one; what two runs gain that know nothing
of one another is told beside it: no program gains more on that machine at that moment.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = 20571015
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜戚谢邹"
_GIVEN = "文武志国建华明德思远立新承先大川伯钧光远庆云自强少康敬之怀仁"
_NUMBER = re.compile(r"(?<![\d.])\d{2,4}(?![\d.])")


def _texts() -> tuple[list[str], list[str]]:
    """The paragraphs of the seed entry and the stretches of the seed essay."""
    entry = (ROOT / "seeds/treaty-entry.zh-Hans.md").read_text(encoding="utf-8")
    essay = (ROOT / "seeds/nuclear-aid-essay.zh-Hant.txt").read_text(encoding="utf-8")
    lines = essay.splitlines(keepends=True)
    size = 60
    return entry.split("\n\n"), ["".join(lines[at : at + size]) for at in range(0, len(lines) - size, 20)]


def _changed(text: str, rng: random.Random, shift: int) -> str:
    """A sentence of its own, then `text` with its years and numbers shifted: no two texts are the same."""
    body = _NUMBER.sub(
        lambda m: str(int(m[0]) + shift) if int(m[0]) < 1000 or 1800 < int(m[0]) < 2000 else m[0], text
    )
    name = rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2))
    year = 1900 + rng.randrange(80)
    own = f"{year}年{rng.randrange(1, 13)}月，{name}率领{rng.randrange(20, 900)}名技术人员参加了这项工作。"
    return f"{own}\n\n{body}\n"


def make(folder: Path, entries: int) -> None:
    """A corpus of `entries` entries, each with two sources of its own."""
    rng = random.Random(SEED)
    paragraphs, stretches = _texts()
    for place in ("entries", "sources"):
        (folder / place).mkdir(parents=True, exist_ok=True)
    for number in range(entries):
        shift = rng.randrange(1, 9)
        kept = [part for part in paragraphs if rng.random() < 0.8]
        entry = _changed("\n\n".join(kept), rng, shift)
        (folder / f"entries/e{number:03}.md").write_text(f"# 条目{number}\n\n{entry}", encoding="utf-8")
        for half in "ab":
            source = _changed("".join(rng.sample(stretches, 2)), rng, shift)
            (folder / f"sources/e{number:03}-{half}.txt").write_text(source, encoding="utf-8")
    (folder / "crosscheck.toml").write_text(
        '[[pairs]]\nentry = "entries/*.md"\nsources = ["sources/{stem}-*.txt"]\n', encoding="utf-8"
    )
    (folder / ".gitignore").write_text(".crosscheck_cache/\n", encoding="utf-8")


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def _memory(group: int) -> int:
    """The resident memory of a process group in KiB, shared pages counted once for each process."""
    total = 0
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            fields = (place / "stat").read_text().rsplit(")", 1)[1].split()
            if int(fields[2]) == group:
                status = (place / "status").read_text()
                found = re.search(r"VmRSS:\s+(\d+)", status)  # a process that has ended has none
                total += int(found[1]) if found else 0
    return total


def _spent() -> float:
    """The seconds of processor that all processes took that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """One ``crosscheck check`` over the corpus in `folder`."""
    return subprocess.Popen(
        [sys.executable, "-m", "crosscheck", "check", "-q", "--exit-zero", "--output-format", "concise", *arguments],
        cwd=folder, stdout=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def together(folder: Path) -> float:
    """Seconds that two runs of one process each take side by side."""
    began = time.perf_counter()
    for process in [start(folder, "-j", "1", "--no-cache") for _ in range(2)]:
        process.wait()
    return time.perf_counter() - began


def run(folder: Path, *arguments: str) -> tuple[float, float, int]:
    """Seconds, seconds of processor, and the most memory in MiB of one ``crosscheck check``, all its processes together."""
    began, spent = time.perf_counter(), _spent()
    process = start(folder, *arguments)
    most = 0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"crosscheck exited with {process.returncode}")
    return time.perf_counter() - began, _spent() - spent, most // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=3)
    told = parser.parse_args()
    entries = told.entries
    quarter = max(2, entries // 4)
    with tempfile.TemporaryDirectory() as temporary:
        # Modules are compiled once for all runs, as they are where crosscheck is installed.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{temporary}/compiled"
        whole, part = Path(temporary) / "whole", Path(temporary) / "part"
        make(whole, entries)
        make(part, quarter)
        _git(whole, "init", "-q")
        _git(whole, "add", "-A")
        _git(whole, "commit", "-q", "-m", "corpus")
        run(part, "-j", "1", "--no-cache", "entries/e000.md")  # modules and patterns are compiled
        alone, pairs, both = [], [], []
        for _ in range(told.repeat):
            alone.append(run(part, "-j", "1", "--no-cache")[:2])
            pairs.append(run(part, "-j", "2", "--no-cache")[:2])
            both.append(together(part))
        (small, small_work), (pair, quarter_work) = min(alone), min(pairs)
        first, work, memory = run(whole, "-j", "2")
        second, _, _ = run(whole, "-j", "2")
        entry = whole / "entries/e001.md"
        entry.write_text(
            entry.read_text(encoding="utf-8") + "\n1957年，增派了45名技术人员。\n", encoding="utf-8"
        )
        since, _, _ = run(whole, "-j", "2", "--since", "HEAD")
        print(f"{entries} entries, {2 * entries} sources; {quarter} entries alone take {small:.1f} s")
        print(f"second run / first          {second / first:.3f}  (at most 0.05)")
        print(f"--since, one entry / first  {since / first:.3f}  (at most 0.05)")
        print(f"one process / two           {small / pair:.2f}   (at least 1.7)")
        print(f"two runs side by side gain  {2 * small / min(both):.2f}")
        print(f"processor, one / two        {small_work:.1f} s / {quarter_work:.1f} s")
        print(
            f"growth, exponent            {math.log(work / quarter_work) / math.log(entries / quarter):.2f}   (at most 1.1)"
        )
        print(f"memory, all processes       {memory} MiB (at most 600)")


if __name__ == "__main__":
    main()
