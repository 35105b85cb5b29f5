"""``headings-only``: a chapter that is nothing but headings; each of its sub-headings has no text of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.tellingtitles import is_statement

_SAYS = lazy(r"[^\s。，、；：:….．\-—_]")


@record
class HeadingsOnlyCheck:
    """First-level chapters with at least two sub-headings and no sentence below any of them."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the outline is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a chapter."""
        headings = draft.outline.headings
        for index, heading in enumerate(headings):
            if heading.kind not in ("chapter", "han") or not any(s.start <= heading.start < s.end for s in scope):
                continue
            inside = range(index + 1, bisect_left(headings, heading.end, key=lambda other: other.start))
            if len(inside) >= 2 and not _says_anything(draft, heading, inside):
                label = draft.text[heading.label.start : heading.label.end].strip()
                message = f"“{label}{heading.shown}”下面只有小标题，没有内容，请补写"
                yield Problem(Span(heading.start, heading.span.end), message, "suspected")


def _says_anything(draft: Draft, heading: Heading, indices: Sequence[int]) -> bool:
    """Whether any text stands between the headings, or any of them is itself a sentence."""
    inside = [draft.outline.headings[index] for index in indices]
    if any(h.run_in or len(h.title) > 30 for h in inside):
        return True
    closed = draft.sections.closed
    if any(is_statement(draft.text, h.span, told=i in closed) for i, h in zip(indices, inside, strict=True)):
        return True
    edges = [heading.span.end, *(edge for h in inside for edge in (h.start, h.span.end)), heading.end]
    return any(_SAYS.search(draft.text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
