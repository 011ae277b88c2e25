"""What a rule id stands for, taken from the kind of fact or the check of citations that owns it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.gate.rules import SEVERITIES
from crosscheck.render._issue import Level
from crosscheck.render._issues import UNREAD

# What each verdict says, whatever the kind.
VERDICTS = {
    "conflict": "A source says otherwise of the same thing.",
    "unsupported": "No source says so.",
    "agree": "A source says the same.",
}
_LEVELS: dict[str, Level] = {"error": "error", "warning": "warning", "info": "note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: `summary` is a sentence, `description` a paragraph, `help` its page as Markdown.

    `level` is what it has where nothing else is said.
    """

    id: str
    name: str
    summary: str
    description: str
    help: str
    level: Level
    tags: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The page without the signs of Markdown."""
        return re.sub(r"`+|^#+ ", "", self.help, flags=re.MULTILINE)


_UNREAD = Rule(
    id=UNREAD,
    name="NotChecked",
    summary="The entry could not be checked.",
    description="The entry or one of its sources could not be read, so nothing is known of its claims.",
    help="The entry or one of its sources could not be read, so nothing is known of its claims.\n\n"
    "The message says which file it is and why; the other entries were checked.\n",
    level="error",
    tags=("input",),
)


def _name(code: str) -> str:
    return "".join(word.capitalize() for word in re.split(r"[/-]", code))


def _paragraph(page: str) -> str:
    """The first paragraph of a page, on one line."""
    return " ".join(page.strip().split("\n\n", 1)[0].split())


def _sentence(page: str) -> str:
    """The first sentence of a page."""
    return re.split(r"(?<=[.:;])(?= [A-Z])", _paragraph(page), maxsplit=1)[0].rstrip(".:;") + "."


def _of_kind(code: str) -> Rule | None:
    from crosscheck.registry import kinds

    name, _, verdict = code.partition("/")
    page = next((kind.doc for kind in kinds() if kind.name == name), None)
    if page is None or verdict not in VERDICTS:
        return None
    return Rule(
        id=code,
        name=_name(code),
        summary=f"{name.capitalize()}: {VERDICTS[verdict][0].lower()}{VERDICTS[verdict][1:]}",
        description=f"{VERDICTS[verdict]} {_paragraph(page)}",
        help=f"{VERDICTS[verdict]}\n\n{page.strip()}\n",
        level=_LEVELS[SEVERITIES[verdict]] if verdict in SEVERITIES else "none",
        tags=("claim", name),
    )


def _fenced(text: str) -> str:
    """`text` as a block of code, whatever it holds."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text.strip()}\n{fence}"


def _of_citation(code: str) -> Rule | None:
    from crosscheck import cite

    check = next((check for check in cite.checks() if check.rule == code), None)
    if check is None:
        return None
    parts = [check.doc.strip()]
    if check.fault:
        parts.append(f"Found:\n\n{_fenced(check.fault)}")
    if check.mended:
        parts.append(f"Put right:\n\n{_fenced(check.mended)}")
    if check.names:
        parts.append(f"Elsewhere: {', '.join(check.names)}.")
    return Rule(
        id=code,
        name=_name(code),
        summary=_sentence(check.doc),
        description=_paragraph(check.doc),
        help="\n\n".join(parts) + "\n",
        level=_LEVELS[check.severity],
        tags=("citation",),
    )


def rule(code: str) -> Rule:
    """The rule with id `code`; one that nothing owns (of another version) has its id for a page."""
    if code == UNREAD:
        return _UNREAD
    found = _of_kind(code) if "/" in code else _of_citation(code)
    if found is not None:
        return found
    text = f"{code}."
    return Rule(id=code, name=_name(code), summary=text, description=text, help=text, level="note", tags=())
