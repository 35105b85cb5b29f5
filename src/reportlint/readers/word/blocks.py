"""The flow of a story: paragraphs, table rows, text boxes after their paragraph.

A table row is one block: cells joined by tabs, everything within a cell (its paragraphs, the cells of nested tables) by
single spaces. A merged cell is text once. A row of one cell with several long paragraphs in it is layout, as on pages
copied from the web: its paragraphs are blocks of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlint.document import Block
from reportlint.readers.word import names as n
from reportlint.readers.word.inline import SKIPPED, Inline, control_flags, visible
from reportlint.readers.word.limits import Limits
from reportlint.readers.word.looks import LONGEST_HEADING, looks_like_heading
from reportlint.readers.word.names import Element
from reportlint.readers.word.numbering import Counters
from reportlint.readers.word.sink import CONTENTS, Sink
from reportlint.readers.word.styles import Look, Styles

BOX_STORY = "文本框"
_LAYOUT_PARAGRAPHS = 3
_LAYOUT_CHARACTERS = 200
_TIGHT = "、，：）)］】〕.．。章节条款"  # a label that ends so needs no space before its text


class TooLong(Exception):
    """More paragraphs than the limits allow."""


@dataclass(slots=True)
class Story:
    """One story (the body, a header, a note, a text box) walked into a sink.

    ``place`` is said of every block of a story that has no places of its own. ``special`` are the paragraphs to walk in
    full, ``None`` for all of them.
    """

    sink: Sink
    inline: Inline
    styles: Styles
    counters: Counters
    limits: Limits
    name: str = ""
    place: str = ""
    special: frozenset[Element] | None = None
    paragraphs: int = 0
    tables: int = 0
    notes: list[tuple[str, str, str]] = field(default_factory=list)

    def walk(self, parent: Element, flags: int = 0) -> None:
        """Write all blocks of a container."""
        joined: list[tuple[Element, int]] = []  # a paragraph mark that is not seen joins its paragraph to the next
        for item, item_flags in flow(parent, flags):
            if item.tag == n.P:
                joined.append((item, item_flags))
                if not self._joins(item):
                    self._paragraph(joined)
                    joined = []
                continue
            if joined:
                self._paragraph(joined)
                joined = []
            if item.tag == n.TBL:
                self._table(item, item_flags)
            else:
                kind = "subdocument" if item.tag == n.SUBDOC else "chunk"
                self.inline.unchecked.append((self.sink.at, kind))
        if joined:
            self._paragraph(joined)

    def _joins(self, paragraph: Element) -> bool:
        if self._is_plain(paragraph):
            return False
        return _unseen_mark(paragraph) or _is_drop_cap(paragraph)

    def _is_plain(self, paragraph: Element) -> bool:
        return self.special is not None and paragraph not in self.special

    def _paragraph(self, joined: list[tuple[Element, int]]) -> None:
        last = joined[-1][0]
        ppr = n.child(last, n.PPR)  # properties belong to the mark that survives
        look = self.styles.look(n.value(ppr, n.PSTYLE))
        unseen = not self._is_plain(last) and _unseen_mark(last)
        label = "" if unseen else self._label(ppr, look, joined)
        for paragraph, flags in joined:
            self._content(paragraph, look, flags)
        if unseen and self.sink.at == self.sink.start:
            self.sink.drop()
            return
        place = self.place
        if not place and not self.name and (label or self.sink.at > self.sink.start):
            self.paragraphs += 1  # empty paragraphs have no place: nobody counts them
            place = f"第{self.paragraphs}段"
        self._close(place, label, ppr, look, last)

    def _close(self, place: str, label: str, ppr: Element | None, look: Look, last: Element) -> None:
        length = self.sink.at - self.sink.start
        level, emphasis = 0, False
        if len(label) < length <= LONGEST_HEADING + len(label):
            level = _level(ppr, look)
            emphasis = looks_like_heading(last, look, self.styles)
        if look.contents and length:
            self.sink.contents = True
        self._end_block(Block(0, 0, "paragraph", level, len(label), self.name, place, False, emphasis))

    def _end_block(self, block: Block) -> None:
        """Close the block; what was met in it and has text of its own follows."""
        self.sink.close(block)
        if len(self.sink.blocks) > self.limits.paragraphs:
            raise TooLong
        inline = self.inline
        self.notes += [(tag, key, block.place) for tag, key in inline.notes]
        inline.notes.clear()
        while inline.boxes:
            boxes, inline.boxes = inline.boxes, []
            outside = inline.suspend()
            for box in boxes:
                name = self.name if self.name.endswith(BOX_STORY) else self.name + BOX_STORY
                Story(
                    self.sink, inline, self.styles, self.counters, self.limits, name, block.place or "", self.special
                ).walk(box)
            inline.resume(outside)

    def _label(self, ppr: Element | None, look: Look, joined: list[tuple[Element, int]]) -> str:
        label, suffix = self.counters.label(ppr, look)
        if not label:
            return ""
        # "1." before "2025年" would read as 1.2025; 一、 and （一） need no space, Word's tab is only layout
        first = next((text for paragraph, _ in joined for t in paragraph.iter(n.T) if (text := t.text)), "")
        spaced = suffix == "space" or (suffix == "tab" and label[-1] not in _TIGHT)
        if spaced or (label[-1] in ".．" and first[:1].isdigit()):
            label += " "
        self.sink.write(label)
        return label

    def _content(self, paragraph: Element, look: Look, flags: int) -> None:
        if flags or look.vanish or self.inline.fields or not self._is_plain(paragraph):
            self.inline.paragraph(paragraph, look, flags)
            return
        self.sink.write("".join([visible(text) for text in paragraph.iter(n.T)]))

    def _table(self, table: Element, flags: int) -> None:
        self.tables += 1
        for number, (row, row_flags) in enumerate(_rows(table, flags, self.inline), 1):
            cells = list(_cells(row, row_flags))
            place = self.place or f"表{self.tables}第{number}行"
            if len(cells) == 1 and _is_layout(cells[0][0]):
                outer, self.place = self.place, place
                self.walk(*cells[0])
                self.place = outer
                continue
            for index, (cell, cell_flags) in enumerate(cells):
                if index:
                    self.sink.write("\t")
                if not _continues(cell):
                    self._cell(cell, cell_flags)
            self._end_block(Block(0, 0, "row", 0, 0, self.name, place))

    def _cell(self, cell: Element, flags: int) -> None:
        """Write the text of a cell into the open block."""
        start = self.sink.at
        joins = False
        for item, item_flags in _paragraphs(cell, flags, self.inline):
            if self.sink.at > start and not joins:
                self.sink.owe(" ")
            joins = self._cell_paragraph(item, item_flags)
        self.sink.owe("")

    def _cell_paragraph(self, paragraph: Element, flags: int) -> bool:
        """Write a paragraph of a cell; whether it joins the next."""
        ppr = n.child(paragraph, n.PPR)
        look = self.styles.look(n.value(ppr, n.PSTYLE))
        joins = self._joins(paragraph, look)
        if not joins:
            self._label(ppr, look, [(paragraph, flags)])
        self._content(paragraph, look, flags)
        return joins


def flow(parent: Element, flags: int) -> Iterator[tuple[Element, int]]:
    """Paragraphs, tables and embedded files of a container in order, gone into wrappers of any kind."""
    for child in parent:
        tag = child.tag
        if tag in (n.P, n.TBL, n.ALTCHUNK, n.SUBDOC):
            yield child, flags
        elif tag == n.SDT:
            yield from flow(child, flags | control_flags(child))
        elif tag == n.ALTERNATE:
            choice = n.chosen(child)
            if choice is not None:
                yield from flow(choice, flags)
        elif tag not in SKIPPED and tag not in (n.DEL, n.MOVEFROM):
            yield from flow(child, flags)


def _paragraphs(cell: Element, flags: int, inline: Inline) -> Iterator[tuple[Element, int]]:
    """The paragraphs of a cell and of the tables nested in it, in reading order."""
    for item, item_flags in flow(cell, flags):
        if item.tag == n.P:
            yield item, item_flags
        elif item.tag == n.TBL:
            for row, row_flags in _rows(item, item_flags, inline):
                for inner, inner_flags in _cells(row, row_flags):
                    if not _continues(inner):
                        yield from _paragraphs(inner, inner_flags, inline)


def _inside(parent: Element, wanted: str, flags: int) -> Iterator[tuple[Element, int]]:
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child, flags
        elif tag not in SKIPPED and tag not in (n.DEL, n.MOVEFROM):
            yield from _inside(child, wanted, flags | control_flags(child) if tag == n.SDT else flags)


def _rows(table: Element, flags: int, inline: Inline) -> Iterator[tuple[Element, int]]:
    for row, row_flags in _inside(table, n.TR, flags):
        properties = n.child(row, n.TRPR)
        if properties is not None:
            if n.child(properties, n.INS) is not None or n.child(properties, n.DEL) is not None:
                inline.note_revision()
            if n.child(properties, n.DEL) is not None or n.toggle(properties, n.HIDDENROW):
                continue
        yield row, row_flags


def _cells(row: Element, flags: int) -> Iterator[tuple[Element, int]]:
    for cell, cell_flags in _inside(row, n.TC, flags):
        if n.child(n.child(cell, n.TCPR), n.CELLDEL) is None:
            yield cell, cell_flags


def _continues(cell: Element) -> bool:
    """Whether a cell is the lower part of a vertically merged one: Word shows the text of the uppermost only."""
    merge = n.child(n.child(cell, n.TCPR), n.VMERGE)
    return merge is not None and merge.get(n.VAL) in (None, "continue")


def _is_layout(cell: Element) -> bool:
    filled = sum(1 for item, _ in flow(cell, 0) if item.tag == n.P and next(item.iter(n.T), None) is not None)
    if filled < _LAYOUT_PARAGRAPHS:
        return False
    return sum(len(text.text or "") for text in cell.iter(n.T)) >= _LAYOUT_CHARACTERS


def _mark_is(paragraph: Element, *tags: str) -> bool:
    mark = n.child(n.child(paragraph, n.PPR), n.RPR)
    return mark is not None and any(n.child(mark, tag) is not None for tag in tags)


def _is_drop_cap(paragraph: Element) -> bool:
    """The large first letter of a paragraph is a paragraph of its own in the file."""
    frame = n.child(n.child(paragraph, n.PPR), n.FRAME)
    return frame is not None and frame.get(n.DROPCAP) in ("drop", "margin")


def _unseen_mark(paragraph: Element) -> bool:
    """A paragraph mark that is deleted or hidden: without text nothing of the paragraph is seen, nor is it numbered.

    With ``specVanish`` it is a style separator: heading and body on one line, two paragraphs all the same.
    """
    if _mark_is(paragraph, n.DEL, n.MOVEFROM):
        return True
    mark = n.child(n.child(paragraph, n.PPR), n.RPR)
    return bool(n.toggle(mark, n.VANISH)) and n.child(mark, n.SPECVANISH) is None


def _level(ppr: Element | None, look: Look) -> int:
    direct = n.number(n.value(ppr, n.OUTLINE))
    if direct is None:
        return look.level
    return direct + 1 if 0 <= direct < 9 else 0


__all__ = ["BOX_STORY", "CONTENTS", "Story", "TooLong", "flow"]
