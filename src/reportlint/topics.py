"""Where a section is dealt with that no heading names: one sentence that states it, or enough of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.closedup import ClosedUp
from reportlint.document import Span
from reportlint.lazyre import lazy

if TYPE_CHECKING:
    from reportlint.draft import Draft

_COUNTED = lazy(r"\d[次件项个场]")
_TOPICS = 7  # sections with a title of their own, of a dozen
_SHORT = 600  # code points; a shorter text has no later part


def under_headings(draft: Draft, section: str) -> tuple[Span, ...]:
    """What stands under the section's headings; a lead (一是规范复议) in a paragraph of shortcomings or plans is none."""
    spans, spec = draft.sections.spans(section), draft.pack.section(section)
    if not spans or spec is None or spec.closed or all(_own_line(draft, span) for span in spans):
        return spans
    closed = [other.id for other in draft.pack.sections if other.closed and not draft.sections.found(other.id)]
    elsewhere = [span for name in closed for span in draft.topic(name)]
    return tuple(
        span for span in spans if _own_line(draft, span) or not any(e.start <= span.start < e.end for e in elsewhere)
    )


def _own_line(draft: Draft, span: Span) -> bool:
    return any(heading.start == span.start for heading in draft.outline.own_line)


def told_in_words(draft: Draft, section: str) -> tuple[Span, ...]:
    """The paragraphs that deal with the section: those with a statement of it, else those with its cues."""
    spec = draft.pack.section(section)
    if spec is None:
        return ()
    where = _late(draft) if spec.closed else Span(0, len(draft.text))
    following = str((draft.year or 0) + 1)
    text = _closed_up(draft)
    likely = spec.statement_set.occurring(text.text, text.skeleton)
    found = [m for pattern in spec.statement if pattern in likely for m in text.find(pattern, (where,))]
    if found and spec.unstated:
        away = [m.span for pattern in spec.unstated for m in text.find(pattern, (where,))]
        found = [m for m in found if not _within(Span(m.span.end - 1, m.span.end), away)]
    if not spec.closed:
        ahead = [span for name in ("problems", "next-plan") for span in draft.topic(name)]
        found = [match for match in found if _reported(draft, match.span) and not _within(match.span, ahead)]
    stated = [match.span for match in found if not draft.year or match.groups.get("next", following) == following]
    if not stated and spec.cues:
        occurring = spec.cue_set.occurring(text.text, text.skeleton)
        if len(occurring) >= spec.cues_needed:
            spots = [[match.span for match in text.find(cue, draft.account)] for cue in occurring]
            if _thematic(draft):
                spots = _together(draft, spots, spec.cues_needed)
            if sum(1 for spot in spots if spot) >= spec.cues_needed:
                stated = [span for spot in spots for span in spot]
    return tuple(sorted({place for span in stated if (place := _place(draft, span))}))


def _closed_up(draft: Draft) -> ClosedUp:
    """The text without spaces beside its figures; worked out once a draft."""
    known: ClosedUp | None = draft.kept.get("closed up")
    if known is None:
        known = draft.kept["closed up"] = ClosedUp(draft.searchable)
    return known


def _within(span: Span, places: list[Span]) -> bool:
    """Whether it begins in one of the places: what stands among the shortcomings or the plans is not told as done."""
    return any(place.start <= span.start < place.end for place in places)


def _thematic(draft: Draft) -> bool:
    """Whether the chapters are topics: then one without a chapter is told in a paragraph, not in words here and there.

    A department's chapters are its trades, and enforcement is told in each.
    """
    if draft.report_class == "department":
        return False
    own = {heading.start for heading in draft.outline.own_line}
    headings = draft.outline.headings
    return len({m.section for m in draft.sections.matches if headings[m.heading].start in own}) >= _TOPICS


def _together(draft: Draft, spots: list[list[Span]], needed: int) -> list[list[Span]]:
    """Of the cues those that stand in a paragraph with enough others; a table's rows are no paragraphs."""
    kinds: dict[int, set[int]] = {}
    for kind, spot in enumerate(spots):
        for span in spot:
            block = draft.document.block_at(span.start)
            if block is not None and block.kind != "row":
                kinds.setdefault(block.start, set()).add(kind)
    full = {start for start, found in kinds.items() if len(found) >= needed}
    return [[span for span in spot if (b := draft.document.block_at(span.start)) and b.start in full] for spot in spots]


def _place(draft: Draft, span: Span) -> Span | None:
    """The paragraph of a statement; all that stands below it where it is a title."""
    for heading in draft.outline.own_line:
        if heading.start <= span.start < heading.span.end and not heading.run_in:
            return Span(heading.start, heading.end)
    block = draft.document.block_at(span.start)
    return Span(block.start, block.end) if block else None


def _reported(draft: Draft, span: Span) -> bool:
    """Whether words are no part of an opening that announces the report (现将情况报告如下): what it invokes is not told.

    What it counts (先后5次主持党组会) is told there.
    """
    opening = draft.identity.opening
    if opening is None or span.start >= opening.end or "如下" not in draft.text[opening.start : opening.end]:
        return True
    return opening.start <= span.start and bool(_COUNTED.search(draft.text, span.start, min(span.end, opening.end)))


def _late(draft: Draft) -> Span:
    """Where shortcomings and plans are told when no heading names them: behind the opening, in the later part."""
    start = draft.identity.opening.end if draft.identity.opening else draft.extent.start
    length = len(draft.text)
    return Span(max(start, length * 2 // 5) if length > _SHORT else min(start, draft.extent.start), length)
