"""``empty-cells``: a cell without its figure, in a table of a Word file whose other rows hold one in that column.

Many a cell is empty with good reason: headings, totals, remarks, what did not exist last year, rows that only name a
group, cells crossed out or greyed. All of these stay silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.record import record

_FIGURE = lazy(rf"[约近]?[+\-－]?\d[\d,，.]*\s?(?:[%％‰]|(?![年月日号]){HAN}{{1,4}})?")
_YEAR = lazy(r"(?:19|20)\d\d(?:年度?)?")
_TO_FILL = lazy(
    r"[xXХх×*＊_○□△?？]{2,}(?:%|％|[^\W\d_]{1,2})?|[xXХх×?？]|待[填补定核]"
)  # wants a figure as an empty one does
_NONE = lazy(r"[\s\-—–－/／\\无]+|不适用|不涉及")
_ZERO = lazy(r"0+(?:\.0+)?\s?[^\d.]*")
_NO_ROW = lazy(r"合\s*计|总\s*计|小\s*计|共\s*计|平均|总数|备\s*注|^注|说明|填[表报]|审核|签[字章]|其中|[：:]$")
_NO_COLUMN = lazy(
    r"备\s*注|说明|[同环]比|增|减|幅|[升降]|占比|排名|名次|序\s*号|编号|代码|文号|电话|手机|联系|传真|邮编|时间|日期|[时期年]限"
    r"|上年|去年|[上同基]期|目标|计划"
)
_NO_FIGURE = lazy(r"(?:19|20)\d\d[.．]\d.*|1\d{10}|0\d{2,3}-?\d{7,8}")
_GROUP = lazy(r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])")
_MEMBER = lazy(r"\s*(?:其中|#|＃|[-－—]|[（(]?\d{1,2}[.．、）)]|[①-⑳]|一是)")

_FEW = 6  # one empty cell to so many figures is an oversight, more are a custom


class _Cell(NamedTuple):
    at: int
    text: str
    plain: bool

    @property
    def figure(self) -> bool:
        return (
            bool(_FIGURE.fullmatch(self.text))
            and not _YEAR.fullmatch(self.text)
            and not _NO_FIGURE.fullmatch(self.text)
        )

    @property
    def empty(self) -> bool:
        return self.plain and not self.text


_Row = dict[int, _Cell]


@record
class EmptyCellsCheck:
    """Cells left empty in a column of figures, one problem each."""

    least: int = option("同一列里至少有几行填了数，才认为空着的是漏填", 3)

    def triggers(self) -> Iterable[Pattern]:
        """None: the reader gives the cells."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an empty cell."""
        for table in _tables(draft):
            for label, name, cell in self._in_table(table, draft.year):
                if any(span.start <= cell.at <= span.end for span in scope):
                    named = f"的“{name}”" if name else "有一格"
                    message = f"“{label}”一行{named}空着，同一列其他各行都有数；请补上，确实没有的写“0”或“—”"
                    yield Problem(Span(cell.at, cell.at), message, "suspected")

    def _in_table(self, table: list[_Row], year: int | None) -> list[tuple[str, str, _Cell]]:
        """The empty cells of a table with their rows' and columns' names; none where many are: there empty means none."""
        first = next((number for number, row in enumerate(table) if any(cell.figure for cell in row.values())), None)
        if first is None or len(table) - first <= self.least:
            return []
        head, rows = table[:first], table[first:]
        found: list[tuple[str, str, _Cell]] = []
        figures = empty = 0
        for column in sorted({column for row in rows for column in row if column}):
            name = _heading(head, column)
            if _may_be_full(name, year):
                found += [(label, name or "", cell) for label, cell in self._missing(rows, column)]
                counted = [row[column] for row in rows if column in row and any(cell.figure for cell in row.values())]
                figures += sum(cell.figure for cell in counted)
                empty += sum(cell.empty for cell in counted)
        return found if empty <= max(1, figures // _FEW) else []

    def _missing(self, rows: list[_Row], column: int) -> list[tuple[str, _Cell]]:
        """The empty cells of a column that is full of figures otherwise, with the labels of their rows."""
        full, found, labels = 0, [], _labels(rows, column)
        for row, below in pairwise([*rows, {}]):
            cell, label = row.get(column), _label(row, labels)
            if cell is None or not label or _NO_ROW.search(label):
                continue
            if cell.figure:
                full += 1
            elif cell.empty:
                found.append((row, below, label, cell))
            elif cell.text and not _NONE.fullmatch(cell.text) and not _TO_FILL.fullmatch(cell.text):
                return []
        if full < max(self.least, 4 * len(found) if len(found) > 1 else 0):
            return []
        return [(label, cell) for row, below, label, cell in found if _is_item(row, below, label, column, full)]


def _tables(draft: Draft) -> Iterable[list[_Row]]:
    """The rows of every table, by the column of the grid at which a cell begins; nested tables are no tables here."""
    found: dict[tuple[str, str], list[_Row]] = {}
    for block in draft.document.blocks:
        if block.cells:
            found.setdefault((block.story, block.place.rpartition("第")[0]), []).append(_row(draft.text, block))
    return found.values()


def _row(text: str, block: Block) -> _Row:
    cells = [cell for cell in block.cells if cell.column >= 0]
    row: _Row = {}
    for cell, following in pairwise([*cells, None]):
        if cell is not None:
            start = block.start + cell.start
            end = block.start + following.start - 1 if following else block.end
            row[cell.column] = _Cell(start, text[start:end].strip(), cell.span == 1 and not cell.closed)
    return row


def _labels(rows: list[_Row], column: int) -> list[int]:
    """The columns of words next to the left of a column of figures: 类别, 事项, 单位."""
    found: list[int] = []
    for at in sorted({at for row in rows for at in row if at < column}, reverse=True):
        texts = [row[at] for row in rows if at in row and row[at].text]
        if sum(1 for cell in texts if not cell.figure and not _NONE.fullmatch(cell.text)) * 2 > len(texts):
            found.append(at)
        elif found:
            break
    return found


def _label(row: _Row, labels: list[int]) -> str:
    """What names a row; empty where the nearest of the columns that do is empty."""
    cells = [row[at] for at in labels if at in row]
    if not cells or cells[0].empty:
        return ""
    longest = max((cell.text for cell in cells), key=len)
    return longest if len(longest) <= 16 else longest[:15] + "…"


def _heading(head: list[_Row], column: int) -> str | None:
    """The words above a column, from the lowest row of the table's head that has any; None if it has no cell there."""
    cells = [row[column] for row in reversed(head) if column in row and row[column].plain]
    if not cells:
        return None
    return next((" ".join(cell.text.split()) for cell in cells if cell.text), "")


def _may_be_full(name: str | None, year: int | None) -> bool:
    """Whether a column has to be full: not remarks, rates of change, or years before the report's own."""
    if name is None:
        return False
    return not _NO_COLUMN.search(name) and not (year and _YEAR.search(name) and str(year) not in name)


def _is_item(row: _Row, below: _Row, label: str, column: int, full: int) -> bool:
    """Whether a row is one of the things counted, and not the name of a group of such rows."""
    others = [cell for at, cell in row.items() if at != column and cell.figure]
    if any(_ZERO.fullmatch(cell.text) for cell in others):
        return False  # a rate of nothing
    if others:
        return True
    after = next((cell.text for _, cell in sorted(below.items()) if cell.text), "")
    return full > 3 and bool(after) and not _GROUP.match(label) and not _MEMBER.match(after) and len(row) == 2
