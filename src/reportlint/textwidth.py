"""How wide a text is on a terminal, and how to show a stranger's text there, in a log or in a table safely."""

from __future__ import annotations

import unicodedata

from reportlint.lazyre import lazy

_CONTROL = lazy(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_COMMAND = lazy(r"^((?:\s|\x1b\[\d+m)*):(?=:)|#(?=#\[)")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def printable(text: str) -> str:
    """One line without control characters: a draft or a file name cannot move the cursor or forge a line.

    What is left can be written as UTF-8 and as XML 1.0; the length stays the same, so that places still fit.
    """
    return _CONTROL.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def inert_line(line: str) -> str:
    """A line of a log that no GitHub runner takes for a command: ``::error::`` at its start, ``##[error]`` anywhere."""
    return _COMMAND.sub("\\1\ufffd", line) if "::" in line or "##[" in line else line


def inert_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: it gets an apostrophe before it."""
    risky = text.lstrip().startswith(_FORMULA) or text.startswith(("\t", "\r"))
    return ("'" if risky else "") + printable(text)


def width(text: str) -> int:
    """Cells on a terminal: two for wide and full-width characters, none for combining ones (Unicode UAX #11).

    Ambiguous characters (“ ” … ·) count as one, as terminals outside East Asian locales draw them.
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, start: int, end: int, cells: int) -> tuple[str, int, int]:
    """A window of the text, at most so many cells wide, with the place in it; … where something was cut.

    Gives the window and the place's start and end within it (code points).
    """
    if width(text) <= cells:
        return text, start, end
    low, room = start, cells - 2  # one cell for each …
    high = low
    while high < end and high < len(text) and (high == low or width(text[low : high + 1]) <= room // 2):
        high += 1  # a long place is shown by its beginning, with some of what stands before it
    room -= width(text[low:high])
    while low > 0 or high < len(text):
        back = low > 0 and (high >= len(text) or start - low <= high - end)
        room -= _cells(text[low - 1 if back else high])
        if room < 0:
            break
        low, high = (low - 1, high) if back else (low, high + 1)
    head, tail = "…" if low > 0 else "", "…" if high < len(text) else ""
    return head + text[low:high] + tail, start - low + len(head), min(end, high) - low + len(head)
