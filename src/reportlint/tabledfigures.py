"""Figures that stand in the cells of a table, whose heads say what they count and in which unit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.sections import FigureSpec

_COLUMNS = lazy(r"[^\s|](?:\t| {2,}|[ ]?\|[ ]?)-?\d")  # of a table in plain text or Markdown


def tabled(draft: Draft, spans: Sequence[Span]) -> bool:
    """Whether a table within the section holds numbers: 处罚情况如下, and the figures stand in its cells without units."""
    rows: list[int] | None = draft.kept.get("rows with numbers")
    if rows is None:
        rows = draft.kept["rows with numbers"] = [
            row.start
            for row in draft.document.blocks
            if row.kind == "row" or _COLUMNS.search(draft.text, row.start, row.end) is not None
            if any(char.isdigit() for char in draft.text[row.start : row.end])
        ]
    return any(bisect_left(rows, span.start) < bisect_left(rows, span.end) for span in spans)


def in_table(draft: Draft, spans: Sequence[Span], spec: FigureSpec) -> Span | None:
    """Where a table's cell names what it counts: 行政检查（次） at the head of a column of numbers without units."""
    if not tabled(draft, spans):
        return None
    for row in draft.document.blocks:
        if row.kind == "row" and any(span.start <= row.start < span.end for span in spans):
            for word in spec.words:
                at = draft.text.find(word, row.start, row.end)
                if at >= 0:
                    return Span(at, at + len(word))
    return None
