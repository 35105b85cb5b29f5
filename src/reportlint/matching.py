"""All matches of a compiled RE2 pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_BEHIND = 12  # bytes, four characters


def matches(program: Any, data: bytes, at: int, end: int, marked: int) -> Iterator[Any]:
    """All matches that are not empty; ``marked`` is the number of the group that marks the place, 0 for none.

    What stands behind the place that a pattern marks may stand before the next one (环保局、安监局、质监局), so the search
    goes on from there; where much stands behind it, from the end of the match: else a long line would take no linear time.
    """
    while at <= end and (match := program.search(data, at, end)):
        found = match.end(marked)
        behind = match.end() - found
        at = found if found > match.start() and behind <= _BEHIND else match.end()
        if match.end() > match.start():
            yield match
        else:
            at += 1
