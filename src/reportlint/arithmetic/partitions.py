"""Totals and the parts that are all of them, as sentences state them.

其中 often lists only some of the parts, so a list counts as the whole only where the parts are known to be all there are:
the outcomes of a clearing of documents or of a review, 其他 and 其余 at the end, 分别 after a total, 两类共, and pairs that
leave nothing between them (一般程序 and 简易程序).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.arithmetic.countlists import MOST_PARTS, classes_of, gap_between, levels, list_after, words_of
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import HAN, cached, lazy
from reportlint.named import NamedTuple

# outcomes that together are all: the head the total stands under, classes of outcomes, and how many of them must be there
_CLEARED = (r"保留|继续有效|继续执行|其余", r"废止", r"修[改订]", r"失效", r"合并|整合|重新")
_REVIEWED = (r"维持", r"驳回", r"撤销|变更|确认违法|责令|纠错", r"终止|撤回|调解|和解", r"其他|其它")
_PAIRS = (
    (r"一般程序|普通程序", r"简易程序|当场处罚", r"快速办理"), (r"线上|网上", r"线下|现场|窗口"), (r"行政许可", r"其[他它]"),
    (r"(?<!不)合格", r"不合格"), (r"(?<!不)(?:基本)?满意", r"不满意"), (r"(?:^|[^非])涉企", r"非涉企"), (r"一审", r"二审", r"再审"),
    (r"即办件|即时办理件", r"承诺件"), (r"男性?", r"女性?"), (r"赞成|同意", r"反对|不同意", r"弃权"),
    (r"公办", r"民办"), (r"公立", r"私立"), (r"初访|首次来访", r"重访|重复访"), (r"基本履[职责]", r"配合履[职责]"), (r"全部采纳", r"部分采纳", r"未采纳|不采纳"), (r"专职", r"兼职"), (r"存量", r"新增"), (r"社会律师", r"公职律师"),
)  # fmt: skip

_TOTAL_CLAUSE = lazy(
    r"^(?:以上|上述|两者|二者|三者|[两二三四五六七八九\d]+(?:大?[类项者种级方面部分块]{1,2}|个方面))?(?:事项|案件|文件|罚没款?|资金)?(?:全年)?(?:合计|共计|总计|总共|共)(?:投入|安排|拨付|筹集|支出|减免|办理|审[查核]|受理|办结|收到|完成|清理|化解|调解|查处|培训|检查|开展|接待|发放)?$"
)
_ALL_DONE = lazy(r"^(?:[^，。；]{0,4})?(?:全部|均|全都|都|已全部)")
_REST = lazy(r"(?:其余|剩余|余下|剩下)(?:的)?$")
_MOST_LEFT = 8  # parts before 其余


class Sum(NamedTuple):
    """A claim: these parts are all of this total."""

    total: Quantity
    parts: tuple[Quantity, ...]


def claims(said: Statement) -> Iterator[Sum]:
    """Every claim of a sentence that its parts are all of its total; a list in brackets divides the count before it."""
    for counts in levels(said):
        level = said._replace(counts=tuple(counts))
        if len(counts) >= 2:
            for kind in (_cleared, _reviewed, _complements, _named_before, _rest, _afterwards, _respectively):
                yield from kind(level)


def _total_before(said: Statement, parts: Sequence[Quantity], head: str) -> Quantity | None:
    """The nearest count of the parts' unit before them whose words show the head."""
    for q in reversed(said.counts):
        if q.end <= parts[0].start and q.unit == parts[0].unit and cached(head).search(q.label + q.after):
            return q
    return None


def _cleared(said: Statement) -> Iterator[Sum]:
    if "清理" not in said.text:
        return
    parts, seen = classes_of(said.counts, _CLEARED)
    if 0 in seen and len(seen) >= 2 and len({p.unit for p in parts}) == 1:
        total = _total_before(said, parts, "清理|文件|共|纳入|现行|梳理|办法|规定|配合")
        if total and total not in parts:
            yield Sum(total, tuple(parts))


def _reviewed(said: Statement) -> Iterator[Sum]:
    if "审结" not in said.text:
        return
    parts, seen = classes_of(said.counts, _REVIEWED)
    if 0 in seen and len(seen) >= 3 and seen & {3, 4} and len({p.unit for p in parts}) == 1:
        total = _total_before(said, parts, "审结")
        if total and total not in parts:
            yield Sum(total, tuple(parts))


def _complements(said: Statement) -> Iterator[Sum]:
    for index, total in enumerate(said.counts[:-1]):
        run = list_after(said, index)
        if len(run) < 2 or "其中" not in gap_between(said, total, run[0]) + run[0].label:
            continue
        listed = _listed(said, run)
        if _catches_all(listed[-1]):
            # a part that follows 其他 may belong to the list, too: then only too much is wrong for sure
            if len(listed) == len(run) or sum(part.low for part in listed) > total.high:
                yield Sum(total, tuple(listed))
            continue
        names = [words_of(part) for part in listed[:3]]
        for classes in _PAIRS:
            if not any(cached(classes[1]).search(name) for name in names):
                continue
            found, seen = classes_of(listed[:3], classes)
            if {0, 1} <= seen and len(found) == len(seen):
                yield Sum(total, tuple(found))


