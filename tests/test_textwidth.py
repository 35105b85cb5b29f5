"""How wide a text is, and how a stranger's text is made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.textwidth import cut, inert_cell, inert_line, printable, width

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
WIDE = st.text(st.sampled_from("ab 中文，。“”👍e\u0301ｘ"), max_size=120)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("中文", 4), ("，。", 4), ("“”…·", 4), ("ｘ１", 4), ("e\u0301", 1), ("👍", 2), ("❤\ufe0f", 1), ("㎡", 2), ("　", 2)],
)  # fmt: skip
def test_width(text, cells):
    assert width(text) == cells


@given(WIDE, st.integers(0, 120), st.integers(0, 120), st.integers(38, 130))
def test_a_cut_line_fits_and_still_shows_the_place(text, start, length, cells):
    start = min(start, len(text))
    end = min(start + length, len(text))
    window, low, high = cut(text, start, end, cells)
    assert width(window) <= cells
    assert window.strip("…") in text
    assert text[start:end].startswith(window[low:high])
    assert bool(window[low:high]) == (end > start)
    if width(text) <= cells:
        assert (window, low, high) == (text, start, end)


@given(ANY)
def test_printable_is_one_line_of_the_same_length_that_utf_8_and_xml_can_hold(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")
    assert printable(shown) == shown


@pytest.mark.parametrize(
    ("line", "inert"),
    [
        ("::error::假", "\ufffd:error::假"),
        ("  \u3000::error::假", "  \u3000\ufffd:error::假"),
        ("稿.txt:1:1: 有::两个冒号", "稿.txt:1:1: 有::两个冒号"),
        ("甲 ##[error]假", "甲 \ufffd#[error]假"),
        ("比例1:2", "比例1:2"),
    ],
)
def test_inert_line(line, inert):
    assert inert_line(line) == inert


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+86", "'+86"), ("-", "'-"), ("@SUM(1)", "'@SUM(1)"), ("\t=1", "' =1"), ("\t1", "' 1"), ("\n=1", "' =1"), ("\r=1", "'\ufffd=1"),
        ("  =1", "'  =1"), ("＝1+1", "'＝1+1"), ("甲=1", "甲=1"), ("", ""), ("甲\n乙", "甲 乙"),
    ],
)  # fmt: skip
def test_inert_cell(text, cell):
    assert inert_cell(text) == cell
