"""Fits the weights of ``crosscheck.align.chance`` to pairs of documents with gold judgements, and checks them.

    python benchmarks/calibrate.py PAIR_DIR... [--prior 1] [--write]

Each option of a gold claim is an example.  For ``support``: a value that holds and lies on the gold evidence of an
agreement is one; one of a claim that does not agree is none; the rest of an agreeing claim is left out, since
it may be as good.  For ``conflict`` likewise with values that differ; the claims that no gold conflict touches are examples as well, at
half the weight, since every conflict is in the gold.  Weights are pulled towards hand-set ones
(a Gaussian prior), so that a small gold moves them little and a second fit moves them no further.  Printed: the fit with every pair left out in turn,
which is what counts, and how often options at each score are right.  ``--write`` puts the weights into the module.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from crosscheck.align.assign import assign

import crosscheck
from crosscheck import pipeline
from crosscheck.align import chance

MODULE = Path(chance.__file__)
# What a person who knows the features would set: the fit starts here, every time, and is pulled back here.
# bias cover reverse mass same apart telling coarse heads near stance act rare anchor local first wanted company astray
HAND: dict[str, dict[str, tuple[float, ...]]] = {
    "support": {
        "date": (
            -3.4,
            5.0,
            0.6,
            3.0,
            0.0,
            0.0,
            3.0,
            -1.5,
            0.0,
            0.0,
            -0.5,
            0.4,
            0.8,
            0.5,
            1.0,
            0.3,
            0.3,
            1.0,
            -0.5,
        ),
        "quantity": (
            -3.6,
            5.0,
            0.6,
            3.0,
            1.2,
            -0.8,
            1.5,
            -0.5,
            2.0,
            0.0,
            -0.5,
            0.4,
            0.5,
            0.6,
            1.0,
            0.3,
            0.3,
            1.0,
            -0.5,
        ),
        "person": (
            -3.2,
            5.0,
            1.0,
            3.0,
            1.8,
            -1.5,
            1.0,
            0.0,
            0.0,
            0.0,
            -0.3,
            0.4,
            0.8,
            0.6,
            0.0,
            0.3,
            0.3,
            1.0,
            -0.5,
        ),
        "place": (
            -3.2,
            5.0,
            1.0,
            3.0,
            1.8,
            -1.5,
            1.5,
            -4.0,
            0.0,
            0.0,
            -0.3,
            0.6,
            0.8,
            0.6,
            0.8,
            0.3,
            0.3,
            1.0,
            -0.5,
        ),
        "role": (
            0.3,
            2.0,
            0.5,
            1.5,
            1.5,
            -2.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            1.0,
            -0.5,
        ),
        "title": (
            0.5,
            2.0,
            0.5,
            1.0,
            0.5,
            0.0,
            3.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
        ),
        "quote": (
            0.5,
            2.0,
            0.5,
            1.0,
            0.5,
            0.0,
            3.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
        ),
        "statement": (
            -6.0,
            9.5,
            0.5,
            0.5,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            -0.8,
            0.3,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            1.0,
            -0.5,
        ),
    },
    "conflict": {
        "date": (
            -8.4,
            6.5,
            1.0,
            4.0,
            0.0,
            0.0,
            0.0,
            -0.5,
            0.0,
            3.2,
            -0.5,
            0.8,
            0.0,
            0.5,
            1.0,
            0.6,
            0.6,
            1.0,
            -0.5,
        ),
        "quantity": (
            -8.4,
            6.5,
            1.0,
            3.0,
            1.5,
            -0.5,
            0.0,
            -0.5,
            3.5,
            3.2,
            -0.5,
            0.8,
            0.0,
            0.5,
            1.0,
            0.6,
            0.6,
            1.0,
            -0.5,
        ),
        "place": (
            -8.8,
            6.0,
            1.0,
            3.0,
            2.0,
            -2.0,
            0.0,
            0.0,
            3.0,
            0.0,
            -0.4,
            0.6,
            0.0,
            0.6,
            1.0,
            0.5,
            0.5,
            1.0,
            -0.5,
        ),
        "role": (
            -1.6,
            2.5,
            0.5,
            1.5,
            2.5,
            -2.5,
            0.0,
            0.0,
            0.0,
            1.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            1.0,
            -0.5,
        ),
        "quote": (
            -12.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            16.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
        ),
        "title": (
            -8.0,
            3.0,
            0.5,
            1.5,
            0.5,
            -0.5,
            0.0,
            0.0,
            0.0,
            8.0,
            0.0,
            0.5,
            0.0,
            0.5,
            0.5,
            0.5,
            0.5,
            1.0,
            -0.5,
        ),
    },
}
NONE_EACH, NONE_WEIGHT = 3, 0.5
TOP = 12  # options of a claim that are examples, for each question: the rest is easy


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def locate(text: str, quote: str, context: str | None) -> tuple[int, int]:
    base = text.find(context) + context.find(quote) if context else text.find(quote)
    return base, base + len(quote)


def examples(pair: Path) -> Iterable[tuple[str, str, tuple[float, ...], float, float]]:
    """(question, group, features, label, weight) for every example of a pair."""
    gold = json.loads((pair / "gold.json").read_text(encoding="utf-8"))
    entry = crosscheck.read(next(iter(sorted(pair.glob("entry.*")))), role="entry")
    sources = [crosscheck.read(path) for path in sorted(pair.glob("source*.*"))]
    documents = pipeline._numbered(entry, sources)
    bench = pipeline._prepare(documents)
    names = {Path(document.path).name: document for document in documents[1:]}
    held = assign([pipeline._options(bench, claim) for claim in bench.claims])
    options = dict(zip(bench.claims, held, strict=True))
    judged: set[Any] = set()
    for item in gold["claims"]:
        where = locate(entry.source, item["entry_quote"], item.get("entry_context"))
        same = [claim for claim in bench.claims if claim.kind == item["kind"]]
        scored = [(overlap(where, place(documents[0], claim)), claim) for claim in same]
        best = max(scored, key=_share_of, default=(0.0, None))
        if best[1] is None or best[0] <= 0:
            continue
        target: tuple[int, int] | None = None
        name = item.get("source_file") or next(iter(names))
        if item.get("source_quote"):
            target = locate(names[name].source, item["source_quote"], item.get("source_context"))
        weight = 1.0 if item.get("certainty", "sure") == "sure" else 0.4
        judged.add(best[1])
        yield from _labelled(options[best[1]], item["verdict"], target, names[name], weight)
    contradicted = [
        locate(entry.source, item["entry_quote"], item.get("entry_context"))
        for item in gold["claims"]
        if "conflict" in (item["verdict"], item.get("also"))
    ]
    for claim in bench.claims:
        where = place(documents[0], claim)
        if claim not in judged and not any(overlap(where, other) > 0 for other in contradicted):
            yield from _uncontradicted(options[claim])


def _uncontradicted(options: Iterable[Any]) -> Iterable[tuple[str, str, tuple[float, ...], float, float]]:
    """The likeliest contradictions of a claim that nothing contradicts, each as an example of none."""
    differing = (option for option in options if not option.comparison.holds)
    for option in islice(differing, NONE_EACH):
        yield "conflict", chance.GROUP[option.claim.kind], option.features, 0.0, NONE_WEIGHT


def _share_of(scored: tuple[float, Any]) -> float:
    return scored[0]


def place(document: Any, fact: Any) -> tuple[int, int]:
    span = document.origins.to_source(fact.span)
    return span.start, span.end


def _labelled(
    options: Iterable[Any], verdict: str, target: tuple[int, int] | None, source: Any, weight: float
) -> Iterable[tuple[str, str, tuple[float, ...], float, float]]:
    left = {"support": TOP, "conflict": TOP}
    for option in options:
        question = "support" if option.comparison.holds else "conflict"
        if not left[question]:
            continue
        left[question] -= 1
        vector = option.features
        on_target = (
            target is not None
            and option.evidence.document.id == source.id
            and overlap(place(source, option.evidence), target) > 0
        )
        wanted = {"support": "agree", "conflict": "conflict"}[question]
        if verdict == wanted and not on_target:
            continue
        yield question, chance.GROUP[option.claim.kind], vector, float(verdict == wanted), weight


def fit(x: Any, y: Any, w: Any, start: Any, prior: float) -> Any:
    """Newton's method on the penalised likelihood; `prior` is the precision of the pull towards `start`."""
    theta = start.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ theta))
        gradient = x.T @ (w * (p - y)) + prior * (theta - start)
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + prior * np.eye(len(theta))
        step = np.linalg.solve(hessian, gradient)
        theta = theta - step
        if np.abs(step).max() < 1e-7:
            break
    return theta


