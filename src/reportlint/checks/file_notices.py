"""``file-notices``: what the reader noticed about the file itself: unaccepted changes, comments, parts not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.record import record


@record
class FileNoticesCheck:
    """The notices of the chosen kinds, as the reader worded them."""

    kinds: tuple[Literal["revision", "comment", "unchecked", "picture", "hidden"], ...] = option(
        "revision 未接受的修订，comment 未处理的批注，unchecked 没能检查的内容，picture 图片，hidden 隐藏文字"
    )

    def triggers(self) -> Iterable[Pattern]:
        """None: the reader gives the notices."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a notice."""
        for notice in draft.document.notices:
            if notice.kind in self.kinds:
                end = min(notice.start + 1, len(draft.text))
                yield Problem(Span(min(notice.start, end), end), notice.message)
