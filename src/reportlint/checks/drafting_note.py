"""``drafting-note``: what drafters and reviewers wrote to one another: （待补充）, 【此处填写…】, （老张：这个提法删掉）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option, without_overlaps
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.occurrences import occurrences
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.remarks import find_remarks


@record
class DraftingNoteCheck:
    """The known wordings, and remarks in brackets that show by what they speak of that they are none of the report's."""

    patterns: tuple[Pattern, ...] = option(
        "不应出现的写法（RE2 正则；全角标点自动兼容半角；用 (?P<at>…) 标出要指的位置）"
    )
    message: str = option("提示语；{found} 代表找到的文字")
    exceptions: tuple[Pattern, ...] = option("例外：找到的文字落在例外之内或与之重叠时不报", ())

    def triggers(self) -> Iterable[Pattern]:
        """What the check looks for, apart from the remarks."""
        return self.patterns

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a note; of two that overlap the first."""
        known = [match.span for _, match in occurrences(draft, scope, self.patterns, self.exceptions)]
        remarks = [
            remark
            for remark in find_remarks(draft.text)
            if any(span.start <= remark.start < span.end for span in scope)
            and not any(span.start < remark.end and remark.start < span.end for span in known)
        ]
        yield from without_overlaps(
            Problem(span, self.message.replace("{found}", draft.text[span.start : span.end].strip()))
            for span in (*known, *remarks)
        )
