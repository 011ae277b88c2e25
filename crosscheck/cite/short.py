"""Short citations (Harvard style) and the full ones that they point to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crosscheck.cite.page import Page
from crosscheck.cite.reference import Cite
from crosscheck.cite.template import authors
from crosscheck.cite.vocabulary import words_of
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

# What the titles of works end in, and names of people hardly ever.
_TITLES = "志史记記传傳书書录錄集稿典考论論鉴鑑编編报報刊注註谱譜表图圖经經"


@dataclass(frozen=True, slots=True)
class Short:
    """A short citation: the names and the year that it gives."""

    names: tuple[str, ...]
    year: str
    span: Span


def _folded(text: str) -> str:
    from crosscheck.text.fold import simplified

    return re.sub(r"[\s·.,-]", "", simplified(text)).lower()


def anchors(cite: Cite) -> tuple[str, ...]:
    """What short citations may call `cite`: surnames with the year, or whole names with it; one that was set by hand.

    The first one is what the template itself makes.
    """
    from crosscheck.cite.date_forms import year_of

    hand = next((a.value for name, _, _, a in cite.parameters if a.name == "ref" and a.value), "")
    if hand.lower() == "none":
        return ()
    if hand.lower() not in ("", "harv"):
        inner = re.sub(r"^(?:\{\{\s*(?:harvid|sfnref)\s*\||CITEREF)|\}\}$", "", hand, flags=re.IGNORECASE)
        return (_folded(inner.replace("|", "")),)
    date = cite.value("year", "date", "publication-date")
    letter = re.search(r"\d{4}([a-z])\b", date)
    year = year_of(re.sub(r"(\d{4})[a-z]\b", r"\1", date)) + (letter[1] if letter else "")
    lasts = [a.value for name, _, _, a in cite.parameters if name == "author" and a.value][:4]
    lasts = lasts or [a.value for name, _, _, a in cite.parameters if name == "editor" and a.value][:4]
    whole = list(authors(cite))[:4]
    return tuple(dict.fromkeys(_folded("".join(names) + year) for names in (lasts, whole) if names))


def shorts(page: Page) -> tuple[Short, ...]:
    """The short citations of a page in wikitext, in order of place."""
    if page.wiki is None:
        return ()
    one, many = words_of("short-template"), words_of("short-many-template")
    found: list[Short] = []
    for template in page.wiki.templates:
        values = {a.name: a.value for a in template.arguments if a.value}
        if template.name in one:
            given = [values[str(n)] for n in range(1, 6) if str(n) in values]
            if given:
                year = given[-1] if re.fullmatch(r"(?:\d{3,4}[a-z]?|n\.d\.|无日期)", given[-1]) else ""
                found.append(Short(tuple(given[:-1] if year else given), year, template.span))
        elif template.name in many:
            for n in range(1, 10):
                names = [values[f"{n}a{m}"] for m in range(1, 5) if f"{n}a{m}" in values] or (
                    [values[f"{n}a"]] if f"{n}a" in values else []
                )
                if names:
                    found.append(Short(tuple(names), values.get(f"{n}y", ""), template.span))
    return tuple(sorted(found, key=lambda short: (short.span, short.names)))


def key_of(short: Short) -> str:
    """The anchor that `short` points to."""
    return _folded("".join(short.names) + short.year)


def targets_in_use(page: Page) -> frozenset[Span]:
    """The general references that a short citation points to."""
    from crosscheck.cite.markup import plain

    wanted = shorts(page)
    listed = plain_shorts(page)
    if not wanted and not listed:
        return frozenset()
    keys = {key_of(short) for short in wanted}
    found = {
        entry.span for entry in page.bullets for cite in page.cites_in(entry) if keys & set(anchors(cite))
    }
    for entry in page.bullets:
        text = _folded(plain(entry.markup)[0] + entry.markup)
        for short in (*wanted, *listed):
            if all(_folded(name) in text for name in short.names) and _folded(short.year) in text:
                found.add(entry.span)
    return frozenset(found)


@cache
def _pattern() -> re.Pattern[str]:
    numeral = r"[\d〇零一二三四五六七八九十百]+(?:\s?[-–—、~]\s?\d+)?"
    return compiled(
        rf"(?P<name>[^\s\d《》〈〉“”「」，,。：:（）()]{{2,12}})(?:\s?[（(]?(?P<year>\d{{4}})年?[）)]?)?\s?[，,：:]\s?"
        rf"(?:第\s?{numeral}\s?[页頁]|[页頁]\s?{numeral}|pp?\.\s?{numeral})[。.]?"
    )


def _person(name: str) -> bool:
    """Whether `name` looks like people rather than like a title (清史稿，第12页) or a pointer (同上，第12页)."""
    if any(name.startswith(word) for word in words_of("ibid")) or name[-1] in _TITLES:
        return False
    return all(len(part) <= 4 or "·" in part or part.isascii() for part in re.split(r"[、和与]|等$", name))


@lru_cache(maxsize=4)
def plain_shorts(page: Page) -> tuple[Short, ...]:
    """References that are only a name and a page: 梁思成，第12页."""
    from crosscheck.cite.markup import plain

    found = []
    for entry in page.entries:
        if len(entry.markup) > 60 or "{{" in entry.markup:
            continue
        match = _pattern().fullmatch(plain(entry.markup)[0])
        if match and _person(match["name"]):
            found.append(Short((match["name"],), match["year"] or "", entry.span))
    return tuple(found)


def full_texts(page: Page, short: Short) -> tuple[str, ...]:
    """The other references that name the people of `short`, each once, as text."""
    names = [_folded(name) for name in short.names]
    return tuple(
        dict.fromkeys(
            folded
            for span, text, folded in _others(page)
            if span != short.span and short.year in text and all(name in folded for name in names)
        )
    )


@lru_cache(maxsize=4)
def _others(page: Page) -> tuple[tuple[Span, str, str], ...]:
    """The references that are more than a name and a page: place, text and folded text."""
    from crosscheck.cite.markup import plain

    alone = {short.span for short in plain_shorts(page)}
    found = []
    for entry in (*page.entries, *page.bullets):
        if entry.span not in alone:
            text = plain(entry.markup)[0] + (" ".join(entry.markup.split()) if "{{" in entry.markup else "")
            found.append((entry.span, text, _folded(text)))
    return tuple(found)
