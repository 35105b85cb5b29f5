"""The requirement table as text on a terminal and as Markdown."""

from __future__ import annotations

from reportlint.coverage import HEADER, Coverage, Row, coverage
from reportlint.finding import Report
from reportlint.reporters import Style
from reportlint.textwidth import printable, width

_COLORS = {
    "missing": "31",
    "unfilled": "31",
    "vague": "33",
    "not-checked": "33",
    "answered": "32",
    "zero-declared": "32",
}
_STATUS_WIDTH = 10


def render(report: Report, style: Style) -> str:
    """One table a document: status, requirement, and below it basis, place and the words that answer it."""
    lines: list[str] = []
    for table in coverage(report):
        lines += [_title(table), ""]
        for row in table.rows:
            status = row.status_name + " " * max(0, _STATUS_WIDTH - width(row.status_name))
            color = _COLORS.get(row.status)
            shown = f"\x1b[{color}m{status}\x1b[0m" if style.color and color else status
            lines.append(f"  {shown}{printable(row.demand)}")
            detail = "，".join(part for part in (row.place, _quoted(row)) if part)
            if detail:
                lines.append(" " * (_STATUS_WIDTH + 2) + printable(detail))
            if row.status in ("missing", "unfilled"):
                lines.append(" " * (_STATUS_WIDTH + 2) + "依据：" + printable(row.basis))
        lines += ["", table.summary, ""]
    lines += [printable(f"{failure.path}：没能检查，{failure.reason}") for failure in report.failures]
    return "\n".join(lines).rstrip("\n") + "\n"


def render_markdown(report: Report, style: Style) -> str:
    """The same as Markdown tables; what the draft says stays text."""
    lines: list[str] = []
    for table in coverage(report):
        lines += [f"## {_escaped(_title(table))}", "", table.summary, ""]
        lines += ["| " + " | ".join(HEADER) + " |", "| --- " * len(HEADER) + "|"]
        lines += ["| " + " | ".join(_escaped(cell) for cell in row.cells()) + " |" for row in table.rows]
        lines.append("")
    lines += [f"- **没能检查** {_escaped(failure.path)}：{_escaped(failure.reason)}" for failure in report.failures]
    return "\n".join(lines).rstrip("\n") + "\n"


def _quoted(row: Row) -> str:
    """The words that answer in quotes; the reason of what does not apply as it is."""
    return f"“{row.quote}”" if row.quote and row.status != "not-applicable" else row.quote


def _title(table: Coverage) -> str:
    document = table.document
    return printable(f"{document.path}（第 {document.line}-{document.end_line} 行）{document.title}")


def _escaped(text: str) -> str:
    """Text that no Markdown reader takes for markup or a new cell."""
    text = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for char in "|`*_[]#@!":
        text = text.replace(char, "\\" + char)
    return text
