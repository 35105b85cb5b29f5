"""``table-rates``: a rate, share or change in a table that the columns beside it do not give.

办结率 beside 受理 and 办结, 占比 beside a column with a 合计 row, 增减 beside 2024年 and 2025年. The other rows must bear out
what a column is reckoned from: a cell is wrong only where more rows agree with that reading than not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from reportlint.arithmetic.ratewords import RATE_WORDS, rate_core
from reportlint.arithmetic.statements import rounded_percent
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.tables import Grid, Value, grids

_RATE = lazy(rf"^(?P<name>{HAN}{{2,12}})率(?:[（(][^（）()]*[）)])?$")
_SHARE = lazy(r"^(?:所?占(?:总数|全部|合计)?的?(?:比例?|比重|百分比)|比重|比例|百分比)(?:[（(][^（）()]*[）)])?$")
_CHANGE = lazy(
    r"^(?:同比|较?(?:上年|去年)|增减|增长|变化|升降|增幅|[±+-])+(?:情况|幅度?|率|变化|比例|值|数|量|百分比)*[±+-]?[%％]?(?:[（(][^（）()]*[）)])?$"
)
_OLD = lazy(r"^(?:20\d\d年度?|上年度?|去年|上年同期|去年同期)(?:数|值|数量)?(?:[（(][^（）()率%％]*[）)])?$")
_NEW = lazy(r"^(?:20\d\d年度?|本年度?|今年|本期)(?:数|值|数量)?(?:[（(][^（）()率%％]*[）)])?$")
_GRAND = lazy(r"^(?:总计|合计|共计)$")
_UNSIGNED = lazy(r"下降|减少|降幅|降低")
_NOT_THE_PART = lazy(r"率|占|比|不|未|[%％]|其中|金额")

Reading = Callable[[int], "tuple[float, float] | None"]
"""What a row's cell may hold, from and to, when its column is reckoned in one way; ``None`` if the row does not say."""


class Column(NamedTuple):
    """A column that is reckoned from others: its number, the ways it may be reckoned with what they are called.

    ``only`` is set where the columns' names alone leave no doubt, ``percent`` where percentages stand in it.
    """

    number: int
    readings: tuple[tuple[str, Reading], ...]
    only: bool
    percent: bool = True


@record
class TableRatesCheck:
    """Rounded and cut-off digits are both right; blank cells, dashes and words decide nothing."""

    def triggers(self) -> Iterable[Pattern]:
        """None: tables are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a cell."""
        for grid in grids(draft):
            turned = grid.turned()
            for one in (grid, turned) if turned else (grid,):
                for column in (*_rates(one), *_shares(one), *_changes(one)):
                    for problem in _judged(one, column):
                        if any(part.start <= problem.span.start < part.end for part in scope):
                            yield problem


def _judged(grid: Grid, column: Column) -> Iterator[Problem]:
    """The cells that no reading gives, where another row, or a name that leaves no doubt, bears one out."""
    right, wrong = 0, []
    for row in range(len(grid.rows)):
        shown = grid.value(row, column.number)
        told = [(what, given) for what, reading in column.readings if (given := reading(row))]
        if not shown or not shown.step or not told:
            continue
        if any(_within(shown, low, high) for _, (low, high) in told):
            right += 1
        else:
            wrong.append((row, shown, *told[0]))
    if len(wrong) > right and not (column.only and len(wrong) == 1 and not right):
        return
    for row, shown, what, (low, high) in wrong:
        cell = grid.rows[row][column.number]
        name = cached(r"[（(].*").sub("", grid.names[column.number])
        label = grid.label(row)
        should = rounded_percent((low + high) / 2, shown.step) if column.percent else f"{(low + high) / 2:.10g}"
        yield Problem(cell.span, f"表中“{label}”的{name}“{cell.text}”与所在{what}不符，应为{should}，请核对")


def _within(shown: Value, low: float, high: float) -> bool:
    """Whether the number shown may be one of the range, rounded to its digits or cut to them."""
    number, step = shown.number, shown.step
    if number < 0:
        number, low, high = -number, -high, -low
    return low + 1e-9 < number + step and high + 1e-9 >= number - step / 2


