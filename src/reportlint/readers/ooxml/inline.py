"""The content of paragraphs: every kind of inline element, recursed by default, a few skipped, a few written.

Unknown wrappers are gone into: a new kind of markup must not make text disappear. The text is the accepted view of
tracked changes.
"""

from __future__ import annotations

from collections.abc import Callable

from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.drawnfields import drawn_text
from reportlint.readers.ooxml.fieldnumbers import FieldNumbers
from reportlint.readers.ooxml.fields import Fields, drawn_form, result_flags
from reportlint.readers.ooxml.formulas import brackets, fraction, power
from reportlint.readers.ooxml.looks import run_flags
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.pictures import shows_picture
from reportlint.readers.ooxml.sink import FORM, HIDDEN, STRUCK, UNTICKED, Sink
from reportlint.readers.ooxml.structure import SKIPPED, control_flags
from reportlint.readers.ooxml.styles import PLAIN, Look, Styles
from reportlint.readers.ooxml.symbols import in_font, symbol
from reportlint.readers.ooxml.textnode import visible


class Inline:
    """Writes paragraph content of one story into a sink; field states live as long as the story.

    ``boxes`` are the text boxes and other drawings with words of their own that were met, ``notes`` the footnote and
    endnote references, ``anchors`` the offsets of comment references by id, ``revision`` the offset of the first tracked
    change, ``pictures`` those of pictures large enough to be read, ``hidden`` what is not shown, and where.
    """

    def __init__(
        self, sink: Sink, styles: Styles, raw_fields: frozenset[Element] = frozenset(), symbolic: bool = False
    ) -> None:
        self.sink = sink
        self.styles = styles
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str, int]] = []
        self.anchors: dict[str, int] = {}
        self.unchecked: list[tuple[int, str]] = []
        self.pictures: list[int] = []
        self.hidden: list[tuple[int, str]] = []
        self.revision: int | None = None
        self.fields = Fields()
        self.symbolic = symbolic
        self._raw_fields = raw_fields
        self._numbers = FieldNumbers()
        self._look: Look = PLAIN
        self._run: Element | None = None

    def paragraph(self, paragraph: Element, look: Look, flags: int) -> None:
        """Write what a paragraph shows."""
        self._look = look
        self.sink.paragraph = paragraph
        self._run = None
        self.children(paragraph, flags | (HIDDEN if look.vanish else 0) | (STRUCK if look.struck else 0))

    def children(self, element: Element, flags: int) -> None:
        """Write what the children show."""
        for child in element:
            tag = child.tag
            if tag == n.R:
                self._of_run(child, flags)
            elif tag not in SKIPPED:
                handler = _HANDLERS.get(tag)
                if handler is None:
                    self.children(child, flags)
                else:
                    handler(self, child, flags)

    def _of_run(self, run: Element, flags: int) -> None:
        rpr = n.child(run, n.RPR)
        if rpr is not None:
            flags = (flags & ~(HIDDEN | STRUCK)) | run_flags(rpr, self._look, self.styles)
        outer, self._run = self._run, run
        self.children(run, flags)
        self._run = outer

    def write(self, text: str, flags: int, element: Element) -> None:
        """Write text unless it is hidden or part of a field's instruction."""
        if self.fields.silent:
            return
        if flags & HIDDEN:
            self.hidden.append((self.sink.at, text))
            return
        self.sink.write(text, flags | self.fields.flags, element, self._run)

    def _text(self, element: Element, flags: int) -> None:
        text = visible(element)
        if self.symbolic and self._run is not None:
            text = in_font(text, self._run)
            flags = flags | UNTICKED if text.strip() == "□" else flags
        self.write(text, flags, element)

    def _tab(self, element: Element, flags: int) -> None:
        self.write("\t", flags, element)

    def _break(self, element: Element, flags: int) -> None:
        if element.get(n.TYPE) in ("page", "column"):
            if not self.fields.silent and not flags & HIDDEN:
                self.sink.page_break()
        else:
            self.write("\n", flags, element)

    def _hyphen(self, element: Element, flags: int) -> None:
        self.write("-", flags, element)

    def _symbol(self, element: Element, flags: int) -> None:
        text = symbol(element.get(n.FONT) or "", element.get(n.CHAR) or "")
        self.write(text, flags | UNTICKED if text == "□" else flags, element)

    def _sdt(self, element: Element, flags: int) -> None:
        self.children(element, flags | control_flags(element))

    def _alternate(self, element: Element, flags: int) -> None:
        choice = n.chosen(element)
        if choice is not None:
            self.children(choice, flags)

    def _box(self, element: Element, flags: int) -> None:
        if not self.fields.silent and not flags & HIDDEN:
            self.boxes.append(element)

    def _drawing(self, element: Element, flags: int) -> None:
        if not self.fields.silent and not flags & HIDDEN and shows_picture(element):
            self.pictures.append(self.sink.at)
        self.children(element, flags)

    def _object(self, element: Element, flags: int) -> None:
        # equations made by the old editor are pictures of formulas; anything else embedded has text of its own
        if not any((item.get("ProgID") or "").startswith("Equation") for item in element):
            self.unchecked.append((self.sink.at, "object"))
        self.children(element, flags)

    def _changed(self, element: Element, flags: int) -> None:
        self.note_revision()
        if element.tag in (n.INS, n.MOVETO):
            self.children(element, flags)

    def suspend(self) -> tuple[Fields, Look, Element | None]:
        """Leave the paragraph for a text box met in it; its fields are its own. ``resume`` takes what this gives."""
        outside = (self.fields, self._look, self._run)
        self.fields = Fields()
        return outside

    def resume(self, outside: tuple[Fields, Look, Element | None]) -> None:
        """Go on where ``suspend`` left."""
        self.fields, self._look, self._run = outside

    def note_revision(self) -> None:
        """Remember where the first tracked change stands."""
        if self.revision is None:
            self.revision = self.sink.at

    def _note(self, element: Element, flags: int) -> None:
        if not self.fields.silent and not flags & HIDDEN:
            self.notes.append((str(element.tag), element.get(n.ID) or "", self.sink.at))

    def _anchor(self, element: Element, flags: int) -> None:
        self.anchors.setdefault(element.get(n.ID) or "", self.sink.at)

    def _subdocument(self, element: Element, flags: int) -> None:
        self.unchecked.append((self.sink.at, "subdocument"))

    def _simple_field(self, element: Element, flags: int) -> None:
        self.children(element, flags | result_flags(element.get(n.INSTRATTR) or ""))

    def _instruction(self, element: Element, flags: int) -> None:
        self.fields.instruct(element.text or "")

    def _field_char(self, element: Element, flags: int) -> None:
        kind = element.get(n.FLDTYPE)
        if kind == "begin":
            self._begin(element, flags)
        elif self.fields.stack and kind == "separate":
            self.fields.separate(self.sink.at)
        elif self.fields.stack and kind == "end":
            self._end(flags)

    def _begin(self, element: Element, flags: int) -> None:
        if element in self._raw_fields:
            return
        drawn = drawn_form(element)
        if drawn is not None:
            text, empty = drawn
            unfilled = UNTICKED if text == "□" else FORM
            self.write(text, flags | unfilled if empty else flags, element)
            if empty and not text and not self.fields.silent:
                self.sink.mark_here("field")
        self.fields.open(element, drawn is not None)

    def _end(self, flags: int) -> None:
        closed = self.fields.close()
        separated = not closed.silent or closed.drawn
        if closed.drawn or self.fields.silent or (separated and closed.written_from != self.sink.at):
            return
        instruction = "".join(closed.instruction)
        if (closed.flags if separated else result_flags(instruction)) & FORM:
            self.sink.mark_here("field")
            return
        text, prompt = drawn_text(instruction)
        text = text or self._numbers.text(instruction, self._look.level)
        if not flags & HIDDEN:
            self.sink.write(text, flags | self.fields.flags | (FORM if prompt else 0))


