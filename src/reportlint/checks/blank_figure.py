"""``blank-figure``: places that were not filled in: ____, 第  号, 审查合同-份, 培训○期, 挽回损失余万元, a cell 待补."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.blankcells import find_blank_cells
from reportlint.checktypes import Evidence, Problem, option, without_overlaps
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.occurrences import occurrences
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.spacedrows import spaced_rows

_SHOWN = 8  # code points before the place that a message shows
_SPACES = lazy(r"\s+")
_EMPTY = lazy(r"[（()）【】\[\]［］〔〕｛｝{}「」『』“”<>《》〈〉\s]*")


@record
class BlankFigureCheck:
    """The known wordings, and measure words that lack their number, by what stands in its place."""

    patterns: tuple[Pattern, ...] = option(
        "没有填的写法（RE2 正则；全角标点自动兼容半角；用 (?P<at>…) 标出要指的位置）"
    )
    message: str = option("提示语；{found} 代表找到的文字，{before} 代表同一小句里它前面的几个字")
    stands: tuple[Literal["nothing", "sign", "cell"], ...] = option(
        "量词前面没有数时查哪几类：nothing 空着，sign 留着符号或“待定”，cell 表格里的格子", ()
    )
    exceptions: tuple[Pattern, ...] = option("例外：找到的文字落在例外之内或与之重叠时不报", ())

    def triggers(self) -> Iterable[Pattern]:
        """What the check looks for, apart from measure words."""
        return self.patterns

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a place; of two that overlap the first."""
        found = [self._problem(draft, m.span) for _, m in occurrences(draft, scope, self.patterns, self.exceptions)]
        rows = [draft.document.blocks[index] for index in spaced_rows(draft.document)] if found else []
        found = [p for p in found if not any(row.start <= p.span.start < row.end for row in rows)]
        known = [problem.span for problem in found]
        found += [
            problem
            for problem in (*self._blanks(draft), *self._cells(draft))
            if any(span.start <= problem.span.start < span.end for span in scope)
            and not any(span.start < problem.span.end and problem.span.start < span.end for span in known)
        ]
        yield from without_overlaps(found)

    def _problem(self, draft: Draft, span: Span) -> Problem:
        found = _SPACES.sub(" ", draft.text[span.start : span.end])  # what is not there has to be seen
        before = draft.text[_start(draft, span) : span.start].lstrip()
        return Problem(span, self.message.replace("{before}", before).replace("{found}", found))

    def _blanks(self, draft: Draft) -> Iterator[Problem]:
        if "sign" not in self.stands and "nothing" not in self.stands:
            return
        for blank in draft.blanks:
            span, empty = Span(blank.start, blank.end), _EMPTY.fullmatch(blank.sign) is not None
            if ("nothing" if empty else "sign") in self.stands:
                shown = " ".join(draft.text[_start(draft, span) : blank.end].split())
                wanting = "漏填了数，请补上" if empty else f"应当填数的地方只有“{blank.sign}”，请填入实际数"
                yield Problem(span, f"“{shown}”里{wanting}")

    def _cells(self, draft: Draft) -> Iterator[Problem]:
        """One problem a cell; those that hold masks are said of as such."""
        for cell in find_blank_cells(draft.text) if "cell" in self.stands else ():
            if not any(mask.start < cell.end and cell.start < mask.end for mask in draft.masks):
                message = f"“{cell.label}”一行里应当填数的格子只有“{cell.sign}”，请填入实际数"
                yield Problem(Span(cell.start, cell.end), message, "certain" if cell.sure else "suspected")


def _start(draft: Draft, span: Span) -> int:
    """Where the words begin that are shown before a place: a few of its clause."""
    start = max(draft.clause(span.start).start, span.start - _SHOWN)
    return max(start, draft.text.rfind("\t", start, span.start) + 1)
