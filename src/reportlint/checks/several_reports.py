"""``several-reports``: a file that holds more than one report; each was checked by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.titlelines import is_title, years

_SHOWN = 4  # titles named in the message
_TITLE = 60  # code points of a line that may be a title
_ATTACHED = lazy(r"(?m)^[ \t]*附[ \t]*件?[ \t]*[：:\d]")  # below it stand the names of what is sent along
_LONGEST = 30  # code points shown of a title


@record
class SeveralReportsCheck:
    """Said once a file, where the second report begins; or every title line that is left of another report."""

    what: Literal["reports", "titles"] = option("reports 一个文件里的几份报告，titles 正文里留下的往年标题", "reports")

    def triggers(self) -> Iterable[Pattern]:
        """None: the engine says which reports a file holds."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a file with several reports."""
        if self.what == "titles":
            yield from _left_over(draft) if len(draft.parts) < 2 else ()
            return
        if len(draft.parts) < 2:
            return
        titles = [_titled(part) for part in draft.parts]
        named = "、".join(f"第{line}行“{title}”" for line, title in titles[:_SHOWN])
        more = "等" if len(titles) > _SHOWN else ""
        second = draft.parts[1].identity.title_span or Span(0, 1)
        start = len(draft.parts[0].text)
        message = (
            f"这个文件里有 {len(titles)} 份报告（{named}{more}），已分别检查；"
            "如果只报送一份，其余的可能是范文或者往年的稿子，请删去"
        )
        yield Problem(Span(start + second.start, start + second.end), message)


def _left_over(draft: Draft) -> Iterator[Problem]:
    """The title of another year's report on a line of its own, with no report below it."""
    title = draft.identity.title_span
    if title is None or not draft.declared_year:
        return
    attached = _ATTACHED.search(draft.text, title.end)
    for index, block in enumerate(draft.document.blocks):
        if block.start < title.end or block.story or block.kind == "row" or block.contents or index in draft.residue:
            continue
        line = draft.text[block.start : block.end]
        if len(line) > _TITLE or "年" not in line or not is_title(line):
            continue
        named = [year for year, _, _ in years(line)]
        if named and named[0] < draft.declared_year and not (attached and attached.start() < block.start):
            message = f"这一行是{named[0]}年报告的标题，下面没有正文，像是往年的稿子留下的，请删去"
            start = block.start + len(line) - len(line.lstrip())
            yield Problem(Span(start, block.start + len(line.rstrip())), message)


def _titled(part: Draft) -> tuple[int, str]:
    """The line on which a report's title stands in the file, and the title, shortened."""
    document, span = part.document, part.identity.title_span or Span(0, 0)
    title = part.identity.title or " ".join(document.text.lstrip().partition("\n")[0].split())
    shown = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
    return document.position(document.source_span(span).start).line, shown
