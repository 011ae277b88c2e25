"""How two names, offices, places, organisations, titles and quotations relate."""

from __future__ import annotations

import pytest

from crosscheck.extract import facts
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact
from crosscheck.model.values import Name, Office, Wording
from crosscheck.names.places import related
from crosscheck.registry import kind
from tests.support import text_of


def only(name: str, text: str) -> Fact:
    found = [fact for fact in facts(text_of(text)) if fact.kind == name]
    assert found, text
    return found[0]


def relation(name: str, claim: str, evidence: str) -> Comparison:
    return kind(name).compare(only(name, claim), only(name, evidence))


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("外交总长陆征祥出席。", "外交總長陸徵祥出席。", "identical"),
        ("区域市政总署署长孙明扬主礼。", "区域市政总署副署长孙明扬主礼。", "different"),
        ("国防部部长彭德怀出席。", "国防部代部长彭德怀出席。", "different"),
        ("中共中央总书记胡锦涛讲话。", "总书记胡锦涛讲话。", "compatible"),
        ("外交部部长陈毅讲话。", "外交部长陈毅讲话。", "equivalent"),
        ("聂荣臻任团长。", "以聂荣臻、陈赓为首的代表团抵达。", "compatible"),
        ("陈赓任副团长。", "以聂荣臻、陈赓为首的代表团抵达。", "incomparable"),
        ("聂荣臻副总理签字。", "代表团团长聂荣臻签字。", "incomparable"),
        ("交通总长曹汝霖辞职。", "财政总长曹汝霖辞职。", "different"),
        ("北京大学校长蔡元培讲话。", "北京大学校长胡适讲话。", "incomparable"),
        ("苏联部长会议第一副主席别尔乌辛签字。", "国家计划委员会主席别尔乌辛签字。", "different"),
        ("首任校长为许雪舫。", "首任校长是李光璧。", "different"),
        ("首任校长为许雪舫。", "第二任校长是李光璧。", "incomparable"),
        ("时任国防部长彭德怀出席。", "时任国防部长林彪出席。", "different"),
        ("时任国防部长彭德怀出席。", "国防部长林彪出席。", "incomparable"),
        ("时任部长彭德怀出席。", "时任部长林彪出席。", "incomparable"),
        ("球队主帅高洪波辞职。", "主教练高洪波辞职。", "compatible"),
        ("法国外长皮诺访华。", "法国外交部长皮诺访华。", "equivalent"),
        ("军区司令员许世友视察。", "军区副司令员许世友视察。", "different"),
        ("忠王李秀成出战。", "慕王李秀成出战。", "different"),
        ("副研究员叶笃正讲话。", "叶笃正被选为中央委员。", "incomparable"),
        ("北京大学校长蔡元培讲话。", "北京大学教授蔡元培讲话。", "incomparable"),
        ("新一军代政治委员罗荣桓讲话。", "新一军代政委罗荣桓讲话。", "equivalent"),
        ("香港特首董建华出席。", "香港行政长官董建华出席。", "equivalent"),
        ("竺可桢辞去校长职务。", "竺可桢任校长。", "incomparable"),
        ("竺可桢辞去校长职务。", "竺可桢卸下校长一职。", "identical"),
    ],
)
def test_offices(claim: str, evidence: str, expected: str) -> None:
    assert relation("role", claim, evidence).relation == expected


@pytest.mark.parametrize(
    ("name", "claim", "evidence", "expected"),
    [
        ("place", "会议在上海召开。", "会议在上海市召开。", "equivalent"),
        ("place", "会议在上海召开。", "会议在杭州召开。", "different"),
        ("place", "卫星在海南文昌航天发射场升空。", "卫星在文昌航天发射场升空。", "compatible"),
        ("place", "大会在北大法科礼堂举行。", "大会在北大法科大礼堂举行。", "compatible"),
        ("place", "会议在南京召开。", "会议在北京召开。", "different"),
        ("organisation", "他毕业于北京大学。", "他毕业于北京大学。", "identical"),
        ("organisation", "他毕业于北京大学。", "他毕业于南京大学。", "different"),
        ("organisation", "中国工商银行收购了公司。", "中国人民银行收购了公司。", "different"),
        ("title", "签署《中英联合声明》。", "簽署《中英聯合聲明》。", "identical"),
        ("title", "签署《中苏国防新技术协定》。", "签署《国防新技术协定》。", "compatible"),
        ("title", "神舟十二号升空。", "神舟12号升空。", "equivalent"),
        ("title", "神舟十二号升空。", "神舟十三号升空。", "different"),
        ("title", "发表《北京学界全体宣言》。", "发表《北京市民宣言》。", "different"),
        ("quote", "他说：“科学技术是第一生产力。”", "他說：「科學技術是第一生產力」。", "equivalent"),
        ("quote", "学生高呼“外争国权，内除国贼”。", "学生高呼“外争国权，内惩国贼”。", "different"),
        ("quote", "他说：“我们来过。”", "他说：“我们来过。后来离开了。”", "compatible"),
        ("quote", "碑上写着“大地记得每一盏灯”的题词。", "碑上写着“大地记得每一盏灯火”的题词。", "different"),
        ("quote", "他说：“奖杯属于你们。”", "他说：“奖杯属于你们每一个人。”", "compatible"),
    ],
)
def test_other_names(name: str, claim: str, evidence: str, expected: str) -> None:
    assert relation(name, claim, evidence).relation == expected


