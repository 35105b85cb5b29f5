"""Which paragraphs need the full walk: found in one pass in C, so that plain ones can be read without looking closer.

Most paragraphs of a draft are runs of plain text. Only what is listed here changes what a paragraph shows, or is marked.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.readers.word import names as n
from reportlint.readers.word.looks import is_red
from reportlint.readers.word.names import Element

_SPECIAL = (
    n.TAB, n.BR, n.CR, n.PTAB, n.SYM, n.NBHYPHEN, n.FLDCHAR, n.FLDSIMPLE, n.FOOTNOTEREF, n.ENDNOTEREF, n.COMMENTREF, n.RUBY,
    n.DRAWING, n.PICT, n.OBJECT, n.SUBDOC, n.ALTERNATE, n.SDT, n.MATH, n.VANISH, n.HIGHLIGHT, n.COLOR, n.UNDERLINE, n.SHADE,
    *n.CHANGES,
)  # fmt: skip
_CHANGES = frozenset(n.CHANGES)


@dataclass(frozen=True)
class Scan:
    """``special``: the paragraphs to walk in full; ``changed``: whether any tracked change remains."""

    special: frozenset[Element]
    changed: bool


def scan(root: Element, hidden_styles: bool) -> Scan:
    """Look for special elements; character styles matter only if a style of this file hides text."""
    special: set[Element] = set()
    changed = False
    for item in root.iter(*_SPECIAL, n.RSTYLE) if hidden_styles else root.iter(*_SPECIAL):
        tag = item.tag
        if _harmless(tag, item):
            continue
        changed = changed or tag in _CHANGES
        paragraph = next(item.iterancestors(n.P), None)
        if paragraph is not None:
            special.add(paragraph)
    return Scan(frozenset(special), changed)


def _harmless(tag: str, item: Element) -> bool:
    if tag == n.COLOR:
        return not is_red(item.get(n.VAL))
    if tag == n.SHADE:
        return (item.get(n.FILL) or "").upper() != "FFFF00"
    if tag == n.TAB:  # also a tab stop of paragraph properties
        parent = item.getparent()
        return parent is not None and parent.tag == n.w("tabs")
    return False
