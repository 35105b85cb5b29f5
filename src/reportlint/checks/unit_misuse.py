"""``unit-misuse``: a number whose measure word does not fit what it counts: 罚没款35件, 案件120万元, 12.5件.

Only nouns that stand directly before the number, with a verb that leaves no other reading, and a number that ends its
clause: 罚款35件 counts penalties, 召开会议12人次参加 counts people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.numerals import Figure
from reportlint.patterns import Pattern
from reportlint.record import record

_HEADS = ("人次", "人", "名", "件", "份", "户", "场次", "场", "条", "辆", "家")
_MONEY = ("元", "美元")


class Misfit(NamedTuple):
    """Nouns, one of the verbs that must stand before (none: any), units that do not fit, and how it is counted."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    units: tuple[str, ...]
    counted: str


_MISFITS = (
    Misfit(("罚没款", "罚没款项", "罚没金额", "罚款金额", "涉案金额", "涉案资金", "货值金额", "合同金额", "标的额", "经济损失", "专项资金", "投入资金", "工作经费", "专项经费",
            "罚没收入", "补偿款", "赔偿款"), (), (*_HEADS, "起", "宗"), "应以元、万元计"),
    Misfit(("案件", "纠纷", "复议申请", "规范性文件", "人大建议", "政协提案", "代表建议"),
           ("办理", "受理", "查处", "审结", "办结", "立案", "化解", "调解", "收到", "制定", "印发", "备案", "清理", "答复"), _MONEY, "不以元计"),
    Misfit(("执法人员", "调解员", "网格员", "执法队员", "志愿者"), (), (*_MONEY, "件", "份", "条", "起", "宗"), "应以人、名计"),
    Misfit(("会议", "常务会", "座谈会", "联席会"), ("召开", "组织召开", "主持召开"), ("人", "名", "件", "份", "户", "辆", *_MONEY), "应以次计"),
    Misfit(("培训", "宣讲", "讲座", "演练", "培训班"), ("开展", "举办", "组织"), ("件", "份", "条", "起", "宗", "辆"), "应以次、场、期计"),
    Misfit(("车辆", "执法车", "巡逻车"), ("出动", "投入", "调派"), ("人", "名", "件", "份", "人次", "家", "户", "条"), "应以辆、辆次计"),
    Misfit(("合同", "协议"), ("审查", "审核", "把关"), ("人", "名", "人次", "场", "场次", "辆", "次会议"), "应以份、件计"),
    Misfit(("规范性文件",), ("制定", "印发", "出台", "审查", "审核", "清理", "备案"), ("人", "名", "人次", "家", "户", "场", "场次", "辆"), "应以件、份计"),
    Misfit(("案件",), ("办理", "受理", "查处", "审结", "办结", "立案"), ("人次", "场", "场次", "辆"), "应以件、起计"),
    Misfit(("宣传资料", "宣传手册", "普法资料"), (), ("人", "名", "场", "场次", "家", "辆"), "应以份、册计"),
    Misfit(("企业", "市场主体"), ("检查", "走访", "服务"), ("件", "份", "条", "辆", "场次"), "应以家、户计"),
)  # fmt: skip
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
_LAST = frozenset(word[-1] for misfit in _MISFITS for word in (*misfit.nouns, *_LINKS))
_BY_UNIT = {
    unit: tuple(misfit for misfit in _MISFITS if unit in misfit.units)
    for unit in {unit for misfit in _MISFITS for unit in misfit.units}
}
_NEAR = 12  # code points: the longest noun and two links
_AVERAGE = ("均", "每", "比", "万人", "折合", "相当于", "系数", "指数", "拥有", "版", "第")
_CHANGED = ("增", "升", "提高", "降", "减", "多", "少", "高", "低")
_ENDS = frozenset(("", *"，,。；;、）)！？\n"))


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
            if figure.step < 1.0:
                message = _fraction(draft, figure) if figure.unit in _WHOLE else ""
            elif figure.unit in _BY_UNIT and text[figure.start - 1] in _LAST and figure.value is not None:
                message = _misfit(draft, figure)
            if message and text[figure.end : figure.end + 1] not in _ENDS:
                continue
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
        if not misfit.verbs or any(verb in before for verb in misfit.verbs):
            noun = next(noun for noun in misfit.nouns if near.endswith(noun))
            shown = draft.text[figure.start : figure.end]
            return f"“{noun}”与“{shown}”的量词不配：{noun}{misfit.counted}，请核对"
    return ""


def _plain(before: str) -> str:
    """The words without 共, 达, 约 at their end."""
    while before.endswith(_LINKS):
        before = before[: -len(next(link for link in _LINKS if before.endswith(link)))]
    return before
