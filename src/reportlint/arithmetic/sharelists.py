"""Shares told one after the other of one whole: 审结275件。其中，维持169件，占61.5%；驳回63件，占22.9%；终止43件，占15.6%.

The whole may stand a sentence before, or in another paragraph. It is taken from what most of the shares agree with; where
all of them agree with one whole, be it the count that is told or another, nothing is wrong with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from reportlint.arithmetic.changewords import DOWN, UP
from reportlint.arithmetic.countlists import WHOLE_BRACKET
from reportlint.arithmetic.shares import ELSEWHERE
from reportlint.arithmetic.statements import Quantity, Statement, agrees, ratio_agrees
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple

_SHARE = lazy(
    rf"^\s?(?:[，,](?:同比|环比|[比较][^，。；\d]{{1,6}}(?:20\d\d年)?)?(?:{UP}|{DOWN})[\d.]+[%％])?[，,、（(]?(?:约|仅)?"
    r"占(?P<of>[^，。；占率\d]{0,14}?)(?:的?比[例重]?|的)?(?:达到?|为)?\s?$"
)
_EACH = lazy(r"[^，。；\d]{0,4}[，,]?(?:分别|各)占(?:[^，。；占率\d]{0,14}?)(?:的?比[例重]?|的)?(?:达到?|为)?\s?")
_AND = lazy("[、，,和及与]|以及")
_LISTED = lazy(r"(?:[、，,和及与]|以及)[^，。；\d]{0,14}")
_ALL = lazy("[总全]部?|[件数量的比重例所有年案人次各类申请事项受收理到审结办]")
_NEW_WHOLE = lazy(r"其中|中[，,]|[。；]从|[。；]按")
_FULL_STOP = lazy(r"。\s?其中[^。；\d]{1,24}$")
_FARTHEST = 60  # code points between one share and the next part
_BACK = 200  # code points before a share in which the sentence before it lies
_MOST = 40  # pairs of a list, and counts before it
_OFF = 1.5  # times the last digit shown: shares are made to add up to 100 % by changing that digit
_ENOUGH = 4  # shares that agree on a whole nobody tells


class Pair(NamedTuple):
    """A part, its share, and what the share is said to be of (empty: of all)."""

    part: Quantity
    share: Quantity
    of: str


class OddShare(NamedTuple):
    """A share that the others of its list deny: the whole they agree on, told or only implied (``None``), and the share it should be."""

    pair: Pair
    whole: Quantity | None
    implied: int
    true: float


def share_lists(paragraph: Statement) -> Iterator[tuple[Pair, ...]]:
    """The lists of shares in a paragraph; one may be a single share."""
    run: list[Pair] = []
    for pair in _pairs(paragraph):
        if run and not _goes_on(paragraph, run[-1], pair):
            yield tuple(run)
            run = []
        run.append(pair)
    if run:
        yield tuple(run)
    if "占" in paragraph.text and ("分别" in paragraph.text or "各占" in paragraph.text):
        yield from _respective(paragraph)


def agree(pairs: Iterable[Pair]) -> tuple[int, int] | None:
    """The least and the greatest whole that all the shares may be of; ``None`` if there is none."""
    found = list(pairs)
    low = max(100 * p.part.low / (p.share.value + p.share.step) for p in found)
    high = min(100 * p.part.high / max(p.share.value - p.share.step / 2, 1e-9) for p in found)
    least, greatest = floor(low) + 1, floor(high + 1e-9)
    if any(p.part.step != 1 for p in found):
        least, greatest = floor(low), ceil(high)
    return (least, greatest) if least <= greatest else None


def odd_shares(paragraph: Statement, pairs: Sequence[Pair]) -> list[OddShare]:
    """The shares of a list that are of another whole than most: none if all may be of one, or none is favoured."""
    if len(pairs) == 1:
        return _single(paragraph, pairs[0])
    if len(pairs) > _MOST or agree(pairs) is not None or len({p.of for p in pairs if p.of}) > 1:
        return []
    told = [q for q in _near(paragraph, pairs[0].part) if q.end <= pairs[0].part.start and _may_be_whole(q, pairs)]
    best = max(told, key=lambda q: (sum(ratio_agrees(p.share, p.part, q) for p in pairs), q.start), default=None)
    if best is not None:
        wrong = [p for p in pairs if not ratio_agrees(p.share, p.part, best)]
        fitting = len(pairs) - len(wrong)
        whole = abs(sum(p.part.value for p in pairs) - best.value) < 1e-6
        if (fitting > len(wrong) and fitting > 1) or (whole and fitting):
            return [
                OddShare(p, best, 0, 100 * p.part.value / best.value)
                for p in wrong
                if _off(p, best.low, best.high)
                and (not p.of or p.of in best.label)  # 占应持证人员的95.2% is of another whole
                and ((whole and fitting > 1) or not _of_another(paragraph, p, best))
            ]
    return _implied(paragraph, pairs)


def _single(paragraph: Statement, pair: Pair) -> list[OddShare]:
    """受理诉求300件。其中，咨询类124件，占63.7%: one share of the only count that the sentence before tells."""
    at = pair.part.start - paragraph.span.start
    first = max(0, at - _BACK)
    before = paragraph.text[first:at]
    opened = _FULL_STOP.search(before)
    if opened is None:
        return []
    start = max(before.rfind(mark, 0, opened.start()) for mark in "。；") + 1 + first + paragraph.span.start
    told = [
        q for q in _near(paragraph, pair.part) if start <= q.start < pair.part.start and q.family == pair.part.family
    ]
    if len(told) != 1 or not _may_be_whole(told[0], [pair]) or pair.of[:2] not in told[0].label:
        return []
    whole = told[0]
    if not _off(pair, whole.low, whole.high) or _of_another(paragraph, pair, whole):
        return []
    return [OddShare(pair, whole, 0, 100 * pair.part.value / whole.value)]


def _implied(paragraph: Statement, pairs: Sequence[Pair]) -> list[OddShare]:
    """The one share that does not agree with the whole that all the others are of, be that told nowhere."""
    if len(pairs) <= _ENOUGH:
        return []
    found = [(p, agree(other for other in pairs if other is not p)) for p in pairs]
    odd = [(p, both) for p, both in found if both is not None]
    if len(odd) != 1 or odd[0][1] is None:
        return []
    pair, (least, greatest) = odd[0][0], odd[0][1]
    if greatest > 1.05 * least or not _off(pair, least, greatest):
        return []
    if _of_another(paragraph, pair, None):
        return []
    middle = (least + greatest) // 2
    return [OddShare(pair, None, middle, 100 * pair.part.value / middle)]


def _pairs(paragraph: Statement) -> Iterator[Pair]:
    every = paragraph.all
    for index, share in enumerate(every[1:], 1):
        if share.unit != "%" or not share.exact or not 0 < share.value < 100:
            continue
        for part in reversed(every[max(0, index - 2) : index]):
            if part.unit in ("%", "倍", "个百分点"):
                continue
            gap = paragraph.between(part, share)
            match = _SHARE.match(gap)
            bare = gap in ("（", "(") and paragraph.text[share.end - paragraph.span.start :].startswith(("）", ")"))
            if (match or bare) and part.exact and part.value > 0 and not ELSEWHERE.search(part.label):
                yield Pair(part, share, _ALL.sub("", match["of"]) if match else "")
            break


def _respective(paragraph: Statement) -> Iterator[tuple[Pair, ...]]:
    """简易程序356宗、普通程序71宗，分别占83.4%、16.6%."""
    every = paragraph.all
    for at in range(1, len(every) - 1):
        opened = _EACH.fullmatch(paragraph.between(every[at - 1], every[at])) if every[at].unit == "%" else None
        if opened is None:
            continue
        end = at + 1
        while (
            end < len(every) and every[end].unit == "%" and _AND.fullmatch(paragraph.between(*every[end - 1 : end + 1]))
        ):
            end += 1
        size = end - at
        parts, shares = every[max(0, at - size) : at], every[at:end]
        joined = all(_LISTED.fullmatch(paragraph.between(*pair)) for pair in pairwise(parts))
        if not 1 < size == len(parts) or not joined or len({q.unit for q in parts}) > 1:
            continue
        if all(q.exact and q.value > 0 for q in (*parts, *shares)):
            yield tuple(Pair(part, share, "") for part, share in zip(parts, shares, strict=True))


def _goes_on(paragraph: Statement, last: Pair, pair: Pair) -> bool:
    gap = WHOLE_BRACKET.sub("", paragraph.between(last.share, pair.part))
    if "。" in gap:
        return False  # what a further sentence counts may be of more: 旧存50件，占全部案件的9.1%
    return pair.part.family == last.part.family and len(gap) <= _FARTHEST and not _NEW_WHOLE.search(gap)


def _may_be_whole(q: Quantity, pairs: Sequence[Pair]) -> bool:
    largest = max(p.part.value for p in pairs)
    return q.exact and q.family == pairs[0].part.family and q.value > largest and not ELSEWHERE.search(q.label)


def _off(pair: Pair, low: float, high: float) -> bool:
    """Whether the share is further than making up 100 % explains from that of any whole of this range."""
    slack = _OFF * pair.share.step + 1e-9
    least, most = 100 * pair.part.low / high, 100 * pair.part.high / low
    return not least - slack <= pair.share.value <= most + slack and not agrees(pair.share, least, most)


def _of_another(paragraph: Statement, pair: Pair, whole: Quantity | None) -> bool:
    """Whether the share is one of another count of the paragraph."""
    return any(
        q is not whole
        and q is not pair.part
        and q.family == pair.part.family
        and ratio_agrees(pair.share, pair.part, q)
        for q in _near(paragraph, pair.part)
    )


def _near(paragraph: Statement, part: Quantity) -> tuple[Quantity, ...]:
    """The counts around a part: a paragraph may have thousands."""
    at = bisect_left(paragraph.counts, part.start, key=lambda q: q.start)
    return paragraph.counts[max(0, at - _MOST) : at + _MOST]


def settled(pairs: Sequence[Pair]) -> bool:
    """Whether so many shares agree on one whole that it is not for a single one of them to be called wrong."""
    return len(pairs) > 2 and agree(pairs) is not None and len({p.of for p in pairs if p.of}) < 2
