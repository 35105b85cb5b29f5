"""What is written inside a title or a short quotation: it is a name and counts nothing (《一号文件》, “一网通办”, "八五")."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.lazyre import lazy

_NAMES = lazy("《[^《》\n]{1,80}》|“[^“”\n]{1,14}”|‘[^‘’\n]{1,14}’|「[^「」\n]{1,14}」")
_STRAIGHT = lazy('"[^"\n]*"')  # paired in order along the line: a long one is no name, nor is what stands behind it
_SHORT = 16  # code points, marks included
_TITLE = 80  # code points of a title before the place asked for


def name_edges(text: str) -> list[int]:
    """Where names begin and end, in order: a place with an odd count of edges before it lies inside one."""
    edges = [edge for match in _NAMES.finditer(text) for edge in match.span()]
    if '"' not in text:
        return edges
    straight = (match.span() for match in _STRAIGHT.finditer(text) if 2 < len(match[0]) <= _SHORT)
    alone = (span for span in straight if bisect_right(edges, span[0]) == bisect_right(edges, span[1]))
    outside = (edge for span in alone if not bisect_right(edges, span[0]) & 1 for edge in span)
    return sorted([*edges, *outside])


def inside_title(text: str, at: int) -> bool:
    """Whether the place stands within 《…》: an offset of code points, 0-based."""
    opened = text.rfind("《", max(0, at - _TITLE), at)
    return opened >= 0 and "》" not in text[opened:at]
