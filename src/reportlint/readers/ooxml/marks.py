"""Which of the marks met are worth telling: colour means "to be filled in" only where little of the text has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportlint.document import Block, Mark

_COLOURS = ("highlight", "red")
_MOST = 0.3  # a larger share of the text in one colour is the document's look, or a reviewer's, not a to-do
_ENOUGH = 200  # code points; a shorter text has no look to speak of
_HEAD = 8  # the issuing organ's name and the number below it (GB/T 9704-2012, 7.2) are red and stand among these


def worth_telling(text: str, blocks: Sequence[Block], marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in order, without colours that are no sign of unfinished text."""
    if not marks:
        return ()
    ordered = sorted(marks)
    for kind in _COLOURS:
        covered = sum(mark.end - mark.start for mark in ordered if mark.kind == kind)
        if len(text) > _ENOUGH and covered > _MOST * len(text):
            ordered = [mark for mark in ordered if mark.kind != kind]
    starts = [block.start for block in blocks]
    head = [index for index, block in enumerate(blocks) if block.end > block.start][:_HEAD]
    last = head[-1] if head else -1
    return tuple(mark for mark in ordered if mark.kind != "red" or not _is_letterhead(text, blocks, starts, last, mark))


def _is_letterhead(text: str, blocks: Sequence[Block], starts: list[int], last: int, mark: Mark) -> bool:
    """A block wholly red among the first ones, or a story of its own (text box, header): the red head of the paper."""
    index = bisect_right(starts, mark.start) - 1
    block = blocks[index]
    whole = text[block.start : mark.start].strip() == "" and text[mark.end : block.end].strip() == ""
    return whole and (index <= last or bool(block.story))
