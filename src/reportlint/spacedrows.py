"""Rows of a table whose columns are held apart by spaces, as text copied out of a PDF has them.

类别      件数    占比
食品      487     46.6%
Such a row is neither a heading (二、上年结转  1  0) nor a line with a gap to be filled in (办结    件).
"""

from __future__ import annotations

from itertools import groupby

from reportlint.document import Document
from reportlint.lazyre import cached, lazy

_WIDE = ("  ", "\u3000\u3000", " \u3000", "\u3000 ")
# begun where a gap does: a long run of spaces is gone through once
_GAPS = lazy(r"(?:^|[^ \u3000])[ \u3000]{2,}+[^ \u3000\n]++[ \u3000]{2,}+[^ \u3000\n]")
_NUMBER = lazy(r"[-+－]?\d[\d,]*(?:\.\d+)?[%％]?")
_CELLS = 3


def spaced_rows(document: Document) -> frozenset[int]:
    """Indices of the blocks that are such rows: two or more in a run, of three cells or more, a number alone in one."""
    text = document.text
    if not any(gap in text for gap in _WIDE) or _GAPS.search(text) is None:
        return frozenset()
    rows = [
        (index, _cells(document.text[block.start : block.end]) if block.kind != "row" else [])
        for index, block in enumerate(document.blocks)
    ]
    found: set[int] = set()
    for wide, run in groupby(rows, key=lambda row: len(row[1]) >= _CELLS):
        listed = list(run)
        if wide and len(listed) > 1 and any(_NUMBER.fullmatch(cell) for _, cells in listed for cell in cells):
            found.update(index for index, _ in listed)
    return frozenset(found)


def _cells(line: str) -> list[str]:
    """The cells of a line, one for a wide gap before the first; none where it holds sentences."""
    line = cached("[（(][^（()）]*[）)]").sub("", line)
    if cached("[。；，：:]").search(line):
        return []
    first = [""] if cached("[ \u3000]{4}").match(line) else []
    return [*first, *(cell for cell in cached("[ \u3000]{2,}").split(line.strip()) if cell)]
