"""Which lines of a file belong to the web page or the paper that it was copied from, and not to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportlint.document import Document, Span
from reportlint.lazyre import lazy
from reportlint.skeleton import Skeleton
from reportlint.waiver import inline_waiver

if TYPE_CHECKING:
    from reportlint.rule import RulePack

_SHORT = 80  # code points; no such line is longer
_LONG = 500  # code points; a paragraph in which a web page speaks of itself is no longer
_RUNNING = 20  # code points; a line so long is running text
_PAGE = 150  # code points; no page of a paper holds less
_WORK = lazy(
    r"全年[^。\n]{0,40}\d|专栏|栏目|问题整治|问题已"
)  # what a report tells of its own: 推出“小编为您说法”专栏36期
_ENDS = frozenset("。！？；：!?;:）)”")
_PAGE_LABEL = lazy(r"\s*(?P<number>\d{1,2})、")


def residue_of(document: Document, pack: RulePack, skeleton: Skeleton) -> frozenset[int]:
    """Indices of the blocks that a pack's patterns recognise (浏览量：61), of page numbers in the text, and of waivers.

    ``skeleton`` is the document's.
    """
    text = document.text
    lines = [text[block.start : block.end].strip() for block in document.blocks]
    short = {index: line for index, line in enumerate(lines) if 0 < len(line) <= _SHORT}
    occurring = pack.residue_set.occurring("\n".join(short.values()))
    found = {index for index, line in short.items() if any(p.search(line) for p in occurring) and not _own(line)}
    spoken = pack.residue_paragraph_set.occurring(text, skeleton)
    if spoken:
        longer = [
            (index, line)
            for index, line in enumerate(lines)
            if 0 < len(line) <= _LONG and index not in found and not _own(line)
        ]
        found.update(index for index, line in longer if any(pattern.search(line) for pattern in spoken))
    found.update(_page_numbers(lines))
    found.update(_marks_between(lines, found))
    if "reportlint" in text:  # lines that state waivers are no part of the report either
        marked = ("reportlint", "<!--", "#")
        found |= {n for n, line in enumerate(lines) if line.startswith(marked) and inline_waiver(line) is not None}
    return frozenset(found)


def _own(line: str) -> bool:
    """Whether a sentence tells of the reporter's own work."""
    return line.endswith("。") and _WORK.search(line) is not None


def _page_numbers(lines: Sequence[str]) -> Iterator[int]:
    """A number alone on its line, between two lines of one sentence: where a page of the paper ended."""
    for at in range(1, len(lines) - 1):
        if 0 < len(lines[at]) <= 3 and lines[at].isdecimal():
            before, after = lines[at - 1], lines[at + 1]
            if len(before) >= _RUNNING and before[-1] not in _ENDS and after[:1].isalpha():
                yield at


def _marks_between(lines: Sequence[str], found: set[int]) -> Iterator[int]:
    """A bar or a dash alone on its line, right behind a line of the web page: it divided that from the next."""
    for at in sorted(found):
        if at + 1 < len(lines) and lines[at + 1] in ("|", "｜", "-", "·", "•"):
            yield at + 1


def page_labels(document: Document, residue: frozenset[int]) -> list[Span]:
    """Numbers that a library's web page puts before each page of a paper (1、 and 2、), the later ones within a sentence.

    The first stands before the paper itself, which no heading does; the lines above the others end within a sentence.
    """
    text, found, above = document.text, list[Span](), ""
    for index, block in enumerate(document.blocks):
        line = text[block.start : block.end]
        if index in residue or block.story or not line.strip():
            continue
        label = _PAGE_LABEL.match(line)
        numbered = label is not None and int(label["number"]) == len(found) + 1
        if label and numbered and (not found or (len(above) >= _PAGE and above[-1].isalnum())):
            found.append(Span(block.start + label.start("number"), block.start + label.end()))
        elif not found:
            return []
        above = line.rstrip()
    return found if len(found) > 1 else []
