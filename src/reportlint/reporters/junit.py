"""``junit``: JUnit XML, which every CI shows. A suite is a file, a case is a finding.

A case a finding and not a case a rule: so the failures that CI counts are the errors of the verdict, and a waived
finding is a skipped case by itself. Cases are named without line numbers, so that CI can tell new ones from old.
"""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from reportlint.finding import Failure, Finding, Report
from reportlint.reporters import Style, told_path
from reportlint.textwidth import printable


def render(report: Report, style: Style) -> str:
    """Errors fail; what could not be checked is an error; what is waived is skipped; the rest passes, with its words."""
    basis = {rule.id: rule.basis.shown for rule in report.rules}
    suites: dict[str, list[ET.Element]] = {}
    for path in (item.path for items in (report.documents, report.findings, report.failures) for item in items):
        suites.setdefault(path, [])
    for failure in report.failures:
        suites[failure.path].append(_not_checked(failure))
    for finding in report.findings:
        suites[finding.path].append(_case(finding, basis.get(finding.rule, "")))
    root = ET.Element("testsuites", name="reportlint")
    for path, cases in suites.items():
        name = printable(told_path(path))
        cases = cases or [ET.Element("testcase", name="没有发现问题")]
        suite = ET.SubElement(root, "testsuite", {"name": name, **_counts(cases), "time": "0"})
        suite.extend(cases)
        seen: Counter[str] = Counter()
        for case in suite:
            title = case.get("name", "")
            seen[title] += 1
            case.set("name", title if seen[title] == 1 else f"{title}（第{seen[title]}处）")
            case.set("classname", name)
            case.set("time", "0")
    root.attrib.update(_counts(list(root.iter("testcase"))))
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _counts(cases: list[ET.Element]) -> dict[str, str]:
    kinds = Counter(child.tag for case in cases for child in case)
    return {
        "tests": str(len(cases)),
        "failures": str(kinds["failure"]),
        "errors": str(kinds["error"]),
        "skipped": str(kinds["skipped"]),
    }


def _case(finding: Finding, basis: str) -> ET.Element:
    doubt = "（疑似）" if finding.certainty == "suspected" else ""
    message = printable(doubt + finding.message)
    case = ET.Element("testcase", name=f"{finding.rule}：{message}", line=str(max(1, finding.line)))
    place = f"{finding.path}:{finding.line}:{finding.column} {finding.level.chinese}"
    lines = (place, finding.where, finding.excerpt.strip(), f"依据：{basis}" if basis else "")
    text = "\n".join(printable(line) for line in lines if line)
    if finding.waived:
        ET.SubElement(case, "skipped", message=printable(f"已豁免：{finding.waived}")).text = text
    elif finding.severity == "error":
        ET.SubElement(case, "failure", message=message, type=finding.severity).text = text
    else:
        ET.SubElement(case, "system-out").text = text
    return case


def _not_checked(failure: Failure) -> ET.Element:
    case = ET.Element("testcase", name="能读取并检查")
    ET.SubElement(case, "error", message=printable(f"没能检查：{failure.reason}"), type="not-checked")
    return case
