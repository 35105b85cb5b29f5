"""``bare-number``: a count without its unit at the end of a clause: 共办理案件120，办结118件."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_BARE = lazy(r"\d[万余]*[，。；\n]")
_COUNTED = lazy(
    r"(?:(?:办理|受理|查处|审结|办结|立案|化解|调解|排查|开展|出动|制定|印发|审查|审核|审理|发放|收到|举办|组织|清理|整改|发现|走访|检查|培训)"
    r"[^\d，。；：]{0,10}(?:案件|人员|纠纷|文件|合同|申请|培训|会议|活动|企业|隐患|资料|工单|检查|演练|车辆|讲座|许可|处罚|诉求|事项)|"
    r"(?:^|[，、])(?:共|全年|累计|全年共)?(?:培训|罚没款|罚款|罚没金额|罚款金额|开展检查|审核合同|审查合同|办结案件|发放资料))"
    r"(?:共计|合计|累计|共|达)?(?P<number>[1-9]\d{1,4}(?:\.\d+)?万?余?)$"
)
_NAMED = lazy(r"投诉|举报|维权|热线|电话|拨打|编号|案号|文号|代码|单位：|第|指数|得分|评分|排名|比例|(?:19|20)\d\d$")
_NUMBERS = lazy(r"[，、；]\s?\d+[^\d，。；]")  # 办理案件120，130件: the unit follows
_NEAR = 60  # code points before a number that may say what kind of number it is


@record
class BareNumberCheck:
    """Only numbers of two to five digits right behind what is counted; hotlines, years and numbers of files are none."""

    def triggers(self) -> Iterable[Pattern]:
        """None: numbers are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a number."""
        text = draft.text
        for bare in _BARE.finditer(text):
            end = bare.end() - 1
            clause = draft.clause(end - 1)
            words = text[max(clause.start, end - _NEAR) : end]
            match = _COUNTED.search(words)
            if match is None or _NAMED.search(text, max(draft.sentence(end - 1).start, end - _NEAR), end):
                continue
            if _NUMBERS.match(text, end) or not any(part.start <= end < part.end for part in scope):
                continue
            at = Span(end - len(match["number"]), end)
            yield Problem(at, f"“{match['number']}”后面没有单位，请补上（件、人、次、元等）")
