"""Sentences with their figures, each figure with the words around it: what the checks of arithmetic work on.

A *statement* is a sentence up to 。！？； or a line end. Table rows are none: their cells belong to columns, not to words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple
from reportlint.numerals import Figure

_MOST = 60  # figures of a sentence
NOT_COUNTED = ("%", "‰", "倍", "个百分点")
_EDGE = lazy(r"[，,、：:（）()\[\]【】《》]")
_RANGE_BEFORE = lazy(r"[0-9一二三四五六七八九十%％件次项个人家][-－—–~～至到]$")
_ASIDE = lazy(r"[（(][^（）()]{1,30}[）)]$")  # 纠错（含撤销、确认违法）32件
_LOOSE_BEFORE = lazy(
    r"(?:以?不低于|不少于|不超过|至少|最多|最低|最高|达不到|未达|突破|逾|超过?|(?<![附邻临最])近|(?<![签预合条违节履公契解特制])约|力争|争取)了?\s?$"
)
_LOOSE_AFTER = lazy(r"\s?(?:以上|以下|以内|左右|上下|多|余|[-－—–~～]\d)")

_FAMILIES = {
    unit: words[0]
    for words in (
        ("件", "起", "宗", "例", "件次", "起次"), ("人", "名", "位"), ("家", "户", "家次", "户次", "所", "店次"),
        ("份", "卷", "本", "册"), ("项", "个", "条", "处", "大项", "小项", "子项"), ("次", "场", "场次", "期"),
    )
    for unit in words
}  # fmt: skip


class Quantity(NamedTuple):
    """A figure with the words directly before (``label``) and after it, within its clause, and what it may stand for.

    ``low`` and ``high`` are the values that may be rounded or cut to what is written: 2.6万 is anything from 25,500 to
    27,000; a plain count is itself. ``exact`` is false for 余, 约, 以上, ranges, vague and masked figures.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    step: float
    unit: str
    label: str
    after: str
    exact: bool

    @property
    def family(self) -> str:
        """The unit, or the one that stands for it: 起 counts what 件 counts."""
        return _FAMILIES.get(self.unit, self.unit)


class Statement(NamedTuple):
    """A sentence: its place, its words, and its figures in order: all, the counts, the percentages."""

    span: Span
    text: str
    all: tuple[Quantity, ...]
    counts: tuple[Quantity, ...]
    percents: tuple[Quantity, ...]

    def before(self, quantity: Quantity, start: int | None = None) -> str:
        """The words from a place (the sentence's start) up to a quantity."""
        return self.text[(start or self.span.start) - self.span.start : quantity.start - self.span.start]

    def between(self, first: Quantity, second: Quantity) -> str:
        """The words between two quantities."""
        return self.text[first.end - self.span.start : second.start - self.span.start]


def statements(
    draft: Draft, scope: Sequence[Span], wanted: re.Pattern[str], least: int = 2, *, begun: bool = False
) -> Iterator[Statement]:
    """The sentences with at least so many figures that hold a wanted word, within the scope.

    ``begun`` adds the clauses of a sentence before the first in which a figure is masked.
    """
    for span, first, last in (*_sentences(draft), *(_begun(draft) if begun else ())):
        if last - first < least or not any(part.start <= span.start < part.end for part in scope):
            continue
        if wanted.search(draft.text, span.start, span.end):
            yield _made(draft, span, first, last)


def _sentences(draft: Draft) -> list[tuple[Span, int, int]]:
    """The sentences that have figures, with the figures' indices; worked out once a draft.

    Left out are table rows, sentences with a mask (what is not filled in may be the very number that is missing), and
    those with so many figures that nobody can say which belong together: to compare each with each would take for ever.
    """
    known: list[tuple[Span, int, int]] | None = draft.kept.get("sentences with figures")
    if known is not None:
        return known
    found, at = draft.figures, 0
    known = []
    while at < len(found):
        span, first = draft.sentence(found[at].start), at
        while at < len(found) and found[at].start < span.end:
            at += 1
        at = max(at, first + 1)
        masked = any(figure.kind == "masked" for figure in found[first:at])
        if not masked and at - first <= _MOST and draft.text.find("\t", span.start, span.end) < 0:
            known.append((span, first, at))
    draft.kept["sentences with figures"] = known
    return known


def _begun(draft: Draft) -> Iterator[tuple[Span, int, int]]:
    """What a sentence says before the clause with its first mask, where that is two figures or more."""
    figures, done = draft.figures, -1
    for at, figure in enumerate(figures):
        if figure.kind != "masked" or figure.start < done:
            continue
        sentence = draft.sentence(figure.start)
        done = sentence.end
        end = max(draft.text.rfind(mark, sentence.start, figure.start) for mark in "，,")
        first = bisect_left(figures, sentence.start, key=lambda found: found.start)
        last = bisect_left(figures, end, first, at, key=lambda found: found.start)
        if 1 < last - first <= _MOST and draft.text.find("\t", sentence.start, sentence.end) < 0:
            yield Span(sentence.start, end), first, last


