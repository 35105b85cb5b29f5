"""``checkstyle``: the XML of Checkstyle, which most review and CI programs read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from reportlint.finding import Finding, Report
from reportlint.reporters import Style, told_path
from reportlint.textwidth import printable


def render(report: Report, style: Style) -> str:
    """One ``file`` a draft, also for those without findings. What is waived is an ``info`` that says so."""
    root = ET.Element("checkstyle", version="4.3")
    files: dict[str, ET.Element] = {}
    for path in (item.path for items in (report.documents, report.findings, report.failures) for item in items):
        if path not in files:
            files[path] = ET.SubElement(root, "file", name=printable(told_path(path)))
    for finding in report.findings:
        files[finding.path].append(_error(finding))
    for failure in report.failures:
        message = printable(f"没能检查：{failure.reason}")
        ET.SubElement(
            files[failure.path], "error", line="1", column="1", severity="error", message=message, source="not-checked"
        )
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _error(finding: Finding) -> ET.Element:
    waived = f"（已豁免：{finding.waived}）" if finding.waived else ""
    doubt = "（疑似）" if finding.certainty == "suspected" else ""
    return ET.Element(
        "error",
        line=str(max(1, finding.line)),
        column=str(max(1, finding.column)),
        severity="info" if finding.waived else finding.severity,
        message=printable(f"{doubt}{finding.message}{waived}"),
        source=finding.rule,
    )
