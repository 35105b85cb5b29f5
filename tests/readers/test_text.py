"""Plain text in every encoding and line end that drafts come in; places always lead back to the file's own text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Span
from reportlint.errors import ReadError
from reportlint.examples import as_document
from reportlint.folding import fold
from reportlint.readers import read, read_source
from reportlint.readers.text import decode, read_text
from reportlint.source import Source

TEXT = "青岚区教育局2025年法治政府建设情况报告\n2025年，我局认真履职，“放管服”改革成效明显。\n一、主要工作\n办理事项12件。\n"
TRADITIONAL = "青嵐區教育局2025年法治政府建設情況報告\n本局認真履行職責，辦理事項12件，檢查場所30家。\n"
ENCODED = [
    ("utf-8", TEXT.encode()),
    ("utf-8-sig", codecs.BOM_UTF8 + TEXT.encode()),
    ("gb18030", TEXT.encode("gb18030")),
    ("utf-16-le", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")),
    ("utf-16-be", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")),
    ("utf-32-le", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le")),
    ("utf-32-be", codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be")),
    ("utf-32-le", TEXT.encode("utf-32-le")),
    ("utf-32-be", TEXT.encode("utf-32-be")),
    ("utf-16-le", TEXT.encode("utf-16-le")),
    ("utf-16-be", TEXT.encode("utf-16-be")),
]


@pytest.mark.parametrize(("name", "data"), ENCODED, ids=[f"{n}-{i}" for i, (n, _) in enumerate(ENCODED)])
def test_encodings(name, data):
    assert decode(Source("稿.txt", data)) == (TEXT, name)


def test_big5():
    assert decode(Source("稿.txt", TRADITIONAL.encode("big5"))) == (TRADITIONAL, "big5hkscs")


@pytest.mark.parametrize(
    "words", ["第一责任人职责", "认真履行职责，狠抓落实。", "完成xx%", "共办理12件，罚没款3万元。", "一、主要工作"]
)
def test_short_gb18030_texts_are_not_taken_for_anything_else(words):
    assert decode(Source("稿.txt", words.encode("gb18030")))[0] == words


def test_a_file_pasted_from_two_encodings():
    data = "一、主要工作\n".encode() + "二、存在的问题\n".encode("gb18030") + "三、下一步打算\n".encode()
    assert decode(Source("稿.txt", data)) == ("一、主要工作\n二、存在的问题\n三、下一步打算\n", "mixed")


def test_the_euro_sign_of_code_page_936():
    assert (
        decode(Source("稿.txt", "投资".encode("gb18030") + b"\x80" + "三百万，成效明显".encode("gb18030")))[0]
        == "投资€三百万，成效明显"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends(end):
    document = read_source(Source("稿.txt", "甲\n乙\x0b丙\x85丁\u2028戊\n己".replace("\n", end).encode()))
    assert document.source == "甲\n乙\x0b丙\x85丁\u2028戊\n己"
    assert document.position(document.source.index("己")) == (3, 1)


WIDTHS = [
    ("第一\u200b责任人", "第一责任人", (1, 1), (1, 7)),
    ("\u3000\u3000第一责任人", "第一责任人", (1, 3), (1, 8)),
    ("存在\u00a0的问题", "存在 的问题", (1, 1), (1, 7)),
    ("ＸＸ％", "XX％", (1, 1), (1, 4)),
    ("２０２５年", "2025年", (1, 1), (1, 6)),
    ("\u2f00\u2f42件", "一文件", (1, 1), (1, 4)),
]


@pytest.mark.parametrize(("written", "matched", "start", "end"), WIDTHS)
def test_folded_text_leads_back_to_what_was_written(written, matched, start, end):
    document = as_document(written)
    at = document.text.index(matched)
    span = document.source_span(Span(at, at + len(matched)))
    assert (document.position(span.start), document.position(span.end)) == (start, end)


@given(st.text(alphabet="第一责\u200b\u200d\u3000\u00a0ＡＢ１２\ufe0f\n件x", max_size=30), st.data())
def test_every_span_leads_back_to_its_characters(text, data):
    document = as_document(text)
    assert len(document.text) + len(document.removed) == len(document.source)
    if document.text:
        start = data.draw(st.integers(0, len(document.text) - 1))
        end = data.draw(st.integers(start + 1, len(document.text)))
        span = document.source_span(Span(start, end))
        written = document.source[span.start : span.end]
        assert fold(as_document(written)).text == document.text[start:end]


REFUSED = [
    ("空.txt", b"", "文件是空的，没有内容可查；请核对是不是存错了文件"),
    ("空白.txt", " \r\n\u3000\n".encode(), "文件是空的，没有内容可查；请核对是不是存错了文件"),
    (
        "表.xlsx",
        b"PK",
        "不支持这种文件（.xlsx）；能检查的是 .docm .docx .dotm .dotx .markdown .md .txt，请另存为其中一种",
    ),
    (
        "旧.doc",
        b"\xd0\xcf",
        "不直接支持 .doc 格式；请用 Word 或 WPS 另存为 .docx 后再检查（装有 LibreOffice 的可加 --convert）",
    ),
    (
        "无后缀",
        "文".encode(),
        "不支持这种文件（没有扩展名）；能检查的是 .docm .docx .dotm .dotx .markdown .md .txt，请另存为其中一种",
    ),
]


@pytest.mark.parametrize(("path", "data", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_refused_and_why(path, data, reason):
    with pytest.raises(ReadError) as caught:
        read_source(Source(path, data))
    assert caught.value.reason == reason


def test_missing_files_and_folders(tmp_path):
    with pytest.raises(ReadError, match="找不到这个文件，请核对路径和文件名"):
        read(str(tmp_path / "没有.txt"))
    with pytest.raises(ReadError, match="这是一个目录，里面没有能检查的文件"):
        read(str(tmp_path))


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_raise_anything_but_its_own_error(data):
    try:
        document = read_source(Source("稿.txt", data))
    except ReadError as refused:
        reason = refused.reason
    else:
        reason = document.source.strip("\ufeff \t\n\u3000")
    assert reason


@given(st.text(min_size=1, max_size=60))
def test_utf8_text_is_read_as_it_is(text):
    data = text.encode("utf-8", "surrogatepass")
    try:
        document = read_source(Source("稿.txt", data))
    except ReadError:
        return
    if (
        any("\u4e00" <= char <= "\u9fff" for char in text)
        and "\x00" not in text
        and "\ufeff" not in text
        and not any("\ud800" <= char <= "\udfff" for char in text)
    ):
        assert document.source == text.replace("\r\n", "\n").replace("\r", "\n")


def test_markdown_under_another_name():
    text = "# 报告\n## 一、主要工作\n正文。\n## 二、存在的不足\n正文。"
    document = read_text(Source("稿.txt", text.encode()))
    assert [(document.text[block.start : block.end], block.level) for block in document.blocks if block.level] == [
        ("报告", 1), ("一、主要工作", 2), ("二、存在的不足", 2),
    ]  # fmt: skip
