"""``github``: workflow commands that GitHub shows as annotations on a pull request.

GitHub shows only the first few of a step, so the gravest come first. A message may hold anything a stranger wrote:
it is one printable line, and what could end the command is escaped as GitHub's own toolkit does.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.finding import Finding, Report
from reportlint.reporters import Style, told_path
from reportlint.textwidth import printable

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, style: Style) -> str:
    """Failures, errors, warnings, notices, then the verdict. What is waived is left out, and counted at the end."""
    titles = {rule.id: rule.title for rule in report.rules}
    shown = sorted((f for f in report.findings if not f.waived), key=lambda finding: finding.level.rank)
    waived = len(report.findings) - len(shown)
    lines = [
        _command("error", {"file": told_path(failure.path), "title": "没能检查"}, f"没能检查：{failure.reason}")
        for failure in report.failures
    ]
    lines += [_command(_COMMANDS[f.severity], dict(_properties(f, titles.get(f.rule, ""))), _message(f)) for f in shown]
    lines.append(report.verdict.text + (f"（已豁免 {waived} 处，不计入结论。）" if waived else ""))
    return "".join(line + "\n" for line in lines)


def _properties(finding: Finding, title: str) -> Iterator[tuple[str, str]]:
    """GitHub takes columns only where the place is within one line."""
    yield "file", told_path(finding.path)
    yield "line", str(max(1, finding.line))
    if finding.end_line <= finding.line:
        yield "col", str(max(1, finding.column))
    yield "endLine", str(max(1, finding.line, finding.end_line))
    if finding.end_line <= finding.line:
        yield "endColumn", str(max(1, finding.column, finding.end_column))
    yield "title", f"{title}（{finding.rule}）" if title else finding.rule


def _message(finding: Finding) -> str:
    doubt = "（疑似）" if finding.certainty == "suspected" else ""
    return f"{doubt}{finding.message}" + (f"\n{finding.where}" if finding.where else "")


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={printable(value).translate(_PROPERTY)}" for key, value in properties.items())
    text = "\n".join(printable(line) for line in message.split("\n"))
    return f"::{name} {told}::{text.translate(_DATA)}"
