"""Tables as grids of cells: what the checks of figures in tables work on.

A table is a run of lines of one file whose cells are joined by tabs (Word tables and pasted ones) or by ``|``
(Markdown). A cell that spans columns is one cell in its row; a short row is filled up behind its first cell where only
columns of words can have been joined. Offsets are code points of the draft's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple

_RULE_LINE = lazy(r"[\s|:：\-—─]+")
_VALUE = lazy(
    r"(?P<way>[-+−－＋—–↑↓▲▼]|增长|增加|上升|提高|下降|减少|降低)?\s?(?P<digits>\d[\d,，]*(?:\.\d+)?)\s?"
    r"(?P<unit>[万亿]?(?![.．])[^\d\s+~～/（(\-—–×、，。]{0,5})"
)
_NOTHING = frozenset(("", "-", "--", "—", "——", "－", "–", "/", "／", "\\", "无", "*", "…"))
_FALLS = frozenset("-−－—–↓▼") | {"下降", "减少", "降低"}
_COUNTED = lazy(r"^(?:序号|编号|年[份度]?|时间|日期|月份|季度)$")
_LONGEST_CELL = 40  # code points; a longer cell holds sentences, and the table is a layout


class Cell(NamedTuple):
    """The words of a cell and where they stand."""

    text: str
    span: Span


class Value(NamedTuple):
    """The number of a cell: falls and minus signs below zero; ``step`` is the weight of its last digit, 0 for a blank."""

    number: float
    step: float
    unit: str


class Grid(NamedTuple):
    """The header's names of the columns, and the rows below it, each as long; ``whole`` is false if rows were left out.

    ``labels`` is the number of columns at the left that hold words, ordinals or years. ``heading`` is all words above, the line before the table included.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: int
    whole: bool
    heading: str

    def label(self, row: int) -> str:
        """What a row is called, without spaces."""
        words = (cell.text for cell in self.rows[row][: self.labels])
        return next((cached(r"\s").sub("", text) for text in words if text and not text.isdigit()), "")

    def value(self, row: int, column: int) -> Value | None:
        """The number at a place; ``None`` if what stands there is none."""
        return value_of(self.rows[row][column].text)

    def turned(self) -> Grid | None:
        """The same grid with its rows as columns; ``None`` where the words stand in more columns than one."""
        if self.labels != 1 or not self.whole:
            return None
        corner = Cell("", Span(0, 0))
        names = ("", *(cached(r"\s").sub("", row[0].text) for row in self.rows))
        columns = range(1, len(self.names))
        rows = tuple((corner._replace(text=self.names[c]), *(row[c] for row in self.rows)) for c in columns)
        return Grid(names, rows, 1, True, self.heading)


def value_of(text: str) -> Value | None:
    """The number a cell holds and nothing else: 1,234, 96.5%, 12件, -3.1%, ↓3.1%; zero with no step for a blank or a dash."""
    if text in _NOTHING:
        return Value(0.0, 0.0, "")
    match = _VALUE.fullmatch(text)
    if match is None:
        return None
    digits = cached("[,，]").sub("", match["digits"])
    factor = {"万": 10_000, "亿": 100_000_000}.get(match["unit"][:1], 1)
    number = float(digits) * (-factor if match["way"] in _FALLS else factor)
    return Value(number, factor * 10.0 ** -len(digits.partition(".")[2]), match["unit"].lstrip("万亿"))


def grids(draft: Draft) -> list[Grid]:
    """All tables of a draft that have a header and rows of numbers; worked out once a draft."""
    if "\t" not in draft.text and "|" not in draft.text:
        return []
    known: list[Grid] | None = draft.kept.get("grids")
    if known is None:
        known = [grid for caption, rows in _tables(draft) if (grid := _grid(caption, rows))]
        draft.kept["grids"] = known
    return known


