"""Each feature of an option: the source that has more of it, and the one that has less."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.align.features import FEATURES, NAMES
from tests.heart import feature, option

BRIDGE = "清河大桥由市政府出资修建，1968年5月1日通车。"
# feature, kind of the claim, the entry, a source with more of it, a source with less of it
CASES = [
    ("coverage", "date", BRIDGE, "市政府出資修建的清河大橋，1968年5月1日通車。", "1968年5月1日，棉纱涨价。"),
    ("reverse", "date", BRIDGE, "清河大橋，1968年5月1日通車。", "1968年5月1日，纱厂罢工，码头停运，商会出面调停，清河大桥通车。"),
    ("mass", "date", BRIDGE, "市政府出資修建的清河大橋，1968年5月1日通車。", "1968年5月1日，大桥。"),
    ("same", "quantity", "1957年10月15日，代表团接收120台机床。", "1957年10月15日，代表團接收了120臺機床。", "代表團接收了120臺機床。"),
    ("apart", "quantity", "1957年10月15日，代表团接收120台机床。", "1961年3月2日，代表團接收了120臺機床。", "1957年10月15日，代表團接收了120臺機床。"),
    ("telling", "date", BRIDGE, "清河大橋於1968年5月1日通車。", "清河大橋於1968年通車。"),
    ("coarse", "date", BRIDGE, "清河大橋於1968年通車。", "清河大橋於1968年5月1日通車。"),
    ("heads", "quantity", "工厂招收300名学徒。", "工廠招收300名學徒。", "工廠招收300名。"),
    ("nearness", "quantity", "工厂招收300名学徒。", "工廠招收320名學徒。", "工廠招收950名學徒。"),
    ("stance", "date", BRIDGE, "清河大桥计划于1968年5月1日通车。", "清河大橋於1968年5月1日通車。"),
    ("act", "date", "两国代表于1957年10月15日签署协定。", "兩國代表於1957年10月15日簽訂協定。", "两国代表于1957年10月15日废除协定。"),
    ("rare", "quantity", "工厂招收300名学徒。", "工廠招收300名學徒。", "工廠招收300名學徒。\n次年又招收300名学徒。"),
    ("anchor", "date", "《呐喊》于1923年8月出版。", "《吶喊》於1923年8月出版。", "一部小说集于1923年8月出版。"),
    ("local", "quantity", "工厂招收300名学徒。", "工廠招收300名學徒。", "码头上停着货轮，来自海外，船上有300人。"),
    ("slot", "quantity", "塌方造成3名矿工遇难。", "塌方使3名礦工喪生。", "塌方後3名礦工受傷。"),
    ("company", "quantity", "1912年5月3日，工厂招收300名学徒。", "1912年5月3日，工廠招收300名學徒。", "工廠招收300名學徒。"),
    ("verbatim", "date", BRIDGE, "清河大橋由市政府出資修建，1968年5月1日通車。", "清河大橋由市政府出資修建，於1968年5月1日通車。"),
    ("astray", "quantity", "1912年5月3日，纱厂招收300名学徒。", "1912年5月3日，紗廠開工。\n\n商会当年有房屋数十间。\n另有300名会员。", "1912年5月3日，紗廠招收300名學徒。"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "entry", "more", "less"), CASES, ids=[case[0] for case in CASES])
def test_a_feature_tells_two_sources_apart(name: str, kind: str, entry: str, more: str, less: str) -> None:
    values = [feature(name, option(entry, source, kind)) for source in (more, less)]
    assert values[0] > values[1]


def test_the_best_partner_is_first_and_wanted() -> None:
    entry = "工厂招收300名学徒。\n码头雇用300名工人。"
    source = "工廠招收300名學徒。\n碼頭雇用300名工人。"
    best = option(entry, source, "quantity", "300名学徒", "300名學徒")
    other = option(entry, source, "quantity", "300名学徒", "300名工人")
    assert (feature("first", best), feature("wanted", best)) == (1, 1)
    assert (feature("first", other), feature("wanted", other)) == (0, 0)


def test_every_feature_has_a_case() -> None:
    assert {case[0] for case in CASES} | {"bias", "first", "wanted"} == set(NAMES)


def test_every_feature_says_what_it_tells() -> None:
    page = (Path(__file__).parents[2] / "docs" / "verdicts.md").read_text(encoding="utf-8")
    table = [
        line.split("|")[1] for line in page.splitlines() if line.startswith("| ") and line.count("|") == 3
    ]
    told = {name.strip() for cell in table for name in cell.split(",")}
    assert len(set(NAMES)) == len(NAMES)
    assert all(feature.doc for feature in FEATURES)
    assert set(NAMES) <= told | {"bias"}


def test_what_lasts_is_of_one_occasion_on_days_near_one_another() -> None:
    role = option("1912年5月3日，陆征祥任外交总长。", "1912年5月20日，陸徵祥任外交總長。", "role")
    count = option("1912年5月3日，代表团有120人。", "1912年5月20日，代表團有120人。", "quantity")
    assert (feature("same", role), feature("apart", role)) == (0.6, 0)
    assert (feature("same", count), feature("apart", count)) == (0, 0.3)
