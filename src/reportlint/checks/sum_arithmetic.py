"""``sum-arithmetic``: a stated total that its listed parts do not add up to.

其中 often lists only some of the parts, so a shortfall counts only where the parts are known to be all there are: the
outcomes of a clearing of documents or of a review, 其他 and 其余 at the end, 分别 after a total, 两类共, and pairs that
leave nothing between them (一般程序 and 简易程序).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from reportlint.arithmetic.exclusive import lists
from reportlint.arithmetic.notadded import not_added
from reportlint.arithmetic.overfull import overfull
from reportlint.arithmetic.partitions import Sum, claims
from reportlint.arithmetic.semicolonlists import semicolon_lists
from reportlint.arithmetic.statements import Quantity, Statement, named, statements, with_preceding
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_WANTED = lazy(
    r"其中|包括|结果为|分别|分为|正在|尚未|未采纳|不予|共|合计|总计|清理|其余|剩余|剩下|余下|结转|未结|审结|审理|全部|均|梳理|线[上下]|半年|男|专职|保留|废止|属实|限期整改|责令整改|编外"
    r"|[（(：:][^（()）：:\d]{2,20}\d+[^（()）：:\d]{2,24}\d"
)

_KINDS = ("类", "方面", "层", "级", "步", "领域")  # 两类共154项: the 两类 are no part
_COVERS = lazy(r"(?:合计|共计|总计|总共|共)(?:办理|受理|完成)?$")  # 两项合计100件: nor are the 两项
_CARRIED_IN = lazy(r"(?:上一?年度?|上期|往年|去年|20\d\d年)(?:度)?[^，、]{0,6}?结转|结转上年|(?:旧存|上年未结)")
_CARRIED_OUT = lazy(r"结转(?:至|到)?(?:下一?|次|20\d\d)|(?:^|[^年度期])结转$|^(?:件)?结转下")
_TAKEN = lazy(r"受理|收到|新收")
_DONE = lazy(r"审结|办结|答复|结案")
_EXTRA = lazy(r"不予受理|补正|撤回|驳回申请|移送|不受理")
# how a sentence begins that divides, or adds up, what the sentence before it tells
_GOES_ON = lazy(
    r"\s?(?:其中|分别[为是]|(?:以上|上述|[两三四五六七八]项|[两三四五六七八]类)?[，]?(?:合计|共计|总计)|保留|继续有效|废止|维持|予以公开|准予)"
)

_ACROSS = lazy("重点|重大|联合|女|党员")  # a kind that cuts across the others: 重点提案12件


@record
class SumArithmeticCheck:
    """Only counts of one unit are added; 余, 约 and ranges decide nothing."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a total."""
        yield from _over_semicolons(draft, scope)
        for said in statements(draft, scope, _WANTED, least=1, begun=True):
            cut = said.span.end < draft.sentence(said.span.start).end  # before a mask: its list may be cut, too
            if not cut:
                yield from _across(draft, said)
            said = said._replace(
                counts=tuple(q for q in said.counts if q.unit not in _KINDS and (q.label or not _COVERS.match(q.after)))
            )
            if len(said.counts) < 2:
                continue
            told: set[int] = set()
            for claim in (*claims(said), *(lists(said) if len(said.counts) > 2 else ())):
                if claim.total.start in told or _holds(claim, said) or (cut and not _one_clause(claim, said)):
                    continue
                told.add(claim.total.start)
                yield _problem(draft.text, claim, said)
            if not told and not cut:
                yield from _too_large(draft.text, said)
                yield from _carried(draft.text, said)
                yield from (
                    _problem(draft.text, claim, said)._replace(certainty="suspected", softened=True)
                    for claim in overfull(said)
                    if not _holds(claim, said)
                )


def _one_clause(claim: Sum, said: Statement) -> bool:
    """Whether the parts stand side by side with 、 between them: no further part lies behind a comma."""
    return all("，" not in said.between(*pair) for pair in pairwise(claim.parts))


