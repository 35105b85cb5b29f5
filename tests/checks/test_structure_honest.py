"""Empty headings and numbering: items that are sentences, attachment lists and chapters without numbers are honest."""

from __future__ import annotations

import pytest

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.outline import read_outline
from reportlint.readers.ooxml import read_word
from reportlint.rulepacks import load_pack
from reportlint.tellingtitles import is_statement
from tests.readers.word.wordfiles import para, source

RULES = ("empty-section", "headings-only", "numbering")
TITLE = "云川市档案馆2025年度法治政府建设年度报告\n\n"
BEFORE = TITLE + "一、主要举措和成效\n开展检查12次。\n"


def found(text):
    report = check_document(as_document(text), PLAN)
    return [
        (finding.rule.split("/")[-1], finding.message.split("”")[0].split("“")[-1])
        for finding in report.findings
        if finding.rule.split("/")[-1] in RULES
    ]


PLAN = Plan(load_pack("law-based-government"))

HONEST = [
    BEFORE + "二、存在的不足和原因\n（一）监管难，是因为部门协同机制不顺。",
    BEFORE + "二、存在的不足和原因\n（一）监管难，是因为部门协同机制不顺\n（二）人员偏大，由于编制少",
    BEFORE + "二、存在的不足和原因\n（一）监管难，是因为协同不顺。\n（二）人员偏大，是因为编制少，10人中50岁以上6人。",
    BEFORE + "二、存在的不足和原因\n（一）执法力量薄弱。\n（二）审核较粗。\n三、下一年度主要安排\n继续学习。",
    BEFORE + "二、下一步工作打算\n（一）加强学习。\n（二）细化审核标准。",
    TITLE
    + "一、主要举措和成效\n（一）深入学习宣传党的创新理论，落实中央一号文件。\n（二）建成办案系统，并与监管系统对接。",
    TITLE + "一、主要举措和成效\n（一）加强领导\n馆长研究。\n（二）落实《档案法》。",
    TITLE + "一、主要举措和成效\n（一）加强领导\n馆长研究。\n（二）办案系统已对接。",
    TITLE + "一、主要举措和成效\n1.学法4次。\n2.述法1次。\n3.检查12次。\n二、存在的不足\n审核较粗。",
    TITLE + "一、主要举措和成效\n（一）推进学法；\n（二）推进述法；\n（三）推进普法。\n二、存在的不足\n审核较粗。",
    TITLE
    + "一、持续推进学习宣传贯彻习近平法治思想走深走实，紧密围绕市、区具体部署推动各项任务落地见效，不断提升档案工作法治化水平\n馆长研究法治工作4次。\n二、存在的不足\n审核较粗。",
    BEFORE + "\n附件：1.权责清单\n      2.数据统计表\n      3.文件目录",
    BEFORE + "\n附件: 1．权责清单\n　　　2．数据统计表",
    TITLE
    + "一、主要举措和成效\n1.实体大厅办件36件。\n2.12345热线转办12件。\n3.网上办件8件。\n二、存在的不足\n审核较粗。",
    BEFORE + "1.学法4次。\n2.述法1次。\n3.普法6次。\n\n附件：1、权责清单\n2、数据统计表",
    BEFORE + "\n附件：1.云川市档案馆行政权力和责任清单（2025年版）以及\n动态调整说明\n2.数据统计表",
    BEFORE + "1.学法4次。\n\n附件：\n1.权责清单\n2.数据统计表",
]