def _rates(grid: Grid) -> Iterator[Column]:
    for number in range(grid.labels, len(grid.names)):
        match = _RATE.match(grid.names[number])
        core = rate_core(match["name"]) if match else ""
        if core not in RATE_WORDS:
            continue
        parts, bases = (
            [c for c in range(grid.labels, len(grid.names)) if re.search(words, grid.names[c]) and _counts(grid, c)]
            for words in (RATE_WORDS[core][0], RATE_WORDS[core][1] + "|总数|总量|合计")
        )
        bases = [c for c in bases if c not in parts]
        told = bool(bases)
        if not told:  # 人数, 持证, 持证率: nothing says what the base is, but there is only one it can be
            bases = [c for c in range(grid.labels, number) if c not in parts and _counts(grid, c)]
        if len(parts) == len(bases) == 1:
            yield Column(number, (("行的两数", partial(_ratio, grid, parts[0], bases[0])),), told)


def _counts(grid: Grid, column: int) -> bool:
    return not _NOT_THE_PART.search(grid.names[column])


def _ratio(grid: Grid, part: int, base: int, row: int) -> tuple[float, float] | None:
    one, other = grid.value(row, part), grid.value(row, base)
    if not one or not other or not other.number or not other.step or not one.step or one.unit != other.unit:
        return None
    slack = (0.0 if one.step == 1 else one.step / 2, 0.0 if other.step == 1 else other.step / 2)
    low, high = (
        100 * (one.number - slack[0]) / (other.number + slack[1]),
        100 * (one.number + slack[0]) / (other.number - slack[1]),
    )
    return low, high


def _shares(grid: Grid) -> Iterator[Column]:
    totals = [row for row in range(len(grid.rows)) if _GRAND.search(grid.label(row))]
    if len(totals) != 1:
        return
    for number in range(grid.labels + 1, len(grid.names)):
        if _SHARE.match(grid.names[number]) and _counts(grid, number - 1):
            yield Column(number, (("行的数和合计", partial(_share, grid, number - 1, totals[0])),), False)


def _share(grid: Grid, column: int, total: int, row: int) -> tuple[float, float] | None:
    one, whole = grid.value(row, column), grid.value(total, column)
    if not one or not whole or whole.number <= 0 or not one.step:
        return None
    slack = 0.0 if whole.step == 1 else whole.step / 2
    return 100 * (one.number - slack) / (whole.number + slack), 100 * (one.number + slack) / (whole.number - slack)


def _changes(grid: Grid) -> Iterator[Column]:
    """增减 beside two years: as a percentage, as a difference, or in percentage points."""
    columns = range(grid.labels, len(grid.names))
    years = {
        c: int(m.group())
        for c in columns
        if (m := cached(r"20\d\d").match(grid.names[c])) and _NEW.match(grid.names[c])
    }
    old = [c for c in columns if _OLD.match(grid.names[c]) and c not in years]
    new = [c for c in columns if _NEW.match(grid.names[c]) and c not in years]
    if len(years) == 2 and not old and not new and abs(years[min(years)] - years[max(years)]) == 1:
        old, new = [min(years, key=lambda c: years[c])], [max(years, key=lambda c: years[c])]
    changes = [c for c in columns if _CHANGE.match(grid.names[c])]
    if len(old) != 1 or len(new) != 1:
        return
    for number in changes:
        percent = bool(cached("[%％]").search(grid.names[number])) or _percent_cells(grid, number)
        grown = ("行的两年数值", partial(_grown, grid, old[0], new[0]))
        more = ("行的两年数值", partial(_more, grid, old[0], new[0], percent))
        yield Column(number, (grown, more) if percent else (more, grown), percent, percent)


def _percent_cells(grid: Grid, column: int) -> bool:
    values = [grid.value(row, column) for row in range(len(grid.rows))]
    return all(value is not None and (value.unit in ("%", "％") or not value.step) for value in values)


def _grown(grid: Grid, old: int, new: int, row: int) -> tuple[float, float] | None:
    one, other = grid.value(row, old), grid.value(row, new)
    if not one or not other or one.number <= 0 or not one.step or not other.step:
        return None
    slack = [0.0 if value.step == 1 else value.step / 2 for value in (one, other)]
    low = 100 * ((other.number - slack[1]) / (one.number + slack[0]) - 1)
    return low, 100 * ((other.number + slack[1]) / (one.number - slack[0]) - 1)


def _more(grid: Grid, old: int, new: int, rates: bool, row: int) -> tuple[float, float] | None:
    """The difference; beside percentages only that of two rates, told in percentage points."""
    if rates and not cached("率|比|度|[%％]").search(grid.label(row) + grid.rows[row][new].text):
        return None
    one, other = grid.value(row, old), grid.value(row, new)
    if not one or not other or not one.step or not other.step:
        return None
    slack = 0.0 if one.step == other.step == 1 else (one.step + other.step) / 2
    return other.number - one.number - slack, other.number - one.number + slack
