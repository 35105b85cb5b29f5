"""Where each text is said to stand: paragraph, table and row, story; and the notes, headers and footers themselves."""

from __future__ import annotations

import pytest
from wordfiles import cell, para, row, run, source, table, text_box

from reportlint.engine import check
from reportlint.folding import fold
from reportlint.readers.ooxml import read_word


def places(document):
    return [(document.text[b.start : b.end], b.story, b.place) for b in document.blocks]


def test_paragraphs_are_counted_as_a_person_counts_them():
    body = para("甲") + para() + para("乙") + table(row("丙", "丁"), row("戊", "己")) + para("庚") + table(row("辛"))
    assert places(read_word(source(body))) == [
        ("甲", "", "第1段"), ("", "", ""), ("乙", "", "第2段"), ("丙\t丁", "", "表1第1行"), ("戊\t己", "", "表1第2行"),
        ("庚", "", "第3段"), ("辛", "", "表2第1行"),
    ]  # fmt: skip


def test_a_nested_table_does_not_count():
    body = table(row(cell(table(row("内")) + para()))) + table(row("外"))
    assert places(read_word(source(body))) == [("内", "", "表1第1行"), ("外", "", "表2第1行")]


def found_at(document, needle):
    offset = document.text.index(needle)
    block = document.block_at(offset)
    return "，".join(part for part in (block.story, block.place_at(offset)) if part)


def wide(content, span):
    return cell(para(content), f'<w:gridSpan w:val="{span}"/>')


def upper(content):
    return cell(para(content), '<w:vMerge w:val="restart"/>')