FAULTY = [
    (BEFORE + "二、存在的不足\n三、下一步打算\n继续学习。", [("empty-section", "二、存在的不足")]),
    (BEFORE + "二、存在的不足。\n三、下一步打算\n继续学习。", [("empty-section", "二、存在的不足")]),
    (
        TITLE + "一、主要举措和成效\n（一）加强领导\n馆长研究。\n（二）推进政务公开。\n二、存在的不足\n审核较粗。",
        [("empty-section", "（二）推进政务公开")],
    ),
    (
        TITLE + "一、主要举措和成效\n（一）加强领导\n馆长研究。\n（二）强化监督，推进公开\n二、存在的不足\n审核较粗。",
        [("empty-section", "（二）强化监督，推进公开")],
    ),
    (
        BEFORE + "二、下一步工作打算\n（一）加强学习\n（二）规范执法\n（三）抓好普法",
        [("headings-only", "二、下一步工作打算")],
    ),
    (BEFORE + "\n附件：1.权责清单\n      3.数据统计表", [("numbering", "3.")]),
    (BEFORE + "\n附件：1.权责清单\n2.统计表\n4.目录", [("numbering", "2.")]),
    (BEFORE + "2.学法4次。\n3.述法1次。", [("numbering", "2.")]),
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_structure_is_passed_over(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), FAULTY)
def test_faulty_structure_is_told(text, expected):
    assert found(text) == expected


STATEMENTS = [
    ("学法4次", False, True),
    ("2025年工作", False, False),
    ("2025年工作。", False, False),
    ("压实责任", False, False),
    ("压实责任。", False, False),
    ("压实责任。", True, True),
    ("压实责任", True, False),
    ("压实责任；", False, True),
    ("加强学习，规范执法", False, False),
    ("加强学习，规范执法。", False, True),
    ("人手少，原因是编制紧", False, True),
    ("存在的问题及原因", False, False),
    ("不断提升执法水平。", False, False),
    ("保护未成年人。", False, False),
    ("用好12345热线", False, False),
    ("一次办好", False, False),
    ("开展检查三次。", False, True),
    ("人手不足。", False, True),
    ("问题和不足。", False, False),
]


@pytest.mark.parametrize(("line", "told", "expected"), STATEMENTS)
def test_statements(line, told, expected):
    heading = read_outline(as_document(f"（一）{line}")).headings[0]
    assert is_statement(f"（一）{line}", heading.span, told=told) is expected


OPENING = TITLE + "2025年，我馆推进法治建设。\n"
DUTY = "馆长切实履行推进法治建设第一责任人职责，主持研究法治工作5次。\n"
UNNUMBERED = [
    (
        OPENING + f"工作开展情况\n{DUTY}存在的不足\n审核还有差距，主要原因是人员不足。\n下一步工作打算\n"
        "2026年，我馆将加强法治学习，细化审核标准。",
        ["工作开展情况", "存在的不足", "下一步工作打算"],
    ),
    (OPENING + "\n主要工作\n\n（一）学法\n学法4次。\n\n存在问题\n\n1.审核较粗。", ["主要工作", "学法", "存在问题", "审核较粗"]),
    (OPENING + f"工作开展情况\n{DUTY}", []),  # one line alone is no plan of chapters
    (OPENING + "工作开展情况\n存在的不足\n下一步打算", []),
    (OPENING + f"一、工作开展情况\n{DUTY}存在的不足\n审核还有差距，主要原因是人员不足。", ["工作开展情况"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNNUMBERED)
def test_chapters_without_numbers(text, expected):
    outline = read_outline(as_document(text), frozenset((0,)))
    assert [heading.title for heading in outline.own_line] == expected


def test_chapters_without_numbers_are_sections():
    report = check_document(as_document(UNNUMBERED[0][0]), PLAN)
    errors = [finding.rule for finding in report.findings if finding.severity == "error"]
    assert errors == []


def test_a_sign_off_is_no_heading_whatever_its_style():
    heading = '<w:outlineLvl w:val="0"/>'
    lines = (BEFORE + "二、下一步工作打算\n继续学习。").split("\n")
    body = "".join(map(para, lines)) + para("云川市档案馆", heading) + para("2026年1月8日", heading)
    report = check_document(read_word(source(body)), PLAN)
    assert [f.message for f in report.findings if f.rule == "official-report/empty-section"] == []