def _made(draft: Draft, span: Span, first: int, last: int) -> Statement:
    """The statement of a sentence, made once: three checks ask for it."""
    made: dict[int, Statement] = draft.kept.setdefault("statements", {})
    if first not in made:
        made[first] = statement(draft, span, draft.figures[first:last])
    return made[first]


def preceding(draft: Draft, said: Statement) -> Statement | None:
    """The sentence directly before, in the same paragraph."""
    at = said.span.start
    if at < 2 or draft.text[at - 1] == "\n":
        return None
    span = draft.sentence(at - 1)
    first = bisect_left(draft.figures, span.start, key=lambda figure: figure.start)
    last = bisect_left(draft.figures, span.end, key=lambda figure: figure.start)
    if last - first > _MOST or any(figure.kind == "masked" for figure in draft.figures[first:last]):
        return None
    return statement(draft, span, draft.figures[first:last])


def with_preceding(draft: Draft, said: Statement) -> Statement | None:
    """A sentence and the one before it as if a comma stood between them; ``None`` if that has no figures."""
    before = preceding(draft, said)
    if before is None or not before.all:
        return None
    gap = draft.text[before.span.end : said.span.start]
    text = before.text + "，" + gap[1:] + said.text
    every = (before.all + said.all, before.counts + said.counts, before.percents + said.percents)
    return Statement(Span(before.span.start, said.span.end), text, *every)


def paragraphs(draft: Draft, scope: Sequence[Span], wanted: re.Pattern[str]) -> Iterator[Statement]:
    """The paragraphs with figures that hold a wanted word, as if each were one sentence; labels end with their sentence."""
    text = draft.text
    for _, group in groupby(_sentences(draft), key=lambda found: text.rfind("\n", 0, found[0].start)):
        found = list(group)
        span = Span(found[0][0].start, found[-1][0].end)
        if not any(part.start <= span.start < part.end for part in scope) or not wanted.search(text, *span):
            continue
        parts = [_made(draft, *one) for one in found]
        every = (tuple(chain.from_iterable(each)) for each in zip(*(p[2:] for p in parts), strict=True))
        yield Statement(span, text[span.start : span.end], *every)


def statement(draft: Draft, span: Span, found: Iterable[Figure]) -> Statement:
    """One sentence from its figures."""
    text = draft.text
    figures = list(found)
    gaps = [text[a.end : b.start] for a, b in pairwise(figures)]
    before = [text[span.start : figures[0].start], *gaps] if figures else []
    after = [*gaps, text[figures[-1].end : span.end]] if figures else []
    all_ = [
        _quantity(
            text,
            figure,
            _EDGE.split(_ASIDE.sub("", left) if left.endswith(("）", ")")) else left)[-1],
            _EDGE.split(right, maxsplit=1)[0],
        )
        for figure, left, right in zip(figures, before, after, strict=True)
    ]
    counts = tuple(q for q in all_ if q.unit not in NOT_COUNTED)
    return Statement(span, text[span.start : span.end], tuple(all_), counts, tuple(q for q in all_ if q.unit == "%"))


def _quantity(text: str, figure: Figure, label: str, after: str) -> Quantity:
    before = text[max(0, figure.start - 6) : figure.start]
    value = figure.value if figure.value is not None else 0.0
    exact = (
        figure.kind == "number"
        and not _RANGE_BEFORE.search(before)
        and not _LOOSE_BEFORE.search(before)
        and not _LOOSE_AFTER.match(text, figure.end)
    )
    step = figure.step
    unit = "%" if figure.unit == "％" else figure.unit
    low, high = (value, value) if step == 1.0 and unit != "%" else (value - step / 2, value + step)
    return Quantity(figure.start, figure.end, value, low, high, step, unit, label.strip(), after.strip(), exact)


def agrees(shown: Quantity, low: float, high: float) -> bool:
    """Whether what is shown may be a value of this range, rounded to its digits or cut to them."""
    slack = 1e-9 * max(1.0, abs(high))
    return low - slack < shown.value + shown.step and high + slack >= shown.value - shown.step / 2


def ratio_agrees(shown: Quantity, part: Quantity, base: Quantity) -> bool:
    """Whether ``part`` of ``base`` is the percentage shown."""
    return base.low > 0 and agrees(shown, 100 * part.low / base.high, 100 * part.high / base.low)


def percent(value: float, like: Quantity) -> str:
    """A percentage written with the digits of another, at least one after the point, rounded as people do."""
    return rounded_percent(value, like.step)


def rounded_percent(value: float, step: float) -> str:
    """The same for a known weight of the last digit."""
    digits = 2 if step < 0.05 else 1
    from decimal import ROUND_HALF_UP, Decimal  # takes 2 ms, and most drafts never come here

    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    shown = f"{rounded:f}"
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) + "%"


def named(text: str, quantity: Quantity) -> str:
    """A quantity as a message names it: the last words before it, and itself."""
    label = cached(r"^(?:其中|全年|今年|本年度|共计?|累计|已|加上)+").sub("", quantity.label)
    label = cached("^.*中(?![心央国小学层医型间标等])").sub("", label) if len(label) > 4 else label
    return f"{label[-12:]}{text[quantity.start : quantity.end]}"
