"""``promised-count``: 主要抓了五方面工作, and then four are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.numerals import han_number
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record

_PROMISE = lazy(
    r"(?P<at>(?P<n>[两三四五六七八九十]|[2-9])个?(?:大?方面|项|点|类|条|件事|个?环节|项措施|项举措|项工作|个问题|个不足|个短板))"
    r"(?:的?(?:主要|重点|突出)?(?:工作|问题|不足|短板|内容|措施|举措|任务|打算|安排|情况))?[：:。]?\s*$"
)


@record
class PromisedCountCheck:
    """Only where the promise ends its sentence and a numbered list begins right behind it."""

    def triggers(self) -> Iterable[Pattern]:
        """None: lists are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a promise that is not kept."""
        headings = draft.outline.headings
        for index, first in enumerate(headings):
            if first.number != 1 or not any(span.start <= first.start < span.end for span in scope):
                continue
            before = draft.text[max(0, first.start - 30) : first.start]
            match = _PROMISE.search(before.rstrip("\n "))
            if match is None or first.kind in ("none", "chapter", "section"):
                continue
            promised = han_number(match["n"]) if not match["n"].isdigit() else int(match["n"])
            items = _items(headings, index)
            if promised and len(items) >= 2 and len(items) != promised:
                start = first.start - len(before) + match.start("at")
                message = f"前面说“{match['at']}”，后面列了 {len(items)} 项，请核对是少写了还是数目没改"
                yield Problem(Span(start, start + len(match["at"])), message)


def _items(headings: Sequence[Heading], index: int) -> list[Heading]:
    """The run of siblings that begins with this heading: leads of one paragraph or of following ones, or headings."""
    first = headings[index]
    run = [first]
    for heading in headings[index + 1 :]:
        if heading.kind != first.kind or heading.number == 0:
            if heading.depth < first.depth and first.kind != "lead":
                break
            if first.kind == "lead" and heading.kind != "lead":
                break
            continue
        if heading.number <= run[-1].number or (first.kind != "lead" and heading.parent != first.parent):
            break
        run.append(heading)
    return run
