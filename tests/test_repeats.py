"""Places where the text says the same twice in a row."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.repeats import twice_in_a_row

CASES = [
    ("推行推行工作", 2, 8, [0]),
    ("工作推行推行", 2, 8, [2]),
    ("信息共享信息共享", 2, 8, [0]),
    ("是是", 1, 1, [0]),
    ("是", 1, 1, []),
    ("", 1, 8, []),
    ("\U00020000甲\U00020000甲乙", 2, 2, [0]),
]


@pytest.mark.parametrize(("text", "least", "most", "places"), CASES)
def test_places(text, least, most, places):
    assert list(twice_in_a_row(text, least, most)) == places


@given(st.text(alphabet="甲乙丙丁 \n", max_size=60))
def test_every_place_that_a_back_reference_finds(text):
    wanted = {match.start() for match in re.finditer(r"(?s)(?=(.{2,8})\1)", text)}
    assert set(twice_in_a_row(text, 2, 8)) == wanted
