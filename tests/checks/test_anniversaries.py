"""Days and events that are counted by the year, and the years that may be meant beside the report's."""

from __future__ import annotations

import pytest

HEAD = "青岚区水务局2025年法治政府建设情况报告\n2025年，我局依法治水。现将情况报告如下：\n一、主要工作\n"
CASES = [
    ("开展第11个国家宪法日活动。", 3, "“第11个国家宪法日”说的是2024年，2025年是第12个，请核对是不是往年的内容"),
    ("开展第三十二届“世界水日”宣传。", 3, "“第三十二届世界水日”说的是2024年，2025年是第33届，请核对是不是往年的内容"),
    ("庆祝中国共产党成立103周年。", 10, "“103周年”说的是2024年，2025年是104周年，请核对是不是往年的内容"),
    ("纪念民法典施行三周年。", 8, "“三周年”说的是2024年，2025年是4周年，请核对是不是往年的内容"),
    ("开展第12个国家宪法日、第八个“宪法宣传周”活动，庆祝新中国成立76周年。", 0, ""),
    ("以优异成绩迎接中国共产党成立105周年。", 0, ""),
    ("喜迎中国共产党成立103周年。", 10, "“103周年”说的是2024年，2025年是104周年，请核对是不是往年的内容"),
    ("2024年12月，开展第11个国家宪法日活动。", 0, ""),
    ("纪念民法典颁布实施五周年，我局成立30周年，第11次宪法日前的会议。", 0, ""),
    ("抓好落实。\n二、2026年工作安排\n开展第13个国家宪法日活动。", 0, ""),
]


@pytest.mark.parametrize(("words", "column", "message"), CASES, ids=[words[:12] for words, _, _ in CASES])
def test_of_which_year_the_number_is(words, column, message, lint):
    found = [f for f in lint(HEAD + words).findings if f.rule.endswith("/anniversary")]
    assert [(f.line, f.column, f.message) for f in found] == ([(4, column, message)] if message else [])


def test_nothing_is_said_where_the_year_is_not_known(lint):
    report = lint("青岚区水务局法治政府建设情况报告\n开展第11个国家宪法日活动。")
    assert [f for f in report.findings if f.rule.endswith("/anniversary")] == []
