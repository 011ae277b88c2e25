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
    "date": (-3.0, 3.49, -0.1, 1.05, 0.0, 0.0, 2.46, -2.27, 0.0, 0.4, -2.05, 0.33, 0.7, -0.69, -0.36, 1.05, 1.01, 1.37, -0.55),
    "quantity": (-2.82, 3.26, 1.11, 1.27, 1.81, -0.52, 1.55, -0.6, 0.53, 0.78, -1.61, 0.12, 0.09, 0.15, 0.99, 0.21, 0.68, 1.62, -0.73),
    "person": (-3.05, 4.0, 1.35, 2.65, 1.11, -1.1, 1.53, 0.41, 0.15, 0.15, 0.03, 0.46, 0.45, 0.27, -0.41, -0.27, 0.54, 0.13, -0.49),
    "place": (-2.55, 4.94, 1.14, 3.05, 0.9, -1.99, 1.6, -3.39, -0.38, 0.65, -0.23, 1.3, 0.86, 0.23, 1.15, 0.18, -0.08, 0.93, -1.01),
    "role": (0.62, 1.74, 0.44, 1.37, 1.71, -1.65, 0.16, 0.0, 0.0, 0.32, 0.0, 0.44, 0.12, -0.07, 0.01, 0.32, 0.29, -0.18, 0.67),
    "title": (0.42, 1.87, 0.25, 0.8, 0.54, -0.55, 2.75, 0.0, 0.0, -0.08, 0.0, -0.89, -0.27, -0.24, -0.07, 0.41, 0.52, -0.06, -0.09),
    "quote": (0.62, 2.02, 0.51, 1.01, 0.5, 0.0, 3.12, 0.0, 0.0, 0.12, 0.0, 0.0, 0.12, 0.02, 0.01, 0.05, 0.12, 0.02, 0.0),
    "statement": (-5.87, 9.73, 0.75, 0.61, 0.27, -0.19, 0.28, 0.0, 0.0, 0.13, -0.82, 0.61, -0.03, 0.3, -0.01, -0.14, 0.23, 1.51, -0.49),
}
CONFLICT: dict[str, tuple[float, ...]] = {
    "date": (-9.35, 4.91, 0.87, 2.38, 0.0, 0.0, -0.2, -1.38, 0.0, 3.76, -0.92, 0.7, 1.18, -0.8, 1.08, 0.25, 0.4, 1.7, -0.66),
    "quantity": (-9.0, 4.23, -1.13, 1.77, 0.98, 0.07, 0.14, -0.45, 2.78, 5.73, -0.2, 0.77, 0.23, 0.31, -1.51, 0.89, 1.44, 1.67, -0.7),
    "place": (-8.74, 4.61, 0.67, 1.93, 2.49, -2.13, 0.24, -0.04, 3.78, 0.48, -0.18, 0.37, 0.33, -0.93, 0.89, 1.46, 0.54, 1.08, -0.07),
    "role": (-1.63, 2.61, 0.82, 1.63, 2.59, -2.58, -0.02, 0.0, 0.0, 1.38, -0.05, 0.13, -0.03, -0.22, 0.1, 0.84, 0.89, 0.99, -0.82),
    "quote": (-11.55, 0.1, -0.1, -0.0, -0.2, 0.07, 0.41, 0.0, 0.0, 16.31, -0.21, 0.03, 0.45, -0.18, 0.02, 0.48, 0.59, 0.01, 0.36),
    "title": (-8.29, 2.97, 0.32, 1.56, 0.22, -0.84, -0.52, 0.0, 0.0, 7.88, 0.26, 0.18, -0.16, 0.48, 0.81, 1.15, 1.3, 1.26, -0.78),
}


def chance(question: str, group: str, features: tuple[float, ...]) -> float:
    """The chance, 0..1, for ``support`` or ``conflict``; 0 where the group has no weights for the question."""
    weights = (SUPPORT if question == "support" else CONFLICT).get(group)
    if weights is None:
        return 0.0
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))
