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
    "title": "title",
    "quote": "quote",
    "statement": "statement",
}

SUPPORT: dict[str, tuple[float, ...]] = {
    "date": (-3.06, 4.76, 0.2, 2.9, 0.0, 0.0, 2.98, -2.35, 0.0, 0.14, -1.55, 0.18, 1.55, 0.36, 1.43),
    "quantity": (
        -2.81,
        4.88,
        0.49,
        2.75,
        1.86,
        -0.32,
        2.23,
        -0.81,
        1.17,
        0.59,
        -1.06,
        0.41,
        0.53,
        1.06,
        1.37,
    ),
    "person": (-2.69, 4.5, 0.9, 2.71, 1.92, -1.56, 1.2, 0.0, 0.31, 0.31, -0.01, 0.23, 0.83, 0.61, -0.38),
    "place": (-2.63, 5.1, 1.07, 2.99, 1.81, -2.08, 1.86, -3.58, -0.32, 0.37, -0.11, 0.87, 1.38, 0.77, 1.52),
    "role": (0.49, 2.05, 0.57, 1.49, 1.65, -1.5, 0.09, 0.0, 0.0, 0.19, 0.14, 0.0, 0.19, -0.05, 0.06),
    "title": (0.56, 1.93, 0.36, 0.91, 0.51, -0.19, 2.87, 0.0, 0.0, 0.06, 0.03, -0.07, -0.08, -0.31, -0.15),
    "quote": (0.41, 1.9, 0.32, 0.87, 0.51, -0.24, 2.8, 0.0, 0.0, -0.09, 0.0, -0.04, -0.17, -0.31, -0.17),
    "statement": (-5.85, 9.62, 0.55, 0.52, 0.17, -0.02, 0.14, 0.0, 0.0, 0.15, -0.8, 0.12, 0.0, 0.0, 0.02),
}
CONFLICT: dict[str, tuple[float, ...]] = {
    "date": (-7.76, 6.27, 0.8, 3.28, 0.0, 0.0, -0.38, -1.14, 0.0, 2.95, -1.01, 0.52, 0.33, -0.2, 1.32),
    "quantity": (-7.46, 5.07, -0.22, 2.61, 1.39, 0.25, 0.3, -0.94, 2.51, 4.72, 0.52, -0.18, 0.33, 0.34, 0.34),
    "place": (-7.62, 5.91, 1.07, 3.05, 1.82, -2.2, 0.65, -0.0, 3.65, 0.42, -0.32, 0.42, 0.33, 0.68, 1.83),
    "role": (-1.6, 2.5, 0.5, 1.5, 2.5, -2.5, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "quote": (-11.78, 0.15, 0.02, 0.18, 0.08, -0.26, 0.04, 0.0, 0.0, 16.13, 0.0, -0.23, 0.23, 0.34, 0.09),
}


def chance(question: str, group: str, features: tuple[float, ...]) -> float:
    """The chance, 0..1, for ``support`` or ``conflict``; 0 where the group has no weights for the question."""
    weights = (SUPPORT if question == "support" else CONFLICT).get(group)
    if weights is None:
        return 0.0
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))