def _named_before(said: Statement) -> Iterator[Sum]:
    """审查合同、文件共计125件，其中合同86件、文件39件: the words before the total name all its parts."""
    for index, total in enumerate(said.counts[:-2]):
        run = list_after(said, index)
        if len(run) < 2 or "其中" not in gap_between(said, total, run[0]) + run[0].label:
            continue
        names = [words_of(part) for part in run]
        _, listed, behind = said.before(total).rpartition("、".join(names))
        if listed and min(map(len, names)) >= 2 and not cached("[等类，。；]").search(behind):
            yield Sum(total, tuple(run))


def _listed(said: Statement, run: list[Quantity]) -> list[Quantity]:
    """The parts joined by 、 和 or ， from the first on, up to the first 其他."""
    kept = run[:1]
    for before, part in pairwise(run):
        if _catches_all(before) or "其中" in gap_between(said, before, part):
            break
        kept.append(part)
    return kept


def _catches_all(part: Quantity) -> bool:
    match = cached(rf"其[他它](?P<what>{HAN}{{0,8}})$").search(part.label)
    return match is not None and not cached(r"移送|转|发现|来|报|查|提供|交|由").search(match["what"])


def _rest(said: Statement) -> Iterator[Sum]:
    """受理142件，化解139件，…其余3件: of two counts before, the second and the rest make the first."""
    for index, rest in enumerate(said.counts):
        earlier = said.counts[:index]
        if not _REST.search(rest.label) or len(earlier) < 2 or {q.unit for q in earlier} != {rest.unit}:
            continue
        if "其中" in said.text[: earlier[0].start - said.span.start]:
            continue  # 其中，提出意见的83件，退回的12件，其余62件: all are parts of what the sentence before tells
        if len(earlier) > 2 and not _divided(said, earlier, rest):
            continue
        if earlier[0].label and not cached("上年|去年|同期|较").search(earlier[0].label):
            yield Sum(earlier[0], (*earlier[1:], rest))


def _divided(said: Statement, earlier: Sequence[Quantity], rest: Quantity) -> bool:
    """Whether 其余 is what all parts leave of the first count: a list, near it in sum, and the rest of no other count."""
    joined = all(
        cached(r"[^，,、；]{0,4}[，,、][^，,、；]*$").match(said.between(*pair)) for pair in pairwise([*earlier, rest])
    )
    added = sum(q.value for q in earlier[1:]) + rest.value
    if len(earlier) > _MOST_LEFT or not joined or not 0.7 <= added / max(earlier[0].value, 1) <= 1.3:
        return False
    left = [one.value - other.value for one in earlier for other in earlier]
    left += [earlier[at].value - sum(q.value for q in earlier[at + 1 :]) for at in range(1, len(earlier))]
    return rest.value not in left


def _afterwards(said: Statement) -> Iterator[Sum]:
    """59件、6件、14件，合计79件; 98件、134件，232件全部答复."""
    for index in range(2, len(said.counts)):
        total = said.counts[index]
        before = said.counts[:index]
        earlier = _same_unit_before(said, before, total)
        gap = gap_between(said, before[-1], total)
        if len(earlier) < 2 or abs(sum(q.value for q in before) - total.value) < 1e-6:
            continue
        if not cached(r"[^，,、；]{0,8}[，,]").match(gap) and gap not in ("共", "合计", "共计", "总计"):
            continue
        if (_TOTAL_CLAUSE.match(total.label) or _of_same(total, earlier)) and len(earlier) <= 6:
            yield Sum(total, earlier)
        elif (
            not total.label
            and _ALL_DONE.match(total.after)
            and cached("[、和及]").search(gap_between(said, earlier[-2], earlier[-1]))
            and total.value > max(q.value for q in earlier[-2:])
            and "其中" not in said.text
        ):
            yield Sum(total, earlier[-2:])


def _of_same(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """学法5次、学法48次，全年集中学法共计55次: the total names what each part names."""
    match = cached(rf"^(?:全年)?(?:{HAN}{{0,4}}?)(?P<what>{HAN}{{2}})(?:合计|共计|总计|总共)$").search(total.label)
    return match is not None and all(part.label.endswith(match["what"]) for part in parts)


def _same_unit_before(said: Statement, before: tuple[Quantity, ...], total: Quantity) -> tuple[Quantity, ...]:
    """The run of counts in the total's unit that ends right before it; none if it is part of a list of mixed units."""
    first = len(before)
    while first and len(before) - first < MOST_PARTS and before[first - 1].unit == total.unit:
        if first < len(before) and cached("[（(]").search(gap_between(said, before[first - 1], before[first])):
            break  # what a bracket divides is none of its parts
        first -= 1
    if 0 < first < len(before):
        gap = gap_between(said, before[first - 1], before[first])
        if cached("[^，,；]*$").match(gap) and not cached("(?:季度|月|期|批|轮|年)[^，,；]{0,4}分别").match(gap):
            return ()
    return before[first:]


def _respectively(said: Statement) -> Iterator[Sum]:
    """共办理12件，分别为5件、7件: a total, then 分别 without 其中."""
    for index, total in enumerate(said.counts[:-2]):
        run = list_after(said, index)
        if len(run) < 2 or not cached(r"共|合计|总计|累计|总数").search(total.label):
            continue
        gap = gap_between(said, total, run[0])
        if cached(r"^[^，,、；]{0,8}[，,：:]?(?:分别[为是]|分为)").search(gap) and "其中" not in gap:
            yield Sum(total, tuple(run))
