"""Where each text is said to stand: paragraph, table and row, story; and the notes, headers and footers themselves."""

from __future__ import annotations

import pytest
from wordfiles import cell, para, row, run, source, table, text_box

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
