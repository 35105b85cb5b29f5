"""Two cut drafts in one file, copied from a web page with its names and figures masked: what real samples look like."""

from __future__ import annotations

import pytest

from reportlint.readers import read

DRAFT = """浏览量:61
发布时间:2025-06-15
第一篇:XX市文旅局2024年度法治政府建设情况报告
2024年,在市委、市政府坚强领导下,市文旅局坚持依法履职,按照《XX市2024年法治建设工作要点》要求,扎实推进各项工作,现将情况报告如下。
一、强化组织领导,压实法治责任
(一)切实履行第一责任人职责。局党组把法治建设列入全年要点,多次召开专题会议研究重点难点,局领导班子全部完成述法。
(二)办好文化惠民实事。全市文化馆、图书馆覆盖率分别达xx%、xx%,xx、xx区获评省级示范。全年惠民演出观众xx万人,展览观众近 xxx万人。
二、完善制度体系,规范文件管理
(一)规范文件制发。制定规范性文件《XX市民宿管理办法》,备案率100%。本年共清理xx件,留用xx件,停用x件。
三、优化政务服务,建设服务型机关
(一)提升办事效率。完善“文物拍卖许可”等十几项政务服务指南,遴选 xxx 个项目,“**云展厅”点击量达x亿人次,约x万名观众参与。
...
第二篇:XX市文旅局2023年度法治政府建设情况报告
2023 年,市文旅局坚持依法履职,按照《XX市法治政府建设规划(2021-2025年)》部署,较好完成任务,现将情况报告如下。
一、加强组织领导,落实法治责任
(一)认真履行第一责任人职责。2023年,局党组会研究法治工作1次,专题会议6次,将履职情况纳入述职报告。
二、深化“放管服”改革,优化服务
(一)推进服务标准化。共有许可事项x大项,市级xx个子项,认领监管事项2项。
...
点赞 0
收藏 0
"""  # fmt: skip

PLACEHOLDERS = [
    (3, 5, "XX市"), (4, 34, "XX市"), (7, 28, "xx%"), (7, 32, "xx%"), (7, 36, "xx"), (7, 39, "xx区"), (7, 57, "xx万人"), (7, 68, "xxx万人"), (9, 19, "XX市"), (9, 43, "xx件"), (9, 49, "xx件"), (9, 55, "x件"), (11, 35, "xxx 个"), (11, 44, "**"), (11, 54, "x亿人次"), (11, 60, "x万名"), (13, 5, "XX市"), (14, 22, "XX市"), (18, 18, "x大项"), (18, 24, "xx个"),
]  # fmt: skip


@pytest.fixture(scope="module")
def report(lint):
    return lint(DRAFT)


def at(report, *rules):
    return [(f.line, f.column) for f in report.findings if f.rule.partition("/")[2] in rules]


def test_two_documents_with_their_own_lines_and_years(report):
    assert [(d.line, d.end_line, d.year, d.report_class) for d in report.documents] == [
        (3, 12, 2024, "department"), (13, 19, 2023, "department"),
    ]  # fmt: skip


def test_every_placeholder_at_its_place_and_nothing_else(report):
    lines = DRAFT.split("\n")
    expected = []
    for line, column, words in PLACEHOLDERS:
        assert lines[line - 1][column - 1 :].startswith(words), (line, column, words, lines[line - 1].find(words) + 1)
        expected.append((line, column, column + len(words)))
    rules = ("unfilled-figure", "unfilled-date", "masked-name", "empty-slot", "leftover-instruction")
    found = [(f.line, f.column, f.end_column) for f in report.findings if f.rule.partition("/")[2] in rules]
    assert found == expected


def test_cut_ends_and_residue(report):
    assert at(report, "truncated-text") == [(12, 1), (19, 1)]
    assert at(report, "web-residue") == [(1, 1), (2, 1), (20, 1), (21, 1)]


def test_statutory_parts_missing_in_each(report):
    for rule in ("problems-section", "next-plan-section"):
        assert at(report, rule) == [(3, 5), (13, 5)]
    assert at(report, "first-responsible-section", "measures-section") == []
    answers = [(a.line, a.status) for a in report.answers if a.rule.endswith("/first-responsible-section")]
    assert answers == [(6, "answered"), (16, "answered")]


def test_half_width_punctuation_is_one_finding(report):
    (finding,) = [f for f in report.findings if f.rule.endswith("/half-width-punctuation")]
    assert f"共 {DRAFT.count(',')} 处" in finding.message
    assert (finding.line, finding.column) == (4, 6)


def test_a_vague_figure_is_called_vague_not_absent(report):
    (finding,) = [f for f in report.findings if "十几项" in f.message]
    assert (finding.line, finding.column, finding.severity) == (11, 22, "info")
    assert finding.message == "“十几项”是约数，请写实际数（政务服务或许可事项数）"


def test_the_verdict_counts_what_must_be_fixed(report):
    assert report.verdict.status == "fail"
    assert report.verdict.text.startswith("不能报送：必须改 28 处（缺 4 个法定部分，20 处未填写，其他 4 处），请核对 ")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_the_same_findings_in_another_encoding(tmp_path, pack, general, report, encoding):
    from reportlint.engine import Plan, check_document

    path = tmp_path / "稿.txt"
    path.write_bytes(DRAFT.encode(encoding))
    other = check_document(read(str(path)), Plan(pack, general))
    assert [(f.line, f.column, f.rule, f.message) for f in other.findings] == [
        (f.line, f.column, f.rule, f.message) for f in report.findings
    ]
