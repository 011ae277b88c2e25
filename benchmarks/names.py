"""Names in two regional spellings: how many are called one name, and how many strangers are.

    python benchmarks/names.py [--bench DIR] [--misses N]

The pairs are those of the conversion groups of the Chinese Wikipedia; they are not part of the project: DIR (or
``CROSSCHECK_BENCH``) holds name-variants.tsv (columns group, cn, tw, hk).  Measured are the pairs that still differ after
both are folded to one script, in three sets: all of them (with translated titles, which no sound can match), those that
are written in characters of transliteration on both sides, and of those the mainland and Taiwan spellings.  Strangers are
random names of the same length, drawn from the same set and from all pairs, with a fixed seed.

For each measure: the share called one name at the threshold that calls one stranger in a hundred one name; for `same`
the shares that it gives as it stands.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from crosscheck.names import same
from crosscheck.names.sounds import likeness, syllable
from crosscheck.names.words import is_foreign_name
from crosscheck.text.fold import fold

Pair = tuple[str, str]
SAMPLE = 5000


def load(path: Path) -> tuple[list[Pair], list[Pair]]:
    """All pairs that differ after folding, and those between the columns cn and tw."""
    every: dict[Pair, None] = {}
    straits: dict[Pair, None] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        _, cn, tw, hk = map(fold, line.split("\t"))
        for one, other in ((cn, tw), (cn, hk), (tw, hk)):
            if one and other and one != other:
                every[one, other] = None
                if (one, other) == (cn, tw):
                    straits[one, other] = None
    return list(every), list(straits)


def foreign(pairs: list[Pair]) -> list[Pair]:
    """The pairs written in characters of transliteration on both sides, of three characters or more."""
    return [(a, b) for a, b in pairs if len(a) >= 3 and is_foreign_name(a) and is_foreign_name(b)]


def strangers(pairs: list[Pair], pool: list[Pair], draw: random.Random) -> list[Pair]:
    """Each first name with a random one of `pool` that is as long as its second one."""
    by_length = defaultdict(list)
    for _, other in pool:
        by_length[len(other)].append(other)
    return [(a, draw.choice(by_length[len(b)])) for a, b in pairs]


def pinyin(a: str, b: str) -> float:
    return fuzz.ratio("".join(map(syllable, a)), "".join(map(syllable, b)))


MEASURES: dict[str, Callable[[str, str], float]] = {
    "characters": fuzz.ratio,
    "pinyin": pinyin,
    "likeness": likeness,
}


def report(name: str, pairs: list[Pair], pool: list[Pair], label: str) -> None:
    draw = random.Random(20)
    chosen = draw.sample(pairs, min(SAMPLE, len(pairs)))
    others = [pair for pair in strangers(chosen, pool, draw) if pair[0] != pair[1]]
    print(f"\n{name}: {len(chosen)} pairs, strangers from {label}")
    for title, measure in MEASURES.items():
        false = sorted((measure(*pair) for pair in others), reverse=True)
        threshold = false[len(false) // 100]
        found = sum(measure(*pair) > threshold for pair in chosen) / len(chosen)
        print(f"  {title:12} {found:6.1%} at 1 % false (threshold {threshold:.3g})")
    called = sum(same(*pair).holds for pair in chosen) / len(chosen)
    false_share = sum(same(*pair).holds for pair in others) / len(others)
    print(f"  {'names.same':12} {called:6.1%} at {false_share:.2%} false")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--bench", default=os.environ.get("CROSSCHECK_BENCH", "../shared/bench"))
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    path = Path(options.bench) / "name-variants.tsv"
    if not path.exists():
        print(f"{path} is not there: give its folder with --bench", file=sys.stderr)
        return 2
    every, straits = load(path)
    names, near = foreign(every), foreign(straits)
    report("all pairs", every, every, "all pairs")
    report("transliterated", names, every, "all pairs")
    report("transliterated", names, names, "transliterated ones")
    report("transliterated, cn and tw", near, every, "all pairs")
    report("transliterated, cn and tw", near, near, "transliterated ones")
    missed = [pair for pair in near if not same(*pair).holds]
    for a, b in random.Random(1).sample(missed, min(options.misses, len(missed))):
        print(f"  {a} / {b}: {likeness(a, b):.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
