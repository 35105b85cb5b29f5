"""``repeated-text``: the same long sentence, or the same paragraph, twice in one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.spacedrows import spaced_rows

_DROPPED = lazy(
    r"[\s，,、；;：:“”\"（）()]|^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])"
)

_DIGITS = lazy(r"[0-9]+")
_TAIL = 8
_TITLE = 6  # code points of a title that no two parts of a report share by chance
_LONG = 40  # code points
_FIGURES = 2
_ALIKE = 0.9


@record
class RepeatedTextCheck:
    """Compared without punctuation and spaces; short formulas may recur."""

    at_least: int = option("多少字以上的句子才算", 30)

    def triggers(self) -> Iterable[Pattern]:
        """None: sentences are compared by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a repetition; a whole paragraph repeated is one."""
        margins = _margins(draft)
        long = [
            span for span in draft.sentences if span.end - span.start >= self.at_least and span.start not in margins
        ]
        tails: dict[tuple[str, str], list[Span]] = {}
        for span in long:
            tails.setdefault(
                (draft.text[span.start + 4 : span.start + 12], draft.text[span.end - _TAIL : span.end]), []
            ).append(span)
        again: list[tuple[Span, Span]] = []
        for alike in tails.values():
            if len(alike) > 1:  # few sentences end alike; only those are compared in full
                again += _repeated(draft, alike, self.at_least)
        last_end = -9
        for span, first in sorted(again):
            inside = any(part.start <= span.start < part.end for part in scope)
            if inside and span.start > last_end + 2:  # the next sentence of a repeated paragraph is the same repetition
                line = draft.document.position(draft.document.source_span(first).start).line
                yield Problem(span, f"这句与第{line}行的一句相同，请删去一处")
            last_end = span.end
        yield from _nearly(draft, long, {span for span, _ in again}, scope)
        yield from _headings(draft, scope)


def _headings(draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
    """Two headings with one title under one heading: the second was copied, and its title not changed."""
    seen: dict[tuple[int, str, str], int] = {}
    for heading in draft.outline.own_line:
        if heading.kind == "none" or len(heading.title) < _TITLE or not heading.number:
            continue
        number = seen.setdefault((heading.parent, heading.kind, heading.title), heading.number)
        if number == heading.number or not any(part.start <= heading.start < part.end for part in scope):
            continue  # the same number, too: that is what the check of numbers tells
        yield Problem(heading.span, f"小标题“{heading.shown}”前面已经有一个，请核对是否粘贴后没有改")


def _margins(draft: Draft) -> frozenset[int]:
    """Where headers and footers stand, which say the title again on each page, and rows of tables."""
    rows = spaced_rows(draft.document)
    return frozenset(
        block.start
        for index, block in enumerate(draft.document.blocks)
        if index in rows or block.story.startswith(("页眉", "页脚"))
    )


def _nearly(draft: Draft, long: Sequence[Span], known: set[Span], scope: Sequence[Span]) -> Iterator[Problem]:
    """Sentences with the same end and figures that differ by a word or two: one was pasted and touched up."""
    ends: dict[str, list[Span]] = {}
    for span in long:
        if span.end - span.start >= _LONG and span not in known:
            ends.setdefault(draft.text[span.end - _TAIL : span.end], []).append(span)
    for alike in ends.values():
        seen: dict[tuple[str, ...], Span] = {}
        for span in alike if len(alike) > 1 else ():
            digits = _DIGITS.findall(draft.text, span.start, span.end)
            figures = tuple(found for found in digits if not (len(found) == 4 and found.startswith("20")))
            first = seen.setdefault(figures, span) if len(figures) >= _FIGURES else span
            if first == span or not any(part.start <= span.start < part.end for part in scope):
                continue
            if _alike(draft.text[first.start : first.end], draft.text[span.start : span.end]):
                line = draft.document.position(draft.document.source_span(first).start).line
                yield Problem(span, f"这句与第{line}行的一句几乎相同，请核对是否重复", "suspected")


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher  # few drafts need it

    return (
        max(len(one), len(other)) < 2 * min(len(one), len(other))
        and SequenceMatcher(None, one, other).ratio() >= _ALIKE
    )


def _repeated(draft: Draft, alike: Sequence[Span], at_least: int) -> Iterator[tuple[Span, Span]]:
    """Each sentence that says what an earlier one said, with that one."""
    seen: dict[str, Span] = {}
    for span in alike:
        key = _DROPPED.sub("", draft.text[span.start : span.end])
        if len(key) >= at_least:
            first = seen.setdefault(key, span)
            if first != span:
                yield span, first
