"""``crosscheck explain``: how a finding came about, or what a rule means."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from crosscheck.cli import _gate, _second
from crosscheck.cli._options import configuration, settings
from crosscheck.cli._show import failures
from crosscheck.cli._why import parts, why
from crosscheck.cli._write import write
from crosscheck.cli.rule import page
from crosscheck.errors import UnreadableError, UsageError
from crosscheck.options import Options


@click.command("explain", short_help="Show how a finding came about, or what a rule means.")
@click.argument("what", metavar="ID|RULE")
@click.option("--report", "report", metavar="FILE", help="Look for the finding in this JSON report.")
@click.option("--no-cache", is_flag=True, envvar="CROSSCHECK_NO_CACHE", help="Work everything out anew.")
@configuration
def command(what: str, report: str | None, no_cache: bool, config: str | None, isolated: bool) -> None:
    """Show how the finding ID came about: its reasons, its evidence, and what else was considered.

    The finding is looked for in --report, else in a run over the configuration; the beginning of an id will do where
    it is the only one. With a RULE or the name of a kind its page is shown.
    """
    from crosscheck.gate.rules import rules

    pages = [one for one in rules() if what in (one.code, one.code.split("/")[0])]
    if pages:
        write("\n".join(page(one) for one in pages), "-")
        return
    options = settings(config, isolated)
    reports = _loaded(report) if report else _run(options, not no_cache)
    try:
        told, several = _found(reports, what)
    except (KeyError, TypeError, AttributeError, ValueError, IndexError):
        if not report:
            raise
        raise UnreadableError(report, "is no JSON report of crosscheck that can be explained") from None
    if several > 1:
        raise UsageError("", f"“{what}” is the beginning of {several} findings; give more of it")
    if told:
        write(told, "-")
        return
    from crosscheck.gate.rules import rule

    if "/" in what or "-" in what:
        rule(what)
    raise UsageError("", f"there is no finding and no rule “{what}”")


def _found(reports: list[dict[str, Any]], what: str) -> tuple[str, int]:
    """The text on the findings of `reports` whose id begins with `what`, and how many ids there are."""
    found = [(data, one) for data in reports for one in _entries(data) if str(one["id"]).startswith(what)]
    pages = ("".join(f"{line}\n" for line in _told(data, one)) for data, one in found)
    return "\n".join(pages), len({one["id"] for _, one in found})


def _loaded(path: str) -> list[dict[str, Any]]:
    """The reports in a JSON file: one, or several under ``reports``."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        reports: list[dict[str, Any]] = data.get("reports", [data])
        if not all(str(one["schema"]).startswith("crosscheck.report/") for one in reports):
            raise KeyError("schema")
    except OSError as error:
        raise UnreadableError(path, f"cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableError(path, "is no JSON report of crosscheck") from None
    return reports


def _run(options: Options, use_cache: bool) -> list[dict[str, Any]]:
    from crosscheck.gate import checking, corpus
    from crosscheck.gate.cache import Cache

    cache = Cache(_gate.cache_folder(options, use_cache))
    options = _second.replayed(options)
    wanted = checking.Task(options=options, pairs=corpus.plan(options), processes=_gate.cores())
    try:
        with tempfile.TemporaryDirectory() as folder, _gate.progress(False) as seen:
            outcome = checking.go(wanted, cache, Path(folder), seen)
    finally:
        cache.close()
    failures(outcome, options.language)
    return [entry.sifted.report.to_dict() for entry in outcome.entries if entry.sifted]


def _entries(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [*report["findings"], *report["citations"]]


def _told(report: dict[str, Any], one: dict[str, Any]) -> Iterator[str]:
    paths = {document["id"]: document["path"] for document in report["documents"]}
    if "rule" in one:
        yield f"{_at(paths, one)}: {one['severity']} {one['rule']} [{one['id']}]"
        yield f"  {one['message']}"
        return
    claim = one["claim"]
    rule = f"{one['kind']}/{one['verdict']}"
    yield f"{_at(paths, claim)}: {rule} [{one['id']}]"
    yield f"  claim     {_quoted(claim)}"
    yield f"  value     {claim['value']}"
    for evidence in one["evidence"]:
        yield f"  evidence  {_at(paths, evidence)}: {_quoted(evidence)} = {evidence['value']}, {evidence['score']:.2f}"
        for line in parts(evidence):
            yield f"            {line}"
    for reason in one["reasons"]:
        yield f"  because   {reason}"
    if one.get("relation"):
        yield f"  relation  {one['relation']}, sure to {one['score']:.2f}"
    for other in one.get("considered", ()):
        yield f"  looked at {_at(paths, other)}: {_quoted(other)} = {other['value']}, {other['score']:.2f}"
        for line in (*why(other, one), *parts(other)):
            yield f"            {line}"
    if not one["evidence"] and not one.get("considered"):
        yield "  looked at nothing: no place of a source shares enough with the claim"
    if one["status"] == "waived":
        yield f"  waived    {one.get('waiver', '')}"
    yield f"  more      crosscheck rule {rule}"


def _at(paths: dict[str, str], place: dict[str, Any]) -> str:
    return f"{paths[place['document']]}:{place['line']}:{place['column']}"


def _quoted(place: dict[str, Any]) -> str:
    text = f"{place['prefix'][-12:]}【{place['exact']}】{place['suffix'][:12]}"
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
