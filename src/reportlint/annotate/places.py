"""Where a comment can stand for a stretch of text: comments exist in the body alone, and not in its text boxes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportlint.annotate.package_writer import OpenPackage
from reportlint.annotate.splitting import carrier, overlapping
from reportlint.document import Block, Document
from reportlint.named import NamedTuple
from reportlint.readers.ooxml import Segment
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.record import record

_NOTES = {n.w("footnote"): n.FOOTNOTEREF, n.w("endnote"): n.ENDNOTEREF}
_MARGINS = (n.w("headerReference"), n.w("footerReference"))


class Place(NamedTuple):
    """The elements before and behind which the marks go; a paragraph stands for all that is in it.

    ``exact`` is false where the comment stands for something elsewhere, so that its text must say where.
    """

    first: Element
    last: Element
    exact: bool


@record
class Places:
    """Finds places in one document."""

    package: OpenPackage
    document: Document
    segments: Sequence[Segment]
    main: str

    def cuts(self, start: int, end: int) -> tuple[int, ...]:
        """The offsets at which runs have to be cut for the stretch; none if no comment can stand there exactly."""
        found = self._commentable(start, end)
        if not found:
            return ()
        return max(start, found[0].start), min(end, found[-1].start + found[-1].length)

    def find(self, start: int, end: int) -> Place | None:
        """The place for a stretch, after the cuts."""
        found = self._commentable(start, end)
        if found:
            return Place(carrier(found[0]), carrier(found[-1]), True)
        segment = self._nearest(start, end)
        if segment is None:
            return self._last_paragraph()
        if segment.part != self.main:
            return self._outside(segment)
        host = _host(segment)
        if host is not None:
            return Place(host, host, False)
        return Place(carrier(segment), carrier(segment), False)

    def _commentable(self, start: int, end: int) -> Sequence[Segment]:
        """The first stretch of segments that share a character with this one and may carry a comment."""
        found = overlapping(self.segments, start, end)
        if not found or not self._in_body(found[0]):
            return ()
        stop = next((at for at, item in enumerate(found) if not self._in_body(item)), len(found))
        return found[:stop]

    def _in_body(self, segment: Segment) -> bool:
        return segment.part == self.main and _host(segment) is None

    def _nearest(self, start: int, end: int) -> Segment | None:
        """The segment for what no element carries (a number that Word makes, the gap between cells): in its block if possible."""
        touched = overlapping(self.segments, start, end)
        if touched:
            return touched[0]
        at = bisect_right(self.segments, start, key=lambda segment: segment.start)
        block = block_of(self.document, start)
        around = [self.segments[index] for index in (at, at - 1) if 0 <= index < len(self.segments)]
        inside = [
            item
            for item in around
            if block is not None and block.start <= folded(self.document, item.start) < max(block.end, block.start + 1)
        ]
        return next(iter(inside or around[::-1]), None)

    def _outside(self, segment: Segment) -> Place | None:
        """The body's own mention of a note, header or footer."""
        root = self.package.root(self.main)
        if root is None:
            return None
        for above in segment.paragraph.iterancestors():
            reference = _NOTES.get(str(above.tag))
            if reference is None:
                continue
            for item in root.iter(reference):
                run = item.getparent()
                if item.get(n.ID) == above.get(n.ID) and run is not None and run.tag == n.R and not in_box(run):
                    return Place(run, run, False)
        return self._margin(root, segment.part) or self._last_paragraph()

    def _margin(self, root: Element, part: str) -> Place | None:
        """The paragraph that ends the section with this header or footer; the last section has none of its own."""
        ids = {key for key, relation in self.package.relationships(self.main).items() if relation.target == part}
        for section in root.iter(n.SECTPR):
            if any(item.get(n.REL_ID) in ids for item in section if item.tag in _MARGINS):
                paragraph = next(section.iterancestors(n.P), None)
                return None if paragraph is None else Place(paragraph, paragraph, False)
        return None

    def _last_paragraph(self) -> Place | None:
        root = self.package.root(self.main)
        body = n.child(root, n.BODY)
        if body is None:
            return None
        paragraphs = [item for item in body.iter(n.P) if not in_box(item)]
        return Place(paragraphs[-1], paragraphs[-1], False) if paragraphs else None


def folded(document: Document, offset: int) -> int:
    """The offset in the folded text of an offset of the source."""
    low, high = 0, len(document.removed)
    while low < high:
        middle = (low + high) // 2
        if document.removed[middle] + middle < offset:
            low = middle + 1
        else:
            high = middle
    return offset - low


def block_of(document: Document, offset: int) -> Block | None:
    """The block at an offset of the source."""
    return document.block_at(folded(document, offset))


def in_box(element: Element) -> bool:
    """Whether an element is part of a text box."""
    return next(element.iterancestors(n.BOX), None) is not None


def _host(segment: Segment) -> Element | None:
    """The run of the body that holds the text box in which a segment stands; None for what is in no box."""
    boxes = list(segment.paragraph.iterancestors(n.BOX))
    if not boxes:
        return None
    above = boxes[-1]
    run = next(above.iterancestors(n.R), None)
    return next(above.iterancestors(n.P), None) if run is None else run
