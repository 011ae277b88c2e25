"""Links as names: what a link leads to is named by its text, unless that is a common noun, a country, a time or an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.model.document import Link
from crosscheck.model.text import Text
from crosscheck.names.common import common_words, composed, holds_common, latin_words
from crosscheck.names.words import countries, country, ends_with_office, offices
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_LONGEST = 30
# The text of a link to another page that is longer than this is running text, no name.
_LONGEST_APART = 8
_RUNNING = compiled(r"[的了是在为被把使让也都又并而其等，。；：！？、]|以及|开始|成为|进行|宣布")
# What the common nouns end with that links lead to most: peoples, tongues, times, sciences, ailments, offices, sorts of body.
_COMMON_END = compiled(
    r"(?:[人者员族语话学朝代病症癌药酸素炎]|时期|时代|年代|年间|期间|世纪|蛋白|病毒|细胞|方言|文字|文化|制度|思想|地区|省|市|县|国|"
    r"官|兵|民|生|法师|主席|总统|领袖|选举|[〇零一二三四五六七八九十百千\d]年|月|日|小时|公里|平方公里|仪式|总理|"
    r"[岗成武灰砂页理麻山纹积质出入长英泥砾]岩|训练|手术|考试|装置|设备|仪器)$"
)
_LATIN = compiled(r"[A-Za-z]")


@cache
def _named() -> re.Pattern[str]:
    """Last words by which a text of common words is a name all the same: 改姓名运动, 南方作战."""
    every = (*words("thing_heads", **{"class": "event"}), *words("thing_heads", **{"class": "law"}))
    return compiled(
        rf"(?:{either((*every, '防线', '杂志', '日报', '晚报', '周报', '周刊', '月刊', '时报', '学报', '画报', '电台', '计划', '工程', '方案', '授权条款', '通用公众授权条款', '作业系统', '引擎'))})$"
    )


@cache
def _eras() -> frozenset[str]:
    return frozenset(words("eras"))


def linked_things(text: Text) -> Iterator[tuple[int, int]]:
    """The links of a text whose words are a name."""
    folded = text.folded
    for link in text.document.links:
        word = folded[link.span.start : link.span.end]
        if (
            link.entity
            and 2 <= len(word) <= _LONGEST
            and word == word.strip()
            and _is_name(folded, link, word)
        ):
            yield link.span.start, link.span.end


def _is_name(folded: str, link: Link, word: str) -> bool:
    page = re.split(r"[（(]", fold(link.entity), maxsplit=1)[0].rstrip()
    if _LATIN.search(word):
        return _latin(word, page)
    if not compiled(r"[\u3400-\u9fff·\d-]+").fullmatch(word) or word.isdecimal():
        return False
    same = page == word or word in page or _in_order(word, page)
    if not same and (len(word) > _LONGEST_APART or _RUNNING.search(word)):
        return False
    if word in common_words() or word in countries() or word in _eras() or word in offices("occupation"):
        return False
    if page in common_words() and (word in page or page in word):
        return False
    if _COMMON_END.search(word) or ends_with_office(word):
        return False
    if _named().search(word) and len(word) > 3:
        return same or not composed(word)
    plain = country().sub("", word)
    if composed(plain) or plain in common_words():
        return False
    return same or not holds_common(word)


def _in_order(short: str, long: str) -> bool:
    """Whether the characters of a text stand in the name of its page in this order: 高师 for 北京高等师范学堂."""
    rest = iter(long)
    return all(character in rest for character in short)


def _latin(word: str, page: str) -> bool:
    """Whether a text with Latin letters is the name of its page, and no running text that only holds some."""
    if word.lower() in latin_words() or not compiled(r"[A-Z]|\d").search(word):
        return False
    return page == word or (not _RUNNING.search(word) and len(word) <= 2 * _LONGEST_APART)
