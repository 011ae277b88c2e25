"""How a process of crosscheck is set up: the one that was started, and those that it starts to work side by side."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# Objects made, and collections of the young and of the middle-aged, before the next collection.
_SELDOM = (100_000, 20, 20)
_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def seldom() -> None:
    """Look for garbage seldom: a run makes many small records that stay, and looking through them frees nothing."""
    gc.set_threshold(*_SELDOM)


def one_arena() -> None:
    """Let threads share one heap, where the C library can: measured, half the memory after some dozen entries."""
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Within the block Ctrl-C waits; processes that are started in it let it wait until they `begin`: before, they would
    tell of it in many lines."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin() -> None:
    """Set up a process that works for another one, with all that the first one has.

    Ctrl-C ends it without a word: the process that started it says what is to be said.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    seldom()
    one_arena()
