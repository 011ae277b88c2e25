"""Ties numbered lists of references to groups of marks: ``[註 1]`` and ``[1]`` are two lists of their own."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model.document import Reference
from crosscheck.read.writer import Writer


def _runs(references: list[Reference]) -> list[list[int]]:
    """The numbered references in lists: a number that does not rise begins another."""
    runs: list[list[int]] = []
    last = 0
    for number, reference in enumerate(references):
        if reference.form != "list" or not reference.label.isdecimal():
            continue
        if not runs or int(reference.label) <= last:
            runs.append([])
        runs[-1].append(number)
        last = int(reference.label)
    return runs


def tie(writer: Writer) -> None:
    """Give the references of a list the group of the marks that it belongs to, where marks have groups.

    A list belongs to the first group whose highest number is its length; where no group fits, and there are as
    many lists as groups of marks, notes come before plain references.
    """
    highest: dict[str, int] = {}
    for mark in writer.marks:
        group, slash, number = mark.label.rpartition("/")
        if number.isdecimal() and (slash or mark.label.isdecimal()):
            highest[group] = max(highest.get(group, 0), int(number))
    runs = _runs(writer.references)
    if not runs or not any(highest):
        return
    order = dict.fromkeys(sorted(highest, key=lambda group: not group))
    by_length: dict[int, list[str]] = {}
    for group in reversed(order):
        by_length.setdefault(highest[group], []).append(group)
    for place, run in enumerate(runs):
        fitting = by_length.get(len(run), [])
        while fitting and fitting[-1] not in order:
            fitting.pop()
        chosen = fitting[-1] if fitting else None
        if chosen is None and len(runs) - place == len(order):
            chosen = next(iter(order), None)
        if chosen is not None:
            del order[chosen]
            _name(writer, run, chosen)


def _name(writer: Writer, run: list[int], group: str) -> None:
    for place in run if group else ():
        reference = writer.references[place]
        label = f"{group}/{reference.label}"
        writer.references[place] = replace(reference, label=label, group=group)
