"""What a paragraph's mark says of it: whether the mark is seen at all, a drop cap, an outline level."""

from __future__ import annotations

from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.styles import Look


def is_drop_cap(paragraph: Element) -> bool:
    """The large first letter of a paragraph is a paragraph of its own in the file."""
    frame = n.child(n.child(paragraph, n.PPR), n.FRAME)
    return frame is not None and frame.get(n.DROPCAP) in ("drop", "margin")


def unseen_mark(paragraph: Element, look: Look) -> bool:
    """A paragraph mark that is deleted or hidden: the paragraph runs on into the next, as in Word.

    With ``specVanish`` it is a style separator: heading and body on one line, two paragraphs all the same.
    """
    mark = n.child(n.child(paragraph, n.PPR), n.RPR)
    if mark is None:
        return look.vanish
    if n.child(mark, n.DEL) is not None or n.child(mark, n.MOVEFROM) is not None:
        return True
    vanish = n.toggle(mark, n.VANISH)
    return (look.vanish if vanish is None else vanish) and n.child(mark, n.SPECVANISH) is None


def stated_level(ppr: Element | None, look: Look) -> int:
    """The outline level of a paragraph, from 1; 0 for body text."""
    direct = n.number(n.value(ppr, n.OUTLINE))
    if direct is None:
        return look.level
    return direct + 1 if 0 <= direct < 9 else 0
