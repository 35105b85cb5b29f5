"""From what a check saw to what a report tells: places, excerpts, section paths, fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.finding import Answer, DocumentInfo, Finding, Replacement
from reportlint.rule import Rule
from reportlint.where import where

_EXCERPT = 400  # code points of a source line that a finding carries
_AROUND = 12  # code points on either side that tell a finding from others
_FIGURES = str.maketrans("", "", "0123456789０１２３４５６７８９.,．，")


def finding_at(draft: Draft, rule: Rule, problem: Problem) -> Finding:
    """The finding a problem becomes: placed in the source text, with the line it stands on."""
    document = draft.document
    span = document.source_span(_within(problem.span, len(draft.text)))
    start, end = document.position(span.start), document.position(max(span.start, span.end))
    line = document.line_text(start.line)
    low, high = start.column - 1, min(len(line), start.column - 1 + span.end - span.start)
    cut = max(0, low - _EXCERPT // 2) if len(line) > _EXCERPT else 0
    certainty = "suspected" if "suspected" in (rule.certainty, problem.certainty) else "certain"
    severity = "warning" if problem.softened and rule.severity.value == "error" else rule.severity.value
    fix = None
    if problem.fix is not None:
        place = document.source_span(problem.fix.span)
        fix = Replacement(place.start, place.end, problem.fix.text)
    return Finding(
        document.path, start.line, start.column, end.line, max(end.column, start.column + (end.line == start.line)),
        rule.id, severity, certainty, problem.message, where(draft, problem.span.start),
        line[cut : cut + _EXCERPT], low - cut, max(low + 1, high) - cut, fix=fix,
    )  # fmt: skip


def _within(span: Span, length: int) -> Span:
    start = max(0, min(span.start, length))
    return Span(start, max(start, min(span.end, length)))


def answer_at(draft: Draft, rule: Rule, evidence: Evidence) -> Answer:
    """The answer an evidence becomes."""
    line = 0
    if evidence.span is not None:
        line = draft.document.position(draft.document.source_span(evidence.span).start).line
    section = str(dict(rule.options).get("section", "")) or next(iter(rule.scope), "")
    return Answer(
        draft.document.path, 0, rule.id, evidence.item, section, evidence.item or rule.title, rule.basis.shown,
        evidence.status, line, evidence.quote,
    )  # fmt: skip


def stamped(findings: list[Finding]) -> Iterator[Finding]:
    """With what their fingerprints are made of: the words found and those around, and which of several alike.

    Figures around are left out: they are what is filled in and put right while a draft is worked on.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        low, high = finding.excerpt_start, finding.excerpt_end
        before, behind = (
            "".join(side.translate(_FIGURES).split()) for side in (finding.excerpt[:low], finding.excerpt[high:])
        )
        words = before[-_AROUND:] + "".join(finding.excerpt[low:high].split()) + behind[:_AROUND]
        seen[finding.rule, words] += 1
        yield finding._replace(words=words, alike=seen[finding.rule, words])


def document_info(draft: Draft) -> DocumentInfo:
    """What was recognised of a draft."""
    document, identity = draft.document, draft.identity
    extent = document.source_span(draft.extent)
    title = identity.title
    return DocumentInfo(
        document.path, document.position(extent.start).line, document.position(max(extent.start, extent.end - 1)).line,
        title, draft.year or 0, draft.body, draft.report_class or "", draft.pack.id,
    )  # fmt: skip
