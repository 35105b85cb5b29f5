"""Numbers and figures: values, units, kinds, and what is never a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.numerals import figures, han_number

HAN = [
    ("二十三", 23), ("十", 10), ("十五", 15), ("一百零五", 105), ("一百二十", 120), ("二〇二五", 2025), ("两千", 2000),
    ("三万五千", 35000), ("十五亿", 1_500_000_000), ("", None), ("甲", None),
]  # fmt: skip

FIGURES = [
    ("开展检查120余次", [("120余次", 120, "次", "approximate")]),
    ("办理7520件、即办4512件", [("7520件", 7520, "件", "number"), ("4512件", 4512, "件", "number")]),
    ("即办件率61.5%", [("61.5%", 61.5, "%", "number")]),
    ("办结率百分之九十八点五", [("百分之九十八点五", 98.5, "%", "number")]),
    ("办结率为百分之百", [("百分之百", 100, "%", "number")]),
    ("下降百分之三十多", [("百分之三十", 30, "%", "approximate")]),
    ("受众2.6万人次", [("2.6万人次", 26000, "人次", "number")]),
    ("罚没1,234万元", [("1,234万元", 12_340_000, "元", "number")]),
    ("共十二项、两批次", [("十二项", 12, "项", "number"), ("两批次", 2, "批次", "number")]),
    ("约30人", [("30人", 30, "人", "approximate")]),
    ("二十余名", [("二十余名", 20, "名", "approximate")]),
    ("完善十几项指南", [("十几项", None, "项", "vague")]),
    ("数百次", [("数百次", None, "次", "vague")]),
    ("多次召开", [("多次", None, "次", "vague")]),
    ("若干建议", [("若干", None, "", "vague")]),
    ("完成5项目标任务", [("5项", 5, "项", "number")]),
    ("三万元", [("三万元", 30000, "元", "number")]),
]

NEVER = [
    "第36次常务会议", "第 14 次集体学习", "2025年3月5日", "〔2025〕12号", "“5621”工程", "《管理3个办法》", "7×24小时", "A4纸",
    "PM2.5", "“12·4”", "2021—2025年", "进一步", "一方面", "同一个", "三项制度", "四个亲自", "统一部署", "12345热线", "家长", "条例",
    "第三批", "“一件事”",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), HAN)
def test_han_numbers(text, value):
    assert han_number(text) == value


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_figures(text, expected):
    assert [(text[f.start : f.end], f.value, f.unit, f.kind) for f in figures(text)] == expected


@pytest.mark.parametrize("text", NEVER)
def test_never_figures(text):
    assert figures(f"我区{text}，") == []


@given(st.integers(min_value=1, max_value=99_999))
def test_arabic_values_survive(number):
    (figure,) = figures(f"办理{number}件")
    assert figure.value == number


@given(st.text(alphabet="0123456789一二十百万余几多第件次项个%.,，“”《》 年月", max_size=40))
def test_figures_lie_within_the_text(text):
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
