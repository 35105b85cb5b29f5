"""``date-order``: what ends before it begins: 自9月1日起至8月20日, 5月20日受理、5月12日办结."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple
from reportlint.numerals import OTHER_YEARS
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.timeorders import backwards

_SAME_YEAR = r"(?:同年|当年|本年)?"


def _date(mark: str) -> str:
    """A date, a month, a quarter or a year; the names of its groups end with ``mark``."""
    return (
        rf"(?:(?P<y{mark}>20\d\d)\s?年(?:(?=[^度初底末内第\d])|(?=\d)|(?=第))|(?<!\d)(?<!\d年))"
        rf"(?:(?:第?(?P<q{mark}>[一二三四])季度)|(?:(?P<m{mark}>1[0-2]|0?[1-9])\s?月(?:(?P<d{mark}>[0-3]?\d)\s?[日号])?(?!份?来)))?"
    )


_TO = lazy(r"(?:至|到|—|－|-|–|~|～)(?<=[年月日号度起始动续伸直，, ].)")  # what joins the halves of a span
_NEAR = 24  # code points before it where its first half begins
_BEHIND = 40  # code points behind it where its second half ends
_RANGE = lazy(
    r"(?=[\d第一二三四])"
    + _date("1")
    + r"(?:起|开始|启动|始)?[，,]?\s?(?:持续|延续|延伸|一直|直)?(?:至|到|—{1,2}|－|-|–|~|～)\s?(?P<same>"
    + _SAME_YEAR
    + rf")(?:(?P<day>[0-3]?\d)\s?[日号](?!均|常)|{_date('2')})"
)
_OF_A_NUMBER = "0123456789〔[（(-"
_YEARS = lazy(r"(?P<first>20\d\d)\s?(?:—{1,2}|－|-|–|~|～|至|到)\s?(?P<last>20\d\d)\s?年")
_PAIRS = (  # what begins a matter, and what ends the same matter
    ("受理|收到|登记|接报|交办", "办结|答复|审结|结案|销号|批复"), ("立案", "结案|审结|办结|作出(?:行政)?(?:处罚)?决定|作出处罚"),
    ("启动|开工|动工|开始|开建|开营|开班|开幕", "竣工|完工|闭营|闭幕|结束|截止|完成|验收|结业|投用|投入使用"),
    ("公示|征集|招标", "截止|结束|中标"),
)  # fmt: skip
_BEGUN, _ENDED = ("|".join(pair[at] for pair in _PAIRS) for at in (0, 1))
_EVENT = lazy(
    rf"(?=[\d第一二三四同当本])(?P<same>{_SAME_YEAR})"
    + _date("1")
    + rf"[，,]?(?:正式|顺利|依法|已经?|才|即|全部|全面|整体)?(?:(?P<begun>{_BEGUN})|(?P<ended>{_ENDED}))(?=[，,、。；;）)\n]|\Z)"
)


class _Date(NamedTuple):
    """What is written of a date: 0 for what is not; a quarter stands in the month's place."""

    year: int
    month: int
    day: int


@record
class DateOrderCheck:
    """Spans whose end precedes their beginning, and matters finished before they were begun, within one sentence.

    A month without a year may belong to another year, so it counts only where the year is written or said to be the same.
    """

    def triggers(self) -> Iterable[Pattern]:
        """None: dates are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a pair of dates."""
        for span in scope:
            for match in _ranges(draft.text, span):
                first, last = _read(match, "1"), _read(match, "2")
                if match["day"]:
                    last = first._replace(day=int(match["day"]) if first.day else 0)
                if _reversed(first, last, bool(match["same"] or match["q1"])):
                    yield _problem(draft, Span(*match.span()), "结束早于开始", _surely(first, last))
            for match in _YEARS.finditer(draft.text, span.start, span.end):
                within = match.start() > 0 and draft.text[match.start() - 1] in _OF_A_NUMBER
                if match["last"] < match["first"] and not within:
                    yield _problem(draft, Span(*match.span()), "结束早于开始", True)
            for place, certain in backwards(draft.text, span):
                yield _problem(draft, place, "结束早于开始", certain)
        for sentence in draft.sentences:
            if any(part.start <= sentence.start < part.end for part in scope):
                yield from _events(draft, sentence)


def _ranges(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Spans of time, found by what joins their halves."""
    seen = span.start
    for joint in _TO.finditer(text, span.start, span.end):
        near = max(seen, joint.start() - _NEAR), min(span.end, joint.end() + _BEHIND)
        match = _RANGE.search(text, *near) if joint.start() >= seen else None
        if match and match.start() <= joint.start():
            seen = match.end()
            yield match


def _events(draft: Draft, sentence: Span) -> Iterator[Problem]:
    words = draft.text[sentence.start : sentence.end]
    if words.count("月") < 2 or any(word in words for word in OTHER_YEARS):
        return
    found = [m for m in _EVENT.finditer(draft.text, sentence.start, sentence.end) if m["m1"] or m["y1"]]
    if len(found) != 2 or sum(1 for match in found if match["begun"]) != 1:
        return  # of more than two nobody can say which belong together
    one, two = found
    begun, ended = (one, two) if one["begun"] else (two, one)
    if not any(cached(a).fullmatch(begun["begun"]) and cached(b).fullmatch(ended["ended"]) for a, b in _PAIRS):
        return
    first, second = _read(one, "1"), _read(two, "1")
    if not second.year:
        second = second._replace(year=first.year)
    start, end = (first, second) if begun is one else (second, first)
    if _reversed(start, end, bool(two["same"])):
        told = f"{begun['begun']}反而晚于{ended['ended']}"
        yield _problem(draft, Span(one.start(), two.end()), told, _surely(start, end))


def _read(match: re.Match[str], mark: str) -> _Date:
    quarter = match[f"q{mark}"]
    month = "一二三四".index(quarter) + 1 if quarter else int(match[f"m{mark}"] or 0)
    return _Date(int(match[f"y{mark}"] or 0), month, int(match[f"d{mark}"] or 0))


def _reversed(first: _Date, last: _Date, same_year: bool) -> bool:
    """Whether the last date is earlier as far as both are written."""
    if first.year and not last.year:
        last = last._replace(year=first.year)
    if first.year != last.year and not (first.year and last.year):
        return False
    if first.year != last.year:
        return last.year < first.year
    if not first.month or not last.month:
        return False
    if first.month != last.month:
        return last.month < first.month and bool(first.year or same_year)
    return 0 < last.day < first.day


def _surely(first: _Date, last: _Date) -> bool:
    return bool(last.year and first.year) or (first.month == last.month and bool(last.day))


def _problem(draft: Draft, span: Span, told: str, certain: bool) -> Problem:
    message = f"“{draft.text[span.start : span.end]}”前后颠倒（{told}），请核对；跨年的请写明年份"
    return Problem(span, message, "certain" if certain else "suspected")