def report(name: str, p: Any, y: Any) -> None:
    """How often options at each score are right."""
    bins = []
    for low in np.arange(0, 1, 0.2):
        inside = (p >= low) & (p < low + 0.2)
        if inside.any():
            bins.append(f"{low:.1f}-{low + 0.2:.1f}: {y[inside].mean():.2f} of {inside.sum()}")
    called = p >= 0.5
    right = (called & (y > 0.5)).sum()
    print(
        f"{name:<20} P {right / max(1, called.sum()):.2f} R {right / max(1, (y > 0.5).sum()):.2f} | {' | '.join(bins)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--prior", type=float, default=1.0)
    parser.add_argument("--write", action="store_true", help="put the weights into the module")
    parser.add_argument("--plot", type=Path, help="draw how often options at each score are right, as SVG")
    arguments = parser.parse_args()
    if not all(path.is_dir() for path in arguments.pairs):
        print("no pairs there: nothing to calibrate on", file=sys.stderr)
        return
    rows = [(index, *row) for index, pair in enumerate(arguments.pairs) for row in examples(pair)]
    fitted: dict[str, dict[str, tuple[float, ...]]] = {"support": {}, "conflict": {}}
    left_out: dict[str, list[tuple[float, float]]] = {"support": [], "conflict": []}
    for question, table in HAND.items():
        for group, start in table.items():
            mine = [row for row in rows if row[1] == question and row[2] == group]
            if len(mine) < 8:
                fitted[question][group] = start
                continue
            fold = np.array([row[0] for row in mine])
            x = np.array([row[3] for row in mine])
            y = np.array([row[4] for row in mine])
            w = np.array([row[5] for row in mine])
            base = np.array(start)
            held = np.zeros(len(y))
            for pair in np.unique(fold):
                out = fold == pair
                held[out] = 1 / (1 + np.exp(-x[out] @ fit(x[~out], y[~out], w[~out], base, arguments.prior)))
            left_out[question].extend(zip(held.tolist(), y.tolist(), strict=True))
            now = 1 / (1 + np.exp(-x @ base))
            report(f"{question}/{group} now", now, y)
            report(f"{question}/{group} held out", held, y)
            fitted[question][group] = tuple(round(float(v), 2) for v in fit(x, y, w, base, arguments.prior))
            print("   ", dict(zip(chance.FEATURES, fitted[question][group], strict=True)))
    if arguments.write:
        write(fitted)
    if arguments.plot:
        arguments.plot.write_text(plot(left_out), encoding="utf-8")


