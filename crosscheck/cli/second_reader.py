"""``crosscheck second-reader``: the answers of a second reader that are kept."""

from __future__ import annotations

from collections import Counter

import click

from crosscheck.cli import _second
from crosscheck.cli._options import configuration, settings
from crosscheck.cli._write import write
from crosscheck.errors import UsageError


@click.command("second-reader", short_help="Show or prune the kept answers of a second reader.")
@click.argument("action", type=click.Choice(["status", "prune"]))
@configuration
def command(action: str, config: str | None, isolated: bool) -> int:
    """Show how the kept answers stand to the pairs of the configuration, or drop those to questions that are no more.

    status counts what is open, answered, void and stale; prune takes stale answers out of the file. Nobody is asked.
    """
    from crosscheck.gate import corpus
    from crosscheck.second import store
    from crosscheck.second.answer import void
    from crosscheck.second.question import Question

    options = settings(config, isolated)
    if not options.pairs and not options.entries:
        raise UsageError(
            "", "set “pairs” in crosscheck.toml: an answer is stale where none of them asks its question"
        )
    path = _second.path_of(options)
    kept = store.load(path)
    found: dict[str, Question] = {}
    for question in _second.open_questions(options, corpus.plan(options), every=True):
        found[question.id] = question
    if action == "prune":
        write(f"{store.drop(path, frozenset(found))} stale answers dropped from {path}\n", "-")
        return 0
    fresh = [answer for answer in kept if answer.question in found]
    models = Counter(answer.model for answer in fresh)
    lines = [
        f"{path}: {len(kept)} answers",
        f"open questions: {len(found)}, answered: {len({answer.question for answer in fresh})}",
        f"void: {sum(void(found[answer.question], answer) for answer in fresh)}",
        f"stale: {len(kept) - len(fresh)}",
        f"tokens: {sum(sum(answer.tokens) for answer in kept)}",
        *(f"{model}: {count}" for model, count in sorted(models.items())),
    ]
    write("".join(f"{line}\n" for line in lines), "-")
    return 0
