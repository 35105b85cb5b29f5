"""Changes that a sentence states with both values: from what, to what, and by how much.

由40件增至50件，增长25%; 增长25%，由40件增至50件; 226家次，比2024年的318家次下降28.9%; 比上年的40件增长25%，达到50件; 2025年120件，
2024年100件，同比增长20%.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple

UP = "增长|增加|上升|提高|提升|上涨|扩大|增至|升至|增幅|涨幅|增|升|延长|新增|攀升|扩容|扩充|扩展"
DOWN = "下降|减少|降低|压缩|压减|缩减|缩短|精简|减至|降至|降幅|减幅|回落|下滑|缩小|削减|核减|降|减|压降"
WANTED = lazy(UP + "|" + DOWN)
_FROM = lazy(r"(?:由|从)[^，。；由从]{0,16}$|法定(?:的|时限)*$")
_TO = lazy(
    rf"^[^，。；、]{{0,8}}?[，,]?(?:逐步|大幅|进一步|显著|已|稳步|统一|平均|相应)?(?:(?P<up>{UP})|(?P<down>{DOWN})|调整|变)[到至为成]?[^，。；、\d]{{0,12}}$"
)
_TOO_FAR = lazy(r"[到至为成]|增至|降至|减至")
_RANKED = lazy(r"排名|位次|名次|位列|名列|等次|等级|评级|梯队")
_SPEED = ("天", "小时", "分钟", "个工作日", "个月", "步", "次")
_SUBJECT = "净|案件|数量|总量|总数|受理量|件数|办件|量|数|收案|发案|总体|整体|共|累计|幅度?|大幅|再|[较比](?:上年|去年|上一年度?|20\\d\\d年|上年度)(?:同期)?|同比|环比|相比"
_CHANGE = lazy(
    rf"(?:^[^，,。；、（(]{{0,8}}|[，,（(、])(?:{_SUBJECT})*(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|达到?|为|率为?|约)?\s?$"
)
_WITH = lazy(r"[与同和](?:上一?年度?|去年|20\d\d年度?)(?:同期)?的?$")  # with 相比 behind the value
_THAN = lazy(r"(?:比|较)(?:上一?年度?|去年|20\d\d年度?|上年)?(?:同期)?的?[^，。；、比较]{0,6}$")
_LAST = lazy(r"上一?年度?|去年|同期|(?P<year>20\d\d)\s?年|往年|原来|改革前|此前")
_YEAR_ONLY = lazy(r"20\d\d\s?年度?(?:同期|全年)?数?(?:则|仅|共)?[为是有]?")  # 86件（2024年为72件）
_NOT_LAST = lazy(rf"结转|以来|目标|计划|\d年底前|新建|印发|实施|{UP}|{DOWN}")
_STEP = lazy(rf"(?:{UP}|{DOWN})(?<!至)(?<!新增)了?$")
_PERIOD = lazy(r"[上下]半年|季度|\d月|月份|年底")
_OTHER_TALK = lazy(r"其中|占|率|平均|分别|各|指标|比重|倍")


_OWN_WORDS = 2  # code points that name what an amount before its values is said of
_AMOUNTS = ("%", "个百分点", "倍")
_NOT_NET = (
    "新增",
    "扩充",
    "扩展",
    "扩容",
    "核减",
    "精简",
    "削减",
    "增至",
    "升至",
    "减至",
    "降至",
)  # some may have gone, some come
_ENDS_NET = lazy(r"[，,。；;、）)]?(?:\Z|(?<=[，,。；;、）)])(?!减少|新增|取消|淘汰|注销))")
_RESULT = lazy(r"[，,]?(?:达到?|至|为|升至|增至|上升至|[升增降减]为|降至|减至|下降至|增加到|减少到)了?")
_THEN = lazy(r"[，,（(](?:即|已)?(?:由|从)(?:20\d\d年度?|上一?年度?|去年)?(?:同期)?的?")
_WORD = lazy(rf"(?P<word>{UP}|{DOWN})(?:了|达到?|为|率为?|约)?\s?$")
_DOUBLED = lazy(r"翻(?:了)?(?P<times>[一两二三])番")


class Change(NamedTuple):
    """From ``old`` to ``new``; ``shown`` says by how much, ``sign`` which way the words say (0: not said)."""

    old: Quantity
    new: Quantity
    sign: int
    word: str
    shown: Quantity | None


def changes(said: Statement, year: int | None = None) -> Iterator[Change]:
    """Every change of a sentence, with the report's year where it is known; one may be told twice."""
    yield from _from_to(said)
    yield from _than(said)
    yield from _than_first(said)
    yield from _last_year(said, year)
    yield from _doubled(said)


