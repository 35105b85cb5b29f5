"""``list-length``: a section that must give several measures or shortcomings gives too few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.check import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_CLAUSE = lazy(r"[^。；;，,\n]{4,}")


@record
class ListLengthCheck:
    """Counts numbered items, else sentences, else clauses: a plan in one sentence of four clauses has four measures."""

    message: str = option("太少时的提示语；{count} 代表写了几项")
    at_least: int = option("至少几项", 2)

    def triggers(self) -> Iterable[Pattern]:
        """None: lists are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Evidence with the count, or one problem where the section begins."""
        if not scope:
            yield Evidence("not-checked", None, "所属的部分没有写，无从检查")
            return
        count = max(self._count(draft, span) for span in scope)
        if count >= self.at_least:
            yield Evidence("answered", draft.anchor(scope[0]), f"{count} 项")
            return
        yield Evidence("missing")
        yield Problem(draft.anchor(scope[0]), self.message.replace("{count}", str(count)))

    def _count(self, draft: Draft, span: Span) -> int:
        headings = [h for h in draft.outline.headings if span.start < h.start < span.end and h.number]
        own = next((h.span.end for h in draft.outline.headings if h.start == span.start), span.start)
        clauses = sum(1 for _ in _CLAUSE.finditer(draft.text, own, span.end))
        return max(len(headings), clauses)
