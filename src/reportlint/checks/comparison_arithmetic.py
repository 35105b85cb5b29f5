"""``comparison-arithmetic``: growth, decline and percentage points that the two values beside them do not give.

Three ways of writing are understood: 由40件增至50件，增长25%; 226家次，比2024年的318家次下降28.9%; 2025年120件，2024年100件，
同比增长20%. What is compared must be in one sentence and in one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.statements import Quantity, Statement, agrees, percent, statements

_UP = "增长|增加|上升|提高|提升|上涨|扩大|增至|升至|增幅|涨幅|增|升|延长|新增|攀升|扩容|扩充|扩展"
_DOWN = "下降|减少|降低|压缩|压减|缩减|缩短|精简|减至|降至|降幅|减幅|回落|下滑|缩小|削减|核减|降|减|压降"
_WANTED = lazy(_UP + "|" + _DOWN)
_FROM = lazy(r"(?:由|从)[^，。；由从]{0,16}$|法定(?:的|时限)*$")
_TO = lazy(
    rf"^[^，。；、]{{0,8}}[，,]?(?:逐步|大幅|进一步|显著|已|稳步|统一|平均|相应)?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|调整|变)[到至为成]?[^，。；、\d]{{0,12}}$"
)
_TOO_FAR = lazy(r"[到至为成]|增至|降至|减至")
_RANKED = lazy(r"排名|位次|名次|位列|名列|等次|等级|评级|梯队")
_SPEED = ("天", "小时", "分钟", "个工作日", "个月", "步", "次")
_SUBJECT = "案件|数量|总量|总数|受理量|件数|办件|量|数|收案|发案|总体|整体|共|累计|幅度?|大幅|再|[较比](?:上年|去年|上一年度?|20\\d\\d年|上年度)(?:同期)?|同比|环比|相比"
_CHANGE = lazy(
    rf"(?:^[^，,。；、（(]{{0,8}}|[，,（(、])(?:{_SUBJECT})*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|达到?|为|率为?|约)?\s?$"
)
_THAN = lazy(r"(?:比|较)(?:上一?年度?|去年|20\d\d年度?|上年)?(?:同期)?的?[^，。；、比较]{0,6}$")
_LAST = lazy(r"上一?年度?|去年|同期|(?P<year>20\d\d)\s?年|往年|原来|改革前|此前")
_NOT_LAST = lazy(rf"结转|以来|目标|计划|\d年底前|新建|印发|实施|{_UP}|{_DOWN}")
_PERIOD = lazy(r"[上下]半年|季度|\d月|月份|年底")
_OTHER_TALK = lazy(r"其中|占|率|平均|分别|各|指标|比重|倍")
_STEP = lazy(rf"^[，,]?(?:[比较](?:上一?年度?|去年|20\d\d年度?)?(?:同期)?|同比)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?$")


class Change(NamedTuple):
    """From ``old`` to ``new``; ``shown`` says by how much, ``sign`` which way the words say (0: not said)."""

    old: Quantity
    new: Quantity
    sign: int
    word: str
    shown: Quantity | None


@record
class ComparisonArithmeticCheck:
    """Tolerance is half the last digit shown; 余, 约 and 以上 decide nothing, and neither do ranks."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a comparison."""
        for said in statements(draft, scope, _WANTED, least=1):
            told: set[int] = set()
            for change in (*_from_to(said), *_than(said), *_last_year(said)):
                key = change.shown.start if change.shown else change.new.start
                if key not in told:
                    told.add(key)
                    yield from _judged(draft.text, said, change)
            yield from _impossible(draft.text, said)
            yield from _steps(draft.text, said)


def _exact(*found: Quantity) -> bool:
    return all(q.exact for q in found)


def _from_to(said: Statement) -> Iterator[Change]:
    for old, new in pairwise(said.all):
        gap = said.between(old, new)
        match = _TO.match(gap)
        if (
            match is None
            or not _FROM.search(said.before(old)[-20:])
            or not _TOO_FAR.search(gap)
            or old.unit != new.unit
        ):
            continue
        if not _exact(old, new) or _RANKED.search(said.text) or old.unit in ("级", "位", "倍", "岁", "步"):
            continue
        word = match["up"] or match["down"] or ""
        sign = 1 if match["up"] else -1 if match["down"] else 0
        if sign > 0 and old.unit in _SPEED and re.search("提|优化|升", word):
            sign = 0  # 办理时限由5天提升到2天: better, not more
        change, shown = _shown_after(said, new)
        if sign and (change is None or sign != (1 if new.value > old.value else -1)):
            yield Change(old, new, sign, word, None)
        elif change is not None:
            yield Change(old, new, *change, shown)


def _shown_after(said: Statement, new: Quantity) -> tuple[tuple[int, str] | None, Quantity | None]:
    """The 增长25% or 提高3.4个百分点 right after a value: its direction and word, and the figure."""
    later = [q for q in said.all if q.start >= new.end]
    if not later or later[0].unit not in ("%", "个百分点") or not later[0].exact:
        return None, None
    gap = said.between(new, later[0])
    match = _CHANGE.search(gap)
    if match is None or len(gap) > 16 or len(re.findall("[，,]", gap)) > 1 or re.search("其中|占|分别|目标", gap):
        return None, None
    sign = 1 if match["up"] else -1
    return (sign, match["up"] or match["down"]), later[0]


def _than(said: Statement) -> Iterator[Change]:
    """226家次，比2024年的318家次下降28.9%."""
    every = said.all
    for index in range(1, len(every)):
        old = every[index]
        than = _THAN.search(said.before(old)[-24:])
        if than is None or _WANTED.search(than.group()) or not old.exact:
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
        match = re.fullmatch(
            rf"[^，。；、]{{0,6}}[，,]?(?:同比|大幅|相应)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约|达)?\s?", gap
        )
        if match and shown.exact and shown.unit in ("%", "个百分点", old.unit):
            yield Change(old, new, 1 if match["up"] else -1, match["up"] or match["down"], shown)


