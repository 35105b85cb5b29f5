"""``impossible-date``: days and months that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.numerals import han_number
from reportlint.patterns import Pattern
from reportlint.record import record

# looked for from the character 月, which a plain search finds at once
_MONTH = lazy(r"(?<![0-9.．xX×*—\-])(?P<m>[0-9]{1,2}) ?\Z")
_DAY = lazy(r"月\s?(?P<d>[0-9]{1,2})\s?日(?!元)")
_YEAR_BEFORE = lazy(r"(?<![0-9xX×*.])(?P<y>[0-9]{4})\s?年 ?\Z")
_HAN_DATE = lazy(
    r"(?P<hy>二[〇零○][一二三四五六七八九〇零○]{2})年(?P<hm>[一二三四五六七八九十]{1,3})月(?:(?P<hd>[一二三四五六七八九十]{1,3})日)?"
)


@record
class ImpossibleDateCheck:
    """2月30日, 13月, 4月31日; 29 February only where the year is known not to have it."""

    def triggers(self) -> Iterable[Pattern]:
        """None: dates are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a date."""
        for span in scope:
            for start, end, year, month, day in _dates(draft.text, span):
                reason = _wrong(year, month, day, draft.year or 2024)
                if reason:
                    yield Problem(Span(start, end), f"日期“{draft.text[start:end]}”不存在（{reason}），请核对")


def _dates(text: str, span: Span) -> Iterator[tuple[int, int, int, int, int | None]]:
    """Start, end, year (0: not written), month and day of every date."""
    at = text.find("月", span.start, span.end)
    while at >= 0:
        month = _MONTH.search(text, max(span.start, at - 4), at)
        if month:
            year = _YEAR_BEFORE.search(text, max(span.start, month.start() - 8), month.start())
            day = _DAY.match(text, at)
            start = year.start() if year else month.start()
            end = day.end() if day else at + 1
            yield start, end, int(year["y"]) if year else 0, int(month["m"]), int(day["d"]) if day else None
        at = text.find("月", at + 1, span.end)
    if "二〇" in text or "二○" in text or "二零" in text:
        for match in _HAN_DATE.finditer(text, span.start, span.end):
            parts = (han_number(match[name] or "") for name in ("hy", "hm"))
            year_value, month_value = (value or 0 for value in parts)
            yield match.start(), match.end(), year_value, month_value, han_number(match["hd"] or "")


def _days(year: int, month: int) -> int:
    """The length of a month in the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _wrong(year: int, month: int, day: int | None, reported: int) -> str:
    """``reported`` is the report's year, which a date without one is told by; its 29 February may be another year's."""
    if day is None and not year:
        return ""  # 13个月 and the like are not dates
    if not 1 <= month <= 12:
        return f"没有{month}月"
    if day is None:
        return ""
    days = _days(year or 2024, month)
    if 1 <= day <= days:
        return ""
    days = _days(year or reported, month)
    return f"{f'{year}年' if year and month == 2 else ''}{month}月只有{days}天" if day else "没有0日"
