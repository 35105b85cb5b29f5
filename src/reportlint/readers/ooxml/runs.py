"""Inline content: what the characters of a paragraph are, in the accepted view, with the blanks only formatting shows.

Containers are entered by default (content controls, hyperlinks, insertions, smart tags, ruby bases, anything unknown);
only a list of names is left out. A field's code is no text, its result is; fields may span paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.document import Mark
from reportlint.readers.ooxml.line import Line, Segment
from reportlint.readers.ooxml.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    MATH_TEXT,
    PPR,
    RPR,
    SDT,
    SDTCONTENT,
    SDTPR,
    TXBX,
    VAL,
    W14_NS,
    XML_SPACE,
    R,
    T,
    w,
)  # fmt: skip
from reportlint.readers.ooxml.styles import Styles, switch

if TYPE_CHECKING:
    from lxml.etree import _Element

SKIPPED = frozenset((
    PPR, RPR, SDTPR, w("del"), w("moveFrom"), w("instrText"), w("delText"), w("delInstrText"), w("rt"), w("rubyPr"),
    w("bookmarkStart"), w("bookmarkEnd"), w("proofErr"), w("permStart"), w("permEnd"), w("commentRangeStart"),
    w("commentRangeEnd"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("lastRenderedPageBreak"), FALLBACK,
))  # fmt: skip
_BREAK, _CR, _TAB, _PTAB, _NOBREAK, _SOFT = w("br"), w("cr"), w("tab"), w("ptab"), w("noBreakHyphen"), w("softHyphen")
_SYM, _FLDCHAR, _INSTR, _INS, _MOVETO = w("sym"), w("fldChar"), w("instrText"), w("ins"), w("moveTo")
_FOOT, _END, _FLDSIMPLE, _RUBY = w("footnoteReference"), w("endnoteReference"), w("fldSimple"), w("ruby")
_REVISED = frozenset((_INS, _MOVETO, w("del"), w("moveFrom")))
_DRAWN = frozenset((w("drawing"), w("pict"), w("object"), ALTERNATE))
_SYMBOLS = {"FE": "☑", "FD": "☒", "FC": "√", "A8": "□", "6F": "□", "52": "☑", "A3": "□", "FB": "×"}
_REDS = frozenset(("FF0000", "C00000", "EE0000", "E60000", "D90000", "FF3300", "C0504D", "ED1C24"))
_TICKED = "☑☒√✓■☐"


@dataclass
class Field:
    """An open field: whether its result has begun, its code so far, and where its result starts."""

    code: list[str] = field(default_factory=list)
    result: bool = False
    start: int = 0
    form: bool = False


@dataclass
class Inline:
    """Reads inline content into lines; holds what outlives a paragraph: open fields, notes met, revisions seen."""

    styles: Styles
    formatted: bool
    """Whether the part mentions hidden, highlighted, coloured or underlined text at all; if not, no run is looked at."""
    keep_segments: bool
    part: str = ""
    fields: list[Field] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    revised: int = -1
    locked: int = 0

    @property
    def in_code(self) -> bool:
        """Whether what comes now is a field's code and not text."""
        return bool(self.fields) and not all(open_field.result for open_field in self.fields)

    @property
    def in_contents(self) -> bool:
        """Whether an open field is a table of contents."""
        return any("TOC" in "".join(open_field.code).split()[:1] for open_field in self.fields)

    def read(self, parent: _Element, line: Line, paragraph: _Element) -> None:
        """Everything inside an element, in order."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self.run(child, line, paragraph)
            elif tag == SDT:
                self._control(child, line, paragraph)
            elif tag == ALTERNATE:
                self._alternate(child, line, paragraph)
            elif tag == MATH_TEXT:
                self._text(child, None, line, paragraph)
            elif tag in _REVISED:
                self.revised = line.end if self.revised < 0 else self.revised
                if tag in (_INS, _MOVETO):
                    self.read(child, line, paragraph)
            elif tag == _FLDSIMPLE:
                self.locked += 1
                self.read(child, line, paragraph)
                self.locked -= 1
            elif tag not in SKIPPED:
                self.read(child, line, paragraph)

    def run(self, run: _Element, line: Line, paragraph: _Element) -> None:
        """One run: its text and what stands between."""
        look = run.find(RPR) if self.formatted else None
        if look is not None and self._hidden(look):
            return
        before = line.end
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(child, run, line, paragraph)
            elif tag != RPR:
                self._other(child, tag, run, line, paragraph)
        if look is not None and line.end > before:
            self._marks(look, line, before)

    def _text(self, node: _Element, run: _Element | None, line: Line, paragraph: _Element) -> None:
        if self.fields and self.in_code:
            return
        text = node.text or ""
        if node.get(XML_SPACE) != "preserve" and text[:1] + text[-1:] != text[:1].strip() + text[-1:].strip():
            text = text.strip(" \t\r\n")
        if not text:
            return
        if self.keep_segments:
            locked = bool(self.locked or self.fields)
            line.segments.append(Segment(line.end, len(text), node, run, paragraph, self.part, locked))
        line.add(text)

    def _other(self, node: _Element, tag: str, run: _Element, line: Line, paragraph: _Element) -> None:
        if tag == _FLDCHAR:
            self._field(node, line)
        elif tag == _INSTR:
            if self.fields:
                self.fields[-1].code.append(node.text or "")
        elif tag in _DRAWN:
            self._drawn(node)
        elif self.fields and self.in_code:
            return
        elif tag in (_TAB, _PTAB):
            line.add("\t")
        elif tag == _CR or tag == _BREAK:
            if node.get(w("type")) != "page" or line.length:
                line.add("\n")
        elif tag == _NOBREAK:
            line.add("-")
        elif tag == _SYM:
            self._symbol(node, line)
        elif tag in (_FOOT, _END):
            self.notes.append(("脚注" if tag == _FOOT else "尾注", node.get(w("id")) or ""))
        elif tag not in SKIPPED and tag != _SOFT:
            self.read(node, line, paragraph)

    def _symbol(self, node: _Element, line: Line) -> None:
        code = (node.get(w("char")) or "").upper().removeprefix("F0").lstrip("0")
        symbol = _SYMBOLS.get(code, "") if "ingdings" in (node.get(w("font")) or "") else ""
        if symbol == "□":
            line.marks.append(Mark(line.end, line.end + 1, "checkbox"))
        if not symbol and code:
            try:
                symbol = chr(int(node.get(w("char")) or "0", 16))
            except (ValueError, OverflowError):
                symbol = ""
        line.add(symbol if symbol.isprintable() else "")

    def _field(self, node: _Element, line: Line) -> None:
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            data = node.find(w("ffData"))
            self.fields.append(Field(form=data is not None and data.find(w("textInput")) is not None))
            box = data.find(w("checkBox")) if data is not None else None
            if box is not None:
                checked = switch(box, "checked")
                ticked = checked if checked is not None else switch(box, "default")
                if not ticked:
                    line.marks.append(Mark(line.end, line.end + 1, "checkbox"))
                line.add("☑" if ticked else "□")
        elif kind == "separate" and self.fields:
            self.fields[-1].result, self.fields[-1].start = True, line.end
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            self._ended(done, line)

    def _ended(self, done: Field, line: Line) -> None:
        if not done.form or done.start < line.start:
            return
        written = line.text()[done.start - line.start :] if done.result else ""
        if not written.strip("\u2002\u3000 _"):
            line.marks.append(Mark(done.start if done.result else line.end, line.end, "field"))

    def _control(self, control: _Element, line: Line, paragraph: _Element) -> None:
        """A content control: its text, as a prompt if that is what still shows, as a box if that is what it is."""
        properties, content = control.find(SDTPR), control.find(SDTCONTENT)
        if content is None:
            return
        before = line.end
        bound = properties is not None and properties.find(w("dataBinding")) is not None
        self.locked += bound
        self.read(content, line, paragraph)
        self.locked -= bound
        if properties is None or line.end <= before:
            return
        if switch(properties, "showingPlcHdr"):
            line.marks.append(Mark(before, line.end, "prompt"))
        box = properties.find(f"{{{W14_NS}}}checkbox")
        if box is not None:
            checked = box.find(f"{{{W14_NS}}}checked")
            if checked is None or checked.get(f"{{{W14_NS}}}val") in ("0", "false"):
                line.marks.append(Mark(before, line.end, "checkbox"))

    def _alternate(self, node: _Element, line: Line, paragraph: _Element) -> None:
        """Of several renderings of one thing only the first is text."""
        choice = node.find(CHOICE)
        target = choice if choice is not None else node.find(FALLBACK)
        if target is not None:
            self.read(target, line, paragraph)

    def _drawn(self, node: _Element) -> None:
        """Text boxes of a drawing, read once, after their host paragraph."""
        if node.tag == ALTERNATE:
            choice = node.find(CHOICE)
            target = choice if choice is not None else node.find(FALLBACK)
            if target is not None:
                self._drawn(target)
            return
        if node.tag == TXBX:
            self.boxes.append(node)
            return
        for child in node:
            if child.tag == ALTERNATE or child.tag == TXBX or len(child):
                self._drawn(child)

    def _hidden(self, look: _Element) -> bool:
        hidden = switch(look, "vanish")
        if hidden is None:
            style = look.find(w("rStyle"))
            hidden = self.styles.hidden(style.get(VAL)) if style is not None else False
        return bool(hidden)

    def _marks(self, look: _Element, line: Line, before: int) -> None:
        text = line.text()[before - line.start :]
        underline = look.find(w("u"))
        if underline is not None and underline.get(VAL) not in (None, "none") and len(text) >= 2 and not text.strip():
            line.marks.append(Mark(before, line.end, "underline"))
        if not text.strip():
            return
        highlight, color = look.find(w("highlight")), look.find(w("color"))
        if highlight is not None and highlight.get(VAL) not in (None, "none", "white"):
            line.marks.append(Mark(before, line.end, "highlight"))
        if color is not None and (color.get(VAL) or "").upper() in _REDS:
            line.marks.append(Mark(before, line.end, "red"))
