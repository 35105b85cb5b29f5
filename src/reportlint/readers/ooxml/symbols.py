"""``w:sym``: a character of a symbol font, by its place there. Boxes and ticks become the characters that mean them."""

from __future__ import annotations

_SHOWN: dict[str, dict[int, str]] = {
    "wingdings": {0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0xFC: "✓", 0xFB: "✗", 0x6C: "●", 0x6E: "■"},
    "wingdings 2": {0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□", 0x50: "✓", 0x4F: "✗"},
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The character to write; one without a known meaning stays where symbol fonts have it (private use)."""
    try:
        value = int(code, 16)
        known = _SHOWN.get(font.lower(), {}).get(value & 0xFF)
        return known or ("" if value < 32 or 0xD800 <= value < 0xE000 else chr(value))
    except (ValueError, OverflowError):
        return ""
