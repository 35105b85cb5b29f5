"""``full``: for a person at a terminal: place, what is wrong, where it stands, the line with the place marked, verdict."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.finding import Failure, Finding, Report
from reportlint.reporters import Style
from reportlint.textwidth import cut, inert_line, printable, width

_COLORS = {"error": "31", "warning": "33", "info": "36"}
_INDENT = "  "


def render(report: Report, style: Style) -> str:
    """The whole report as text; colours only if the style says so."""
    lines: list[str] = []
    old = [finding for finding in report.findings if finding.in_baseline]
    for finding in report.findings:
        lines += _finding(finding, style) if not finding.in_baseline else ()  # a new one must not drown among them
    if report.failures:
        lines += _failures(report.failures, style)
    waived = sum(1 for finding in report.findings if finding.waived) - len(old)
    if waived:
        lines.append(f"已豁免 {waived} 处，不计入结论。")
    if old:
        lines.append(f"基线收下的旧问题 {len(old)} 处，不计入结论，这里不列（逐处看用 --format concise）。")
    lines += [printable(note) for note in report.notes]
    lines.append(_colored(report.verdict.text, _verdict_color(report), style))
    return "".join(inert_line(line) + "\n" for line in lines)


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    kind = finding.level.chinese + ("（疑似）" if finding.certainty == "suspected" else "")
    waived = f"（已豁免：{finding.waived}）" if finding.waived else ""
    place = printable(f"{finding.path}:{finding.line}:{finding.column}:")
    yield (
        f"{_colored(place, '1', style)} {_colored(kind, _COLORS[finding.severity], style)} "
        f"{printable(finding.message)}{printable(waived)} [{finding.rule}]"
    )
    if finding.where:
        yield _INDENT + printable(finding.where)
    if finding.excerpt.strip():
        yield from _excerpt(finding, style)
    yield ""


def _excerpt(finding: Finding, style: Style) -> Iterator[str]:
    """The source line, cut to the width, and carets under the place, aligned by display width."""
    line = printable(finding.excerpt)
    shown, start, end = cut(line, finding.excerpt_start, finding.excerpt_end, style.width - len(_INDENT))
    yield _INDENT + shown
    marks = "^" * max(1, width(shown[start:end]))
    yield _INDENT + " " * width(shown[:start]) + _colored(marks, _COLORS[finding.severity], style)


def _failures(failures: tuple[Failure, ...], style: Style) -> Iterator[str]:
    for failure in failures:
        yield f"{_colored(printable(failure.path), '1', style)}: {_colored('没能检查', '31', style)} {printable(failure.reason)}"
    yield ""


def _verdict_color(report: Report) -> str:
    return {"pass": "32", "confirm": "33"}.get(report.verdict.status, "31")


def _colored(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.color else text
