"""What a story's XML holds, found in one pass in C, so that plain paragraphs can be read without looking closer.

Most paragraphs of a draft are runs of plain text. Only what is listed here changes what a paragraph shows, or is marked.
"""

from __future__ import annotations

from reportlint.named import NamedTuple
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.looks import is_red
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.symbols import is_symbol_font

_SPECIAL = (
    n.TAB, n.BR, n.CR, n.PTAB, n.SYM, n.NBHYPHEN, n.FLDCHAR, n.FLDSIMPLE, n.FOOTNOTEREF, n.ENDNOTEREF, n.COMMENTREF, n.RUBY,
    n.DRAWING, n.PICT, n.OBJECT, n.SUBDOC, n.ALTERNATE, n.SDT, n.MATH, n.BOX, n.VANISH, n.HIGHLIGHT, n.COLOR, n.UNDERLINE,
    n.STRIKE, n.DSTRIKE, n.SHADE, n.FRAME, n.SECTPR, *n.CHANGES,
)  # fmt: skip
_CHANGES = frozenset(n.CHANGES)


class Scan(NamedTuple):
    """``special``: the paragraphs to walk in full; ``changed``: whether any tracked change remains.

    ``unclosed``: starts of fields that never end. Word shows the text after one, so it must not be taken for a field's
    instruction, which would hide the rest of the document. ``sections``: the properties of sections, in order.
    """

    special: frozenset[Element] = frozenset()
    changed: bool = False
    unclosed: frozenset[Element] = frozenset()
    sections: tuple[Element, ...] = ()


def scan(root: Element, toggling_styles: bool, symbolic: bool = False) -> Scan:
    """Look for special elements; character styles matter only if a style of this file hides or strikes text.

    Fonts matter only where the part names one whose letters show as other signs.
    """
    special: set[Element] = set()
    changed = False
    fields: list[Element] = []
    sections: list[Element] = []
    wanted = (*_SPECIAL, *((n.RSTYLE,) if toggling_styles else ()), *((n.FONTS,) if symbolic else ()))
    for item in root.iter(*wanted):
        tag = item.tag
        if tag == n.SECTPR:
            if not _is_former(item):
                sections.append(item)
            continue
        if _harmless(tag, item):
            continue
        changed = changed or tag in _CHANGES
        if tag == n.FLDCHAR:
            _count(item, fields)
        for above in item.iterancestors(n.P):  # a text box stands in a paragraph and holds others
            special.add(above)
    return Scan(frozenset(special), changed, frozenset(fields), tuple(sections))


def _count(mark: Element, fields: list[Element]) -> None:
    kind = mark.get(n.FLDTYPE)
    if kind == "begin":
        fields.append(mark)
    elif kind == "end" and fields:
        fields.pop()


def _is_former(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == n.SECTPRCHANGE


def _harmless(tag: str, item: Element) -> bool:
    if tag == n.COLOR:
        return not is_red(item.get(n.VAL))
    if tag == n.SHADE:
        return (item.get(n.FILL) or "").upper() != "FFFF00"
    if tag == n.FONTS:
        return not is_symbol_font(item.get(n.ASCII))
    if tag == n.UNDERLINE:
        return item.get(n.VAL) in ("none", None)
    if tag in (n.STRIKE, n.DSTRIKE):
        return n.off(item.get(n.VAL))
    if tag == n.FRAME:
        return item.get(n.DROPCAP) in ("none", None)
    if tag == n.TAB:  # also a tab stop of paragraph properties
        parent = item.getparent()
        return parent is not None and parent.tag == n.TABS
    return False
