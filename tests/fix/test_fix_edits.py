"""What is put right, what is left alone, and that a second run finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Document
from reportlint.fix import applied, edits
from reportlint.folding import fold


def document(text, path="稿.txt"):
    return fold(Document(path, text, ()))


def fixed(text, path="稿.txt", **options):
    return applied(text, edits(document(text, path), **options))


CHANGED = [
    ("half-width marks", "办理事项32件,同比增长5%,占比高;其中:一般案件3件!", "办理事项32件，同比增长5%，占比高；其中：一般案件3件！"),
    ("a space behind a mark", "加强领导, 落实责任", "加强领导，落实责任"),
    ("a stop at the end", "加强领导，落实责任.\n下一段", "加强领导，落实责任。\n下一段"),
    ("a question", "为什么做不到?", "为什么做不到？"),
    ("a mark behind a title", "落实《条例》,推进工作", "落实《条例》，推进工作"),
    ("a mark before a title", "2025,《条例》施行", "2025，《条例》施行"),
    ("brackets", "开展检查(含抽查)3次", "开展检查（含抽查）3次"),
    ("brackets round digits", "办理案件(32)件", "办理案件（32）件"),
    ("brackets of two widths", "开展检查（含抽查)3次", "开展检查（含抽查）3次"),
    ("labels where most are full-width", "（一）甲\n（二）乙\n(三)丙", "（一）甲\n（二）乙\n（三）丙"),
    ("a label of two widths", "（一)甲", "（一）甲"),
    ("doubled marks", "完成任务。。落实责任，，强化监督", "完成任务。落实责任，强化监督"),
    ("doubled marks of two widths", "落实责任，,强化监督", "落实责任，强化监督"),
    ("spaces round digits", "我区 2025 年办结案件 32 件。", "我区2025年办结案件32件。"),
    ("a date", "2025 年 12 月 31 日", "2025年12月31日"),
    ("no-break space", "共办理\u00a032\u00a0件。", "共办理32件。"),
    ("invisible characters", "法\u200b治政\ufeff府\u00ad", "法治政府"),
    ("an invisible character between what goes together", "共 \u200b32件。", "共32件。"),
    ("a mark behind a bracketed label", "（一）、加强领导", "（一）加强领导"),
    ("1、 among 1.", "1.甲\n2、乙\n3.丙", "1.甲\n2.乙\n3.丙"),
    ("一. among 一、", "一、甲\n二.乙\n三、丙", "一、甲\n二、乙\n三、丙"),
    ("what one rule leaves for another", "一、甲\n二.、乙\n三、丙", "一、甲\n二、乙\n三、丙"),
    ("Chinese comma labels", "一、甲\n二，乙\n三、丙", "一、甲\n二、乙\n三、丙"),
    ("siblings are those under one heading", "（一）甲\n1.a甲\n2、乙\n3.丙\n（二）乙\n1、甲\n2、乙", "（一）甲\n1.a甲\n2.乙\n3.丙\n（二）乙\n1、甲\n2、乙"),
]  # fmt: skip
KEPT = [
    ("thousands", "收入1,234万元"),
    ("a ratio, a time, a decimal", "比例为1:2，时间10:30，增长5.5%"),
    ("an address", "见http://example.cn/a,b;c?d=(1):2,与本文"),
    ("a mail address", "邮箱a.b@example.cn"),
    ("a title", "依据《某某条例(2023年 5 月修订),暂行》办理"),
    ("a title over a line break", "依据《某某条例,\n暂行》办理"),
    ("other dots", "一.加强领导\n见附表.\n列夫.托尔斯泰，增长5.\n落实，等..."),
    ("a title in a title", "依据《关于印发〈办法, 试行〉的通知,一》办理"),
    ("a document's number", "青政发(2025)5号、青政发〔2025〕 12 号"),
    ("half-width labels where all are", "(一)甲\n(二)乙"),
    ("half-width labels where as many are full-width", "（一）甲\n(二)乙"),
    ("an item's number", "1,加强领导"),
    ("an item's letter", "a)甲"),
    ("an ellipsis of stops", "强化监督。。。"),
    ("different marks", "按期办结，。"),
    ("blanks", "第  号，共??件，约?人"),
    ("columns", "青岚区 12 34\n云川市 5 6。"),
    ("columns without figures beside one another", "云川市 5"),
    ("fields of a web page", "发布：2025-02-21 来源：本站 浏览：61 编辑：张三。"),
    ("a heading's number", "第二部分 2023年主要举措，成效"),
    ("an annex", "附件 2025年数据，统计"),
    ("wide space", "青岚区\u30002025年报告，摘要"),
    ("English", "Use f(x), then g (y); done"),
    ("1、 where all are", "1、甲\n2、乙"),
    ("1、 where as many are 1.", "1、甲\n2.乙"),
    ("1、 before a digit", "1.甲\n2.乙\n3、2025年工作"),
    ("a waiver in the draft", "<!-- reportlint 豁免 甲: 误报, 张三, 至2026-12-31 -->"),
    ("an emoji made of several", "👨\u200d👩\u200d👧一\ufe0f"),
    ("nothing", ""),
]  # fmt: skip
MARKDOWN_KEPT = [
    "[中文(链接)](http://a.cn/中(1),b)",
    "`中文,代码`",
    "```\n中文,代码\n```",
    "| 名称 | 数, 量 1 个 |",
    "<!-- 中文,注 -->",
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CHANGED], ids=[case[0] for case in CHANGED])
def test_it_is_put_right(text, wanted):
    assert fixed(text) == wanted
    assert edits(document(wanted)) == ()


@pytest.mark.parametrize("text", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_it_is_left_alone(text):
    assert edits(document(text)) == ()


@pytest.mark.parametrize("text", MARKDOWN_KEPT)
def test_markdown_is_no_prose(text):
    assert edits(document(text, "稿.md")) == ()
    assert fixed(f"正文,后文\n\n{text}\n", "稿.md") == f"正文，后文\n\n{text}\n"


def test_edits_are_as_small_as_can_be():
    text = "我区 2025 年,办结"
    assert [tuple(edit) for edit in edits(document(text))] == [(2, 3, ""), (7, 8, ""), (9, 10, "，")]


def test_what_is_locked_stays():
    text = "办结,甲,乙"
    assert fixed(text, locked=[(0, 4)]) == "办结,甲，乙"


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (("spaces",), "我区2025年,,办结。"),
        (("punctuation", "doubled"), "我区 2025 年，办结。"),
        ((), "我区 2025 年,,办结。"),
    ],
)
def test_only_the_kinds_asked_for(kinds, wanted):
    assert fixed("我区 2025 年,,办结。", kinds=kinds) == wanted


ALPHABET = "甲乙年月件一二12 ,，;:：?？!。、()（）《》〔〕\u200b\u3000\n.吗%第号附a"


@given(st.text(ALPHABET, max_size=40))
def test_a_second_run_finds_nothing(text):
    once = fixed(text)
    assert edits(document(once)) == ()
    assert once.count("\n") == text.count("\n")


@given(st.text(ALPHABET, max_size=40))
def test_only_marks_and_spaces_ever_change(text):
    def letters(value):
        return [char for char in value if char.isalnum()]

    assert letters(fixed(text)) == letters(text)


@given(st.text(ALPHABET, max_size=30), st.integers(0, 29), st.integers(1, 9))
def test_locked_stretches_come_through(text, start, length):
    locked = text[start : start + length].replace("\n", "")
    end = min(len(text), start + length)
    changes = edits(document(text), [(start, end)])
    assert all(edit.end <= start or edit.start >= end for edit in changes)
    assert locked in applied(text, changes).replace("\n", "")