LOWER = cell(para(), "<w:vMerge/>")
OLD_WIDE = cell(para("合"), '<w:hMerge w:val="restart"/>') + cell(para(), "<w:hMerge/>")
LONG = para("一、主要工作") + para("本局认真履行推进法治建设职责，" * 8) + para("本局依法办理行政复议案件，" * 8)
CELLS = [
    ("plain", table(row("甲", "乙", "针")), "表1第1行第3列"),
    ("the first cell", table(row("甲", "乙"), row("针", "丁")), "表1第2行第1列"),
    ("inside a cell of several paragraphs", table(row("甲", cell(para("乙") + para("针")))), "表1第1行第2列"),
    ("a tab within a cell is no cell", table(row(run("甲") + "<w:r><w:tab/></w:r>" + run("针"), "乙")), "表1第1行第1列"),
    ("below a heading of two merged cells", table(row("甲", wide("乙", 2)), row("丙", "丁", "针")), "表1第2行第3列"),
    ("behind merged cells", table(row("甲", "乙", "丙"), row(wide("合计", 2), "针")), "表1第2行第3列"),
    ("in merged cells", table(row("甲", "乙", "丙"), row("丁", wide("针", 2))), "表1第2行第2列"),
    ("beside a cell merged downwards", table(row(upper("甲"), "乙"), row(LOWER, "针")), "表1第2行第2列"),
    ("in a cell merged downwards", table(row("甲", upper("针")), row("乙", LOWER)), "表1第1行第2列"),
    ("merged in old files", table(row("甲", "乙", "丙"), row(OLD_WIDE, "针")), "表1第2行第3列"),
    ("a row that begins further right", table(row("甲", "乙", "丙"), row("丁", "针", properties='<w:gridBefore w:val="1"/>')), "表1第2行第3列"),
    ("rows divided each in its own way", table(row(wide("甲", 3), wide("乙", 4)), row(wide("丙", 2), wide("丁", 2), wide("针", 3)), row(wide("戊", 5), wide("己", 2))), "表1第2行第3列"),
    ("columns of a form that nobody sees", table(row(wide("甲", 2), wide("乙", 3)), row(wide("丙", 3), wide("针", 2))), "表1第2行第2列"),
    ("spans that are no numbers", table(row(cell(para("甲"), '<w:gridSpan w:val="x"/>'), cell(para("乙"), '<w:gridSpan w:val="-3"/>'), "针")), "表1第1行第3列"),
    ("a deleted cell and a deleted row", table(row("删", properties='<w:del w:id="1"/>'), row(cell(para("删"), '<w:cellDel w:id="2"/>'), "甲", "针")), "表1第1行第2列"),
    ("a row in a content control", table(f"<w:sdt><w:sdtContent>{row('甲', '针')}</w:sdtContent></w:sdt>"), "表1第1行第2列"),
    ("nested", table(row("甲", cell(table(row("乙", "丙"), row("丁", "针")) + para()))), "表1第1行第2列内嵌表1第2行第2列"),
    ("the second nested table", table(row(cell(table(row("乙")) + para("中") + table(row("丙", "针")) + para()))), "表1第1行第1列内嵌表2第1行第2列"),
    ("before and behind a nested table", table(row("甲", cell(para("前") + table(row("乙", "丙")) + para("针")))), "表1第1行第2列"),
    ("nested twice", table(row(cell(table(row("甲", cell(table(row("乙", "针")) + para()))) + para()))), "表1第1行第1列内嵌表1第1行第2列内嵌表1第1行第2列"),
    ("behind a nested table", table(row(cell(table(row("甲")) + para()), "针")), "表1第1行第2列"),
    ("a frame round a text", table(row(cell(LONG + para("针")))), "表1第1行第4段"),
    ("a table in a frame", table(row(cell(LONG + table(row("甲", "乙"), row("丙", "针")) + para()))), "表1第1行内嵌表1第2行第2列"),
    ("behind a frame", table(row(cell(LONG + table(row("甲")) + para()))) + table(row("针")), "表2第1行第1列"),
    ("a paragraph behind a frame", para("甲") + table(row(cell(LONG))) + para("针"), "第2段"),
    ("in a text box", para(run("甲") + text_box(table(row("乙", "丙"), row("丁", "针")) + para())), "文本框，第1段，表1第2行第2列"),
    ("invisible characters before", table(row("\u200b甲\u200b", "\u200b乙", "针")), "表1第1行第3列"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "place"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_a_cell_is_named_as_a_person_counts_it(body, place):
    assert found_at(fold(read_word(source(body + para("末")))), "针") == place


def test_cells_of_a_header_and_a_footnote():
    parts = {"header1.xml": table(row("甲", "眉")), "footnotes.xml": NOTE.format(1, table(row("乙", "注")) + para())}
    body = para(run("正") + REFERENCE.format(1))
    document = read_word(source(body, parts, '<w:headerReference w:type="default" r:id="header1"/>'))
    assert [found_at(document, text) for text in "眉注"] == ["页眉，表1第1行第2列", "脚注1，第1段，表1第1行第2列"]


def test_a_finding_names_table_row_and_column(tmp_path):
    title = para("青岚区教育局2025年法治政府建设情况报告") + para("一、主要工作")
    rows = row("事项", "单位", "件数"), row("行政许可", "件", "12"), row("行政处罚", "件", "xx件")
    (tmp_path / "稿.docx").write_bytes(source(title + table(*rows)).data)
    found = check([str(tmp_path / "稿.docx")]).findings
    assert [f.where for f in found if f.rule.endswith("unfilled-figure")] == ["一、主要工作，表1第3行第3列"]


def test_text_boxes_stand_behind_their_paragraph():
    body = (
        para("甲") + para(run("乙") + text_box(para("盒一") + para("盒二"))) + para(text_box(para("盒三"))) + para("丙")
    )
    assert places(read_word(source(body))) == [
        ("甲", "", "第1段"), ("乙", "", "第2段"), ("盒一", "文本框", "第2段"), ("盒二", "文本框", "第2段"),
        ("", "", ""), ("盒三", "文本框", "第2段之后"), ("丙", "", "第3段"),
    ]  # fmt: skip


NOTE = '<w:footnote w:id="{0}">{1}</w:footnote>'
REFERENCE = '<w:r><w:footnoteReference w:id="{0}"/></w:r>'


def test_footnotes_in_the_order_of_their_references():
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes += (
        NOTE.format(1, para("注一"))
        + NOTE.format(2, para("注二甲") + para("注二乙"))
        + NOTE.format(3, para("无人引用"))
    )
    body = para(run("甲") + REFERENCE.format(2)) + para(run("乙") + REFERENCE.format(1))
    assert places(read_word(source(body, {"footnotes.xml": notes})))[2:] == [
        ("注二甲", "脚注1", "第1段"), ("注二乙", "脚注1", "第1段"), ("注一", "脚注2", "第2段"),
    ]  # fmt: skip


def test_endnotes_come_after_footnotes():
    parts = {
        "footnotes.xml": NOTE.format(1, para("脚")),
        "endnotes.xml": '<w:endnote w:id="1">' + para("尾") + "</w:endnote>",
    }
    body = para(run("甲") + '<w:r><w:endnoteReference w:id="1"/></w:r>' + REFERENCE.format(1))
    assert places(read_word(source(body, parts))) == [
        ("甲", "", "第1段"),
        ("脚", "脚注1", "第1段"),
        ("尾", "尾注1", "第1段"),
    ]


def test_references_in_deleted_text_have_no_note():
    body = para(run("甲") + f'<w:del w:id="1">{REFERENCE.format(1)}</w:del>')
    assert places(read_word(source(body, {"footnotes.xml": NOTE.format(1, para("注"))}))) == [("甲", "", "第1段")]


MARGINS = {
    "header1.xml": para("眉"),
    "header2.xml": para("首页眉"),
    "header3.xml": para("偶眉"),
    "footer1.xml": para("脚"),
}
SECTION = (
    '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
    '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>'
)
SHOWN = [
    ("only the default ones", "", "", [("眉", "页眉"), ("脚", "页脚")]),
    ("a first page of its own", "<w:titlePg/>", "", [("眉", "页眉"), ("首页眉", "首页页眉"), ("脚", "页脚")]),
    ("even pages of their own", "", "<w:evenAndOddHeaders/>", [("眉", "页眉"), ("偶眉", "偶数页页眉"), ("脚", "页脚")]),
]


@pytest.mark.parametrize(("title", "settings", "expected"), [case[1:] for case in SHOWN], ids=[c[0] for c in SHOWN])
def test_headers_and_footers_that_are_shown(title, settings, expected):
    parts = MARGINS | {"settings.xml": settings}
    found = places(read_word(source(para("甲"), parts, SECTION + title)))
    assert [(text, story) for text, story, _ in found[1:]] == expected


def test_a_header_is_read_once_and_a_later_one_names_its_section():
    first = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = para("甲", first) + para("乙", first)
    found = places(read_word(source(body, MARGINS, '<w:headerReference w:type="default" r:id="header2"/>')))
    assert [(text, story) for text, story, _ in found[2:]] == [("眉", "页眉"), ("首页眉", "第3节页眉")]


def test_a_text_box_in_a_header():
    parts = {"header1.xml": para(text_box(para("盒")))}
    found = places(read_word(source(para("甲"), parts, '<w:headerReference w:type="default" r:id="header1"/>')))
    assert found[1:] == [("", "页眉", ""), ("盒", "页眉文本框", "")]


def test_every_story_keeps_to_its_lines():
    document = read_word(source(para("甲") + table(row("乙", "丙")), MARGINS, SECTION))
    assert document.text == "甲\n乙\t丙\n眉\n脚"
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
