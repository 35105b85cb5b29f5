"""``plan-years``: a five-year plan with years that are not its own: “十四五”（2020—2024年）, the first year that is the last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.numerals import han_number
from reportlint.patterns import Pattern
from reportlint.record import record

_BRACKETED = Pattern(r"[一二三四五六七八九十]五”?(?:普法|时期|期间|[\p{Han}]{0,10}规划)?[（]20\d\d")
_YEAR_AFTER = Pattern(r"五”?[^。；\n]{0,12}年(?:，?即|[（])20\d\d年")
_YEAR_OF = Pattern(r"20\d\d年是[^。；\n]{0,40}(?:之年|第[一二三四五]年|最后一年|第一年|首年|末年)")
_WITH_YEARS = lazy(
    r"(?P<name>(?P<ten>十)?(?P<n>[一二三四五六七八九])五[”’\"]?(?P<law>普法)?(?:时期|期间|规划|(?P<own>[^\W\d_]{2,10}?规划))?)"
    r"[（(](?P<at>(?P<a>20\d\d)\s?年?\s?[-－—–~～至到]+\s?(?P<b>20\d\d))\s?年?[）)]"
)
_IS = lazy(
    r"(?P<y>20\d\d)年是(?:全面)?(?:贯彻|实施|推进|落实|完成|编制)?[“‘\"]?(?P<ten>十)?(?P<n>[一二三四五六七八九])五[”’\"]?"
    r"(?P<law>普法)?(?:规划|时期|工作)?(?:实施)?的?(?P<place>开局|启动|起步|收官|末|首|最后一|第[一二三四五])(?:之)?年"
)
_NAMED_YEAR = lazy(  # “十五五”规划开局之年（2025年）
    r"[“‘\"]?(?P<ten>十)?(?P<n>[一二三四五六七八九])五[”’\"]?(?P<law>普法)?(?:规划|时期|工作|实施)*的?"
    r"(?P<place>开局|启动|起步|收官|末|首|最后一|第[一二三四五])之?年(?:，?即|[（(])(?P<y>20\d\d)年"
)
_HORIZON = lazy(
    r"(?P<y>20\d\d)年是(?:全面)?(?:贯彻|实施|推进|落实)?《[^《》\n]{4,40}[（(](?P<a>20\d\d)\s?[-－—–~～至]+\s?(?P<b>20\d\d)年?[）)]》"
    r"(?:实施)?的?(?P<place>开局|启动|起步|收官|末|首|最后一|第[一二三四五])(?:之)?年"
)
_BEGUN = lazy(
    r"(?P<verb>编制|制定|制订|谋划|启动|起草|出台|科学编制|研究制定)(?:好|实施|我[市县区局镇乡])?[^，。；、\n“‘\"五]{0,4}"
    r"(?P<name>[“‘\"]?(?P<ten>十)?(?P<n>[一二三四五六七八九])五[”’\"]?(?:普法|法治|规划))(?![^，。；\n]{0,8}(?:总结|评估|验收|收官|终期|报告|中期))"
)
_ENDED = lazy(
    r"(?P<name>[“‘\"]?(?P<ten>十)?(?P<n>[一二三四五六七八九])五[”’\"]?(?P<law>普法|法治|规划))(?:规划|宣传|教育|工作)*(?:实施)?(?:情况)?的?"
    r"(?P<end>总结验收|终期验收|终期评估|总结评估|验收|收官)"
)
_SPAN_TITLE = lazy(
    r"(?:贯彻落实|落实|按照|根据|依据|对照)《(?P<at>[^《》\n]{4,40}[（(](?P<a>20\d\d)\s?[-－—–~～至]\s?20\d\d\s?年?[）)])》"
)
_QUOTES = str.maketrans("", "", '“”‘’"')
_FIRST = ("开局", "起步", "首", "第一")
_LAST = ("收官", "末", "最后一", "第五")


@record
class PlanYearsCheck:
    """The 14th plan and the 8th of legal education both run from 2021 to 2025; the others lie five years apart."""

    def triggers(self) -> Iterable[Pattern]:
        """What must occur for there to be anything to look at."""
        return (_BRACKETED, _YEAR_OF, _YEAR_AFTER)

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a place."""
        for start, end, message in (*_spans(draft), *_places(draft)):
            if any(span.start <= start < span.end for span in scope):
                yield Problem(Span(start, end), message)
        for begun in (*_begun_again(draft), *_ended(draft), *_not_begun(draft)):
            if any(span.start <= begun.span.start < span.end for span in scope):
                yield begun


