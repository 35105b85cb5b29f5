"""Words with one wrong character are told; coined words, puns and words that only meet are not."""

from __future__ import annotations

import pytest

from reportlint.spelling import spelling

SLIPS = [
    ("加强行政负议规范化建设。", "行政负议", "行政复议"),
    ("不断提生执法水平。", "不断提生", "不断提升"),
    ("办理政协提按12件。", "政协提按", "政协提案"),
    ("审查规性范文件3件。", "规性范文件", "规范性文件"),
    ("开展送法进校圆活动。", "送法进校圆", "送法进校园"),
    ("形成常太化机制。", "常太化", "常态化"),
    ("做到“件件有落实、事事有回因”。", "事事有回因", "事事有回音"),
    ("法治建设步筏不断加快。", "步筏", "步伐"),
    ("供水管网老划引发的投诉依法处理。", "管网老划", "管网老化"),
    ("逐级签订责任书，层层传寻压力。", "传寻压力", "传导压力"),
    ("参与渠到不畅的问题尚未解决。", "渠到不畅", "渠道不畅"),
    ("宣传形式较为旦调。", "旦调", "单调"),
    ("把风险化解在萌牙状态。", "萌牙", "萌芽"),
    ("坚决遏治反弹。", "遏治", "遏制"),
    ("层层落责实任。", "落责实任", "落实责任"),
    ("办共室工作人员参加培训。", "办共室", "办公室"),
    ("政服务务事项网上可办。", "政服务务事项", "政务服务事项"),
]

HONEST = [
    "年检应检312家、实检304家，追缴易地建设费，开展清违行动，统筹抗疫战疫，办理法援案件。",
    "行政处发出通知，行政复核依法办理，综合执法大队整合力量。",
    "精文减会，减证便民，小过重罚问题得到纠正。",
    "开通“民声热线”，打造“食安封签”品牌，“益企”行动惠及120家。",
    "举办法制讲座，设立法制审核岗，召开法制宣传日活动。",
    "积极展开募捐，理清工作思路，部分养老机构接受检查。",
    "制订计划，做出说明，检察监督到位。",
    "开展规划终期评估、危大工程专项检查，省办督查，逐季通报，组织夜查。",
    "检查量由12件增至20件，法律意见数、检察建议数同比上升，5个部门获区级表彰。",
    "出动宣传车8台次，和技术人员一道，分管领导任组长。",
    "我局现就有关情况报告如下；区委依法治区办共召开会议3次，区委将召开会议，市住建局已印发方案。",
    "区人大内司委开展视察，推行精准智控，在优知平台发布信息。",
    "聘请陈效达、高继中、于友先为监督员。",
]


@pytest.mark.parametrize(("text", "written", "word"), SLIPS)
def test_a_slip_and_the_word_meant(text, written, word):
    first = next(spelling().find(text))
    assert (text[first.span.start : first.span.end], first.word) == (written, word)


@pytest.mark.parametrize("text", HONEST)
def test_honest_words_are_left_alone(text):
    assert list(spelling().find(text)) == []


def test_all_slips_of_a_text_in_order():
    text = "行政负议工作\n不断提生执法水平"
    assert [miss.word for miss in spelling().find(text)] == ["行政复议", "不断提升"]
