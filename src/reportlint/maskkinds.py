"""What a mask stands for, told from what follows it: a date, what is counted, a place or an organ.

Offsets are code points of the matching text, 0-based.
"""

from __future__ import annotations

from typing import Literal

from reportlint.lazyre import HAN, lazy
from reportlint.named import NamedTuple
from reportlint.units import unit_at

Family = Literal["figure", "date", "name", "slot"]

DATE = lazy(r"[ ]?(?:年度?|月份?|日(?!常|报|益|前))")
STRONG_NAME = lazy(
    r"[ ]?(?:省|市(?!场)|县|区|镇|乡|村|街道|社区|局|委员?会?|厅|街|路|法院|公司|集团|单位|部门|同志|书记|学校|医院|中学|小学|大学|"
    r"州|旗|盟|新区|开发区|高速|铁路|条例|办法|规定|方案|某)"
)
ORGAN = lazy(
    r"[ ]?(?:(?:教育|教体|教科|司法|公安|住建|住房|财政|民政|人社|人力|自然资源|生态环境|环保|交通|农业|农牧|水利|水务|商务|文化|文旅|文体|卫健|卫生|应急|审计"
    r"|市场监管|市监|统计|城管|城市管理|综合执法|行政执法|医保|医疗保障|林业|林草|信访|行政审批|政务服务|退役|税务|气象|消防|发改|发展|工信|科技|国资|民宗|档案"
    rf"|检察|派出|人民|中级|政法){HAN}{{0,7}}?(?:局|厅|委员会|委|法院|检察院|院|所|大队|支队|政府|办公室|中心)"
    r"|党工委|工委|纪委|党委|政协|人大|政府|办事处)"
)


class Mask(NamedTuple):
    """One thing not filled in: what stands there (with its measure word or what follows it) and what it replaces.

    ``token`` is the mask itself, ``unit`` the measure word of a figure; ``sure`` is false where only context says so.
    """

    start: int
    end: int
    family: Family
    token: str
    unit: str
    sure: bool = True


def counted(text: str, offset: int) -> tuple[str, int]:
    """What a mask counts, with 万, 余 and 大 before it, and where that ends; 万 alone counts too (xx万学生)."""
    at = offset + (text[offset : offset + 1] == " ")
    scale = text[at : at + 1] if text[at : at + 1] in ("万", "亿", "千", "百") else ""
    at += len(scale)
    at += text[at : at + 1] in ("余", "多", "来")
    at += text[at : at + 1] == " "
    unit = unit_at(text, at)
    if unit == "路":
        return "", at  # XX路 is a street
    if not unit and text[at : at + 1] == "号" and text[at + 1 : at + 2] not in ("召", "码", "令", "角"):
        unit = "号"
    if not unit and scale in ("万", "亿"):
        return scale, at
    return unit, at + len(unit)


def han(char: str) -> bool:
    """Whether a character is Chinese."""
    return "\u4e00" <= char <= "\u9fff" if char else False
