"""Two percentages that leave nothing between them: 合格率98.5%，不合格率2.5%; 线上占65%，线下占45%.

Beside each other, and named as the two halves of one thing; then they make 100 %, but for rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportlint.arithmetic.statements import Statement
from reportlint.checktypes import Problem
from reportlint.document import Span
from reportlint.lazyre import HAN, cached, lazy

_GAP = lazy(
    rf"[，,、；;]?(?:而)?(?P<name>{HAN}{{2,12}}?)(?:率|的?占比|的?比例|占|分别占)(?:仅|只)?(?:为|是|达到?|占)?\Z"
)
_NAME = lazy(rf"(?P<name>{HAN}{{2,12}}?)(?:率|的?占比|的?比例|占)(?:为|是|达到?|占)?\Z")
_SHARE = lazy(
    r"(?:占比|比例|占|(?:办理|受理|申报|申请|申办|办件|提交|预约)率)(?:为|是|达到?|占)?\Z"
)  # 线上满意率 has no half
_OTHERS = lazy("其余|其他|其它|另[有外]|剩余|余下|未(?:标明|填写)|弃权|缺考")
_DENIED = lazy("[不未](?=合格|达标|通过)")
_HALVES = (
    ("线上|网上", "线下|现场|窗口"),
    ("男性?", "女性?"),
    ("一般程序|普通程序", "简易程序"),
    ("即办件?", "承诺件?"),
)


def halves(text: str, said: Statement) -> Iterator[Problem]:
    """One problem a pair that does not make up the whole."""
    for index, (first, second) in enumerate(pairwise(said.percents)):
        gap = _GAP.match(said.between(first, second))
        before = _NAME.search(said.before(first)[-16:])
        if gap is None or before is None or not (first.exact and second.exact) or _OTHERS.search(said.text):
            continue
        shares = _SHARE.search(said.before(first)[-16:]) and _SHARE.search(gap[0]) and not _goes_on(said, index + 1)
        if not shares and not _DENIED.search(before["name"] + gap["name"]):
            continue
        added, slack = first.value + second.value, max(first.step, second.step)
        if abs(added - 100) > slack + 1e-9 and _make_a_whole(before["name"], gap["name"]):
            shown = f"{text[first.start : first.end]}与{text[second.start : second.end]}"
            message = (
                f"“{before['name'][-8:]}”和“{gap['name']}”合起来应是100%，写的是{shown}，合计{added:.10g}%，请核对"
            )
            yield Problem(Span(second.start, second.end), message)


def _goes_on(said: Statement, index: int) -> bool:
    """Whether a further share follows in the list: 线上占65%、线下占30%、电话占5%."""
    pair = said.percents[index : index + 2]
    return len(pair) > 1 and bool(cached(r"[，,、；;][^，,、；;。]{0,12}占(?:比|到)?").fullmatch(said.between(*pair)))


def _make_a_whole(one: str, other: str) -> bool:
    """Whether the names differ in nothing but the half they tell of: 线上办理 and 线下办理, 合格 and 不合格."""
    if _DENIED.search(one) or _DENIED.search(other):
        return one != other and _DENIED.sub("", one) == _DENIED.sub("", other)
    pairs = (both for pair in _HALVES for both in (pair, pair[::-1]))
    return any(
        cached(a).search(one) and cached(b).search(other) and cached(a).sub("", one) == cached(b).sub("", other)
        for a, b in pairs
    )
