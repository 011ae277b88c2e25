"""Compares a Chinese entry with its sources and checks its citations.

entry = crosscheck.read("entry.md")
source = crosscheck.read("essay.txt")
report = crosscheck.compare(entry, [source])
report.to_dict()
"""

from __future__ import annotations

import sys

__version__ = "0.1.0"

try:
    from collections.abc import Iterable
    from typing import TYPE_CHECKING

    from crosscheck.errors import CrosscheckError, InputError, UsageError
    from crosscheck.model.document import Document
    from crosscheck.model.fact import Fact
    from crosscheck.model.report import Report
    from crosscheck.read import read, read_text
except KeyboardInterrupt:  # the command is stopped before its own first line, which would say so
    if sys.orig_argv[1:3] != ["-m", "crosscheck"] and not sys.argv[0].endswith(
        ("/crosscheck", "crosscheck.exe")
    ):
        raise
    sys.stderr.write("crosscheck: stopped\n")
    raise SystemExit(130) from None

if TYPE_CHECKING:
    from crosscheck.options import Options

__all__ = [
    "CrosscheckError",
    "Document",
    "Fact",
    "InputError",
    "Report",
    "UsageError",
    "__version__",
    "compare",
    "facts",
    "read",
    "read_text",
]


def compare(entry: Document, sources: Iterable[Document], *, options: Options | None = None) -> Report:
    """Every claim of `entry` with its verdict against `sources`; `options` as from crosscheck.toml.

    Where names could not be recognised as they should, a notice of the report says so: verdicts are others then.
    """
    from crosscheck import recognise
    from crosscheck.cite.settings import DEFAULT, Settings
    from crosscheck.lexicon import extended, own
    from crosscheck.pipeline import check

    citing = Settings(mark_position=options.mark_position, named=options.named) if options else DEFAULT
    second = None
    if options and options.second_reader.mode != "off":
        from crosscheck.second.revise import reviser

        second = reviser(options.second_reader)
    with extended(options.lexicon if options else own()):
        report = check(entry, sources, citing, second=second)
    return _with_notice(report) if recognise.missed() else report


def _with_notice(report: Report) -> Report:
    from dataclasses import replace

    from crosscheck.model.document import Notice
    from crosscheck.model.step import say

    notice = Notice(document="entry", message=(say("notice.no-names"),))
    return replace(report, notices=(notice, *report.notices))


def facts(document: Document) -> tuple[Fact, ...]:
    """The typed facts of a document, in order."""
    from crosscheck import extract
    from crosscheck.text.sentences import split

    return extract.facts(split(document))
