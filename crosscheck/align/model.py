"""The chance that an option is what it seems: a logistic model over the features, for each group of kinds.

Two questions, each with its own weights: does a value that holds speak of the same thing (``support``)?  Does another
value speak so surely of the same thing that an editor must look (``conflict``)?  The weights stand in
``crosscheck/data/model``, by question, group and name of the feature, with what they were fitted on; ``python -m training.fit`` writes them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, Literal

from crosscheck.align.features import FEATURES, NAMES, SURROUNDINGS
from crosscheck.model.report import Part

Question = Literal["support", "conflict"]
QUESTIONS: tuple[Question, ...] = ("support", "conflict")
Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by question and group, in the order of the features.

    `alone` are those by which a claim is scored before the other claims are heard: they rank its options and
    say how surely its company finds evidence.  They are fitted apart, so that no feature depends on the weights that weigh it.
    """

    weights: Mapping[Question, Mapping[str, Weights]]
    alone: Mapping[str, Weights]

    def chance(self, question: Question, group: str, features: Sequence[float]) -> float:
        """The chance, 0..1, for a question; 0 where the group has no weights for it."""
        return _chance(self.weights[question].get(group), features)

    def chance_alone(self, group: str, features: Sequence[float]) -> float:
        """The chance of support as far as a claim tells by itself."""
        return _chance(self.alone.get(group), features)

    def likeness(self, group: str, features: Sequence[float]) -> float:
        """How alike the surroundings of an option are, on the scale of its group's log-odds of support."""
        weights = self.alone[group]
        return sum(weights[index] * features[index] for index in SURROUNDINGS)

    def parts(self, question: Question, group: str, features: Sequence[float]) -> tuple[Part, ...]:
        """What each feature adds to the log-odds: together they are all of it; features that add nothing are left out."""
        weights = self.weights[question].get(group, ())
        return tuple(
            Part(name, value, weight * value)
            for name, value, weight in zip(NAMES, features, weights, strict=False)
            if weight * value
        )


def _chance(weights: Weights | None, features: Sequence[float]) -> float:
    if weights is None:
        return 0.0
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))


def in_order(by_name: Mapping[str, float]) -> Weights:
    """Weights in the order of the features, 0 for one that is not named; KeyError for a name that is no feature."""
    unknown = sorted(set(by_name) - set(NAMES))
    if unknown:
        raise KeyError(f"no such feature: {', '.join(unknown)}")
    return tuple(by_name.get(name, 0.0) for name in NAMES)


def stored(question: Question) -> dict[str, Any]:
    """The file of a question: its groups with their weights, and under ``fitted`` what they were fitted on."""
    text = files("crosscheck.data.model").joinpath(f"{question}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def fingerprint() -> str:
    """A hash over the names of the features: weights hold for these and no others."""
    return hashlib.sha256("\n".join(feature.name for feature in FEATURES).encode()).hexdigest()[:16]


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    groups = {question: stored(question)["groups"] for question in QUESTIONS}
    return Model(
        weights={
            question: {name: in_order(group["weights"]) for name, group in groups[question].items()}
            for question in QUESTIONS
        },
        alone={name: in_order(group["alone"]) for name, group in groups["support"].items()},
    )