def plot(left_out: dict[str, list[tuple[float, float]]]) -> str:
    """Score against share that is right, by tenths, every pair judged by weights fitted without it; SVG."""
    colours = {"support": "#1a6b3c", "conflict": "#b42318"}
    side = 360
    marks = [
        f'<line x1="40" y1="{side}" x2="{side}" y2="40" stroke="#aaa" stroke-dasharray="4 4"/>',
        f'<rect x="40" y="40" width="{side - 40}" height="{side - 40}" fill="none" stroke="#666"/>',
        f'<text x="{side / 2}" y="{side + 32}" font-size="13">score</text>',
        '<text x="6" y="30" font-size="13">share that is right</text>',
    ]
    for row, (question, points) in enumerate(left_out.items()):
        for tenth in range(10):
            inside = [right for score, right in points if tenth <= min(score * 10, 9.99) < tenth + 1]
            if len(inside) >= 3:
                x = 40 + (tenth + 0.5) / 10 * (side - 40)
                y = side - sum(inside) / len(inside) * (side - 40)
                size = 3 + min(9.0, len(inside) ** 0.5 / 2)
                marks.append(
                    f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill="{colours[question]}" fill-opacity="0.75">'
                    f"<title>{question} {tenth / 10:.1f}: {len(inside)} options</title></circle>"
                )
        marks.append(
            f'<text x="52" y="{62 + 18 * row}" font-size="13" fill="{colours[question]}">{question}</text>'
        )
    body = "\n".join(marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 20} {side + 40}" font-family="sans-serif">\n'
        f"{body}\n</svg>\n"
    )


def write(fitted: dict[str, dict[str, tuple[float, ...]]]) -> None:
    text = MODULE.read_text(encoding="utf-8")
    for question, table in fitted.items():
        body = "".join(f'    "{group}": {values!r},\n' for group, values in table.items())
        pattern = rf"{question.upper()}: dict\[str, tuple\[float, \.\.\.\]\] = \{{\n.*?\n\}}"
        replacement = f"{question.upper()}: dict[str, tuple[float, ...]] = {{\n{body}}}"
        text = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
    MODULE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
