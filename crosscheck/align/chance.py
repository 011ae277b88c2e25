"""The chance that an option is what it seems: a logistic model over a few features, for each group of kinds.

Two questions, each with its own weights: does a value that holds speak of the same thing (``support``)?  Does
another value speak so surely of the same thing that an editor must look (``conflict``)?  The weights were fitted
by ``benchmarks/calibrate.py``; the numbers below are all that there is to the model.
"""

from __future__ import annotations

from math import exp

FEATURES = (
    "bias", "coverage", "reverse", "mass", "same", "apart", "telling", "coarse", "heads", "nearness", "stance", "act", "rare", "anchor", "local", "first", "wanted", "company", "astray",
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
    "date": (-3.09, 3.72, 0.06, 1.17, 0.0, 0.0, 2.42, -2.22, 0.0, 0.31, -1.66, 0.39, 0.96, -0.87, -0.18, 0.93, 0.8, 1.18, -0.36),
    "quantity": (-2.89, 3.19, 1.19, 1.29, 2.01, -0.58, 1.44, -0.53, 0.57, 0.71, -1.68, 0.12, 0.07, 0.13, 1.03, 0.32, 0.88, 1.48, -0.52),
    "person": (-3.06, 4.02, 1.35, 2.65, 1.11, -1.11, 1.53, 0.41, 0.14, 0.14, 0.0, 0.46, 0.45, 0.27, -0.41, -0.27, 0.54, 0.12, -0.47),
    "place": (-2.56, 4.94, 1.14, 3.05, 0.9, -1.99, 1.6, -3.4, -0.38, 0.64, -0.23, 1.3, 0.87, 0.23, 1.15, 0.17, -0.04, 0.9, -1.01),
    "role": (0.62, 1.74, 0.44, 1.37, 1.71, -1.65, 0.16, 0.0, 0.0, 0.32, 0.0, 0.44, 0.12, -0.07, 0.01, 0.32, 0.29, -0.19, 0.67),
    "title": (0.42, 1.87, 0.25, 0.8, 0.54, -0.55, 2.75, 0.0, 0.0, -0.08, 0.0, -0.89, -0.27, -0.24, -0.07, 0.41, 0.52, -0.06, -0.08),
    "quote": (0.62, 2.02, 0.51, 1.01, 0.5, 0.0, 3.12, 0.0, 0.0, 0.12, 0.0, 0.0, 0.12, 0.02, 0.01, 0.05, 0.12, 0.02, 0.0),
    "statement": (-5.86, 9.73, 0.75, 0.61, 0.27, -0.18, 0.28, 0.0, 0.0, 0.14, -0.81, 0.59, -0.03, 0.3, -0.02, -0.13, 0.22, 1.51, -0.5),
}
CONFLICT: dict[str, tuple[float, ...]] = {
    "date": (-9.26, 5.04, 0.91, 2.42, 0.0, 0.0, -0.17, -1.4, 0.0, 3.76, -0.78, 0.55, 1.05, -0.74, 1.11, 0.39, 0.47, 1.4, -0.77),
    "quantity": (-8.97, 4.33, -1.13, 1.83, 0.86, -0.09, 0.21, -0.53, 2.77, 5.67, -0.2, 0.81, 0.21, 0.43, -1.44, 0.88, 1.42, 1.49, -0.68),
    "place": (-8.7, 4.59, 0.62, 1.98, 2.56, -2.12, 0.18, -0.04, 3.77, 0.45, -0.13, 0.39, 0.37, -1.01, 0.86, 1.4, 0.51, 1.22, -0.01),
    "role": (-1.63, 2.61, 0.83, 1.63, 2.59, -2.59, -0.02, 0.0, 0.0, 1.39, -0.05, 0.13, -0.03, -0.2, 0.1, 0.82, 0.9, 0.98, -0.81),
    "quote": (-11.55, 0.1, -0.1, -0.0, -0.2, 0.07, 0.41, 0.0, 0.0, 16.31, -0.21, 0.03, 0.45, -0.18, 0.02, 0.49, 0.59, 0.02, 0.35),
    "title": (-8.27, 2.97, 0.34, 1.54, 0.27, -0.85, -0.5, 0.0, 0.0, 7.91, -0.01, 0.15, -0.14, 0.4, 0.78, 1.16, 1.26, 1.4, -0.75),
}


def chance(question: str, group: str, features: tuple[float, ...]) -> float:
    """The chance, 0..1, for ``support`` or ``conflict``; 0 where the group has no weights for the question."""
    weights = (SUPPORT if question == "support" else CONFLICT).get(group)
    if weights is None:
        return 0.0
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))
