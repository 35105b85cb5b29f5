"""Packages as other programs write them: other kinds, other names, other encodings, parts that are not there."""

from __future__ import annotations

import pytest
from wordfiles import R, files, levels, numbered, numbering, para, relationships, row, styled, table, zipped

from reportlint.readers import read_source
from reportlint.readers.ooxml import read_word
from reportlint.source import Source

HEADING = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>'
PARTS = {"styles.xml": HEADING, "numbering.xml": numbering({0: levels(("chineseCounting", "%1、"))}, {1: (0, "")})}
BODY = styled("2", "工作情况") + numbered("主要举措", 1) + table(row("件数"))
TEXT = "工作情况\n一、主要举措\n件数"
STRICT = "http://purl.oclc.org/ooxml/"
TRANSITIONAL = "http://schemas.openxmlformats.org/"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def package():
    return files(BODY, PARTS)


def strict(content):
    """ISO/IEC 29500 Strict, as Word's own "Strict Open XML Document" names things."""
    changed = {}
    for name, data in content.items():
        text = data.decode()
        for kind in ("officeDocument", "wordprocessingml"):
            text = text.replace(f"{TRANSITIONAL}{kind}/2006/", f"{STRICT}{kind}/")
        changed[name] = text.encode()
    return changed


def renamed(content, names):
    return {names.get(name, name): data for name, data in content.items()}


def elsewhere(content):
    """The main part under another name, by an absolute target, in another folder's relationships."""
    moved = renamed(
        content,
        {"word/document.xml": "word/document2.xml", "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels"},
    )
    return {**moved, "_rels/.rels": relationships({"rId1": ("officeDocument", "/word/document2.xml")}).encode()}


def dangling(content):
    rels = {
        "styles": ("styles", "styles.xml"), "numbering": ("numbering", "numbering.xml"), "a": ("image", "NULL"),
        "b": ("hyperlink", "#_Toc1"), "c": ("header", "header9.xml"), "d": ("customXml", "../../../etc/passwd"),
        "e": ("footnotes", "../docProps/Thumbnail.jpeg"),
    }  # fmt: skip
    section = '<w:sectPr><w:headerReference w:type="default" r:id="c"/></w:sectPr></w:body>'
    document = content["word/document.xml"].decode().replace("</w:body>", section).encode()
    return {**content, "word/_rels/document.xml.rels": relationships(rels).encode(), "word/document.xml": document}


def encoded(content, encoding):
    document = content["word/document.xml"].decode().replace("UTF-8", encoding)
    return {**content, "word/document.xml": document.encode(encoding)}


def prefixed(content):
    """Another prefix for the same namespace."""
    document = content["word/document.xml"].decode()
    document = (
        document.replace("xmlns:w=", "xmlns:ns0=")
        .replace("<w:", "<ns0:")
        .replace("</w:", "</ns0:")
        .replace(" w:", " ns0:")
    )
    return {**content, "word/document.xml": document.encode()}


def external(content):
    rels = content["word/_rels/document.xml.rels"].decode()
    link = f'<Relationship Id="x" Type="{R}/attachedTemplate" Target="http://192.0.2.1/t.dotm" TargetMode="External"/>'
    return {
        **content,
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", link + "</Relationships>").encode(),
    }


PACKAGES = [
    ("as Word writes it", package()),
    ("strict", strict(package())),
    (
        "parts in other case",
        renamed(package(), {"word/styles.xml": "word/Styles.xml", "word/numbering.xml": "Word/NUMBERING.XML"}),
    ),
    ("main part in other case", renamed(package(), {"word/document.xml": "word/Document.xml"})),
    ("backslashes", renamed(package(), {"word/styles.xml": "word\\styles.xml"})),
    ("main part elsewhere", elsewhere(package())),
    ("dangling relationships", dangling(package())),
    ("external relationships", external(package())),
    ("UTF-16", encoded(package(), "UTF-16")),
    ("GB18030", encoded(package(), "GB18030")),
    ("another prefix", prefixed(package())),
    ("no content types", {name: data for name, data in package().items() if name != "[Content_Types].xml"}),
    ("no package relationships", {name: data for name, data in package().items() if name != "_rels/.rels"}),
    ("a broken theme that nobody reads", {**package(), "word/theme/theme1.xml": b"<a:theme"}),
]


@pytest.mark.parametrize("content", [case[1] for case in PACKAGES], ids=[case[0] for case in PACKAGES])
def test_the_same_text_and_structure(content):
    document = read_word(Source("稿.docx", zipped(content)))
    assert document.text == TEXT
    assert [(block.level, block.label, block.kind) for block in document.blocks] == [
        (1, 0, "paragraph"),
        (0, 2, "paragraph"),
        (0, 0, "row"),
    ]


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm", ".DOCX"])
@pytest.mark.parametrize("kind", ["document", "template"])
def test_every_suffix_and_content_type(suffix, kind):
    content = package()
    types = (
        content["[Content_Types].xml"]
        .decode()
        .replace(MAIN, f"application/vnd.ms-word.{kind}.macroEnabledTemplate.main+xml")
    )
    document = read_source(Source(f"稿{suffix}", zipped({**content, "[Content_Types].xml": types.encode()})))
    assert document.text == TEXT


def test_standard_input_is_told_by_its_bytes():
    assert read_source(Source("-", zipped(package()))).text == TEXT


@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml"])
def test_a_part_that_is_missing_is_done_without(name):
    document = read_word(Source("稿.docx", zipped({key: data for key, data in package().items() if key != name})))
    expected = TEXT if name == "word/styles.xml" else TEXT.replace("一、", "")
    assert document.text == expected


def test_relationships_that_are_missing_are_done_without():
    content = {key: data for key, data in package().items() if "document.xml.rels" not in key}
    assert read_word(Source("稿.docx", zipped(content))).text == TEXT.replace("一、", "")


def test_files_of_one_template_share_their_styles_and_others_do_not():
    other = HEADING.replace("heading 1", "heading 2")
    found = [
        read_word(Source("稿.docx", zipped(files(BODY, {**PARTS, "styles.xml": part}))))
        for part in (HEADING, other, HEADING)
    ]
    assert [document.blocks[0].level for document in found] == [1, 2, 1]


def test_comments_and_instructions_of_the_xml_are_no_text():
    body = "<w:p><!-- 注 --><w:r><w:t>甲<!-- 注 -->乙</w:t></w:r><?mso x?></w:p>"
    assert read_word(Source("稿.docx", zipped(files(body)))).text == "甲乙"


def test_character_references_are_characters():
    assert read_word(Source("稿.docx", zipped(files(para("&#x4E00;、甲&amp;乙"))))).text == "一、甲&乙"
