"""``sarif``: SARIF 2.1.0, which code scanning services and editors read.

Fixes are left out: SARIF replaces bytes or characters of the file itself, and ours are those of its canonical text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import quote

from reportlint.finding import Failure, Finding, Report
from reportlint.reporters import Style, as_json, told_path
from reportlint.rule import CERTAINTY, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report, style: Style) -> str:
    """One run; its rules are those that were applied, with basis and examples as help."""
    known = {rule.id: _descriptor(rule) for rule in report.rules}
    for finding in report.findings:  # of waivers that expired, for instance, which no pack states
        known.setdefault(finding.rule, {"id": finding.rule})
    index = {rule: position for position, rule in enumerate(known)}
    driver: dict[str, object] = {"name": "reportlint", "version": style.version, "rules": list(known.values())}
    run = {
        "tool": {"driver": {key: value for key, value in driver.items() if value or key == "rules"}},
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [_notification(failure) for failure in report.failures],
            }
        ],
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule]) for finding in report.findings],
        "properties": {"verdict": report.verdict._asdict()},
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _descriptor(rule: Rule) -> dict[str, object]:
    basis = f"{rule.basis.text}（{CERTAINTY.get(rule.basis.certainty, rule.basis.certainty)}）"
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _plain(rule.title)},
        "fullDescription": {"text": _plain(rule.why or rule.title)},
        "help": {"text": _plain(_help(rule, basis)), "markdown": _plain(_markdown(rule, basis))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"basis": rule.basis.text, "basisCertainty": rule.basis.certainty, "check": rule.kind},
    }


def _help(rule: Rule, basis: str) -> str:
    good = [f"正例（不报）：\n{text}" for text in rule.examples.good]
    bad = [f"反例（要报）：\n{text}" for text in rule.examples.bad]
    return "\n\n".join((f"依据：{basis}", f"理由：{rule.why}", *good, *bad))


def _markdown(rule: Rule, basis: str) -> str:
    return "\n\n".join(
        (
            f"**依据**：{basis}",
            f"**理由**：{rule.why}",
            *_fenced("正例（不报）", rule.examples.good),
            *_fenced("反例（要报）", rule.examples.bad),
        )
    )


def _fenced(title: str, texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        fence = "```"
        while fence in text:
            fence += "`"
        yield f"**{title}**\n\n{fence}text\n{text}\n{fence}"


def _result(finding: Finding, index: int) -> dict[str, object]:
    doubt = "（疑似）" if finding.certainty == "suspected" else ""
    location: dict[str, object] = {"physicalLocation": _place(finding)}
    if finding.where:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.where}]
    waived = {"kind": "external", "status": "accepted", "justification": finding.waived}
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(doubt + finding.message)},
        "locations": [location],
        "partialFingerprints": {"reportlint/v1": finding.fingerprint},
        "suppressions": [waived] if finding.waived else [],
        "properties": {"certainty": finding.certainty},
    }


def _place(finding: Finding) -> dict[str, object]:
    """A finding about the file as a whole (line 0) has no region, one of several lines no snippet (we keep the first)."""
    place: dict[str, object] = {"artifactLocation": {"uri": uri(finding.path)}}
    if finding.line < 1:
        return place
    region: dict[str, object] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    place["region"] = region
    if finding.excerpt and finding.end_line == finding.line:
        region["snippet"] = {"text": finding.excerpt[finding.excerpt_start : finding.excerpt_end]}
        place["contextRegion"] = {"startLine": finding.line, "snippet": {"text": finding.excerpt}}
    return place


def _notification(failure: Failure) -> dict[str, object]:
    return {
        "level": "error",
        "message": {"text": _plain(f"没能检查：{failure.reason}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}],
    }


def uri(path: str) -> str:
    """A path as a URI reference: a relative one stays so; nothing in a name can be taken for a scheme or a query."""
    if os.path.isabs(path):
        return (
            "file://" + ("" if path.startswith("/") else "/") + quote(told_path(path).encode("utf-8", "surrogatepass"))
        )
    return quote(told_path(path).encode("utf-8", "surrogatepass"))


def _plain(text: str) -> str:
    """A message string: braces are doubled (SARIF 3.11.5), and no embedded link is made of brackets (3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
