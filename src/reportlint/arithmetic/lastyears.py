"""Last year's value beside this year's: 2025年120件，2024年100件，同比增长20%; 120件（上年同期100件），增长20%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.arithmetic.changewords import CHANGE, DIFFERENCE, DOWN, THAN, UP, Change
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy

_LAST = lazy(r"上一?年度?|去年|同期|(?P<year>20\d\d)\s?年|往年|原来|改革前|此前")
_YEAR_ONLY = lazy(r"20\d\d\s?年度?(?:同期|全年)?数?(?:则|仅|共)?[为是有]?")  # 86件（2024年为72件）
_NOT_LAST = lazy(rf"结转|以来|目标|计划|\d年底前|新建|印发|实施|{UP}|{DOWN}")
_BESIDE = lazy(
    r"旧存|存量|结[转余存]|滚存|遗留|未[办审]?结|积案|剔除|扣除|除|不?含|不?包[括含]|因素|影响|转入|移送|上划|下划|划转"
)
_STEP = lazy(rf"(?:{UP}|{DOWN})(?<!至)(?<!新增)了?$")
_PERIOD = lazy(r"[上下]半年|季度|\d月|月份|年底")


def last_year(said: Statement, year: int | None) -> Iterator[Change]:
    """2025年120件，2024年100件，同比增长20%; 120件（上年同期100件），增长20%; 增长20%（上年100件）."""
    every = said.all
    for index, shown in enumerate(every):
        if shown.unit not in ("%", "个百分点") or not shown.exact:
            continue
        gap = said.between(every[index - 1], shown) if index else said.before(shown)
        match = CHANGE.search(gap)
        if match is None or cached("其中|占|分别").search(gap) or len(gap) > 20:
            continue
        if index and every[index - 1].unit == shown.unit and cached("^[、，,和及]").match(gap) and "分别" in said.text:
            continue  # 分别上升20%、下降20%: the second is of the second pair
        pair = _years(said, [q for q in every if q is not shown and q.unit not in ("个百分点", "倍")], shown, year)
        if pair:
            sign = 1 if match["up"] else -1
            yield Change(pair[0], pair[1], sign, match["up"] or match["down"], shown)


def _years(
    said: Statement, found: list[Quantity], shown: Quantity, year: int | None
) -> tuple[Quantity, Quantity] | None:
    """Last year's value and this year's, when there is just one of each and nothing else to compare."""
    old = [
        q
        for q in found
        if (m := _LAST.search(q.label))
        and not _NOT_LAST.search(q.label)
        and not _BESIDE.search(q.label + "|" + q.after)
        and not DIFFERENCE.search(q.label)
        and not _this_year(m, said, year)
    ]
    if len(old) != 1 or not old[0].exact:
        return None
    new = [q for q in found if q is not old[0] and q.unit == old[0].unit]
    if new and (_STEP.search(new[0].label) or DIFFERENCE.search(new[0].label)):
        return None  # 较2024年的278件减少37件，下降13.3%: the difference, no value of its own
    if len(new) != 1 or not new[0].exact or new[0].start > shown.start:
        return None
    if _grew_itself(said, old[0], shown) or "其中" in said.between(old[0], new[0]):
        return None
    return None if len(_PERIOD.findall(said.text)) == 1 else (old[0], new[0])


def _grew_itself(said: Statement, old: Quantity, shown: Quantity) -> bool:
    """去年全区收入34亿元，增长14%，地方收入21亿元，增长19.3%: told in January, 去年 is the year reported on."""
    later = [q for q in said.all if old.end <= q.start < shown.start][:1]
    return any(q.unit == "%" and CHANGE.search(said.between(old, q)) for q in later)


def _this_year(match: re.Match[str], said: Statement, year: int | None) -> bool:
    """Whether the year is the later one of the sentence (2025年120件 beside 2024年100件), or if alone the report's."""
    if not match["year"]:
        return False
    told, years = int(match["year"]), {int(y) for y in cached(r"(20\d\d)\s?年").findall(said.text)}
    if len(years) == 1 and (THAN.search(match.string) or (year and told < year and _YEAR_ONLY.fullmatch(match.string))):
        return False
    return told == max(years)
