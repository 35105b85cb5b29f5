"""``blank-figure``: a measure word without its number: 审查合同-份, 培训○期, 挽回损失余万元."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.blankcells import find_blank_cells
from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.record import record

_SHOWN = 8  # code points before the place that a message shows


@record
class BlankFigureCheck:
    """Places where a figure belongs and a sign, a word of the drafter's or nothing stands."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the places are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a place."""
        for blank in draft.blanks:
            if any(span.start <= blank.start < span.end for span in scope):
                start = max(draft.clause(blank.start).start, blank.start - _SHOWN)
                shown = " ".join(draft.text[start : blank.end].split())
                message = (
                    f"“{shown}”里应当填数的地方只有“{blank.sign}”，请填入实际数"
                    if blank.sign
                    else f"“{shown}”里漏填了数，请补上"
                )
                yield Problem(Span(blank.start, blank.end), message)
        yield from _cells(draft, scope)


def _cells(draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
    """One problem a cell of a table; those that hold masks are said of as such."""
    for cell in find_blank_cells(draft.text):
        if any(mask.start < cell.end and cell.start < mask.end for mask in draft.masks):
            continue
        if any(span.start <= cell.start < span.end for span in scope):
            message = f"“{cell.label}”一行里应当填数的格子只有“{cell.sign}”，请填入实际数"
            yield Problem(Span(cell.start, cell.end), message, "certain" if cell.sure else "suspected")
