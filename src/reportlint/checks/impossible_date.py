"""``impossible-date``: days and months that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.numerals import OTHER_YEARS, han_number
from reportlint.patterns import Pattern
from reportlint.record import record

# looked for from the character 月, which a plain search finds at once
_MONTH = lazy(r"(?<![0-9.．xX×*—\-])(?P<m>[0-9]{1,2}) ?\Z")
_DAY = lazy(r"月\s?(?P<d>[0-9]{1,2})\s?(?:日(?!元)|号(?![文楼院令公线院机门会仓库馆厂]))")
_LAST_DAY = lazy(r"(?:月\s?[0-9]{1,2}\s?[日号]?)\s?(?:[至到]|[—\-–~～]{1,2})\s?(?P<d>[0-9]{1,2})\s?[日号](?!元)")
_YEAR_BEFORE = lazy(r"(?<![0-9xX×*.])(?P<y>[0-9]{4})\s?年 ?\Z")
_MONTHS = lazy(r"(?<![0-9.])1月?(?:[至到]|[—\-–~～]{1,2})(?P<m>1[3-9]|[2-9][0-9]) ?\Z")
_HAN_DATE = lazy(
    r"(?:(?P<hy>二[〇零○][一二三四五六七八九〇零○]{2}|20[0-9]{2})年|(?<![年历初一二三四五六七八九十]))(?P<hm>[一二三四五六七八九十]{1,3})月"
    r"(?:(?P<hd>[一二三四五六七八九十]{1,3})[日号])?"
)
_HAN_MONTH = lazy("[一二三四五六七八九十]月")
_LUNAR = lazy(r"[农阴古旧夏]历")
# neither a serial number, nor a version, nor part of an address: 2025-02-30, 2025/2/30, 2025.02.30
_NUMERIC = lazy(
    r"(?P<y>20(?<![0-9A-Za-z.\-/号第字〕〔（\]]20)[0-9]{2})(?P<mark>[-/.])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9A-Za-z\-/号]|\.[0-9])"
)
_SERIAL = lazy(r"(?:编号|文号|案号|备案|序号|索引号?|批号|代码|版本?|地址|[nN][oO])[：:.]?\s?\Z")
_PERIOD = lazy(
    r"(?P<name>上半年|下半年|第?[一二三四1-4]季度)[（(](?P<first>[0-9]{1,2})月?(?:[至到]|[—\-–~～]{1,2})(?P<last>[0-9]{1,2})月份?[）)]"
)
_HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
_YEARS = lazy(r"(?<![0-9])(20[0-9]{2})\s?年")


@record
class ImpossibleDateCheck:
    """2月30日, 2025-02-30, 13月, 4月31号; 29 February only where the year is known not to have it."""

    def triggers(self) -> Iterable[Pattern]:
        """None: dates are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a date."""
        for span in scope:
            for date in (*_dates(draft.text, span), *_han_dates(draft.text, span), *_numeric(draft.text, span)):
                reason = _wrong(date, draft.year or 2024) or _no_leap(draft, date)
                if reason:
                    shown = draft.text[date.start : date.end]
                    yield Problem(Span(date.start, date.end), f"日期“{shown}”不存在（{reason}），请核对")
            yield from _periods(draft.text, span)


def _periods(text: str, span: Span) -> Iterator[Problem]:
    """上半年（1—7月）: the months in brackets are not those of the half-year or quarter."""
    for match in _PERIOD.finditer(text, span.start, span.end) if "半年" in text or "季度" in text else ():
        name = match["name"]
        quarter = next((n for n, digit in enumerate("一二三四", 1) if digit in name or str(n) in name), 0)
        first, last = _HALVES.get(name) or (3 * quarter - 2, 3 * quarter)
        if (int(match["first"]), int(match["last"])) != (first, last):
            message = f"“{match.group()}”的月份不对：{name}是{first}—{last}月，请核对"
            yield Problem(Span(*match.span()), message)


class _Date(NamedTuple):
    """A date and where it is written; year 0 where none is, day None likewise."""

    start: int
    end: int
    year: int
    month: int
    day: int | None


def _dates(text: str, span: Span) -> Iterator[_Date]:
    """What is written with the character 月; of 4月25日至31日 the last day."""
    at = text.find("月", span.start, span.end)
    while at >= 0:
        month = _MONTH.search(text, max(span.start, at - 4), at)
        months = _MONTHS.search(text, max(span.start, at - 8), at)
        if months:
            if text[at + 1 : at + 2] not in ("龄", "大"):
                yield _Date(months.start("m"), at + 1, 2000, int(months["m"]), None)
        elif month:
            year = _YEAR_BEFORE.search(text, max(span.start, month.start() - 8), month.start())
            start, year_value = (year.start(), int(year["y"])) if year else (month.start(), 0)
            day = _DAY.match(text, at)
            for found in (day, _LAST_DAY.match(text, at)):
                if found:
                    yield _Date(start, found.end(), year_value, int(month["m"]), int(found["d"]))
            if not day:
                yield _Date(start, at + 1, year_value, int(month["m"]), None)
        at = text.find("月", at + 1, span.end)


def _han_dates(text: str, span: Span) -> Iterator[_Date]:
    """二〇二五年二月三十日, 四月三十一日; days of the lunar calendar are other days."""
    if not _HAN_MONTH.search(text, span.start, span.end):
        return
    for match in _HAN_DATE.finditer(text, span.start, span.end):
        if (match["hy"] or match["hd"]) and not _LUNAR.search(text, max(0, match.start() - 6), match.start()):
            year = int(match["hy"]) if match["hy"] and match["hy"].isdecimal() else han_number(match["hy"] or "") or 0
            yield _Date(match.start(), match.end(), year, han_number(match["hm"]) or 0, han_number(match["hd"] or ""))


def _numeric(text: str, span: Span) -> Iterator[_Date]:
    for match in _NUMERIC.finditer(text, span.start, span.end):
        if not _SERIAL.search(text, max(0, match.start() - 8), match.start()):
            yield _Date(match.start(), match.end(), int(match["y"]), int(match["m"]), int(match["d"]))


def _days(year: int, month: int) -> int:
    """The length of a month in the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _leap(year: int) -> bool:
    """Whether the Gregorian calendar gives it a 29 February."""
    return _days(year, 2) == 29


def _wrong(date: _Date, reported: int) -> str:
    """``reported`` is the report's year, which a date without one is told by; its 29 February may be another year's."""
    _, _, year, month, day = date
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


def _no_leap(draft: Draft, date: _Date) -> str:
    """29 February without a year: the one named before it in the paragraph, else the report's, or the year after it."""
    if (date.year, date.month, date.day) != (0, 2, 29):
        return ""
    block = draft.document.block_at(date.start)
    said = draft.sentence(date.start)
    if any(word in draft.text[said.start : said.end] for word in (*OTHER_YEARS, "闰年")):
        return ""
    named = _YEARS.findall(draft.dated, block.start if block else said.start, date.start)
    year = int(named[-1]) if named else draft.year
    return "" if year is None or _leap(year) or _leap(year + 1) else f"{year}年2月只有28天"
