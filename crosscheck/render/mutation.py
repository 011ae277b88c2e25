"""What planting errors showed: as JSON (``crosscheck.mutation/1``) or as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from crosscheck.messages import Language, words
from crosscheck.model.step import say
from crosscheck.mutations.records import Mutation, Rate
from crosscheck.render.facts import pad
from crosscheck.render.json import dump

SCHEMA = "crosscheck.mutation/1"
COLUMNS = ("planted", "caught", "conflict", "unsupported", "nearby", "missed", "agrees", "unread")


def as_dict(mutation: Mutation) -> dict[str, object]:
    """The figures as plain data, keys in a fixed order; places are those of the untouched file."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "crosscheck", "version": mutation.version},
        "documents": [
            {"id": document.id, "path": document.path, "sha256": document.sha256}
            for document in (mutation.entry, *mutation.sources)
        ],
        "seed": mutation.seed,
        "runs": mutation.runs,
        "untouched": dict(mutation.untouched),
        "rates": [_rate(rate) for rate in (*mutation.rates(), mutation.total())],
        "watched": mutation.watched,
        "lost": mutation.lost,
        "false_conflicts": [
            {"run": alarm.run, **_place(alarm.claim), "evidence": alarm.evidence} for alarm in mutation.alarms
        ],
        "trials": [
            {
                "kind": trial.kind,
                "run": trial.run,
                "outcome": trial.outcome,
                **_place(trial.place),
                "before": trial.before,
                "after": trial.after,
                "sentence": trial.sentence,
            }
            for trial in mutation.trials
        ],
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {"kind": rate.kind, **{column: getattr(rate, column) for column in COLUMNS}}


def _place(place: Any) -> dict[str, Any]:
    names = ("exact", "start", "end", "line", "column")
    return {name: getattr(place, name) for name in names}


def table(rates: Iterable[Rate], total: Rate, language: Language = "en") -> Iterator[str]:
    """One line a kind and one for all, with a header."""
    rows = [["kind", *COLUMNS[:5], "missed"]]
    head = [words(say(f"mutate.column-{name}"), language) for name in rows[0]]
    body = [
        [
            words(say(f"mutate.kind-{rate.kind}"), language),
            *(str(getattr(rate, name)) for name in rows[0][1:]),
            share(rate.caught, rate.planted),
        ]
        for rate in (*rates, total)
    ]
    lines = [[*head, ""], *body]
    for line in lines:
        yield (pad(line[0], 14) + "".join(pad(cell, 13) for cell in line[1:])).rstrip()


def found(rates: Iterable[Rate], language: Language = "en") -> Iterator[tuple[str, str]]:
    """The rows of a report's self test: each kind of error that was planted, and how much of it was found."""
    for rate in rates:
        yield (
            words(say(f"mutate.kind-{rate.kind}"), language),
            f"{rate.caught} / {rate.planted} ({share(rate.caught, rate.planted)})",
        )


def share(part: int, whole: int) -> str:
    """`part` of `whole` in per cent, or a dash where there is nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def render(mutation: Mutation, form: str, language: Language = "en") -> str:
    """The figures as text in the format `form`: text or json."""
    if form == "json":
        return dump(as_dict(mutation))
    lines = list(table(mutation.rates(), mutation.total(), language))
    counts = mutation.untouched
    lines += [
        "",
        words(
            say(
                "mutate.untouched",
                agree=counts["agree"],
                conflict=counts["conflict"],
                unsupported=counts["unsupported"],
            ),
            language,
        ),
        words(
            say(
                "mutate.alarms",
                alarms=len(mutation.alarms),
                watched=mutation.watched,
                share=share(len(mutation.alarms), mutation.watched),
                lost=mutation.lost,
                runs=mutation.runs,
                seed=mutation.seed,
            ),
            language,
        ),
    ]
    missed = [trial for trial in mutation.trials if not trial.caught]
    if missed:
        lines += ["", words(say("mutate.missed"), language)]
    for trial in missed:
        where = f"{mutation.entry.path}:{trial.place.line}:{trial.place.column}"
        name = words(say(f"mutate.kind-{trial.kind}"), language)
        lines.append(f"{where}: {name}: {_flat(trial.before)} -> {_flat(trial.after)} ({trial.outcome})")
    if mutation.alarms:
        lines += ["", words(say("mutate.false"), language)]
    for alarm in mutation.alarms:
        where = f"{mutation.entry.path}:{alarm.claim.line}:{alarm.claim.column}"
        lines.append(f"{where}: {_flat(alarm.claim.exact)} | {_flat(alarm.evidence)}")
    return "\n".join(lines) + "\n"


def _flat(text: str) -> str:
    return " ".join(text.split())