def _last_year(said: Statement) -> Iterator[Change]:
    """2025年120件，2024年100件，同比增长20%; 120件（上年同期100件），增长20%; 增长20%（上年100件）."""
    every = said.all
    for index, shown in enumerate(every):
        if shown.unit not in ("%", "个百分点") or not shown.exact:
            continue
        gap = said.between(every[index - 1], shown) if index else said.before(shown)
        match = _CHANGE.search(gap)
        if match is None or re.search("其中|占|分别", gap) or len(gap) > 20:
            continue
        pair = _years(said, [q for q in every if q is not shown and q.unit not in ("个百分点", "倍")], shown)
        if pair:
            sign = 1 if match["up"] else -1
            yield Change(pair[0], pair[1], sign, match["up"] or match["down"], shown)


def _years(said: Statement, found: list[Quantity], shown: Quantity) -> tuple[Quantity, Quantity] | None:
    """Last year's value and this year's, when there is just one of each and nothing else to compare."""
    old = [
        q for q in found if (m := _LAST.search(q.label)) and not _NOT_LAST.search(q.label) and not _this_year(m, said)
    ]
    if len(old) != 1 or not old[0].exact:
        return None
    new = [q for q in found if q is not old[0] and q.unit == old[0].unit]
    if len(new) != 1 or not new[0].exact or new[0].start > shown.start:
        return None
    return None if len(_PERIOD.findall(said.text)) == 1 else (old[0], new[0])


def _this_year(match: re.Match[str], said: Statement) -> bool:
    """Whether the year is the later one of the sentence: 2025年120件 beside 2024年100件."""
    years = [int(y) for y in re.findall(r"(20\d\d)\s?年", said.text)]
    return (
        bool(match["year"])
        and int(match["year"]) == max(years)
        and not (len(set(years)) == 1 and _THAN.search(match.string))
    )


def _judged(text: str, said: Statement, change: Change) -> Iterator[Problem]:
    old, new, sign, word, shown = change
    values = f"{text[old.start : old.end]}到{text[new.start : new.end]}"
    truth = 1 if new.low > old.high else -1 if new.high < old.low else 0
    if not truth or old.low <= 0:
        return
    if sign != truth:
        actual = "增加" if truth > 0 else "减少"
        at = shown or new
        message = f"“{word}”与所写数字不符：由{values}是{actual}，不是{word}，请核对"
        yield Problem(Span(at.start, at.end), message)
    elif shown is not None and not _amount_agrees(old, new, shown):
        message = (
            f"“{word}{text[shown.start : shown.end]}”与所写数字不符：由{values}，应为{_amount(old, new, shown)}，请核对"
        )
        yield Problem(Span(shown.start, shown.end), message)


def _amount_agrees(old: Quantity, new: Quantity, shown: Quantity) -> bool:
    if shown.unit == "个百分点" and old.unit != "%":
        return True  # 由40件上升到50件，上升20个百分点: the unit is wrong, and what was meant cannot be told
    low = high = abs(new.value - old.value)
    if old.step != 1.0 or new.step != 1.0 or old.unit == "%":
        slack = (old.step + new.step) / 2
        low, high = max(0.0, low - slack), high + slack
    if shown.unit != "%":
        return agrees(shown, low, high)
    ratios = [new.low / old.high - 1, new.high / old.low - 1, new.value / old.value - 1]
    changes = [abs(100 * ratio) for ratio in ratios]
    return agrees(shown, min(changes), max(changes)) or (old.unit == "%" and agrees(shown, low, high))


def _amount(old: Quantity, new: Quantity, shown: Quantity) -> str:
    if shown.unit != "%":
        return f"{round(abs(new.value - old.value), 2):g}{shown.unit}"
    return percent(abs(100 * (new.value / old.value - 1)), shown)


def _impossible(text: str, said: Statement) -> Iterator[Problem]:
    """下降120%: nothing falls by more than all of it."""
    for q in said.all:
        if q.unit == "%" and q.value > 100 and q.exact:
            match = re.search(rf"({_DOWN})(?:了|达到?)?\s?$", said.before(q)[-8:])
            if match and not re.search("[到至为]$", match[1]):
                shown = text[q.start : q.end]
                yield Problem(Span(q.start, q.end), f"“{match[1]}{shown}”不可能：至多{match[1]}100%，请核对")


def _steps(text: str, said: Statement) -> Iterator[Problem]:
    """50家次，比上年减少10家次，下降16.7%: the difference and the percentage, last year's value unwritten."""
    for new, step, shown in zip(said.all, said.all[1:], said.all[2:], strict=False):
        match = _STEP.search(said.between(new, step))
        if match is None or new.unit != step.unit or shown.unit != "%" or not _exact(new, step, shown):
            continue
        after = re.fullmatch(
            rf"[，,、]?(?:同比)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约)?", said.between(step, shown)
        )
        old = new.value - step.value if match["up"] else new.value + step.value
        if after is None or bool(after["up"]) != bool(match["up"]) or old <= 0 or new.step != 1 or step.step != 1:
            continue
        if not agrees(shown, 100 * step.value / old, 100 * step.value / old):
            word = after["up"] or after["down"]
            message = (
                f"“{word}{text[shown.start : shown.end]}”与所写数字不符：{text[new.start : new.end]}，"
                f"比上年{match['up'] or match['down']}{text[step.start : step.end]}，"
                f"应为{percent(100 * step.value / old, shown)}，请核对"
            )
            yield Problem(Span(shown.start, shown.end), message)
