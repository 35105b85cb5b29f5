"""``counterparts``: each shortcoming should meet a measure in next year's plan; what shares no words with it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record

_STOP = lazy(
    "存在|问题|不足|短板|差距|薄弱|有待|进一步|加强|提高|提升|需要|仍需|还需|工作|方面|能力|水平|力度|不够|不强|不高|不足|有时|个别|部分|一些|"
    "建设|开展|推进|落实|法治|政府|行政|情况|主要|原因|还有|较为|比较|相对|尚未|没有|不能|不到位"
)
_CAUSES = lazy(r"(?:究其|原因|根源)[^。；;一二三]{0,10}一(?:是[^。]*)?\Z")
_FAR = 400  # code points from 究其原因 to the last of its causes
_LISTED = lazy("[；;]")  # 健全…机制；开展…活动；优化…: a plan told without numbers
_HAN = lazy(r"[^\W\da-zA-Z_]{2,}")


@record
class CounterpartsCheck:
    """Compared by pairs of characters that mean something; weak evidence, so it only informs."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the sections are compared by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a shortcoming that no measure speaks of."""
        problems, plans = draft.sections.spans("problems"), draft.sections.spans("next-plan")
        if not problems or not plans or problems == plans:
            return
        items = [h for h in draft.outline.headings if h.number]
        wanted = [
            h for h in items if any(span.start < h.start < span.end for span in problems) and not _cause(draft, h)
        ]
        measures = [h for h in items if any(span.start < h.start < span.end for span in plans)]
        told = sum(1 + len(_LISTED.findall(draft.text, span.start, span.end)) for span in plans)
        if max(len(measures), told) >= len(wanted):
            return  # as many measures as shortcomings: other words prove nothing
        planned = _pairs("".join(draft.text[span.start : span.end] for span in plans))
        for heading in wanted:
            if any(span.start <= heading.start < span.end for span in plans):
                continue
            words = _pairs(heading.title)
            if len(words) >= 3 and not words & planned:
                message = f"“{heading.shown}”在下一年度安排里没有对应的措施，请核对是否需要补写"
                yield Problem(Span(heading.start, heading.span.end), message, "suspected")


def _cause(draft: Draft, heading: Heading) -> bool:
    """Whether an item is listed among the causes: 究其原因，一是…二是…."""
    block = draft.document.blocks[heading.block]
    start = max(block.start, heading.start - _FAR, draft.text.rfind("。", block.start, heading.start) + 1)
    return heading.kind == "lead" and _CAUSES.search(draft.text, start, heading.start + 1) is not None


def _pairs(text: str) -> set[str]:
    kept = _STOP.sub(" ", text)
    return {run[at : at + 2] for run in _HAN.findall(kept) for at in range(len(run) - 1)}
