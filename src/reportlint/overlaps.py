"""Whether a place touches one of many: asked for each of a draft's findings, so that no answer may walk over them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from reportlint.document import Span


class Overlaps:
    """Spans, so kept that a look-up takes no walk over all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))  # the furthest of those begun

    def touch(self, span: Span) -> bool:
        """Whether any of them shares a character with the span."""
        begun = bisect_left(self._starts, span.end)
        return begun > 0 and self._ends[begun - 1] > span.start
