"""The copy of a text that everything is matched on: Simplified, half width, variants made one.

Every fold is one code point for one, so that an offset into the folded text is an offset into the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from crosscheck.patterns import compiled

# OpenCC's tw2s leaves these (measured on version 1.4.2); the right-hand side is what Simplified texts write.
_VARIANTS = {
    "彊": "强", "甚麼": "什么", "甚么": "什么", "锺": "钟", "鍾": "钟", "徵": "征", "甦": "苏",
    "甯": "宁", "劄": "札", "綫": "线", "裏": "里", "産": "产", "啓": "启", "衆": "众", "説": "说", "爲": "为", "眞": "真",
    "砲": "炮", "銭": "钱", "妳": "你", "牠": "它", "祂": "他", "箇": "个", "佈": "布", "佔": "占", "週": "周", "迴": "回", "幺": "么", "苧": "苎",
}  # fmt: skip
_QUOTES = str.maketrans("「」『』“”‘’〝〞＂", '“”“”“”“”“”"')
_DASHES = str.maketrans("–—―─－﹣−‐‑‒", "----------")
_WIDTH = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
    | {"％": "%", "．": "."}
)
_WIDE_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES = str.maketrans(dict.fromkeys(f"\u00a0\u3000{_WIDE_SPACES}\u202f\u205f\t\r", " "))
_ALL = _QUOTES | _DASHES | _WIDTH | _SPACES
# Radicals that Unicode gives no plain character for: what each looks like (EquivalentUnifiedIdeograph).  PDFs and
# scanned books write them for the character (⺠国, ⻓江).
_RADICALS = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺇⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺶⺷⺸⺹⺺⺻⺼"
    "⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "厂乛乚乙亻冂几刂卜㔾小小兀尣尢巳幺彑彐忄㣺扌攵旡日月歺民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒㓁羊羊羊耂肀聿月"
    "臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)  # fmt: skip
# A comma as wide as the figures around it parts groups of three (４，５６５).
_GROUPED = compiled("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_RADICAL = compiled("[\u2e80-\u2fdf]")
# Characters that stand in names and hardly anywhere else; OpenCC writes another one for them, also in Simplified texts,
# where who writes them means them (薛应旂, 陈汎森, 毕昇).
_NAMED = compiled("[乾汎旂氾昇璿祇]")
# 乾 as dry; elsewhere it is read qian and stays (乾隆, 乾安县, 徐乾学).
_DRY = compiled(
    "乾(?=[燥杯净脆旱涸枯粮洗果草冰瘪裂瘦货电池透咳巴呕股肥贝衣湿酪嚎等爹妈妹热闹笑瞪号着了季坞尸拌面烧煎粉癣眼涩硬性])"
    "|(?<=[饼晾烘晒风擦吹阴炒豆肉葡萄梅杏鱼卜笋菜抹拧口焙腐])乾(?![隆坤清元封符道祐宁])"
)
_ONLY = compiled("(?<![神地灵天])祇")
_RISEN = compiled("(?<=[提上晋擢飞攀拔回飙])昇|昇(?=[华起降级高任空])")


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("tw2s")


@cache
def _singles() -> tuple[re.Pattern[str], dict[str, str]]:
    """What is replaced one by one, and a pattern for it: several times as fast as ``str.translate``."""
    table = {old: new for old, new in _VARIANTS.items() if len(old) == 1}
    table |= {chr(old): chr(new) if isinstance(new, int) else new for old, new in _ALL.items()}
    return compiled(f"[{re.escape(''.join(sorted(table)))}]"), table


def simplified(text: str) -> str:
    """`text` in Simplified characters, of the same length."""
    out: str = _converter().convert(text)
    if len(out) != len(text):  # a dictionary that changes lengths: convert character by character instead
        out = "".join(_converter().convert(character)[:1] or character for character in text)
    return out


def fold(text: str) -> str:
    """The folded copy of `text`; ``len(fold(text)) == len(text)``."""
    pattern, table = _singles()
    if "，" in text:
        text = _GROUPED.sub(",", text)
    text = radicals(text)
    out = pattern.sub(lambda match: table[match.group()], simplified(text)).replace("甚么", "什么")
    return _with_names(text, out) if _NAMED.search(text) else out


def _with_names(text: str, out: str) -> str:
    """`out` with the characters of `text` put back that a name keeps: 乾 but for dry things, 昇 but for rising, 祇 of gods."""
    kept = list(out)
    for match in _NAMED.finditer(text):
        kept[match.start()] = match[0]
    restored = _ONLY.sub("只", _DRY.sub("干", "".join(kept)))
    return _RISEN.sub("升", restored)


def radicals(text: str) -> str:
    """`text` with Kangxi and supplement radicals as the characters that they look like, one for one."""
    if not _RADICAL.search(text):
        return text
    return "".join(
        (unicodedata.normalize("NFKC", char) or char)[0] if "\u2e80" <= char <= "\u2fdf" else char
        for char in text.translate(_RADICALS)
    )
