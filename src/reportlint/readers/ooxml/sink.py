"""Where the text goes: pieces, blocks, marks, and on request the way back from an offset to the XML."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlint.document import Block, Mark
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.readers.ooxml.names import Element

HIDDEN, HIGHLIGHT, RED, PROMPT, RESULT, FORM, UNDERLINED, UNTICKED, BOUND, CONTENTS, STRUCK = (
    1 << bit for bit in range(11)
)
"""What is true of a stretch of text; the first is never written."""

_KINDS: tuple[tuple[int, str], ...] = (
    (HIGHLIGHT, "highlight"), (RED, "red"), (PROMPT, "prompt"), (RESULT, "fieldresult"), (FORM, "field"),
    (UNDERLINED, "underline"), (UNTICKED, "checkbox"), (STRUCK, "strike"),
)  # fmt: skip
_MARKED = HIGHLIGHT | RED | PROMPT | RESULT | FORM | UNDERLINED | UNTICKED | STRUCK
_TICKED = lazy("[☑☒✓✔√🗹]")
_ASKED = lazy(r"[\W_]*(?:请|单击|点击|此处|在此|选择)[^。]{0,24}[\W_]*")
_LEAST_BLANK = 2  # half-width spaces; a single one between underlined words is no blank


class Segment(NamedTuple):
    """A stretch of the canonical text and where it stands: ``node`` is a ``w:t`` (or other) element of ``run``.

    Stretches that no element carries (labels that Word makes, separators) have no segment. ``flags`` are those of this
    module. Leading and trailing space of a ``w:t`` without ``xml:space="preserve"`` is not shown and not counted; letters
    of a symbol font are shown as other signs, one for one.
    """

    start: int
    length: int
    node: Element
    run: Element | None
    paragraph: Element
    part: str
    flags: int

    @property
    def locked(self) -> bool:
        """Whether rewriting it would be lost: Word makes a field's result and a bound control's content anew."""
        return bool(self.flags & (RESULT | BOUND))


@dataclass(slots=True)
class Sink:
    """The canonical text while it grows. One block is open at a time: it starts at ``start``."""

    keep_segments: bool = False
    part: str = ""
    at: int = 0
    start: int = 0
    contents: bool = False
    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    paragraph: Element | None = None
    _open: dict[str, Mark] = field(default_factory=dict)
    _settled: int = 0
    _owed: str = ""

    def write(self, text: str, flags: int = 0, element: Element | None = None, run: Element | None = None) -> None:
        """Add visible text to the open block."""
        if not text:
            return
        if self._owed:
            self.pieces.append(self._owed)
            self.at += len(self._owed)
            self._owed = ""
        start, self.at = self.at, self.at + len(text)
        self.pieces.append(text)
        if flags & _MARKED:
            self._mark(start, flags)
        if flags & CONTENTS:
            self.contents = True
        if self.keep_segments and element is not None and self.paragraph is not None:
            self.segments.append(Segment(start, len(text), element, run, self.paragraph, self.part, flags))

    def owe(self, separator: str) -> None:
        """A separator to write before the next text of this block, should there be any; the last one owed counts."""
        self._owed = separator

    def page_break(self) -> None:
        """A new page within a paragraph: a line end, but only between texts."""
        if self.at > self.start:
            self._owed = "\n"

    def mark_here(self, kind: str) -> None:
        """A mark without text, such as a form field that is empty."""
        self.marks.append(Mark(self.at, self.at, kind))

    def _mark(self, start: int, flags: int) -> None:
        for flag, kind in _KINDS:
            if flags & flag:
                last = self._open.get(kind)
                self._open[kind] = Mark(last.start if last and last.end == start else start, self.at, kind)
                if last and last.end != start:
                    self.marks.append(last)

    def close(self, block: Block) -> None:
        """End the open block; its start and end are filled in here."""
        if self._open or len(self.marks) > self._settled:
            self._settle()
        self.blocks.append(block._replace(start=self.start, end=self.at, contents=block.contents or self.contents))
        self.pieces.append("\n")
        self.at += 1
        self._reset()

    def drop(self) -> None:
        """Forget the open block: it is empty and not shown."""
        self._reset()

    def _reset(self) -> None:
        self.start = self.at
        self.contents = False
        self._owed = ""

    def text(self) -> str:
        """The whole text; the blocks are joined by line ends, so the last one has none."""
        return "".join(self.pieces[:-1])

    def open_text(self) -> str:
        """The text of the open block so far."""
        taken, length = [], self.at - self.start
        for piece in reversed(self.pieces):
            if length <= 0:
                break
            taken.append(piece)
            length -= len(piece)
        return "".join(reversed(taken))

    def _settle(self) -> None:
        """Keep of the block's marks those that are blanks indeed, in order."""
        text = self.open_text()
        own = sorted([*self.marks[self._settled :], *self._open.values()])
        del self.marks[self._settled :]
        ticked = _TICKED.search(text) is not None
        self.marks += [
            mark for mark in own if _tells(mark, text[mark.start - self.start : mark.end - self.start], ticked)
        ]
        self._settled = len(self.marks)
        self._open = {}


def _tells(mark: Mark, shown: str, ticked: bool) -> bool:
    """Whether a mark is a blank indeed, ``shown`` being its text."""
    if mark.kind in ("highlight", "red", "prompt", "strike"):
        return bool(shown.strip())
    if mark.kind == "field":
        return is_unfilled(shown)  # else a form field that was filled in
    if mark.kind == "underline":
        return _blank(shown)
    return not (mark.kind == "checkbox" and ticked)  # □是 ☑否 is an answer


def is_unfilled(shown: str) -> bool:
    """Whether a form field shows nothing, or still what it asks for (请选择, 单击此处输入)."""
    return not shown.strip() or _ASKED.fullmatch(shown) is not None


def _blank(text: str) -> bool:
    """Underlined space wide enough to write on, and nothing written on it."""
    width = sum(2 if char in "\t\u3000\u2003" else 1 for char in text)
    return not text.strip() and width >= _LEAST_BLANK
