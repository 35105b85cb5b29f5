"""Characters of symbol fonts, by their place there: boxes, ticks and circled numbers become the characters that mean them.

They stand in ``w:sym``, or in plain text set in such a font: R in Wingdings 2 is a ticked box, and many a form is filled
in that way.
"""

from __future__ import annotations

from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element

_SHOWN: dict[str, dict[int, str]] = {
    "wingdings": {
        0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0xFC: "✓", 0xFB: "✗", 0x6C: "●", 0x6E: "■", 0x75: "◆",
        0x76: "❖", 0xA7: "▪", 0x9F: "•", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xAB: "★", 0xB2: "☆", 0x28: "☎", 0x2A: "✉", 0x46: "☞",
        **{0x81 + number: chr(0x2460 + number) for number in range(10)},
        **{0x8C + number: chr(0x2776 + number) for number in range(10)},
    },
    "wingdings 2": {
        0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□", 0x50: "✓", 0x4F: "✗", 0x55: "☒",
        **{0x6A + number: chr(0x2460 + number) for number in range(10)},
    },
    "symbol": {
        0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xB7: "•", 0xA5: "∞", 0xAE: "→",
        0xA2: "′", 0xB2: "″", 0x6D: "μ",
    },
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The character to write; one without a known meaning stays where symbol fonts have it (private use)."""
    try:
        value = int(code, 16)
        known = _SHOWN.get(font.lower(), {}).get(value & 0xFF) if value < 0x100 or value >> 8 == 0xF0 else None
        return known or ("" if value < 32 or 0xD800 <= value < 0xE000 else chr(value))
    except (ValueError, OverflowError):
        return ""


def is_symbol_font(font: str | None) -> bool:
    """Whether letters set in a font show as other signs."""
    return font is not None and font.lower().startswith("wingdings")


def font_of(run: Element) -> str:
    """The font that a run states for letters; empty if it states none."""
    fonts = n.child(n.child(run, n.RPR), n.FONTS)
    return "" if fonts is None else fonts.get(n.ASCII) or ""


def in_font(text: str, run: Element) -> str:
    """The text of a run as its font shows it, character for character; Chinese ones keep their own font."""
    font = font_of(run)
    if not is_symbol_font(font):
        return text
    known = _SHOWN.get(font.lower(), {})
    return "".join(known.get(_place(char), char) for char in text)


def _place(char: str) -> int:
    code = ord(char)
    return code & 0xFF if code >> 8 == 0xF0 else code
