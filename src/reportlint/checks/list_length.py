"""``list-length``: a section that must give several measures or shortcomings gives too few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_CLAUSE = lazy(r"[^。；;，,、：:\n]{4,}")
# what a paragraph ends with, or begins with, whatever it is about
_SLOGAN = lazy(
    "再接再厉|再创佳绩|再上新|继续努力|砥砺|奋进|奋勇|开创|新局面|新征程|新台阶|新篇章|新水平|新成效|新贡献|为指导|以更高|更严的|更实的|久久为功|"
    "迈上|贡献|高度重视|提高认识|强烈的|使命感|责任感|不断进步|取得更大"
)


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
            place = draft.anchor(scope[0])
            yield Evidence("answered", place, draft.quote(place))
            return
        yield Evidence("missing")
        yield Problem(draft.anchor(scope[0]), self.message.replace("{count}", str(count)))

    def _count(self, draft: Draft, span: Span) -> int:
        headings = [h for h in draft.outline.headings if span.start < h.start < span.end and h.number]
        own = next((h.span.end for h in draft.outline.headings if h.start == span.start), span.start)
        clauses = sum(1 for clause in _CLAUSE.finditer(draft.text, own, span.end) if not _SLOGAN.search(clause[0]))
        return max(len(headings), clauses)
