"""Lists whose parts stand between semicolons: 审结300件。其中，维持200件，占66.7%；驳回60件，占20%；撤销40件，占13.3%.

They are made into one sentence: commas for semicolons, and brackets around the share or the growth that stands behind a part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from reportlint.arithmetic.changewords import DOWN, UP
from reportlint.arithmetic.countlists import MOST_PARTS, WHOLE_BRACKET, words_of
from reportlint.arithmetic.statements import NOT_COUNTED, Quantity, Statement, paragraphs
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple

_WANTED = lazy(r"[；;]")
_ASIDE = lazy(
    rf"[，,、](?P<said>约?占[^，。；、\d]{{0,14}}|(?:同比|环比|[比较][^，。；\d]{{1,8}})?(?:{UP}|{DOWN})了?)\d[\d.]*[%％]"
)
_NAME = lazy(r"\s?[^，。；、：\d]{1,20}")


class Joined(NamedTuple):
    """A list made into one sentence, and where its second sentence begins."""

    said: Statement
    second: int


def semicolon_lists(draft: Draft, scope: Sequence[Span]) -> Iterator[Joined]:
    """Every list of a paragraph that goes on over semicolons, with the sentence before it where that tells the total."""
    for paragraph in paragraphs(draft, scope, _WANTED):
        sentences = _sentences(draft, paragraph) if "其中" in paragraph.text else []
        at = 0
        while at < len(sentences):
            last = at + 1
            most = min(len(sentences), at + MOST_PARTS)
            while last < most and _follows(draft, sentences[last - 1], sentences[last]):
                last += 1
            if last - at > 1 and "其中" in sentences[at].text:
                begins = at - 1 if at and sentences[at].text.startswith("其中") else at
                yield _joined(draft, sentences[begins:last], sentences[at + 1].span.start)
            at = last


def _sentences(draft: Draft, paragraph: Statement) -> list[Statement]:
    found: dict[int, list[Quantity]] = {}
    places: dict[int, Span] = {}
    for q in paragraph.all:
        span = draft.sentence(q.start)
        places[span.start] = span
        found.setdefault(span.start, []).append(q)
    return [
        Statement(
            places[start],
            draft.text[places[start].start : places[start].end],
            tuple(all_),
            tuple(q for q in all_ if q.unit not in NOT_COUNTED),
            (),
        )
        for start, all_ in found.items()
    ]


def _follows(draft: Draft, before: Statement, after: Statement) -> bool:
    """Whether a semicolon joins them, and the second tells one part: its name, its count, and what no count stands in."""
    between = draft.text[before.span.end : after.span.start].strip()
    if between not in ("；", ";") or not after.counts or "其中" in after.text:
        return False
    part, last = after.counts[0], before.counts[-1] if before.counts else None
    name = words_of(last) if last else ""
    if len(name) > 1 and f"占{name}" in after.text:
        return False  # 民生支出10.2亿元；教育支出3.1亿元，占民生支出的30.4%
    alike = [q for q in after.counts if q.unit == part.unit]
    return len(alike) == 1 and _NAME.fullmatch(WHOLE_BRACKET.sub("", after.before(part))) is not None


def _joined(draft: Draft, sentences: Sequence[Statement], second: int) -> Joined:
    span = Span(sentences[0].span.start, sentences[-1].span.end)
    text = draft.text[span.start : span.end]
    for one, other in pairwise(sentences):
        at = one.span.end - span.start
        gap = other.span.start - one.span.end
        text = text[:at] + "，" + " " * (gap - 1) + text[at + gap :]
    text = _ASIDE.sub(lambda match: f"（{match[0][1:-1]}）", text)
    firsts = (s.counts if s.span.start < second else s.counts[:1] for s in sentences)
    counts = tuple(chain.from_iterable(firsts))
    return Joined(Statement(span, text, counts, counts, ()), second)
