"""What a person can find a place by: the section path, and in Word the paragraph or the table, row and column."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.draft import Draft
from reportlint.outline import Heading

_SHOWN = 24


def where(draft: Draft, offset: int) -> str:
    """For instance 三、优化政务服务 >（二）拓展服务供给, 第14段; empty where nothing is known."""
    block = draft.document.block_at(offset)
    parts: list[str] = []
    if block is not None and bisect_right(draft.document.block_starts, offset) - 1 in draft.residue:
        return "报告之外的文字"
    if block is not None and block.story:
        parts.append(block.story)
    elif block is not None:
        parts += [_named(draft, heading) for heading in draft.outline.path(min(offset, len(draft.text) - 1))]
        if not parts:
            parts += _front(draft, offset)
    path = " >".join(parts).strip()
    place = block.place_at(offset) if block is not None else ""
    return f"{path}，{place}" if path and place else path or place


def _named(draft: Draft, heading: Heading) -> str:
    label = draft.text[heading.label.start : heading.label.end].strip()
    shown = heading.title if len(heading.title) <= _SHOWN else heading.title[: _SHOWN - 1] + "…"
    space = "" if label[:1] in "（(" else " "
    return f"{space}{label}{shown}".rstrip()


def _front(draft: Draft, offset: int) -> list[str]:
    identity = draft.identity
    if identity.title_span and identity.title_span.start <= offset <= identity.title_span.end:
        return ["标题"]
    if identity.opening and identity.opening.start <= offset <= identity.opening.end:
        return ["开头段"]
    return []
