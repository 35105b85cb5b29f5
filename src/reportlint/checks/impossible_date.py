"""``impossible-date``: days and months that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.numerals import han_number
from reportlint.patterns import Pattern

_DATE = re.compile(
    r"(?<![\d.xX×*])(?:(?P<y>\d{4})\s?年)?\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日(?!元))?"
    r"|(?P<hy>二[〇零○][一二三四五六七八九〇零○]{2})年(?P<hm>[一二三四五六七八九十]{1,3})月(?:(?P<hd>[一二三四五六七八九十]{1,3})日)?"
)


@dataclass(frozen=True)
class ImpossibleDateCheck:
    """2月30日, 13月, 4月31日; 29 February only where the year is known not to have it."""

    def triggers(self) -> Iterable[Pattern]:
        """None: dates are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a date."""
        for span in scope:
            for match in _DATE.finditer(draft.text, span.start, span.end):
                reason = _wrong(*_parts(match))
                if reason:
                    start = match.start() + len(match.group()) - len(match.group().lstrip())
                    yield Problem(Span(start, match.end()), f"日期“{match.group().strip()}”不存在（{reason}），请核对")


def _parts(match: re.Match[str]) -> tuple[int, int, int | None]:
    if match["hm"]:
        return han_number(match["hy"].replace("○", "〇")) or 0, han_number(match["hm"]) or 0, han_number(match["hd"] or "")
    return int(match["y"] or 0), int(match["m"]), int(match["d"]) if match["d"] else None


def _wrong(year: int, month: int, day: int | None) -> str:
    if day is None and not year:
        return ""  # 13个月 and the like are not dates
    if not 1 <= month <= 12:
        return f"没有{month}月"
    if day is None:
        return ""
    days = monthrange(year if 1 <= year <= 9999 else 2024, month)[1]
    if 1 <= day <= days:
        return ""
    return f"{f'{year}年' if year and month == 2 else ''}{month}月只有{days}天" if day else "没有0日"
