"""``json`` and ``jsonl``: the whole report for programs, at once or line by line; stable, documented in the README.

Lines and columns count from 1, ends are exclusive; the offsets of a fix count code points of ``reportlint text``.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.finding import Answer, DocumentInfo, Finding, Report
from reportlint.reporters import Style, as_json


def render(report: Report, style: Style) -> str:
    """UTF-8 JSON with two spaces of indent; keys in a fixed order."""
    content = {
        "version": style.version,
        "verdict": report.verdict._asdict(),
        "documents": [_document(info) for info in report.documents],
        "findings": [_finding(finding) for finding in report.findings],
        "answers": [_answer(answer) for answer in report.answers],
        "failures": [failure._asdict() for failure in report.failures],
    }
    return as_json(content) + "\n"


def render_lines(report: Report, style: Style) -> str:
    """One JSON object a line, told apart by ``type``; the verdict comes last, so that a cut stream is noticed."""
    return "".join(as_json(record, None) + "\n" for record in _records(report, style))


def _records(report: Report, style: Style) -> Iterator[dict[str, object]]:
    for info in report.documents:
        yield {"type": "document", **_document(info)}
    for finding in report.findings:
        yield {"type": "finding", **_finding(finding)}
    for answer in report.answers:
        yield {"type": "answer", **_answer(answer)}
    for failure in report.failures:
        yield {"type": "failure", **failure._asdict()}
    yield {"type": "verdict", **report.verdict._asdict(), "version": style.version}


def _document(info: DocumentInfo) -> dict[str, object]:
    return {
        "path": info.path,
        "line": info.line,
        "end_line": info.end_line,
        "title": info.title,
        "year": info.year or None,
        "body": info.body,
        "class": info.report_class or None,
        "pack": info.pack,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "rule": finding.rule,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "message": finding.message,
        "where": finding.where,
        "excerpt": finding.excerpt,
        "fingerprint": finding.fingerprint,
        **({"waived": finding.waived} if finding.waived else {}),
        **({"fix": finding.fix._asdict()} if finding.fix else {}),
    }


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "path": answer.path,
        "document": answer.document,
        "rule": answer.rule,
        "item": answer.item,
        "section": answer.section,
        "status": answer.status,
        "line": answer.line or None,
        "quote": answer.quote,
    }
