"""Asks a server with the OpenAI chat-completions form: the one module here that opens a socket, and only when called.

A few requests at one time, each tried again where a server is busy, all of them within a time and a number of tokens.  A
question that gets no answer of the form stays open; whatever was answered till then is handed out at once.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Any

from crosscheck.errors import UsageError
from crosscheck.reader_settings import KEY, SecondReader
from crosscheck.second.answer import SCHEMA, Answer, parse
from crosscheck.second.question import SYSTEM, Question

SEED = 0
# Tokens of a reply, tries of a request, and seconds to wait before the second; each wait is twice the one before.
REPLY = 400
TRIES = 4
PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_BYTES = 1_000_000
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
# What a server says that does not know a form of response.
_UNKNOWN = frozenset({400, 404, 415, 422, 501})
FORMS: tuple[dict[str, Any] | None, ...] = (
    {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA}},
    {"type": "json_object"},
    None,
)


class NoAnswerError(Exception):
    """A question came to nothing, and why."""


@dataclass(slots=True)
class Asked:
    """What came of a run: answers, and why the other questions got none."""

    answers: list[Answer] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def tokens(self) -> int:
        """Tokens of all requests and replies, as the server counted them."""
        return sum(sum(answer.tokens) for answer in self.answers)


def body(words: str, model: str, form: int = 0) -> dict[str, Any]:
    """The request for a question; `form` is the number of a way to ask for the form of the answer."""
    asked: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": SYSTEM}, {"role": "user", "content": words}],
        "temperature": 0,
        "seed": SEED,
        "max_tokens": REPLY,
    }
    told = FORMS[form]
    return {**asked, "response_format": told} if told else asked


def read_reply(data: Any) -> tuple[tuple[int, str, str] | None, tuple[int, int]]:
    """What a completion answers, None where it has not the form, and the tokens that it took."""
    try:
        reply = data["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return None, (0, 0)
    usage = data.get("usage") if isinstance(data, dict) else None
    counted = [
        usage.get(name) if isinstance(usage, dict) else 0 for name in ("prompt_tokens", "completion_tokens")
    ]
    first, last = (n if type(n) is int and n >= 0 else 0 for n in counted)
    return (parse(reply) if isinstance(reply, str) else None), (first, last)


class _Session:
    """Requests to one server; what one of them learns of the server holds for the next."""

    def __init__(self, told: SecondReader) -> None:
        try:
            import httpx
        except ImportError:
            raise UsageError("--second-reader", "needs more: pip install 'crosscheck-zh[online]'") from None
        if not told.url or not told.model:
            raise UsageError("--second-reader", "wants “url” and “model” under [second-reader] to ask")
        self._httpx: Any = httpx
        self._told = told
        self._end = time.monotonic() + told.total
        self._form = 0
        self._spent = 0
        self._lock = threading.Lock()
        key = os.environ.get(KEY, "")
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._client: Any = httpx.Client(
            headers=headers, timeout=told.timeout, trust_env=False, follow_redirects=False
        )

    def close(self) -> None:
        self._client.close()

    def stop(self) -> None:
        """No further request is begun."""
        self._end = 0.0

    def answer(self, question: Question) -> Answer:
        """The answer to a question; NoAnswerError says why there is none."""
        while True:
            form = self._form
            status, data = self._sent(body(question.words, self._told.model, form))
            if status in _UNKNOWN and form + 1 < len(FORMS):
                self._form = max(self._form, form + 1)
                continue
            if status != 200:
                raise NoAnswerError(f"the server answered {status}")
            found, tokens = read_reply(data)
            with self._lock:
                self._spent += sum(tokens)
            if found is None:
                raise NoAnswerError("the reply has not the form")
            return Answer(question.id, self._told.model, *found, tokens=tokens)

    def _sent(self, asked: dict[str, Any]) -> tuple[int, Any]:
        pause = PAUSE
        for tried in range(1, TRIES + 1):
            self._allowed()
            status, data, wait = self._once(asked)
            if status not in _BUSY and status != 0:
                return status, data
            if tried == TRIES:
                break
            self._wait(min(_LONGEST_PAUSE, max(pause, wait)))
            pause *= 2
        raise NoAnswerError(f"the server answered {status}" if status else "the server did not answer")

    def _once(self, asked: dict[str, Any]) -> tuple[int, Any, float]:
        """Status, data and the pause that the server asks for; 0 where it did not answer in time or was cut off."""
        limit = time.monotonic() + self._told.timeout
        try:
            with self._client.stream("POST", f"{self._told.url}/chat/completions", json=asked) as response:
                whole = bytearray()
                for chunk in response.iter_bytes(8192):
                    whole += chunk
                    if len(whole) > _BYTES or time.monotonic() > limit:
                        return 0, None, 0.0
                wait = response.headers.get("retry-after", "")
                return response.status_code, _json(bytes(whole)), float(wait) if wait.isdigit() else 0.0
        except (self._httpx.HTTPError, OSError):
            return 0, None, 0.0

    def _allowed(self) -> None:
        if time.monotonic() >= self._end:
            raise NoAnswerError("the time is over")
        if self._told.max_tokens and self._spent >= self._told.max_tokens:
            raise NoAnswerError("the tokens are spent")

    def _wait(self, seconds: float) -> None:
        time.sleep(max(0.0, min(seconds, self._end - time.monotonic())))


def _json(data: bytes) -> Any:
    import json

    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def ask(
    questions: Iterable[Question],
    told: SecondReader,
    seen: Callable[[int, int], None] = lambda _number, _all: None,
    got: Callable[[Answer], None] = lambda _answer: None,
) -> Asked:
    """Ask each of `questions` once; `seen` is told how many of how many are through, `got` of each answer as it comes."""
    wanted = list({question.id: question for question in questions}.values())
    session = _Session(told)
    asked = Asked()
    pool = ThreadPoolExecutor(told.concurrency)
    try:
        waiting = {pool.submit(session.answer, question): question for question in wanted}
        for number, future in enumerate(as_completed(waiting), 1):
            try:
                answer = future.result()
            except NoAnswerError as error:
                asked.failed[waiting[future].id] = str(error)
            else:
                asked.answers.append(answer)
                got(answer)
            seen(number, len(wanted))
    finally:
        session.stop()
        pool.shutdown(wait=True, cancel_futures=True)
        session.close()
    return asked


def reasons(asked: Asked) -> Iterator[str]:
    """Why questions got no answer, each reason with its number."""
    for why in sorted(set(asked.failed.values())):
        yield f"{sum(1 for other in asked.failed.values() if other == why)} without an answer: {why}"
