"""Formulas of Word's editor (OMML) on one line: what only their layout says is written, or 1 over 3 would read 13."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element

if TYPE_CHECKING:
    from reportlint.readers.ooxml.inline import Inline


def fraction(inline: Inline, element: Element, flags: int) -> None:
    """a/b; the bar stands between."""
    _between(inline, element, flags, n.DENOMINATOR, "/")


def power(inline: Inline, element: Element, flags: int) -> None:
    """10^4: the exponent stands raised."""
    _between(inline, element, flags, n.SUPERSCRIPT, "^")


def _between(inline: Inline, element: Element, flags: int, tag: str, sign: str) -> None:
    for part in element:
        if part.tag == tag:
            inline.write(sign, flags, part)
        inline.children(part, flags)


def brackets(inline: Inline, element: Element, flags: int) -> None:
    """The brackets round their content are stated, or are round ones (ECMA-376, 22.1.2.24)."""
    properties = n.child(element, n.DELIMITER)
    for tag, sign in ((n.OPENING, "("), (n.CLOSING, ")")):
        stated = n.child(properties, tag)
        if tag == n.CLOSING:
            inline.children(element, flags)
        inline.write(sign if stated is None else stated.get(n.MATHVAL) or "", flags, element)
