"""What a run's own properties say: hidden, highlighted, red, underlined, struck; and whether a short paragraph looks like a heading."""

from __future__ import annotations

from reportlint.readers.ooxml.names import (
    BOLD,
    COLOR,
    DSTRIKE,
    EASTASIA,
    FILL,
    FONTS,
    HIGHLIGHT,
    RPR,
    RSTYLE,
    SHADE,
    SIZE,
    STRIKE,
    UNDERLINE,
    VAL,
    VANISH,
    Element,
    R,
    T,
    child,
    number,
    off,
    toggle,
    value,
)  # fmt: skip
from reportlint.readers.ooxml.sink import HIDDEN, RED, STRUCK, UNDERLINED
from reportlint.readers.ooxml.sink import HIGHLIGHT as HIGHLIGHTED
from reportlint.readers.ooxml.styles import PLAIN, Look, Styles, heading_font

_LETTERHEAD = 44  # half points: the red name of an organ at the head of a page is 二号 (22 pt) or larger
LONGEST_HEADING = 60


def run_flags(rpr: Element, paragraph: Look, styles: Styles) -> int:
    """Flags of a run with properties; what they state overrides the styles, of which some toggle one another."""
    flags = 0
    style = PLAIN
    hidden = struck = double = None
    for item in rpr:
        tag = item.tag
        if tag == RSTYLE:
            style = styles.run_look(item.get(VAL))
        elif tag == VANISH:
            hidden = not off(item.get(VAL))
        elif tag == HIGHLIGHT:
            flags |= 0 if item.get(VAL) in ("none", "white") else HIGHLIGHTED
        elif tag == SHADE and (item.get(FILL) or "").upper() == "FFFF00":  # WPS's "highlight" of older versions
            flags |= HIGHLIGHTED
        elif tag == UNDERLINE:
            flags |= 0 if item.get(VAL) in ("none", None) else UNDERLINED
        elif tag == STRIKE:
            struck = not off(item.get(VAL))
        elif tag == DSTRIKE:
            double = not off(item.get(VAL))
        elif tag == COLOR and is_red(item.get(VAL)):
            flags |= RED
    if flags & RED:
        size = number(value(rpr, SIZE)) or style.size or paragraph.size or 0
        if size >= _LETTERHEAD:
            flags &= ~RED
    if hidden if hidden is not None else style.vanish != paragraph.vanish:
        flags |= HIDDEN
    if struck if struck is not None else style.strike != paragraph.strike:
        flags |= STRUCK
    if double if double is not None else style.double or paragraph.double:
        flags |= STRUCK
    return flags


def is_red(color: str | None) -> bool:
    """FF0000, C00000 and their neighbours, as palettes offer them."""
    if not color or len(color) != 6:
        return False
    try:
        red, green, blue = bytes.fromhex(color)
    except ValueError:
        return False
    return red >= 0xC0 and green <= 0x40 and blue <= 0x40


def looks_like_heading(paragraph: Element, look: Look, styles: Styles) -> bool:
    """Whether all of a short paragraph's text is bold or in a heading typeface."""
    found = False
    for run in paragraph.iter(R):
        if child(run, T) is None:
            continue
        found = True
        if not _emphatic(child(run, RPR), look, styles):
            return False
    return found


def _emphatic(rpr: Element | None, look: Look, styles: Styles) -> bool:
    if rpr is None:
        return look.emphasis
    bold = toggle(rpr, BOLD)
    if bold:
        return True
    fonts = child(rpr, FONTS)
    font = "" if fonts is None else (fonts.get(EASTASIA) or "").lower()
    if font:
        return heading_font(font)
    if bold is None and styles.run_look(value(rpr, RSTYLE)).emphasis:
        return True
    return look.emphasis and bold is None
