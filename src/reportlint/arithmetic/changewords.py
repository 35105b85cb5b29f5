"""The words of growth and decline, and what a change is: from what, to what, and by how much."""

from __future__ import annotations

from reportlint.arithmetic.statements import Quantity
from reportlint.lazyre import HAN, lazy
from reportlint.named import NamedTuple

UP = "增长|增加|上升|提高|提升|上涨|扩大|增至|升至|增幅|涨幅|增|升|延长|新增|攀升|扩容|扩充|扩展"
DOWN = "下降|减少|降低|压缩|压减|缩减|缩短|精简|减至|降至|降幅|减幅|回落|下滑|缩小|削减|核减|降|减|压降"
WANTED = lazy(UP + "|" + DOWN)
SUBJECT = "净|案件|数量|总量|总数|受理量|件数|办件|量|数|收案|发案|总体|整体|(?:办理|办结|审批)?(?:时间|时限)|用时|耗时|共|累计|幅度?|大幅|再|[较比](?:上年|去年|上一年度?|20\\d\\d年|上年度)(?:同期)?|同比|环比|相比"
CHANGE = lazy(
    rf"(?:^[^，,。；、（(]{{0,8}}|[，,（(、])(?:{SUBJECT})*(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|达到?|为|率为?|约)?\s?$"
)
THAN = lazy(r"(?:比|较)(?:上一?年度?|去年|20\d\d年度?|上年)?(?:同期)?的?[^，。；、比较]{0,6}$")
# 较上年少支1237万元, 比去年同期多受理20件, 增收、减支: the difference itself, no value of either year
DIFFERENCE = lazy(rf"[比较][^，,。；]{{0,12}}?(?:多|少|短|超|净|增|减)(?!于){HAN}{{0,3}}$")


class Change(NamedTuple):
    """From ``old`` to ``new``; ``shown`` says by how much, ``sign`` which way the words say (0: not said)."""

    old: Quantity
    new: Quantity
    sign: int
    word: str
    shown: Quantity | None
