"""Labels of another level than their neighbours: 五、 between （四） and （六）, （三） between 二、 and 四、.

One label is wrong, and three numbers seem to be: it breaks its own level, and leaves a gap in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.headings import LabelKind
from reportlint.outline import Heading
from reportlint.record import replace

_LEVELS: tuple[tuple[LabelKind, LabelKind], ...] = (("han", "han-paren"), ("arabic", "arabic-paren"))


def wrong_levels(headings: Sequence[Heading]) -> Iterator[tuple[int, Heading]]:
    """The position of each such heading, and the heading as it should be."""
    for pair in _LEVELS:
        both = [at for at, heading in enumerate(headings) if heading.kind in pair]
        latest: dict[LabelKind, int] = {}
        for before, at, after in zip(both, both[1:], both[2:], strict=False):
            latest[headings[before].kind] = headings[before].number
            found = _meant(headings, before, at, after)
            if found and latest.get(headings[at].kind, 0) != found.number - 1:
                yield at, found


def _meant(headings: Sequence[Heading], before: int, at: int, after: int) -> Heading | None:
    """The heading with its neighbours' kind, where these are of the other kind and leave out its number alone."""
    last, heading, following = headings[before], headings[at], headings[after]
    if last.kind != following.kind or last.kind == heading.kind or heading.number < 2:
        return None
    if (last.number, following.number) != (heading.number - 1, heading.number + 1):
        return None
    return replace(heading, kind=last.kind, parent=last.parent)
