"""python-docx opens what the reader opens, and what it saves says the same."""

from __future__ import annotations

import io
import zipfile

import pytest
from test_ooxml_bad_files import CONTENTS, DAMAGED, KINDS, LOCKED, in_each_record, with_part
from test_ooxml_packages import MAIN, PACKAGES, TEXT, package
from wordfiles import files, para, run, zipped

from reportlint.errors import ReadError
from reportlint.readers.ooxml import Limits, read_word
from reportlint.readers.ooxml.repair import open_for_writing
from reportlint.source import Source


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as stream:
        return stream.read(name).decode()


@pytest.mark.parametrize("content", [case[1] for case in PACKAGES], ids=[case[0] for case in PACKAGES])
def test_opened_changed_and_saved_it_says_the_same(content):
    document = open_for_writing(Source("稿.docx", zipped(content)))
    document.add_comment(document.paragraphs[0].runs, "请核对", "甲", "乙")
    assert document.styles is not None
    again = read_word(Source("稿.docx", saved(document)))
    assert (again.text, again.blocks[0].level, again.blocks[1].label) == (TEXT, 1, 2)
    assert [notice.kind for notice in again.notices] == ["comment"]


TYPES = [
    MAIN,
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
]


@pytest.mark.parametrize("kind", TYPES)
def test_macros_and_templates_stay_what_they_are(kind):
    content = package()
    content["[Content_Types].xml"] = content["[Content_Types].xml"].decode().replace(MAIN, kind).encode()
    types = part(saved(open_for_writing(Source("稿.docm", zipped(content)))), "[Content_Types].xml")
    assert f'PartName="/word/document.xml" ContentType="{kind}"' in types


def test_an_unsafe_type_becomes_a_plain_document():
    content = package()
    content["[Content_Types].xml"] = content["[Content_Types].xml"].decode().replace(MAIN, "text/html").encode()
    assert MAIN in part(saved(open_for_writing(Source("稿.docx", zipped(content)))), "[Content_Types].xml")


def test_missing_styles_are_made():
    content = {name: data for name, data in package().items() if name != "word/styles.xml"}
    document = open_for_writing(Source("稿.docx", zipped(content)))
    assert document.styles["Normal"].name == "Normal"
    assert read_word(Source("稿.docx", saved(document))).text == TEXT


def test_dangling_pictures_and_links_stay_as_addresses():
    content = dict(PACKAGES)["dangling relationships"]
    rels = part(saved(open_for_writing(Source("稿.docx", zipped(content)))), "word/_rels/document.xml.rels")
    assert 'Target="NULL" TargetMode="External"' in rels
    assert 'Target="#_Toc1" TargetMode="External"' in rels
    assert "passwd" not in rels


def test_strict_becomes_transitional_throughout():
    content = dict(PACKAGES)["strict"]
    content["word/document.xml"] = content["word/document.xml"].replace(
        b"<w:document ", b'<w:document w:conformance="strict" '
    )
    data = saved(open_for_writing(Source("稿.docx", zipped(content))))
    assert all(
        "purl.oclc.org" not in part(data, name) and "conformance" not in part(data, name)
        for name in ("word/document.xml", "word/styles.xml", "_rels/.rels")
    )


def test_strict_in_utf_16():
    content = dict(PACKAGES)["strict"]
    content["word/styles.xml"] = content["word/styles.xml"].decode().encode("utf-16")
    data = saved(open_for_writing(Source("稿.docx", zipped(content))))
    assert "purl.oclc.org" not in part(data, "word/styles.xml")


def test_other_parts_come_through_byte_for_byte():
    content = files(para(run("甲") + '<w:r><w:drawing r:id="p"/></w:r>'))
    rels = content["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="p" Type="x/image" Target="media/a%20b.PNG"/></Relationships>'
    )
    content |= {"word/_rels/document.xml.rels": rels, "word/media/a b.png": b"\x89PNG picture"}
    with zipfile.ZipFile(io.BytesIO(saved(open_for_writing(Source("稿.docx", zipped(content)))))) as stream:
        assert stream.read("word/media/a b.png") == b"\x89PNG picture"


def test_a_wrong_checksum_loses_nothing():
    theme = "<a:theme xmlns:a='urn:a'/>"
    content = {**package(), "word/theme/theme1.xml": theme.encode()}
    content["word/_rels/document.xml.rels"] = content["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="t" Type="x/theme" Target="theme/theme1.xml"/></Relationships>'
    )
    data = bytearray(zipped(content))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as stream:
        crc = stream.getinfo("word/theme/theme1.xml").CRC.to_bytes(4, "little")
    data = bytes(data).replace(crc, b"\x00\x00\x00\x01")
    assert part(saved(open_for_writing(Source("稿.docx", data))), "word/theme/theme1.xml") == theme


def test_a_comment_of_the_xml_does_not_cut_a_text():
    content = files("<w:p><w:r><w:t>甲<!-- 注 -->乙</w:t></w:r></w:p>")
    assert open_for_writing(Source("稿.docx", zipped(content))).paragraphs[0].text == "甲乙"


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_what_is_no_word_document_is_refused_with_the_same_words(data, expected):
    with pytest.raises(ReadError) as caught:
        open_for_writing(Source("稿.docx", data))
    assert caught.value.reason == expected


BROKEN = [case for case in CONTENTS if case[0] not in ("no paragraphs", "only pictures")]


@pytest.mark.parametrize("data", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_broken_content_is_refused(data):
    with pytest.raises(ReadError):
        open_for_writing(Source("稿.docx", data))


def test_everything_together_is_bounded():
    content = zipped({**files(para("正文")), "word/media/image1.png": bytes(40_000_000)})
    for limits in (Limits(), Limits(ratio_bytes=10**9, package_bytes=1_000_000)):
        with pytest.raises(ReadError, match="文件内容大得不正常"):
            open_for_writing(Source("稿.docx", content), limits)


def test_encrypted_and_cut_entries():
    with pytest.raises(ReadError) as caught:
        open_for_writing(Source("稿.docx", in_each_record(zipped(files(para("正文"))), 0, 1)))
    assert caught.value.reason == LOCKED
    data = with_part(b"<w:styles/>" * 200, "word/media/x.bin")
    at = data.find(b"word/media/x.bin") + len("word/media/x.bin")
    with pytest.raises(ReadError) as caught:
        open_for_writing(Source("稿.docx", data[:at] + b"\xff" * 8 + data[at + 8 :]))
    assert caught.value.reason == DAMAGED
