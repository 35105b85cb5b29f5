"""未发生行政复议案件 and 行政复议案件3件 in one paragraph: none, and yet some."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportlint.checktypes import Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy

_WHAT = "行政复议|行政诉讼|行政应诉|行政赔偿|国家赔偿|行政强制|信访|依申请公开|政府信息公开"
_NONE = lazy(  # to the end of the clause: 没有行政复议、行政诉讼败诉案件 says what did not come of them
    rf"(?P<none>(?:未发生|没有|未收到|未产生|没有发生|无)(?P<what>{_WHAT})(?:案件|事项|申请)?)"
    rf"(?:[、和及](?:{_WHAT})(?:案件|事项|申请)?)*(?:发生)?[，。；]"
)
_OTHERS = lazy(
    r"上年|去年|往年|同期|20\d\d|较|比|全[市县区省]|上级|下级|辖区|其中|结转|此前|[一二三四]季度|半年|月|协助|转[来办]|作为|代[省市区县乡镇]"
)
_NEAR = 200  # code points


def none_but_some(draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
    """One problem a figure that the paragraph says there is not."""
    for match in _NONE.finditer(draft.text):
        block = draft.document.block_at(match.start())
        if block is None or not any(span.start <= match.start() < span.end for span in scope):
            continue
        starts = [figure.start for figure in draft.figures]
        low, high = max(block.start, match.start() - _NEAR), min(block.end, match.end() + _NEAR)
        for figure in draft.figures[bisect_left(starts, low) : bisect_left(starts, high)]:
            before = draft.text[draft.clause(figure.start).start : figure.start]
            words = cached(
                rf"(?:^|办理|受理|收到|新增|共|涉及|发生){match['what']}(?:案件|申请|事项)?(?:共|共计|累计)?$"
            )
            sentence = draft.sentence(figure.start)
            if figure.unit not in ("件", "起", "宗") or not figure.value or not words.search(before.strip()):
                continue
            if _OTHERS.search(draft.text, max(sentence.start, low), figure.end):
                continue
            shown = draft.text[figure.start : figure.end]
            message = f"同一段写了“{match['none']}”，这里又写{shown}，前后不一致，请核对"
            yield Problem(Span(figure.start, figure.end), message, "suspected")
            break
