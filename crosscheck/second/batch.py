"""Open questions as a file of batch requests, and the results of one: any batch service or another program can answer.

A request is a line ``{"custom_id", "method", "url", "body"}``; its custom id is the hash of the question.  A result is a line with
the custom id and a ``response`` with the completion as its ``body``, or, from a program of one's own, an ``answer`` of the form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crosscheck.errors import UnreadableError, UsageError
from crosscheck.second.answer import Answer, of_form
from crosscheck.second.ask import body, read_reply
from crosscheck.second.question import Question, escaped


def requests(questions: Iterable[Question], model: str) -> str:
    """The file of requests, one a question, sorted."""
    lines = {
        question.id: {
            "custom_id": question.id,
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": body(question.words, model),
        }
        for question in questions
    }
    return "".join(f"{escaped(json.dumps(lines[name], ensure_ascii=False))}\n" for name in sorted(lines))


def results(path: str, model: str) -> tuple[list[Answer], int]:
    """The answers in a file of results, and how many lines of it hold none; `model` is theirs where they name none."""
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(path, f"cannot be read: {error}") from None
    answers, without = [], 0
    for line in text.removeprefix("\ufeff").split("\n"):
        if line.strip():
            answer = _result(line, path, model)
            without += answer is None
            answers += [answer] if answer else []
    return answers, without


def _result(line: str, path: str, model: str) -> Answer | None:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    name = data.get("custom_id") if isinstance(data, dict) else None
    if not isinstance(name, str) or not name:
        return None
    response = data.get("response")
    completion: Any = response.get("body") if isinstance(response, dict) else None
    found, tokens = (of_form(data["answer"]), (0, 0)) if "answer" in data else read_reply(completion)
    if found is None:
        return None
    told = model or data.get("model") or (completion or {}).get("model") or ""
    if not isinstance(told, str) or not told:
        raise UsageError(path, "does not name the model; set “model” under [second-reader]")
    return Answer(name, told, *found, tokens=tokens)
