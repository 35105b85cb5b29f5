"""Tables: a row is a line, its cells joined by tabs; a merged cell is text once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reportlint.readers.ooxml.line import Line
from reportlint.readers.ooxml.names import SDT, SDTCONTENT, TBL, TC, TR, VAL, P, w
from reportlint.readers.ooxml.runs import SKIPPED

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = frozenset((w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("tblPrEx")))


def table_rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, those in content controls too, without deleted ones."""
    for child in table:
        if child.tag == TR:
            properties = child.find(w("trPr"))
            if properties is None or properties.find(w("del")) is None:
                yield child
        elif child.tag == SDT:
            content = child.find(SDTCONTENT)
            yield from table_rows(content) if content is not None else ()
        elif child.tag not in _PROPERTIES and child.tag not in SKIPPED and child.tag != TBL:
            yield from table_rows(child)


def row_pieces(row: _Element, line: Line, paragraph: Callable[[_Element, Line], None]) -> None:
    """Write a row's cells into a line."""
    first = True
    for cell in _cells(row):
        if not first:
            line.add("\t")
        first = False
        if not _continued(cell):
            _cell(cell, line, paragraph)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if child.tag == TC:
            yield child
        elif child.tag == SDT:
            content = child.find(SDTCONTENT)
            yield from _cells(content) if content is not None else ()
        elif child.tag not in _PROPERTIES and child.tag not in SKIPPED:
            yield from _cells(child)


def _continued(cell: _Element) -> bool:
    """Whether the cell goes on from the one above (vMerge without restart) or beside (hMerge)."""
    properties = cell.find(w("tcPr"))
    for name in ("vMerge", "hMerge"):
        merge = properties.find(w(name)) if properties is not None else None
        if merge is not None and merge.get(VAL) in (None, "continue"):
            return True
    return False


def _cell(cell: _Element, line: Line, paragraph: Callable[[_Element, Line], None]) -> None:
    """A cell's paragraphs and nested tables, joined by one space."""
    started = line.length
    for child in cell:
        before = line.length
        if child.tag == P:
            if before > started:
                line.add(" ")
            held = line.length
            paragraph(child, line)
            if line.length == held and before > started:  # an empty paragraph leaves no trace
                line.pieces.pop()
                line.length -= 1
        elif child.tag == TBL:
            for row in table_rows(child):
                if line.length > started:
                    line.add(" ")
                row_pieces(row, line, paragraph)
        elif child.tag == SDT:
            content = child.find(SDTCONTENT)
            if content is not None:
                _cell(content, line, paragraph)
        elif child.tag not in _PROPERTIES and child.tag not in SKIPPED:
            _cell(child, line, paragraph)
