"""``range-order``: a range whose larger number stands first: 年龄55岁至28岁, 10%—5%, 5万元至2万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,6}(?:\.\d+)?"
_UNIT = (
    "周岁|岁|％|%|个百分点|万元|亿元|元|个工作日|天|小时|分钟|分(?![钟别类局析配期批管开明部项散])|平方米|立方米|厘米|毫米|米|公里|公斤|千克|吨|亩|"
    "人(?![大社民才])|名|件|家|户|倍|度"
)
_JOIN = r"(?:至|到|—{1,2}|－|–|-|~|～)"  # no blank: 832 -2.2% are two cells
_RANGE = lazy(
    rf"(?<![\d.,第年月日〔（(/—–~～-])(?P<a>{_NUMBER})(?P<first>{_UNIT})?{_JOIN}(?P<b>{_NUMBER})(?P<last>{_UNIT})(?!{_JOIN}\d)"
)
_JOINT = lazy(
    r"[至到—－–\-~～](?=\d)(?<=[\d岁％%点元日天时钟分米厘里斤克吨亩人名件家户倍度—].)"
)  # found first, for it is rarer than a number
_LONGEST = 20  # code points of a range before its joint
_CHANGE = lazy(r"(?:从|由|自|原来?的?|比(?![例率重]))[^，。；、在\n]{0,6}\Z")  # 由30至20天: what it was, and what it is
_FEWER = lazy("压缩|缩短|提速|降|减")
_NEAR = 12  # code points before a range that say so


@record
class RangeOrderCheck:
    """Both numbers count the same thing; dates and times have an order of their own (``date-order``)."""

    def triggers(self) -> Iterable[Pattern]:
        """None: ranges are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a range."""
        for span in scope:
            turned = (match for match in _ranges(draft.text, span) if _turned(match))
            for sentence, found in groupby(turned, key=lambda match: draft.sentence(match.start())):
                match, *more = found
                if not more and not _meant(draft, match, sentence):
                    right = f"{match['b']}{match['first'] or ''}至{match['a']}{match['last']}"
                    message = f"“{match.group()}”大数在前、小数在后，请核对是否应为“{right}”"
                    yield Problem(Span(*match.span()), message, "suspected")


def _meant(draft: Draft, match: re.Match[str], sentence: Span) -> bool:
    """Whether it goes down on purpose: 由30至20天; 时限大幅压缩，20天到5天; so do grades, one after the other."""
    if match["first"] and _FEWER.search(draft.text, *sentence):
        return True
    return _CHANGE.search(draft.text, max(0, match.start() - _NEAR), match.start()) is not None


def _ranges(text: str, span: Span) -> Iterator[re.Match[str]]:
    end = span.start
    for joint in _JOINT.finditer(text, span.start, span.end):
        match = _RANGE.search(text, max(end, joint.start() - _LONGEST), min(span.end, joint.end() + _LONGEST))
        if match and match.start() < joint.start() < match.end():
            end = match.end()
            yield match


def _turned(match: re.Match[str]) -> bool:
    first, last = (float(match[name].replace(",", "")) for name in "ab")
    numbered = match["first"] is None and 1900 < first < 2100  # 2025-12件: a year
    return first > last and not numbered and match["first"] in (None, match["last"])
