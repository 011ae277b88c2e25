"""The regular expression of one numeral, with what is written into it."""

from __future__ import annotations

from functools import cache

from crosscheck.text.numerals import NUMERAL

SET = {
    "成千上万": 1000,
    "成百上千": 100,
    "数以百计": 100,
    "数以千计": 1000,
    "数以万计": 10**4,
    "数以十万计": 10**5,
    "数以百万计": 10**6,
    "数以千万计": 10**7,
    "数以亿计": 10**8,
}


@cache
def number_source() -> str:
    """The source of a regular expression for one number; a sign counts only as 负.

    Every numeral in it is matched at once or not at all, so that a long run of numeral characters costs linear time.
    """
    fixed = "|".join(SET)
    group = r"零?(?:\d,\d{3}|\d{1,4})(?:\.\d{1,4})?(?:[百千][万亿]?|[万亿])"
    rest = r"零?(?:\d,\d{3}|\d{3,4})(?![\d,.])"
    mixed = (
        rf"(?:\d{{1,3}}(?:,\d{{3}})++|\d++)(?:[百千][万亿]?|[万亿])(?:(?:{group})+(?:{rest})?|{rest})(?![\d])"
    )
    thousands = r"\d+(?:\.\d+)?k(?![A-Za-z/])"
    plain = rf"(?>{mixed}|{thousands}|{NUMERAL})"
    counted = "[名位个人岁天次所家座种条项件里公吨米辆艘架户度元"
    tail = rf"[多余](?:[万亿]+|(?![少数边党]))|来(?={counted}])|几(?:[万亿]+|(?={counted}年]))"
    simple = r"(?>\d++(?:,\d{3})*+(?:\.\d++)?k?[万亿]?|[零〇一二两三四五六七八九十百千万亿点]+)"
    part = rf"(?:又{simple})?分之负?{simple}"
    guess = r"\d0、\d0(?=[万亿岁名人个位天斤])[万亿]*|\d{1,2}、\d(?![\d.、])(?=[十百千万亿岁名人个位天斤])[十百千万亿]*"
    listed = "[一二三四五六七八]、[二三四五六七八九][十百千万亿]+"
    vague = (
        "(?:好几|几|数)[十百千万亿]+|(?:上|(?<![经通透越跨渡穿超胜路走掠错飞度好不])过)[百千万亿]+(?:(?<!过[百千])|(?=[名人位家个座所次年里公吨元只头艘架辆枚间户种项件度]))"
        "|好几(?=[人名位家次个处座艘架辆天年周夜种项条件门枚户颗所间]|小时|分钟)"
    )
    return rf"(?:{fixed}|{guess}|{listed}|{vague}|负?{plain}(?:{part}|{tail})?)"
