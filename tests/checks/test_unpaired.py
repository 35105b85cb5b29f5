"""Marks that do not pair, within a paragraph and over lines that were broken by their length."""

from __future__ import annotations

import pytest

CASES = [
    ("落实《青岚区物业管理办法》。", []),
    ("落实《青岚区物业管理办法。", [(1, 3, "只有半个书名号 《 ，后面没有与它配对的另一半，请补上或删去")]),
    ("落实青岚区物业管理办法》。", [(1, 12, "只有半个书名号 》 ，前面没有与它配对的另一半，请补上或删去")]),
    ("深化“放管服改革（试点。", [
        (1, 3, "只有半个引号 “ ，后面没有与它配对的另一半，请补上或删去"),
        (1, 9, "只有半个括号 （ ，后面没有与它配对的另一半，请补上或删去"),
    ]),
    ("为落实《青岚区物业\n管理办法》的要求，开展检查。", []),  # one sentence, broken by its length
    ("为落实《青岚区物业\n管理办法》和《青岚区\n供水办法》的要求，开展检查。", []),
    ("为落实《青岚区物业\n管理办法的要求，开展检查。", [(1, 4, "只有半个书名号 《 ，后面没有与它配对的另一半，请补上或删去")]),
    ("落实《青岚区物业管理办法。\n供水办法》印发实施。", [  # two whole sentences: each has its own mistake
        (1, 3, "只有半个书名号 《 ，后面没有与它配对的另一半，请补上或删去"),
        (2, 5, "只有半个书名号 》 ，前面没有与它配对的另一半，请补上或删去"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:16] for text, _ in CASES])
def test_pairs(lint, text, expected):
    found = [f for f in lint(text).findings if f.rule == "official-report/unpaired-mark"]
    assert [(f.line, f.column, f.message) for f in found] == expected


@pytest.mark.parametrize("end", ["", "。"])
def test_a_line_of_nothing_but_brackets_is_told_by_its_first_ones(lint, end):
    report = lint("（" * 5_000 + end)
    assert sum(1 for f in report.findings if f.rule == "official-report/unpaired-mark") == 50
