"""The requirement table as CSV and as a Word annex to send along."""

from __future__ import annotations

import csv
import io

from reportlint.coverage import HEADER, coverage
from reportlint.finding import Report
from reportlint.reporters import Style

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(report: Report, style: Style) -> str:
    """CSV with a byte order mark for Excel; a cell that would be a formula gets an apostrophe before it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("文件", "标题", *HEADER))
    for table in coverage(report):
        for row in table.rows:
            writer.writerow(_inert(cell) for cell in (table.document.path, table.document.title, *row.cells()))
    for failure in report.failures:
        writer.writerow(_inert(cell) for cell in (failure.path, "", "没能检查", "", "没能检查", "", failure.reason))
    return "\ufeff" + stream.getvalue()


def _inert(cell: str) -> str:
    cell = "".join(char if char.isprintable() else " " for char in cell)
    return "'" + cell if cell.startswith(_FORMULA) else cell


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
        document.add_heading(_plain(f"要求逐项对照表：{table.document.title}"), level=1)
        document.add_paragraph(_plain(f"{table.document.path}　{table.summary}"))
        grid = document.add_table(rows=1, cols=len(HEADER), style="Table Grid")
        for cell, name in zip(grid.rows[0].cells, HEADER, strict=True):
            cell.text = name
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in table.rows:
            for cell, text in zip(grid.add_row().cells, row.cells(), strict=True):
                cell.text = _plain(text)
    for failure in report.failures:
        document.add_paragraph(_plain(f"没能检查：{failure.path}：{failure.reason}"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _plain(text: str) -> str:
    """What XML can hold; a control character of a stranger's text must not spoil the document."""
    return "".join(char for char in text if char.isprintable() or char == "\u3000")
