"""``sum-arithmetic``: a stated total that its listed parts do not add up to.

其中 often lists only some of the parts, so a shortfall counts only where the parts are known to be all there are: the
outcomes of a clearing of documents or of a review, 其他 and 其余 at the end, 分别 after a total, 两类共, and pairs that
leave nothing between them (一般程序 and 简易程序).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.statements import Quantity, Statement, named, statements

_WANTED = re.compile(r"其中|分别|分为|共|合计|总计|清理|其余|结转|未结|审结|审理|全部|均|梳理")
_PRESENT = re.compile(r"\S")

# outcomes that together are all: the head the total stands under, classes of outcomes, and how many of them must be there
_CLEARED = (r"保留|继续有效|继续执行", r"废止", r"修[改订]", r"失效", r"合并|整合|重新")
_REVIEWED = (r"维持", r"驳回", r"撤销|变更|确认违法|责令|纠错", r"终止|撤回|调解|和解", r"其他|其它")
_PAIRS = (
    (r"一般程序|普通程序", r"简易程序|当场处罚", r"快速办理"), (r"线上|网上", r"线下|现场|窗口"), (r"行政许可", r"其[他它]"),
    (r"(?<!不)合格", r"不合格"), (r"(?<!不)(?:基本)?满意", r"不满意"), (r"(?:^|[^非])涉企", r"非涉企"), (r"一审", r"二审", r"再审"),
    (r"即办件|即时办理件", r"承诺件"), (r"男性?", r"女性?"), (r"赞成|同意", r"反对|不同意", r"弃权"),
    (r"基本履[职责]", r"配合履[职责]"), (r"全部采纳", r"部分采纳", r"未采纳|不采纳"), (r"专职", r"兼职"), (r"社会律师", r"公职律师"),
)  # fmt: skip
_KINDS = ("类", "方面", "层", "级", "步", "领域")  # 两类共154项: the 两类 are no part

_TOTAL_CLAUSE = re.compile(
    r"^(?:以上|上述|两者|二者|三者|[两二三四五六七八九\d]+(?:大?[类项者种级方面部分块]{1,2}|个方面))?(?:事项|案件|文件)?(?:合计|共计|总计|总共|共)(?:办理|审[查核]|受理|办结|收到|完成)?$"
)
_ALL_DONE = re.compile(r"^(?:[^，。；]{0,4})?(?:全部|均|全都|都|已全部)")
_REST = re.compile(r"(?:其余|剩余|余下|剩下)(?:的)?$")
_CARRIED_IN = re.compile(r"(?:上一?年度?|上期|往年|去年|20\d\d年)(?:度)?[^，、]{0,6}?结转|结转上年|(?:旧存|上年未结)")
_CARRIED_OUT = re.compile(r"结转(?:至|到)?(?:下一?|次|20\d\d)|(?:^|[^年度期])结转$|^(?:件)?结转下")
_TAKEN = re.compile(r"受理|收到|新收")
_DONE = re.compile(r"审结|办结|答复|结案")
_EXTRA = re.compile(r"不予受理|补正|撤回|驳回申请|移送|不受理")


class Sum(NamedTuple):
    """A claim: these parts are all of this total."""

    total: Quantity
    parts: tuple[Quantity, ...]


@dataclass(frozen=True)
class SumArithmeticCheck:
    """Only counts of one unit are added; 余, 约 and ranges decide nothing."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a total."""
        for said in statements(draft, scope, _WANTED):
            said = said._replace(counts=tuple(q for q in said.counts if q.unit not in _KINDS))
            if len(said.counts) < 2:
                continue
            told: set[int] = set()
            for claim in _claims(said):
                if claim.total.start in told or _holds(claim, said):
                    continue
                told.add(claim.total.start)
                yield _problem(draft.text, claim, said)
            if not told:
                yield from _too_large(draft.text, said)
                yield from _carried(draft.text, said)


