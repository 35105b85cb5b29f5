"""The workbook, read back."""

from __future__ import annotations

import io
import time

import pytest
from openpyxl import load_workbook

from reportlint.finding import Report
from reportlint.reporters import Style, reporter
from reportlint.textwidth import printable


@pytest.fixture(scope="module")
def book(report):
    return load_workbook(io.BytesIO(reporter("xlsx")(report, Style())))


def test_findings(book, report):
    header, *rows = [[cell.value for cell in row] for row in book["问题清单"].iter_rows()]
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    assert [cell["级别"] for cell in cells[:2]] == ["没能检查", "没能检查"]
    for finding, cell in zip(report.findings, cells[2:], strict=True):
        assert cell["文件"] == printable(finding.path)
        assert cell["问题"] == printable(finding.message)
        assert cell["原文"] == (printable(finding.excerpt) or None)
        assert cell["行"] == (finding.line or None)
        assert cell["级别"] == finding.level.chinese
        assert cell["豁免"] == (finding.waived or None)
        assert cell["把握"] == ("疑似" if finding.certainty == "suspected" else "确定")


def test_the_requirement_table(book):
    rows = [[cell.value for cell in row] for row in book["对照表"].iter_rows()]
    assert rows[0] == ["文件", "标题", "要求", "依据", "状态", "位置", "原文"]
    assert [row[2] for row in rows[1:]] == ["=培训场次", "常用数据", "没能检查", "没能检查"]
    assert rows[2][4:] == ["已写", "第41行", "+3 件\ufffd，@某"]


def test_nothing_is_a_formula_or_a_link(book):
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.hyperlink is None
                assert cell.data_type == "s" or cell.value is None or cell.column in (3, 4)


def test_severities_have_colours_and_waived_ones_their_own(book, report):
    fills = [cell.fill.fgColor.rgb for cell in book["问题清单"]["A"][3:]]
    kinds = ["waived" if finding.waived else finding.severity for finding in report.findings]
    colors = dict(zip(kinds, fills, strict=True))
    assert len(set(colors.values())) == 4
    assert fills == [colors[kind] for kind in kinds]


def test_the_same_report_gives_the_same_bytes_at_another_time(report):
    before = reporter("xlsx")(report, Style())
    time.sleep(2.1)  # a zip archive keeps time in steps of two seconds
    assert reporter("xlsx")(report, Style()) == before


def test_a_text_too_long_for_a_cell_is_cut_and_kept(report):

    long = report.findings[0]._replace(message="长" * 40_000)
    book = load_workbook(io.BytesIO(reporter("xlsx")(Report((long,)), Style())))
    assert book["问题清单"]["E2"].value == "长" * 32_000 + "…"
