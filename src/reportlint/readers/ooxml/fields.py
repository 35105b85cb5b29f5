"""Word fields: {PAGE}, {TOC}, {FORMTEXT}…: a stack of states that runs across paragraphs, as fields do.

Between ``begin`` and ``separate`` stands the instruction, which is not shown; between ``separate`` and ``end`` the
result, which is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlint.readers.ooxml.names import (
    CHECKBOX,
    CHECKED,
    DDLIST,
    DEFAULT,
    FFDATA,
    LISTENTRY,
    VAL,
    Element,
    number,
    off,
    value,
)  # fmt: skip
from reportlint.readers.ooxml.names import RESULT as CHOSEN
from reportlint.readers.ooxml.sink import CONTENTS, FORM, RESULT, is_unfilled

_KEPT = ("HYPERLINK", "GOTOBUTTON", "MACROBUTTON")  # what they show is typed, not made


@dataclass(slots=True)
class Field:
    """One open field."""

    begin: Element
    instruction: list[str] = field(default_factory=list)
    silent: bool = True
    drawn: bool = False
    flags: int = 0
    written_from: int = 0
    hidden_outside: bool = False
    flags_outside: int = 0

    @property
    def hides(self) -> bool:
        """Whether text that comes now is an instruction, of this field or of one around it."""
        return self.silent or self.hidden_outside

    @property
    def all_flags(self) -> int:
        """What is true of text that comes now, by this field and those around it."""
        return self.flags | self.flags_outside

    def separate(self, at: int) -> None:
        """The result begins; what was drawn from the form data already is not shown again."""
        self.silent = self.drawn
        self.flags = result_flags("".join(self.instruction))
        self.written_from = at


@dataclass(slots=True)
class Fields:
    """The fields open at a place of a story, outermost first, and what they do to text that comes now.

    ``silent``: it is an instruction, which nobody sees; ``flags``: what is true of it.
    """

    stack: list[Field] = field(default_factory=list)
    silent: bool = False
    flags: int = 0

    def open(self, begin: Element, drawn: bool) -> None:
        """A field begins; ``drawn`` if what it shows is written already."""
        self.stack.append(Field(begin, drawn=drawn, hidden_outside=self.silent, flags_outside=self.flags))
        self._follow()

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self.stack:
            self.stack[-1].instruction.append(text)

    def separate(self, at: int) -> None:
        """The innermost field's result begins."""
        self.stack[-1].separate(at)
        self._follow()

    def close(self) -> Field:
        """The innermost field ends."""
        closed = self.stack.pop()
        self._follow()
        return closed

    def _follow(self) -> None:
        self.silent = self.stack[-1].hides if self.stack else False
        self.flags = self.stack[-1].all_flags if self.stack else 0


def result_flags(instruction: str) -> int:
    """What is true of the text that a field with this instruction shows."""
    words = instruction.split(None, 1)
    name = words[0].upper() if words else ""
    if name == "TOC":
        return RESULT | CONTENTS
    if name == "FORMTEXT":
        return FORM
    return 0 if name in _KEPT or not name else RESULT


def drawn_form(begin: Element) -> tuple[str, bool] | None:
    """What Word draws itself for a form field, and whether that is unfilled: a tick box or a chosen list entry."""
    data = begin.find(FFDATA)
    if data is None:
        return None
    box = data.find(CHECKBOX)
    if box is not None:
        state = box.find(CHECKED)
        state = box.find(DEFAULT) if state is None else state
        ticked = state is not None and not off(state.get(VAL))
        return ("☑" if ticked else "□"), not ticked
    entries = data.find(DDLIST)
    if entries is None:
        return None
    texts = [item.get(VAL) or "" for item in entries.iterfind(LISTENTRY)]
    index = number(value(entries, CHOSEN)) or number(value(entries, DEFAULT)) or 0
    text = texts[index] if 0 <= index < len(texts) else ""
    if index == 0 and not any(char.isalnum() for char in text):
        return "", True  # a dash or a row of dots that stands for no choice
    return text, is_unfilled(text)
