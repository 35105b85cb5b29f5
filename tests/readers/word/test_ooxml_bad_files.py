"""Files that are no Word documents, broken ones and hostile ones: one Chinese sentence each, never a traceback."""

from __future__ import annotations

import io
import os
import struct
import zipfile

import pytest
from wordfiles import NAMESPACES, files, para, run, source, zipped

from reportlint.errors import ReadError
from reportlint.readers import read, read_source
from reportlint.readers.ooxml import Limits, read_word
from reportlint.source import Source

SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
DAMAGED = "文件已损坏或没有传完整，打不开；请用 Word 或 WPS 打开修复、另存后再检查"
EMPTY = "文件是空的，没有内容可查；请核对是不是存错了文件"
NO_TEXT = "文档里没有文字；内容若是图片或扫描件，请用文字稿检查"
UNKNOWN = "不是 Word 文档（.docx），也认不出是什么文件；请用 Word 或 WPS 打开核对后另存为 .docx"
NO_WORD = "压缩包里没有 Word 正文，不是 Word 文档；请用 Word 或 WPS 打开核对后另存为 .docx"
LOCK = "这是 Word 打开文档时留下的临时锁文件（~$ 开头），不是文档本身；请检查不带 ~$ 的那个文件"
TOO_BIG = "文件内容大得不正常（解压后的文字部件超过 {} MB，或压缩得异常小），没有检查；请另存为新文档后再试"
DOCTYPE = "文件里有 DOCTYPE 声明，正常的 Word 文档没有，为安全起见没有检查；请用 Word 或 WPS 打开后另存为新文档再检查"
COMPLEX = "文档太大或嵌套太深，没有检查；请拆成几个文档，或另存为新文档后再试"
SQUEEZED = "文件已损坏：部件 {} 解压不了；请用 Word 或 WPS 打开修复、另存后再检查"
LOCKED = "文件加了密，无法读取；请取消密码后另存再检查"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
GOOD = zipped(files(para("正文")))


def ole(stream):
    return OLE + stream.encode("utf-16-le") + b"\x00" * 512


def archive(*names):
    return zipped(dict.fromkeys(names, b"<x/>"))


def broken(line="", part="word/document.xml"):
    return f"文件已损坏：部件 {part} {line}不是完整的 XML；请用 Word 或 WPS 打开修复、另存后再检查"


KINDS = [
    ("empty", b"", EMPTY),
    ("zeros", b"\x00" * 4096, EMPTY),
    ("garbage", bytes(range(128, 256)) * 8 + b"\x00", UNKNOWN),
    ("truncated in its directory", GOOD[:-30], DAMAGED),
    ("truncated early", GOOD[:200], DAMAGED),
    ("four bytes", GOOD[:4], DAMAGED),
    ("Word 97", ole("WordDocument"), f"这是旧版 Word（.doc）或 WPS（.wps）文档，不能直接检查；{SAVE_AS}"),
    ("password", ole("EncryptedPackage"), "文档设置了打开密码，无法读取；请取消密码后另存再检查"),
    ("Excel 97", ole("Workbook"), "这是旧版 Excel 表格，不是 Word 文档；请提供 Word 文档或文本"),
    ("PowerPoint 97", ole("PowerPoint Document"), "这是旧版演示文稿，不是 Word 文档；请提供 Word 文档或文本"),
    ("another OLE file", ole("x"), f"这是旧版 Office 文件，不能直接检查；{SAVE_AS}"),
    ("RTF", b"{\\rtf1\\ansi x}", f"这是 RTF 文件，不能直接检查；{SAVE_AS}"),
    ("PDF", b"%PDF-1.7\n", "这是 PDF 文件，不能直接检查；请用原来的 Word 文档，或转成 .docx 后再检查"),
    ("HTML", b"\xef\xbb\xbf<!DOCTYPE html><html>", f"这是网页文件（HTML），不是 Word 文档；{SAVE_AS}"),
    ("XML", b"<?xml version='1.0'?><pkg:package/>", f"这是 XML 文件（可能是 Word 的 XML 格式），不是 .docx；{SAVE_AS}"),
    ("text", "青岚区教育局2025年法治政府建设情况报告".encode(), "这是纯文本，只是扩展名写成了 Word 的；请把扩展名改为 .txt 后再检查"),
    ("GBK text", "青岚区教育局报告".encode("gb18030"), "这是纯文本，只是扩展名写成了 Word 的；请把扩展名改为 .txt 后再检查"),
    ("PNG", b"\x89PNG\r\n\x1a\n", "这是图片，不是文档；请提供 Word 文档，或识别成文字后再检查"),
    ("JPEG", b"\xff\xd8\xff\xe0", "这是图片，不是文档；请提供 Word 文档，或识别成文字后再检查"),
    ("RAR", b"Rar!\x1a\x07", "这是压缩包，不是文档；请解压后检查里面的文档"),
    ("zip of documents", archive("报告.docx", "a.docx"), "这是压缩包，不是文档；请解压后检查里面的文档"),
    ("another zip", archive("a/b.bin"), NO_WORD),
    ("zip of nothing", zipped({}), NO_WORD),
    ("Excel", archive("[Content_Types].xml", "xl/workbook.xml"), "这是 Excel 表格，不是 Word 文档；请把要检查的内容另存为 .docx"),
    ("PowerPoint", archive("ppt/presentation.xml"), "这是演示文稿，不是 Word 文档；请把要检查的内容另存为 .docx"),
    ("ODT", archive("mimetype", "content.xml"), f"这是 ODT 开放文档，不能直接检查；{SAVE_AS}"),
    ("OFD", archive("OFD.xml"), "这是 OFD 版式文件，不能直接检查；请用原来的 Word 文档"),
    ("Word's lock file", b"\x06abcdef".ljust(54, b" ") + b"\x06\x00" + "abcdef".encode("utf-16-le").ljust(106, b"\x00"), LOCK),
    ("WPS's lock file", b"\x03abc".ljust(54, b"\x00"), LOCK),
]  # fmt: skip


