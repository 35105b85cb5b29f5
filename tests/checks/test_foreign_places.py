"""Another place's name in the text: invented ones by how they stand there, real ones by where they lie."""

from __future__ import annotations

import pytest

from reportlint.divisions import divisions

OWN = "{own}2025年法治政府建设情况报告\n2025年，我单位依法履职。现将情况报告如下：\n一、主要工作\n{words}"

# whose report it is, what it says, the place that is spoken of
CASES = [
    ("龙川县水务局", "由紫金县司法局牵头评查案卷36卷。", "紫金县"),
    ("龙川县水务局", "全年为苏州市企业办理取水许可12件。", "苏州市"),
    ("龙川县水务局", "在河源市司法局指导下开展评查，向广东省人民政府报备文件1件，龙川县委听取汇报。", ""),
    ("龙川县水务局", "赴苏州市司法局学习考察。与紫金县公安局联合执法3次。", ""),
    ("龙川县水务局", "选派2名干部到苏州市司法局跟班锻炼。", ""),
    ("河源市司法局", "龙川县司法局、紫金县司法局完成评查，东源县委常委会专题学法。", ""),
    ("河源市司法局", "由惠州市司法局统筹评查。", "惠州市"),
    ("南京市鼓楼区教育局", "在南京市委领导下，由鼓楼区委依法治区办牵头。", ""),
    ("青岚区水务局", "全年为龙川县群众提供法律咨询860人次。", "龙川县"),
    ("青岚区水务局", "全年为鹭汀县群众提供法律咨询860人次。", "鹭汀县"),
    ("青岚区水务局", "由苏州市司法局统筹评查，推动成为示范县各部门的样板。", ""),
    ("云川市水务局", "柏岭市各镇建立研判机制。", "柏岭市"),
    ("龙川县水务局", "全省考核中，紫金县政府、东源县政府与我县并列第一。", ""),
    ("龙川县水务局", "由紫金县政府牵头的流域联防机制运行三年，紫金县公安局转来线索18条。", ""),
    ("龙川县水务局", "向紫金县人民政府发函商请处置采砂问题，对方7日内答复。", ""),
    ("龙川县水务局", "从紫金县辖区流入的固体废物126吨已依法处置。", ""),
    ("龙川县水务局", "甘肃省成县、徽县企业来购设备，合同纠纷化解3件。", ""),
    ("龙川县水务局", "由新县城居民委员会、老县城社区分别设点。", ""),
    ("龙川县水务局", "由新县司法局牵头评查案卷36卷。", "新县"),
    ("龙川县水务局", "由紫金县应急管理局对我局开展评查，评估组由东源县司法局副局长带队，来我县核查。", ""),
    ("龙川县水务局", "到老城区居民家中走访，为西区企业办理许可12件，核对应县政府备案的文件3件。", ""),
    ("云川市水务局", "龙川县司法局、青岚区司法局完成评查。", ""),
    ("松岚镇人民政府", "石溪镇党委定期听取汇报，对全镇各村开展检查。", "石溪镇"),
    ("松岚镇人民政府", "由青岚区委依法治区办统筹，服务村镇企业32家。", ""),
    # what part of a town is called, or what words run into
    ("青岚区水务局", "对东区企业开展检查36家次，在老城区居民、港口区企业中宣传，对应县企业发放指引。", ""),
]


@pytest.mark.parametrize(("own", "words", "place"), CASES, ids=[f"{own}-{words[:10]}" for own, words, _ in CASES])
def test_places_of_others(own, words, place, lint):
    found = [f for f in lint(OWN.format(own=own, words=words)).findings if f.rule.endswith("/foreign-place")]
    assert [f.message.partition("“")[2].partition("”")[0] for f in found] == ([place] if place else [])
    assert all((f.line, f.column) == (4, words.index(place) + 1) for f in found)


def test_places_that_share_a_name_are_akin_to_all_they_may_lie_in():
    places = divisions()
    assert places.akin("鼓楼区", "南京市")
    assert places.akin("福州市", "鼓楼区")
    assert places.akin("江苏省", "鼓楼区")
    assert not places.akin("鼓楼区", "苏州市")
    assert places.provinces("龙川县") == {"广东省"}
    assert len(places.provinces("鼓楼区")) > 2
    assert "城区" not in places


@pytest.mark.parametrize(("own", "told"), [("龙川县", True), ("鼓楼区", False), ("义乌市", False)])
def test_a_platform_of_another_province_than_the_county_s(own, told, lint):
    report = lint(OWN.format(own=f"{own}水务局", words="依托“浙里办”办理事项120件。"))
    found = [f.message for f in report.findings if f.rule.endswith("/foreign-brand")]
    assert any("这份报告是广东省的" in message for message in found) is told
    assert bool(found) is (own != "义乌市")
