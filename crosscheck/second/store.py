"""Answers that were given, one a line in a file that git tracks: sorted, each once, with no clock, so that two files merge by line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from crosscheck import storage
from crosscheck.errors import UnreadableError
from crosscheck.second.answer import Answer, of_form
from crosscheck.second.question import VERSION, escaped


def id_of(question: str, model: str) -> str:
    """The name of an answer: a hash of its question, its model and the version of the form."""
    return hashlib.sha256(f"{VERSION}\0{question}\0{model}".encode(errors="surrogatepass")).hexdigest()[:16]


def dump(answers: Iterable[Answer]) -> str:
    """The file of some answers; of two to one question by one model the smaller one stays, whatever the order."""
    kept: dict[str, Answer] = {}
    for answer in sorted(answers, reverse=True):
        kept[id_of(answer.question, answer.model)] = answer
    return "".join(f"{_line(name, kept[name])}\n" for name in sorted(kept))


def _line(name: str, answer: Answer) -> str:
    data = {
        "id": name,
        "question": answer.question,
        "model": answer.model,
        "answer": {"candidate": answer.candidate, "relation": answer.relation, "quote": answer.quote},
        "tokens": list(answer.tokens),
    }
    return escaped(json.dumps(data, ensure_ascii=False))


def load(path: str) -> tuple[Answer, ...]:
    """The answers in the file at `path`, none where it is not there; UnreadableError where a line is none.

    A line of another version of the form answers no question of this one, and stays until it is pruned.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(path, f"cannot be read: {error}") from None
    found = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip() or line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            continue
        try:
            found.append(_answer(json.loads(line)))
        except (ValueError, RecursionError) as error:
            raise UnreadableError(f"{path}:{number}", f"no answer: {error}") from None
    return tuple(found)


def _answer(data: Any) -> Answer:
    if not isinstance(data, dict):
        raise ValueError("no object")
    texts = [data.get(name) for name in ("question", "model")]
    form = of_form(data.get("answer"))
    tokens = data.get("tokens", [0, 0])
    if not all(isinstance(text, str) and text for text in texts):
        raise ValueError("“question” and “model” are required")
    if form is None:
        raise ValueError("“answer” wants candidate, relation and quote")
    if not isinstance(tokens, list) or len(tokens) != 2 or not all(type(n) is int and n >= 0 for n in tokens):
        raise ValueError("“tokens” are two numbers")
    return Answer(str(texts[0]), str(texts[1]), *form, tokens=(tokens[0], tokens[1]))


def keep(path: str, answers: Iterable[Answer]) -> int:
    """Put `answers` into the file at `path`; how many lines are new.  Others who write it meanwhile lose nothing."""
    with storage.locked(path):
        there = load(path)
        text = dump((*there, *answers))
        new = text.count("\n") - len({id_of(one.question, one.model) for one in there})
        if not Path(path).exists() or Path(path).read_bytes() != text.encode():
            storage.replace(path, text.encode())
    return new


def drop(path: str, questions: frozenset[str]) -> int:
    """Take out of the file at `path` what answers none of `questions`; how many lines that were."""
    with storage.locked(path):
        there = load(path)
        kept = [answer for answer in there if answer.question in questions]
        if len(kept) != len(there):
            storage.replace(path, dump(kept).encode())
    return len(there) - len(kept)


def digest(path: str) -> str:
    """A hash of the file at `path`, "" where it is not there."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


@lru_cache(maxsize=4)
def chosen(path: str, model: str, _digest: str) -> dict[str, Answer]:
    """The kept answers by the hash of their question: those of `model`, or, where it is "", of the first by name for each."""
    found: dict[str, Answer] = {}
    for answer in sorted(load(path), key=lambda one: (one.model, one), reverse=True):
        if not model or answer.model == model:
            found[answer.question] = answer
    return found
