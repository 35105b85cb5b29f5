"""Ranges whose larger number stands first, with their places; what was and what is, other orders and other units."""

from __future__ import annotations

import pytest

TURNED = [
    ("参训人员年龄在55岁至28岁之间。", 8, "“55岁至28岁”大数在前、小数在后，请核对是否应为“28岁至55岁”"),
    ("抽查比例由各科室在10%—5%之间确定。", 10, "“10%—5%”大数在前、小数在后，请核对是否应为“5%至10%”"),
    ("罚款幅度细化为5万元至2万元。", 8, "“5万元至2万元”大数在前、小数在后，请核对是否应为“2万元至5万元”"),
    ("用时压缩为30至20天。", 6, "“30至20天”大数在前、小数在后，请核对是否应为“20至30天”"),
    (
        "日取水量1,500立方米至200立方米。",
        5,
        "“1,500立方米至200立方米”大数在前、小数在后，请核对是否应为“200立方米至1,500立方米”",
    ),
]
FINE = [
    "参训人员年龄在28岁至55岁之间。",
    "审批时限由30至20天压缩到5天，从98%到95%有所回落。",
    "办理时限从原来的20个工作日至5个工作日。",
    "2025年12月至6月，第3至1组，12—8月。",
    "面积3平方公里至5平方米之间。",
    "编号2025-12件，电话0871-65432人。",
    "案件数 832 -2.2%。",
    "审批时限大幅压缩，20天到5天。",
    "成绩90分—80分为良好，80分—60分为合格。",
    "值班20:00至8:00，100—50—20分三档。",
]  # fmt: skip


def turned(lint, text):
    return [(f.line, f.column, f.message) for f in lint(text).findings if f.rule == "official-report/range-order"]


@pytest.mark.parametrize(("text", "column", "message"), TURNED, ids=[text for text, *_ in TURNED])
def test_a_range_that_is_turned_round(text, column, message, lint):
    assert turned(lint, text) == [(1, column, message)]


@pytest.mark.parametrize("text", FINE)
def test_what_is_no_such_range(text, lint):
    assert turned(lint, text) == []
