"""Which elements hold which: containers gone into by default, the rows and cells of tables, what content controls say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.sink import BOUND, CONTENTS, PROMPT, UNTICKED

_LAYOUT_PARAGRAPHS = 3
_LAYOUT_CHARACTERS = 200

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


def cells(row: Element, flags: int) -> Iterator[tuple[Element, int, int]]:
    """The cells of a row, each once, with its flags and the number of columns it spans."""
    waiting: tuple[Element, int, int] | None = None
    for cell, cell_flags in _inside(row, n.TC, flags):
        properties = n.child(cell, n.TCPR)
        if n.child(properties, n.CELLDEL) is not None:
            continue
        span = max(n.number(n.value(properties, n.GRIDSPAN)) or 1, 1)
        merged = n.child(properties, n.HMERGE)  # how Word 97 spans columns; "restart" begins one
        if merged is not None and merged.get(n.VAL) != "restart":
            if waiting is not None:
                waiting = (waiting[0], waiting[1], waiting[2] + span)
            continue
        if waiting is not None:
            yield waiting
        waiting = (cell, cell_flags, span)
    if waiting is not None:
        yield waiting


def continues(cell: Element) -> bool:
    """Whether a cell is the lower part of a vertically merged one: Word shows the text of the uppermost only."""
    merge = n.child(n.child(cell, n.TCPR), n.VMERGE)
    return merge is not None and merge.get(n.VAL) in (None, "continue")


def is_layout(cell: Element) -> bool:
    """Whether the only cell of a row holds a text with paragraphs of its own: a frame, not a table."""
    filled = sum(1 for item, _ in flow(cell, 0) if item.tag == n.P and next(item.iter(n.T), None) is not None)
    if filled < _LAYOUT_PARAGRAPHS:
        return False
    return sum(len(text.text or "") for text in cell.iter(n.T)) >= _LAYOUT_CHARACTERS