@pytest.mark.parametrize(
    ("kind_name", "claim", "evidence", "expected"),
    [
        ("place", "柳湾村", "柳湾小学", "incomparable"),
        ("place", "柳湾村", "石桥村", "different"),
        ("place", "同里镇", "同里", "equivalent"),
        ("place", "湖南沅陵", "沅陵", "compatible"),
        ("place", "苏联", "莫斯科", "incomparable"),
        ("place", "上海", "杭州", "different"),
        ("organisation", "中央研究院", "中央研究院地质研究所", "incomparable"),
        ("organisation", "大生纱厂", "大生纱厂股份有限公司", "compatible"),
        ("organisation", "中央研究院气象研究所", "中央研究院地质研究所", "different"),
    ],
)
def test_sorts_and_parts(kind_name: str, claim: str, evidence: str, expected: str) -> None:
    assert related(kind_name, claim, evidence).relation == expected
    assert related(kind_name, evidence, claim).relation == expected


@pytest.mark.parametrize(
    ("name", "claim", "evidence", "altered"),
    [
        ("title", "《香溪煤系银杏类植物的角质层》发表。", "《香溪煤系苏铁类植物的角质层》发表。", True),
        ("title", "发表《北京学界全体宣言》。", "发表《北京市民宣言》。", False),
        ("title", "出版《中国哲学史》。", "出版《中国文学史》。", False),
        ("quote", "碑上写着“大地记得每一盏灯”的题词。", "碑上写着“大地记得每一盏灯火”的题词。", True),
        ("quote", "他说：“质量是饭碗。”", "他说：“质量是工厂的饭碗。”", True),
        ("quote", "他喊道：“废除二十一条！”", "他喊道：“取消二十一条约！”", False),
    ],
)
def test_an_altered_wording_is_nearer_than_another_one(
    name: str, claim: str, evidence: str, altered: bool
) -> None:
    compared = relation(name, claim, evidence)
    assert compared.relation == "different"
    assert (compared.nearness >= 0.8) is altered


def test_a_country_is_where_something_stands() -> None:
    assert only("place", "公司在尼日利亚建立组装厂。").rule == "place/position"
    assert only("place", "尼日利亚同意了协议。").rule == "place/country"
    assert only("place", "在苏联的援助下，工厂建成。").rule == "place/country"


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("北大", "北京大学"),
        ("中科院", "中国科学院"),
        ("清华", "清华大学"),
        ("物理研究所", "中国科学院物理研究所"),
    ],
)
def test_bodies_in_short(claim: str, evidence: str) -> None:
    assert related("organisation", claim, evidence).relation == "compatible"


def test_the_differing_word_is_named() -> None:
    step = relation("quote", "学生高呼“外争国权，内除国贼”。", "学生高呼“外争国权，内惩国贼”。").steps[0]
    assert step.key == "quote.word"
    assert dict(step.args) == {"claim": "内除国", "evidence": "内惩国"}


def test_a_slogan_is_read_past_a_remark_in_brackets() -> None:
    compared = relation(
        "quote", "口号是“外争国权（对抗列强），内除国贼（惩处官员）”。", "学生高呼“外争国权，内除国贼”。"
    )
    assert compared.relation == "equivalent"


def test_one_office_is_nearer_than_another() -> None:
    near = relation("role", "民政总署署长孙明扬主礼。", "民政总署副署长孙明扬主礼。")
    far = relation("role", "民政总署署长孙明扬主礼。", "市政局主席孙明扬主礼。")
    assert near.nearness > far.nearness


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("鲁迅写道：“其实地上本没有路，走的人多了，也便成了路。”", "鲁迅"),
        ("“我们终于成功了！”屠呦呦回忆道。", "屠呦呦"),
        ("学生高呼“停止内战”。", ""),
    ],
)
def test_speakers(text: str, speaker: str) -> None:
    value = only("quote", text).value
    assert isinstance(value, Wording)
    assert value.speaker == speaker


def test_latin_is_kept_and_carried() -> None:
    found = [
        f
        for f in facts(text_of("印度总理尼赫鲁（Jawaharlal Nehru）来访，尼赫鲁发表讲话。"))
        if f.kind == "person"
    ]
    assert [(v.canonical, v.latin) for f in found if isinstance(v := f.value, Name)] == [
        ("尼赫鲁", "Jawaharlal Nehru"),
        ("尼赫鲁", "Jawaharlal Nehru"),
    ]


def test_a_short_form_wants_its_bearer() -> None:
    told = facts(text_of("周恩来总理到机场迎接。周总理发表讲话。"))
    assert [str(f.value) for f in told if f.kind == "person"] == ["周恩来", "周恩来"]
    untold = facts(text_of("应当遵照周总理讲的精神办。"))
    assert not [f for f in untold if f.kind == "person"]


def test_holders_of_a_list() -> None:
    value = only("role", "陈赓、宋任穷为副团长。").value
    assert isinstance(value, Office)
    assert value.holders == ("陈赓", "宋任穷")
    assert value.verb == "为"


def test_the_body_of_an_office() -> None:
    value = only("role", "九广铁路公司主席霍士杰主礼。").value
    assert isinstance(value, Office)
    assert (value.office, value.body) == ("九广铁路公司主席", "九广铁路公司")
