"""``placeholder``: letters, crosses, stars and boxes standing for what was not filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.record import record

_WORDS = {
    "figure": "未填写的数字“{found}”，请填入实际数",
    "date": "未填写的日期“{found}”，请填入实际年月日",
    "name": "隐去的名称“{found}”，请写出实际名称",
    "slot": "“{found}”是没有填写的空格，请填写或删去",
}


@record
class PlaceholderCheck:
    """Everything masked, by what it stands for."""

    families: tuple[Literal["figure", "date", "name", "slot"], ...] = option(
        "查哪几类：figure 数字，date 日期，name 名称，slot 空格"
    )

    def triggers(self) -> Iterable[Pattern]:
        """None: the masks of a draft are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a mask."""
        for mask in draft.masks:
            if mask.family in self.families and any(span.start <= mask.start < span.end for span in scope):
                found = draft.text[mask.start : mask.end].strip()
                message = _WORDS[mask.family].replace("{found}", found)
                yield Problem(Span(mask.start, mask.end), message, "certain" if mask.sure else "suspected")
