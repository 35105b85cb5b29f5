"""``concise``: one finding a line, ``path:line:column: severity: message [rule]``, as editors and grep expect."""

from __future__ import annotations

from reportlint.finding import Report
from reportlint.reporters import Style
from reportlint.textwidth import inert_line, printable


def render(report: Report, style: Style) -> str:
    """The findings, then the failures (as errors, at line 1), one a line; nothing else. Waived findings are marked."""
    lines = []
    for f in report.findings:
        waived = f"（已豁免：{f.waived}）" if f.waived else ""
        doubt = "（疑似）" if f.certainty == "suspected" else ""
        lines.append(printable(f"{f.path}:{f.line}:{f.column}: {f.severity}: {doubt}{f.message}{waived} [{f.rule}]"))
    lines += [
        printable(f"{failure.path}:1:1: error: 没能检查：{failure.reason} [not-checked]") for failure in report.failures
    ]
    return "".join(inert_line(line) + "\n" for line in lines)
