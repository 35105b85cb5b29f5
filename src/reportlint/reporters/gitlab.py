"""``gitlab``: the Code Quality report of GitLab, shown on a merge request."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from reportlint.finding import Report
from reportlint.reporters import Style, as_json, told_path

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, style: Style) -> str:
    """A JSON list. What could not be checked blocks; what is waived is left out, since GitLab knows no such thing."""
    seen: set[str] = set()
    entries = []
    for entry in _entries(report):
        fingerprint, again = str(entry["fingerprint"]), 1
        while entry["fingerprint"] in seen:  # GitLab drops all but one of those that share a fingerprint
            again += 1
            entry["fingerprint"] = f"{fingerprint}-{again}"
        seen.add(str(entry["fingerprint"]))
        entries.append(entry)
    return as_json(entries) + "\n"


def _entries(report: Report) -> Iterator[dict[str, object]]:
    for failure in report.failures:
        key = f"{failure.path}\x1f{failure.reason}".encode("utf-8", "surrogatepass")
        yield {
            "description": f"没能检查：{failure.reason}",
            "check_name": "not-checked",
            "fingerprint": hashlib.blake2b(key, digest_size=8).hexdigest(),
            "severity": "blocker",
            "location": {"path": told_path(failure.path), "lines": {"begin": 1}},
        }
    for finding in report.findings:
        if finding.waived:
            continue
        begin = max(1, finding.line)
        doubt = "（疑似）" if finding.certainty == "suspected" else ""
        yield {
            "description": doubt + finding.message,
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": told_path(finding.path),
                "lines": {"begin": begin, "end": max(begin, finding.end_line)},
            },
        }
