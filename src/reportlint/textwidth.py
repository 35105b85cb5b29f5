"""How wide a text is on a terminal, and how to print a stranger's text there safely."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    """One line without control characters: a draft or a file name cannot move the cursor or forge a line."""
    return _CONTROL.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def width(text: str) -> int:
    """Cells on a terminal: two for wide and full-width characters, none for combining ones (Unicode UAX #11).

    Ambiguous characters (“ ” … ·) count as one, as terminals outside East Asian locales draw them.
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def cut(text: str, start: int, end: int, cells: int) -> tuple[str, int, int]:
    """A window of the text, at most so many cells wide, with the place in it; … where something was cut.

    Gives the window and the place's start and end within it (code points).
    """
    if width(text) <= cells:
        return text, start, end
    low, high = start, min(end, start + cells // 2)
    room = cells - width(text[low:high]) - 2
    while room > 0 and (low > 0 or high < len(text)):
        before = low
        if low > 0 and (start - low <= high - end or high >= len(text)):
            low -= 1
            room -= width(text[low])
        elif high < len(text):
            high += 1
            room -= width(text[high - 1])
        if room < 0:
            low, high = (low + 1, high) if low != before else (low, high - 1)
            break
    head, tail = "…" if low > 0 else "", "…" if high < len(text) else ""
    return head + text[low:high] + tail, start - low + len(head), min(end, high) - low + len(head)
