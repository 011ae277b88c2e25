"""What an unseen text can expect: every pair judged by weights that were fitted without it.

    python benchmarks/held_out.py PAIR_DIR...

Fits the weights of ``crosscheck.align.chance`` as ``calibrate.py`` does, once for each pair on all the others, and scores that pair with
them as the quality floor does.  Rules and thresholds stay as they are, and were written with most of these texts in view:
the figures are an upper bound for a text of another kind.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from calibrate import HAND, examples, fit

from crosscheck.align import chance
from tests.quality.scoring import Tally, score

Row = tuple[str, str, tuple[float, ...], float, float]


def fitted(rows: list[Row], prior: float) -> dict[str, dict[str, tuple[float, ...]]]:
    """The weights for each question and group; the hand-set ones where examples are few."""
    found: dict[str, dict[str, tuple[float, ...]]] = {"support": {}, "conflict": {}}
    for question, table in HAND.items():
        for group, start in table.items():
            mine = [row for row in rows if row[:2] == (question, group)]
            found[question][group] = start if len(mine) < 8 else _fit(mine, start, prior)
    return found


def _fit(rows: list[Row], start: tuple[float, ...], prior: float) -> tuple[float, ...]:
    x, y, w = (np.array([row[index] for row in rows]) for index in (2, 3, 4))
    weights: Any = fit(x, y, w, np.array(start), prior)
    return tuple(float(value) for value in weights)


def use(weights: dict[str, dict[str, tuple[float, ...]]]) -> None:
    """Let the module judge with `weights`."""
    chance.SUPPORT.update(weights["support"])
    chance.CONFLICT.update(weights["conflict"])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--prior", type=float, default=1.0)
    arguments = parser.parse_args()
    pairs = [path for path in arguments.pairs if (path / "gold.json").is_file()]
    if len(pairs) < 2:
        print("fewer than two pairs there: nothing to hold out", file=sys.stderr)
        return
    rows = {pair: list(examples(pair)) for pair in pairs}
    whole = Tally()
    for pair in pairs:
        use(fitted([row for other in pairs if other != pair for row in rows[other]], arguments.prior))
        alone = Tally()
        for tally in (alone, whole):
            score(pair, tally)
        print(f"{pair.name:<18} {alone.claims:4}", _shown(alone))
    print(f"{'together':<18} {whole.claims:4}", _shown(whole))


def _shown(tally: Tally) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in tally.figures().items())


if __name__ == "__main__":
    main()
