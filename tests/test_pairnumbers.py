"""Pairs of characters as numbers: none that stands in a text may be missing from its numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.pairnumbers import number_of, pair_numbers


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("办理案件𠮷\ud800"))))
def test_every_pair_of_a_text_is_among_its_numbers(text):
    even, odd = pair_numbers(text)
    numbers = {number_of(one + other) for one, other in pairwise(text)} - {None}
    assert numbers <= {*even, *odd}


@pytest.mark.parametrize(
    ("pair", "number"), [("", None), ("办", None), ("𠮷", None), ("𠮷办", None), ("办理", 0x7406529E), ("a0", 0x300061)]
)
def test_the_number_of_a_pair(pair, number):
    assert number_of(pair) == number


@pytest.mark.parametrize("text", ["", "办", "办理", "办理案"])
def test_short_texts(text):
    even, odd = pair_numbers(text)
    assert (len(even), len(odd)) == (len(text) // 2, max(0, len(text) - 1) // 2)
