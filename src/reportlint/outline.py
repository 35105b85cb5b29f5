"""The outline: which lines are headings, at what level, and what stands under each.

Official reports number their headings by a fixed grammar (GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. then （1）),
typed by hand or made by Word; most have no heading styles at all, and two thirds of the second-level headings run into
their body (（一）压实责任。正文…). So the label decides first, a level that the format states second, and looks last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from reportlint.document import Document, Span
from reportlint.headings import Found, LabelKind, find_headings
from reportlint.plainheadings import plain_headings
from reportlint.record import described, record


@record
class Heading:
    """One heading or lead.

    ``depth`` counts from 1 (the outermost level that the report uses); ``number`` is the label's value, 0 without one.
    ``span`` covers the title without its label, ``label`` the label (empty if there is none). ``end`` is where what
    belongs to it ends. ``run_in`` says that body text follows the title in the same paragraph.
    """

    kind: LabelKind
    depth: int
    number: int
    label: Span
    span: Span
    start: int
    end: int
    block: int
    run_in: bool
    title: str
    parent: int = -1
    stated: int = described(default=0, compare=False)

    @property
    def shown(self) -> str:
        """The title as it is cited in a message, shortened."""
        return self.title if len(self.title) <= 24 else self.title[:23] + "…"


@record
class Outline:
    """The headings of a document in order, each knowing its parent (an index, -1 for none) and where it ends."""

    headings: tuple[Heading, ...]

    def path(self, offset: int) -> tuple[Heading, ...]:
        """The headings that a place stands under, outermost first."""
        found: list[Heading] = []
        at = bisect_right(self._starts, offset) - 1
        while at >= 0:
            heading = self.headings[at]
            if offset < heading.end:
                found.append(heading)
            at = heading.parent
        return tuple(reversed(found))

    @cached_property
    def _starts(self) -> list[int]:
        return [heading.start for heading in self.headings]

    @cached_property
    def own_line(self) -> tuple[Heading, ...]:
        """The headings that are not leads within a paragraph."""
        return tuple(heading for heading in self.headings if heading.kind != "lead")

    def children(self, index: int) -> Iterator[Heading]:
        """The direct children of the heading with this index."""
        return (heading for heading in self.headings if heading.parent == index)


def read_outline(document: Document, skip: frozenset[int] = frozenset(), end: int | None = None) -> Outline:
    """The outline of a document without the blocks to skip (its title); a text without headings gives an empty one.

    ``end`` is where the last chapter ends: where the sign-off begins.
    """
    found = list(find_headings(document, skip))
    if not any(item.kind in ("chapter", "section", "han", "none") for item in found):
        plain = list(plain_headings(document, skip))
        if len(plain) > 1:
            found = sorted([*found, *plain], key=lambda item: item.label.start)
    return Outline(tuple(_nested(document, found, end)))


_RANK: dict[LabelKind, int] = {
    "chapter": 1, "section": 2, "han": 3, "han-paren": 4, "arabic": 5, "arabic-paren": 6, "circled": 7, "lead": 8, "none": 0,
}  # fmt: skip


def _nested(document: Document, found: list[Found], end: int | None) -> Iterator[Heading]:
    levels: dict[int, int] = {}  # the ranks of the levels that the format states, by the first label of each
    for item in found:
        if item.kind != "none" and item.stated:
            levels.setdefault(item.stated, _RANK[item.kind] * 10)
    ranks = [_rank(item, levels) for item in found]
    stack: list[tuple[int, int]] = []  # (rank, index)
    ends = _ends(document, found, ranks, end)
    for at, item in enumerate(found):
        while stack and stack[-1][0] >= ranks[at]:
            stack.pop()
        parent = stack[-1][1] if stack else -1
        stack.append((ranks[at], at))
        title = document.text[item.span.start : item.span.end].strip()
        yield Heading(
            item.kind, len(stack), item.number, item.label, item.span, item.label.start, ends[at], item.block,
            item.run_in, title, parent, item.stated,
        )  # fmt: skip


def _rank(item: Found, levels: Mapping[int, int]) -> int:
    """How far in a heading stands: by its label; a heading without one by the level the format states for it."""
    if item.kind != "none":
        return _RANK[item.kind] * 10
    return levels.get(item.stated, 1 + item.stated)


def _ends(document: Document, found: list[Found], ranks: list[int], end: int | None) -> list[int]:
    ends = [0] * len(found)
    body_end = next((block.start for block in document.blocks if block.story and block.story != "文本框"), None)
    last = len(document.text) if body_end is None else body_end
    if end is not None and found and found[-1].span.end <= end < last:
        last = end
    open_items: list[int] = []
    for at, item in enumerate(found):
        start = item.label.start
        while open_items and (
            ranks[open_items[-1]] >= ranks[at]
            or (found[open_items[-1]].kind == "lead" and found[open_items[-1]].block != item.block)
        ):
            ends[open_items.pop()] = start
        open_items.append(at)
    for at in open_items:
        ends[at] = last
    for at, item in enumerate(found):
        if item.kind == "lead":
            ends[at] = min(ends[at], document.blocks[item.block].end)
    return ends
