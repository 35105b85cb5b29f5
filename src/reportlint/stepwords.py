"""Lists of one sentence counted by words: 首先…其次…最后…; 第一步…第二步…; 一是…一是…二是….

In one sentence the words belong to one list; from sentence to sentence 首先 may begin another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.series import Break

_WORDS = lazy("首先|其次|再次|最后|第[一二三四五六]步|[一二三四五]是")
_NO_ITEM = lazy("再次(?:强调|明确|重申|提出|被|获|召开|开展|组织|入选)|第.步[和与、至到—]")
_BEGINS = ("", "，", "；", "：", "。", "\n")  # what a clause begins behind
_RANKS = {"首先": 1, "其次": 2, "再次": 3, "最后": 9}
_STEPS = "一二三四五六"


def word_breaks(draft: Draft) -> Iterator[Break]:
    """Every word that stands before one it should follow, skips a step, or begins the list a second time."""
    text = draft.text
    if not any(word in text for word in ("其次", "第一步", "二是")):
        return
    found: list[tuple[str, int, Span]] = []
    end = -1
    for match in _WORDS.finditer(text):
        start, word = match.start(), match.group()
        if text[max(0, start - 8) : start].rstrip(" \u3000")[-1:] not in _BEGINS or _NO_ITEM.match(text, start):
            continue
        if start >= end:
            yield from _breaks(found)
            found, end = [], draft.sentence(start).end
        kind = "step" if word[-1] == "步" else "lead" if word[-1] == "是" else "word"
        rank = _RANKS[word] if kind == "word" else _STEPS.index(word[-2]) + 1
        found.append((kind, rank, Span(*match.span())))
    yield from _breaks(found)


def _breaks(found: Sequence[tuple[str, int, Span]]) -> Iterator[Break]:
    for kind in ("word", "step", "lead"):
        listed = [(rank, span) for word, rank, span in found if word == kind]
        for index, ((before, earlier), (rank, span)) in enumerate(pairwise(listed)):
            wrong = (
                rank < before or (rank == before == 1) if kind == "word"
                else listed[0][0] == 1 and before < rank != before + 1 if kind == "step"
                else index == 0 and len(listed) > 2 and [r for r, _ in listed] == [1, 1, *range(2, len(listed))]
            )  # fmt: skip
            if wrong:
                yield Break(span, rank, earlier, before)
                break
