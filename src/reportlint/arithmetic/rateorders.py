"""Rates told in other orders than base, part, rate.

办结率98%，受理100件，办结90件; 办结118件（共120件），办结率100%; 120件案件中，118件已办结.
"""

from __future__ import annotations

import re

from reportlint.arithmetic.statements import Quantity, Statement, ratio_agrees
from reportlint.lazyre import cached, lazy

_WITHIN = lazy(r"^[^，。；、\d]{0,8}中[，,]?(?:已?有)?$")
_PLAIN = r"(?:全年|完成|成功|共|累计|全部|其中|已|均|实际|按规定|依法|的|案件|总数|合计)*"
_NO_OTHER = "全年|执法|累计|其中|纠纷|案件|矛盾|申请|事项|问题|隐患"
_IN_BRACKET = lazy(r"^[（(](?:全年|当年)?(?:共有?|总数|总量|受理|应办|总共)(?:受理|收到|办理)?$")


def rate_first(
    said: Statement, rate: Quantity, words: tuple[str, str], object_: str
) -> tuple[Quantity, Quantity] | None:
    """办结率98%，受理100件，办结90件: the two counts that follow, if their words say nothing but base and part.

    ``object_`` is what stands before the rate's own word; what the base counts must be that or unsaid.
    """
    later = said.all[1:3]
    if len(later) < 2 or said.all[0].start != rate.start:
        return None
    base, part = later[:2]
    if not (base.exact and part.exact) or base.unit != part.unit or base.unit == "%":
        return None
    if not cached(r"[，,：:（(].{0,14}").fullmatch(said.between(rate, base)) or len(said.between(base, part)) > 14:
        return None
    rest = re.sub(f"{words[1]}|{_NO_OTHER}", "", base.label)
    done = part.label.removeprefix(object_) if object_ else part.label
    if re.fullmatch(rf"{_PLAIN}(?:按期|按时|及时|限时)?(?:{words[0]})", done) is None or base.label == rest:
        return None
    return (part, base) if len(rest) < 2 or rest in object_ else None


def rate_between(said: Statement, rate: Quantity, parts: str) -> tuple[Quantity, Quantity] | None:
    """处理投诉260件，按时办结率98.5%，其中按时办结240件: the only count before, and the one that 其中 takes out of it."""
    if len(said.all) < 3 or said.all[1].start != rate.start:
        return None
    base, part = said.all[0], said.all[2]
    if base.unit != part.unit or not (base.exact and part.exact):
        return None
    between = re.fullmatch(rf"[，,]其中[，,]?{_PLAIN}(?:按期|按时|及时|限时)?(?:{parts})", said.between(rate, part))
    return (part, base) if between else None


def bracket_base(said: Statement, part: Quantity, rate: Quantity) -> Quantity | None:
    """办结118件（共120件），办结率100%: the count in the bracket right behind the part."""
    later = [q for q in said.counts if part.end <= q.start < rate.start]
    if len(later) == 1 and later[0].unit == part.unit and later[0].exact:
        return later[0] if _IN_BRACKET.match(said.between(part, later[0])) else None
    return None


def out_of(said: Statement, part: Quantity, earlier: list[Quantity], parts: str) -> Quantity | None:
    """120件案件中，118件已办结: the count that the part is said to be out of."""
    base = earlier[-1] if earlier else None
    if base is None or base.family != part.family or not _WITHIN.match(said.between(base, part)):
        return None
    return base if re.match(rf"(?:均|已|按期|按时|及时|成功|得到|获得?|全部)*(?:{parts})", part.after) else None


def covered_of(said: Statement, before: list[Quantity], object_: str) -> tuple[Quantity, Quantity] | None:
    """共9名成员中有8名书面述法，述法覆盖率100%: the two counts before the rate, where the second is of the rate's object."""
    if len(before) != 2 or len(object_) < 2:
        return None
    base, part = before
    within = base.family == part.family and _WITHIN.match(said.between(base, part))
    return (part, base) if within and object_ in part.after else None


def from_denied(said: Statement, rate: Quantity, parts: str) -> tuple[Quantity, Quantity] | None:
    """抽检1250批次，不合格18批次，合格率99.6%: what is left of the only other count of the sentence before the rate."""
    before = [q for q in said.counts if q.end <= rate.start]
    if len(before) != 2 or len([q for q in said.all if q.end <= rate.start]) != 2:
        return None
    base, denied = before
    if cached("整改|复[检查验]|补考|期限|到期|正在").search(said.between(denied, rate)):
        return None  # what passed at the second go is told with the rest; what is not yet due is left out
    alike = base.exact and denied.exact and base.unit == denied.unit and denied.value < base.value and base.step == 1
    if not alike or not cached(rf"(?:^|其中|有|尚)(?:不|未|没有)(?:{parts})的?(?:产品|样品|案卷|食品)?$").search(
        denied.label
    ):
        return None
    left = base.value - denied.value
    part = denied._replace(value=left, low=left, high=left)
    return None if ratio_agrees(rate, part, base) else (part, base)


def expected_pair(said: Statement, usable: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """应出庭12次、实际出庭11次: the pair that says so itself, wherever the rate stands."""
    should = [
        q
        for q in usable
        if cached(r"应当?(?:出庭|参|考$|训$|公开|备案|报备|审|由)|(?:^|[^响回反供适答对])应$|应到").search(q.label)
    ]
    did = [
        q for q in usable if cached(r"实际|实[到参审考训]").search(q.label) and "应" not in q.label.replace("应诉", "")
    ]
    if len(should) == len(did) == 1 and should[0].family == did[0].family:
        return did[0], should[0]
    return None
