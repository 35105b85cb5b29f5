"""``rate-arithmetic``: a rate or share that its own two numbers, in the same sentence, do not give.

The part is the last figure whose words are the rate's (办结率: 办结118件), the base the figure before it that such a rate
is reckoned from (受理120件). Nothing is said when any other pair of the sentence, or a sum of neighbours, gives the
rate, nor when the words leave open what the base is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.fractions import wrong_fractions
from reportlint.arithmetic.halves import halves
from reportlint.arithmetic.rateorders import (
    bracket_base,
    covered_of,
    expected_pair,
    from_denied,
    out_of,
    rate_between,
    rate_first,
)
from reportlint.arithmetic.ratewords import (
    RATE_WORDS,
    alone,
    any_fits,
    rate_core,
    rate_name,
    rate_pattern,
    whole_of_list,
)
from reportlint.arithmetic.shares import ELSEWHERE, SUBSET, share_of
from reportlint.arithmetic.statements import (
    Quantity,
    Statement,
    agrees,
    named,
    percent,
    preceding,
    statements,
    with_preceding,
)
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_WANTED = lazy(r"率|占|比例")
_NEGATIVE = lazy(r"(?:不予?|未|非|无|没有|尚未|拒绝|再|待)$")
_QUALIFIED = lazy(r"按期|按时|及时|限时|提前|一次性?|首次|当场|到期|期限内|即时|初次|重复|规定")
_LEFT = lazy(r"(?:压[减缩降]?|减少?|下?降低?|缩[短减]|精简)[至到为]$")
_DENIED = ("合格", "满意", "达标", "通过")
_SOME = lazy(r"当场|一次性|首次|初次|重复|提前|即时")
_GENERIC = lazy(
    r"人民|司法|案件|纠纷|矛盾|群众|事项|问题|行政|机关|负责人|办事处|街道|镇长|局长|主要|分管|领导|单位|年度|总|综合|平均|工作|复议|诉讼|信访|投诉|举报|工单|人员|隐患|出庭|应诉|"
    r"年[初底末内]|考试|抽[查检]|检查|案卷|评查|产品|合同|文件|我[局市区县镇乡街]|全[局市区县镇年]|其|实际|调解|线索|建议|提案|当年|该|同比|直接"
)


@record
class RateArithmeticCheck:
    """Tolerance is half the last digit shown, cut-off digits included; 余, 约 and 以上 decide nothing."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a rate."""
        for said in statements(draft, scope, _WANTED, least=1, begun=True):
            if len(said.percents) > 1:
                yield from halves(draft.text, said)
            for index, rate in enumerate(said.percents):
                if rate.exact and rate.value <= 100 and not _compared(said, rate):
                    yield from _judged(draft, said, rate, rate_name(said, index))
        yield from wrong_fractions(draft.text)


def _compared(said: Statement, rate: Quantity) -> bool:
    """较上年提高到…, 目标…: the rate is not this sentence's own."""
    clause = rate.label if rate.label else said.before(rate)[-14:]
    return bool(ELSEWHERE.search(clause))


