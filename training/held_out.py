"""What an unseen text can expect: every pair judged by weights that were fitted without it; ``python -m training.held_out``.

Rules and thresholds stay as they are, and were written with most of these texts in view: the figures are an upper bound for a
text of another kind.  ``--plot`` draws how often options at each score are right.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from crosscheck import pipeline
from tests.quality.scoring import Tally, score
from training.examples import examples, read
from training.fit import PRIOR, first_examples, model_of
from training.gold import named
from training.picture import Point, picture


def main() -> None:
    """Print the figures of every pair, and of all together."""
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
    pairs = [read(name, path) for name, path in paths.items()]
    first = {pair.name: first_examples(pair) for pair in pairs}
    whole, points = Tally(), list[Point]()
    for pair in pairs:
        model = model_of([other for other in pairs if other is not pair], arguments.prior, first)
        alone = Tally()
        score(paths[pair.name], alone, partial(pipeline.check, model=model))
        whole.add(alone)
        points += [
            (row.question, model.chance(row.question, row.group, row.features), row.answer)
            for row in examples(pair, model)
        ]
        print(f"{pair.name:<24} {alone.claims:4}", shown(alone))
    print(f"{'together':<24} {whole.claims:4}", shown(whole))
    if arguments.plot:
        arguments.plot.write_text(picture(points), encoding="utf-8")


def shown(tally: Tally) -> str:
    """The figures of a tally on one line."""
    return "  ".join(f"{name} {value:.3f}" for name, value in tally.figures().items())


if __name__ == "__main__":
    main()
