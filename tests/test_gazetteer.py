"""Known places: the longest name counts, nothing is cut across the edges of words, and what lies in what."""

from __future__ import annotations

import pytest

from crosscheck.names.gazetteer import known, within
from crosscheck.names.numbered import numbered
from crosscheck.names.places import related


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中国湖南省", ["湖南省"]),
        ("中国山东省", ["山东省"]),
        ("广西壮族自治区河池市都安瑶族自治县", ["广西壮族自治区", "河池市", "都安瑶族自治县"]),
        ("沿海地区", []),
        ("湖广安陆州", ["湖广", "安陆州"]),
        ("笔架山东北方", []),
        ("黄河南岸", []),
        ("太行山西麓", []),
        ("江西南昌", ["江西", "南昌"]),
        ("上海南京路", ["上海", "南京"]),
        ("乾安县", ["乾安县"]),
        ("印度比哈尔邦", ["比哈尔邦"]),
        ("双方合作", []),
        ("大理石", []),
    ],
)
def test_known_places(text: str, found: list[str]) -> None:
    assert [text[place.start : place.end] for place in known(text)] == found


@pytest.mark.parametrize(
    ("inner", "outer", "so"),
    [
        ("曹县", "山东", True),
        ("曹县", "山东省", True),
        ("菏泽市", "山东", True),
        ("菏泽", "江苏", False),
        ("山东", "菏泽", False),
        ("旺角", "香港", False),
    ],
)
def test_what_lies_in_what(inner: str, outer: str, so: bool) -> None:
    assert within(inner, outer) is so


def test_the_wider_place_is_compatible() -> None:
    assert related("place", "曹县", "山东").relation == "compatible"
    assert related("place", "曹县", "江苏").relation == "different"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("日军第228联队", ["日军第228联队"]),
        ("第38师团长佐野", []),
        ("第229联队第2大队", ["第229联队第2大队"]),
        ("第三师范学校", []),
        ("第14军医院", ["第14军医院"]),
        ("第一军医大学", []),
        ("三军将士", []),
        ("皇家空军第617中队", ["皇家空军第617中队"]),
        ("第二十一届冬季奥林匹克运动会", ["第二十一届冬季奥林匹克运动会"]),
        ("第一集团公司", []),
    ],
)
def test_numbered_bodies(text: str, found: list[str]) -> None:
    assert [text[body.start : body.end] for body in numbered(text)] == found
