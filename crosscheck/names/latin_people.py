"""Persons that a Chinese text names in Latin letters: Rob Pike, and Pike after that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, table, words
from crosscheck.names.words import ends_with_office, said
from crosscheck.patterns import compiled

_WORD = r"[A-Z][a-z\u00c0-\u024f]+(?:['’-][A-Z]?[a-z]+)*+|Mc[A-Z][a-z]+|O['’][A-Z][a-z]+"
_NAME = compiled(
    rf"(?<![A-Za-z0-9_/@.#'’-])(?:{_WORD})(?: (?:[A-Z]\.|{_WORD}|von|van|de|der|du|la|le)){{1,3}}+(?![A-Za-z0-9_/@-]|\.[A-Za-z])"
)
_BODY = compiled(
    r"(?i)\b(?:univers\w*|institut\w*|college|school|company|corp\w*|inc|ltd|labs?|laborator\w+|press|group|river|lake|mount\w*|island\w*|street|road|"
    r"park|hall|house|award|prize|medal|system\w*|software|foundation|society|association|club|party|bank|church|museum|library|hotel|airport|station|"
    r"project|program\w*|magazine|journal|times|post|news|records|music|studios?|pictures|games?|theatre|theorem|effect|law|act|the|of|and|for|in|on)\b"
)


@cache
def _given() -> frozenset[str]:
    return frozenset(name for row in table("latin_given_names") for name in row["hans"].split())


@cache
def _acts() -> re.Pattern[str]:
    verbs = words("office_verbs", **{"class": "hold"})
    return compiled(
        rf"\s?(?:{said()}|{either(verbs)}|出生|去世|逝世|表示|认为|发明|设计|加入|教授|博士|先生|女士)"
    )


def latin_people(folded: str) -> Iterator[tuple[int, int, str]]:
    """Where persons stand in Latin letters, with the full Latin name; a family name alone counts after the full one.

    A name in brackets right behind a Chinese one is that one's Latin form, and no mention of its own."""
    full: dict[str, str] = {}
    whole = []
    for match in _NAME.finditer(folded):
        name = match[0]
        told = name.split()[0] in _given() or ends_with_office(
            folded[max(0, match.start() - 8) : match.start()].rstrip()
        )
        if _BODY.search(name) or not (told or _acts().match(folded, match.end())):
            continue
        whole.append((match.start(), match.end(), name))
        full.setdefault(name.split()[-1], name)
    found = [one for one in whole if not _is_form(folded, one[0])]
    taken = {at for start, end, _ in whole for at in range(start, end)}
    if full:
        first = {name: min(start for start, _, known in whole if known == name) for name in full.values()}
        for match in re.finditer(
            rf"(?<![A-Za-z0-9_/@.-])(?:{either(tuple(full))})(?![A-Za-z0-9_/@-])", folded
        ):
            name = full[match[0]]
            if (
                match.start() not in taken
                and match.start() > first[name]
                and not _is_form(folded, match.start())
            ):
                found.append((match.start(), match.end(), name))
    yield from sorted(found)


def _is_form(folded: str, start: int) -> bool:
    """Whether a Latin name is only the form of the Chinese name before it: 尼赫鲁（Jawaharlal Nehru）."""
    return (
        compiled(r"[\u3400-\u9fff·]\s?[（(][^（()）]{0,12}$").search(folded, max(0, start - 16), start)
        is not None
    )
