"""Underlines left to be written on, by what belongs there: 20__年__月, __县, ____万元, 党的____大, ____法治思想.

Those that nothing explains are told by the rule ``empty-slot``. A form that is quoted, an address of the web and a
file's name hold underlines of their own.
Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.lazyre import HAN, lazy
from reportlint.maskkinds import ORGAN, STRONG_NAME, Mask, counted
from reportlint.maskphrases import phrase_mask

_LINES = "_＿﹍﹏"
_RUN = lazy(rf"[{_LINES}]+")
_DIGITS = lazy(r"\d{1,3}\Z")
_PART = rf"\d{{0,3}}[{_LINES}]+\d{{0,2}}[ ]?"
_DATE = lazy(
    rf"(?:{_PART}(?:年度?(?![来轻龄间])|月份?(?!报)|季度|日(?![常报益语])))(?:[ ]?(?:{_PART}|\d{{1,2}})[ ]?(?:月份?|日(?![常报益语])))*"
)
_YEAR = lazy(rf"(?:19|20)\d?[{_LINES}]+(?![{_LINES}])")
_SEPARATES = ("报告", "总结", "方案", "通知", "计划", "要点", "汇报", "材料", "意见", "清单", "附件", "台账")
_LEADER = lazy(
    rf"(?:新时代{HAN}{{2,14}}思想|全面依法治国新理念|(?:关于)?(?:法治|经济|外交|强军|文化|生态文明){HAN}{{0,2}}思想|思想(?=[为，、和])|总书记|主席)"
)


def find_underlines(text: str) -> Iterator[Mask]:
    """The underlines that what stands around them explains, in order."""
    end = 0
    for run in _RUN.finditer(text) if "_" in text or "＿" in text or "﹍" in text or "﹏" in text else ():
        if run.start() < end or _of_address(text, run.start(), run.end()):
            continue
        mask = _explained(text, run)
        if mask is not None:
            yield mask
            end = mask.end


def separates(text: str, start: int, end: int) -> bool:
    """Whether a single underline merely parts two titles: …情况的总结_关于2025年…"""
    return end - start == 1 and text.endswith(_SEPARATES, 0, start)


def joined(text: str, masks: list[Mask]) -> list[Mask]:
    """Masks in order without overlaps; underlines right behind a name are a part of it (xx社区_村_)."""
    found: list[Mask] = []
    for mask in sorted(masks):
        last = found[-1] if found else None
        if last and mask.start < last.end:
            found[-1] = last._replace(end=max(last.end, mask.end))
        elif last and mask.start == last.end and mask.token[0] in _LINES and last.family == mask.family == "name":
            found[-1] = last._replace(end=mask.end)
        else:
            found.append(mask)
        last = found[-1]
        if last.family == "name" and (behind := _RUN.match(text, last.end)):
            found[-1] = last._replace(end=behind.end())
    return found


def _explained(text: str, run: re.Match[str]) -> Mask | None:
    before = _DIGITS.search(text, max(0, run.start() - 3), run.start())
    start = before.start() if before else run.start()
    end = run.end()
    if separates(text, start, end):
        return None
    if date := _DATE.match(text, start) or _YEAR.match(text, start):
        return Mask(start, date.end(), "date", date.group(), "")
    if phrase := phrase_mask(text, start, end):
        return phrase
    unit, unit_end = counted(text, end)
    if unit:
        return Mask(start, unit_end, "figure", run.group(), unit)
    for belongs in (STRONG_NAME, ORGAN):
        named = belongs.match(text, end)
        if named and text[named.end() : named.end() + 1] not in ("：", ":"):  # 姓名：____ 单位：____ has two blanks
            return _name(run, named.end())
    return _name(run, end) if _LEADER.match(text, end) else None


def _name(run: re.Match[str], end: int) -> Mask:
    return Mask(run.start(), end, "name", run.group(), "")


def _of_address(text: str, start: int, end: int) -> bool:
    return any(
        char.isascii() and (char.isalpha() or char in "./@=&")
        for char in (text[start - 1 : start], text[end : end + 1])
    )
