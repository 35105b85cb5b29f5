"""One file, several reports: 第一篇：… 第二篇：…, or a second title line; each becomes a document of its own.

Every document keeps the file's own line numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reportlint.document import Block, Document, Mark, Notice
from reportlint.record import replace
from reportlint.samplemarks import is_numbered, undressed
from reportlint.titlelines import is_title

_SHORTEST = 200  # code points; a second title this soon after the first is the title printed twice
_AGAIN = 1000  # code points; so far below a library's page prints the same title again


def split_reports(document: Document) -> tuple[Document, ...]:
    """The reports that a file holds, in order; a file with one report gives that one."""
    starts = _starts(document)
    if len(starts) < 2:
        return (document,)
    edges = [0, *(document.blocks[index].start for index in starts[1:]), len(document.text)]
    return tuple(_slice(document, start, end) for start, end in pairwise(edges))


def _starts(document: Document) -> list[int]:
    """Indices of the blocks that begin a report."""
    found: list[int] = []
    numbered = 0
    for index, block in enumerate(document.blocks):
        length = block.end - block.start
        if block.story or block.kind == "row" or not 2 <= length <= 90:
            continue
        line = document.text[block.start : block.end]
        if (
            "篇" not in line
            and "范文" not in line
            and not ("报告" in line or "情况" in line or "总结" in line or "汇报" in line)
        ):
            continue
        if is_numbered(line) and "。" not in line and not _in_contents(document, index):
            numbered += 1
            found.append(index)
        elif not numbered and is_title(line) and (not found or _further(document, found[-1], index)):
            found.append(index)
    return [index for at, index in enumerate(found) if _has_text(document, index, found[at + 1 : at + 2])]


def _further(document: Document, index: int, later: int) -> bool:
    """Whether a second title is another report's: not so near as the title printed twice is."""
    first, second = document.blocks[index], document.blocks[later]
    same = undressed(document.text[first.start : first.end].strip()) == undressed(
        document.text[second.start : second.end].strip()
    )
    return second.start - first.start > (_AGAIN if same else _SHORTEST)


def _has_text(document: Document, index: int, following: list[int]) -> bool:
    """Whether a sentence stands below: a line left over, with no more than a sign-off and the file's footnotes, is no report."""
    below = document.blocks[index + 1 : following[0] if following else None]
    return any(document.text.find("。", block.start, block.end) >= 0 for block in below if not block.story)


def _in_contents(document: Document, index: int) -> bool:
    """Whether the next line is such a title too: then this is a list of the papers, not the start of one."""
    following = document.blocks[index + 1 : index + 2]
    return any(is_numbered(document.text[block.start : block.end]) for block in following)


def _slice(document: Document, start: int, end: int) -> Document:
    source_start, source_end = (
        document.in_source(start),
        document.in_source(end) if end < len(document.text) else len(document.source),
    )
    low, high = bisect_left(document.removed, start), bisect_left(document.removed, end)
    moved = replace(
        document,
        text=document.text[start:end],
        source=document.source[source_start:source_end],
        first_line=document.position(source_start).line,
        removed=tuple(offset - start for offset in document.removed[low:high]),
        blocks=tuple(_move(block, start) for block in document.blocks if start <= block.start < max(end, start + 1)),
        marks=tuple(Mark(m.start - start, m.end - start, m.kind) for m in document.marks if start <= m.start < end),
        notices=tuple(Notice(n.start - start, n.kind, n.message) for n in document.notices if start <= n.start < end),
    )
    return moved


def _move(block: Block, start: int) -> Block:
    return block._replace(start=block.start - start, end=block.end - start)
