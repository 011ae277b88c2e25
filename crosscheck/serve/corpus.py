"""The corpus as it stands on disk: checked anew when a file changed, decisions written straight to their file."""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosscheck.errors import InputError
from crosscheck.gate import baseline, checking, corpus, decisions
from crosscheck.gate.cache import Cache
from crosscheck.gate.items import Item
from crosscheck.gate.library import with_texts
from crosscheck.gate.rules import Selection
from crosscheck.gate.trend import marked
from crosscheck.model.report import Report
from crosscheck.model.step import Message
from crosscheck.options import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is checked.  `load` gives the options anew."""

    load: Callable[[], tuple[Options, Selection]]
    decisions: str
    today: Callable[[], str]
    baseline: str = ""
    paths: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    by: str = ""
    cache: Path | None = None
    processes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The answers for one state of the files, which `version` names; `resolved` counts by path, None without a baseline."""

    version: str
    reports: tuple[Report, ...]
    failures: tuple[tuple[str, Message], ...]
    resolved: dict[str, int] | None
    outcome: checking.Outcome
    name_of: Callable[[str], str]


class Refused(ValueError):
    """A decision that cannot be taken; the text says why."""


@dataclass(slots=True)
class Corpus:
    """Holds the last state; its methods may be called from several threads."""

    setting: Setting
    _state: State | None = None
    _watched: tuple[str, ...] = ()
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def state(self) -> State:
        """The answers for the files as they are now; CrosscheckError where the configuration is off."""
        with self._lock:
            return self._current()

    def decide(self, data: Any) -> None:
        """Write the decision in `data` to the decisions file, or take one back; Refused says what is off."""
        with self._lock:
            state = self._current()
            item = _item(state, data)
            # Only what this page could have known is replaced: others may have decided meanwhile.
            worn = tuple(one.decision for one in state.outcome.held if one.item == item)
            wanted = data.get("decision") is not None
            made = (_readable(self._decision(item, data)),) if wanted else ()
            decisions.amend(self.setting.decisions, add=made, drop=worn)

    def _decision(self, item: Item, data: Any) -> decisions.Decision:
        choice, reason, by = data["decision"], data.get("reason"), data.get("by")
        if choice not in decisions.CHOICES:
            raise Refused(f"“decision” is one of {', '.join(decisions.CHOICES)}")
        if not isinstance(reason, str) or not reason.strip():
            raise Refused("a decision wants a reason")
        who = " ".join(by.split()) if isinstance(by, str) else ""
        if not who and not self.setting.by:
            raise Refused("a decision is somebody's: “by” is required")
        return decisions.decide(item, choice, reason, by=who or self.setting.by, on=self.setting.today())

    def _current(self) -> State:
        version = _version(self._watched)
        if self._state is None or self._state.version != version:
            options, selection = self.setting.load()
            pairs = corpus.plan(options, self.setting.paths, self.setting.sources)
            files = dict.fromkeys(path for pair in pairs for path in (pair.entry, *pair.sources))
            more = (options.path, self.setting.decisions, self.setting.baseline)
            self._watched = (*files, *(path for path in more if path))
            # Taken before the files are read: what changes while they are is seen the next time.
            version = _version(self._watched)
            self._state = self._check(version, options, selection, pairs)
        return self._state

    def _check(self, version: str, options: Options, selection: Selection, pairs: tuple[Any, ...]) -> State:
        wanted = checking.Task(
            options=options,
            pairs=pairs,
            selection=selection,
            decisions=decisions.load(self.setting.decisions),
            today=self.setting.today(),
            processes=self.setting.processes,
        )
        known = baseline.load(self.setting.baseline) if self.setting.baseline else None
        reports, failures, resolved = [], [], {}
        cache = Cache(self.setting.cache)
        try:
            with tempfile.TemporaryDirectory(prefix="crosscheck-") as folder:
                outcome = checking.go(wanted, cache, Path(folder))
                failures = [(one.path, one.why) for one in outcome.failures]
                for entry in outcome.entries:
                    if entry.sifted is None:
                        continue
                    try:
                        report = with_texts(entry.sifted.report, entry.job, cache, whole=True)
                    except InputError as error:
                        failures.append((entry.job.entry.path, error.message))
                        continue
                    if known is not None:
                        name = options.name_of(entry.job.entry.path)
                        mine = [one for one in outcome.held if one.decision.claim.path == name]
                        report, gone = marked(
                            report, baseline=known, selection=selection, name_of=options.name_of, held=mine
                        )
                        resolved[report.entry.path] = gone
                    reports.append(replace(report, wikitext=options.wikitext))
        finally:
            cache.close()
        return State(
            version=version,
            reports=tuple(reports),
            failures=tuple(failures),
            resolved=resolved if known is not None else None,
            outcome=outcome,
            name_of=options.name_of,
        )


def _version(files: Iterable[str]) -> str:
    """A name for the state of `files`: their sizes and the times when they were changed."""
    told = []
    for path in files:
        try:
            found = Path(path).stat()
            told.append(f"{path}\0{found.st_size}\0{found.st_mtime_ns}")
        except OSError:
            told.append(f"{path}\0-")
    return sha256("\n".join(told).encode(errors="surrogatepass")).hexdigest()[:16]


def _readable(decision: decisions.Decision) -> decisions.Decision:
    """`decision`, which the file takes back as it is; Refused where it would spoil the file."""
    try:
        decisions.parse(json.loads(decisions.dump((decision,))))
    except ValueError as error:
        raise Refused(f"this cannot be decided on: {error}") from None
    return decision


def _item(state: State, data: Any) -> Item:
    """The finding that `data` names by entry, rule and id."""
    if not isinstance(data, dict) or not all(
        isinstance(data.get(key), str) for key in ("entry", "rule", "id")
    ):
        raise Refused("“entry”, “rule” and “id” are required")
    held = [one.item for one in state.outcome.held if one.item is not None]
    document = state.name_of(data["entry"])
    for item in (*state.outcome.open, *held):
        if (item.document, item.rule, item.id) == (document, data["rule"], data["id"]):
            return item
    raise Refused("there is no such finding any more; load the page again")
