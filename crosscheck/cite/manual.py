"""The page on the rules, made from the rules: ``python -m crosscheck.cite.manual docs/citation-rules.md``."""

from __future__ import annotations

import sys
from pathlib import Path

from crosscheck.cite import checks
from crosscheck.cite.interface import Check

BEGIN = "<!-- rules: made by python -m crosscheck.cite.manual -->"
END = "<!-- end of rules -->"


def _example(text: str) -> str:
    shown = "".join(f"\\u{ord(char):04x}" if char in "\u200b\u200e\ufeff" else char for char in text)
    return "\n".join(f"    {line}".rstrip() for line in shown.splitlines())


def entry(check: Check) -> str:
    """The section of one rule."""
    names = "; ".join(check.names) or "-"
    return (
        f"### {check.rule}\n\n{check.doc}\n\nSeverity: {check.severity}. Elsewhere called: {names}.\n\n"
        f"A fault:\n\n{_example(check.fault)}\n\nMended:\n\n{_example(check.mended)}\n"
    )


def _runs(check: Check) -> str:
    if check.online:
        return "with --online"
    return "with the sources" if check.by_need else "on one document"


def sections() -> str:
    """The generated part of the page, from `BEGIN` to `END`."""
    rules = checks()
    table = "\n".join(
        [
            "| rule | severity | runs |",
            "|---|---|---|",
            *(f"| {c.rule} | {c.severity} | {_runs(c)} |" for c in rules),
        ]
    )
    return "\n".join((BEGIN, "", table, "", *(entry(check) for check in rules), END))


def renewed(page: str) -> str:
    """`page` with its generated part made anew; ValueError where the two marks are not in it."""
    start, end = page.index(BEGIN), page.index(END) + len(END)
    return page[:start] + sections() + page[end:]


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
