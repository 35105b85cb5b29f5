"""Laws and papers that are no longer in force, or an old text of one, cited as of today."""

from __future__ import annotations

import pytest


def found(lint, words, year=2025):
    report = lint(f"青岚区教育局{year}年法治政府建设情况报告\n{words}")
    return [(f.column, f.message) for f in report.findings if f.rule.endswith("/repealed-instrument")]


def gone(name, when, instead):
    when = f"自{when}起" if "日" in when else f"已于{when}底以前"
    return f"“{name}”{when}废止或者被取代，现行的是《{instead}》，请核对是否应改用"


CODE = "中华人民共和国民法典"
CITED = [
    # words, findings: column, message
    ("学习《民法通则》。", [(4, gone("民法通则", "2021年1月1日", CODE))]),
    (
        "宣传《中华人民共和国侵权责任法》《婚姻法》。",
        [(11, gone("侵权责任法", "2020年", CODE)), (18, gone("婚姻法", "2020年", CODE))],
    ),
    ("依据民法总则审查合同23份。", [(3, gone("民法总则", "2021年1月1日", CODE))]),
    ("依据合同法、物权法审查合同。", [(3, gone("合同法", "2020年", CODE))]),
    (
        "执行《排污费征收使用管理条例》。",
        [(4, gone("排污费征收使用管理条例", "2018年1月1日", "中华人民共和国环境保护税法"))],
    ),
    ("落实《公平竞争审查制度实施细则》。", [(4, gone("公平竞争审查制度实施细则", "2024年", "公平竞争审查条例"))]),
    ("认真学习《行政复议条例》。", [(6, gone("行政复议条例", "1999年", "中华人民共和国行政复议法"))]),
    ("依照《国家公务员暂行条例》考核。", [(4, gone("国家公务员暂行条例", "2005年", "中华人民共和国公务员法"))]),
    ("按照《环境行政处罚办法》办理案件12件。", [(4, gone("环境行政处罚办法", "2023年", "生态环境行政处罚办法"))]),
    (
        "依据《合同法》审查合同23份，提出修改意见45条，又学《合同法》。",
        [(4, gone("合同法", "2020年", CODE))],
    ),
    (
        "执行《行政处罚法》（2017年修正）。",
        [
            (
                4,
                "“《行政处罚法》（2017年修正）”是旧文本，这部法律2021年又作了修订，"
                "自2021年7月15日起施行，请核对是否应改用现行文本",
            )
        ],
    ),
    (
        "学习《中华人民共和国行政复议法（2017修正）》。",
        [
            (
                11,
                "“《中华人民共和国行政复议法（2017修正）》”是旧文本，这部法律2023年又作了修订，"
                "自2024年1月1日起施行，请核对是否应改用现行文本",
            )
        ],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CITED, ids=[words for words, _ in CITED])
def test_cited_as_of_today(words, expected, lint):
    assert found(lint, words) == expected


HONEST = [
    "普法展览回顾了从《婚姻法》到民法典的发展历程。",
    "",
    "清理规范性文件，废止依据《合同法》制定的文件2件",
    "原《侵权责任法》的规定已纳入民法典",
    "《民法典》施行以后，《物权法》同时废止",
    "涉及《婚姻法》司法解释的旧案已审结",
    "办理张某与某公司一案，适用发生时的《合同法》",
    "开设《合同法》《继承法》课程2门",
    "对照《民法通则》与《民法典》的变化组织培训",
    "学习《劳动合同法》《农村土地承包法》",
    "学习劳动合同法、民法典合同编和侵权责任编",
    "违反合同法律关系的约定，适用担保法定程序",
    "学习担保法律制度，张某因合同法律关系产生纠纷",
    "执行《青岚区信访条例》和《云川市公司登记管理条例实施办法》",
    "落实《信访工作条例》《婚姻登记条例》《公务员法》",
    "《信访条例》被《信访工作条例》取代后，组织学习2次",
    "学习《最高人民法院关于适用〈中华人民共和国担保法〉若干问题的解释》",
    "执行《行政处罚法》（2021年修订）和《行政复议法（2023年修订）》",
    "《行政处罚法》（2017年修正）修订后，组织学习2次",
    "学习《食品安全法》（2015年修订）",
    "",
]


@pytest.mark.parametrize("words", [words for words in HONEST if words])
def test_of_the_past_or_of_another(words, lint):
    assert found(lint, words + "。") == []


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2020, "学习《合同法》《物权法》。"),
        (2022, "执行《信访条例》。"),
        (2021, "执行《行政处罚法》（2017年修正）。"),
    ],
)
def test_nothing_is_said_while_it_was_in_force(year, words, lint):
    assert found(lint, words, year) == []
    assert found(lint, words, 2025)
