"""How many planted errors are caught, over pairs of documents::

    python benchmarks/mutation.py [--seed N] [--per-kind N] [PAIR ...]

A pair is a folder with ``entry.*`` and ``source*.*``.  Without arguments: the project's own pairs and, where they are
there, those beside it.  Prints a table by kind of error, and what was missed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import crosscheck
from crosscheck.mutate import mutate
from crosscheck.mutations.records import Mutation, rate
from crosscheck.render.mutation import share, table

ROOT = Path(__file__).parent.parent
SETS = {"own": ROOT / "tests/quality/pairs", "shared": ROOT.parent / "shared/pairs"}


def run(pair: Path, seed: int, per_kind: int) -> Mutation:
    """`mutate` over one pair."""
    entry = crosscheck.read(next(iter(sorted(pair.glob("entry.*")))), role="entry")
    sources = [crosscheck.read(path) for path in sorted(pair.glob("source*.*"))]
    return mutate(entry, sources, seed=seed, per_kind=per_kind)


def show(name: str, held: list[Mutation], verbose: bool) -> None:
    """The table over some pairs."""
    trials = tuple(trial for mutation in held for trial in mutation.trials)
    kinds = sorted({trial.kind for trial in trials})
    print(f"\n{name}: {len(held)} pairs, {sum(mutation.runs for mutation in held)} runs")
    rates = [rate(kind, tuple(trial for trial in trials if trial.kind == kind)) for kind in kinds]
    print("\n".join(table(rates, rate("all", trials))))
    alarms = sum(len(mutation.alarms) for mutation in held)
    watched = sum(mutation.watched for mutation in held)
    lost = sum(mutation.lost for mutation in held)
    print(
        f"false conflicts on untouched agreeing claims: {alarms} of {watched} ({share(alarms, watched)}); lost: {lost}"
    )
    if not verbose:
        return
    for mutation in held:
        for trial in mutation.trials:
            if not trial.caught:
                print(
                    f"  {trial.outcome:<7} {trial.kind}: {trial.before} -> {trial.after} | {trial.sentence}"
                )
        for alarm in mutation.alarms:
            print(f"  false conflict, run {alarm.run}: {alarm.claim.exact} | {alarm.evidence}")


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--per-kind", type=int, default=5)
    parser.add_argument("-v", "--verbose", action="store_true", help="show what was missed")
    arguments = parser.parse_args()
    sets = (
        {"given": arguments.pairs}
        if arguments.pairs
        else {
            name: sorted(path.parent for path in folder.glob("*/gold.json")) for name, folder in SETS.items()
        }
    )
    for name, pairs in sets.items():
        if pairs:
            show(name, [run(pair, arguments.seed, arguments.per_kind) for pair in pairs], arguments.verbose)


if __name__ == "__main__":
    main()
