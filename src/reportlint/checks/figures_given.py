"""``figures-given``: the usual figures of a section, each in one of five states.

Given, declared to be zero (未制定规范性文件, 0件), vague (十几项), unfilled (xx项), or absent. Where the section itself is
missing nothing is said: that is one finding already.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, Status, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.nonedeclared import declared_none
from reportlint.numerals import Figure
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.sections import FigureSpec, SectionSpec
from reportlint.tabledfigures import in_table, tabled

_BEFORE, _AFTER = 16, 36
_OF_ITS_OWN = 3  # code points of a word that no other figure is told with: 执法证, 行政复议, but not 检查
_INSPECTED = ("家次", "户次", "个次", "艘次")  # what counts nothing but inspections and visits
_OWN_WORDS = 5  # code points between two figures that are words of the second and not only a comma and a verb
_OF_ALL = lazy(
    r"全覆盖|百分之百|“?零”?(?:差错|投诉|复议|诉讼|败诉|纠错|事故|违规|上访|失误|发生)|(?:未|没有)(?:发生|出现)|无一[起件例]"
    r"|均(?:经|已|按|严格)|全部(?:经|纳入|公开|办结|按|通过|实现)"
)
# measure words too rare, or too often other words, to be read as figures everywhere
_RARER = lazy(
    r"\d ?[万亿]?(?:块|面(?!积)|根(?!据)|瓶|盒|盏|口井|眼|尾|羽|剂|公斤|千克|克|毫[米克]|厘米|微克|千瓦|分贝|标箱|证次|℃|种(?![植子业]))|[由从]\d[\d.,]*[提升降增减扩压缩]"
)
_CLAUSE_END = lazy("[，,、；;]")
_IN_BRACKETS = lazy(r"[（(]\d")
_ORDER: dict[str, Status] = {
    "number": "answered", "approximate": "answered", "zero": "zero-declared", "masked": "unfilled", "vague": "vague",
}  # fmt: skip


class _State(NamedTuple):
    status: Status
    span: Span | None


@record
class FiguresGivenCheck:
    """``some``: at least one of them; ``each``: the core ones one by one, vague ones named."""

    section: str = option("哪一部分（其常用数据列在 sections.yaml 的 figures）")
    need: Literal["some", "each"] = option("some 至少有一个数据；each 逐个核对核心数据", "some")

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Evidence for each figure (``each``), and one problem a section at most for the absent ones."""
        spec = draft.pack.section(self.section)
        if spec is None or not spec.figures:
            return
        spans = draft.topic(self.section)
        if self.need == "some":
            leaders = () if self.section == "leadership" else draft.sections.spans("first-responsible")
            if spans and all(any(own.start <= s.start and s.end <= own.end for own in leaders) for s in spans):
                return  # what the leader himself did: 带头学法用法 is no account of 普法
            yield from _some(draft, spans, spec.figures)
            return
        inside = list(_within(draft, spans))
        asked = (
            spec.figures if draft.answers else [figure for figure in spec.figures if _expected(draft, spans, figure)]
        )
        states = [(figure, _state(draft, spans, figure, inside)) for figure in asked]
        for figure, state in states if draft.answers else ():
            words = draft.quote(draft.clause(state.span.start)) if state.span else ""
            status = state.status
            if status == "missing" and not (spans and _expected(draft, spans, figure)):
                status, words = "not-applicable", "这一部分没有提到" if spans else "没有写到这一部分"
            yield Evidence(status, state.span, words, figure.name)
        yield from _vague(draft, spec.figures, inside)
        yield from _absent(draft, spans, spec, states, inside)


def _some(draft: Draft, spans: Sequence[Span], specs: Sequence[FigureSpec]) -> Iterator[Problem]:
    if not spans or any(figure.kind != "vague" for figure in _within(draft, spans)):
        return  # it has figures, if only others than the usual ones
    heading = next((heading for heading in draft.outline.headings if heading.start == spans[0].start), None)
    if (
        heading is None
        or _in_paragraph_with_figures(draft, heading)
        or tabled(draft, spans)
        or any(declared_none(draft, spans, spec.words) for spec in specs)
    ):
        return
    if any(words.search(draft.text, span.start, span.end) for span in spans for words in (_OF_ALL, _RARER)):
        return  # 法律顾问实现全覆盖，全年未发生执法过错: nothing to count, and yet measurable
    names = "、".join(spec.name for spec in specs[:4])
    yield Problem(
        draft.anchor(spans[0]), f"这一部分没有一个数据，请补上实际数（如{names}）；确实没有的，请写明“未发生”或“0件”"
    )


def _in_paragraph_with_figures(draft: Draft, heading: Heading) -> bool:
    """第二，执法更加规范。立案247件。一是推行说理式文书…: one item of a paragraph, whose figures stand before it."""
    if heading.kind != "lead":
        return False
    block = draft.document.blocks[heading.block]
    return any(figure.kind != "vague" for figure in _within(draft, (Span(block.start, block.end),)))


def _vague(draft: Draft, specs: Sequence[FigureSpec], inside: Sequence[Figure]) -> Iterator[Problem]:
    for figure in inside:
        counted = _IN_BRACKETS.match(draft.text, figure.end) is not None  # 保留一批（61件）
        name = _counts(specs, figure, *_near(draft, figure)) if figure.kind == "vague" and not counted else ""
        if name:
            found = draft.text[figure.start : figure.end]
            yield Problem(Span(figure.start, figure.end), f"“{found}”是约数，请写实际数（{name}）")


