"""Where a section that nobody recognised may yet stand: weak signs of it, in a place where such things are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.outline import Heading
from reportlint.patterns import Match, Pattern

_CHAPTERS = 3


def likely(draft: Draft, section: str, signs: Sequence[Pattern], needed: int, after: int) -> Span | None:
    """The sentence with the first of ``needed`` signs of a section that stand in one chapter or paragraph, else none.

    Looked at is what stands behind the first ``after`` percent of the report, before the sign-off, and outside the
    closed sections that were recognised: words of shortcoming in the plans are no shortcomings.
    """
    start = draft.extent.start + (draft.extent.end - draft.extent.start) * after // 100
    free = _free(draft, section, max(start, _behind_title(draft)))
    together: dict[int, list[Span]] = {}
    following = str((draft.year or 0) + 1)
    for span in sorted({match.span for sign in signs for match in _found(draft, sign, free, following)}):
        sentence = draft.sentence(span.start)
        group = together.setdefault(_whole(draft, span.start), [])
        if not group or group[-1] != sentence:  # the signs are in order, and so are their sentences
            group.append(sentence)
    enough = [group for group in together.values() if len(group) >= needed]
    return min(group[0] for group in enough) if enough else None


def last_chapter(draft: Draft) -> Heading | None:
    """The title of the last chapter where no chapter behind the one that tells the shortcomings is a known section.

    Where nothing was recognised as shortcomings, of three chapters or more the last alone is looked at.
    """
    outline = draft.outline
    highest = min((heading.depth for heading in outline.own_line), default=0)
    chapters = [heading for heading in outline.own_line if heading.depth == highest]
    problems = draft.topic("problems")
    known = {outline.headings[match.heading].start for match in draft.sections.matches}
    if problems:
        behind = [chapter for chapter in chapters if chapter.start >= problems[-1].end]
    else:
        behind = chapters[-1:] if len(chapters) >= _CHAPTERS else []
    return behind[-1] if behind and not any(chapter.start in known for chapter in behind) else None


def _found(draft: Draft, sign: Pattern, free: Iterable[Span], following: str) -> Iterator[Match]:
    for match in sign.find(draft.searchable, free):
        if match.groups.get("next", following) == following:
            yield match


def _behind_title(draft: Draft) -> int:
    blocks, title = draft.document.blocks, draft.identity.title_blocks
    return blocks[max(title)].end if title else draft.extent.start


def _whole(draft: Draft, offset: int) -> int:
    """Where the innermost title of its own line above a place stands, else the start of its paragraph."""
    above = [heading.start for heading in draft.outline.path(offset) if heading.kind != "lead"]
    block = draft.document.block_at(offset)
    return above[-1] if above else block.start if block else offset


def _free(draft: Draft, section: str, start: int) -> list[Span]:
    signed = [span.start for span in (draft.identity.signature, draft.identity.date) if span]
    end = min(signed, default=draft.extent.end)
    told = sorted(
        span for spec in draft.pack.sections if spec.closed and spec.id != section for span in draft.topic(spec.id)
    )
    spans, at = [], start
    for span in told:
        if at < min(span.start, end):
            spans.append(Span(at, min(span.start, end)))
        at = max(at, span.end)
    return [*spans, Span(at, end)] if at < end else spans
