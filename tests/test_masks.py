"""Masks by family, with their exact places, and the look-alikes that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.examples import as_document
from reportlint.masks import find_masks

MASKS = [
    ("达xx%、xx%，", [("figure", "xx%"), ("figure", "xx%")]),
    ("xx、xx区获评", [("name", "xx"), ("name", "xx区")]),
    ("登记xx万人，", [("figure", "xx万人")]),
    ("接种近 xxx万人，", [("figure", "xxx万人")]),
    ("遴选 xxx 个项目", [("figure", "xxx 个")]),
    ("“**娃·课堂”", [("name", "**")]),
    ("“**云校”上线", [("name", "**")]),
    ("约x万名职工", [("figure", "x万名")]),
    ("超xx万居民，", [("figure", "xx万")]),
    ("访问x亿人次。", [("figure", "x亿人次")]),
    ("设有x大项，", [("figure", "x大项")]),
    ("讲座xxx余节，", [("figure", "xxx余节")]),
    ("XX家长学院", [("name", "XX")]),
    ("XX人社局", [("name", "XX")]),
    ("《XX市物业条例》", [("name", "XX市")]),
    ("20xx年工作", [("date", "20xx年")]),
    ("202x年工作", [("date", "202x年")]),
    ("x01x年工作", [("date", "x01x年")]),
    ("20xxxx年", [("date", "20xxxx年")]),
    ("XXXX年XX月XX日", [("date", "XXXX年XX月XX日")]),
    ("2025年x月", [("date", "x月")]),
    ("X月X日召开", [("date", "X月X日")]),
    ("××局印发", [("name", "××局")]),
    ("局长×××主持", [("name", "×××")]),
    ("*区举办", [("name", "*区")]),
    ("召开会议*次，", [("figure", "*次")]),
    ("罚没款*万元", [("figure", "*万元")]),
    ("第X条第X款", [("figure", "X条"), ("figure", "X款")]),
    ("增长x.x%", [("figure", "x.x%")]),
    ("面积xxxx.xx万亩", [("figure", "xxxx.xx万亩")]),
    ("□□□研究决定", [("slot", "□□□")]),
    ("○○市印发", [("name", "○○市")]),
    ("开展活动N次，", [("figure", "N次")]),
    ("培训n余人", [("figure", "n余人")]),
    ("ＸＸ市", [("name", "XX市")]),
    ("XXX同志", [("name", "XXX同志")]),
    ("**县**局联合", [("name", "**县"), ("name", "**局")]),
    ("??件", [("figure", "??件")]),
    ("〔20XX〕XX号", [("date", "20XX"), ("figure", "XX号")]),
    ("全省第x，", [("figure", "x")]),
    ("1x件", [("figure", "1x件")]),
    ("20__年__月__日印发", [("date", "20__年__月__日")]),
    ("〔20__〕__号", [("date", "20__"), ("figure", "__号")]),
    ("__县教育局", [("name", "__县")]),
    ("办理案件__件，罚款____万元，参训率__%", [("figure", "__件"), ("figure", "____万元"), ("figure", "__%")]),
    ("党的____大和____届____全会", [("figure", "____大"), ("figure", "____届____全会")]),
    ("____法治思想", [("name", "____")]),
    ("xx县xx社区_村_诉", [("name", "xx县"), ("name", "xx社区_村_")]),
    ("党的十 X 大、十X届X中、X中全会", [("figure", "十 X 大"), ("figure", "十X届X中、X中全会")]),
    ("二十届X中全会", [("figure", "二十届X中全会")]),
    ("党的XX大精神", [("figure", "XX大")]),
    ("（X办发〔X〕1X号）", [("name", "X"), ("date", "X"), ("figure", "1X号")]),
    ("x月以来", [("date", "x月")]),
    ("截至X月底", [("date", "X月底")]),
    ("X月X日前", [("date", "X月X日")]),
    ("第一季度和x季度", [("date", "x季度")]),
    ("二〇二X年X月", [("date", "二〇二X年X月")]),
    ("20**年**-**月", [("date", "20**年**-**月")]),
    ("近X年", [("figure", "X年")]),
    ("超过xx年", [("figure", "xx年")]),
    ("X年来", [("figure", "X年来")]),
    ("毒饵XXkg，药剂XX瓶", [("figure", "XXkg"), ("figure", "XX瓶")]),
    ("由x司法所牵头", [("name", "x司法所")]),
    ("高新区X工委", [("name", "X工委")]),
    ("，*教育局党组", [("name", "*教育局")]),
    ("“*普法”公众号", [("name", "*")]),
    ("“X司法”公众号", [("name", "X")]),
    ("“x+x+N”体系", [("figure", "x+x+N")]),
    ("X委（X组）印发", [("name", "X委"), ("name", "X组")]),
    (
        "**市委、**市政府《关于实施强市战略的意见》精神，为推动**经济",
        [("name", "**市"), ("name", "**市"), ("name", "**")],
    ),
    ("XX路改造", [("name", "XX路")]),
    ("X市、X局、x县，法治x建设", [("name", "X市"), ("name", "X局"), ("name", "x县"), ("name", "x")]),
]

INNOCENT = [
    "7×24小时", "210mm×297mm", "“1+X”证书", "XXL码", "“1+9+N”体系，N个小组", "3×5米", "X光机3台", "X射线",
    "**加粗的一段说明。**正文", "* 列表项", "APP“XXX”上线", "XX区XX路XX号商铺", "DB45/TXXXX—2022", "e起学习",
    "x=3", "H5+接口", "****", "3D", "1+X證書", "A镇", "中国日报网:XXX(署名)", "IPv6", "https://xxx.example.cn/x",
    "好不好??", "7x24", "4*6=24", "√\t×", "某公司", "张某", "Ⅲ类", "①②③", "PM2.5", "GB/T 9704—2012", "A4纸", "AI平台",
    "×", "G4京港", "“12·4”", "0件", "3/4", "*注：数据截至年底",
    "情况的总结_关于复议", "a_b_c", "二十届三中全会", "X光和X型", "十大工程", "局长__主持", "法治x建设", "https://example.cn/_年",
]  # fmt: skip

AT_LINE_START = ("****", "*注：数据截至年底", "* 列表项")
"""Innocent only where a line begins with them: a rule line, a note, a list item."""


@pytest.mark.parametrize(("text", "expected"), MASKS, ids=[text for text, _ in MASKS])
def test_masks_and_their_places(text, expected):
    document = as_document(f"本年度{text}等。")
    found = [(m.family, document.text[m.start : m.end]) for m in find_masks(document)]
    assert found == expected
    assert document.text[find_masks(document)[0].start :].startswith(expected[0][1])


@pytest.mark.parametrize("text", INNOCENT)
@pytest.mark.parametrize("frame", ["{}", "我局推行{}，成效明显。"], ids=["alone", "inside"])
def test_look_alikes_are_no_masks(text, frame):
    if text in AT_LINE_START:
        frame = "{}"
    assert find_masks(as_document(frame.format(text))) == []


def test_markdown_italic_is_no_mask_but_two_masks_are():
    assert find_masks(as_document("党组学法8次，*全员*参加考试。", "稿.md")) == []
    found = find_masks(as_document("罚款*万元，办理*件。", "稿.md"))
    assert [mask.unit for mask in found] == ["元", "件"]


NOT_MASKED = [
    "查获“XX语音”类APP 3个。",
    "身份证号11010119900307123X。",
    "身份证号330***********1234。",
    "●●●●●●",
    "■ 一、工作情况",
    "姓名：____ 单位：____",
]


@pytest.mark.parametrize("text", NOT_MASKED)
def test_more_look_alikes(text):
    assert find_masks(as_document(text)) == []


@pytest.mark.parametrize("mark", "●◇◆■※х")
def test_every_sign_that_masks(mark):
    (mask,) = find_masks(as_document(f"全年办理案件{mark * 2}件。"))
    assert (mask.family, mask.start, mask.unit) == ("figure", 6, "件")


def test_markdown_bold_is_no_mask_in_markdown():
    text = "**市级**层面与**区级**层面"
    assert find_masks(as_document(text, "稿.md")) == []


@given(st.text(alphabet="xX×*□○_0123456789年月日件次市区届中大全会二十〇（）“”.，一第 \n", max_size=40))
def test_masks_lie_within_the_text_in_order_without_overlap(text):
    document = as_document(text)
    end = 0
    for mask in find_masks(document):
        assert end <= mask.start < mask.end <= len(document.text)
        end = mask.end