def _tables(draft: Draft) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Runs of lines with cells, each with the line above it; two tables in Word are two, even without a line between them."""
    run: list[list[Cell]] = []
    table = caption = above = ""
    for block in draft.document.blocks:
        text = draft.text[block.start : block.end]
        mark = "\t" if "\t" in text else "|" if text.count("|") >= 2 else ""
        name = block.place.partition("第")[0] if block.kind == "row" else ""
        if (not mark or name != table) and not (run and not mark and block.kind == "row" and name == table):
            if len(run) > 1:
                yield caption, run
            run = []
        table = name
        if mark and not (mark == "|" and _RULE_LINE.fullmatch(text)):
            caption = caption if run else above
            run.append(_cells(text, block.start, mark))
        above = text
    if len(run) > 1:
        yield caption, run


def _cells(text: str, start: int, mark: str) -> list[Cell]:
    if mark == "|":
        inner = text.rstrip()
        begin = inner.index("|") + 1 if inner.lstrip().startswith("|") else 0
        text = inner[:-1] if inner.endswith("|") else inner
    else:
        begin = 0
    found, at = [], begin
    for piece in text[begin:].split(mark):
        words = piece.strip()
        left = at + len(piece) - len(piece.lstrip())
        found.append(Cell(words, Span(start + left, start + left + len(words))))
        at += len(piece) + 1
    return found


def _numeric(cell: Cell) -> bool:
    return bool(cell.text) and cell.text not in _NOTHING and value_of(cell.text) is not None


def _grid(caption: str, rows: list[list[Cell]]) -> Grid | None:
    """The grid of a table's rows; ``None`` if it has no header or no column of numbers."""
    head = sum(1 for _ in takewhile(lambda row: not any(_numeric(cell) and not _yearly(cell) for cell in row), rows))
    if not head or len(rows) - head < 1 or any(len(cell.text) > _LONGEST_CELL for row in rows[:head] for cell in row):
        return None
    width = Counter(len(row) for row in rows[head:]).most_common(1)[0][0]
    body = [row for row in rows[head:] if len(row) == width]
    labels = _labels(rows[head - 1] if len(rows[head - 1]) == width else [], body, width)
    if not 1 <= labels < width:
        return None
    filled = [_filled(row, width, labels) for row in rows[head:]]
    names = _names(rows[:head], width, labels)
    kept = tuple(tuple(row) for row in filled if row)
    heading = caption[:_LONGEST_CELL] + "".join(cell.text for row in rows[:head] for cell in row)
    return Grid(names, kept, labels, len(kept) == len(filled), heading)


def _yearly(cell: Cell) -> bool:
    """2024年 above a column is its name."""
    return cached(r"20\d\d年?度?").fullmatch(cell.text) is not None


def _labels(head: list[Cell], body: list[list[Cell]], width: int) -> int:
    """How many columns at the left hold words, ordinals or years; at least the first does."""
    count = 1
    while count < width:
        cells = [row[count] for row in body]
        named = bool(head) and _COUNTED.match(cached(r"\s").sub("", head[count].text)) is not None
        if any(_numeric(cell) for cell in cells) and not named:
            break
        count += 1
    return count


def _filled(row: list[Cell], width: int, labels: int) -> list[Cell]:
    """A row as long as the others, empty if it cannot be told which columns are joined in it."""
    missing = width - len(row)
    if missing == 0:
        return row
    if not 0 < missing < labels or any(_numeric(cell) for cell in row[: labels - missing][:1]):
        return []
    return [row[0], *[Cell("", row[0].span)] * missing, *row[1:]]


def _names(head: list[list[Cell]], width: int, labels: int) -> tuple[str, ...]:
    """The columns' names: those of the lowest row that has all columns, blanks filled from the row above where certain."""
    names = [""] * width
    for row in reversed(head):
        filled = row if len(row) == width else _filled(row, width, labels)
        if filled:
            names = [name or cached(r"\s").sub("", cell.text) for name, cell in zip(names, filled, strict=True)]
        elif row and not names[-1]:
            names[-1] = cached(r"\s").sub("", row[-1].text)
    return tuple(names)