def _absent(
    draft: Draft,
    spans: Sequence[Span],
    spec: SectionSpec,
    states: list[tuple[FigureSpec, _State]],
    inside: Sequence[Figure],
) -> Iterator[Problem]:
    """The core figures that are not there, in one problem; a section without any figure is another rule's matter."""
    missing = [f for f, state in states if state.status == "missing" and _expected(draft, spans, f)]
    told = _told(draft) if missing else []
    absent = [spec.name for spec in missing if not _elsewhere(told, spec)]
    if (
        absent
        and inside
        and any(
            state.status != "missing" for state in (_state(draft, spans, figure, inside) for figure in spec.figures)
        )
    ):
        message = f"未见这一部分的常用数据：{'、'.join(absent)}；请补上，没有的请写明“未发生”或“0”"
        yield Problem(draft.anchor(spans[0]), message, "suspected")


def _counts(specs: Sequence[FigureSpec], figure: Figure, before: str, behind: str) -> str:
    """Which usual figure a vague one stands for: the one whose word stands nearest before it in the sentence."""
    best, name = _AFTER + 1, ""
    for spec in specs:
        for word in spec.words if figure.unit in spec.units or not figure.unit else ():
            at, ahead = before.rfind(word), behind.find(word)
            distances = [len(before) - at - len(word)] if at >= 0 else []
            distances += [ahead] if ahead >= 0 else []  # 十几项政务服务事项: what follows directly is what is counted
            if distances and min(distances) < best:
                best, name = min(distances), spec.name
    return name


def _expected(draft: Draft, spans: Sequence[Span], spec: FigureSpec) -> bool:
    """Whether this figure is asked for: always, or because the section mentions what it counts."""
    return spec.core or any(draft.text.find(word, span.start, span.end) >= 0 for word in spec.when for span in spans)


def _within(draft: Draft, spans: Sequence[Span]) -> Iterator[Figure]:
    for span in spans:
        at = bisect_left(draft.figures, (span.start,))
        while at < len(draft.figures) and draft.figures[at].start < span.end:
            yield draft.figures[at]
            at += 1


def _near(draft: Draft, figure: Figure) -> tuple[str, str]:
    """The words that say what a figure counts: those before it in its sentence, those behind it in its clause.

    Where another figure stands before it and this one has words of its own, they begin behind that figure.
    """
    text, sentence = draft.text, draft.sentence(figure.start)
    start = max(sentence.start, figure.start - _AFTER)
    index = bisect_left(draft.figures, (figure.start,))
    previous = draft.figures[index - 1] if index else None
    if previous and start < previous.end <= figure.start and figure.start - previous.end >= _OWN_WORDS:
        start = previous.end
    end = min(sentence.end, figure.end + _BEFORE)
    behind = text[figure.end : end]
    stop = _CLAUSE_END.search(behind)
    return text[start : figure.start], behind[: stop.start()] if stop else behind


def _state(draft: Draft, spans: Sequence[Span], spec: FigureSpec, inside: Sequence[Figure]) -> _State:
    """The best state that a figure in a right unit near the words shows, else a declaration that there was none."""
    best: dict[Status, Span] = {}
    for figure in inside:
        if figure.unit.replace("％", "%") not in spec.units:
            continue
        status = _ORDER["zero" if figure.value == 0 else figure.kind]
        if status in best:
            continue
        before, behind = _near(draft, figure)
        if any(word in before or word in behind for word in spec.words):
            best[status] = Span(figure.start, figure.end)
            if status == "answered":
                return _State(status, best[status])
    if "answered" not in best and (cell := in_table(draft, spans, spec)):
        return _State("answered", cell)
    if "zero-declared" not in best and (declared := declared_none(draft, spans, spec.words)):
        best["zero-declared"] = declared
    if not best and (named := _named(draft, spans, spec)):
        return _State("answered", named)
    return next((_State(status, best[status]) for status in _ORDER.values() if status in best), _State("missing", None))


def _named(draft: Draft, spans: Sequence[Span], spec: FigureSpec) -> Span | None:
    """The sentence that names the one thing to be counted and gives no number."""
    for group in spec.named:
        first, other = group.split("+")
        for span in spans:
            at = draft.text.find(first, span.start, span.end)
            if at >= 0 and other in draft.text[at : draft.sentence(at).end]:
                return draft.sentence(at)
    return None


def _told(draft: Draft) -> list[tuple[str, tuple[str, str]]]:
    """The figures of the account and the shortcomings: their units and the words before and behind them."""
    return [
        (figure.unit.replace("％", "%"), _near(draft, figure))
        for figure in _within(draft, (*draft.account, *draft.topic("problems")))
        if figure.kind in ("number", "approximate")
    ]


def _elsewhere(told: Sequence[tuple[str, tuple[str, str]]], spec: FigureSpec) -> bool:
    """Whether another part gives the figure by a word of its own: 执法人员持证 told under 队伍建设, or as a shortcoming."""
    own = tuple(word for word in spec.words if len(word) >= _OF_ITS_OWN)
    return any(
        unit in spec.units
        and any(word in words for word in (spec.words if unit in _INSPECTED else own) for words in near)
        for unit, near in told
    )
