"""Table cells in which a word or a sign stands among figures: 待补, 【数据待报】, ×, ？, 几件, a lone 件.

A table is a run of lines of the matching text with tabs (Word's rows are written so) or between ``|``; a column is
one of figures where most of its cells are. — - / 无 不涉及 say that there is nothing to count, and are no blanks.
Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from reportlint.lazyre import HAN, lazy
from reportlint.named import NamedTuple


class BlankCell(NamedTuple):
    """A cell without its figure: where its words stand, what they are, the words of the row's first cell.

    ``sure`` is false for … ... # △ ○ *, which tables of statistics also use for "below the unit" or "of which".
    """

    start: int
    end: int
    sign: str
    label: str
    sure: bool


class _Cell(NamedTuple):
    start: int
    text: str


_FIGURE = lazy(rf"[约近超]?[+\-－]?\d[\d,，.]*\s?(?:[%％‰]|[余多]?(?![年月日号]){HAN}{{0,4}})?")
_BLANK = lazy(
    r"[（(【\[［〔]?\s*(?:(?:数据|数字)?待(?:定|补|填|报|核|查|统计|汇总|核实|确认|提供|更新|补充|核定|填报|填写|上报)"
    rf"|(?:数据|数字)?[待由]{HAN}{{1,8}}(?:提供|补充|统计|填报|核实)|(?:数据|数字)[待未]{HAN}{{1,3}}|(?:几|多少)[件个次项名人份条起场期家户元]?"
    r"|数据?暂缺|暂缺|[暂尚]?未统计|[NnMm]|[？?]{1,3}|[×xX✕]|[▲▽◇☆]|_|件|次|项|人次|份|条|起|万元|[%％]|(?P<odd>[△○◯#]|…+|\.{3,}))\s*[）)】\]］〕]?"
    r"|[（(【\[［〔]\s*[）)】\]］〕]"
)
_ALWAYS = lazy(r"待[补填]|(?:数据|数字)[待未][报补填核]")  # no word for the state of a thing
_NOTED = lazy(
    r"[（(][^）)]*待(?:补|填|定|核|更新|确认|完善|提供)|[【\[][^】\]]*待[填补定核]|待(?:补充|填写|核实|完善)\Z"
)  # said of as drafters' notes
_NO_COLUMN = lazy(
    r"备\s*注|状态|说明|进度|进展|情况|结果|时间|日期|[时期年]限|电话|编号|序号|文号|代码|责任|单位|联系|等次|评价|去年|上年"
)
_LEAST = 2  # figures that make a column one of figures


def find_blank_cells(text: str) -> Iterator[BlankCell]:
    """Every cell that lacks its figure."""
    if "\t" not in text and "\n|" not in text:
        return
    for table in _tables(text):
        columns = [_tally(cells) for cells in zip(*table, strict=True)]
        for number, row in enumerate(table):
            for column, cell in enumerate(row[1:], 1):
                match = _BLANK.fullmatch(cell.text)
                if match and not _NOTED.match(cell.text) and _of_figures(table, number, column, columns[column]):
                    label = next((other.text for other in row if other.text), "")
                    yield BlankCell(cell.start, cell.start + len(cell.text), cell.text, label[:16], not match["odd"])


def _tables(text: str) -> Iterator[list[list[_Cell]]]:
    """Runs of rows with as many cells as most rows of the run have."""
    at, lines = 0, []
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    for kind, run in groupby(lines, key=lambda pair: "\t" if "\t" in pair[1] else "|" if pair[1][:1] == "|" else ""):
        if kind:
            rows = [_cells(start, line, kind) for start, line in run if line.strip("|-: \t")]
            if not rows:
                continue
            width = Counter(len(row) for row in rows).most_common(1)[0][0]
            yield [row for row in rows if len(row) == width]


def _cells(start: int, line: str, mark: str) -> list[_Cell]:
    found = []
    for part in line.split(mark):
        found.append(_Cell(start + len(part) - len(part.lstrip()), part.strip()))
        start += len(part) + 1
    return found[1:-1] if mark == "|" and len(found) > 2 else found


def _tally(cells: Iterable[_Cell]) -> tuple[int, int]:
    """How many cells are figures, and how many are not empty."""
    words = [cell.text for cell in cells if cell.text]
    return sum(1 for word in words if _FIGURE.fullmatch(word)), len(words)


def _of_figures(table: list[list[_Cell]], number: int, column: int, whole: tuple[int, int]) -> bool:
    """Whether the other cells of a column, tallied as a whole, are figures; in a table of two rows, those of the row."""
    if _NO_COLUMN.search(table[0][column].text):
        return False
    if _ALWAYS.fullmatch(table[number][column].text):
        return True
    if len(table) == 2:
        whole = _tally(table[1]) if number else (0, 0)
    own = _tally([table[number][column]])
    figures, filled = whole[0] - own[0], whole[1] - own[1]
    return figures >= _LEAST and figures * 2 > filled
