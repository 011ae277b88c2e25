"""What an unseen text can expect: every pair judged by weights that were fitted without it; ``python -m training.held_out``.

Real pairs and pairs that were written for the purpose are told apart: the real ones are the figures to quote.  Behind each figure
stands the interval that nine of ten draws of as many pairs fall into (bootstrap over pairs, seeded).  Rules and thresholds stay as
they are, and were written with most of these texts in view: the figures are an upper bound for a text of another kind.
``--plot`` draws how often options at each score are right.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from crosscheck import pipeline
from tests.quality.scoring import Tally, score
from training.examples import Read, examples, read
from training.fit import PRIOR, first_examples, model_of
from training.gold import is_real, named
from training.picture import Point, picture

_DRAWS = 1000
# How often two people who judged the real pairs apart from one another gave the same verdict on a sure claim.
HUMAN = 0.997


def main() -> None:
    """Print the figures of every pair, and of the real and the written ones together."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--prior", type=float, default=PRIOR)
    parser.add_argument("--plot", type=Path, metavar="SVG")
    parser.add_argument("--only", default="", metavar="NAME", help="only pairs whose name begins so (own/)")
    arguments = parser.parse_args()
    paths = {name: path for name, path in named().items() if name.startswith(arguments.only)}
    if len(paths) < 2:
        print("fewer than two pairs there: nothing to hold out", file=sys.stderr)
        return
    points: list[Point] = []
    tallies = held_out([read(name, path) for name, path in paths.items()], paths, arguments.prior, points)
    for name, wanted in (("real", True), ("written", False)):
        mine = [tally for pair, tally in tallies.items() if is_real(pair) == wanted]
        if mine:
            print(f"{name:<24} {sum(tally.claims for tally in mine):4}", with_intervals(mine))
    print(f"{'two people':<24}      accuracy {HUMAN:.3f} on the real ones")
    if arguments.plot:
        arguments.plot.write_text(picture(points), encoding="utf-8")


def held_out(
    pairs: Sequence[Read], paths: dict[str, Path], prior: float, points: list[Point]
) -> dict[str, Tally]:
    """The tally of each pair under weights fitted to all others; its options go to `points`, with their scores and answers."""
    first = {pair.name: first_examples(pair) for pair in pairs}
    tallies: dict[str, Tally] = {}
    for pair in pairs:
        model = model_of([other for other in pairs if other is not pair], prior, first)
        tallies[pair.name] = Tally()
        score(paths[pair.name], tallies[pair.name], partial(pipeline.check, model=model))
        points += [
            (row.question, model.chance(row.question, row.group, row.features), row.answer)
            for row in examples(pair, model)
        ]
        print(f"{pair.name:<24} {tallies[pair.name].claims:4}", shown(tallies[pair.name]), flush=True)
    return tallies


def shown(tally: Tally) -> str:
    """The figures of a tally on one line."""
    return "  ".join(f"{name} {value:.3f}" for name, value in tally.figures().items())


def with_intervals(tallies: Sequence[Tally]) -> str:
    """The figures of several pairs together, each with its interval."""
    draw = random.Random("pairs")
    drawn = [together(draw.choices(tallies, k=len(tallies))).figures() for _ in range(_DRAWS)]
    parts = []
    for name, value in together(tallies).figures().items():
        ranked = sorted(figures[name] for figures in drawn)
        low, high = ranked[_DRAWS // 20], ranked[-_DRAWS // 20 - 1]
        parts.append(f"{name} {value:.3f} [{low:.3f}-{high:.3f}]")
    return "  ".join(parts)


def together(tallies: Sequence[Tally]) -> Tally:
    """The sum of some tallies."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


if __name__ == "__main__":
    main()