def _judged(draft: Draft, said: Statement, rate: Quantity, name: str) -> Iterator[Problem]:
    if not name:
        return
    text = draft.text
    usable = [q for q in said.counts if q.exact and q.value > 0]
    pair = share_of(said, rate, usable) if name == "占" else _pair(said, rate, usable, name)
    both = with_preceding(draft, said) if pair is None and name != "占" and alone(said, rate, name) else None
    if both and name.removesuffix(rate_core(name)) in both.text[: said.span.start - both.span.start]:
        usable = [q for q in both.counts if q.exact and q.value > 0]
        pair = _pair(both, rate, usable, name)
    elif pair is None and name != "占":
        before = preceding(draft, said)
        pair = _told_before(said, before, rate, name) if before else None
        usable = [*(q for q in before.counts if q.exact), *usable] if before else usable
    if pair is None or pair[0].value > pair[1].value or any_fits(rate, usable, *pair):
        return  # more than all: that is not what it is a part of
    part, base = pair
    true = 100 * part.value / base.value
    if _LEFT.search(part.label):  # 由318家压减至12家，压减率96.2%: the rate tells what is gone
        if agrees(rate, 100 - 100 * part.high / base.low, 100 - 100 * part.low / base.high):
            return
        true = 100 - true
    shown = text[rate.start : rate.end]
    what = f"占比{shown}" if name == "占" else f"{name if len(name) <= 8 else rate_core(name)}率{shown}"
    numbers = f"{named(text, base)}、{named(text, part)}"
    if part.start == base.start:
        numbers = f"{named(text, base)}全部{rate_core(name)}"
    message = f"“{what}”与所写数字不符：{numbers}，应为{percent(true, rate)}，请核对"
    yield Problem(Span(rate.start, rate.end), message)


def _pair(said: Statement, rate: Quantity, usable: list[Quantity], name: str) -> tuple[Quantity, Quantity] | None:
    core = rate_core(name)
    parts, bases = RATE_WORDS.get(core, (re.escape(name[-2:]), "共|应|总|其中"))
    expected = (
        expected_pair(said, usable)
        if core in ("出庭", "应诉", "参考", "参训", "参学", "公开", "备案", "报备", "审核", "审查")
        else None
    )
    if expected:
        return expected
    object_ = name.removesuffix(core) if core in RATE_WORDS else name[:-2]
    denied = cached("[不未非]$").search(object_)
    if denied:
        parts, object_ = f"{denied.group()}(?:{parts})", object_[:-1]
    first = rate_first(said, rate, (parts, bases), object_) or rate_between(said, rate, parts)
    if first and set(_QUALIFIED.findall(first[0].label)) == set(_QUALIFIED.findall(name)):
        return first
    if not _about(said, rate, object_):
        return None
    before = [q for q in usable if q.end <= rate.start] or (usable if "分别" in said.before(rate) else [])
    covered = covered_of(said, before, object_) if core == "覆盖" else None
    if covered:
        return covered
    everything = _all_done(said, rate, before, parts)
    if everything:
        return (everything, everything) if rate.value < 100 else None
    for index in range(len(before) - 1, -1, -1):
        part = before[index]
        if _called(part, parts) and _same_qualifiers(name, part):
            within = out_of(said, part, before[:index], parts) or bracket_base(said, part, rate)
            if within:
                return part, within
            base = _base(said, rate, before[:index], part, (parts, bases))
            base = whole_of_list(said, before[:index], part, base) if base else None
            return (part, base) if base else None
    return from_denied(said, rate, parts) if core in _DENIED and not object_ else None


def _about(said: Statement, rate: Quantity, object_: str) -> bool:
    """Whether what stands before the rate's word (重大案件审核率) is general or is spoken of in the sentence."""
    left = _GENERIC.sub("", _QUALIFIED.sub("", cached("[“”的]").sub("", object_)))
    earlier = said.before(rate)[: -len(object_) - 4]
    return len(left) < 2 or left in earlier


def _all_done(said: Statement, rate: Quantity, before: list[Quantity], parts: str) -> Quantity | None:
    """受理120件，全部办结，办结率98%: the base, when the clause before the rate says that all are done."""
    if not before:
        return None
    gap = said.between(before[-1], rate)
    if "全部" not in gap and "均" not in gap:
        return None
    done = rate_pattern(
        parts, r"[^，。；、]{0,6}[，,]?(?:均|已?全部)(?:已|由[^，。；、]{0,10})?(?:按[期时])?(?:", ")[，,、]"
    ).match(gap)
    only = len([q for q in before if q.family == before[-1].family]) == 1
    return before[-1] if done and only and "其中" not in before[-1].label else None


