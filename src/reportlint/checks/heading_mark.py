"""``heading-mark``: headings on their own line that end in a full stop, reported once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.record import record


@record
class HeadingMarkCheck:
    """First- and second-level headings alone on their line; run-in headings lawfully end in a full stop."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the outline is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem for all of them, at the first, with their count."""
        found = [
            heading
            for heading in draft.outline.own_line
            if heading.kind in ("chapter", "han") and not heading.run_in and len(heading.title) <= 30
            and draft.text[heading.span.end : heading.span.end + 1] in ("。", "；", "，", ".")
        ]  # fmt: skip
        if found:
            end = found[0].span.end
            mark = draft.text[end]
            message = f"标题“{found[0].shown}”单独成行，末尾不用“{mark}”（共 {len(found)} 处），请删去"
            yield Problem(Span(end, end + 1), message)
