"""What a check of citations offers.  Add a group of checks by adding a file with ``CHECKS`` to ``cite/rules``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from crosscheck.cite.page import Page
from crosscheck.model.report import Severity
from crosscheck.model.span import Span
from crosscheck.model.step import Step


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at `span` of the document's file; an argument ``fix`` of `message` is text that mends the span."""

    span: Span
    message: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule: `find` gives its faults on a page, in any order.

    `doc` says what is wrong and why it matters; `names` are what other tools call it (Cite and CS1 message keys,
    CheckWiki numbers, maintenance templates).  `fault` is an example that the rule finds, `mended` the same
    text put right; `language` is the media type of both.  `by_need` rules need the sources
    too: `find` gives nothing, `crosscheck.cite.against` and the report do, and the examples are in words; `online` ones need the network besides.
    """

    rule: str
    severity: Severity
    doc: str
    names: tuple[str, ...]
    fault: str
    mended: str
    find: Callable[[Page], Iterable[Fault]] = field(repr=False)
    language: str = "text/x-wiki"
    by_need: bool = False
    online: bool = False
