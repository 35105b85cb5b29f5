"""Part and base of a rate: whether a count is called what the rate's part is called, and of what count it is a part."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.arithmetic.ratewords import rate_pattern
from reportlint.arithmetic.shares import ELSEWHERE, SUBSET
from reportlint.arithmetic.statements import Quantity, Statement, agrees
from reportlint.lazyre import HAN, cached, lazy

_NEGATIVE = lazy(r"(?:不予?|未|非|无|没有|尚未|拒绝|再|待)$")
QUALIFIED = lazy(r"按期|按时|及时|限时|提前|一次性?|首次|当场|到期|期限内|即时|初次|重复|规定")
_SOME = lazy(r"当场|一次性|首次|初次|重复|提前|即时")
GENERIC = lazy(
    r"人民|司法|案件|纠纷|矛盾|群众|事项|问题|行政|机关|负责人|办事处|街道|镇长|局长|主要|分管|领导|单位|年度|总|综合|平均|工作|复议|诉讼|信访|投诉|举报|工单|人员|隐患|出庭|应诉|"
    r"年[初底末内]|考试|抽[查检]|检查|案卷|评查|产品|合同|文件|我[局市区县镇乡街]|全[局市区县镇年]|其|实际|调解|线索|建议|提案|当年|该|同比|直接"
)
_OUTCOME = lazy(r"(?:维持|驳回|撤销|变更|终止|撤回|胜诉|败诉|优秀|良好|合格|满意|赞成|属实)(?:的|案件|决定)*$")
_NOT_ON_MERITS = lazy(r"维持|驳回|终止|撤回|调解|和解|不予受理|移送|转送|自行纠正")
_MOST_OUTCOMES = 7
_HIGHEST = 1.8  # times the share of all that were closed; of those decided on the merits alone it is that much at most


def called(part: Quantity, parts: str) -> bool:
    """Whether the words about a figure are the part's own, and not their denial (不合格4批次) or the duty (应出庭)."""
    for words in (part.label, part.after[:6]):
        for match in rate_pattern(parts).finditer(words):
            if not _NEGATIVE.search(words[: match.start()]) and not cached(r"应当?$").search(words[: match.start()]):
                return True
    return False


def same_qualifiers(name: str, part: Quantity) -> bool:
    """按期办结率 is not reckoned from 办结118件 alone, nor 化解率 from 当场化解118件."""
    if any(
        word not in name for word in _SOME.findall(part.label + part.after[:6]) if "即办" not in name or word != "即时"
    ):
        return False
    return all(word in part.label + part.after for word in QUALIFIED.findall(name) if word != "及时" or name != "及时")


def base_of(
    said: Statement, rate: Quantity, earlier: list[Quantity], part: Quantity, words: tuple[str, str]
) -> Quantity | None:
    """The figure the part is a part of; ``None`` if the words do not say it beyond doubt."""
    alike = [q for q in earlier if q.family == part.family and not ELSEWHERE.search(q.label + q.after)]
    if not alike:
        return None
    nearest = alike[-1]
    subset = SUBSET.search(said.between(nearest, part)) is not None
    own = own_words(part, words[0])
    if rate.value == 100 and len(own) >= 2:
        return None  # 处罚58件，其中重大案件法制审核21件，审核率100%: all of another whole
    if len(own) >= 2 and not subset and own not in said.before(part)[: -len(part.label) or None]:
        return None  # 受理纠纷142件，化解邻里纠纷36件，化解率94.7%: of those among neighbours
    if not subset and _denies(nearest, part, words[0]):
        return None
    told = [q for q in alike if rate_pattern(words[1]).search(q.label + "|" + q.after[:8])]
    if told and (told[-1] is nearest or not subset):
        should = cached("应|开庭").search(told[-1].label) or "出庭" not in words[0] or told[-1].value == part.value
        return told[-1] if should else None  # not every case is heard within the year
    if rate.value == 100:
        return None
    alone = len(alike) == 1 and nearest.unit == part.unit and nearest is earlier[-1]
    return nearest if subset or (alone and not _beside(said, rate, nearest, part)) else None


def _denies(one: Quantity, part: Quantity, parts: str) -> bool:
    """逮捕30人，不捕20人，不捕率40%: what is done and what is not make the whole together."""
    if parts[0] not in "不未非" or not cached(rf"[不未非]{HAN}").search(part.label):
        return False
    verb = set(cached("[^\u4e00-\u9fff]").sub("", parts)) - set("不未非予")
    return bool(verb & set(one.label + one.after[:2]))


def _beside(said: Statement, rate: Quantity, one: Quantity, part: Quantity) -> bool:
    """维持40件、撤销10件，撤销率20%: what stands before the part is the rest of the whole."""
    if _OUTCOME.search(one.label) or said.between(one, part).startswith(("、", "和", "与")):
        return True
    return agrees(rate, 100 * part.low / (part.low + one.high), 100 * part.high / (part.high + one.low))


def on_merits(name: str, rate: Quantity, usable: Sequence[Quantity], part: Quantity, base: Quantity) -> bool:
    """Whether 纠错率 may be reckoned from fewer than all that were closed: those withdrawn or settled are often left out.

    Where the outcomes make up all that was closed, the base is what some of them leave; else it may be any smaller one.
    综合纠错 counts besides what was put right after talks.
    """
    share = 100 * part.value / base.value
    if "综合" in name and share < rate.value:
        return True
    others = [q for q in usable if q.start > base.start and q is not part and q.family == part.family]
    outcomes = [q for q in others if _NOT_ON_MERITS.search(q.label)][:_MOST_OUTCOMES]
    if part.value + sum(q.value for q in others if q.start < rate.start) < base.value:
        return share < rate.value <= _HIGHEST * share
    left = {base.value}
    for outcome in outcomes:
        left |= {value - outcome.value for value in left}
    return any(agrees(rate, 100 * part.value / value, 100 * part.value / value) for value in left if value > part.value)


def own_words(part: Quantity, parts: str) -> str:
    """What the part's words say beyond the rate's own: 办结物业类 -> 物业类."""
    said = rate_pattern(parts).sub("", part.label)
    return cached(
        rf"其中|评[出选定为]|全程|可以?|的|年[底内终]前?|目前|至今|[全足]额|已|经|均|完成|完毕|到位|落实|予以|{GENERIC.pattern}|{QUALIFIED.pattern}"
    ).sub("", said)
