"""The cases that OpenCC alone gets wrong, and those that it must keep."""

from __future__ import annotations

import pytest

from crosscheck.text.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("標誌著", "标志着"),
        ("著作", "著作"),
        ("乾隆皇帝", "乾隆皇帝"),
        ("乾燥", "干燥"),
        ("鍾夫翔", "钟夫翔"),
        ("陸徵祥", "陆征祥"),
        ("甚麼", "什么"),
        ("「核試驗」", "“核试验”"),
        ("１９５７年", "1957年"),
        ("後勤與皇后", "后勤与皇后"),
        ("1955－56年", "1955-56年"),
        ("王彊", "王强"),
        ("⺠国⻓江⻄岸", "民国长江西岸"),
        ("12\u2006345\u2009公里", "12 345 公里"),
        ("４，５６５人，３人", "4,565人，3人"),
        ("高射砲", "高射炮"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_vocabulary_is_left_alone() -> None:
    assert fold("建立檔案資料") == "建立档案资料"
