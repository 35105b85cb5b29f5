"""Text files come back in their encoding, with their byte order mark and line ends."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.errors import ReadError
from reportlint.fix import edits
from reportlint.fix.text_file import rewritten
from reportlint.readers import read_source
from reportlint.source import Source

OLD = "青岚区教育局报告\r\n我局 2025 年办结案件 32 件,同比增长。。\r\n\r\n署名\n末行\r没有行尾"
NEW = "青岚区教育局报告\r\n我局2025年办结案件32件，同比增长。\r\n\r\n署名\n末行\r没有行尾"
ENCODINGS = [
    ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-le", b""),
]  # fmt: skip


def fix(data):
    source = Source("稿.txt", data)
    document = read_source(source)
    return rewritten(source, document.encoding, edits(document))


@pytest.mark.parametrize(
    ("encoding", "mark"), ENCODINGS, ids=[f"{name}{'+bom' if mark else ''}" for name, mark in ENCODINGS]
)
def test_encoding_mark_and_line_ends_stay(encoding, mark):
    new = fix(mark + OLD.encode(encoding))
    assert new == mark + NEW.encode(encoding)
    assert fix(new) == new


def test_nothing_to_change_gives_the_same_bytes_whatever_they_are():
    mixed = "第一行正文\r\n".encode() + "第二行也是正文\n".encode("gb18030")
    assert fix(mixed) == mixed


SPOILT = [
    "第一行正文，如下\r\n".encode() + "第二行,也是正文\n".encode("gb18030"),
    "费用,共100".encode("gb18030") + b"\x80" + "元的正文内容".encode("gb18030"),
]


TRADITIONAL = "全年辦理案件並對外公布結果,我們的工作報告如下。這是第".encode("big5hkscs")
SPOILT.append(
    TRADITIONAL + b"\xa2\xcc" + "次".encode("big5hkscs")
)  # a second code of 十, which would come back as the first


@pytest.mark.parametrize(
    "data", SPOILT, ids=["two encodings", "a euro sign of code page 936", "two codes of one character"]
)
def test_what_would_not_come_back_is_refused(data):
    with pytest.raises(ReadError) as caught:
        fix(data)
    assert (
        str(caught.value) == "稿.txt：文件里混有不同的编码或坏字节，写回去保证不了原样；请先用记事本另存为 UTF-8 再修"
    )


@given(
    st.lists(
        st.tuples(st.text("甲乙法治政府报告,，。 12", min_size=1, max_size=8), st.sampled_from(["\n", "\r\n", "\r"])),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(ENCODINGS),
)
def test_line_ends_come_through(lines, encoding):
    name, mark = encoding
    text = "法治政府建设工作报告的正文" + "".join(line + end for line, end in lines)
    data = fix(mark + text.encode(name))
    assert data.startswith(mark)
    back = data[len(mark) :].decode(name)
    ends = [char for char in text if char in "\r\n"]
    assert [char for char in back if char in "\r\n"] == ends


def test_big5_comes_back_as_big5():
    assert fix(TRADITIONAL) == TRADITIONAL.replace(b",", "，".encode("big5hkscs"))
