"""Lists of works: what they say is true of the works alone, and reference lists are told by form where no heading tells."""

from __future__ import annotations

import pytest

import crosscheck
from crosscheck.model.document import Document
from crosscheck.read import read_text
from crosscheck.read.works import bibliographic


@pytest.mark.parametrize(
    "words",
    [
        "何维桢：《津渡考》，上海：商务印书馆，1934年，第52页。",
        "[3] 周叔达. 昆虫标本目录[M]. 北京: 科学出版社, 1988: 7-9.",
        "《申江体育史》，文汇出版社，1991年版。",
        "沈某主編：《鐵路年鑑》第3卷，中華書局，民國二十五年，頁一七。",
        "竺某．物候观测．北京：气象出版社，1973",
        "Ritchie, D. (1984). The evolution of the system. AT&T Bell Journal, vol. 63, pp. 1577–1593.",
        "《江湾体育场旧影》，http://www.example.org/1935/a.html，2004年5月6日查阅。",
        "②《近代天文台纪略》，载《天文杂志》1999年第3期。",
    ],
)
def test_entries(words: str) -> None:
    assert bibliographic(words)


@pytest.mark.parametrize(
    "words",
    [
        "1934年，何维桢在商务印书馆出版《津渡考》，书中收录渡口一百余处。",
        "他的小说《浮桥》由文汇出版社出版。",
        "《浮桥》是1948年上映的影片，片长97分钟。",
        "“浮桥”一名始见于《津渡考》第52页，他认为桥建于1872年。",
        "商务印书馆成立于1897年，1932年毁于战火。",
        "渡口：西岸设税关，1872年改为浮桥。",
        "[1] 西岸渡口在1872年改为浮桥。",
    ],
)
def test_sentences_are_no_entries(words: str) -> None:
    assert not bibliographic(words)


LISTS = {
    "text/plain": "本文讲养护。旧桥每三年油漆一次，费用由两岸居民分担。\n\n参考文献\n[1] 何维桢：《西渡浮桥建成记》，商务印书馆，1872年，第5页。\n[2] 周叔达：《乙渡志》，中华书局，1960年，第20页。",
    "text/markdown": "本文讲养护。旧桥每三年油漆一次。\n\n- 何维桢：《西渡浮桥建成记》，商务印书馆，1872年，第5页。\n- 周叔达：《乙渡志》，中华书局，1960年，第20页。",
    "text/x-wiki": "本文讲养护。旧桥每三年油漆一次。\n\n== 五、延伸閱讀 ==\n* 何維楨：《西渡浮橋建成記》，商務印書館，1872年。",
    "text/html": "<p>本文讲养护。旧桥每三年油漆一次。</p><p>[1] 何维桢：《西渡浮桥建成记》，商务印书馆，1872年，第5页。</p><p>[2] 周叔达：《乙渡志》，中华书局，1960年。</p>",
}


def _verdicts(entry: str, source: Document) -> dict[str, str]:
    report = crosscheck.compare(
        read_text(entry, name="e", media_type="text/markdown", role="entry"), [source]
    )
    return {finding.claim.exact: finding.verdict for finding in report.findings}


@pytest.mark.parametrize("media", LISTS)
def test_a_list_of_works_proves_nothing_of_their_subject(media: str) -> None:
    source = read_text(LISTS[media], name="s", media_type=media)
    told = _verdicts("# 西渡浮桥\n\n西渡浮桥建成于1872年，由何维桢设计。", source)
    assert told["1872年"] != "agree"
    assert told.get("何维桢") != "agree"


def test_a_list_of_works_tells_of_the_works() -> None:
    listed = "# 何维桢\n\n何维桢是学者。\n\n## 著作目录\n\n- 《津渡考》，商务印书馆，1934年\n- 《浮桥考》，中华书局，1936年\n"
    source = read_text(listed, name="s", media_type="text/markdown")
    assert [block.works for block in source.blocks if block.kind == "item"] == [True, True]
    told = _verdicts("# 何维桢\n\n何维桢1934年出版《津渡考》。1936年他在北平任教。", source)
    assert told["《津渡考》"] == "agree"
    assert told["1936年"] != "agree"


def test_prose_between_entries_is_text() -> None:
    text = "《津渡考》，商务印书馆，1934年，第3页。\n\n渡口在1872年改为浮桥。\n\n《浮桥考》，中华书局，1936年，第5页。"
    document = read_text(text, name="x", media_type="text/markdown")
    assert not any(block.apparatus or block.works for block in document.blocks)


@pytest.mark.parametrize(
    "heading",
    ["参考文献", "五、參考資料", "（六）书目", "6. References", "延伸阅读", "注释[编辑]", "外部链接："],
)
def test_headings_of_apparatus(heading: str) -> None:
    from crosscheck.read.sections import role

    assert role(heading) in ("references", "notes", "links")


def test_a_part_of_a_list_of_references_is_no_text() -> None:
    text = "# 桥\n\n桥成于1872年。\n\n## 参考文献\n\n### 专著\n\n- 甲著《桥》\n\n## 影响\n\n桥毁于1901年。"
    document = read_text(text, name="x", media_type="text/markdown")
    assert [b.apparatus for b in document.blocks if b.kind != "heading"] == [False, True, False]
