"""A file as text: one canonical text, its blocks, and the way back from an offset to a place.

All offsets are code points, 0-based, half-open, into ``Document.text``; lines and columns count from 1.

``text`` is the *matching* text: invisible characters are taken out, full-width letters and digits and
odd spaces are folded one to one, so that no rule has to think of them. ``source`` is what the reader
read, and what a person sees: places and excerpts are always worked out there. The two are the same
object for nearly every draft, see :mod:`reportlint.folding`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from reportlint.named import NamedTuple
from reportlint.record import described, record


class Span(NamedTuple):
    """A stretch of ``Document.text``: code points, 0-based, half-open."""

    start: int
    end: int


class Mark(NamedTuple):
    """A stretch that the file itself shows in a way plain text cannot: see ``kind``.

    ``highlight`` and ``red`` runs, ``prompt`` (a content control still showing its prompt), ``field`` (an empty form
    field), ``underline`` (underlined spaces), ``checkbox`` (an unticked box), ``fieldresult`` (made by a Word field),
    ``strike`` (struck-through text).
    """

    start: int
    end: int
    kind: str


class Cell(NamedTuple):
    """A cell of a table row: its text runs from ``start`` (counted from the row's own start) to the tab before the next.

    ``place`` is what a person adds to the row's place (第3列). ``column`` counts from 0 in the table's grid, of which the
    cell covers ``span``; within a nested table it is -1, and ``place`` leads there (第3列内嵌表1第1行第2列). ``closed`` is
    a cell that is empty on purpose: it continues the one above it, is crossed out by a diagonal or greyed.
    """

    start: int
    place: str
    column: int = -1
    span: int = 1
    closed: bool = False


class Block(NamedTuple):
    """One paragraph, or one table row (cells joined by tabs), of a document.

    ``level`` is the outline level that the format itself states (Word's outline level + 1, the number of ``#``), 0 for
    none. ``label`` is the length of a number that Word makes and the reader wrote at the start of the text. ``story``
    names a part outside the body (页眉, 脚注1, 文本框…), empty for the body. ``place`` says where a person finds it in
    Word (第12段, 表1第2行). ``contents`` marks a line of a table of contents; ``emphasis`` a wholly bold or
    heading-font paragraph. ``cells`` are those of a table row, in order.
    """

    start: int
    end: int
    kind: str = "paragraph"
    level: int = 0
    label: int = 0
    story: str = ""
    place: str = ""
    contents: bool = False
    emphasis: bool = False
    cells: tuple[Cell, ...] = ()

    def place_at(self, offset: int) -> str:
        """Where a person finds an offset of this block in Word: its place, in a table with the column."""
        index = bisect_right(self.cells, offset - self.start, key=lambda cell: cell.start) - 1 if self.cells else -1
        return self.place + self.cells[index].place if index >= 0 else self.place


class Notice(NamedTuple):
    """Something about the file, not its text, that a person must know.

    ``kind`` is ``revision`` (unaccepted tracked changes), ``comment`` (unresolved comments), ``unchecked`` (a part
    that could not be read), ``damaged`` (one that is broken: the file as a whole was not checked), ``picture`` (pictures,
    never read), ``hidden`` (text that is not shown) or ``waiver`` (a comment that states one); ``start`` is the offset
    it stands at; ``message`` is a whole Chinese sentence, for a waiver its own words.
    """

    start: int
    kind: str
    message: str


class Position(NamedTuple):
    """Line and column, both from 1, in the file's own canonical text; columns count code points."""

    line: int
    column: int


@record
class Document:
    """One report: its canonical text and blocks. A file that holds several gives several of these.

    ``first_line`` is the line of the file at which this document starts, so that places are always the file's own.
    ``removed`` holds, ascending, the offsets in ``text`` before which ``source`` has one more character.
    ``wraps`` holds, ascending, the offsets of line breaks and indents within hard-wrapped paragraphs; folding takes them
    out.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    source: str = ""
    first_line: int = 1
    removed: tuple[int, ...] = ()
    wraps: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()
    encoding: str = described(default="", compare=False)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Offsets in ``source`` at which its lines start."""
        starts = [0]
        at = self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    @cached_property
    def block_starts(self) -> Sequence[int]:
        """Offsets in ``text`` at which the blocks start."""
        return [block.start for block in self.blocks]

    @property
    def last_line(self) -> int:
        """The line of the file on which this document ends."""
        return self.first_line + len(self.line_starts) - 1 - (1 if self.source.endswith("\n") else 0)

    def in_source(self, offset: int) -> int:
        """The offset in ``source`` of the character that stands at ``offset`` in ``text``."""
        return offset + bisect_right(self.removed, offset) if self.removed else offset

    def source_span(self, span: Span) -> Span:
        """The same stretch in ``source``; invisible characters inside it are part of it, those around it are not."""
        if not self.removed:
            return span
        start = self.in_source(span.start)
        end = self.in_source(span.end - 1) + 1 if span.end > span.start else start
        return Span(start, end)

    def position(self, offset: int) -> Position:
        """Line and column of an offset of ``source``."""
        row = bisect_right(self.line_starts, offset) - 1
        return Position(self.first_line + row, offset - self.line_starts[row] + 1)

    def line_text(self, line: int) -> str:
        """The text of a line, named by its number in the file, without its line end."""
        row = line - self.first_line
        start = self.line_starts[row]
        end = self.line_starts[row + 1] - 1 if row + 1 < len(self.line_starts) else len(self.source)
        return self.source[start:end]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset of ``text``; ``None`` in a document without blocks."""
        index = bisect_right(self.block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None
