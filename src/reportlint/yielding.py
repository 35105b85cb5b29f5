"""One slip, one finding: a rule that yields to others is silent where one of them speaks of the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlint.document import Span
from reportlint.finding import Finding
from reportlint.named import NamedTuple
from reportlint.rule import Rule


class Seen(NamedTuple):
    """A finding, the rule it is of and the place in the draft's text."""

    rule: Rule
    span: Span
    finding: Finding


def without_yielding(seen: Sequence[Seen]) -> Iterator[Finding]:
    """The findings that stay."""
    taken: dict[str, _Places] = {}
    for rule, span, finding in seen:
        if rule.yields_to:
            places = taken.get(rule.id) or _Places(one.span for one in seen if any(map(one.rule.named, rule.yields_to)))
            taken[rule.id] = places
            if places.overlap(span):
                continue
        yield finding


class _Places:
    """Spans, so kept that a look-up takes no walk over all of them."""

    def __init__(self, spans: Iterator[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))  # the furthest of those begun

    def overlap(self, span: Span) -> bool:
        begun = bisect_left(self._starts, span.end)
        return begun > 0 and self._ends[begun - 1] > span.start
