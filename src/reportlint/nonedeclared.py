"""Where a text says that there was nothing to count: 未制定规范性文件, 行政诉讼为零."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy

# 未经审核不得提交, 无执法证人员, 无正当理由: conditions, no declarations that there was nothing
_NONE_BEFORE = lazy(
    r"(?<![禁绝得止])(?:未(?!经|按|及时|如期|依法|达到?|成年|能|尽|履行)|无(?!证|照|执法证|正当|故|偿|缝|资质|理由|一)|没有|不存在|不涉及|不具有|不承担|尚无|暂无)[^，。；\n]{0,14}\Z"
)
_NONE_AFTER = lazy(
    r"^[^，。；\n]{0,10}?(?:为零|为0(?!\.)|均?未发生|没有发生|0[件起次宗人份项]|零[件起次宗]|“?零”?(?:发生|申请|投诉|纠错|败诉))"
)


def declared_none(draft: Draft, spans: Sequence[Span], words: Iterable[str]) -> Span | None:
    """The first of the words that a declaration stands beside, within the spans."""
    for span in spans:
        for word in words:
            at = draft.text.find(word, span.start, span.end)
            while at >= 0:
                if _none(draft.text, at, at + len(word)):
                    return Span(at, at + len(word))
                at = draft.text.find(word, at + len(word), span.end)
    return None


def _none(text: str, start: int, end: int) -> bool:
    return bool(_NONE_BEFORE.search(text, max(0, start - 20), start) or _NONE_AFTER.match(text[end : end + 24]))
