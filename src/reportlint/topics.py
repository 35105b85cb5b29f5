"""Where a section is dealt with that no heading names: one sentence that states it, or enough of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.document import Span

if TYPE_CHECKING:
    from reportlint.draft import Draft

_SHORT = 600  # code points; a shorter text has no later part


def told_in_words(draft: Draft, section: str) -> tuple[Span, ...]:
    """The paragraphs that deal with the section: those with a statement of it, else those with its cues."""
    spec = draft.pack.section(section)
    if spec is None:
        return ()
    where = (_late(draft) if spec.closed else _told(draft),)
    following = str((draft.year or 0) + 1)
    found = (match for pattern in spec.statement for match in pattern.find(draft.searchable, where))
    stated = [match.span for match in found if not draft.year or match.groups.get("next", following) == following]
    if not stated and spec.cues:
        occurring = spec.cue_set.occurring(draft.text)
        if len(occurring) >= spec.cues_needed:
            spots = [[match.span for match in cue.find(draft.searchable, draft.account)] for cue in occurring]
            if sum(1 for spot in spots if spot) >= spec.cues_needed:
                stated = [span for spot in spots for span in spot]
    blocks = {draft.document.block_at(span.start) for span in stated}
    return tuple(sorted(Span(block.start, block.end) for block in blocks if block))


def _told(draft: Draft) -> Span:
    """All but an opening that only announces the report (现将情况报告如下): what it invokes is not reported there."""
    opening = draft.identity.opening
    announces = opening is not None and "如下" in draft.text[opening.start : opening.end]
    return Span(opening.end if opening and announces else 0, len(draft.text))


def _late(draft: Draft) -> Span:
    """Where shortcomings and plans are told when no heading names them: behind the opening, in the later part."""
    start = draft.identity.opening.end if draft.identity.opening else draft.extent.start
    length = len(draft.text)
    return Span(max(start, length * 2 // 5) if length > _SHORT else min(start, draft.extent.start), length)
