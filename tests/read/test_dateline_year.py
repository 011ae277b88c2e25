"""The year of a dateline that gives none."""

from __future__ import annotations

import pytest

from crosscheck.read import read_text
from crosscheck.read.dateline_year import dateline

LINE = "新桥通车\n\n本报武汉5月4日电（记者王敏）大桥今天通车。"


@pytest.mark.parametrize(
    ("text", "path", "date"),
    [
        (LINE, "news-1987.txt", "1987-05-04"),
        (LINE, "1987/05/news.txt", None),
        (LINE, "a.txt", None),
        (LINE, "1987-1990.txt", None),
        (LINE + "1995年将建二桥。", "news-1987.txt", None),
        (LINE + "验收于1987年5月2日结束。", "a.txt", "1987-05-04"),
        (LINE + "奠基于1987年5月2日、1986年5月1日。", "a.txt", None),
        (LINE + "设计于1957年10月1日完成。", "a.txt", None),
        ("新华社北京1月3日电 会议于1998年12月30日闭幕。", "a.txt", "1999-01-03"),
        ("新华社北京2月30日电 会议闭幕。", "n-1998.txt", None),
        ("新华社北京1月3日电 甲。\n新华社上海1月4日电 乙。", "n-1998.txt", None),
        ("会议1月3日闭幕。", "n-1998.txt", None),
    ],
)
def test_the_year_of_a_dateline(text: str, path: str, date: str | None) -> None:
    assert dateline(text, path) == date


def test_a_document_takes_it() -> None:
    assert read_text(LINE, name="news-1987.txt").date == "1987-05-04"
    assert read_text("2001-02-03\n" + LINE, name="news-1987.txt").date == "2001-02-03"
    assert read_text(LINE, name="a", date="1990").date == "1990"
