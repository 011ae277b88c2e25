"""Which templates are citations, and what their parameters mean."""

from __future__ import annotations

from functools import lru_cache

from crosscheck.cite.reference import Cite
from crosscheck.cite.scanned import Template


def cite_of(template: Template, *, inside: bool = False) -> Cite | None:
    """`template` as a citation, None where it is none.

    Inside a reference any template with a title is one; outside, those with the name of one.
    """
    from crosscheck.cite.vocabulary import citation, field_of, template_types

    known = citation(template.name)
    if known is None:
        known = (template.name, "", True) if inside else None
    if known is None or (known[0] not in template_types() and not _describes(template)):
        return None
    parameters = []
    for argument in template.arguments:
        field, number, status = field_of(argument.name)
        if not field and argument.value and not known[2]:
            meant = meant_by(argument.name)
            field, number, status = (
                (*field_of(meant)[:2], f"unknown:{meant}") if meant else ("", 0, "unknown:")
            )
        parameters.append((field, number, status, argument))
    return Cite(template=template, name=known[0], type=known[1], open=known[2], parameters=tuple(parameters))


def _describes(template: Template) -> bool:
    """Whether a template of an unknown name describes a work: it gives a title, or an address under its name."""
    from crosscheck.cite.vocabulary import field_of, notes_by, words_of

    roles = ("helper-template", "short-template", "short-many-template", "needed-template", "page-template")
    helpers = frozenset[str]().union(*(words_of(role) for role in roles))
    if template.name in helpers or template.name in notes_by("define") or template.name in notes_by("list"):
        return False
    return any(field_of(a.name)[0] in ("title", "url") for a in template.arguments if a.value)


@lru_cache(maxsize=1024)
def meant_by(name: str) -> str:
    """The known parameter that the unknown `name` probably means, "" where none is like it."""
    from crosscheck.cite.nearest import nearest
    from crosscheck.cite.vocabulary import parameters

    if not name or (name.isascii() and name.isdecimal()):
        return ""
    return nearest(name, tuple(known.replace("#", "") for known in parameters()))
