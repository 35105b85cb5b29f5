"""Cells left empty in tables of Word files; and the many that are empty with good reason."""

from __future__ import annotations

import pytest
from wordfiles import cell, para, row, source, table

from reportlint.engine import check

TITLE = para("青岚区教育局2025年法治政府建设情况报告") + para("一、主要工作")


def found(body, tmp_path):
    (tmp_path / "稿.docx").write_bytes(source(TITLE + body).data)
    findings = [f for f in check([str(tmp_path / "稿.docx")]).findings if f.rule.endswith("/empty-cell")]
    assert {(f.severity, f.certainty) for f in findings} <= {("warning", "suspected")}
    return [(f.message.partition("空着")[0], f.where.rpartition("，")[2]) for f in findings]


def lines(*texts):
    """A table written as lines, cells divided by |."""
    return table(*(row(*(part.strip() for part in line.split("|"))) for line in texts))


HEAD = "事项|受理|办结|备注"
DATA = ("许可|12|12|", "处罚|8|7|", "强制|3|3|另有说明", "检查|40|40|")


def merged(content, properties):
    return cell(para(content), properties)


DIAGONAL = '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>'
GREY = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
WHITE = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'


def filled(last):
    return table(
        row("事项", "受理", "办结"),
        row("许可", "12", "12"),
        row("处罚", "8", "7"),
        row("检查", "3", "3"),
        row("复议", "5", last),
    )