def reason(data, **limits):
    with pytest.raises(ReadError) as caught:
        read_word(Source("稿.docx", data), Limits(**limits))
    assert str(caught.value) == f"稿.docx：{caught.value.reason}"
    return caught.value.reason


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_what_is_no_word_document(data, expected):
    assert reason(data) == expected


def test_a_part_of_too_many_tags_and_attributes_is_refused_before_it_is_parsed():
    data = source(para("甲") + '<w:p a="" b="" c=""/>' * 200).data
    bounds = {"nodes_bytes": 1_000, "nodes": 800}
    assert reason(data, **bounds) == "文档太大或嵌套太深，没有检查；请拆成几个文档，或另存为新文档后再试"
    assert read_word(Source("稿.docx", data), Limits(nodes_bytes=1_000, nodes=1_000)).text.startswith("甲")


RENAMED = [case for case in KINDS if case[0] in ("Word 97", "password", "RTF", "PDF", "PNG", "Excel", "ODT")]


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in RENAMED], ids=[case[0] for case in RENAMED])
def test_a_text_file_that_is_none_says_the_same(data, expected):
    with pytest.raises(ReadError) as caught:
        read_source(Source("稿.txt", data))
    assert caught.value.reason == expected


def test_a_word_file_named_as_text():
    with pytest.raises(ReadError) as caught:
        read_source(Source("稿.txt", GOOD))
    assert caught.value.reason == "这是 Word 文档（.docx），只是扩展名写成了别的；请把扩展名改为 .docx 后再检查"


def test_a_directory_and_a_pipe_are_not_opened(tmp_path):
    folder, pipe = tmp_path / "夹.docx", tmp_path / "管.docx"
    folder.mkdir()
    os.mkfifo(pipe)
    for path, expected in (
        (folder, "这是一个目录，里面没有能检查的文件（.docx .txt .md）"),
        (pipe, "不是普通文件（管道、设备等），没有读取；请另存为普通文件后再检查"),
    ):
        with pytest.raises(ReadError) as caught:
            read(str(path))
        assert caught.value.reason == expected


def with_part(data, name="word/document.xml"):
    return zipped({**files(para("正文"), {"styles.xml": ""}), name: data})


def document(body):
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


def doctype(declarations, body="<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"):
    return b"<!DOCTYPE w:document [" + declarations + b"]>" + document(body)


LAUGHS = (
    b'<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
    + b'<!ENTITY x "&k;">'
)
CONTENTS = [
    ("no body", with_part(f"<w:document {NAMESPACES}/>".encode()), NO_TEXT),
    ("no paragraphs", with_part(document("")), NO_TEXT),
    ("only pictures", with_part(document("<w:p><w:r><w:drawing/></w:r></w:p>" * 3)), NO_TEXT),
    ("another root", with_part(b"<x/>"), NO_TEXT),
    ("control character", with_part(document("\n<w:p><w:r><w:t>\x01</w:t></w:r></w:p>")), broken("第 2 行")),
    ("unclosed element", with_part(document("\n\n<w:p>")), broken("第 3 行")),
    ("cut off", with_part(document(para("甲"))[:-20]), broken("第 1 行")),
    ("no XML", with_part(b"hello"), broken("第 1 行")),
    ("wrong encoding", with_part("<a>甲</a>".encode("gb18030")), broken("第 1 行")),
    ("broken styles", with_part(b"<w:styles", "word/styles.xml"), broken("第 1 行", "word/styles.xml")),
    ("empty main part", with_part(b""), NO_TEXT),
    ("billion laughs", with_part(doctype(LAUGHS)), DOCTYPE),
    ("external entity", with_part(doctype(b'<!ENTITY x SYSTEM "file:///etc/passwd">')), DOCTYPE),
    ("external DTD", with_part(b'<!DOCTYPE w SYSTEM "http://192.0.2.1/x.dtd">' + document(para("甲"))), DOCTYPE),
    ("DOCTYPE in UTF-16", with_part(doctype(b"").decode().encode("utf-16")), DOCTYPE),
    ("DOCTYPE in the styles", with_part(b"<!DOCTYPE x []><x/>", "word/styles.xml"), DOCTYPE),
    ("text of 11 MB", with_part(document(para("".join(map(str, range(1_600_000)))))), COMPLEX),
    ("deeper than 256", with_part(document("<w:ins>" * 300 + para("甲") + "</w:ins>" * 300)), COMPLEX),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in CONTENTS], ids=[case[0] for case in CONTENTS])
