"""From the text as it was read to the text that rules match.

Only two things are done, because each costs time on every draft and must lead back to the original character:
one-to-one replacements (full-width letters and digits, odd spaces, the space between thousands, look-alike radicals
that PDF copies contain), which keep every offset, and the removal of invisible characters and of line breaks within hard-wrapped paragraphs, whose
places are remembered. Punctuation is left alone: the rules' patterns accept both widths (see
:mod:`reportlint.patterns`), since folding it costs more than all the matching.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from reportlint.document import Block, Document, Mark, Notice
from reportlint.lazyre import HAN, lazy
from reportlint.record import replace

_SPACES = "\u3000\u00a0\u2002\u2003\u2009\u202f\u2007"
_INVISIBLE_CLASS = "\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f"
_INVISIBLE = lazy(f"[{_INVISIBLE_CLASS}]")
# one search decides whether the dearer table is needed at all
_RARE = lazy(f"[{_INVISIBLE_CLASS}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2f00-\u2fd5\u2e80-\u2eff\uf900-\ufaff]")

# 1 286件, 12 345.6万元: GB/T 15835 lets a space stand between thousands. Only within a clause or alone in a cell: columns
# held apart by spaces (45 144), a number of a list (1 200件) and a broken year (2 025年) are something else
_IN_CLAUSE = rf"(?:(?<=[^\s\dA-Za-z.·．∙|])|(?<={HAN} ))[1-9]\d{{0,2}}(?: \d{{3}})+(?!\d)(?=(?:\.\d+)? ?[^\s\dA-Za-z.年月日时号])"
_IN_CELL = r"(?<=[\t|])[ ]?[-+－]?[1-9]\d{0,2}(?: \d{3})+(?=(?:\.\d+)?[%％]?[ ]?(?:[\t|\n]|\Z))"
_THOUSANDS = lazy(f"{_IN_CLAUSE}|{_IN_CELL}")
_SPACED = lazy(r"\d \d{3}(?!\d)")


def _folding_table() -> dict[int, str]:
    ranges = (
        (0xFF10, 0xFF1A),
        (0xFF21, 0xFF3B),
        (0xFF41, 0xFF5B),
        (0x2F00, 0x2FD6),
        (0x2E80, 0x2F00),
        (0xF900, 0xFB00),
    )
    table = {}
    for start, stop in ranges:
        for code in range(start, stop):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = plain
    return table


def fold(document: Document) -> Document:
    """The same document with ``text`` folded for matching and ``source`` as it was read.

    Readers give ``text`` only; blocks, marks and notices are moved along with what is taken out.
    """
    folded = _fold(document)
    if not _SPACED.search(folded.text):
        return folded
    return replace(folded, text=_THOUSANDS.sub(_with_commas, folded.text))


def _fold(document: Document) -> Document:
    source = document.text
    text = source
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    if not document.wraps and (text.isascii() or not _RARE.search(text)):
        return replace(document, text=text, source=source)
    text = text.translate(_folding_table())
    if document.wraps or _INVISIBLE.search(text):
        return _without_invisible(document, text)
    return replace(document, text=text, source=source)


def _with_commas(number: re.Match[str]) -> str:
    digits = number.group()
    lead = len(digits) - len(digits.lstrip())
    return digits[:lead] + digits[lead:].replace(" ", ",")


def _without_invisible(document: Document, text: str) -> Document:
    gone = sorted({*document.wraps, *(match.start() for match in _INVISIBLE.finditer(text))})

    def moved(offset: int) -> int:
        return offset - bisect_left(gone, offset)

    return replace(
        document,
        text="".join(text[a + 1 : b] for a, b in pairwise([-1, *gone, len(text)])),
        source=document.text,
        wraps=(),
        removed=tuple(moved(offset) for offset in gone),
        blocks=tuple(_move_block(block, moved) for block in document.blocks),
        marks=tuple(Mark(moved(mark.start), moved(mark.end), mark.kind) for mark in document.marks),
        notices=tuple(Notice(moved(note.start), note.kind, note.message) for note in document.notices),
    )


def _move_block(block: Block, moved: Callable[[int], int]) -> Block:
    start = moved(block.start)
    cells = tuple(cell._replace(start=moved(block.start + cell.start) - start) for cell in block.cells)
    return block._replace(start=start, end=moved(block.end), cells=cells)
