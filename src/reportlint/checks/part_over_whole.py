"""``part-over-whole``: 办结895件 of 立案862件, 出庭13次 of 应出庭12次: a part that outnumbers what it is a part of.

Only two counts side by side whose words leave no other whole, and nothing where the section tells of a stock that was
there before (上年结转, 存量, 累计): more may be closed in a year than came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportlint.arithmetic.statements import Quantity, Statement, named, statements
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.record import record


class _Pair(NamedTuple):
    """Words of which the part's name holds one, how the whole and the part are called, and whether a stock may add to the part."""

    words: tuple[str, ...]
    whole: str
    part: str
    stock: bool = False


_DONE = r"(?:已|均|并|共|全年|当年|实际|按期|及时|依法|予以|顺利|全部)*"
_PAIRS = (
    _Pair(("审结", "办结", "结案", "复"), r"(?:受理|收到|立案|接[到收]|新收|承办)[^，、]{0,14}$", _DONE + r"(?:审结|办结|结案|办复|答复|回复)(?:案件|行政案件)?", True),
    _Pair(("出庭",), r"应当?(?:出庭|到庭)(?:应诉)?$", r"(?:行政机关|单位|部门|主要|实际|的|已)*(?:负责人)?(?:实际)?出庭(?:应诉)?"),
    _Pair(("实",), r"应(?:到|参加?|参会|参训)(?:人员|人数|代表|委员|干部|会议)?$", r"(?:现场)?实(?:到|际参加|际到会|参)(?:人员|人数)?"),
    _Pair(("备", "审", "公开"), r"应当?(?:报送)?(?:报备|备案|审查|审核|公开)[^，、]{0,8}$", _DONE + r"(?:报送)?(?:报备|备案|审查|审核|公开)(?:文件)?"),
    _Pair(("参",), r"应当?参[加训学考评][^，、]{0,6}$", _DONE + r"参[加训学考评](?:考试|培训|学习|人员|人数)?"),
    _Pair(("整改",), r"(?:发现|排查|查出)[^，、]{0,8}(?:问题|隐患|风险)$", _DONE + r"(?:督促)?(?:完成)?整改(?:到位|完成|销号)?", True),
    _Pair(("采纳",), r"(?:征求|收集|收到|征集)[^，、]{0,8}(?:意见|建议)$", _DONE + r"采纳(?:意见|建议)?", True),
    _Pair(("合格", "达标", "优秀"), r"(?:抽[检查]|检[测查]|监测|评查)[^，、]{0,10}$", _DONE + r"(?:其中)?(?:不?合格|达标|优秀)(?:产品|案卷)?"),
    _Pair(("持",), r"(?:执法人员|执法队员)$", _DONE + r"(?:持有执法证|持有行政执法证|持证)(?:人员|上岗|上岗人员|执法人员)?"),
    _Pair(("合格", "通过", "及格"), r"(?:参加|参考|组织)[^，、]{0,10}(?:考试|测试|参考人员|考试人员)$|参考$", _DONE + r"(?:考试|成绩)?(?:合格|通过|及格)"),
    _Pair(("成功",), r"^[^，、]{0,6}(?:调解|调处)[^，、]{0,8}(?:纠纷|矛盾|案件)?$", _DONE + r"(?:成功(?:调解|调处|化解)|(?:调解|调处|化解)成功)"),
    _Pair(("问题", "隐患"), r"(?:检查|抽查|排查)[^，、]{0,6}(?:单位|企业|商户|场所|门店|学校|市场主体|经营主体)$", _DONE + r"(?:其中)?(?:发现|查出)?(?:存在)?(?:问题|隐患)(?:的|的单位|的企业|单位|企业)?"),
    _Pair(("收",), r"(?:发放|发出)[^，、]{0,6}(?:问卷|调查表)$", _DONE + r"(?:收回|回收)(?:有效)?(?:问卷|调查表)?"),
)  # fmt: skip
_WANTED = lazy("结|答复|回复|办复|应|整改|采纳|合格|达标|优秀|持证|持有|通过|及格|成功|收回|回收|问题|隐患")
_STOCK = lazy(
    r"结转|上年|上一年|往年|去年|历年|存量|累计|积案|旧存|存案|未结|跨年|此前|以前年度|滚动|遗留|历史|20\d\d年(?:至|—|以来)"
)
_BESIDE = lazy(r"[为系]主动|主动增加|额外|自愿|上年|往年|去年|含|另|其他|历年|累计|重复|再次|次均")
_GAP = lazy(r"[^，,。；]{0,4}[，,、]?[^，,。；]*")


@record
class PartOverWholeCheck:
    """余, 约 and ranges decide nothing; always a matter to look at, never certain."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a part."""
        for said in statements(draft, scope, _WANTED):
            for whole, part in pairwise(said.counts):
                pair = _pair(said, whole, part) if part.value > whole.value else None
                if pair is None or _BESIDE.search(said.text) or (pair.stock and _stocked(draft, part)):
                    continue
                words = f"{named(draft.text, whole)}，{named(draft.text, part)}"
                hint = "；如有上年结转或存量，请写明" if pair.stock else ""
                message = f"后一个数比它所属的数大：{words}，请核对{hint}"
                yield Problem(Span(part.start, part.end), message, "suspected")


def _pair(said: Statement, whole: Quantity, part: Quantity) -> _Pair | None:
    """The row that the two counts are an example of."""
    if not (whole.exact and part.exact) or whole.unit != part.unit or whole.value <= 0:
        return None
    gap = said.between(whole, part)
    if "其中" in gap or not _GAP.fullmatch(gap):
        return None  # another check's matter, or other things between
    for pair in _PAIRS:
        if not any(word in part.label for word in pair.words):
            continue
        if lazy(pair.whole).search(whole.label or whole.after) and lazy(pair.part).fullmatch(part.label):
            return pair
    return None


def _stocked(draft: Draft, part: Quantity) -> bool:
    """Whether the section of a count, or its paragraph where there are no headings, tells of what was there before."""
    path = draft.outline.path(part.start)
    block = draft.document.block_at(part.start)
    start, end = (path[0].start, path[0].end) if path else (block.start, block.end) if block else (0, part.start)
    return _STOCK.search(draft.text, start, end) is not None
