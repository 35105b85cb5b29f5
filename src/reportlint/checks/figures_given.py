"""``figures-given``: the usual figures of a section, each in one of five states.

Given, declared to be zero (未制定规范性文件, 0件), vague (十几项), unfilled (xx项), or absent. Where the section itself is
missing nothing is said: that is one finding already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportlint.check import Evidence, Problem, Status, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.numerals import Figure
from reportlint.patterns import Pattern
from reportlint.sections import FigureSpec

_BEFORE, _AFTER = 16, 36
_ORDER: dict[str, Status] = {
    "number": "answered", "approximate": "answered", "zero": "zero-declared", "masked": "unfilled", "vague": "vague",
}  # fmt: skip
_NONE_BEFORE = re.compile(r"(?:未|无|没有|不存在|不涉及|不具有|不承担|尚无|暂无)[^，。；\n]{0,14}$")
_NONE_AFTER = re.compile(r"^[^，。；\n]{0,10}?(?:为零|为0(?!\.)|均?未发生|没有发生|0[件起次宗人份项]|零[件起次宗]|“?零”?(?:发生|申请|投诉|纠错|败诉))")


class _State(NamedTuple):
    status: Status
    span: Span | None


@dataclass(frozen=True)
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
        states = [(figure, _state(draft, spans, figure)) for figure in spec.figures]
        if self.need == "some":
            yield from _some(draft, spans, states)
            return
        for figure, state in states:
            words = draft.quote(draft.clause(state.span.start)) if state.span else ""
            yield Evidence(state.status, state.span, words, figure.name)
        yield from _each(draft, spans, states)


def _some(draft: Draft, spans: Sequence[Span], states: list[tuple[FigureSpec, _State]]) -> Iterator[Problem]:
    headed = bool(spans) and any(heading.start == spans[0].start for heading in draft.outline.headings)
    if not headed or any(state.status != "missing" for _, state in states):
        return
    inside = [f for f in draft.figures if any(span.start <= f.start < span.end for span in spans) and f.kind != "vague"]
    if inside:
        return  # it has figures, only not the usual ones
    names = "、".join(figure.name for figure, _ in states[:4])
    yield Problem(draft.anchor(spans[0]), f"这一部分没有一个数据，请补上实际数（如{names}）；确实没有的，请写明“未发生”或“0件”")


def _each(draft: Draft, spans: Sequence[Span], states: list[tuple[FigureSpec, _State]]) -> Iterator[Problem]:
    for figure, state in states:
        if state.status == "vague" and state.span:
            found = draft.text[state.span.start : state.span.end]
            yield Problem(state.span, f"“{figure.name}”只有约数“{found}”，请写实际数")
    absent = [figure.name for figure, state in states if state.status == "missing" and figure.core]
    if absent and spans and len(absent) < len(states):
        message = f"未见这一部分的常用数据：{'、'.join(absent)}；请补上，没有的请写明“未发生”或“0”"
        yield Problem(draft.anchor(spans[0]), message, "suspected")




def _state(draft: Draft, spans: Sequence[Span], spec: FigureSpec) -> _State:
    """The best state that any mention of the figure's words shows."""
    best: dict[Status, Span] = {}
    for span in spans:
        for word in spec.words:
            at = draft.text.find(word, span.start, span.end)
            while at >= 0:
                figure = _figure_near(draft, spec, at, at + len(word))
                if figure is not None:
                    kind = "zero" if figure.value == 0 else figure.kind
                    best.setdefault(_ORDER[kind], Span(figure.start, figure.end))
                elif _declared_none(draft, at, at + len(word)):
                    best.setdefault("zero-declared", Span(at, at + len(word)))
                at = draft.text.find(word, at + len(word), span.end)
    for status in _ORDER.values():
        if status in best:
            return _State(status, best[status])
    return _State("missing", None)


def _figure_near(draft: Draft, spec: FigureSpec, start: int, end: int) -> Figure | None:
    """The nearest figure in a right unit: behind the words within the sentence, or shortly before them."""
    sentence = draft.sentence(start)
    low, high = max(sentence.start, start - _BEFORE), min(sentence.end, end + _AFTER)
    near = [f for f in _between(draft.figures, low, high) if f.unit in spec.units and (f.start >= end or f.end <= start)]
    return min(near, key=lambda f: f.start - end if f.start >= end else 2 * (start - f.end) + 4, default=None)


def _between(figures: Sequence[Figure], low: int, high: int) -> Sequence[Figure]:
    from bisect import bisect_left

    first = bisect_left(figures, (low,))
    last = first
    while last < len(figures) and figures[last].start < high:
        last += 1
    return figures[first:last]


def _declared_none(draft: Draft, start: int, end: int) -> bool:
    return bool(
        _NONE_BEFORE.search(draft.text, max(0, start - 20), start) or _NONE_AFTER.match(draft.text[end : end + 24])
    )
