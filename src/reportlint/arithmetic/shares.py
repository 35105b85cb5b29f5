"""Shares of a whole: 50家，占25%, and the words that make a figure another's (上年, 目标) or a part's (其中)."""

from __future__ import annotations

from reportlint.arithmetic.ratewords import SHARE
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy

ELSEWHERE = lazy(r"上年|去年|同期|往年|上一年|较|相比|比20|计划|目标|力争|提[高升至]|上升|下降|增长|预计|累计完成")
SUBSET = lazy(r"其中|[^，。；]{0,8}中[^，。；、]{0,10}$")
_SHARE_OF_ALL = lazy(
    r"^(?:比|总|全部|其|总?数|总[量体件人户次条]数?|案件总数|办件总?[量数]|全年|总体|问题总数|全部案件)*的?$"
)

_OWN_SHARE = lazy(r"^[、，,（(]?占")

_TOTAL = lazy(r"共|总|累计|合计|全年|全部|应|现有|涉及")


_LOOSE = lazy(
    r"其中|分别|数量|人数|件数|案件|事项|人员|问题|案卷|工作|合计|累计|约|共|均|已|也|仅|只|平均|整体|总体|[的比所]"
)


def _of_another(gap: str, part: Quantity) -> bool:
    """Whether a clause of its own names whose share it is: 实有22名，专业人员占63.6% tells of those, not of the 22."""
    _, comma, subject = gap.replace(",", "，").rpartition("，")
    named = cached("[^\\u4e00-\\u9fff]").sub("", subject)
    kept = _LOOSE.sub("", named)
    told = part.label + part.after
    return bool(comma) and len(named) > 2 and len(kept) > 1 and not any(char in told for char in kept)


def share_of(said: Statement, rate: Quantity, usable: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Part and base of 占…%: 50家，占25%; 即办件16.3万件，占全年办件24.5万件的66.5%."""
    match = SHARE.search(said.before(rate)[-20:])
    before = [q for q in usable if q.end <= rate.start] or (usable if "分别" in said.before(rate) else [])
    at = said.span.start + said.before(rate).rfind("占")
    inside = [q for q in before if q.start > at]
    outside = [q for q in before if q.end <= at]
    if match is None or not outside or cached("分别|计划|任务|目标").search(said.text[at - said.span.start :][:16]):
        return None
    part = outside[-1]
    if said.text[: at - said.span.start].endswith(("分别", "各", "各自")):
        return None  # 简易程序3,562宗、普通程序712宗，分别占83.3%、16.7%: each of what stands before the list
    if cached(r"[，,；][^，,；]*[，,；]").search(said.text[part.end - said.span.start : at - said.span.start]):
        return None
    if _of_another(said.text[part.end - said.span.start : at - said.span.start], part):
        return None
    if inside:
        return (part, inside[-1]) if inside[-1].family == part.family else None
    alike = [q for q in outside[:-1] if q.family == part.family and not ELSEWHERE.search(q.label)]
    if not alike or len(outside) > 4:
        return None
    base = alike[-1]
    if _OWN_SHARE.match(said.between(base, part)) and not SUBSET.search(said.between(base, part)):
        return None  # 市容类298起、占61.7%，停车类92起、占19.1%: shares of one whole that stands elsewhere
    of = match["of"].strip("的")
    if not _SHARE_OF_ALL.match(of) and of[:2] not in base.label + base.after:
        return None
    sure = SUBSET.search(said.between(base, part)) or _TOTAL.search(base.label) or len(alike) == 1
    return (part, base) if sure else None
