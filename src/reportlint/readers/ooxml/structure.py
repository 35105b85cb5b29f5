"""Which elements hold which: containers gone into by default, the rows and cells of tables, what content controls say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlint.named import NamedTuple
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.sink import BOUND, CONTENTS, PROMPT, UNTICKED

_LAYOUT_PARAGRAPHS = 3
_LAYOUT_CHARACTERS = 200
_TEXT_PARAGRAPHS = 8  # so many and so long no cell of a table of cases or measures is
_TEXT_CHARACTERS = 800

SKIPPED = frozenset(
    (
        n.PPR, n.RPR, n.SDTPR, n.TBLPR, n.TRPR, n.TCPR, n.DELTEXT, n.DELINSTR, n.RT, n.RUBYPR, n.SOFTHYPHEN, n.FALLBACK,
        n.SECTPR, n.w("sdtEndPr"), n.w("tblGrid"), n.w("fldData"), n.w("annotationRef"),
    )
)  # fmt: skip


def control_flags(element: Element) -> int:
    """What a content control says of its content: still its prompt, bound to data, an unticked box, a contents list."""
    properties = element.find(n.SDTPR)
    if properties is None:
        return 0
    flags = 0
    for child in properties:
        tag = child.tag
        if tag == n.PLACEHOLDER:
            flags |= 0 if n.off(child.get(n.VAL)) else PROMPT
        elif tag == n.BINDING:
            flags |= BOUND
        elif tag == n.BOX14:
            state = child.find(n.CHECKED14)
            if state is None or n.off(state.get(n.VAL14)):
                flags |= UNTICKED
        elif tag in (n.DROPDOWN, n.COMBO):
            flags |= PROMPT if _shows_prompt(element, child) else 0
        elif tag == n.DOCPARTOBJ and (n.value(child, n.GALLERY) or "").startswith("Table of Contents"):
            flags |= CONTENTS
    return flags


def _shows_prompt(control: Element, choices: Element) -> bool:
    """Whether a list shows the entry that stands for no choice: Word gives it no value, WPS saves it as if typed."""
    content = control.find(n.SDTCONTENT)
    if content is None:
        return False
    shown = "".join(text.text or "" for text in content.iter(n.T)).strip()
    entries = choices.iterfind(n.LISTITEM)
    return any(item.get(n.SHOWN) == shown and not item.get(n.VALUE) for item in entries) if shown else False


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


def _inside(parent: Element, wanted: str, flags: int) -> Iterator[tuple[Element, int]]:
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child, flags
        elif tag not in SKIPPED and tag not in (n.DEL, n.MOVEFROM):
            yield from _inside(child, wanted, flags | control_flags(child) if tag == n.SDT else flags)


def rows(table: Element, flags: int, changed: Callable[[], None]) -> Iterator[tuple[Element, int]]:
    """The rows of a table that are shown; ``changed`` is told of rows that a tracked change made or deleted."""
    for row, row_flags in _inside(table, n.TR, flags):
        properties = n.child(row, n.TRPR)
        if properties is not None:
            if n.child(properties, n.INS) is not None or n.child(properties, n.DEL) is not None:
                changed()
            if n.child(properties, n.DEL) is not None or n.toggle(properties, n.HIDDENROW):
                continue
        yield row, row_flags


class Shown(NamedTuple):
    """A cell that is shown: the columns it spans, and whether it is empty on purpose.

    ``lower`` is the lower part of a vertically merged cell: Word shows the text of the uppermost only. ``closed`` is such
    a part too, or a cell crossed out by a diagonal or greyed.
    """

    cell: Element
    flags: int
    span: int = 1
    lower: bool = False
    closed: bool = False


def cells(row: Element, flags: int) -> list[Shown]:
    """The cells of a row, each once, however many columns it spans."""
    found: list[Shown] = []
    for cell, cell_flags in _inside(row, n.TC, flags):
        properties = n.child(cell, n.TCPR)
        if properties is None or not len(properties):
            found.append(Shown(cell, cell_flags))
            continue
        shown, continues_left = _by_properties(cell, cell_flags, properties)
        if shown is not None and not continues_left:
            found.append(shown)
        elif shown is not None and found:
            found[-1] = found[-1]._replace(span=found[-1].span + shown.span)
    return found


def _by_properties(cell: Element, flags: int, properties: Element) -> tuple[Shown | None, bool]:
    """The cell as its properties say, None if it is deleted; and whether it only widens the one to its left."""
    span, lower, closed, left = 1, False, False, False
    for item in properties:
        tag = item.tag
        if tag == n.GRIDSPAN:
            span = max(n.number(item.get(n.VAL)) or 1, 1)
        elif tag == n.VMERGE:
            lower = item.get(n.VAL) in (None, "continue")
        elif tag == n.HMERGE:  # how Word 97 spans columns; "restart" begins one
            left = item.get(n.VAL) != "restart"
        elif tag == n.SHADE:
            closed = closed or (item.get(n.FILL) or "auto").upper() not in ("AUTO", "FFFFFF")
        elif tag == n.BORDERS:
            lines = n.value(item, n.DIAGONAL), n.value(item, n.COUNTERDIAGONAL)
            closed = closed or any(line not in (None, "nil", "none") for line in lines)
        elif tag == n.CELLDEL:
            return None, False
    return Shown(cell, flags, span, lower, closed or lower), left


def is_layout(cell: Element) -> bool:
    """Whether the only cell of a row holds a text with paragraphs of its own: a frame, not a table."""
    filled = sum(1 for item, _ in flow(cell, 0) if item.tag == n.P and next(item.iter(n.T), None) is not None)
    if filled < _LAYOUT_PARAGRAPHS:
        return False
    return _length(cell) >= _LAYOUT_CHARACTERS


def holds_text(cell: Element) -> bool:
    """Whether a cell of a form holds a whole text: its one large box, in which a report was written or pasted."""
    return len(cell) > _TEXT_PARAGRAPHS and _length(cell) >= _TEXT_CHARACTERS


def _length(cell: Element) -> int:
    return sum(len(text.text or "") for text in cell.iter(n.T))
