"""Set phrases, mistaken characters, meetings and plans against the report's year."""

from __future__ import annotations

import pytest

RULES = [
    "fixed-expression",
    "fixed-expression-doubtful",
    "outdated-expression",
    "typo",
    "meeting-date",
    "meeting-date-doubtful",
    "latest-plenum",
    "expired-plan",
    "year-range-dash",
]

CASES = [
    # year, words, findings: rule, column, message
    (2025, "重大执法决定法制审核27件。", []),
    (
        2025,
        "学习习近平法制思想。",
        [("fixed-expression", 3, "“习近平法制思想”应为“习近平法治思想”，请核对")],
    ),
    (
        2025,
        '增强"四个自信"，坚定"四个意识"。',
        [
            (
                "fixed-expression",
                1,
                "“增强'四个自信'，坚定'四个意识'”应为“增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’”，请核对",
            )
        ],
    ),
    (2021, "选聘法制副校长12名。", []),
    (2025, "公布署名文章，预防犯罪，究竟争议何在。", []),
    (2025, "行政覆议案件3件。", [("typo", 1, "“行政覆议”应为“行政复议”，请核对")]),
    (2025, "学习《青岚区帐户管理办法》。", []),
    (2025, "学习党的二十届二中、三中、四中全会精神。", []),
    (2025, "学习党的二十届历次全会精神。", []),
    (
        2024,
        "学习党的二十届三中、四中全会精神。",
        [
            (
                "meeting-date",
                5,
                "“二十届四中全会”2025年10月举行，2024年度的报告成文时（不晚于2025年3月31日）还没有举行，请核对会议名称或者年份",
            )
        ],
    ),
    (2024, "迎接党的二十届四中全会召开，学习党的二十届三中全会精神。", []),
    (2025, "第二十大类事项，党的二十大类工作。", []),
    (
        2019,
        "学习十四届全国人大一次会议精神。",
        [
            (
                "meeting-date-doubtful",
                3,
                "“十四届全国人大一次会议”2023年3月举行，2019年度的报告成文时（不晚于2020年3月31日）还没有举行，请核对会议名称或者年份",
            )
        ],
    ),
    (
        2025,
        "学习党的二十届三中全会精神。",
        [("latest-plenum", 5, "全文最新只写到“二十届三中全会”，2025年内还举行了“二十届四中全会”，请核对是否应补充")],
    ),
    (2025, "按照《法治政府建设实施纲要（2021—2025年）》推进。", []),
    (2026, "总结评估《法治政府建设实施纲要（2021—2025年）》落实情况。", []),
    (
        2026,
        "深入实施“八五”普法规划。",
        [("expired-plan", 5, "“‘八五’普法规划”的期限到2025年为止，报告年度是2026年，请核对是否已有新的规划")],
    ),
    (
        2024,
        "落实《青岚区法治建设规划（2020—2022年）》。",
        [
            (
                "expired-plan",
                4,
                "“青岚区法治建设规划（2020—2022年）”的期限到2022年为止，报告年度是2024年，请核对是否已有新的规划",
            )
        ],
    ),
    (
        2025,
        "落实规划（20212025年）。",
        [("year-range-dash", 6, "“20212025年”的两个年份之间少了连接号，应写作“2021—2025年”的样式")],
    ),
]


@pytest.mark.parametrize(("year", "words", "expected"), CASES, ids=[f"{y}-{w}" for y, w, _ in CASES])
def test_table(lint, year, words, expected):
    report = lint(f"青岚区教育局{year}年法治政府建设情况报告\n{words}")
    found = [
        (f.rule.partition("/")[2], f.column, f.message) for f in report.findings if f.rule.partition("/")[2] in RULES
    ]
    assert found == expected
    assert not report.failures


def test_what_is_only_known_by_hearsay_is_never_an_error(general):
    for rule in general.rules:
        if {"C", "D"} & set(getattr(rule.check, "certainty", ())):
            assert rule.severity != "error", rule.id


def test_every_listed_mistake_is_found_in_a_sentence(lint, general):
    for rule in general.rules:
        if rule.name not in ("fixed-expression", "typo"):
            continue
        for entry in rule.check.dictionary.entries:
            if entry.certainty in rule.check.certainty:
                for wrong in entry.wrong:
                    text = f"青岚区教育局2025年法治政府建设情况报告\n我局持续做好{wrong}相关工作。"
                    assert any(f.rule == rule.id for f in lint(text).findings), wrong
