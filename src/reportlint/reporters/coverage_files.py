"""The requirement table as CSV and as a Word annex to send along."""

from __future__ import annotations

import csv
import io

from reportlint.coverage import HEADER, coverage
from reportlint.finding import Report
from reportlint.reporters import Style
from reportlint.textwidth import inert_cell, printable


def render_csv(report: Report, style: Style) -> str:
    """CSV with a byte order mark for Excel; a cell that would be a formula gets an apostrophe before it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("文件", "标题", *HEADER))
    for table in coverage(report):
        for row in table.rows:
            writer.writerow(inert_cell(cell) for cell in (table.document.path, table.document.title, *row.cells()))
    for failure in report.failures:
        writer.writerow(inert_cell(cell) for cell in (failure.path, "", "没能检查", "", "没能检查", "", failure.reason))
    return "\ufeff" + stream.getvalue()


def render_docx(report: Report, style: Style) -> bytes:
    """A Word document: one table a report, header row repeated on every page."""
    import datetime

    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    fixed = datetime.datetime(2000, 1, 1)
    document.core_properties.created = document.core_properties.modified = fixed
    document.core_properties.author = "reportlint"
    for table in coverage(report):
        document.add_heading(printable(f"要求逐项对照表：{table.document.title}"), level=1)
        document.add_paragraph(printable(f"{table.document.path}　{table.summary}"))
        grid = document.add_table(rows=1, cols=len(HEADER), style="Table Grid")
        for cell, name in zip(grid.rows[0].cells, HEADER, strict=True):
            cell.text = name
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in table.rows:
            for cell, text in zip(grid.add_row().cells, row.cells(), strict=True):
                cell.text = printable(text)
    for failure in report.failures:
        document.add_paragraph(printable(f"没能检查：{failure.path}：{failure.reason}"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
