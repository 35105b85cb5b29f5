"""Where a rule looks: names to spans. A check never narrows by itself.

``whole`` (everything, the default), ``file`` (the same, but once for a file that holds several reports), ``title``, ``opening``, ``closing`` (sign-off and date), ``headings``, ``tables``,
``body`` (all but title, headings and sign-off), ``notes`` (headers, footers, notes), or the id of a section.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportlint.document import Span
from reportlint.draft import Draft

NAMES: dict[str, str] = {
    "whole": "全文",
    "file": "整个文件（一个文件有几份报告时，合在一起只看一次）",
    "title": "标题",
    "opening": "开头段",
    "closing": "落款和日期",
    "headings": "各级标题",
    "tables": "表格",
    "body": "正文（不含标题、落款）",
    "notes": "页眉页脚和注释",
}


def resolve(draft: Draft, inside: tuple[str, ...], outside: tuple[str, ...]) -> tuple[Span, ...]:
    """The spans that the names stand for, less those of ``outside``; empty if there is no such place."""
    known = draft.scopes.get((inside, outside))
    if known is None:
        known = draft.scopes[inside, outside] = _resolved(draft, inside, outside)
    return known


def _resolved(draft: Draft, inside: tuple[str, ...], outside: tuple[str, ...]) -> tuple[Span, ...]:
    spans = _merged(span for name in inside or ("whole",) for span in _named(draft, name))
    holes = _merged(span for name in outside for span in _named(draft, name))
    return _without(spans, holes) if holes else spans


def _named(draft: Draft, name: str) -> tuple[Span, ...]:
    identity, blocks = draft.identity, draft.document.blocks
    if name in ("whole", "file"):
        return (Span(0, len(draft.text)),)
    if name == "title":
        return tuple(Span(blocks[i].start, blocks[i].end) for i in identity.title_blocks)
    if name == "opening":
        return (identity.opening,) if identity.opening else ()
    if name == "closing":
        return tuple(span for span in (identity.signature, identity.date) if span)
    if name == "headings":
        return tuple(Span(h.start, h.span.end) for h in draft.outline.own_line)
    if name == "tables":
        return tuple(Span(block.start, block.end) for block in blocks if block.kind == "row")
    if name == "notes":
        return tuple(Span(block.start, block.end) for block in blocks if block.story)
    if name == "body":
        return _body(draft)
    return draft.topic(name)


def _body(draft: Draft) -> tuple[Span, ...]:
    kept = [Span(block.start, block.end) for block in draft.document.blocks if not block.story]
    holes = [span for name in ("title", "headings", "closing") for span in _named(draft, name)]
    return _without(_merged(kept), _merged(holes))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _without(spans: tuple[Span, ...], holes: tuple[Span, ...]) -> tuple[Span, ...]:
    left: list[Span] = []
    for span in spans:
        at = span.start
        for hole in holes:
            if hole.end <= at or hole.start >= span.end:
                continue
            if hole.start > at:
                left.append(Span(at, hole.start))
            at = max(at, hole.end)
        if at < span.end:
            left.append(Span(at, span.end))
    return tuple(left)
