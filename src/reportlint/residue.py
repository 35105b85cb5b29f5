"""Which lines of a file belong to the web page or the paper that it was copied from, and not to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Document
from reportlint.patternset import PatternSet
from reportlint.waiver import inline_waiver

_SHORT = 80  # code points; no such line is longer
_RUNNING = 20  # code points; a line so long is running text
_ENDS = frozenset("。！？；：!?;:）)”")


def residue_of(document: Document, patterns: PatternSet) -> frozenset[int]:
    """Indices of the blocks that the patterns recognise (浏览量：61), of page numbers in the text, and of waivers."""
    text = document.text
    lines = [text[block.start : block.end].strip() for block in document.blocks]
    short = {index: line for index, line in enumerate(lines) if 0 < len(line) <= _SHORT}
    occurring = patterns.occurring("\n".join(short.values()))
    found = {index for index, line in short.items() if any(pattern.search(line) for pattern in occurring)}
    found.update(_page_numbers(lines))
    if "reportlint" in text:  # lines that state waivers are no part of the report either
        marked = ("reportlint", "<!--", "#")
        found |= {n for n, line in enumerate(lines) if line.startswith(marked) and inline_waiver(line) is not None}
    return frozenset(found)


def _page_numbers(lines: Sequence[str]) -> Iterator[int]:
    """A number alone on its line, between two lines of one sentence: where a page of the paper ended."""
    for at in range(1, len(lines) - 1):
        if 0 < len(lines[at]) <= 3 and lines[at].isdecimal():
            before, after = lines[at - 1], lines[at + 1]
            if len(before) >= _RUNNING and before[-1] not in _ENDS and after[:1].isalpha():
                yield at