def _claims(said: Statement) -> Iterator[Sum]:
    yield from _cleared(said)
    yield from _reviewed(said)
    yield from _complements(said)
    yield from _rest(said)
    yield from _afterwards(said)
    yield from _respectively(said)


def _words(q: Quantity) -> str:
    """What names a part: the words before it, else those behind it."""
    label = re.sub(r"^(?:其中|[和及与]|以及|已|分别为?)+", "", q.label)
    return label if len(label) >= 2 else q.after[:8]


def _list_after(said: Statement, index: int) -> list[Quantity]:
    """The run of counts in the total's own unit that follows it, no full clause of other things between."""
    total, run = said.counts[index], []
    for before, part in pairwise(said.counts[index:]):
        gap = said.between(before, part)
        if part.unit != total.unit or len(re.sub(r"[^，,、；]", "", gap)) > 2 or len(gap) > 30 or "%" in gap:
            break
        run.append(part)
    return run


def _holds(claim: Sum, said: Statement) -> bool:
    """Whether it adds up, or may: an inexact number, another total before it, or further parts not recognised."""
    every = (claim.total, *claim.parts)
    if any(not q.exact for q in every) or len({q.unit for q in every}) > 1:
        return True
    added = sum(q.value for q in claim.parts)
    totals = [q.value for q in said.counts if q.start < claim.parts[0].start and q.unit == claim.total.unit]
    if abs(added - claim.total.value) < 1e-6 or any(abs(added - value) < 1e-6 for value in totals):
        return True
    others = [q.value for q in said.counts if q not in every and q.family == claim.total.family]
    return any(abs(added + sign * value - claim.total.value) < 1e-6 for value in others for sign in (1, -1))


def _problem(text: str, claim: Sum, said: Statement) -> Problem:
    added = sum(q.value for q in claim.parts)
    parts = "、".join(named(text, q) for q in claim.parts)
    total = text[claim.total.start : claim.total.end]
    shown = f"{added:g}" if added < 1e6 else f"{added:.0f}"
    message = f"总数“{total}”与分项之和不符：{parts}，合计{shown}{claim.total.unit}，请核对"
    return Problem(Span(claim.total.start, claim.total.end), message)


def _classes(parts: Sequence[Quantity], classes: Sequence[str]) -> tuple[list[Quantity], set[int]]:
    """The parts whose words name one of the classes, and which classes are named."""
    found, seen = [], set()
    for part in parts:
        for number, words in enumerate(classes):
            if re.search(words, _words(part)):
                found.append(part)
                seen.add(number)
                break
    return found, seen


def _total_before(said: Statement, parts: Sequence[Quantity], head: str) -> Quantity | None:
    """The nearest count of the parts' unit before them whose words show the head."""
    for q in reversed(said.counts):
        if q.end <= parts[0].start and q.unit == parts[0].unit and re.search(head, q.label + q.after):
            return q
    return None


def _cleared(said: Statement) -> Iterator[Sum]:
    if "清理" not in said.text:
        return
    parts, seen = _classes(said.counts, _CLEARED)
    if 0 in seen and len(seen) >= 2 and len({p.unit for p in parts}) == 1:
        total = _total_before(said, parts, "清理|文件|共|纳入|现行|梳理|办法|规定|配合")
        if total and total not in parts:
            yield Sum(total, tuple(parts))


def _reviewed(said: Statement) -> Iterator[Sum]:
    if "审结" not in said.text:
        return
    parts, seen = _classes(said.counts, _REVIEWED)
    if 0 in seen and len(seen) >= 3 and seen & {3, 4} and len({p.unit for p in parts}) == 1:
        total = _total_before(said, parts, "审结")
        if total and total not in parts:
            yield Sum(total, tuple(parts))


