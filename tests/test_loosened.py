"""A loosened pattern occurs wherever the pattern does: what a fast set leaves out is surely not there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.patterns import Pattern
from reportlint.patternset import PatternSet, loosened


@pytest.mark.parametrize(
    ("source", "loose"),
    [
        ("[^。]{0,40}件", "[^。]*件"),
        (r"\d{1,3}件{2}", r"\d+件+"),
        ("(?:甲乙){,3}", "(?:甲乙){,3}"),
        (r"\p{Han}{2,}?\x{4e00}{0}", r"\p{Han}+?\x{4e00}*"),
        (r"\{1,2\}", r"\{1,2\}"),
        (r"\\{1,2}", r"\\+"),
    ],
)
def test_only_counts_change(source, loose):
    assert loosened(source) == loose


@given(st.text("ab件。", max_size=12), st.integers(0, 3), st.integers(0, 3))
def test_it_occurs_wherever_the_pattern_does(text, low, more):
    source = f"a[^。]{{{low},{low + more}}}件"
    if re.search(source, text):
        assert re.search(loosened(source), text)
        assert PatternSet([Pattern(source)], loose=True).occurring(text) == {Pattern(source)}
    assert PatternSet([Pattern(source)]).occurring(text) == ({Pattern(source)} if re.search(source, text) else set())
