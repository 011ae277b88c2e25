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
        ("晾乾的餅乾", "晾干的饼干"),
        ("乾安县属松原", "乾安县属松原"),
        ("乾縣與乾陵", "乾县与乾陵"),
        ("徐乾學", "徐乾学"),
        ("口乾舌燥", "口干舌燥"),
        ("葡萄乾和豆腐乾", "葡萄干和豆腐干"),
        ("乾季與雨季", "干季与雨季"),
        ("王汎森", "王汎森"),
        ("薛應旂", "薛应旂"),
        ("畢昇提昇了效率", "毕昇提升了效率"),
        ("神祇祇有一位", "神祇只有一位"),
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
