"""Spans of time that are written backwards without 年 and 月: 2025.06.15－2025.06.09, 上午11:00至9:30, 下半年至上半年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.document import Span
from reportlint.lazyre import lazy

_JOIN = r"\s?(?:至|到|—{1,2}|－|-|–|~|～)\s?"
_DOTTED = lazy(
    r"(?P<y1>20\d\d)(?<![\d.]....)(?P<mark>[./-])(?P<m1>\d{1,2})(?P=mark)(?P<d1>\d{1,2})"
    + _JOIN
    + r"(?:(?P<y2>20\d\d)(?P=mark))?(?P<m2>\d{1,2})(?P=mark)(?P<d2>\d{1,2})(?![\d.])"
)
_HALF = lazy(  # within one half of the day, or office hours; a night's watch ends in the morning
    r"(?P<when>上午|下午|工作时间|办公时间|服务时间|开放时间|接待时间|受理时间)[^，。；\n\d]{0,4}(?P<h1>\d{1,2})\Z"
)
_CLOCK = lazy(r"[:：](?P<n1>\d\d)" + _JOIN + r"(?P<h2>\d{1,2})[:：](?P<n2>\d\d)(?!\d)")
_CUES = ("上半年", "上旬", "中旬", "季度")
_FIRST = lazy(r"(?P<first>下半年|[中下]旬|第?[二三四](?:季度)?)(?:至|到|—{1,2}|－|–|~|～)第?\Z")
_BACK = 16
_ORDERS = ("上中下", "一二三四")


def backwards(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """The places of such spans, and whether there is no other reading."""
    start, end = span
    for match in _DOTTED.finditer(text, start, end):
        first = (int(match["y1"]), int(match["m1"]), int(match["d1"]))
        last = (int(match["y2"] or match["y1"]), int(match["m2"]), int(match["d2"]))
        if last < first and (match["y2"] or last[1] == first[1]):
            yield Span(*match.span()), True
    for match in _CLOCK.finditer(text, start, end):
        half = _HALF.search(text, max(start, match.start() - _BACK), match.start())
        if half and _earlier(half, match):
            yield Span(half.start("h1"), match.end()), True
    for cue in _CUES:
        at = text.find(cue, start, end)
        while at >= 0:
            number = at - 1 if cue == "季度" else at
            part = _FIRST.search(text, max(start, number - _BACK), max(start, number))
            if part and _precedes(text[number : at + len(cue)], part["first"]):
                yield Span(part.start(), at + len(cue)), False
            at = text.find(cue, at + 1, end)


def _earlier(half: re.Match[str], end: re.Match[str]) -> bool:
    """Whether a time of day ends before it begins, by every reading: 下午12:30至2:30 and office hours 8:30至5:30 do not."""
    first, last = int(half["h1"]), int(end["h2"])
    if half["when"] == "下午" and first == 12:
        first = 0
    if half["when"] not in ("上午", "下午") and last < 8:
        last += 12
    return (last, int(end["n2"])) < (first, int(end["n1"]))


def _precedes(last: str, first: str) -> bool:
    """Whether a part of a year or month stands before another; 四季度至一季度 is the winter."""
    for order in _ORDERS:
        one, other = (next((order.index(char) for char in part if char in order), -1) for part in (last, first))
        if one >= 0 and other >= 0:
            return one < other and (other - one < 3)
    return False
