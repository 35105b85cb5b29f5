"""``table-sums``: a 合计 row or column of a table that is not the sum of its parts.

A table does not say which rows its total covers, so several readings are tried (sub-totals left out, rows of 其中 left
out) and one that fits is enough. What is reported is a total that no reading gives while the other totals of the same
table show that it is meant as a sum, or the only total of a plain table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.tables import Grid, Value, grids

_NUMBER = r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?"
_GRAND = lazy(
    _NUMBER + r"(?:总计|合计|共计|总和|总数|[全总][区县市镇街局]?合计|全[区县市镇乡])(?:[（(][^（）()]*[）)])?[：:]?$"
)
_PART_TOTAL = lazy(r"小计|合计|总计")
_INCLUDED = lazy(
    r"^(?:[（(]?其中|含|包括|另|备注|注[:：]|说明|(?:上年|去年)(?:度|同期)?$|同比|增减|较上年|占比|比重|平均)|20\d\d年"
)
_LEVELS = (lazy(r"[一二三四五六七八九十]+、"), lazy(r"[（(][一二三四五六七八九十]+[）)]"), lazy(r"[（(]?\d+[）)、.．]"))
_NOT_ADDED = lazy(
    r"率|占|比|均|排名|名次|增减|增幅|幅度|增长|下降|标准|限额|[%％]|得分|评分|单价|编号|其中|备注|余额|期末|年末|现有|累计"
)
_DISTINCT = lazy(r"家|户|人|单位|企业|对象|主体|机构|部门|镇|村")  # one counted in two rows is one in the total
_ROUNDED = lazy(r"[万亿元吨米里亩]|金额|面积|资金|经费|罚款|罚没|收入|支出")
_UNIT = lazy(r"单位[：:]\s?([^\s）)、，]{1,4})")
_MIN_PARTS = 2
_MOST_ROWS = 200  # more rows than a report shows
_MOST_INCLUDED = 4
# rows of a Word table, with the total's: from here on the check of empty cells tells of the cell itself
_SEEN_EMPTY = 4


class Total(NamedTuple):
    """A total: what is written, which cells add up to it, what they give, whether that fits and proves anything.

    ``blank`` is the row whose empty cell may hold what the others lack, -1 if there is none.
    """

    span: Span
    shown: str
    added: float
    what: str
    fits: bool
    telling: bool
    blank: int = -1


@record
class TableSumsCheck:
    """Blank cells and dashes count as nothing; a column with a cell that is no number is left out."""

    def triggers(self) -> Iterable[Pattern]:
        """None: tables are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a total."""
        in_word = any(block.cells for block in draft.document.blocks)
        for grid in grids(draft):
            for total in (*_wrong(list(_below(grid)), _plain(grid)), *_across(grid)):
                if any(part.start <= total.span.start < part.end for part in scope):
                    added = f"{total.added:.10g}"
                    message = f"合计“{total.shown}”与各项之和不符：{total.what}相加为{added}，请核对"
                    if total.blank >= 0:
                        message = f"合计是“{total.shown}”，{total.what}相加只有{added}：“{grid.label(total.blank)}”一行空着，请补上"
                    if total.blank < 0 or not (in_word and len(grid.rows) > _SEEN_EMPTY):
                        yield Problem(total.span, message)


def _wrong(totals: list[Total], plain: bool) -> Iterator[Total]:
    """The totals that do not fit, where those that fit outnumber them or a plain table has no other."""
    telling = sum(1 for total in totals if total.telling)
    wrong = [total for total in totals if not total.fits]
    if sum(1 for total in wrong if total.blank < 0) <= telling or (
        plain and sum(1 for total in totals if total.blank < 0) <= 1
    ):
        yield from wrong


def _plain(grid: Grid) -> bool:
    """Whether the rows are one list: no sub-totals, no 其中, no second level of numbering, no row left out."""
    labels = [grid.label(row) for row in range(len(grid.rows))]
    levels = {next((n for n, form in enumerate(_LEVELS) if form.match(label)), -1) for label in labels[:-1]}
    kinds = [label for label in labels if _PART_TOTAL.search(label) or _INCLUDED.search(label)]
    return grid.whole and len(kinds) == 1 and len(levels) == 1 and len(labels) == len(set(_whole_labels(grid)))


def _whole_labels(grid: Grid) -> Iterator[tuple[str, ...]]:
    """The words of each row's label cells; a cell that is joined with the one above it says the same."""
    above = ("",) * grid.labels
    for row in grid.rows:
        words = [cell.text for cell in row[: grid.labels]]
        above = (words[0] or above[0], *words[1:])
        yield above


def _additive(grid: Grid, column: int) -> bool:
    return not _NOT_ADDED.search(grid.names[column])


