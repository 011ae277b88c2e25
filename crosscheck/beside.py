"""A process beside this one that loads the recogniser while this one reads: half of a short run is loading.

The answers are those of the model in this process; only the waiting is shared out.  Used by the command line alone, as
a process that has threads must not be forked.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn

_SIZE = 4  # bytes that tell the length of a message
_READY = b"1"


class Beside:
    """The process beside; its pipes close with this one, and then it ends."""

    def __init__(self, answers: BinaryIO, questions: BinaryIO) -> None:
        self._answers = answers
        self._questions = questions

    def ready(self) -> bool:
        """Whether the model is loaded there; waits until it is or cannot be."""
        try:
            return self._answers.read(1) == _READY
        except OSError:
            return False

    def ask(self, question: Any) -> Any:
        """The answer to a question of plain data; OSError or ValueError where the process is gone."""
        _send(self._questions, question)
        return _receive(self._answers)


def start(load: Callable[[], Callable[[Any], Any] | None]) -> Beside | None:
    """A process that calls `load` and then answers questions with what it gave.

    None where there is a single processor, or a system on which forking is not safe.
    """
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return None
    try:
        theirs, ours = os.pipe(), os.pipe()
        child = os.fork()
    except OSError:
        return None
    if not child:
        os.close(theirs[1])
        os.close(ours[0])
        _serve(load, os.fdopen(theirs[0], "rb"), os.fdopen(ours[1], "wb"))
    os.close(theirs[0])
    os.close(ours[1])
    return Beside(os.fdopen(ours[0], "rb"), os.fdopen(theirs[1], "wb"))


def _serve(
    load: Callable[[], Callable[[Any], Any] | None], questions: BinaryIO, answers: BinaryIO
) -> NoReturn:
    """The life of the child: it neither speaks nor outlives its parent."""
    with suppress(BaseException):
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):  # who waits for the end of our output must not wait for the child
            os.dup2(nothing, stream)
        last = 2  # nor who waits for the end of any other pipe or socket that is open here
        for kept in sorted((questions.fileno(), answers.fileno())):
            os.closerange(last + 1, kept)
            last = kept
        os.closerange(last + 1, os.sysconf("SC_OPEN_MAX"))
        answer = load()
        if answer is not None:
            answers.write(_READY)
            answers.flush()
            while True:
                _send(answers, answer(_receive(questions)))
    os._exit(0)


def _send(pipe: BinaryIO, message: Any) -> None:
    data = json.dumps(message).encode()
    pipe.write(len(data).to_bytes(_SIZE, "little") + data)
    pipe.flush()


def _receive(pipe: BinaryIO) -> Any:
    size = int.from_bytes(pipe.read(_SIZE), "little")
    data = pipe.read(size)
    if not size or len(data) < size:
        raise OSError("the process at the other end is gone")
    return json.loads(data)
