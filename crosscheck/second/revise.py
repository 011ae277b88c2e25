"""What a comparison needs of a second reader: judgements revised by kept answers, and the questions of an entry."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.align.option import Option
from crosscheck.model.document import Document
from crosscheck.options import Options
from crosscheck.pipeline import Judged, Prepared, Reviser, judge, options, prepare
from crosscheck.reader_settings import SecondReader
from crosscheck.second import store
from crosscheck.second.answer import Answer
from crosscheck.second.apply import revised
from crosscheck.second.question import Question, questions


def reviser(told: SecondReader) -> Reviser:
    """What revises judgements by the answers that are kept; it asks nobody."""
    answers = store.chosen(told.answers, told.model, told.digest)
    return by_answers(answers, frozenset(told.allow))


def by_answers(answers: dict[str, Answer], allow: frozenset[str]) -> Reviser:
    """What revises judgements by `answers`, by the hash of their question."""

    def revise(bench: Prepared, held: list[list[Option]], judged: Judged) -> Judged:
        found = list(judged)
        for number, question in questions(bench, held, judged) if answers else ():
            answer = answers.get(question.id)
            if answer is not None:
                claim, judgement = judged[number]
                found[number] = claim, revised(claim, judgement, held[number], question, answer, allow)
        return tuple(found)

    return revise


def asked_of(
    entry: Document, sources: Iterable[Document], settings: Options | None = None
) -> tuple[list[Question], int]:
    """Every question that is open between an entry and its sources, and how many claims the entry makes."""
    from crosscheck.lexicon import extended, own

    with extended(settings.lexicon if settings else own()):
        bench = prepare(entry, sources)
        held = options(bench)
        judged = tuple(judge(bench.claims, held, bench.documents[1:]))
        return [question for _, question in questions(bench, held, judged)], len(judged)
