"""The words of ``reportlint outline``."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.reportclass import CLASS_NAMES
from reportlint.textwidth import printable


def outline_lines(draft: Draft) -> Iterator[str]:
    """What was recognised of one report, a line each; the file's own line numbers."""
    document, identity = draft.document, draft.identity
    extent = document.source_span(draft.extent)
    first, last = document.position(extent.start).line, document.position(max(extent.start, extent.end - 1)).line
    yield printable(f"{document.path} 第 {first}-{last} 行")
    yield printable(f"  标题：{identity.title or '没有认出'}")
    yield printable(
        f"  年度：{draft.year or '没有认出'}{f'（依据{identity.year_from}）' if identity.year_from else ''}"
    )
    yield printable(f"  单位：{draft.body or '没有认出'}")
    yield printable(f"  类别：{CLASS_NAMES.get(draft.report_class or '', '没有认出')}")
    for name, span in (
        ("主送", identity.addressee),
        ("开头", identity.opening),
        ("落款", identity.signature),
        ("日期", identity.date),
    ):
        yield printable(f"  {name}：{_shown(draft, span)}")
    for index, heading in enumerate(draft.outline.headings):
        label = draft.text[heading.label.start : heading.label.end].strip()
        line = document.position(document.source_span(Span(heading.start, heading.start)).start).line
        found = [f"{match.section}（{match.why}）" for match in draft.sections.matches if match.heading == index]
        arrow = f"  → {'；'.join(found)}" if found else ""
        yield printable(f"{line:>5} {'  ' * heading.depth}{label}{heading.title}{arrow}")
    missing = [spec for spec in draft.pack.sections if not draft.sections.found(spec.id)]
    for spec in missing:
        spans = draft.topic(spec.id)
        how = (
            f"没有标题，正文第 {document.position(document.source_span(spans[0]).start).line} 行写到"
            if spans
            else "没有写到"
        )
        yield printable(f"  {spec.id}（{spec.title}）：{how}")


def _shown(draft: Draft, span: Span | None) -> str:
    return draft.quote(span) if span else "没有认出"
