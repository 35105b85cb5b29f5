"""Fixed phrases that are one character off, with their places; lawful variants and other words that begin alike."""

from __future__ import annotations

import pytest

SLIPS = [
    ("增强“四个意识”、坚定“四个自信”、做好“两个维护”。", 1, 26, "增强‘四个意识’、坚定‘四个自信’、做好‘两个维护"),
    ("牢固树立法定职责必须为、法无授权不能为的理念。", 5, 20, "法定职责必须为、法无授权不能为"),
    ("做到小事不出村、大事不出镇、矛盾不上移。", 3, 20, "小事不出村、大事不出镇、矛盾不上移"),  # the last one exchanged
    ("有法必依，执法必严，法必究。", 1, 14, "有法必依，执法必严，法必究"),  # dropped
    ("坚持有法必须依、执法必严、违法必究。", 3, 18, "有法必须依、执法必严、违法必究"),  # added
    ("坚持创新、谐调、绿色、开放、共享。", 3, 17, "创新、谐调、绿色、开放、共享"),  # in the first half
]
FINE = [
    "树牢“法定职责必须为、法无授权不可为”的理念。",
    "严格履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序。",
    "做到小事不出村、大事不出乡、矛盾不上交。",
    "深刻领会“两个确立”的决定性意义。",
    "创新、协调、绿色发展理念深入人心。",
    "不敢腐、不能腐。",
    "公众参与、专家论证、风险评估等程序全部履行。",
    "有法必依；执法必严；违法必究。",
]


def slips(lint, text):
    return [
        (f.line, f.column, f.end_column, f.message)
        for f in lint(text).findings
        if f.rule == "official-report/set-phrase"
    ]


@pytest.mark.parametrize(("text", "column", "end", "shown"), SLIPS, ids=[shown for *_, shown in SLIPS])
def test_one_character_off(text, column, end, shown, lint):
    ((line, *place, message),) = slips(lint, text)
    assert (line, place) == (1, [column, end])
    assert message.startswith(f"“{shown}”与固定表述“")
    assert message.endswith("”差一个字，请核对")


@pytest.mark.parametrize("text", FINE)
def test_as_it_should_be(text, lint):
    assert slips(lint, text) == []