def _complements(said: Statement) -> Iterator[Sum]:
    for index, total in enumerate(said.counts[:-1]):
        run = _list_after(said, index)
        if not 2 <= len(run) or "其中" not in said.between(total, run[0]) + run[0].label:
            continue
        listed = _listed(said, run)
        if _catches_all(listed[-1]):
            yield Sum(total, tuple(listed))
            continue
        for classes in _PAIRS:
            found, seen = _classes(listed[:3], classes)
            if {0, 1} <= seen and len(found) == len(seen):
                yield Sum(total, tuple(found))


def _listed(said: Statement, run: list[Quantity]) -> list[Quantity]:
    """The parts joined by 、 和 or ， from the first on, up to the first 其他."""
    kept = run[:1]
    for before, part in pairwise(run):
        if _catches_all(before) or "其中" in said.between(before, part):
            break
        kept.append(part)
    return kept


def _catches_all(part: Quantity) -> bool:
    match = re.search(r"其[他它](?P<what>[\u4e00-\u9fff]{0,8})$", part.label)
    return match is not None and not re.search(r"部门|单位|移送|地区|来源|机关|发现|转", match["what"])


def _rest(said: Statement) -> Iterator[Sum]:
    """受理142件，化解139件，…其余3件: of two counts before, the second and the rest make the first."""
    for index, rest in enumerate(said.counts):
        earlier = said.counts[:index]
        if _REST.search(rest.label) and len(earlier) == 2 and {q.unit for q in earlier} == {rest.unit}:
            if _PRESENT.search(earlier[0].label) and not re.search("上年|去年|同期|较", earlier[0].label):
                yield Sum(earlier[0], (earlier[1], rest))


def _afterwards(said: Statement) -> Iterator[Sum]:
    """59件、6件、14件，合计79件; 98件、134件，232件全部答复."""
    for index in range(2, len(said.counts)):
        total = said.counts[index]
        earlier = said.counts[:index]
        gap = said.between(earlier[-1], total)
        if not re.match(r"[^，,、；]{0,8}[，,]", gap) or len({q.unit for q in (*earlier[-2:], total)}) > 1:
            continue
        if _TOTAL_CLAUSE.match(total.label) and len({q.unit for q in earlier}) == 1 and len(earlier) <= 6:
            yield Sum(total, earlier)
        elif not total.label and _ALL_DONE.match(total.after) and re.search("[、和及]", said.between(earlier[-2], earlier[-1])):
            if total.value > max(q.value for q in earlier[-2:]) and "其中" not in said.text:
                yield Sum(total, earlier[-2:])


def _respectively(said: Statement) -> Iterator[Sum]:
    """共办理12件，分别为5件、7件: a total, then 分别 without 其中."""
    for index, total in enumerate(said.counts[:-2]):
        run = _list_after(said, index)
        if len(run) < 2 or not re.search(r"共|合计|总计|累计|总数", total.label):
            continue
        gap = said.between(total, run[0])
        if re.search(r"^[^，,、；]{0,8}[，,：:]?(?:分别[为是]|分为)", gap) and "其中" not in gap:
            yield Sum(total, tuple(run))


def _too_large(text: str, said: Statement) -> Iterator[Problem]:
    """A part listed after 其中 that is larger than all counts of its unit before it together."""
    whole: list[Quantity] = []
    for before, part in pairwise(said.counts):
        gap = said.between(before, part)
        if "其中" in gap:
            whole = [q for q in said.counts if q.end <= before.end and q.unit == part.unit]
        elif not re.match("[、和及与]", gap):
            whole = []
        if not whole or part.unit != whole[0].unit or not all(q.exact for q in (*whole, part)):
            continue
        if part.value > sum(q.value for q in whole):
            largest = max(whole, key=lambda q: q.value)
            message = f"分项“{text[part.start : part.end]}”大于总数：{named(text, largest)}，其中{named(text, part)}，请核对"
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
    if _EXTRA.search(said.text) or any(len(groups[name]) != 1 for name in ("in", "out", "done")) or not groups["taken"]:
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
