"""A small pair with claims that rules leave open, and the questions that they make."""

from __future__ import annotations

from functools import cache

import crosscheck
from crosscheck import pipeline
from crosscheck.align.option import Option
from crosscheck.model.document import Document
from crosscheck.model.report import Judgement
from crosscheck.second.answer import Answer
from crosscheck.second.apply import revised
from crosscheck.second.question import Question, questions

ENTRY = """# 青石水电站

青石水电站位于沅江上游，1958年动工兴建，工程由陆文渊担任总工程师。1963年5月第一台机组并网发电，大坝高87米。

1971年夏天的洪水冲毁了左岸导流墙，两名工人遇难。修复工程耗资120万元。
"""
SOURCE = """青石水電站建設紀要

沅江上游的青石水電站，籌備多年。陸文淵受命主持全部工程技術。

壩體施工期間，最大壩高定為八十七公尺。首臺機組於一九六三年六月投入運轉，向縣城送電。

一九七一年七月大水，左岸的導流牆被沖垮，死了兩個工人。事後修復，花費一百二十餘萬元。
"""


@cache
def pair(source: str = SOURCE, entry: str = ENTRY) -> tuple[Document, Document]:
    return (
        crosscheck.read_text(entry, name="entry.md", media_type="text/markdown", role="entry"),
        crosscheck.read_text(source, name="source.txt", role="source"),
    )


Row = tuple[Question, Judgement, list[Option]]


@cache
def rows(source: str = SOURCE, entry: str = ENTRY) -> tuple[Row, ...]:
    """Every question of the pair with the rules' judgement and the options of its claim."""
    one, other = pair(source, entry)
    bench = pipeline.prepare(one, [other])
    held = pipeline.options(bench)
    judged = tuple(pipeline.judge(bench.claims, held, bench.documents[1:]))
    return tuple((q, judged[n][1], held[n]) for n, q in questions(bench, held, judged))


def row(words: str, source: str = SOURCE, entry: str = ENTRY) -> Row:
    """The question on the claim with these words in it."""
    return next(one for one in rows(source, entry) if words in one[0].claim.text)


def number_of(question: Question, words: str) -> int:
    """The number of the passage with these words."""
    return next(n for n, passage in enumerate(question.passages, 1) if words in passage.words)


def after(one: Row, relation: str, quote: str, candidate: int | None = None, allow: str = "agree conflict take-back doubt") -> Judgement:  # fmt: skip
    """The judgement once a reader has answered."""
    question, judgement, options = one
    number = number_of(question, quote) if candidate is None else candidate
    answer = Answer(question.id, "reader", number, relation, quote)
    return revised(question.claim, judgement, options, question, answer, frozenset(allow.split()))


MILL = """# 云岭纺织厂

云岭纺织厂的前身创办于1921年3月。首任厂长是何慕白，开工时装有纱锭4800枚。

1938年秋，机器经水路内迁重庆。途中有6艘木船沉没，损失纱锭900枚。

工人夜校于1947年停办。该厂的产品以结实著称，远销海外。
"""
STORY = """雲嶺舊事

我祖父說，廠子開張那天下著雨，是民國十年三月，門口掛了兩串鞭炮。頭一個管事的人姓何，帳房裡的人都怕他。

打仗那年秋後，機器裝了船，逆著大江往上走。灘險水急，翻掉的木船有八艘，紗錠沉了九百枚，都撈不起來。

舊帳上記著四千八百枚，是哪一年的數目，沒有人說得清。

夜裡給工人上課的學堂，到一九四九年才關門。那時候織的布耐穿，南洋的商人都來買。
"""


def mill(words: str) -> Row:
    """A question of the second pair."""
    return row(words, STORY, MILL)
