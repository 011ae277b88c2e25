"""Names in quotation marks that are neither said nor a title: “Plan B”, “地下锄奸突击队”, “黄王”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.model.text import Text
from crosscheck.names.common import common_words, composed, holds_common, latin_words
from crosscheck.names.quoted import Quoted, quoted
from crosscheck.patterns import compiled

_LONGEST = 14
# A word as short as this that holds a common word is a turn of phrase (坏脾气).
_BRIEF = 4
_SENTENCE = compiled(r"[，。！？、；：…了的吗呢吧啊是不没有我你他她们这那就很都也要]")
# A word before the mark that tells a name of honour, of an era, of a code.
_CUE = compiled(
    r"(?:年号|尊号|封号|谥号|庙号|法号|道号|徽号|称号|名号|字号|暗号|密语|绰号|诨号|建元|改元|追谥|谥|谥曰|自称|人称|被称|称之|美其名曰|雅称|"
    r"又作|所谓|命名|名列|入选|当选|荣膺|获评|评为|获称|赐号|赐名|赐|封|封为|加封|追封|册封|建号|国号|诨名)(?:是|为|曰|作)?[，:：]?$"
)
# A letter or a digit makes a code of a common word: C作战.
_CODED = compiled(r"[A-Z0-9]")
_LATIN = compiled(r"[A-Za-z0-9][A-Za-z0-9 .&'/+-]*")


@cache
def _bodies() -> re.Pattern[str]:
    """What a band or a body ends with: a name though its other words are common."""
    return compiled(rf"(?:[队军团会社党帮派盟营组]|{either(words('organisation_suffixes'))})$")


def quoted_things(text: Text) -> Iterator[tuple[int, int]]:
    """The stretches in quotation marks of a text that are names, marks left out."""
    for one in quoted(text):
        short = one.use == "other" or (one.use == "quote" and one.end - one.start <= _LONGEST)
        if short and one.closed and _is_name(text.folded, one):
            yield one.start, one.end


def _is_name(folded: str, one: Quoted) -> bool:
    word = folded[one.start : one.end]
    if not 2 <= len(word) <= _LONGEST:
        return False
    if _LATIN.fullmatch(word):
        return any(c.isupper() for c in word) and word.lower() not in latin_words()
    if _SENTENCE.search(word) or not compiled(r"[\u3400-\u9fffA-Za-z0-9·-]+").fullmatch(word):
        return False
    if one.use == "quote":  # read as said only for want of a verb: a band by its last word
        return bool(_bodies().search(word)) and not _said(folded, one)
    if _CUE.search(folded, max(0, one.start - 8), one.start - 1):
        return True
    if word in common_words():
        return False
    if len(word) > 3 and _bodies().search(word):
        return True
    return not (composed(word) or (len(word) <= _BRIEF and not _CODED.match(word) and holds_common(word)))


def _said(folded: str, one: Quoted) -> bool:
    """Whether a colon or a comma leads to the words, as to speech."""
    return folded[max(0, one.start - 2) : one.start - 1] in (":", "：", "，", ",")
