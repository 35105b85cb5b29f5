"""Where patterns occur in a draft, without the occurrences that an exception covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.overlaps import Overlaps
from reportlint.patterns import Match, Pattern


def occurrences(
    draft: Draft, scope: Sequence[Span], patterns: Sequence[Pattern], exceptions: Sequence[Pattern]
) -> Iterator[tuple[int, Match]]:
    """Every occurrence within the scope with the number of its pattern (from 0), pattern by pattern."""
    excepted: Overlaps | None = None
    for number, pattern in enumerate(patterns):
        if pattern not in draft.occurring:
            continue
        for match in pattern.find(draft.searchable, scope):
            if excepted is None:
                excepted = Overlaps(m.span for e in exceptions for m in e.find(draft.searchable))
            if not excepted.touch(match.span):
                yield number, match
