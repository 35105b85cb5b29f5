"""Where the cells of a table stand, as a person counts them in Word: rows that are shown, columns that are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlint.named import NamedTuple
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.structure import Shown, cells, flow, rows


class Placed(NamedTuple):
    """A cell that is shown and where: ``column`` of the table's grid (from 0), ``number`` as a person counts it (from 1)."""

    shown: Shown
    column: int
    number: int


def placed_rows(table: Element, flags: int, changed: Callable[[], None]) -> list[list[Placed]]:
    """The rows of a table that are shown, with their cells, each once.

    Where every cell begins at a column of the row with the most cells, the columns are those of that row: below a
    heading of two merged cells the second figure stands in column 3. In a form whose rows are divided each in its own
    way (WPS writes a column for every edge somebody dragged) nobody sees such columns: there a row's cells are counted.
    """
    found = [_placed(row, row_flags) for row, row_flags in rows(table, flags, changed)]
    if all(cell.column == cell.number - 1 for row in found for cell in row):
        return found
    starts = sorted({cell.column for row in found for cell in row})
    if len(starts) > max(map(len, found)):
        return found
    numbers = {start: number for number, start in enumerate(starts, 1)}
    return [[cell._replace(number=numbers[cell.column]) for cell in row] for row in found]


def _placed(row: Element, flags: int) -> list[Placed]:
    column = n.number(n.value(n.child(row, n.TRPR), n.GRIDBEFORE)) or 0
    found = []
    for number, shown in enumerate(cells(row, flags), 1):
        found.append(Placed(shown, column, number))
        column += shown.span
    return found


def cell_paragraphs(cell: Element, flags: int, changed: Callable[[], None]) -> Iterator[tuple[Element, int, str]]:
    """The paragraphs of a cell and of the tables nested in it, in reading order, with the place in a nested table.

    Other files that are inserted there come too.
    """
    tables = 0
    for item, item_flags in flow(cell, flags):
        if item.tag != n.TBL:
            yield item, item_flags, ""
        else:
            tables += 1
            for row, inner in enumerate(placed_rows(item, item_flags, changed), 1):
                for placed in inner:
                    if not placed.shown.lower:
                        place = f"内嵌表{tables}第{row}行第{placed.number}列"
                        for deeper, deeper_flags, rest in cell_paragraphs(
                            placed.shown.cell, placed.shown.flags, changed
                        ):
                            yield deeper, deeper_flags, place + rest
