"""Titles with two slips, another kind of paper, or laws that nobody made; and local papers that look alike."""

from __future__ import annotations

import pytest

from tests.checks.test_citations_titles import LOCAL_TITLES

HEAD = "青岚区教育局2025年法治政府建设情况报告\n"
RULES = ("instrument-title", "instrument-title-doubtful", "fixed-expression")


def found(lint, words):
    return [
        (f.rule.split("/")[-1], f.column, f.message)
        for f in lint(HEAD + words).findings
        if f.rule.split("/")[-1] in RULES
    ]


def sure(title, meant, fault=""):
    shown = f"（{fault}）" if fault else ""
    return ("instrument-title", f"“《{title}》”应为《{meant}》{shown}，请核对")


def doubtful(title, meant, fault):
    return ("instrument-title-doubtful", f"“《{title}》”疑为《{meant}》（{fault}），请核对")


DUTY = "党政主要负责人履行推进法治建设第一责任人职责规定"
INSPECTION = "法治政府建设与责任落实督察工作规定"
OUTLINE = "法治政府建设实施纲要（2021—2025年）"
REFORM = "中共中央关于进一步全面深化改革、推进中国式现代化的决定"
MISSES = [
    # words before, title, finding
    (
        "执行",
        "法治政府建设和责任落实督查工作规定",
        sure("法治政府建设和责任落实督查工作规定", INSPECTION, "“和”应为“与”，“查”应为“察”"),
    ),
    (
        "执行",
        "法制政府建设与责任落实督查工作规定",
        sure("法制政府建设与责任落实督查工作规定", INSPECTION, "“制”应为“治”，“查”应为“察”"),
    ),
    (
        "贯彻",
        "党政主要负责人履行推进法制建设第一责任人职责的规定",
        sure("党政主要负责人履行推进法制建设第一责任人职责的规定", DUTY, "“制”应为“治”，多了“的”"),
    ),
    (
        "贯彻",
        "党政负责人履行推进法制建设第一责任人职责规定",
        sure("党政负责人履行推进法制建设第一责任人职责规定", DUTY, "少了“主要”，“制”应为“治”"),
    ),
    (
        "落实国务院",
        "法治政府建设实施方案（2021—2025年）",
        sure("法治政府建设实施方案（2021—2025年）", OUTLINE, "“方案”应为“纲要”"),
    ),
    (
        "落实中共中央、国务院印发的",
        "法治政府建设实施方案（2021—2025年）",
        sure("法治政府建设实施方案（2021—2025年）", OUTLINE, "“方案”应为“纲要”"),
    ),
    (
        "落实",
        "法治政府建设实施规划（2021—2025年）",
        doubtful("法治政府建设实施规划（2021—2025年）", OUTLINE, "“规划”应为“纲要”"),
    ),
    (
        "执行",
        "重大行政决策程序暂行办法",
        doubtful("重大行政决策程序暂行办法", "重大行政决策程序暂行条例", "“办法”应为“条例”"),
    ),
    (
        "学习",
        "关于进一步全面深化改革、推进中国式现代化的决议",
        doubtful("关于进一步全面深化改革、推进中国式现代化的决议", REFORM, "“议”应为“定”"),
    ),
    (
        "宣传",
        "中华人民共和国义务教育促进法",
        doubtful("中华人民共和国义务教育促进法", "中华人民共和国义务教育法", "多了“促进”"),
    ),
    ("宣传", "义务教育促进法", doubtful("义务教育促进法", "中华人民共和国义务教育法", "多了“促进”")),
    (
        "学习",
        "中华人民共和国预防青少年犯罪法",
        doubtful("中华人民共和国预防青少年犯罪法", "中华人民共和国预防未成年人犯罪法", "“青少年”应为“未成年人”"),
    ),
    ("学习", "公务员条例", sure("公务员条例", "中华人民共和国公务员法")),
    ("学习", "行政处罚条例", sure("行政处罚条例", "中华人民共和国行政处罚法")),
]


@pytest.mark.parametrize(("before", "title", "finding"), MISSES, ids=[title for _, title, _ in MISSES])
def test_a_miss_is_told_once(before, title, finding, lint):
    rule, message = finding
    assert found(lint, f"{before}《{title}》要求。") == [(rule, len(before) + 2, message)]


HONEST = [
    "",
    "执行《青岚区重大行政决策程序实施办法》",
    "印发《重大行政决策程序暂行办法》",
    "制定《重大行政决策程序暂行办法》，规范决策",
    "执行《重大行政决策程序暂行规定》",
    "印发《法治政府建设实施方案（2021—2025年）》",
    "落实《法治政府建设实施方案（2021—2025年）》",
    "按照中央要求印发《法治政府建设实施方案（2021—2025年）》",
    "落实国务院部署和《青岚区法治政府建设实施方案（2021—2025年）》",
    "印发《法治政府建设实施规划（2021—2025年）》",
    "出台《法治政府建设与责任落实督察工作实施办法》",
    "出台《法治政府建设和责任落实督察工作方案》",
    "出台《党政主要负责人履行法治建设第一责任人职责清单》",
    "落实《云川市党政主要负责人履行推进法治建设第一责任人职责实施办法》",
    "学习《家庭教育促进法》《民办教育促进法》《义务教育法》《职业教育法》",
    "学习《中华人民共和国民族团结进步促进法》《中华人民共和国国家公园法》",
    "学习《云川市优化营商环境条例》《云川市社会信用条例》",
    "落实《云川市未成年人保护条例》《青岚区行政处罚裁量办法》",
    "落实《关于加强法治政府建设的实施意见》",
    "通过《中共云川市委关于进一步全面深化改革、推进中国式现代化的决议》",
    "执行《云川市行政处罚条例》《青岚区公务员管理办法》",
    "",
]


@pytest.mark.parametrize("words", [words for words in HONEST if words])
def test_another_title_is_no_miss(words, lint):
    assert found(lint, words + "。") == []


@pytest.mark.parametrize("before", ["落实", "制定", "印发"])
def test_local_titles_are_not_even_doubtful(before, lint):
    words = "\n".join(f"{before}《{title}》。" for title in LOCAL_TITLES)
    assert found(lint, words) == []