def _begun_again(draft: Draft) -> Iterator[Problem]:
    """编制“八五”普法规划 among what is to be done in 2026: that was done in 2021."""
    year = draft.declared_year
    if not year or "五" not in draft.text:
        return
    for span in draft.sections.spans("next-plan"):
        for match in _BEGUN.finditer(draft.text, span.start, span.end):
            first = _first_year(match["n"], not match["ten"], bool(match["ten"]))
            if first and year > first + 1:
                name = match["name"].translate(_QUOTES)
                message = (
                    f"“{name}”是{first}—{first + 4}年的，{year + 1}年的安排还写“{match['verb']}”，请核对是否往年的内容"
                )
                yield Problem(Span(*match.span("name")), message, "suspected", softened=True)


def _ends(text: str) -> Iterator[re.Match[str]]:
    """The matches of what is told to end, looked for from their 五: the characters before it are everywhere."""
    at = text.find("五")
    while at >= 0:
        matches = (_ENDED.match(text, start) for start in range(max(0, at - 3), at))
        match = next((match for match in matches if match and match.end("n") == at), None)
        if match:
            yield match
        at = text.find("五", at + 1)


def _ended(draft: Draft) -> Iterator[Problem]:
    """做好“七五”普法总结验收 among what is to be done in 2026, or “八五” in 2020: years after, or before, the plan's end."""
    year = draft.declared_year
    if not year or "五" not in draft.text:
        return
    plans = draft.sections.spans("next-plan")
    for match in _ends(draft.text):
        first = _first_year(match["n"], not match["ten"], bool(match["ten"]))
        planned = any(span.start <= match.start() < span.end for span in plans)
        if not first or not (year + 1 < first + 4 or (planned and year > first + 5)):
            continue
        name = match["name"].translate(_QUOTES)
        message = f"“{name}”是{first}—{first + 4}年的，{year}年的报告写它的“{match['end']}”，请核对是不是别的年份的内容"
        yield Problem(Span(*match.span("name")), message, "suspected", softened=True)


def _not_begun(draft: Draft) -> Iterator[Problem]:
    """落实《……（2021—2025年）》 in the account of 2020: a plan that had not begun."""
    year = draft.declared_year
    if not year:
        return
    for match in _SPAN_TITLE.finditer(draft.text):
        told = any(span.start <= match.start() < span.end for span in draft.sections.spans("next-plan"))
        if int(match["a"]) > year and not told:
            message = f"这个规划从{match['a']}年起，报告年度是{year}年，那时还没有开始，请核对"
            yield Problem(Span(*match.span("at")), message, "suspected", softened=True)


def _first_year(number: str, law: bool, ten: bool) -> int:
    """The first year of a plan by its ordinal; 0 for one that is not known."""
    value = (han_number(number) or 0) + (10 if ten else 0)
    if law:
        return 2021 + 5 * (value - 8) if not ten and value >= 5 else 0
    return 2021 + 5 * (value - 14) if value >= 10 else 0


def _spans(draft: Draft) -> Iterator[tuple[int, int, str]]:
    if _BRACKETED not in draft.occurring:
        return
    for match in _WITH_YEARS.finditer(draft.text):
        first = _first_year(match["n"], bool(match["law"]), bool(match["ten"]))
        law = bool(match["law"]) or not match["ten"]
        first = first or (_first_year(match["n"], True, False) if law else 0)
        begun, ended = int(match["a"]), int(match["b"])
        within = match["own"] and first <= begun and ended <= first + 4  # “十四五”节水规划（2022—2025年）
        if first and (begun, ended) != (first, first + 4) and ended - begun < 9 and not within:
            name = match["name"].translate(_QUOTES)
            message = f"“{name}”是{first}—{first + 4}年，写的是“{match['at']}”，请核对"
            yield match.start("at"), match.end("at"), message


def _places(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """2025年是“十四五”规划的开局之年: which year of the plan a year is."""
    if _YEAR_OF not in draft.occurring and _YEAR_AFTER not in draft.occurring:
        return
    for match in (*_IS.finditer(draft.text), *_NAMED_YEAR.finditer(draft.text)):
        first = _first_year(match["n"], bool(match["law"]), bool(match["ten"]))
        if first:
            yield from _wrong_place(match, first, first + 4)
    for match in _HORIZON.finditer(draft.text):
        yield from _wrong_place(match, int(match["a"]), int(match["b"]))


def _wrong_place(match: re.Match[str], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    year, place = int(match["y"]), match["place"]
    right = last if place in _LAST[:3] else first
    if place.startswith("第"):
        right = first + (han_number(place[1]) or 1) - 1
    if place in ("启动", *_FIRST[:2]) and year == first + 1:
        return  # plans are often issued, and begun, a year late
    if year != right:
        message = f"这个规划是{first}—{last}年，“{place}{'之' if len(place) == 2 and place[0] != '第' else ''}年”应是{right}年，写的是{year}年，请核对"
        yield match.start("y"), match.start("y") + 5, message