def _from_to(said: Statement) -> Iterator[Change]:
    for index, (old, new) in enumerate(pairwise(said.all)):
        gap = said.between(old, new)
        match = _TO.match(gap)
        if (
            match is None
            or not _FROM.search(said.before(old)[-20:])
            or not _TOO_FAR.search(gap)
            or old.unit != new.unit
        ):
            continue
        if not (old.exact and new.exact) or _RANKED.search(said.text) or old.unit in ("级", "位", "倍", "岁", "步"):
            continue
        word = match["up"] or match["down"] or ""
        sign = 1 if match["up"] else -1 if match["down"] else 0
        if sign > 0 and old.unit in _SPEED and cached("提|优化|升").search(word):
            sign = 0  # 办理时限由5天提升到2天: better, not more
        change, shown = _shown_after(said, index + 1)
        if change is None and index:
            change, shown = _shown_before(said, index)
        if sign and (change is None or sign != (1 if new.value > old.value else -1)):
            yield Change(old, new, sign, word, None)
        elif change is not None:
            yield Change(old, new, *change, shown)


def _shown_after(said: Statement, index: int) -> tuple[tuple[int, str] | None, Quantity | None]:
    """The 增长25% or 提高3.4个百分点 right after a value: its direction and word, and the figure."""
    later = said.all[index + 1 : index + 2]
    if not later or later[0].unit not in (*_AMOUNTS, said.all[index].unit) or not later[0].exact:
        return None, None
    gap = said.between(said.all[index], later[0])
    match = _CHANGE.search(gap)
    if (
        match is None
        or len(gap) > 16
        or len(cached("[，,]").findall(gap)) > 1
        or cached("其中|占|分别|目标").search(gap)
    ):
        return None, None
    word = match["up"] or match["down"]
    if later[0].unit not in _AMOUNTS and (
        word in _NOT_NET or not _ENDS_NET.match(said.text, later[0].end - said.span.start)
    ):
        return None, None
    return (1 if match["up"] else -1, word), later[0]


def _shown_before(said: Statement, index: int) -> tuple[tuple[int, str] | None, Quantity | None]:
    """The 增长25% right before 由40件增至50件, unless it is said of what stands before it."""
    shown, old = said.all[index - 1 : index + 1]
    if shown.unit not in _AMOUNTS or not shown.exact or not _THEN.fullmatch(said.between(shown, old)):
        return None, None
    gap = said.before(shown, said.all[index - 2].end if index > 1 else None)
    match = _CHANGE.search(gap)
    word = _WORD.search(gap)
    if match is None or word is None or cached("其中|占|分别|目标|率").search(gap):
        return None, None
    if index > 1 and len(cached(rf"^[^，,]*[，,]|{_SUBJECT}").sub("", gap[: word.start()])) < _OWN_WORDS:
        return None, None  # 由40件增至50件，增长25%，由5人增至6人
    return (1 if match["up"] else -1, word["word"]), shown


def _doubled(said: Statement) -> Iterator[Change]:
    """由40件增至60件，翻了一番; 翻了一番，由40件增至60件."""
    for match in _DOUBLED.finditer(said.text) if "番" in said.text else ():
        at, end = said.span.start + match.start(), said.span.start + match.end()
        times = {"一": 1.0, "两": 2.0, "二": 2.0, "三": 3.0}[match["times"]]
        shown = Quantity(at, end, times, times, times, 1.0, "番", "", "", True)
        index = bisect_left(said.all, at, key=lambda q: q.start)
        before, after = said.all[max(0, index - 2) : index], said.all[index : index + 2]
        if len(before) == 2 and cached("[，,]?(?:实现|同比)?").fullmatch(
            said.text[before[1].end - said.span.start : match.start()]
        ):
            pair = before
        elif len(after) == 2 and _THEN.fullmatch(said.text[match.end() : after[0].start - said.span.start]):
            pair = after
        else:
            continue
        old, new = pair
        alike = old.unit == new.unit and old.exact and new.exact
        if alike and _TO.match(said.between(old, new)) and _FROM.search(said.before(old)[-20:]):
            yield Change(old, new, 1, "", shown)


