"""What a second reader answers: read strictly, and held against the passages that it was shown."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from crosscheck.model.span import Span
from crosscheck.second.passages import MOST, Passage
from crosscheck.second.question import RELATIONS, Question
from crosscheck.text.fold import fold

# The form of an answer, for a server that can hold a model to it.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["candidate", "relation", "quote"],
    "properties": {
        "candidate": {"type": "integer", "minimum": 0, "maximum": MOST},
        "relation": {"enum": list(RELATIONS)},
        "quote": {"type": "string"},
    },
}
# No more of a quotation is kept, and no more of a reply is looked through.
_LONGEST = 500
_REPLY = 20_000
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """An answer to the question whose hash is `question`; `tokens` are those of the request and of the reply."""

    question: str
    model: str
    candidate: int
    relation: str
    quote: str
    tokens: tuple[int, int] = (0, 0)


def parse(reply: str) -> tuple[int, str, str] | None:
    """Candidate, relation and quotation of a reply, the last object in it that has the form; None where none has."""
    reply = reply[:_REPLY]
    decoder = json.JSONDecoder()
    found, at = None, reply.find("{")
    while at >= 0:
        try:
            data, end = decoder.raw_decode(reply, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found = of_form(data) or found
        at = reply.find("{", end)
    return found


def of_form(data: Any) -> tuple[int, str, str] | None:
    """Candidate, relation and quotation in `data`; None where it has not the form."""
    if not isinstance(data, dict) or set(data) != {"candidate", "relation", "quote"}:
        return None
    candidate, relation, quote = data["candidate"], data["relation"], data["quote"]
    if type(candidate) is not int or not 0 <= candidate <= MOST or not isinstance(quote, str):
        return None
    if relation not in RELATIONS or len(quote) > _LONGEST:
        return None
    return candidate, relation, quote


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage and the stretch of its document's text that an answer quotes."""

    passage: Passage
    span: Span


def quoted(question: Question, answer: Answer) -> Quoted | None:
    """What `answer` quotes, where it stands word for word in the passage it names, but for script, width and white space."""
    if not 1 <= answer.candidate <= len(question.passages):
        return None
    passage = question.passages[answer.candidate - 1]
    wanted = _SPACE.sub("", fold(answer.quote))
    if not wanted:
        return None
    folded = passage.text.folded
    places = [at for at in range(passage.span.start, passage.span.end) if not folded[at].isspace()]
    at = "".join(folded[place] for place in places).find(wanted)
    if at < 0:
        return None
    return Quoted(passage, Span(places[at], places[at + len(wanted) - 1] + 1))


def void(question: Question, answer: Answer) -> bool:
    """Whether an answer counts for nothing: it names no passage, or quotes what does not stand there."""
    if answer.relation == "not-told":
        return answer.candidate != 0
    return quoted(question, answer) is None
