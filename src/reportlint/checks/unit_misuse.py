"""``unit-misuse``: a number whose measure word does not fit what it counts: 罚没款35件, 案件120万元, 298名中小学, 12.5件.

Only nouns that stand directly before the number, with a verb that leaves no other reading, and a number that ends its
clause (罚款35件 counts penalties, 召开会议12人次参加 counts people); or nouns directly behind it that end the clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.misfits import FOLLOWING, MISFITS
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.numerals import Figure
from reportlint.patterns import Pattern
from reportlint.record import record

_WHOLE = frozenset(
    (
        "件",
        "起",
        "宗",
        "人",
        "人次",
        "名",
        "家",
        "户",
        "次",
        "场",
        "场次",
        "份",
        "批",
        "批次",
        "辆",
        "条",
        "部",
        "件次",
        "家次",
        "户次",
        "篇",
        "例",
        "期",
    )
)
_ALONE = frozenset(("名", "辆"))  # 2.5名参与: no halves, whatever follows
_LINKS = (
    "共计",
    "合计",
    "总计",
    "累计",
    "达到",
    "总额",
    "共",
    "达",
    "约",
    "近",
    "为",
    "逾",
    "超过",
    "超",
    "有",
    "了",
    " ",
)
_LAST = frozenset(noun[-1] for misfit in MISFITS for noun in misfit.nouns) | {link[-1] for link in _LINKS}
_BY_UNIT = {
    unit: tuple(misfit for misfit in MISFITS if unit in misfit.units)
    for unit in {unit for misfit in MISFITS for unit in misfit.units}
}
_BEHIND = {unit: tuple(row for row in FOLLOWING if unit in row[1]) for row in FOLLOWING for unit in row[1]}
_FIRST = frozenset(noun[0] for nouns, _, _ in FOLLOWING for noun in nouns)
_GOES_ON = ("开展", "进行", "实施")
_NEAR = 12  # code points: the longest noun and two links
_AVERAGE = ("均", "每", "比", "万人", "折合", "相当于", "系数", "指数", "拥有", "版", "第")
_CHANGED = ("增", "升", "提高", "降", "减", "多", "少", "高", "低")
_ENDS = frozenset(("", *"，,。；;、）)！？\n"))
_STOPS = _ENDS - {"、"}  # 3名村、社区干部


@record
class UnitMisuseCheck:
    """One problem a number; averages may be fractions, and what goes on behind the number decides nothing."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """The noun with its number."""
        text = draft.text
        for figure in draft.figures:
            message = ""
            if figure.step < 1.0 and figure.unit in _WHOLE:
                message = _fraction(draft, figure)
            elif figure.unit in _BY_UNIT and text[figure.start - 1] in _LAST and figure.value is not None:
                message = _misfit(draft, figure)
            if (
                message
                and text[figure.end : figure.end + 1] not in _ENDS
                and (figure.step >= 1.0 or figure.unit not in _ALONE)
            ):
                continue
            if not message and figure.unit in _BEHIND and text[figure.end : figure.end + 1] in _FIRST:
                message = _behind(draft, figure)
            if message and any(part.start <= figure.start < part.end for part in scope):
                yield Problem(Span(figure.start, figure.end), message)


def _before(draft: Draft, figure: Figure) -> str:
    """The words of the clause before a number."""
    return draft.text[draft.clause(figure.start).start : figure.start]


def _fraction(draft: Draft, figure: Figure) -> str:
    """12.5件: what is counted one by one has no tenths, but averages have."""
    shown, before = draft.text[figure.start : figure.end], _before(draft, figure)
    if any(word in before for word in _CHANGED):  # 每万人拥有律师3.2名，较上年增加0.4名
        before = draft.text[draft.sentence(figure.start).start : figure.start]
    if not before.strip() or before[-1:].isdigit() or any(word in before for word in _AVERAGE):
        return ""
    return f"“{shown}”不是整数，“{figure.unit}”没有小数，请核对数字（是否漏写“万”）"


def _misfit(draft: Draft, figure: Figure) -> str:
    near = _plain(draft.text[max(0, figure.start - _NEAR) : figure.start])
    for misfit in _BY_UNIT.get(figure.unit, ()):
        if not near.endswith(misfit.nouns):
            continue
        before = _before(draft, figure)
        if (misfit.below and (figure.value or 0) >= misfit.below) or any(word in before for word in misfit.unless):
            continue
        if not misfit.verbs or any(verb in before for verb in misfit.verbs):
            noun = max((noun for noun in misfit.nouns if near.endswith(noun)), key=len)
            noun = near[-3:] if len(noun) == 1 else noun  # 员, 站: the end of a longer word
            shown = draft.text[figure.start : figure.end]
            return f"“{noun}”与“{shown}”的量词不配：{noun}{misfit.counted}，请核对"
    return ""


def _behind(draft: Draft, figure: Figure) -> str:
    """298名中小学: the noun behind the number, where the clause ends with it or goes on with a verb."""
    for nouns, _, counted in _BEHIND[figure.unit]:
        for noun in nouns:
            end = figure.end + len(noun)
            if not draft.text.startswith(noun, figure.end):
                continue
            if draft.text[end : end + 1] in _STOPS or draft.text.startswith(_GOES_ON, end):
                shown = draft.text[figure.start : figure.end]
                return f"“{shown}”与“{noun}”的量词不配：{noun}{counted}，请核对"
    return ""


def _plain(before: str) -> str:
    """The words without 共, 达, 约 at their end."""
    while before.endswith(_LINKS):
        before = before[: -len(next(link for link in _LINKS if before.endswith(link)))]
    return before