_Handler = Callable[[Inline, Element, int], None]
_HANDLERS: dict[str, _Handler] = {
    n.T: Inline._text,
    n.MATHTEXT: Inline._text,
    n.FRACTION: fraction,
    n.POWER: power,
    n.BRACKETS: brackets,
    n.TAB: Inline._tab,
    n.PTAB: Inline._tab,
    n.BR: Inline._break,
    n.CR: Inline._break,
    n.NBHYPHEN: Inline._hyphen,
    n.SYM: Inline._symbol,
    n.SDT: Inline._sdt,
    n.ALTERNATE: Inline._alternate,
    n.BOX: Inline._box,
    n.CHART: Inline._box,
    n.CHARTEX: Inline._box,
    n.DIAGRAM: Inline._box,
    n.TEXTBODY: Inline._box,
    n.TEXTPATH: Inline._box,
    n.DRAWING: Inline._drawing,
    n.PICT: Inline._drawing,
    n.OBJECT: Inline._object,
    n.INS: Inline._changed,
    n.DEL: Inline._changed,
    n.MOVEFROM: Inline._changed,
    n.MOVETO: Inline._changed,
    n.FOOTNOTEREF: Inline._note,
    n.ENDNOTEREF: Inline._note,
    n.COMMENTREF: Inline._anchor,
    n.SUBDOC: Inline._subdocument,
    n.FLDSIMPLE: Inline._simple_field,
    n.INSTR: Inline._instruction,
    n.FLDCHAR: Inline._field_char,
}
