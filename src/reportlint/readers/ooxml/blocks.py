"""The flow of a story: paragraphs, table rows, text boxes after their paragraph.

A table row is one block: cells joined by tabs, everything within a cell (its paragraphs, the cells of nested tables) by
single spaces. A merged cell is text once. A row of one cell with several long paragraphs in it is layout, as on pages
copied from the web: its paragraphs are blocks of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportlint.document import Block, Cell
from reportlint.limits import Limits
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.figures import Figure, Figures
from reportlint.readers.ooxml.grid import cell_paragraphs, placed_rows
from reportlint.readers.ooxml.inline import Inline
from reportlint.readers.ooxml.looks import LONGEST_HEADING, looks_like_heading
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.numbering import Counters
from reportlint.readers.ooxml.paragraphmark import is_drop_cap, stated_level, unseen_mark
from reportlint.readers.ooxml.sink import Sink
from reportlint.readers.ooxml.structure import Shown, flow, holds_text, is_layout
from reportlint.readers.ooxml.styles import PLAIN, Look, Styles
from reportlint.readers.ooxml.textnode import visible

BOX_STORY = "文本框"
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
    figures: Figures | None = None
    table: Look = PLAIN
    notes: list[tuple[str, str, str, int]] = field(default_factory=list)

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
                outside, self.table = self.table, self._table_look(item)
                self._table(item, item_flags)
                self.table = outside
            else:
                self._other_file(item)
        if joined:
            self._paragraph(joined)

    def _other_file(self, item: Element) -> None:
        self.inline.unchecked.append((self.sink.at, "subdocument" if item.tag == n.SUBDOC else "chunk"))

    def _joins(self, paragraph: Element, look: Look | None = None) -> bool:
        """Whether a paragraph runs on into the next one, its mark being deleted or hidden."""
        if self._is_plain(paragraph) and not self.styles.toggling:
            return False
        look = look or self._look(n.child(paragraph, n.PPR))
        return unseen_mark(paragraph, look) or is_drop_cap(paragraph)

    def _look(self, ppr: Element | None) -> Look:
        look = self.styles.look(n.value(ppr, n.PSTYLE))
        return look if self.table is PLAIN else look.within(self.table)

    def _table_look(self, table: Element) -> Look:
        if not self.styles.toggling:
            return PLAIN
        look = self.styles.run_look(n.value(n.child(table, n.TBLPR), n.TBLSTYLE))
        return look if look.vanish or look.struck else PLAIN

    def _is_plain(self, paragraph: Element) -> bool:
        return self.special is not None and paragraph not in self.special

    def _paragraph(self, joined: list[tuple[Element, int]]) -> None:
        last = joined[-1][0]
        ppr = n.child(last, n.PPR)  # properties belong to the mark that survives
        look = self._look(ppr)
        unseen = self._joins(last, look) and not is_drop_cap(last)
        label = "" if unseen else self._label(ppr, look, joined)
        for paragraph, flags in joined[:-1]:
            self._content(paragraph, self._look(n.child(paragraph, n.PPR)), flags)
        self._content(last, look, joined[-1][1])
        if unseen and self.sink.at == self.sink.start:
            self.sink.drop()
            return
        place = self.place
        if not self.name and (label or self.sink.at > self.sink.start):
            self.paragraphs += 1  # empty paragraphs have no place: nobody counts them
            place += f"第{self.paragraphs}段"
        self._close(place, label, ppr, look, last)

    def _close(self, place: str, label: str, ppr: Element | None, look: Look, last: Element) -> None:
        length = self.sink.at - self.sink.start
        level, emphasis = 0, False
        if len(label) < length <= LONGEST_HEADING + len(label):
            level = stated_level(ppr, look)
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
        self.notes += [(tag, key, block.place, at) for tag, key, at in inline.notes]
        inline.notes.clear()
        place = block.place or (f"{self.place}第{self.paragraphs}段之后" if self.paragraphs else self.place)
        while inline.boxes:
            boxes, inline.boxes = inline.boxes, []
            outside = inline.suspend()
            for box in boxes:
                if box.tag == n.BOX:
                    self._box(box, place)
                elif self.figures is not None:
                    self._figure(self.figures.read(box), place)
            inline.resume(outside)

    def _box(self, box: Element, place: str) -> None:
        name = self.name if self.name.endswith(BOX_STORY) else self.name + BOX_STORY
        story = replace(self, name=name, place=place, paragraphs=0, tables=0, table=PLAIN, notes=[])
        story.walk(box)
        self.notes += story.notes

    def _figure(self, figure: Figure, place: str) -> None:
        """Write the words of a drawing; no element of the story carries them."""
        if figure.missing:
            self.inline.unchecked.append((self.sink.at, figure.missing))
        for line in figure.lines:
            if line:
                self.sink.write(line)
                self._end_block(Block(0, 0, "row", 0, 0, self.name + figure.story, place))

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
        if flags or look.vanish or look.struck or self.inline.fields.stack or not self._is_plain(paragraph):
            self.inline.paragraph(paragraph, look, flags)
            return
        self.sink.write("".join([visible(text) for text in paragraph.iter(n.T)]))

    def _table(self, table: Element, flags: int) -> None:
        self.tables += 1
        within = self.place and self.place + ("内嵌" if self.place.endswith(("行", "列")) else "，")
        laid_out = placed_rows(table, flags, self.inline.note_revision)
        texts = [shown for row in laid_out for shown, _, _ in row if holds_text(shown.cell)]
        text = texts[0] if len(texts) == 1 else None  # where several cells hold texts, they are a table of these
        for number, row in enumerate(laid_out, 1):
            place = f"{within}表{self.tables}第{number}行"
            if len(row) == 1 and is_layout(row[0].shown.cell):
                self._layout(row[0].shown, place)
                continue
            found: list[Cell] = []
            for index, (shown, column, counted) in enumerate(row):
                if index:
                    self.sink.write("\t")
                named = f"第{counted}列"
                found.append(
                    Cell(self.sink.at - self.sink.start, named, column, shown.span, shown.closed or shown is text)
                )
                if not shown.lower and shown is not text:
                    found += self._cell(shown, named)
            self._end_block(Block(0, 0, "row", 0, 0, self.name, place, cells=tuple(found)))
            for shown, _, counted in row:
                if shown is text:
                    self._layout(shown, f"{place}第{counted}列")

    def _layout(self, frame: Shown, place: str) -> None:
        """Walk a cell that is a frame round a text; its paragraphs and tables are counted by themselves."""
        outside = self.place, self.paragraphs, self.tables
        self.place, self.paragraphs, self.tables = place, 0, 0
        self.walk(frame.cell, frame.flags)
        self.place, self.paragraphs, self.tables = outside

    def _cell(self, shown: Shown, column: str) -> list[Cell]:
        """Write the text of a cell into the open block; gives where nested tables have theirs."""
        start = self.sink.at
        joins, last = False, ""
        nested: list[Cell] = []
        for item, flags, place in cell_paragraphs(shown.cell, shown.flags, self.inline.note_revision):
            if item.tag != n.P:
                self._other_file(item)
                continue
            if place != last:
                nested.append(Cell(self.sink.at - self.sink.start, column + place))
                last = place
            if self.sink.at > start and not joins:
                self.sink.owe(" ")
            joins = self._cell_paragraph(item, flags)
        self.sink.owe("")
        return nested

    def _cell_paragraph(self, paragraph: Element, flags: int) -> bool:
        """Write a paragraph of a cell; whether it joins the next."""
        ppr = n.child(paragraph, n.PPR)
        look = self._look(ppr)
        joins = self._joins(paragraph, look)
        if not joins:
            self._label(ppr, look, [(paragraph, flags)])
        self._content(paragraph, look, flags)
        return joins
