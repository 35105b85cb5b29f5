"""The text without the spaces that some drafts set beside every figure (普法 12 场, 2026 年): to tell what it speaks of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reportlint.document import Span
from reportlint.lazyre import HAN, lazy
from reportlint.patterns import Match, Pattern, Searchable
from reportlint.skeleton import Skeleton

_GAP = lazy(rf" (?:(?<=\d )(?={HAN})|(?<={HAN} )(?=\d))")


class ClosedUp:
    """A text closed up, in which patterns find places of the text itself."""

    def __init__(self, searchable: Searchable) -> None:
        self._gone = [match.start() for match in _GAP.finditer(searchable.text)]
        self._before = [at - number for number, at in enumerate(self._gone)]
        self._searchable = Searchable(_GAP.sub("", searchable.text)) if self._gone else searchable

    @property
    def text(self) -> str:
        """The text without the spaces."""
        return self._searchable.text

    @property
    def skeleton(self) -> Skeleton:
        """The same from afar; that of the draft itself, where no space is left out."""
        return self._searchable.skeleton

    def find(self, pattern: Pattern, spans: Sequence[Span]) -> Iterator[Match]:
        """The pattern's occurrences within spans of the text as it stands, with their places in it."""
        if not self._gone:
            yield from pattern.find(self._searchable, spans)
            return
        within = tuple(Span(self._closed(span.start), self._closed(span.end)) for span in spans)
        for match in pattern.find(self._searchable, within):
            yield match._replace(span=Span(self._opened(match.span.start), self._opened(match.span.end)))

    def _closed(self, offset: int) -> int:
        return offset - bisect_left(self._gone, offset)

    def _opened(self, offset: int) -> int:
        return offset + bisect_right(self._before, offset)
