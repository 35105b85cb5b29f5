"""The walk: body, tables, text boxes, notes, headers and footers, in the order a person reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.document import Block, Mark, Notice
from reportlint.readers.ooxml.line import Line, Segment
from reportlint.readers.ooxml.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    RPR,
    SDT,
    SDTCONTENT,
    SDTPR,
    SECTPR,
    TBL,
    VAL,
    P,
    w,
)  # fmt: skip
from reportlint.readers.ooxml.numbering import Numbering
from reportlint.readers.ooxml.runs import SKIPPED, Inline
from reportlint.readers.ooxml.styles import Styles, switch
from reportlint.readers.ooxml.tables import row_pieces, table_rows

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_HEADING = 60
_TICKED = frozenset("☑☒√✓■")


@dataclass
class Walk:
    """Writes the canonical text block by block; holds the counters that go on from story to story."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    pieces: list[str] = field(default_factory=list)
    at: int = 0
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    sections: list[_Element] = field(default_factory=list)
    story: str = ""
    paragraphs: int = 0
    tables: int = 0
    contents: int = 0
    held: Line | None = None

    def content(self, parent: _Element) -> None:
        """Block content: paragraphs, tables, and whatever wraps them."""
        for child in parent:
            tag = child.tag
            if tag == P:
                self.paragraph(child)
            elif tag == TBL:
                self._table(child)
            elif tag == SDT:
                self._control(child)
            elif tag == SECTPR:
                self.sections.append(child)
            elif tag in (w("altChunk"), w("subDoc")):
                self.notices.append(
                    Notice(
                        self.at,
                        "unchecked",
                        "这里嵌入了另一个文档，里面的文字没有检查；请打开后全部接受为正文，再另存检查",
                    )
                )
            elif tag == ALTERNATE:
                choice = child.find(CHOICE)
                target = choice if choice is not None else child.find(FALLBACK)
                if target is not None:
                    self.content(target)
            elif tag not in SKIPPED:
                self.content(child)

    def paragraph(self, node: _Element) -> None:
        """One paragraph: a block, unless its mark is deleted and it runs on into the next."""
        ppr = node.find(PPR)
        style_id = None
        if ppr is not None:
            style = ppr.find(w("pStyle"))
            style_id = style.get(VAL) if style is not None else None
            section = ppr.find(SECTPR)
            if section is not None:
                self.sections.append(section)
        in_contents = bool(self.contents or self.inline.in_contents)
        line, self.held = self.held or Line(self.at), None
        label = ""
        if not line.length:
            label = self.numbering.label(ppr, style_id, self.styles)
            line.add(label)
        if not (self.inline.formatted and self.styles.hidden(style_id)):
            self.inline.read(node, line, node)
        if _mark_deleted(ppr):
            self.held = line
            return
        in_contents = in_contents or self.inline.in_contents or self.styles.contents(style_id)
        level = self._level(ppr, style_id, line.length - len(label), node)
        bold = bool(
            level == 0 and line.length and self.inline.formatted and _all_bold(node, self.styles.bold(style_id))
        )
        self._close(line, level, len(label), in_contents, bold)
        self._boxes()

    def _level(self, ppr: _Element | None, style_id: str | None, length: int, node: _Element) -> int:
        if not 0 < length <= MAX_HEADING:
            return 0
        outline = ppr.find(w("outlineLvl")) if ppr is not None else None
        if outline is not None and (outline.get(VAL) or "").isdigit():
            level = int(outline.get(VAL) or "9") + 1
            return level if level <= 9 else 0
        return self.styles.level(style_id)

    def _close(self, line: Line, level: int, label: int, contents: bool, bold: bool) -> None:
        """Write a finished paragraph as a block."""
        text = line.text()
        place = ""
        if not self.story and text.strip():
            self.paragraphs += 1
            place = f"第{self.paragraphs}段"
        self._write(text, Block(0, 0, "paragraph", level, label, self.story, place, contents, bold))
        self.marks += _sensible(line, text)
        self.segments += line.segments

    def _write(self, text: str, block: Block) -> None:
        self.blocks.append(block._replace(start=self.at, end=self.at + len(text)))
        self.pieces.append(text)
        self.at += len(text) + 1

    def _boxes(self) -> None:
        """Text boxes met in the paragraph just written."""
        boxes, self.inline.boxes = self.inline.boxes, []
        for box in boxes:
            outer, self.story = self.story, self.story or "文本框"
            self.content(box)
            self.story = outer

    def _table(self, node: _Element) -> None:
        outer = self.story
        if not outer:
            self.tables += 1
        for number, row in enumerate(table_rows(node), 1):
            line = Line(self.at)
            row_pieces(row, line, self._cell_paragraph)
            text = line.text()
            place = "" if outer else f"表{self.tables}第{number}行"
            self._write(text, Block(0, 0, "row", 0, 0, outer, place))
            self.marks += _sensible(line, text)
            self.segments += line.segments
            self._boxes()

    def _cell_paragraph(self, node: _Element, line: Line) -> None:
        """A paragraph within a cell: part of the row's line; it counts in its lists as any other."""
        ppr = node.find(PPR)
        style = ppr.find(w("pStyle")) if ppr is not None else None
        style_id = style.get(VAL) if style is not None else None
        line.add(self.numbering.label(ppr, style_id, self.styles))
        self.inline.read(node, line, node)

    def _control(self, node: _Element) -> None:
        """A block-level content control; a gallery named Table of Contents holds no headings."""
        properties, content = node.find(SDTPR), node.find(SDTCONTENT)
        if content is None:
            return
        gallery = properties.find(f".//{w('docPartGallery')}") if properties is not None else None
        is_contents = gallery is not None and "contents" in (gallery.get(VAL) or "").lower()
        start = self.at
        self.contents += is_contents
        self.content(content)
        self.contents -= is_contents
        if properties is not None and switch(properties, "showingPlcHdr") and self.at > start:
            self.marks.append(Mark(start, self.at - 1, "prompt"))


def _mark_deleted(ppr: _Element | None) -> bool:
    """Whether the paragraph mark is deleted: in the accepted view the paragraph joins the next."""
    rpr = ppr.find(RPR) if ppr is not None else None
    return rpr is not None and rpr.find(w("del")) is not None


def _all_bold(node: _Element, inherited: bool) -> bool:
    """Whether every run with text is bold: how drafts without styles show a heading."""
    found = False
    for run in node.iterchildren(w("r")):
        if run.find(w("t")) is None:
            continue
        bold = switch(run.find(RPR), "b")
        if not (inherited if bold is None else bold):
            return False
        found = True
    return found


def _sensible(line: Line, text: str) -> list[Mark]:
    """The marks worth reporting: no boxes where one is ticked, no colour where all of the block has it."""
    marks = line.marks
    if not marks:
        return []
    ticked = any(char in _TICKED for char in text)
    kept = [mark for mark in marks if mark.kind != "checkbox" or not ticked]
    length = len(text.strip())
    for kind in ("red", "highlight"):
        covered = sum(mark.end - mark.start for mark in kept if mark.kind == kind)
        if kind == "red" and covered >= length:
            kept = [mark for mark in kept if mark.kind != kind]
    return kept