def _than(said: Statement) -> Iterator[Change]:
    """226家次，比2024年的318家次下降28.9%."""
    every = said.all
    for index in range(1, len(every)):
        old = every[index]
        than = _THAN.search(said.before(old)[-24:])
        if than is None and said.text.startswith(("相比", "相较"), old.end - said.span.start):
            than = _WITH.search(said.before(old)[-24:])
        if than is None or WANTED.search(than.group()) or not old.exact:
            continue
        new = every[index - 1]
        if new.unit != old.unit or not new.exact or len(said.between(new, old)) > 24:
            continue
        if _OTHER_TALK.search(said.between(new, old)):
            continue
        shown = every[index + 1] if index + 1 < len(every) else None
        if shown is None:
            continue
        gap = said.between(old, shown)
        match = cached(
            rf"[^，。；、]{{0,6}}?[，,]?(?:同比|大幅|相应)?(?:(?P<up>{UP}|高出?)|(?P<down>{DOWN}|低))(?:了|约|达)?\s?"
        ).fullmatch(gap)
        if match and shown.exact and shown.unit in ("%", "个百分点", old.unit):
            yield Change(old, new, 1 if match["up"] else -1, match["up"] or match["down"], shown)


def _than_first(said: Statement) -> Iterator[Change]:
    """比2024年的40件增长25%，达到50件."""
    for old, shown, new in zip(said.all, said.all[1:], said.all[2:], strict=False):
        if not (old.exact and shown.exact and new.exact) or shown.unit not in ("%", old.unit) or new.unit != old.unit:
            continue
        match = cached(rf"(?:同比|大幅)?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?").fullmatch(said.between(old, shown))
        if match and _RESULT.fullmatch(said.between(shown, new)) and _THAN.search(said.before(old)[-24:]):
            yield Change(old, new, 1 if match["up"] else -1, match["up"] or match["down"], shown)


def _last_year(said: Statement, year: int | None) -> Iterator[Change]:
    """2025年120件，2024年100件，同比增长20%; 120件（上年同期100件），增长20%; 增长20%（上年100件）."""
    every = said.all
    for index, shown in enumerate(every):
        if shown.unit not in ("%", "个百分点") or not shown.exact:
            continue
        gap = said.between(every[index - 1], shown) if index else said.before(shown)
        match = _CHANGE.search(gap)
        if match is None or cached("其中|占|分别").search(gap) or len(gap) > 20:
            continue
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
        if (m := _LAST.search(q.label)) and not _NOT_LAST.search(q.label) and not _this_year(m, said, year)
    ]
    if len(old) != 1 or not old[0].exact:
        return None
    new = [q for q in found if q is not old[0] and q.unit == old[0].unit]
    if new and _STEP.search(new[0].label):
        return None  # 较2024年的278件减少37件，下降13.3%: the difference, no value of its own
    if len(new) != 1 or not new[0].exact or new[0].start > shown.start:
        return None
    return None if len(_PERIOD.findall(said.text)) == 1 else (old[0], new[0])


def _this_year(match: re.Match[str], said: Statement, year: int | None) -> bool:
    """Whether the year is the later one of the sentence (2025年120件 beside 2024年100件), or if alone the report's."""
    if not match["year"]:
        return False
    told, years = int(match["year"]), {int(y) for y in cached(r"(20\d\d)\s?年").findall(said.text)}
    if len(years) == 1 and (
        _THAN.search(match.string) or (year and told < year and _YEAR_ONLY.fullmatch(match.string))
    ):
        return False
    return told == max(years)
