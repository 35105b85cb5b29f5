"""``json``: the whole report for programs; stable, documented in the README. Lines and columns from 1, ends exclusive."""

from __future__ import annotations

import json

from reportlint.finding import Answer, DocumentInfo, Finding, Report
from reportlint.reporters import Style


def render(report: Report, style: Style) -> str:
    """UTF-8 JSON with two spaces of indent; keys in a fixed order."""
    verdict = report.verdict
    content = {
        "version": style.version,
        "verdict": {
            "status": verdict.status,
            "errors": verdict.errors,
            "warnings": verdict.warnings,
            "infos": verdict.infos,
            "text": verdict.text,
        },
        "documents": [_document(info) for info in report.documents],
        "findings": [finding_fields(finding) for finding in report.findings],
        "answers": [_answer(answer) for answer in report.answers],
        "failures": [failure._asdict() for failure in report.failures],
    }
    return _safe(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _safe(text: str) -> str:
    """Lone surrogates cannot be written as UTF-8: they become escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


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


def finding_fields(finding: Finding) -> dict[str, object]:
    """A finding as plain data, as JSON and JSON Lines give it."""
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
