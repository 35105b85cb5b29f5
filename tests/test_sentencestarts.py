"""Patterns that begin a sentence, tried where their cue stands: the same as trying them everywhere."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reportlint.sentencestarts import led_by

PATTERN = re.compile(r"(?:^|[。；\n]) *(?:今年)?(?P<found>区长(?:主持|带头))")
CUE = re.compile("区长")


def found(text, far=12, start=0, end=None):
    return [match.span("found") for match in led_by(text, PATTERN, CUE, far, start, end)]


def test_places():
    assert found("区长主持会议。今年区长带头学法，区长主持。\n 区长带头。") == [(0, 4), (9, 13), (23, 27)]
    assert found("副区长主持。区长到会。") == []
    assert found("区长主持。区长主持。", start=4, end=9) == [(5, 9)]


def test_what_stands_far_behind_is_not_tried():
    assert found("。" + " " * 11 + "区长主持") == [(12, 16)]
    assert found("。" + " " * 12 + "区长主持") == []


@given(st.text(alphabet="区长主持带头今年。；\n ", max_size=40), st.integers(0, 10))
def test_as_if_tried_everywhere(text, start):
    assert found(text, 99, start) == [match.span("found") for match in PATTERN.finditer(text, start)]
