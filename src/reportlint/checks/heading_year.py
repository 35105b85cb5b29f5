"""``heading-year``: the year in a section's heading must stand in a fixed distance to the report's year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_LEADING = lazy(r"(?:^|[。；\n])\s*(?P<y>20\d\d)\s?年(?:度)?[，,](?P<rest>[^。；\n]*)")
_PLANS = lazy("将|要|计划|打算|拟|重点|继续|进一步")
_PAST = lazy("已|过去|虽|以来|基础上|取得|完成|收官|了|20")
_YEAR = lazy(r"(?<!\d)(20\d\d)\s?年(?!\s?[-－—–~～至到])")


@record
class HeadingYearCheck:
    """下一年度安排 of the report of 2025 speaks of 2026, in its title and where its sentences begin."""

    section: str = option("哪一部分的标题")
    offset: int = option("标题年份与报告年度相差几年", 1)

    def triggers(self) -> Iterable[Pattern]:
        """None: headings are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a heading, or a sentence below it that plans, with another year."""
        year = draft.declared_year
        if not year:
            return
        for match in draft.sections.found(self.section):
            heading = draft.outline.headings[match.heading]
            title = draft.dated[heading.span.start : heading.span.end]
            found = _YEAR.search(title)
            if heading.kind == "lead" or found is None or int(found[1]) == year + self.offset:
                continue
            if len(set(_YEAR.findall(title))) > 1:
                continue
            start = heading.span.start + found.start(1)
            yield Problem(
                Span(start, start + 4),
                f"标题“{heading.shown}”写的是{draft.text[start : start + 4]}年，{year}年度报告的下一年度应是{year + self.offset}年，请核对",
            )
        for span in draft.sections.spans(self.section):
            yield from self._sentences(draft, span, year)

    def _sentences(self, draft: Draft, span: Span, year: int) -> Iterator[Problem]:
        """2025年，我局将…… in the plan of the report of 2025; what looks back first is left alone."""
        for match in _LEADING.finditer(draft.text, span.start, span.end):
            written = int(match["y"])
            if written == year + self.offset or written > year + self.offset:
                continue
            if _PLANS.search(match["rest"]) and not _PAST.search(match["rest"]):
                yield Problem(
                    Span(match.start("y"), match.start("y") + 4),
                    f"这句安排写的是{written}年，{year}年度报告的下一年度应是{year + self.offset}年，请核对",
                    "suspected",
                )
