"""``csv``: the findings as a table that Excel and WPS open as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reportlint.finding import Report
from reportlint.reporters import Style
from reportlint.textwidth import inert_cell

HEADER = ("文件", "行", "列", "级别", "把握", "问题", "位置", "原文", "依据", "规则", "豁免")


def render(report: Report, style: Style) -> str:
    """RFC 4180, with a byte order mark (without it Excel reads Chinese as the system's code page)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([inert_cell(cell) for cell in row] for row in _rows(report))
    return "\ufeff" + stream.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    basis = {rule.id: rule.basis.shown for rule in report.rules}
    for failure in report.failures:
        yield failure.path, "", "", "错误", "", f"没能检查：{failure.reason}", "", "", "", "not-checked", ""
    for f in report.findings:
        sure = "疑似" if f.certainty == "suspected" else "确定"
        yield (
            f.path, str(f.line or ""), str(f.column or ""), f.level.chinese, sure, f.message, f.where, f.excerpt,
            basis.get(f.rule, ""), f.rule, f.waived,
        )  # fmt: skip
