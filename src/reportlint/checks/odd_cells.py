"""``odd-cells``: a mark, or a letter among digits, where all other cells of a table's column are numbers: ？, ×, 1O.

A cross that answers a tick is an answer, and a code has letters by right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.tables import Grid, grids

_MARK = lazy(r"[?？×✕✖#＃○●△▲□]{1,3}")
_LETTERED = lazy(r"(?=[0-9.]*[OolI|])(?=[OolI|.]*[0-9])[0-9OolI|.]{2,8}")
_TICKS = lazy(r"[√✓✔☑☒是否]")
_CODES = lazy(r"编号|代码|车牌|型号|号码|文号|编码|批号|备注|是否|达标|等级|类[别型]|评价|名称")


@record
class OddCellsCheck:
    """One problem a cell."""

    at_least: int = option("同一列里至少有几格是数，才认为这一格也应是数", 2)

    def triggers(self) -> Iterable[Pattern]:
        """None: tables are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """The cells in the order of the tables."""
        masked = [(mask.start, mask.end) for mask in draft.masks]
        for grid in grids(draft):
            for row, column in self._odd(grid):
                cell = grid.rows[row][column]
                known = any(start < cell.span.end and cell.span.start < end for start, end in masked)
                if known or not any(part.start <= cell.span.start < part.end for part in scope):
                    continue
                place = f"“{grid.label(row)}”一行" + (f"的“{grid.names[column]}”" if grid.names[column] else "")
                yield Problem(cell.span, f"{place}写的是“{cell.text}”，同一列其他各行都是数，请补上实际数")

    def _odd(self, grid: Grid) -> Iterator[tuple[int, int]]:
        for column in range(grid.labels, len(grid.names)):
            cells = [row[column].text for row in grid.rows]
            odd = [at for at, text in enumerate(cells) if _MARK.fullmatch(text) or _LETTERED.fullmatch(text)]
            if not odd or _CODES.search(grid.names[column]) or any(_TICKS.fullmatch(text) for text in cells):
                continue
            values = [(text, grid.value(at, column)) for at, text in enumerate(cells) if at not in odd]
            numbers = [text for text, value in values if value is not None and value.step]
            if len(numbers) >= max(self.at_least, 2 * len(odd)) and all(value for _, value in values):
                yield from ((at, column) for at in odd)
