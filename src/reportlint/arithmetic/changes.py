"""Changes that a sentence states with both values: from what, to what, and by how much.

由40件增至50件，增长25%; 增长25%，由40件增至50件; 226家次，比2024年的318家次下降28.9%; 比上年的40件增长25%，达到50件; 2025年120件，
2024年100件，同比增长20%.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reportlint.arithmetic.changewords import CHANGE, DIFFERENCE, DOWN, SUBJECT, THAN, UP, WANTED, Change
from reportlint.arithmetic.countlists import gap_between
from reportlint.arithmetic.lastyears import last_year
from reportlint.arithmetic.pairedchanges import paired_changes
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy

_FROM = lazy(r"(?:由|从)[^，。；由从]{0,16}$|法定(?:的|时限)*$")
_TO = lazy(
    rf"^[^，。；、]{{0,8}}?[，,]?(?:逐步|大幅|进一步|显著|已|稳步|统一|平均|相应)?(?:(?P<up>{UP})|(?P<down>{DOWN})|调整|变)[到至为成]?(?:20\d\d年度?的?)?[^，。；、\d]{{0,12}}$"
)
_TOO_FAR = lazy(r"[到至为成]|增至|降至|减至")
_RANKED = lazy(r"排名|位次|名次|位列|名列|等次|等级|评级|梯队")
_SPEED = ("天", "小时", "分钟", "个工作日", "个月", "步", "次")
_WITH = lazy(r"[与同和](?:上一?年度?|去年|20\d\d年度?)(?:同期)?的?$")  # with 相比 behind the value
_OTHER_TALK = lazy(r"其中|占|率|平均|分别|各|指标|比重|倍")


_GREW = lazy("(?:增加|减少|下降|上升|增长|提高|降低|多|少)了?$")  # a difference, no value
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


def changes(said: Statement, year: int | None = None) -> Iterator[Change]:
    """Every change of a sentence, with the report's year where it is known; one may be told twice."""
    yield from _from_to(said)
    yield from _than(said)
    yield from _than_first(said)
    yield from last_year(said, year)
    yield from _doubled(said)
    yield from paired_changes(said)


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
    match = CHANGE.search(gap)
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
    match = CHANGE.search(gap)
    word = _WORD.search(gap)
    if match is None or word is None or cached("其中|占|分别|目标|率").search(gap):
        return None, None
    if index > 1 and len(cached(rf"^[^，,]*[，,]|{SUBJECT}").sub("", gap[: word.start()])) < _OWN_WORDS:
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
        than = THAN.search(said.before(old)[-24:])
        if than is None and said.text.startswith(("相比", "相较"), old.end - said.span.start):
            than = _WITH.search(said.before(old)[-24:])
        if than is None or WANTED.search(than.group()) or not old.exact:
            continue
        if DIFFERENCE.search(old.label) or _GREW.search(old.label):
            continue
        new = _outside(said, index - 1)
        if new is None or new.unit != old.unit or not new.exact or _GREW.search(new.label):
            continue
        gap = gap_between(said, new, old)
        if len(gap) > 24 or _OTHER_TALK.search(gap):
            continue
        shown = every[index + 1] if index + 1 < len(every) else None
        if shown is None:
            continue
        gap = said.between(old, shown)
        match = cached(
            rf"[^，。；、]{{0,6}}?[，,]?(?:同比|大幅|相应)?(?:(?P<up>{UP}|高出?|多出?)|(?P<down>{DOWN}|低|少))(?:了|约|达)?\s?"
        ).fullmatch(gap)
        if match and shown.exact and shown.unit in ("%", "个百分点", old.unit):
            yield Change(old, new, 1 if match["up"] else -1, match["up"] or match["down"], shown)


def _outside(said: Statement, index: int) -> Quantity | None:
    """The quantity, or the one before the bracket that ends behind it: 480件（含上级转办120件），比上年600件减少120件."""
    behind = said.text[said.all[index].end - said.span.start :]
    if not cached(r"[^（()）]{0,12}[）)]").match(behind):
        return said.all[index]
    opened = max(said.before(said.all[index]).rfind(mark) for mark in "（(") + said.span.start
    return next((q for q in reversed(said.all[:index]) if q.end <= opened), None)


def _than_first(said: Statement) -> Iterator[Change]:
    """比2024年的40件增长25%，达到50件."""
    for old, shown, new in zip(said.all, said.all[1:], said.all[2:], strict=False):
        if not (old.exact and shown.exact and new.exact) or shown.unit not in ("%", old.unit) or new.unit != old.unit:
            continue
        match = cached(rf"(?:同比|大幅)?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?").fullmatch(said.between(old, shown))
        if match and _RESULT.fullmatch(said.between(shown, new)) and THAN.search(said.before(old)[-24:]):
            yield Change(old, new, 1 if match["up"] else -1, match["up"] or match["down"], shown)
