"""Which topics are asked of whom: a government answers for all, a department for what it does, a 管委会 is no government."""

from __future__ import annotations

import pytest

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.outline import read_outline
from reportlint.readers.text import read_markdown
from reportlint.rulepacks import load_pack
from reportlint.source import Source

PLAN = Plan(load_pack())
PLAN_OF_TWO = Plan(load_pack(), load_pack("official-report"))
REPORT = (
    "{body}2025年法治政府建设情况报告\n"
    "一、履行第一责任人职责情况\n主要负责人听取法治工作汇报4次，带头述法。\n"
    "二、加强法治宣传教育\n开展普法活动12场次。{more}\n"
    "三、存在的不足和原因\n人手少，原因是编制紧张。\n四、2026年打算\n一是加强学习。二是补充人手。"
)
NAMES = "依法全面履行政府职能、依法行政制度体系、行政决策、矛盾纠纷化解和行政复议应诉、权力制约监督和政务公开"


def topics(body, more=""):
    report = check_document(as_document(REPORT.format(body=body, more=more)), PLAN)
    findings = [f for f in report.findings if f.rule.endswith("-section") or f.rule.endswith("usual-topics")]
    return [(f.rule.split("/")[-1], str(f.severity), f.message) for f in findings], report


def test_a_department_is_told_once_of_topics_that_it_need_not_write():
    findings, report = topics("青岚区机关事务管理局")
    message = f"没有写到这些常见专题：{NAMES}；部门、管委会的报告不一定都写，有这方面工作的请补上，没有的可以不管"
    assert findings == [("usual-topics", "info", message)]
    answers = {answer.title: (answer.status, answer.quote) for answer in report.answers}
    assert answers["应写行政决策"] == ("not-applicable", "没有写到；部门的报告不一定写")
    assert answers["应写行政执法"] == ("not-applicable", "只适用于具有执法职权的单位")


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("青岚区市场监督管理局", ["enforcement-section", "usual-topics"]),
        ("青岚区国有资产监督管理委员会", ["usual-topics"]),
        ("青岚区人民政府国有资产监督管理委员会", ["usual-topics"]),
        ("青岚经济开发区管理委员会", ["usual-topics"]),
        ("松岚镇人民政府", ["disputes-section"]),
    ],
)
def test_what_is_asked_of_whom(body, rules):
    assert [rule for rule, _, _ in topics(body)[0]] == rules


def test_a_government_answers_for_each_topic():
    found = {(rule, severity) for rule, severity, _ in topics("青岚区人民政府")[0]}
    names = ["functions", "institutions", "decisions", "services", "enforcement", "emergencies", "disputes"]
    assert found == {(f"{name}-section", "warning") for name in [*names, "supervision", "digital"]}


def test_a_lead_in_the_plan_is_no_account_of_a_topic():
    text = (
        "松岚镇人民政府2025年法治政府建设情况报告\n一、履行第一责任人职责情况\n镇长听取法治工作汇报4次，带头述法。\n"
        "二、加强法治宣传教育\n开展普法活动12场次。\n{}\n{}"
    )
    problems = "同时，法治政府建设还存在人手少的不足，原因是编制紧张。"
    plans = "2026年，我镇将抓好以下工作：一是规范行政复议答复。二是补充人手。"
    report = check_document(as_document(text.format(problems, plans)), PLAN)
    rules = {f.rule.split("/")[-1] for f in report.findings}
    assert "disputes-section" in rules
    assert "disputes-figures" not in rules


def test_titles_without_numbers_and_in_brackets():
    paragraph = "街道党工委专题研究四次，班子成员述法九人次，压实各方面的责任，形成工作的合力。"
    for titles in (
        ["党建引领，凝聚合力", "赋权增能，执法下沉", "短板和来年安排"],
        ["【举措】", "【短板】", "【明年】"],
    ):
        text = "锦汀街道2025年法治政府建设年度报告\n" + "\n".join(f"{title}\n{paragraph}" for title in titles)
        outline = read_outline(as_document(text), frozenset({0}))
        assert [heading.title for heading in outline.headings] == [title.strip("【】") for title in titles]


def test_two_short_lines_are_no_chapters():
    text = "锦汀街道2025年法治政府建设年度报告\n区委、区政府\n" + "街道党工委专题研究四次，" * 4 + "。\n特此报告"
    assert read_outline(as_document(text), frozenset({0})).headings == ()


def test_sections_stand_within_chapters():
    text = "第一章 概况\n第一节 学习\n学法4次。\n第二节 责任\n述法1次。\n第二章 计划\n第一节 抓培训\n办班2期。"
    outline = read_outline(as_document(text))
    assert [(heading.kind, heading.depth, heading.number) for heading in outline.headings] == [
        ("chapter", 1, 1), ("section", 2, 1), ("section", 2, 2), ("chapter", 1, 2), ("section", 2, 1),
    ]  # fmt: skip


