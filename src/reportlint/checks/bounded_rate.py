"""``bounded-rate``: a share of a whole over 100 %: 出庭率105%, 满意率1000%.

Only rates that cannot exceed the whole are named; growth, 完成率 (超额完成), 毛入学率, 拨备覆盖率 and their like may.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_BOUNDED = (
    "出庭|应诉|办结|合格|备案|报备|满意|覆盖|参考|参训|参学|参加|参会|参与|公开|公示|审核|审查|审结|结案|整改|化解|成功|办复|答复|回复|"
    "反馈|及时|规范|优秀|优良|良好|持证|知晓|普及|网办|即办|即办件|采纳|败诉|胜诉|纠错|维持|兑现|好评|回访|达标|通过|准确|正确|落实|"
    "处置|处理|响应|受理|办理|配备|建档|归集|上线|开通|出勤|到会|到课|到岗|按期|按时|准时|合法|查处|销号|调处|调解|签约|回收|赞成|支持|录取|"
    "入驻|进驻|接通|接听|解决|闭环|评查|法制审核|听证|论证|评估|履行|自动履行|送达|上传|录入|执行到位|见证|签订|登记|公证|撤诉|调撤|"
    "改判|发回|清理|修订|废止|有效|安全|无错|差错|错误|投诉|空置|占有|破案|侦破|起诉|清偿|核查|核实|派单|巡查|巡检|检查|抽查|监测|监管|"
    "全程网办|代办|共享|互通|对接|应公开|入户|参评|述法|培训|普法|学法|一次办结|一次办成|优良天数|达标排放|绿化"
)
_UNBOUNDED = lazy(
    r"拨备|毛入[学园]|床位使用|任务|目标|计划|指标|超额|增长|同比|环比|较上年|比上年|利用|产销|相当于|预算|监管资本|偿付"
)
_LINK = lazy(r"^[^，。；\n\d]{0,10}(?:[\d.]+[%％][、和及与]?)*[^，。；\n\d]{0,4}$")
_SHARE = lazy(
    r"(?:占比|占总数的?|占(?:全部|总|所有|全[市县区镇省]|年度|同期)[^，。；\n\d占]{0,10})(?:达到?|为|的)*\s?$"
)
_SATISFIED = lazy(r"(?P<name>满意度|知晓度|好评度|支持度|覆盖面)[^，。；\n\d]{0,6}$")
_OVER = lazy(r"(?:超过?|突破|逾|高于)\s?$")
_SPREAD = lazy(r"\d\s?[%％]?\s?[～~—–-]{1,2}\s?$")
_NAME = lazy(rf"{HAN}{{0,10}}?(?:{_BOUNDED})$")


@record
class BoundedRateCheck:
    """超过100% counts as well; a rate not known to be bounded is let pass."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a rate."""
        for figure in draft.figures:
            if figure.unit not in ("%", "％") or figure.value is None or figure.value < 100:
                continue
            clause = draft.clause(figure.start)
            before = draft.text[max(clause.start, figure.start - 40) : figure.start]
            if _SPREAD.search(before):
                continue  # 回收率95%～105%: how far a measurement may be off
            end = figure.end + 2 if cached("以上(?![级述])").match(draft.text, figure.end) else figure.end
            over = figure.value > 100 or _OVER.search(before) or end > figure.end
            if not over or not any(part.start <= figure.start < part.end for part in scope):
                continue
            name = _bounded(before)
            if name:
                shown = draft.text[figure.start : end]
                message = f"“{name}”不可能超过100%，写的是{shown}，请核对"
                yield Problem(Span(figure.start, end), message)


def _bounded(before: str) -> str:
    """The bounded rate that the figure states, or nothing."""
    if _UNBOUNDED.search(before):
        return ""
    share = _SHARE.search(before)
    if share:
        return "占比"
    satisfied = _SATISFIED.search(before)
    if satisfied:
        return satisfied["name"]
    at = max(before.rfind("率"), before.rfind("比例"))
    if at < 0 or not _LINK.match(before[at + 1 :].removeprefix("例")):
        return ""
    word = _NAME.search(before[:at])
    if word is None or cached(r"(?:提[高升]|上升|下降|增长|降低|减少)").search(before[at:]):
        return ""
    return word.group() + ("比例" if before.startswith("比例", at) else "率")
