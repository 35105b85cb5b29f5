"""Quantities that no sum is made of: averages, ranks, durations, net changes.

平均审理30天，其中听证案件平均45天; 提升1个位次，其中8月提升6个位次; 连续44个月未发生事故，其中煤矿连续54个月: the part is honestly larger.
"""

from __future__ import annotations

from reportlint.arithmetic.statements import Quantity
from reportlint.lazyre import lazy

_LASTING = frozenset(
    ("天", "日", "个工作日", "工作日", "小时", "分钟", "秒", "个月", "月", "年", "岁", "周", "分", "位", "级", "度")
)
_AVERAGE = lazy(
    r"平均|[人户村日月年件校]均|均价|每(?:一|百|千|万|十)?[\u4e00-\u9fff]|连续|位次|名次|排名|时限|时长|用时|耗时|周期|年龄"
    r"|(?:压缩|压减|精简|缩短|缩减|减少|下降|降|减)(?:至|到|为)$"
)
_RANK = lazy(r"\s?(?:位次|名次|百分点|身位)")
_SINCE = lazy("[比较]|同比")
_NET = lazy(
    r"(?:增长|增加|上升|提高|提升|上涨|下降|减少|降低|回落|下滑|缩短|压缩|多|少|净增|净减)了?[\u4e00-\u9fff]{0,3}$"
)


def not_added(total: Quantity, part: Quantity, *, lasting: bool = True) -> bool:
    """Whether a part may be larger than the total, because neither is a number of things; ``lasting``: nor are days."""
    if (lasting and total.unit in _LASTING) or any(_RANK.match(q.after) for q in (total, part)):
        return True
    if any(_AVERAGE.search(q.label) for q in (total, part)):
        return True
    if _SINCE.search(part.label) and _NET.search(part.label):
        return True  # 检查12次，其中夜间检查较上年增加15次
    return _NET.search(total.label) is not None and _NET.search(part.label) is not None
