"""A reference of a document, the marks that use it, and the citation templates in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from crosscheck.cite.scanned import Argument, Template
from crosscheck.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A reference: `span` the whole of it in the file, `inner` its text, `markup` that text as written.

    `form` is as in `crosscheck.model.document.Reference`; `listed`: it stands in a list, not in running text;
    `address` is its link, where `markup` is text without it; `exact`: `markup` is the file's own text at `inner`.
    """

    label: str
    name: str
    group: str
    markup: str
    span: Span
    inner: Span
    form: str
    listed: bool
    address: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A mark in the text that points to the reference called `label`; `clean` is its place in the clean text."""

    label: str
    span: Span
    name: str = ""
    group: str = ""
    clean: int = -1


@dataclass(frozen=True, kw_only=True)
class Cite:
    """A citation template with its parameters by field: (field, number, status, argument); `name` is the one it stands for.

    `status` is "", ``deprecated``, or ``unknown:`` with the name that was probably meant; the field is that one's.
    """

    template: Template
    name: str
    type: str
    open: bool
    parameters: tuple[tuple[str, int, str, Argument], ...] = field(repr=False)

    @cached_property
    def by_field(self) -> dict[str, tuple[Argument, ...]]:
        """The filled arguments of each field, in order."""
        found: dict[str, tuple[Argument, ...]] = {}
        for name, _, _, argument in self.parameters:
            if argument.value:
                found[name] = (*found.get(name, ()), argument)
        return found

    def all(self, *fields: str) -> tuple[Argument, ...]:
        """The filled arguments of `fields`, field by field."""
        known = self.by_field
        if len(fields) == 1:
            return known.get(fields[0], ())
        return tuple(argument for name in fields for argument in known.get(name, ()))

    def value(self, *fields: str) -> str:
        """The first filled value of the first of `fields` that has one, "" where none has."""
        known = self.by_field
        for name in fields:
            if name in known:
                return known[name][0].value
        return ""
