"""The chance that an option is what it seems: a logistic model over a few features, for each group of kinds.

Two questions, each with its own weights: does a value that holds speak of the same thing (``support``)?  Does
another value speak so surely of the same thing that an editor must look (``conflict``)?  The weights were fitted
by ``benchmarks/calibrate.py``; the numbers below are all that there is to the model.
"""

from __future__ import annotations

from math import exp

FEATURES = (
    "bias", "coverage", "reverse", "mass", "same", "apart", "telling", "coarse", "heads", "nearness", "stance", "act", "rare", "anchor", "local",
)  # fmt: skip
GROUP = {
    "date": "date",
    "quantity": "quantity",
    "person": "person",
    "place": "place",
    "organisation": "place",
    "role": "role",
    "title": "wording",
    "quote": "wording",
    "statement": "statement",
}

SUPPORT: dict[str, tuple[float, ...]] = {
    "date": (-3.09, 4.87, 0.37, 2.99, 0.0, 0.0, 2.94, -1.93, 0.0, 0.11, -0.91, 0.17, 1.23, 0.59, 1.43),
    "quantity": (-2.9, 5.03, 0.56, 2.89, 1.56, -0.42, 2.0, -0.67, 1.54, 0.5, -0.4, 0.35, 0.49, 0.94, 1.47),
    "person": (-2.76, 4.76, 0.96, 2.87, 1.87, -1.53, 1.14, 0.0, 0.24, 0.24, -0.02, 0.41, 0.87, 0.71, -0.18),
    "place": (-2.75, 5.07, 1.03, 3.02, 1.81, -1.76, 1.73, -3.75, -0.13, 0.25, -0.3, 0.83, 1.21, 0.79, 1.52),
    "role": (0.46, 2.04, 0.55, 1.51, 1.58, -1.7, 0.08, 0.0, 0.0, 0.16, 0.08, 0.0, 0.16, -0.02, 0.03),
    "wording": (0.41, 1.9, 0.32, 0.87, 0.51, -0.24, 2.8, 0.0, 0.0, -0.09, 0.0, -0.04, -0.17, -0.31, -0.17),
    "statement": (-5.91, 9.57, 0.53, 0.51, 0.1, -0.01, 0.08, 0.0, 0.0, 0.09, -0.8, 0.06, 0.0, 0.0, 0.01),
}
CONFLICT: dict[str, tuple[float, ...]] = {
    "date": (-7.83, 6.35, 0.96, 3.64, 0.0, 0.0, -0.37, -0.85, 0.0, 2.9, -0.71, 0.64, 0.01, 0.31, 1.47),
    "quantity": (-7.37, 5.67, 0.2, 2.8, 1.44, 0.06, 0.18, -0.73, 2.8, 3.94, 0.43, 0.12, 0.27, 0.57, 0.79),
    "person": (-7.88, 6.08, 1.04, 3.02, 2.0, -1.91, 0.07, -0.0, -0.0, 0.22, -0.41, 0.47, 0.15, 0.74, 0.03),
    "place": (-7.83, 5.89, 0.97, 2.96, 1.83, -2.06, 0.34, -0.0, 3.44, 0.23, -0.42, 0.47, 0.17, 0.65, 1.69),
    "role": (-1.6, 2.5, 0.5, 1.5, 2.5, -2.5, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "wording": (-11.86, 0.13, 0.0, 0.16, 0.05, -0.27, -0.03, 0.0, 0.0, 16.06, -0.05, -0.24, 0.15, 0.33, 0.08),
}


def chance(question: str, group: str, features: tuple[float, ...]) -> float:
    """The chance, 0..1, for ``support`` or ``conflict``; 0 where the group has no weights for the question."""
    weights = (SUPPORT if question == "support" else CONFLICT).get(group)
    if weights is None:
        return 0.0
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))