def test_bold_lines_of_markdown_are_headings():
    text = "**一、存在的不足**\n\n**（一）力量不足。** 原因是编制少，**仅4人**。\n**重点**工作。\n***\n"
    document = read_markdown(Source("报告.md", text.encode()))
    assert [document.text[b.start : b.end] for b in document.blocks if b.end > b.start] == [
        "一、存在的不足", "（一）力量不足。** 原因是编制少，**仅4人**。", "重点**工作。", "***",
    ]  # fmt: skip
    assert [heading.title for heading in read_outline(document).headings] == ["存在的不足", "力量不足"]


def test_where_chapters_are_topics_words_here_and_there_are_no_topic():
    chapters = [
        "履行第一责任人职责情况\n市长听取法治工作汇报4次，带头述法。",
        "依法全面履行政府职能\n调整权责清单12项，清理证明事项3项。",
        "规范重大行政决策\n目录事项3项，合法性审查12件。",
        "优化政务服务\n办理8000件，办理承诺备案30件。",
        "健全突发事件应对体系\n演练12次。",
        "依法化解矛盾纠纷\n行政复议案件12件，行政应诉8件。",
        "全面推进政务公开\n主动公开信息120条。",
        "加强法治宣传教育\n普法活动12场次。",
        "建设数字法治政府\n接入执法监管平台数据12类。",
        "存在的不足和下一步打算\n人手少，原因是编制紧张。一是加强学习。二是补充人手。",
    ]
    text = "青岚市人民政府2025年法治政府建设情况报告\n" + "\n".join(
        f"{number}、{chapter}" for number, chapter in zip("一二三四五六七八九十", chapters, strict=True)
    )
    rules = {f.rule.split("/")[-1] for f in check_document(as_document(text), PLAN).findings}
    assert {rule for rule in rules if rule.endswith("-section")} == {"institutions-section", "enforcement-section"}


def test_what_the_outline_of_2021_added_is_not_asked_of_earlier_years():
    text = REPORT.format(body="青岚区人民政府", more="").replace("2026", "2020").replace("2025", "2019")
    found = {finding.rule.split("/")[-1] for finding in check_document(as_document(text), PLAN).findings}
    assert "services-section" in found
    assert not found & {"emergencies-section", "digital-section"}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("services-section", "全旗可办事项1216项，流动服务队上门服务6800件。"),
        ("services-section", "承接下放事项14项，县级行政许可事项保留263项。"),
        (
            "services-section",
            "全面落实市场准入负面清单制度，企业群众办事由“找部门”变为“找窗口”，推进“一件事”改革。",
        ),
        ("decisions-section", "县政府公布重大行政决策3项，政府合同“应审尽审”。"),
        ("emergencies-section", "沿河路路面塌陷，应急、住建部门疏散居民84人，危险化学品企业安全考核全部合格。"),
        ("decisions-section", "全年审查招商引资、政府采购、国有资产处置三类合同153份。"),
        ("emergencies-section", "妥善处置输入性疫情12起，无聚集性疫情，疏散群众84人。"),
        ("digital-section", "“数智清源”建成11个应用场景，预警处置3216次。"),
        ("functions-section", "新一轮机构改革平稳落地，20件民生实事全部办结。"),
        ("disputes-section", "新收行政复议申请52件，上年转结6件，审结54件。"),
        ("supervision-section", "向人大常委会报告工作6次，政府督查室督查12轮，审计查出问题整改84个。"),
        ("digital-section", "依托“互联网+监管”系统认领监管事项1187项。"),
        ("digital-section", "探索“煤矿智慧监管”，32对矿井全部接入平台。"),
    ],
)
def test_a_topic_told_in_other_words_is_there(rule, words):
    assert rule in {name for name, _, _ in topics("青岚区人民政府")[0]}
    assert rule not in {name for name, _, _ in topics("青岚区人民政府", f"\n（二）工作推进情况\n{words}")[0]}


@pytest.mark.parametrize(
    ("title", "pack"),
    [
        ("白鹭市司法局2022年普法依法治理工作报告", "official-report"),
        ("青岚区医疗保障局2024年政府信息公开工作年度报告", "official-report"),
        ("望川市2022年法治社会建设工作情况报告", "official-report"),
        ("青岚区城市管理局2023年度行政执法数据年报", "official-report"),
        ("青岚区司法局2024年法治政府建设暨普法工作报告", "law-based-government"),
        ("青岚区司法局2024年工作报告", "law-based-government"),
    ],
)
def test_a_title_that_names_another_kind_decides(title, pack):
    text = f"{title}\n2022年，我局扎实工作，现报告如下。\n一、推进法治社会建设\n建成法治文化广场3处。"
    assert [document.pack for document in check_document(as_document(text), PLAN_OF_TWO).documents] == [pack]
