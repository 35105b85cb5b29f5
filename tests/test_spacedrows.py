"""Rows of a table that are held apart by spaces."""

from __future__ import annotations

import pytest

from reportlint.examples import as_document
from reportlint.spacedrows import spaced_rows

ROWS = [
    ("类别      件数    占比\n食品      487     46.6%\n药品      558     53.4%", {0, 1, 2}),
    # the first cell of each is empty
    ("          487     46.6%\n          558     53.4%", {0, 1}),
    ("办结    件    12\n正文说明情况。", set()),
    ("甲乙    丙丁\n一、主要举措", set()),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows(text, rows):
    assert spaced_rows(as_document(text)) == rows