def test_broken_and_hostile_content(data, expected):
    assert reason(data) == expected


def test_an_empty_styles_part_is_done_without():
    assert read_word(Source("稿.docx", with_part(b"", "word/styles.xml"))).text == "正文"


def nested(depth, opening, closing, inside="甲"):
    return document(f"<w:p>{opening * depth}{run(inside)}{closing * depth}</w:p>")


DEEP = [
    ("insertions", nested(240, "<w:ins>", "</w:ins>")),
    ("content controls", nested(120, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")),
    ("runs", nested(240, "<w:r>", "</w:r>")),
    ("choices", nested(120, "<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>")),
    ("fields", nested(240, '<w:fldSimple w:instr=" REF x ">', "</w:fldSimple>")),
    ("paragraphs", document("<w:p>" * 240 + run("甲") + "</w:p>" * 240)),
    ("text boxes", document(para("<w:r><w:txbxContent><w:p>" * 80 + run("甲") + "</w:p></w:txbxContent></w:r>" * 80))),
    ("tables", document("<w:tbl><w:tr><w:tc>" * 80 + para("甲") + "</w:tc></w:tr></w:tbl>" * 80)),
    ("blocks", document("<w:customXml>" * 240 + para("甲") + "</w:customXml>" * 240)),
    ("unclosed fields", document(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5000 + run("甲")))),
]  # fmt: skip


@pytest.mark.parametrize("data", [case[1] for case in DEEP], ids=[case[0] for case in DEEP])
def test_nesting_up_to_the_limit_of_the_parser_is_read(data):
    assert read_word(Source("稿.docx", with_part(data))).text.strip() == "甲"


def test_sizes_are_bounded_before_and_while_inflating():
    big = with_part(document(para("甲") + " " * 3_000_000))
    assert reason(big, part_bytes=2 * 1024 * 1024) == TOO_BIG.format(2)
    forged = big.replace(struct.pack("<L", len(document(para("甲") + " " * 3_000_000))), struct.pack("<L", 500))
    assert forged != big
    assert reason(forged, part_bytes=2 * 1024 * 1024) in (TOO_BIG.format(2), SQUEEZED.format("word/document.xml"))
    assert reason(big, ratio_bytes=1_000_000) == TOO_BIG.format(32)
    assert reason(big, total_bytes=1_000_000).startswith("文件内容大得不正常")


def test_media_is_never_read():
    content = zipped({**files(para("正文")), "word/media/image1.png": bytes(40_000_000)})
    assert read_word(Source("稿.docx", content), Limits(part_bytes=100_000, ratio_bytes=100_000)).text == "正文"


def test_too_many_entries_are_refused_by_the_directory():
    content = zipped({**files(para("正文")), **{f"x/{number}": b"" for number in range(100_000)}})
    assert reason(content) == "文件内部的部件超过 5000 个，不像正常文档，没有检查；请另存为新文档后再试"


def test_as_many_entries_as_allowed_are_read():
    content = zipped({**files(para("正文")), **{f"x/{number}": b"" for number in range(16)}})
    assert read_word(Source("稿.docx", content), Limits(entries=20)).text == "正文"
    assert reason(content, entries=19).startswith("文件内部的部件超过 19 个")


def test_too_many_paragraphs_are_refused():
    assert reason(source(para("甲") * 300).data, paragraphs=200) == COMPLEX


def in_each_record(data, offset, value):
    """Set a byte behind the flags of every entry, in the local headers and in the directory."""
    changed = bytearray(data)
    for record, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(record)
        while at >= 0:
            changed[at + flags + offset] = value
            at = data.find(record, at + 1)
    return bytes(changed)


def test_encrypted_entries_and_unknown_compression():
    assert reason(in_each_record(GOOD, 0, 1)) == LOCKED
    assert reason(in_each_record(GOOD, 2, 99)) == SQUEEZED.format("_rels/.rels")


def test_a_wrong_checksum():
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as stream:
        for name, data in files(para("正文")).items():
            stream.writestr(name, data)
    data = plain.getvalue()
    assert reason(data.replace("正文".encode(), "止文".encode())) == SQUEEZED.format("word/document.xml")


def test_names_that_lead_out_of_the_package_lead_nowhere():
    content = files(para("正文"))
    rels = content["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="x" Type="a/styles" Target="../../../../etc/passwd"/></Relationships>'
    )
    data = zipped({**content, "word/_rels/document.xml.rels": rels, "../../etc/passwd": b"x"})
    assert read_word(Source("稿.docx", data)).text == "正文"
