"""Values told as so many times others, and changes of what is no measure word (分, 日).

由300件增至900件，是上年的两倍; 达96场，是2024年32场的4倍; 由88.5分提升至91.3分，下降2.8分; 由10日压缩至5日，压缩60%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.arithmetic.changewords import DOWN, UP
from reportlint.arithmetic.statements import Quantity, Statement, rounded_percent
from reportlint.checktypes import Problem
from reportlint.document import Span
from reportlint.lazyre import lazy

_LAST = r"(?:上一?年度?|去年|20\d\d年度?|原来|此前|往年)(?:同期)?"
_OF_LAST = lazy(rf"[，,]?(?:已)?(?:是|为|达到?|相当于){_LAST}的?")
_OF_VALUE = lazy(rf"(?:是|为|达到?|相当于){_LAST}的?$")
_TO = lazy(r"^[^，。；、]{0,8}?[，,]?(?:增|升|提高|提升|上升|扩大|扩展)[^，。；、\d]{0,4}[到至为]$")
_DAYS = lazy(  # 日 is no measure word: a date is told with it far more often
    r"[由从](?:法定的?|原来的?)?(?P<old>\d+)日[^，。；\d]{0,6}[到至为](?P<new>\d+)日(?:以?内)?[，,](?:平均)?"
    r"(?P<word>压缩|缩短|减少|压减|缩减)(?:了|率|比例|幅度)?(?:达到?|为)?(?P<shown>\d+(?:\.(?P<digits>\d+))?)[%％]"
)
_FASTER = lazy(  # may mean how much less time, or how much more speed
    r"[由从](?:法定的?|原来的?|原)?(?P<old>\d+)(?P<unit>个工作日|天|日|小时|分钟|个月)[^，。；\d]{0,6}[到至为](?P<new>\d+)(?P=unit)(?:以?内)?[，,]"
    r"(?:整体|平均)?(?P<word>提速)(?:了|率)?(?:达到?|为)?(?P<shown>\d+(?:\.(?P<digits>\d+))?)[%％]"
)
_POINTS = lazy(  # nor is 分, which is a part of an hour and of a whole
    rf"[由从](?:上年|去年|20\d\d年)?的?(?P<old>\d+(?:\.\d+)?)分[^，。；\d]{{0,6}}[到至为](?P<new>\d+(?:\.\d+)?)分"
    rf"[，,](?:同比|[较比](?:上一?年度?|去年|20\d\d年度?)(?:同期)?)?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?(?P<shown>\d+(?:\.\d+)?)分(?!之)"
)


def multiples(text: str, said: Statement) -> Iterator[Problem]:
    """One problem a 倍 that the two values before it do not give."""
    for index in range(2, len(said.all)) if "倍" in said.text else ():
        old, new, shown = said.all[index - 2 : index + 1]
        if shown.unit != "倍" or not (old.exact and new.exact and shown.exact) or old.unit != new.unit or old.low <= 0:
            continue
        gap, between = said.between(new, shown), said.between(old, new)
        if gap == "的" and _OF_VALUE.search(said.before(new)[-14:]):
            yield from _times(text, new, old, shown)
        elif _TO.match(between) and _OF_LAST.fullmatch(gap):
            yield from _times(text, old, new, shown)


def _times(text: str, old: Quantity, new: Quantity, shown: Quantity) -> Iterator[Problem]:
    if new.low / old.high < shown.value + shown.step and new.high / old.low >= shown.value - shown.step / 2:
        return
    values = f"由{text[old.start : old.end]}到{text[new.start : new.end]}"
    true = f"{round(new.value / old.value, 2):g}倍"
    at = text[shown.start : shown.end]
    yield Problem(Span(shown.start, shown.end), f"“是…的{at}”与所写数字不符：{values}，应为{true}，请核对")


def days_and_points(text: str) -> Iterator[Problem]:
    """由10日压缩至5日，压缩60%; 由91.5分提高到94.2分，提高3.7分."""
    for match in _DAYS.finditer(text) if "日" in text and "%" in text else ():
        yield from _quicker(match, "日")
    for match in _FASTER.finditer(text) if "提速" in text else ():
        yield from _quicker(match, match["unit"])
    for match in _POINTS.finditer(text) if "分" in text else ():
        old, new, shown = (float(match[name]) for name in ("old", "new", "shown"))
        word, values = match["up"] or match["down"], f"由{match['old']}分到{match['new']}分"
        place = Span(match.start("shown"), match.end())
        if (new > old) != bool(match["up"]) and new != old:
            actual = "增加" if new > old else "减少"
            yield Problem(place, f"“{word}”与所写数字不符：{values}是{actual}，不是{word}，请核对")
        elif abs(abs(new - old) - shown) > 1e-6:
            yield Problem(
                place, f"“{word}{match['shown']}分”与所写数字不符：{values}，应为{round(abs(new - old), 2):g}分，请核对"
            )


def _quicker(match: re.Match[str], unit: str) -> Iterator[Problem]:
    days = int(match["old"]), int(match["new"])
    if not 0 < days[1] < days[0]:
        return
    shown, step = float(match["shown"]), 10.0 ** -len(match["digits"] or "")
    true = 100 * (1 - days[1] / days[0])
    speed = 100 * (days[0] / days[1] - 1) if match["word"] == "提速" else true
    if not any(shown - step / 2 - 1e-9 <= value < shown + step for value in (true, speed)):
        message = f"“{match['word']}{match['shown']}%”与所写数字不符：由{days[0]}{unit}到{days[1]}{unit}，应为{rounded_percent(true, step)}，请核对"
        yield Problem(Span(match.start("shown"), match.end()), message)
