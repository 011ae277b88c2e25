"""The words and the address of a reference, out of wikitext, markdown or HTML."""

from __future__ import annotations

import html
import re
from functools import cache

from crosscheck.patterns import compiled

# An address ends before white space, brackets of markup and the punctuation that follows it in Chinese text.
ADDRESS = r"(?:https?|ftp)://[^\s<>\[\]{}|\"“”‘’「」『』《》，。；、！？（）]+"

# An address in the brackets of Markdown: round ones belong to it where they are a pair.
_ADDRESS_IN = r"(?:https?|ftp)://[^\s()<>]{1,2000}(?:\([^\s()]{0,400}\)[^\s()<>]{0,400}){0,8}"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "comment": compiled(r"<!--.*?(?:-->|\Z)", re.DOTALL),
        "note": compiled(r"<ref\b[^<>]*+/>|<ref\b[^<>]*+>(?:[^<]|<(?!/?ref\b))*+</ref\s*>", re.IGNORECASE),
        "wiki-external": compiled(rf"\[({ADDRESS})(?:\s++([^\[\]]*+))?\]"),
        "wiki-link": compiled(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]"),
        "addressed": compiled(
            rf"(?<!\\)\[([^\[\]\s]{{0,400}}|(?:https?|ftp)://[^\[\]]{{0,400}})\]\(<?({_ADDRESS_IN})>?(?:\s\"[^\"]{{0,200}}\")?\)"
        ),
        "markdown": compiled(
            r"(?<!\\)!?\[((?:[^\[\]\\]|\\.){0,400})\]\(<?([^\s()<>]{0,2000}(?:\([^\s()]{0,400}\)[^\s()<>]{0,400}){0,8})>?(?:\s+\"[^\"]*\")?\)"
        ),
        "auto": compiled(rf"<({ADDRESS})>"),
        "href": compiled(r"<a\b[^<>]*\bhref=[\"']((?:https?|ftp):[^\"']+)[\"'][^<>]*>", re.IGNORECASE),
        "tag": compiled(r"</?[a-zA-Z][^<>]*>"),
        "emphasis": compiled(r"'{2,5}|\*{1,3}(?=\S)|(?<=\S)\*{1,3}"),
        "escape": compiled(r"\\([\\`*_{}\[\]()#+.!|<>~-])"),
        "template": compiled(r"\{\{[^{}]*\}\}"),
        "address": compiled(ADDRESS),
    }


def plain(markup: str) -> tuple[str, str]:
    """The words of `markup` on one line, and its first external address ("" where it has none)."""
    pattern = _patterns()
    text = pattern["note"].sub("", pattern["comment"].sub("", markup))
    found: list[tuple[int, str]] = []

    def keep(match: re.Match[str], address: int, words: int | None) -> str:
        if "://" in match[address]:
            found.append((match.start(), match[address]))
        return (
            f" {match[words] or ''} "
            if words is not None and address < words
            else (match[words or 0] if words else "")
        )

    text = pattern["href"].sub(lambda m: keep(m, 1, None), text)
    text = pattern["addressed"].sub(
        lambda m: keep(m, 2, 1), text
    )  # [https://a](https://a/b) is no [https://a]
    text = pattern["wiki-external"].sub(lambda m: keep(m, 1, 2), text)
    text = pattern["markdown"].sub(lambda m: keep(m, 2, 1), text)
    text = pattern["auto"].sub(lambda m: keep(m, 1, None), text)
    text = pattern["wiki-link"].sub(r"\1", text)
    text = pattern["template"].sub("", text)
    text = pattern["tag"].sub("", text)
    text = pattern["emphasis"].sub("", text)
    text = pattern["escape"].sub(r"\1", text)
    text = html.unescape(text)
    bare = pattern["address"].search(text)
    url = found[0][1] if found else (bare[0].rstrip(".,;:)") if bare else "")
    return " ".join(text.split()), html.unescape(url)


def link_words(markup: str) -> str:
    """The words of the first external link of `markup`, "" where it has none or the link has no words."""
    pattern = _patterns()
    wiki, markdown = pattern["wiki-external"].search(markup), pattern["markdown"].search(markup)
    if wiki and not (markdown and markdown.start() == wiki.start()):
        return plain(wiki[2] or "")[0]
    return plain(markdown[1])[0] if markdown and "://" in markdown[2] else ""
