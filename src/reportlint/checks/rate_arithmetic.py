"""``rate-arithmetic``: a rate or share that its own two numbers, in the same sentence, do not give.

The part is the last figure whose words are the rate's (办结率: 办结118件), the base the figure before it that such a rate
is reckoned from (受理120件). Nothing is said when any other pair of the sentence, or a sum of neighbours, gives the
rate, nor when the words leave open what the base is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.fractions import wrong_fractions
from reportlint.arithmetic.halves import halves
from reportlint.arithmetic.ratebases import GENERIC, QUALIFIED, base_of, called, on_merits, own_words, same_qualifiers
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
from reportlint.arithmetic.sharelists import OddShare, odd_shares, settled, share_lists
from reportlint.arithmetic.shares import ELSEWHERE, share_of
from reportlint.arithmetic.statements import (
    Quantity,
    Statement,
    agrees,
    named,
    paragraphs,
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
_SHARES = lazy(r"分别占|各占|。\s?其中|(?:占|[（(]\d).*(?:占|[（(]\d)")
_EARLIER = 300  # code points before a share in which its whole may stand
_ABOUT = 1.0  # how far 约19.2% may be off, in points
_LEFT = lazy(r"(?:压[减缩降]?|减少?|下?降低?|缩[短减]|精简)[至到为]$")
_DENIED = ("合格", "满意", "达标", "通过", "办结", "结案", "审结", "化解", "答复", "办复")


@record
class RateArithmeticCheck:
    """Tolerance is half the last digit shown, cut-off digits included; 余, 约 and 以上 decide nothing."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a rate."""
        decided: set[int] = set()
        for paragraph in paragraphs(draft, scope, _SHARES):
            for pairs in share_lists(paragraph):
                decided |= {pair.share.start for pair in pairs} if settled(pairs) else set()
                for odd in odd_shares(paragraph, pairs):
                    decided.add(odd.pair.share.start)
                    yield _odd_one(draft.text, odd)
        for said in statements(draft, scope, _WANTED, least=1, begun=True):
            if len(said.percents) > 1:
                yield from halves(draft.text, said)
            for index, rate in enumerate(said.percents):
                if rate.start in decided:
                    continue
                if (rate.exact or _about_tenths(said, rate)) and rate.value <= 100 and not _compared(said, rate):
                    yield from _judged(draft, said, rate, rate_name(said, index))
        yield from wrong_fractions(draft.text)


def _odd_one(text: str, odd: OddShare) -> Problem:
    """One share of a list is not of the whole that the others are of."""
    part, share, _ = odd.pair
    shown, true = text[share.start : share.end], percent(odd.true, share)
    if odd.whole is not None:
        message = f"“占比{shown}”与所写数字不符：{named(text, odd.whole)}、{named(text, part)}，应为{true}，请核对"
        return Problem(Span(share.start, share.end), message)
    message = f"“占比{shown}”与同列其他占比不符：其他各项都约是{odd.implied:g}{part.unit}的占比，{named(text, part)}应约为{true}，请核对"
    return Problem(Span(share.start, share.end), message, certainty="suspected", softened=True)


def _about_tenths(said: Statement, rate: Quantity) -> bool:
    """约19.2%: rounded, but not to whole numbers."""
    return (
        rate.step < 1
        and said.before(rate).endswith("约")
        and not cached("以上|以下|多|余|[-－—–~～]").match(rate.after)
    )


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
    if (rate_core(name) == "纠错" and on_merits(name, rate, usable, part, base)) or (
        name == "占" and _of_earlier(draft, rate, part)
    ):
        return
    true = 100 * part.value / base.value
    if _LEFT.search(part.label):  # 由318家压减至12家，压减率96.2%: the rate tells what is gone
        if agrees(rate, 100 - 100 * part.high / base.low, 100 - 100 * part.low / base.high):
            return
        true = 100 - true
    if not rate.exact and abs(true - rate.value) <= _ABOUT:
        return
    shown = text[rate.start : rate.end]
    word = "比例" if "比例" in said.before(rate)[-6:] else "率"
    what = f"占比{shown}" if name == "占" else f"{name if len(name) <= 8 else rate_core(name)}{word}{shown}"
    numbers = f"{named(text, base)}、{named(text, part)}"
    if part.start == base.start:
        numbers = f"{named(text, base)}全部{rate_core(name)}"
    message = f"“{what}”与所写数字不符：{numbers}，应为{percent(true, rate)}，请核对"
    yield Problem(Span(rate.start, rate.end), message)


def _of_earlier(draft: Draft, rate: Quantity, part: Quantity) -> bool:
    """收到申请10件。…已经答复的9件中，同意公开7件，占总数的70%: whether it is a share of what was told a little before."""
    at, end = (
        bisect_left(draft.figures, place, key=lambda f: f.start) for place in (part.start - _EARLIER, part.start)
    )
    return any(
        f.value and f.unit == part.unit and agrees(rate, 100 * part.low / f.value, 100 * part.high / f.value)
        for f in draft.figures[at:end]
    )


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
    if first and set(QUALIFIED.findall(first[0].label)) == set(QUALIFIED.findall(name)):
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
        if called(part, parts) and same_qualifiers(name, part):
            within = out_of(said, part, before[:index], parts) or bracket_base(said, part, rate)
            if within:
                return part, within
            base = base_of(said, rate, before[:index], part, (parts, bases))
            base = whole_of_list(said, before[:index], part, base) if base else None
            return (part, base) if base else None
    return from_denied(said, rate, parts) if core in _DENIED and not object_ else None


def _about(said: Statement, rate: Quantity, object_: str) -> bool:
    """Whether what stands before the rate's word (重大案件审核率) is general or is spoken of in the sentence."""
    left = GENERIC.sub("", QUALIFIED.sub("", cached("[“”的]").sub("", object_)))
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


def _told_before(said: Statement, before: Statement, rate: Quantity, name: str) -> tuple[Quantity, Quantity] | None:
    """The part in this sentence, its base in the one before: 审结163件。审结案件中，…纠错17件，纠错率10.4%."""
    core = rate_core(name)
    if core not in RATE_WORDS or not _about(said, rate, name.removesuffix(core)) or QUALIFIED.search(name):
        return None
    parts = [q for q in said.counts if q.exact and q.end <= rate.start and called(q, RATE_WORDS[core][0])]
    whole = cached(rf"在?(?P<word>{HAN}{{2,4}}?)的?(?:案件|事项|纠纷|问题)?中[，,]").match(said.text)
    words = whole["word"] if whole else RATE_WORDS[core][1]
    if len(parts) != 1 or (not whole and (len(said.counts) > 1 or len(own_words(parts[0], RATE_WORDS[core][0])) >= 2)):
        return None
    heads = before.text.partition("其中")[0]
    found = [
        q for q in before.counts if q.exact and q.family == parts[-1].family and q.end - before.span.start <= len(heads)
    ]
    told = [
        q for q in found if rate_pattern(words).search(q.label + "|" + q.after[:8]) and not ELSEWHERE.search(q.label)
    ]
    return (parts[-1], told[0]) if len(told) == 1 and (whole or len(found) == 1) else None
