"""``year-conflict``: a year in the opening, a heading, the sign-off or a leading sentence that is not the report's.

Other years stand lawfully in plans, laws, document numbers, ranges and comparisons: only the places where an annual
report names its own year are looked at. The report of year Y is written in Y or Y+1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.check import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_HEAD_YEAR = lazy(r"^\s*(?P<y>(?:19|20)\d\d)\s?年(?!\s?[-－—–~～至到])")
_OPENING = lazy(
    r"^\s*(?:(?:自|从)?(?P<a>20\d\d)\s?年(?:度|以?来)?[，,]|.{0,60}?现?将[^。]{0,30}?(?P<b>20\d\d)\s?年度?[^。，]{0,30}(?:情况|工作)[^。]{0,12}(?:报告|汇报)如下)"
)
_REPORTED = lazy(r"现?将[^。]{0,30}?(?P<b>20\d\d)\s?年度?[^。，《]{0,30}(?:情况|工作)[^。]{0,12}(?:报告|汇报)如下")
_EARLIEST_MONTH = 11
_LATEST_MONTH = 4
_PLAN_WORDS = lazy(r"下一|安排|计划|打算|思路|展望|任务|部署|举措|措施|重点|目标|谋划|明年|今后|下步")
_LEAD_YEAR = lazy(
    r"(?P<y>20\d\d)\s?年(?:度)?(?:[，,]|(?=(?:全[市区县镇局省州年]|我[局市区县委镇乡])[^。\n]{0,60}\d))(?P<rest>[^。\n]{0,120})"
)
_OF_ITS_OWN_YEAR = lazy(  # what a report rightly tells of the year before
    r"以来|至今|较|相比|印发|出台|修订|施行|获评|命名|授予|启动|制定|考核|评估|评议|排名|位列|位居|通报|反馈|督察|整改"
)
_DONE = lazy(r"全年|共|累计|我[局市区县委镇乡]|全[市区县镇局]|先后|组织|开展|召开|办理|审查|持续|坚持")


@record
class YearConflictCheck:
    """Compared with the year of the title (or of ``--year``)."""

    place: Literal["opening", "headings", "date", "window", "text"] = option(
        "opening 开头段，headings 标题，date 落款日期的年份，window 落款日期的月份，text 正文句首"
    )

    def triggers(self) -> Iterable[Pattern]:
        """None: years are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a place."""
        year = draft.declared_year
        if not year:
            return
        found = {"opening": _opening, "headings": _headings, "date": _date, "window": _window, "text": _text}[
            self.place
        ](draft, year)
        for problem in found:
            if any(span.start <= problem.span.start < span.end for span in scope):
                yield problem


def _opening(draft: Draft, year: int) -> Iterator[Problem]:
    opening = draft.identity.opening
    if opening is None:
        return
    text = draft.text[opening.start : opening.end]
    for pattern in (_OPENING, _REPORTED):
        match = pattern.search(text)
        name = "a" if match and "a" in match.groupdict() and match["a"] else "b"
        if match and match[name] and int(match[name]) != year:
            start = opening.start + match.start(name)
            span = Span(start, start + 4)
            yield Problem(span, f"开头写的是“{match[name]}年”，标题是“{year}年”，请核对是否沿用了往年的稿子")
            return


def _headings(draft: Draft, year: int) -> Iterator[Problem]:
    plans = {match.heading for match in draft.sections.found("next-plan")}
    for index, heading in enumerate(draft.outline.headings):
        match = _HEAD_YEAR.search(heading.title)
        if match is None or heading.kind == "lead" or index in plans:
            continue
        written = int(match["y"])
        if written == year or (written == year + 1 and _PLAN_WORDS.search(heading.title)):
            continue
        start = heading.span.start + match.start("y")
        yield Problem(Span(start, start + 4), f"标题“{heading.shown}”写的是{written}年，报告年度是{year}年，请核对")


def _date(draft: Draft, year: int) -> Iterator[Problem]:
    """The report of year Y is written from mid-November of Y to the end of March of Y+1, or a little later."""
    date = draft.identity.date
    match = re.match(r"(20\d\d)\s?年(?:\s?(\d{1,2})\s?月)?", draft.text[date.start : date.end]) if date else None
    if date is None or match is None:
        return
    written, month = int(match[1]), int(match[2] or 12)
    if written not in (year, year + 1):
        yield Problem(
            Span(date.start, date.start + 4),
            f"落款日期是{written}年，{year}年度的报告应写于{year}年底或{year + 1}年，请核对",
        )
    elif written == year and month < _EARLIEST_MONTH:
        yield Problem(
            Span(date.start, date.start + match.end()),
            f"落款日期是{written}年{month}月，{year}年还没有过完，{year}年度的报告应写于{year}年底或{year + 1}年，请核对",
        )


def _window(draft: Draft, year: int) -> Iterator[Problem]:
    """Signed after March of Y+1: the reports of governments are to be public by 1 April."""
    date = draft.identity.date
    match = re.match(r"(20\d\d)\s?年\s?(\d{1,2})\s?月", draft.text[date.start : date.end]) if date else None
    if date and match and int(match[1]) == year + 1 and int(match[2]) >= _LATEST_MONTH:
        message = f"落款日期是{match[1]}年{match[2]}月，{year}年度的报告应在{year + 1}年第一季度报送和公开，请核对"
        yield Problem(Span(date.start, date.start + match.end()), message)


def _text(draft: Draft, year: int) -> Iterator[Problem]:
    """A leading 2024年，全年… in the report of 2025: last year's sentence left in."""
    opening = draft.identity.opening
    for match in _LEAD_YEAR.finditer(draft.text):
        written = int(match["y"])
        if draft.text[max(0, match.start() - 4) : match.start()].rstrip(" ")[-1:] not in ("", "。", "；", "\n"):
            continue
        if written >= year or (opening and opening.start <= match.start() < opening.end):
            continue
        if not _DONE.search(match["rest"]) or str(year) in match["rest"] or _OF_ITS_OWN_YEAR.search(match["rest"]):
            continue
        message = f"这句以“{written}年”开头，报告年度是{year}年，请核对是不是往年的内容"
        yield Problem(Span(match.start("y"), match.start("y") + 4), message, "suspected")
