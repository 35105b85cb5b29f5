"""``told-above-table``: a figure that the sentence above a table gives, and that the table's 合计 row gives otherwise.

Only where the sentence hands over to the table (各类别如下表：), names what the column counts in the column's own words,
and its unit is the column's; a table of the main fields only need not have the whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.statements import Quantity, statement
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.numerals import Figure
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.tables import Grid, Value, grids

_GRAND = ("合计", "总计", "共计")
_HANDS_OVER = lazy(
    r"[各分][^，。；]{0,12}(?:如下|见下|下表|列表)|(?:情况|统计|明细|数据|详)[^，。；]{0,6}(?:如下|见下表|下表)"
)
_PARTLY = lazy(r"主要|部分|重点|典型|代表|前[一二三四五六七八九十\d]|上年|去年|较|比|以来|累计")
_NAME = lazy(r"(?P<core>[^（）()]{2,12})(?:[（(](?P<unit>[^（）()\d]{1,4})[）)])?")
_CAPTION = 40  # code points of a line between the sentence and the table: 表1 执法情况统计表, 单位：件
_LINES = 3  # that may stand there, empty ones included
_SCALES = {"万": 10_000.0, "亿": 100_000_000.0}


@record
class ToldAboveTableCheck:
    """One problem a column; the table's own 合计 must be what its rows add up to, or that is told instead."""

    def triggers(self) -> Iterable[Pattern]:
        """None: tables are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """The figure in the sentence."""
        for grid in grids(draft):
            totals = [row for row in range(len(grid.rows)) if grid.label(row) in _GRAND]
            above = _sentence_above(draft, grid) if len(totals) == 1 and grid.whole else None
            if above is None or not any(part.start <= above.start < part.end for part in scope):
                continue
            counts = statement(draft, above, _within(draft.figures, above)).counts
            for column in range(grid.labels, len(grid.names)):
                yield from _differs(draft, grid, totals[0], column, counts)


def _within(figures: Sequence[Figure], span: Span) -> Sequence[Figure]:
    first = bisect_left(figures, span.start, key=lambda figure: figure.start)
    return figures[first : bisect_left(figures, span.end, first, key=lambda figure: figure.start)]


def _sentence_above(draft: Draft, grid: Grid) -> Span | None:
    """The last sentence of the paragraph above a table, if it hands over to it; captions may stand between."""
    blocks = draft.document.blocks
    at = bisect_right(draft.document.block_starts, grid.rows[0][0].span.start) - 1
    table = _table(blocks[at])
    while at >= 0 and _is_row(draft, at) and _table(blocks[at]) == table:
        at -= 1  # the table's head
    for block in reversed(blocks[max(0, at + 1 - _LINES) : at + 1]):
        text = draft.text[block.start : block.end].rstrip()
        if block.kind == "row" or "\t" in text:
            return None  # another table: what stands above that one speaks of it
        last = draft.sentence(block.start + len(text) - 1) if text else Span(block.start, block.start)
        said = draft.text[last.start : block.end]
        if _HANDS_OVER.search(said):
            return None if _PARTLY.search(said) else Span(last.start, block.end)
        if len(text) > _CAPTION:
            return None
    return None


def _is_row(draft: Draft, at: int) -> bool:
    block = draft.document.blocks[at]
    text = draft.text[block.start : block.end]
    return block.kind == "row" or "\t" in text or text.count("|") > 1


def _table(block: Block) -> str:
    """What Word calls the table that a row is of: two tables may follow each other without a line between them."""
    return block.place.partition("第")[0] if block.kind == "row" else ""


def _differs(draft: Draft, grid: Grid, row: int, column: int, counts: Sequence[Quantity]) -> Iterator[Problem]:
    name = _NAME.fullmatch(cached(r"\s").sub("", grid.names[column]))
    total = grid.value(row, column)
    if name is None or not name["unit"] or not total or not total.step or not _adds_up(grid, row, column, total):
        return
    scale = _SCALES.get(name["unit"][0], 1.0) if len(name["unit"]) > 1 else 1.0
    unit = name["unit"][1:] if scale > 1 else name["unit"]
    told = [q for q in counts if q.exact and q.unit == unit and name["core"] in q.label]
    if len(told) != 1 or abs(told[0].value - total.number * scale) <= max(told[0].step, total.step * scale) * 0.51:
        return
    shown, cell = draft.text[told[0].start : told[0].end], grid.rows[row][column].text
    message = f"“{name['core']}”这里写{shown}，下面表里合计是{cell}{name['unit']}，请核对口径或改为一致"
    yield Problem(Span(told[0].start, told[0].end), message, "suspected")


def _adds_up(grid: Grid, total_row: int, column: int, total: Value) -> bool:
    """Whether the rows give the total: a table that is wrong in itself shows nothing about the sentence."""
    values = [grid.value(row, column) for row in range(len(grid.rows)) if row != total_row]
    if any(value is None or not value.step for value in values):
        return False
    steps = [value.step for value in values if value]
    return abs(sum(value.number for value in values if value) - total.number) <= len(steps) * max(steps) / 2