MISSING = [
    ("one figure of several", lines(HEAD, *DATA, "复议|5||"), [("“复议”一行的“办结”", "表1第6行第3列")]),
    ("with units", lines("事项|件数|金额", "许可|12件|3万元", "处罚|8件|1.5万元", "强制|3件|", "检查|40件|2万元"), [("“强制”一行的“金额”", "表1第4行第3列")]),
    ("percentages", lines("单位|办件量|办结率", "甲局|12|100%", "乙局|8|98.5%", "丙局|30|97%", "丁局|3|"), [("“丁局”一行的“办结率”", "表1第5行第3列")]),
    ("with numbers in front", lines("序号|事项|件数", "1|许可|12", "2|处罚|", "3|强制|3", "4|检查|40"), [("“处罚”一行的“件数”", "表1第3行第3列")]),
    ("with a column of units", lines("事项|单位|数量|其中线上", "行政许可|件|12|3", "行政处罚|件|8|2", "行政强制|次|3|1", "行政检查|次|40|"), [("“行政检查”一行的“其中线上”", "表1第5行第4列")]),
    ("a single column of figures", lines("事项|件数", "许可|12", "处罚|8", "强制|", "检查|40", "复议|2"), [("“强制”一行的“件数”", "表1第4行第2列")]),
    ("two of many", lines(HEAD, *DATA, *DATA, *DATA, "裁决|5||", "奖励||6|"), [("“奖励”一行的“受理”", "表1第15行第2列"), ("“裁决”一行的“办结”", "表1第14行第3列")]),
    ("below two heads", table(row("事项", merged("件数", '<w:gridSpan w:val="2"/>')), row("", "线上", "线下"), row("许可", "1", "2"), row("处罚", "3", "4"), row("强制", "5", ""), row("检查", "7", "8")), [("“强制”一行的“线下”", "表1第5行第3列")]),
    ("a column without a name", lines("事项|受理|", "许可|12|1", "处罚|8|2", "强制|3|", "检查|40|4"), [("“强制”一行有一格", "表1第4行第3列")]),
    ("the report's own year", lines("事项|2025年受理|2025年办结", "许可|12|1", "处罚|8|2", "强制|3|", "检查|40|4"), [("“强制”一行的“2025年办结”", "表1第4行第3列")]),
    ("beside cells that say none", lines("事项|受理|办结", "许可|12|—", "处罚|8|2", "强制|3|", "检查|40|4", "复议|1|1"), [("“强制”一行的“办结”", "表1第4行第3列")]),
    ("beside cells that are to be filled in", lines("事项|受理|办结", "许可|12|XX", "处罚|8|2", "强制|3|", "检查|40|4", "复议|1|1"), [("“强制”一行的“办结”", "表1第4行第3列")]),
    ("side by side", lines("事项|件数|事项|件数", "许可|12|处罚|8", "强制|3|检查|", "复议|5|裁决|1", "奖励|2|确认|6"), [("“检查”一行的“件数”", "表1第3行第4列")]),
    ("on white ground", filled(merged("", WHITE)), [("“复议”一行的“办结”", "表1第5行第3列")]),
    ("in the second table", lines(HEAD, *DATA) + para("乙") + lines(HEAD, *DATA, "复议|5||"), [("“复议”一行的“办结”", "表2第6行第3列")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in MISSING], ids=[case[0] for case in MISSING])
def test_a_cell_without_its_figure(body, expected, tmp_path):
    assert sorted(found(body, tmp_path)) == sorted(expected)


HONEST = [
    ("all there, remarks empty", lines(HEAD, *DATA)),
    ("a total without an average", lines("单位|件数|均值", "甲|1|2", "乙|3|4", "丙|5|6", "丁|7|8", "合计|16|")),
    ("a total in spaced letters", lines("单位|件数|均值", "甲|1|2", "乙|3|4", "丙|5|6", "合　计|9|")),
    ("the rate of change of something new", lines("事项|件数|同比增长", "许可|12|3%", "处罚|8|5%", "强制|3|2%", "裁决|1|")),
    ("last year's figure of something new", lines("事项|上年|本年", "许可|12|13", "处罚|8|5", "强制|3|2", "裁决||1")),
    ("an earlier year", lines("事项|2023年|2024年|2025年", "许可|12|13|14", "处罚|8|5|6", "强制|3|2|1", "裁决||4|5")),
    ("a rate of nothing", lines("事项|受理|办结率", "许可|12|100%", "处罚|8|99%", "强制|3|98%", "裁决|0|")),
    ("a rate of nothing, in items", lines("事项|受理|办结率", "许可|12件|100%", "处罚|8件|99%", "强制|3件|98%", "裁决|0件|")),
    ("names of groups", lines("事项|件数|金额", "一、许可||", "新办|12|1", "延续|8|2", "二、处罚||", "警告|3|3", "罚款|5|4", "没收|6|6")),
    ("one name of a group", lines("事项|件数", "许可|12", "检查|8", "强制|4", "处罚|", "其中：警告|3", "罚款|5")),
    ("one numbered group", lines("事项|件数", "一、许可|12", "二、检查|8", "三、强制|4", "四、处罚|", "警告|3", "罚款|5")),
    ("members by number", lines("事项|件数", "许可|12", "检查|8", "强制|4", "处罚|", "1.警告|3", "2.罚款|5")),
    ("the last row of a plain table", lines("事项|件数", "许可|12", "检查|8", "强制|4", "复议|6", "填表人|")),
    ("words and figures mixed", lines("事项|结果|件数", "许可|12|3", "处罚|已办结|4", "强制|3|5", "检查||6", "复议|5|7")),
    ("few rows", lines("事项|受理|办结", "许可|12|12", "处罚|8|7", "强制|3|")),
    ("half the column", lines("事项|受理|办结", "许可|12|12", "处罚|8|", "强制|3|3", "检查|4|", "复议|5|5", "裁决|6|")),
    ("a triangle", lines("项|甲|乙|丙|丁", "甲|1|||", "乙|2|1||", "丙|3|2|1|", "丁|4|3|2|1")),
    ("rows still without any entry", lines("事项|受理|办结", "许可|12|12", "处罚|8|7", "强制|3|3", "||", "||")),
    ("an odd number side by side", lines("事项|件数|事项|件数", "许可|12|处罚|8", "强制|3|检查|40", "复议|5|裁决|1", "奖励|2||")),
    ("crossed out", filled(merged("", DIAGONAL))),
    ("greyed", filled(merged("", GREY))),
    ("merged downwards", table(row("事项", "件数", "合计"), row("甲", "1", "2"), row("乙", "3", "4"), row("丙", "5", merged("6", '<w:vMerge w:val="restart"/>')), row("丁", "7", merged("", "<w:vMerge/>")))),
    ("merged across", table(row("事项", "受理", "办结"), row("许可", "12", "12"), row("处罚", "8", "7"), row("强制", "3", "3"), row("说明", merged("", '<w:gridSpan w:val="2"/>')))),
    ("a corner that is empty", lines("|受理|办结", "许可|12|12", "处罚|8|7", "强制|3|3", "检查|4|4")),
    ("words only", lines("事项|依据", "许可|甲法", "处罚|乙法", "强制|", "检查|丁法", "复议|戊法")),
    ("years as figures", lines("文件|年份", "甲|2021", "乙|2022", "丙|", "丁|2024", "戊|2025")),
    ("days", lines("事项|时间|件数", "许可|2025.3|1", "处罚|2025.4|2", "强制|2025.5.6|3", "检查||4", "复议|2025.7|5")),
    ("days under another name", lines("事项|何时完成|件数", "许可|2025.3|1", "处罚|2025.4|2", "强制|2025.5.6|3", "检查||4", "复议|2025.7|5")),
    ("telephones", lines("单位|联系方式|人数", "甲局|0771-1234567|1", "乙局|07711234568|2", "丙局|13800000000|3", "丁局||4", "戊局|13900000000|5")),
    ("telephones under another name", lines("单位|热线|人数", "甲局|07711234567|1", "乙局|07711234568|2", "丙局|13800000000|3", "丁局||4", "戊局|13900000000|5")),
    ("numbered columns below the head", lines("单位|受理|办结|备注", "甲|1|2|3", "甲局|12|11|", "乙局|8|7|", "丙局|3|3|", "丁局|4|4|")),
    ("numbers in front are no figures", lines("序号|事项", "1|许可", "2|处罚", "|另有强制", "3|检查", "4|复议")),
    ("a form", lines("单位名称|青岚区教育局|联系电话|", "人数|12|案件|", "经费|3|车辆|5")),
    ("a form of merged cells", table(row("单位", merged("青岚区", '<w:gridSpan w:val="3"/>')), row("人数", "12", "案件", ""), row("经费", "3", "车辆", "5"), row("场所", "3", "设备", "6"), row("投诉", "3", "建议", "6"))),
    ("a nested table", table(row("甲", cell(lines("事项|受理|办结", "许可|12|12", "处罚|8|7", "强制|3|") + para())))),
    ("other programs' zero", lines("事项|受理|办结", "许可|12|/", "处罚|8|/", "强制|3|", "检查|4|/")),
]  # fmt: skip


@pytest.mark.parametrize("body", [case[1] for case in HONEST], ids=[case[0] for case in HONEST])
def test_cells_that_may_be_empty(body, tmp_path):
    assert found(body, tmp_path) == []


def test_the_whole_message(tmp_path):
    (tmp_path / "稿.docx").write_bytes(source(TITLE + filled("")).data)
    [finding] = [f for f in check([str(tmp_path / "稿.docx")]).findings if f.rule.endswith("/empty-cell")]
    assert finding.message == "“复议”一行的“办结”空着，同一列其他各行都有数；请补上，确实没有的写“0”或“—”"
    assert finding.where == "一、主要工作，表1第5行第3列"
