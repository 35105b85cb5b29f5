"""The skeleton of a text: what tells at once that a pattern cannot occur."""

from __future__ import annotations

import pytest

from reportlint.skeleton import WIDTHS, Skeleton, skeleton


@pytest.mark.parametrize(
    ("text", "bones"),
    [
        ("2025年办理Abc案3件。", "0000年办理aaa案0件."),
        ("（〔[【(［", "(((((("),
        ("甲\t乙\n丙\r", "甲 乙 丙 "),
        ("12３", "00３"),
        ("ſ\u212a", "aa"),
        ("，,、﹑", ",,、、"),
        ("", ""),
    ],
)
def test_the_skeleton(text, bones):
    assert skeleton(text) == bones


@pytest.mark.parametrize("mark", WIDTHS)
def test_all_widths_of_a_mark_are_one(mark):
    assert len(set(skeleton(mark + WIDTHS[mark].replace("\\", "")))) == 1


@pytest.mark.parametrize(
    ("groups", "held"),
    [
        ([["0件"]], True),
        ([["乙", "案"]], True),
        ([["案0", "理案"]], False),
        ([["办案"]], False),
        ([["办理"], ["乙"]], False),
        ([["办理"], ["乙", "0"]], True),
        ([[""]], True),
        ([[]], False),
        ([], True),
    ],
)
def test_the_words_it_holds(groups, held):
    assert Skeleton("办理 案 9件").holds(groups) is held
