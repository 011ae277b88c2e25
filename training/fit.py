"""Fits the weights of the model, from the same beginning every time: ``python -m training.fit [--write]``.

First the weights by which a claim is scored alone are fitted to the features of pairs; they rank options and tell how those
of one sentence fit together.  Then all weights are fitted to all features.  No feature depends on the weights that
weigh it, and nothing on those that are shipped, so that a second fit gives the same.  Weights are pulled towards hand-set ones
(``prior.json``, a Gaussian prior), so that a small gold moves them little.  ``--write`` puts them into ``crosscheck/data/model``
with what they were fitted on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from crosscheck.align.features import NAMES, OF_PAIRS
from crosscheck.align.model import QUESTIONS, Model, Question, fingerprint, in_order
from training.examples import Example, Read, examples, read
from training.gold import fingerprint as hash_of
from training.gold import named

FOLDER = Path(__file__).parents[1] / "crosscheck" / "data" / "model"
PRIOR = 1.0
_FEW = 8  # with fewer examples the hand-set weights stay
_DIGITS = 2
_PAIR = tuple(feature.name for feature in OF_PAIRS)

Weights = dict[str, float]
Table = dict[Question, dict[str, Weights]]


def hand_set() -> Table:
    """What a person who knows the features would set, by question, group and feature: the fit starts here, and is pulled back here."""
    table: Table = json.loads((Path(__file__).parent / "prior.json").read_text(encoding="utf-8"))
    return table


def beginning() -> Model:
    """The model before any fit."""
    return _model(hand_set(), _alone(hand_set()["support"]))


def _alone(groups: Mapping[str, Weights]) -> dict[str, Weights]:
    """The weights of features of pairs alone."""
    return {
        group: {name: weights.get(name, 0.0) for name in _PAIR if name in weights}
        for group, weights in groups.items()
    }


def _model(table: Table, alone: Mapping[str, Weights]) -> Model:
    return Model(
        weights={q: {group: in_order(w) for group, w in table[q].items()} for q in QUESTIONS},
        alone={group: in_order(weights) for group, weights in alone.items()},
    )


def fit_alone(rows: Iterable[Example], prior: float = PRIOR) -> dict[str, Weights]:
    """The weights by which a claim is scored before the others are heard."""
    rows = [row for row in rows if row.question == "support"]
    return {
        group: _fitted(rows, group, start, _PAIR, prior)
        for group, start in _alone(hand_set()["support"]).items()
    }


def fit_all(rows: Iterable[Example], prior: float = PRIOR) -> Table:
    """All weights, for both questions."""
    rows = list(rows)
    table = hand_set()
    return {
        question: {
            group: _fitted([r for r in rows if r.question == question], group, start, NAMES, prior)
            for group, start in table[question].items()
        }
        for question in QUESTIONS
    }


def _fitted(
    rows: Iterable[Example], group: str, start: Weights, names: tuple[str, ...], prior: float
) -> Weights:
    mine = [row for row in rows if row.group == group]
    base = [start.get(name, 0.0) for name in names]
    if len(mine) >= _FEW:
        columns = [NAMES.index(name) for name in names]
        x = np.array([row.features for row in mine])[:, columns]
        y, w = np.array([row.answer for row in mine]), np.array([row.weight for row in mine])
        base = newton(x, y, w, np.array(base), prior).tolist()
    return {name: round(value, _DIGITS) + 0.0 for name, value in zip(names, base, strict=True)}


def newton(x: Any, y: Any, w: Any, start: Any, prior: float) -> Any:
    """The most likely weights; `prior` is the precision of the pull towards `start`."""
    theta = start.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ theta))
        gradient = x.T @ (w * (p - y)) + prior * (theta - start)
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + prior * np.eye(len(theta))
        step = np.linalg.solve(hessian, gradient)
        theta = theta - step
        if np.abs(step).max() < 1e-10:
            break
    return theta


def first_examples(pair: Read) -> list[Example]:
    """The examples of a pair before any fit: those that the weights of a claim alone are fitted to."""
    return examples(pair, beginning())


def refit(
    pairs: Sequence[Read], prior: float = PRIOR, first: Mapping[str, list[Example]] | None = None
) -> tuple[Table, dict[str, Weights], list[Example]]:
    """All weights, those of a claim alone, and the examples that all were fitted to.

    `first` may hold the first examples of the pairs by their names, where they are known.
    """
    rows = [row for pair in pairs for row in (first[pair.name] if first else first_examples(pair))]
    alone = fit_alone(rows, prior)
    ranked = _model(hand_set(), alone)
    rows = [row for pair in pairs for row in examples(pair, ranked)]
    return fit_all(rows, prior), alone, rows


def model_of(
    pairs: Sequence[Read], prior: float = PRIOR, first: Mapping[str, list[Example]] | None = None
) -> Model:
    """The model fitted to `pairs`; `first` as for `refit`."""
    table, alone, _ = refit(pairs, prior, first)
    return _model(table, alone)


def documents(pairs: Mapping[str, Path], prior: float = PRIOR) -> dict[Question, dict[str, Any]]:
    """What the files of the model hold once it is fitted to `pairs`, by question."""
    table, alone, rows = refit([read(name, path) for name, path in pairs.items()], prior)
    hashes = {name: hash_of(path) for name, path in pairs.items()}
    found: dict[Question, dict[str, Any]] = {}
    for question in QUESTIONS:
        groups: dict[str, Any] = {}
        for group, weights in sorted(table[question].items()):
            mine = [row.answer for row in rows if (row.question, row.group) == (question, group)]
            groups[group] = {"examples": len(mine), "right": int(sum(mine)), "weights": weights}
            if question == "support":
                groups[group]["alone"] = alone[group]
        fitted = {"pairs": hashes, "features": fingerprint(), "prior": prior}
        found[question] = {"question": question, "fitted": fitted, "groups": groups}
    return found


def main() -> None:
    """Fit to every pair that is here, say how far the weights move, and write them where that is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--prior", type=float, default=PRIOR)
    parser.add_argument("--write", action="store_true", help="write crosscheck/data/model")
    arguments = parser.parse_args()
    for question, data in documents(named(), arguments.prior).items():
        file = FOLDER / f"{question}.json"
        now = json.loads(file.read_text(encoding="utf-8"))["groups"]
        for group, fitted in data["groups"].items():
            known = now.get(group, {}).get("weights", {})
            moved = max(abs(value - known.get(name, 0.0)) for name, value in fitted["weights"].items())
            print(
                f"{question}/{group:<10} {fitted['examples']:5} examples, {fitted['right']:4} right, moved by {moved:.2f}"
            )
        if arguments.write:
            file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
