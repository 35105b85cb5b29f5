"""Cutting runs so that a boundary between two characters becomes a boundary between two runs; nothing is seen of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy

from reportlint.readers.ooxml import Segment
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.textnode import visible

TRANSPARENT = frozenset(
    (n.w("hyperlink"), n.INS, n.MOVETO, n.SDT, n.w("sdtContent"), n.w("smartTag"), n.w("customXml"), n.FLDSIMPLE,
     n.w("dir"), n.w("bdo"))
)  # fmt: skip
"""Elements in which marks may stand between runs, as they may in the paragraph itself."""

_CLOSED = frozenset((n.w("text"), n.w("date"), n.w("dropDownList"), n.w("comboBox"), n.w("picture"), n.BOX14))


def carrier(segment: Segment) -> Element:
    """The outermost element that holds the segment and between whose like a mark may stand: nearly always its run.

    A formula, a phonetic guide, and a content control that is not for rich text hold their text as a whole.
    """
    found = segment.node if segment.run is None else segment.run
    above = found.getparent()
    while above is not None and above is not segment.paragraph:
        if above.tag not in TRANSPARENT or _closed(above):
            found = above
        above = above.getparent()
    return found


def divisible(segment: Segment) -> bool:
    """Whether its run may be cut: the run stands in the open and the text directly in it."""
    run = segment.run
    return run is not None and segment.node.getparent() is run and carrier(segment) is run


def _closed(element: Element) -> bool:
    """A content control for plain text, a date, a choice, a tick: marks within are dropped by Word."""
    if element.tag != n.SDT:
        return False
    properties = n.child(element, n.SDTPR)
    return properties is not None and any(item.tag in _CLOSED for item in properties)


def overlapping(segments: Sequence[Segment], start: int, end: int) -> Sequence[Segment]:
    """The segments that share a character with a stretch; ``segments`` in order."""
    first = max(0, bisect_right(segments, start, key=_start) - 1)
    if segments and segments[first].start + segments[first].length <= start:
        first += 1
    last = bisect_right(segments, end - 1, key=_start)
    return segments[first:last]


def _start(segment: Segment) -> int:
    return segment.start


def cut(segments: Sequence[Segment], offsets: Iterable[int]) -> set[str]:
    """Cut runs at offsets of the text; gives the parts that were changed. Segments are out of date afterwards.

    From right to left: what is left of a cut keeps its elements.
    """
    changed = set()
    for offset in sorted(set(offsets), reverse=True):
        index = bisect_right(segments, offset, key=_start) - 1
        for at in (index, index - 1):  # the run that begins here, the one that ends here
            if 0 <= at < len(segments) and _holds(segments[at], offset) and divisible(segments[at]):
                segment = segments[at]
                if _cut_run(segment, offset - segment.start):
                    changed.add(segment.part)
    return changed


def _holds(segment: Segment, offset: int) -> bool:
    return segment.start <= offset <= segment.start + segment.length


def _cut_run(segment: Segment, at: int) -> bool:
    """Cut a run before the segment's character ``at`` (behind the last one: after its element)."""
    run, node = segment.run, segment.node
    if run is None:
        return False
    if 0 < at < segment.length:
        if node.tag != n.T:
            return False
        following = deepcopy(node)
        text = visible(node)  # space that is not shown must not begin to show
        _set_text(node, text[:at])
        _set_text(following, text[at:])
        following.tail = node.tail
        node.tail = None
        node.addnext(following)
        node = following
    elif at:
        after = node.getnext()
        if after is None:
            return False
        node = after
    if all(item.tag == n.RPR for item in node.itersiblings(preceding=True)):
        return False
    _move_out(run, node)
    return True


def _move_out(run: Element, first: Element) -> None:
    """Everything from ``first`` on into a run of its own behind, which looks the same."""
    right = run.makeelement(run.tag)
    for name, value in run.attrib.items():
        right.set(name, value)
    look = n.child(run, n.RPR)
    if look is not None:
        right.append(deepcopy(look))
    for item in [first, *first.itersiblings()]:
        right.append(item)
    right.tail = run.tail
    run.tail = None
    run.addnext(right)


def _set_text(node: Element, text: str) -> None:
    node.text = text
    node.set(n.SPACE, "preserve")
