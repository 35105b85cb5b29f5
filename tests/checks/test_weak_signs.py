"""A statutory part in words nobody foresaw is asked about, at its line; without any sign of it, it is missing."""

from __future__ import annotations

import pytest

HEAD = "青岚区教育局2025年法治政府建设情况报告\n2025年，我局认真履职，现将有关情况报告如下。\n"
WORK = "一、主要举措和成效\n组织培训3场次，审查合同12份，接待群众560人次，办理建议提案8件，修订制度6项。\n"
LED = "二、履行第一责任人职责\n局长听取法治工作汇报4次，主持研究议题7个。\n"
LACK = "三、存在的不足和原因\n执法力量不足，主要原因是编制紧张。\n"
PLAN = "四、2026年工作打算\n一是加强学习。二是规范执法。\n"
SIGNED = "青岚区教育局\n2026年1月20日"
DOUBT = "没有认出法定内容“{name}”；第{line}行“{words}”似乎是，请核对；若是，建议单列标题"


@pytest.mark.parametrize(
    ("rule", "text", "severity", "certainty", "message"),
    [
        (
            "problems-section",
            WORK + LED + "三、几点体会\n执法力量还不够强。普法手段仍然单一。\n" + PLAN,
            "warning",
            "suspected",
            DOUBT.format(name="存在的不足和原因", line=8, words="执法力量还不够强"),
        ),
        (
            "problems-section",
            WORK + LED + "三、几点体会\n各方支持有力。群众参与广泛。\n" + PLAN,
            "error",
            "certain",
            "缺少法定内容“存在的不足和原因”，请补写本年度推进法治政府建设存在的具体不足及其原因",
        ),
        (
            "next-plan-section",
            WORK + LED + LACK + "四、再出发\n年底前完成制度清理。群众满意率提高到95%以上。\n",
            "warning",
            "suspected",
            DOUBT.format(name="下一年度主要安排", line=10, words="年底前完成制度清理"),
        ),
        (
            "next-plan-section",
            WORK + LED + "三、照镜子\n编制偏紧。\n四、再出发\n把普法阵地建到小区。\n",
            "warning",
            "suspected",
            DOUBT.format(name="下一年度主要安排", line=9, words="再出发"),
        ),
        (
            "next-plan-section",
            WORK + LED + "三、依法化解矛盾纠纷\n调解纠纷30件。\n",
            "error",
            "certain",
            "缺少法定内容“下一年度主要安排”，请补写下一年度推进法治政府建设的主要安排",
        ),
        (
            "next-plan-section",
            WORK + LED + LACK,
            "error",
            "certain",
            "缺少法定内容“下一年度主要安排”，请补写下一年度推进法治政府建设的主要安排",
        ),
    ],
)
def test_softened_by_weak_signs_only(lint, rule, text, severity, certainty, message):
    found = [f for f in lint(HEAD + text + SIGNED).findings if f.rule.endswith("/" + rule)]
    assert [(f.severity, f.certainty, f.message) for f in found] == [(severity, certainty, message)]


@pytest.mark.parametrize("rule", ["problems-section", "next-plan-section", "first-responsible-section"])
def test_a_complete_report_is_not_asked(lint, rule):
    report = lint(HEAD + WORK + LED + LACK + PLAN + SIGNED)
    assert not [f for f in report.findings if f.rule.endswith("/" + rule)]


@pytest.mark.parametrize("words", ["存在的问题及原因", "主要问题和原因", "存在不足", "问题与不足", "直面问题"])
def test_a_paragraph_may_begin_with_its_own_title(lint, words):
    told = f"{words}：一是执法力量不足，主要是专业人才少；二是普法形式单一，主要是经费紧张。\n2026年打算：（1）充实力量；（2）创新普法。\n"
    report = lint(HEAD + WORK + LED + told + SIGNED)
    assert not [
        f for f in report.findings if f.rule.endswith(("/problems-section", "/problems-cause", "/next-plan-section"))
    ]