def _called(part: Quantity, parts: str) -> bool:
    """Whether the words about a figure are the part's own, and not their denial (不合格4批次) or the duty (应出庭)."""
    for words in (part.label, part.after[:6]):
        for match in rate_pattern(parts).finditer(words):
            if not _NEGATIVE.search(words[: match.start()]) and not cached(r"应当?$").search(words[: match.start()]):
                return True
    return False


def _same_qualifiers(name: str, part: Quantity) -> bool:
    """按期办结率 is not reckoned from 办结118件 alone, nor 化解率 from 当场化解118件."""
    if any(
        word not in name for word in _SOME.findall(part.label + part.after[:6]) if "即办" not in name or word != "即时"
    ):
        return False
    return all(word in part.label + part.after for word in _QUALIFIED.findall(name) if word != "及时" or name != "及时")


def _base(
    said: Statement, rate: Quantity, earlier: list[Quantity], part: Quantity, words: tuple[str, str]
) -> Quantity | None:
    """The figure the part is a part of; ``None`` if the words do not say it beyond doubt."""
    alike = [q for q in earlier if q.family == part.family and not ELSEWHERE.search(q.label + q.after)]
    if not alike:
        return None
    nearest = alike[-1]
    subset = SUBSET.search(said.between(nearest, part)) is not None
    own = _own(part, words[0])
    if rate.value == 100 and len(own) >= 2:
        return None  # 处罚58件，其中重大案件法制审核21件，审核率100%: all of another whole
    if len(own) >= 2 and not subset and own not in said.before(part)[: -len(part.label) or None]:
        return None  # 受理纠纷142件，化解邻里纠纷36件，化解率94.7%: of those among neighbours
    told = [q for q in alike if rate_pattern(words[1]).search(q.label + "|" + q.after[:8])]
    if told and (told[-1] is nearest or not subset):
        should = cached("应|开庭").search(told[-1].label) or "出庭" not in words[0] or told[-1].value == part.value
        return told[-1] if should else None  # not every case is heard within the year
    if rate.value == 100:
        return None
    alone = len(alike) == 1 and nearest.unit == part.unit and nearest is earlier[-1]
    return nearest if subset or alone else None


def _own(part: Quantity, parts: str) -> str:
    """What the part's words say beyond the rate's own: 办结物业类 -> 物业类."""
    said = rate_pattern(parts).sub("", part.label)
    return cached(
        rf"其中|评[出选定为]|全程|可以?|的|年[底内终]前?|目前|至今|[全足]额|已|经|均|完成|完毕|到位|落实|予以|{_GENERIC.pattern}|{_QUALIFIED.pattern}"
    ).sub("", said)


def _told_before(said: Statement, before: Statement, rate: Quantity, name: str) -> tuple[Quantity, Quantity] | None:
    """The part in this sentence, its base in the one before: 审结163件。审结案件中，…纠错17件，纠错率10.4%."""
    core = rate_core(name)
    if core not in RATE_WORDS or not _about(said, rate, name.removesuffix(core)) or _QUALIFIED.search(name):
        return None
    parts = [q for q in said.counts if q.exact and q.end <= rate.start and _called(q, RATE_WORDS[core][0])]
    whole = cached(rf"在?(?P<word>{HAN}{{2,4}}?)的?(?:案件|事项|纠纷|问题)?中[，,]").match(said.text)
    words = whole["word"] if whole else RATE_WORDS[core][1]
    if len(parts) != 1 or (not whole and (len(said.counts) > 1 or len(_own(parts[0], RATE_WORDS[core][0])) >= 2)):
        return None
    heads = before.text.partition("其中")[0]
    found = [
        q for q in before.counts if q.exact and q.family == parts[-1].family and q.end - before.span.start <= len(heads)
    ]
    told = [
        q for q in found if rate_pattern(words).search(q.label + "|" + q.after[:8]) and not ELSEWHERE.search(q.label)
    ]
    return (parts[-1], told[0]) if len(told) == 1 and (whole or len(found) == 1) else None
