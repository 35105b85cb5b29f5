"""``pattern``: what must not occur, wherever it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option, without_overlaps
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.occurrences import occurrences
from reportlint.patterns import Match, Pattern
from reportlint.record import record


@record
class PatternCheck:
    """Every occurrence of a pattern is a problem, unless an exception covers it."""

    patterns: tuple[Pattern, ...] = option(
        "不应出现的写法（RE2 正则；全角标点自动兼容半角；用 (?P<at>…) 标出要指的位置）"
    )
    message: str = option("提示语；{found} 代表找到的文字，{名称} 代表正则中的命名组")
    labels: tuple[str, ...] = option(
        "各条写法所指的东西，与 patterns 一一对应；提示语中用 {label}", (), alongside="patterns"
    )
    exceptions: tuple[Pattern, ...] = option("例外：找到的文字落在例外之内或与之重叠时不报", ())
    suspected: bool = option("只是疑似，需要人工核对", False)
    once: bool = option("同类问题全文只报一次，并注明处数（提示语中可用 {count}）", False)
    once_each: bool = option("同样的文字全文只报一次，报在第一处", False)
    unless_titled: tuple[Pattern, ...] = option("标题里有其中任何一个写法的不查", ())
    unless_signed_in_year: bool = option("成文日期就在报告年度之内时不报：那时还没有全年数", False)

    def triggers(self) -> Iterable[Pattern]:
        """What the check looks for."""
        return self.patterns

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Each occurrence, or the first with the count."""
        if self.unless_signed_in_year and _signed_in_year(draft):
            return
        if any(pattern.search(draft.identity.title) for pattern in self.unless_titled):
            return
        matches = sorted(self._matches(draft, scope), key=lambda match: match.span)
        if self.once and matches:
            yield self._problem(matches[0], len(matches))
            return
        if self.once_each:
            first: dict[str, Match] = {}
            for match in matches:
                first.setdefault(match.text, match)
            matches = list(first.values())
        yield from without_overlaps(self._problem(match, 1) for match in matches)

    def _matches(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Match]:
        for number, match in occurrences(draft, scope, self.patterns, self.exceptions):
            label = self.labels[number] if self.labels else ""
            yield match._replace(groups={**match.groups, "label": label})

    def _problem(self, match: Match, count: int) -> Problem:
        values = {**match.groups, "found": match.text.strip(), "count": str(count)}
        message = self.message
        for name, value in values.items():
            message = message.replace("{" + name + "}", value)
        return Problem(match.span, message, "suspected" if self.suspected else "certain")


def _signed_in_year(draft: Draft) -> bool:
    date = draft.identity.date
    return date is not None and draft.year is not None and str(draft.year) in draft.text[date.start : date.end]