def _below(grid: Grid) -> Iterator[Total]:
    """The totals of the columns."""
    labels = [grid.label(row) for row in range(len(grid.rows))]
    grand = [row for row, label in enumerate(labels) if _GRAND.search(label)]
    if len(grand) != 1 or not grid.whole or len(labels) > _MOST_ROWS:
        return
    at = grand[0]
    rows = list(range(1, len(labels))) if at == 0 else list(range(at))
    readings = [reading for reading in _readings(labels, rows) if len(reading) >= _MIN_PARTS]
    if not readings:
        return
    for column in range(grid.labels, len(grid.names)):
        shown = grid.value(at, column)
        parts = [grid.value(row, column) for row in rows]
        if not _additive(grid, column) or not shown or not shown.step or None in parts:
            continue
        if any(v and (v.number < 0 or "%" in v.unit or "％" in v.unit) for v in (shown, *parts)):
            continue
        cell = grid.rows[at][column]
        name = grid.names[column]
        yield _best(grid, column, readings, shown, cell.span, cell.text, f"“{name}”一列各行" if name else "这一列各行")


def _best(grid: Grid, column: int, readings: list[list[int]], shown: Value, span: Span, text: str, what: str) -> Total:
    """The total under the reading that fits, else under the first."""
    judged = [_judged([grid.value(row, column) for row in rows], shown, _named(grid, column)) for rows in readings]
    added, fits, telling = next((one for one in judged if one[1]), judged[0])
    empty = [row for row in readings[0] if not grid.rows[row][column].text.strip()]
    blank = empty[0] if not fits and len(empty) == 1 and added < shown.number else -1
    return Total(span, text, added, what, fits, telling, blank)


def _named(grid: Grid, column: int) -> str:
    """A column's name, with the unit that the table's heading gives to all (单位：万元)."""
    return grid.names[column] + "".join(_UNIT.findall(grid.heading))


def _judged(parts: Sequence[Value | None], shown: Value, name: str) -> tuple[float, bool, bool]:
    """What the parts add up to, whether the total shows that, and whether two parts or more make it."""
    given = [value for value in parts if value and value.step]
    added = round(sum(value.number for value in given), 6)
    step = max([shown.step, *(value.step for value in given)])
    rounded = step != 1 or any(v.step != 1 for v in given) or _ROUNDED.search(name + shown.unit)
    slack = (len(given) + 1) * step / 2 if rounded else 0.0
    fits = abs(added - shown.number) <= slack + 1e-6
    telling = fits and sum(1 for value in given if value.number) >= _MIN_PARTS
    if not fits and _DISTINCT.search(name + shown.unit) and "次" not in name + shown.unit:
        fits = max((value.number for value in given), default=0.0) <= shown.number <= added
    return added, fits, telling


def _readings(labels: list[str], rows: list[int]) -> Iterator[list[int]]:
    """Which rows a total may cover: all but sub-totals, the sub-totals, those since the last one; with and without 其中."""
    subtotals = [row for row in rows if _PART_TOTAL.search(labels[row])]
    own = [row for row in rows if row not in subtotals]
    yield [row for row in own if not _INCLUDED.search(labels[row])]
    yield own
    yield rows
    yield subtotals
    if subtotals:
        yield [*subtotals, *(row for row in own if row > subtotals[-1])]
        yield [*(row for row in own if row < subtotals[0]), *subtotals]
    for form in _LEVELS:
        yield [row for row in own if form.match(labels[row])]
    included = [row for row in own if _INCLUDED.search(labels[row])]
    for first in included[:_MOST_INCLUDED]:
        for last in own[own.index(first) + 1 :]:
            yield [row for row in own if not first <= row <= last]


def _across(grid: Grid) -> Iterator[Total]:
    """The totals of the rows: a column named 合计 beside columns of one kind, where most rows bear that out."""
    columns = [
        c for c in range(grid.labels, len(grid.names)) if _GRAND.search(grid.names[c]) or grid.names[c] == "小计"
    ]
    for column in columns:
        for parts in _neighbours(grid, column, columns):
            totals = [total for row in range(len(grid.rows)) if (total := _row_total(grid, row, column, parts))]
            telling = sum(1 for total in totals if total.telling)
            wrong = [total for total in totals if not total.fits]
            if telling >= max(_MIN_PARTS, len(wrong)):
                yield from wrong
                break


def _neighbours(grid: Grid, column: int, totals: list[int]) -> Iterator[list[int]]:
    """The columns that may be the parts: those left of it up to another total, else those right of it."""
    left = list(takewhile(lambda c: c not in totals, range(column - 1, grid.labels - 1, -1)))[::-1]
    right = list(takewhile(lambda c: c not in totals, range(column + 1, len(grid.names))))
    for run in (left, right):
        parts = [c for c in run if _additive(grid, c)]
        if len(parts) >= _MIN_PARTS:
            yield parts


def _row_total(grid: Grid, row: int, column: int, parts: list[int]) -> Total | None:
    shown = grid.value(row, column)
    values = [grid.value(row, c) for c in parts]
    if not shown or not shown.step or any(v is None or v.number < 0 or "%" in v.unit for v in values):
        return None
    added, fits, telling = _judged(values, shown, "".join(_named(grid, c) for c in (*parts, column)))
    cell = grid.rows[row][column]
    label = grid.label(row) or "".join(cell.text for cell in grid.rows[row][: grid.labels])
    return Total(cell.span, cell.text, added, f"“{label}”一行各列", fits, telling)
