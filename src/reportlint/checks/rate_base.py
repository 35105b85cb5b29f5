"""``rate-without-base``: 备案率100% in a paragraph that gives no count: a rate of how many?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_PLANNED = lazy(r"力争|确保|目标|不低于|以上|下一步|将|要求|提[高升]到|年底前|控制|压降|降[至到]")
_FRACTION = lazy(r"[（(]\d+/\d+")


@record
class RateBaseCheck:
    """Asked only of rates whose counts an annual report is expected to give, once a rate name."""

    rates: tuple[str, ...] = option(
        "应同时写出件数的比率（不含“率”字）",
        ("出庭", "出庭应诉", "办结", "化解", "调解成功", "备案", "报备", "审查", "审核", "合法性审核", "合法性审查", "整改", "办复", "答复", "结案", "败诉", "纠错"),
    )  # fmt: skip

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a rate name."""
        name = cached(
            rf"(?P<name>{'|'.join(sorted(map(re.escape, self.rates), key=len, reverse=True))})率[^，。；\d]{{0,6}}$"
        )
        told: set[str] = set()
        for figure in draft.figures:
            if figure.unit not in ("%", "％") or not any(
                part.start <= figure.start < part.end for part in draft.account
            ):
                continue
            clause = draft.clause(figure.start)
            match = name.search(draft.text, max(clause.start, figure.start - 24), figure.start)
            if match is None or match["name"] in told or not any(p.start <= figure.start < p.end for p in scope):
                continue
            if (
                _counted(draft, figure.start)
                or _FRACTION.match(draft.text, figure.end)
                or _PLANNED.search(draft.text, clause.start, figure.end + 3)
            ):
                continue
            told.add(match["name"])
            at = Span(match.start(), figure.end)
            yield Problem(at, f"只写了“{draft.text[at.start : at.end]}”，这一段没有写件数，请补上基数")


def _counted(draft: Draft, offset: int) -> bool:
    """Whether the paragraph gives any count at all, masked and vague ones included (they are other rules' matter)."""
    block = draft.document.block_at(offset)
    return block is None or any(block.start <= f.start < block.end and f.unit not in ("%", "％") for f in draft.figures)
