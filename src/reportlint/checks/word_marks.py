"""``word-marks``: blanks that carry no character of their own, which only the file's formatting shows.

Underlined spaces, empty form fields, content controls still showing their prompt, unticked boxes, text left highlighted
or red "to be filled in", and text struck through instead of deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.record import record

_WORDS = {
    "underline": "下划线上没有填写内容，请填写或删去",
    "field": "表单域没有填写，请填写或删去",
    "prompt": "“{found}”是控件里的提示文字，请填写实际内容或删去控件",
    "checkbox": "选项框“{found}”没有勾选，请勾选或删去",
    "highlight": "“{found}”带有突出显示，多为待补内容的标记，请确认后去掉底色",
    "strike": "“{found}”带有删除线；要删的请删去，要留的请去掉删除线",
    "red": "“{found}”是红字，多为待补内容的标记，请确认后改为黑色",
}


@record
class WordMarksCheck:
    """Each mark of the chosen kinds; neighbouring ones of one kind in one paragraph are one."""

    kinds: tuple[Literal["underline", "field", "prompt", "checkbox", "highlight", "red", "strike"], ...] = option(
        "查哪几类格式标记"
    )

    def triggers(self) -> Iterable[Pattern]:
        """None: the reader gives the marks."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a mark."""
        last: tuple[str, int] = ("", -9)
        for mark in draft.document.marks:
            if mark.kind not in self.kinds or not any(span.start <= mark.start < max(span.end, 1) for span in scope):
                continue
            joined = mark.kind == last[0] and mark.start <= last[1] + 1
            last = (mark.kind, mark.end)
            if joined:
                continue
            found = draft.text[mark.start : mark.end].strip()
            shown = found if len(found) <= 16 else found[:15] + "…"
            yield Problem(Span(mark.start, mark.end), _WORDS[mark.kind].replace("{found}", shown))
