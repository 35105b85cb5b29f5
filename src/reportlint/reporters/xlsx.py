"""``xlsx``: a workbook of the findings and of the requirement table, to filter and to send along.

Text is written as text, whatever it looks like; only our own line and column numbers are numbers, so that they sort.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportlint.coverage import HEADER, coverage
from reportlint.finding import Report
from reportlint.reporters import Style
from reportlint.textwidth import printable

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_FINDINGS = (("级别", 8), ("文件", 28), ("行", 6), ("列", 6), ("问题", 60), ("位置", 32), ("原文", 50), ("依据", 40),
             ("把握", 8), ("规则", 36), ("豁免", 30))  # fmt: skip
_ANSWERS = (("文件", 28), ("标题", 36), *zip(HEADER, (36, 44, 10, 10, 50), strict=True))
_FILLS = {"error": "#F8CBAD", "warning": "#FFE699", "info": "#DDEBF7", "waived": "#E7E6E6"}
_CELL = 32_000  # Excel refuses longer cells, and XlsxWriter would leave them out

Row = tuple[str, Sequence[str | int]]


def render(report: Report, style: Style) -> bytes:
    """Two sheets, 问题清单 and 对照表, with a fixed date: the same report gives the same bytes."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties(
        {"author": "reportlint", "created": datetime.datetime(2000, 1, 1), "comments": report.verdict.text}
    )
    _sheet(book, "问题清单", _FINDINGS, _findings(report))
    _sheet(book, "对照表", _ANSWERS, _answers(report))
    book.close()
    return stream.getvalue()


def _sheet(book: Workbook, name: str, columns: Sequence[tuple[str, int]], rows: Iterator[Row]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#D9D9D9", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    fills = {kind: book.add_format({"bg_color": color, "valign": "top"}) for kind, color in _FILLS.items()}
    for column, (title, cells) in enumerate(columns):
        sheet.set_column(column, column, cells)
        sheet.write_string(0, column, title, head)
    last = 0
    for last, (kind, row) in enumerate(rows, 1):
        for column, cell in enumerate(row):
            look = fills.get(kind, plain) if column == 0 else plain
            if isinstance(cell, int):
                sheet.write_number(last, column, cell, look)
            elif cell:
                sheet.write_string(last, column, _bounded(printable(cell)), look)
            else:
                sheet.write_blank(last, column, None, look)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _findings(report: Report) -> Iterator[Row]:
    basis = {rule.id: rule.basis.shown for rule in report.rules}
    for failure in report.failures:
        yield "error", ("没能检查", failure.path, "", "", failure.reason, "", "", "", "", "not-checked", "")
    for f in report.findings:
        sure = "疑似" if f.certainty == "suspected" else "确定"
        yield (
            "waived" if f.waived else f.severity,
            (f.level.chinese, f.path, f.line or "", f.column or "", f.message, f.where, f.excerpt,
             basis.get(f.rule, ""), sure, f.rule, f.waived),
        )  # fmt: skip


def _answers(report: Report) -> Iterator[Row]:
    for table in coverage(report):
        for row in table.rows:
            yield "", (table.document.path, table.document.title, *row.cells())
    for failure in report.failures:
        yield "error", (failure.path, "", "没能检查", "", "没能检查", "", failure.reason)


def _bounded(text: str) -> str:
    return text if len(text) <= _CELL else text[:_CELL] + "…"
