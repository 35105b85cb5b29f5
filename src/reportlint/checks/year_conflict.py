"""``year-conflict``: a year in the opening, a heading, the sign-off or a leading sentence that is not the report's.

Other years stand lawfully in plans, laws, document numbers, ranges and comparisons: only the places where an annual
report names its own year are looked at. The report of year Y is written in Y or Y+1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.staleyears import stale_years

_HEAD_YEAR = lazy(
    rf"^\s*(?:[全我本][市区县局镇乡省州委]|{HAN}{{1,9}}(?:局|委|政府))?(?P<y>(?:19|20)\d\d)\s?年(?!\s?[-－—–~～至到])"
    r"|[（(](?P<b>20\d\d)\s?年度?[）)]$"
)
_OF_THE_YEAR_BEFORE = lazy(
    "督察|督查|反馈|整改|考核|评估|巡察|巡视|审计|以来|回头看|遗留|《"
)  # what is rightly told a year later
_OPENING = lazy(
    r"^\s*(?:(?:自|从|(?:刚刚)?过去的)?(?P<a>20\d\d)\s?年(?:度|以?来)?[，,]|.{0,60}?现?将[^。]{0,30}?(?P<b>20\d\d)\s?年度?[^。，]{0,30}(?:情况|工作)[^。]{0,12}(?:报告|汇报)如下)"
)
_REPORTED = lazy(r"现?将[^。]{0,30}?(?P<b>20\d\d)\s?年度?[^。，《]{0,30}(?:情况|工作)[^。]{0,12}(?:报告|汇报)如下")
_DATE = lazy(r"(?P<y>20\d\d)\s?年(?:\s?(?P<m>\d{1,2}|[元一二三四五六七八九十]{1,2})\s?月)?")
_EARLIEST_MONTH = 11
_LATEST_MONTH = 4
_PLAN_WORDS = lazy(r"下一|安排|计划|打算|思路|展望|任务|部署|举措|措施|重点|目标|谋划|明年|今后|下步")


@record
class YearConflictCheck:
    """Compared with the year of the title (or of ``--year``)."""

    place: Literal["title", "opening", "headings", "date", "window", "text"] = option(
        "title 只有标题还是上一年，opening 开头段，headings 标题，date 落款日期的年份，window 落款日期的月份，text 正文句首"
    )

    def triggers(self) -> Iterable[Pattern]:
        """None: years are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a place."""
        year = draft.declared_year
        if not year:
            if self.place == "opening":
                yield from _two_years(draft)
            return
        found = {
            "title": _title,
            "opening": _opening,
            "headings": _headings,
            "date": _date,
            "window": _window,
            "text": stale_years,
        }[self.place](draft, year)
        for problem in found:
            if any(span.start <= problem.span.start < span.end for span in scope):
                yield problem


def _title(draft: Draft, year: int) -> Iterator[Problem]:
    title = draft.identity.title_span
    if title is None or draft.settings.year or not draft.year_behind_title:
        return
    at = draft.dated.find(str(year - 1), title.start, title.end)
    message = f"标题写的是{year - 1}年，开头和落款都按{year}年度写，像是标题没有改，请改为{year}年"
    yield Problem(Span(at, at + 4) if at >= 0 else title, message)


def _opening(draft: Draft, year: int) -> Iterator[Problem]:
    opening = draft.identity.opening
    if opening is None:
        return
    text = draft.dated[opening.start : opening.end]
    for pattern in (_OPENING, _REPORTED):
        match = pattern.search(text)
        name = "a" if match and "a" in match.groupdict() and match["a"] else "b"
        if match and match[name] and int(match[name]) != year:
            start = opening.start + match.start(name)
            written = draft.text[start : start + 4]
            own = f"标题是“{year}年”" if draft.identity.year_from == "标题" else f"报告年度是{year}年"
            message = f"开头写的是“{written}年”，{own}，请核对是否沿用了往年的稿子"
            yield Problem(Span(start, start + 4), message)
            return


def _two_years(draft: Draft) -> Iterator[Problem]:
    """2024年，我区…现将2023年度…报告如下, under a title without a year: one of the two is last year's."""
    opening = draft.identity.opening
    text = draft.dated[opening.start : opening.end] if opening else ""
    begun, reported = _OPENING.match(text), _REPORTED.search(text)
    if opening and begun and begun["a"] and reported and reported["b"] != begun["a"]:
        start = opening.start + reported.start("b")
        message = f"开头先写“{begun['a']}年”，后写“{reported['b']}年”，请核对哪一个是往年的"
        yield Problem(Span(start, start + 4), message)


def _headings(draft: Draft, year: int) -> Iterator[Problem]:
    plans = {match.heading for match in draft.sections.found("next-plan")}
    for index, heading in enumerate(draft.outline.headings):
        if "年" not in heading.title:
            continue
        title = draft.dated[heading.span.start : heading.span.end]
        match = _HEAD_YEAR.search(title)
        if match is None or heading.kind == "lead" or index in plans or _OF_THE_YEAR_BEFORE.search(title):
            continue
        name = "y" if match["y"] else "b"
        written = int(match[name])
        if written == year or (written == year + 1 and _PLAN_WORDS.search(title)):
            continue
        start = heading.span.start + match.start(name)
        found = draft.text[start : start + 4]
        yield Problem(Span(start, start + 4), f"标题“{heading.shown}”写的是{found}年，报告年度是{year}年，请核对")


_MONTHS = {"元": 1, "十": 10, "十一": 11, "十二": 12, **{char: at for at, char in enumerate("一二三四五六七八九", 1)}}


def _signed(draft: Draft) -> tuple[Span, int, int | None] | None:
    """Where the date of the sign-off ends with its month, its year, and the month if it has one."""
    date = draft.identity.date
    match = _DATE.match(draft.dated, date.start, date.end) if date else None
    if date is None or match is None:
        return None
    month = match["m"]
    return Span(*match.span()), int(match["y"]), int(month) if month and month.isdigit() else _MONTHS.get(month or "")


def _date(draft: Draft, year: int) -> Iterator[Problem]:
    """The report of year Y is written from mid-November of Y to the end of March of Y+1, or a little later."""
    signed = _signed(draft)
    if signed is None:
        return
    place, written, month = signed
    if written not in (year, year + 1):
        yield Problem(
            Span(place.start, place.start + 4),
            f"落款日期是{draft.text[place.start : place.start + 4]}年，{year}年度的报告应写于{year}年底或{year + 1}年，请核对",
        )
    elif written == year and (month or 12) < _EARLIEST_MONTH:
        yield Problem(
            place,
            f"落款日期是{written}年{month}月，{year}年还没有过完，{year}年度的报告应写于{year}年底或{year + 1}年，请核对",
        )


def _window(draft: Draft, year: int) -> Iterator[Problem]:
    """Signed after March of Y+1: the reports of governments are to be public by 1 April."""
    signed = _signed(draft)
    if signed and signed[1] == year + 1 and (signed[2] or 1) >= _LATEST_MONTH:
        message = f"落款日期是{signed[1]}年{signed[2]}月，{year}年度的报告应在{year + 1}年第一季度报送和公开，请核对"
        yield Problem(signed[0], message)