def _across(draft: Draft, said: Statement) -> Iterator[Problem]:
    """受理80件。其中维持40件…: a total in one of two sentences and its parts in the other."""
    both = with_preceding(draft, said) if _GOES_ON.match(said.text) else None
    if both is None:
        return
    counts = tuple(q for q in both.counts if q.unit not in _KINDS and (q.label or not _COVERS.match(q.after)))
    both = both._replace(counts=counts)
    told: set[int] = set()
    for claim in (*claims(both), *(lists(both) if len(counts) > 2 else ())):
        sides = {q.start < said.span.start for q in (claim.total, *claim.parts)}
        if len(sides) < 2 or claim.total.start in told or _holds(claim, both):
            continue
        if not _listed(claim.total, both) and not _told_earlier(draft, claim):
            told.add(claim.total.start)
            yield _problem(draft.text, claim, both)
    if not told:
        yield from (p for p in _too_large(draft.text, both) if p.span.start >= said.span.start)


def _over_semicolons(draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
    """审结300件。其中，维持200件；驳回60件；撤销50件: the parts are sentences of their own."""
    for said, second in semicolon_lists(draft, scope):
        told: set[int] = set()
        for claim in (*claims(said), *lists(said)):
            if not _split(claim, second) or claim.total.start in told or _holds(claim, said):
                continue
            if any(_ACROSS.search(part.label) for part in claim.parts):
                continue
            told.add(claim.total.start)
            yield _problem(draft.text, claim, said)
        if not told:
            yield from (
                _problem(draft.text, claim, said)._replace(certainty="suspected", softened=True)
                for claim in overfull(said)
                if _split(claim, second) and len({q.label[-1:] for q in claim.parts}) == 1 and not _holds(claim, said)
            )


def _split(claim: Sum, second: int) -> bool:
    """Whether each part has a sentence of its own: 其中维持19件、撤销2件；诉讼11件 goes on to other things.

    So does what is more than the total: 建议20件，其中重点5件；提案30件.
    """
    parts = claim.parts
    own = len(parts) > 1 and parts[0].start < second <= parts[1].start
    return own and all(part.value <= claim.total.value for part in parts)


def _listed(total: Quantity, said: Statement) -> bool:
    """结果分别为撤销48件，重做28件。其中…: the last of a list is no total; what follows divides all of it, once more."""
    before, _, listed = said.before(total).rpartition("分别")
    if not before:
        before, _, listed = said.before(total).rpartition("其中")
        before = before if not cached("审结|办结|受理|立案|查处|共").search(total.label) else ""
    first = said.span.start + len(said.before(total)) - len(listed)
    return bool(before) and any(first <= q.start < total.start and q.unit == total.unit for q in said.all)


def _told_earlier(draft: Draft, claim: Sum) -> bool:
    """Whether the parts make up another count that the paragraph tells before them."""
    first, added = claim.parts[0], sum(q.value for q in claim.parts)
    line = draft.text.rfind("\n", 0, first.start) + 1
    at, end = (bisect_left(draft.figures, place, key=lambda figure: figure.start) for place in (line, first.start))
    return any(figure.value == added and figure.unit == first.unit for figure in draft.figures[at:end])


def _holds(claim: Sum, said: Statement) -> bool:
    """Whether it adds up, or may: an inexact number, another total before it, or further parts not recognised."""
    every = (claim.total, *claim.parts)
    if any(not q.exact for q in every) or len({q.unit for q in every}) > 1:
        return True
    if any(not_added(claim.total, part, lasting=False) for part in claim.parts):
        return True
    added = sum(q.value for q in claim.parts)
    step = max(q.step for q in every)
    slack = 1e-6 if step == min(q.step for q in every) == 1.0 else (len(every) + 1) * step / 2
    totals = [q.value for q in said.counts if q.start < claim.parts[0].start and q.unit == claim.total.unit]
    if any(abs(added - value) < slack for value in (claim.total.value, *totals)) or _first_few(claim, said):
        return True
    if added in accumulate(
        q.value for q in reversed(said.counts) if q.end <= claim.parts[0].start and q.unit == claim.total.unit
    ):
        return True  # 撤销48件、重做28件、确认违法150件，其中…: what follows divides them all
    others = [q.value for q in said.counts if q not in every and q.family == claim.total.family]
    return any(abs(added + sign * value - claim.total.value) < 1e-6 for value in others for sign in (1, -1))


def _first_few(claim: Sum, said: Statement) -> bool:
    """其中维持9件、撤销2件、终止3件，未结1件: those before the comma make the whole, what follows tells of something else."""
    added = claim.parts[0].value
    for before, part in pairwise(claim.parts):
        if before is not claim.parts[0] and added == claim.total.value and "、" not in said.between(before, part):
            return True
        added += part.value
    return False


def _problem(text: str, claim: Sum, said: Statement) -> Problem:
    added = sum(q.value for q in claim.parts)
    parts = "、".join(named(text, q) for q in claim.parts)
    total = text[claim.total.start : claim.total.end]
    scale, factor = next(((s, f) for s, f in (("亿", 1e8), ("万", 1e4)) if s in total), ("", 1.0))
    shown = f"{added / factor:.10g}{scale}{claim.total.unit}"
    message = f"总数“{total}”与分项之和不符：{parts}，合计{shown}，请核对"
    return Problem(Span(claim.total.start, claim.total.end), message)


_REACH = 40  # counts before 其中 that may make up the whole; no sentence of a report has more


def _too_large(text: str, said: Statement) -> Iterator[Problem]:
    """A part listed after 其中 that is larger than all counts of its unit before it together."""
    whole: list[Quantity] = []
    for index, (before, part) in enumerate(pairwise(said.counts)):
        gap = said.between(before, part)
        if "其中" in gap:
            whole = [q for q in said.counts[max(0, index - _REACH) : index + 1] if q.unit == part.unit]
        elif not cached("[、和及与]").match(gap):
            whole = []
        if not whole or part.unit != whole[0].unit or not all(q.exact for q in (*whole, part)):
            continue
        largest = max(whole, key=lambda q: q.value)
        if part.value > sum(q.value for q in whole) and not not_added(largest, part):
            message = (
                f"分项“{text[part.start : part.end]}”大于总数：{named(text, largest)}，其中{named(text, part)}，请核对"
            )
            yield Problem(Span(part.start, part.end), message)


def _carried(text: str, said: Statement) -> Iterator[Problem]:
    """受理 + 上年结转 = 审结 + 结转下年."""
    groups: dict[str, list[Quantity]] = {"in": [], "out": [], "done": [], "taken": []}
    for q in said.counts:
        name = (
            "in" if _CARRIED_IN.search(q.label) else "out" if _CARRIED_OUT.search(q.label)
            else "done" if _DONE.search(q.label) else "taken" if _TAKEN.search(q.label) else ""
        )  # fmt: skip
        if name:
            groups[name].append(q)
    if (
        _EXTRA.search(said.text)
        or any("含" in q.label for q in groups["in"])
        or any(len(groups[name]) != 1 for name in ("in", "out", "done"))
        or not groups["taken"]
    ):
        return
    (came,), (left,), (done,) = groups["in"], groups["out"], groups["done"]
    every = [came, left, done, *groups["taken"]]
    if not all(q.exact for q in every) or len({q.unit for q in every}) > 1:
        return
    if any(q.value + came.value == done.value + left.value for q in groups["taken"]):
        return
    taken = groups["taken"][-1]
    should = taken.value + came.value - done.value
    message = (
        f"收结数字对不上：{named(text, taken)}、{named(text, came)}，{named(text, done)}，"
        f"结转应为{should:g}{left.unit}，写的是{text[left.start : left.end]}，请核对"
    )
    yield Problem(Span(left.start, left.end), message)
