"""A damaged part beside the body: the body is checked, and the part that could not be is told as a failure (exit code 2)."""

from __future__ import annotations

import io
import zipfile

import pytest
from click.testing import CliRunner
from wordfiles import files, para, run, zipped

from reportlint.cli import cli
from reportlint.errors import ReadError
from reportlint.readers.ooxml import Limits, read_word
from reportlint.source import Source

MENDING = "请用 Word 或 WPS 打开修复、另存后再检查"
DRAFT = "青岚区教育局2025年法治政府建设情况报告"
BODY = (
    para(DRAFT)
    + para(run("全年培训xx场次") + '<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>')
)  # fmt: skip
SECTION = (
    '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="even" r:id="header2"/>'
    '<w:footerReference w:type="default" r:id="footer1"/>'
)
PARTS = {
    "footnotes.xml": f'<w:footnote w:id="1">{para("脚注文字")}</w:footnote>',
    "endnotes.xml": f'<w:endnote w:id="1">{para("尾注文字")}</w:endnote>',
    "comments.xml": f'<w:comment w:id="1">{para("批注文字")}</w:comment>',
    "header1.xml": para("眉文字"),
    "header2.xml": para("偶眉文字"),
    "footer1.xml": para("脚文字"),
    "settings.xml": "<w:evenAndOddHeaders/>",
}
WHOLE = files(BODY, PARTS, SECTION)
NAMES = {
    "footnotes.xml": "脚注",
    "endnotes.xml": "尾注",
    "comments.xml": "批注",
    "header1.xml": "页眉",
    "header2.xml": "偶数页页眉",
    "footer1.xml": "页脚",
    "settings.xml": "偶数页的页眉、页脚",
}


LINES = (
    ("footnotes.xml", "脚注文字"), ("endnotes.xml", "尾注文字"), ("header1.xml", "眉文字"), ("header2.xml", "偶眉文字"),
    ("footer1.xml", "脚文字"),
)  # fmt: skip


def draft(**changed):
    return zipped({**WHOLE, **{f"word/{name}": data for name, data in changed.items()}})


def damages(data, **limits):
    document = read_word(Source("稿.docx", data), Limits(**limits))
    assert document.text.startswith(f"{DRAFT}\n全年培训xx场次")
    return document, [notice.message for notice in document.notices if notice.kind == "damaged"]


def test_nothing_is_damaged_before():
    document, told = damages(draft())
    assert told == []
    assert document.text.split("\n")[2:] == [line for _, line in LINES]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_no_xml(part):
    document, told = damages(draft(**{part: b"<w:broken"}))
    hidden = "header2.xml" if part == "settings.xml" else ""  # these say whether even pages have their own
    assert told == [
        f"{NAMES[part]}没能检查，其余文字已检查；文件已损坏：部件 word/{part} 第 1 行不是完整的 XML；{MENDING}"
    ]
    assert document.text.split("\n")[2:] == [line for name, line in LINES if name not in (part, hidden)]
    assert not [n for n in document.notices if n.kind == "unchecked"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_whose_bytes_are_damaged(part):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as package:
        for name, content in WHOLE.items():
            package.writestr(name, content)
    data = stored.getvalue()
    wrong = data.replace(WHOLE[f"word/{part}"], WHOLE[f"word/{part}"].replace(b"w:", b"W:", 1))
    assert damages(wrong)[1] == [
        f"{NAMES[part]}没能检查，其余文字已检查；文件已损坏：部件 word/{part} 解压不了；{MENDING}"
    ]


def test_a_part_that_is_too_big():
    big = WHOLE["word/footnotes.xml"].replace("脚注文字".encode(), b"x" * 100_000)
    assert damages(draft(**{"footnotes.xml": big}), part_bytes=20_000)[1] == [
        "脚注没能检查，其余文字已检查；文件内容大得不正常（解压后的文字部件超过 0 MB，或压缩得异常小），没有检查；请另存为新文档后再试"
    ]


def test_every_damaged_part_is_told():
    assert len(damages(draft(**dict.fromkeys(PARTS, b"")))[1]) == 0  # empty parts hold nothing that could be read
    assert [told[:3] for told in damages(draft(**dict.fromkeys(PARTS, b"x")))[1]] == ["偶数页", "页眉没", "页脚没", "尾注没", "批注没", "脚注没"]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_doctype_is_refused_wherever_it_stands(part):
    with pytest.raises(ReadError, match="DOCTYPE"):
        read_word(Source("稿.docx", draft(**{part: b"<!DOCTYPE x []><x/>"})))


@pytest.mark.parametrize("part", ["styles.xml", "numbering.xml", "document.xml", "_rels/document.xml.rels"])
def test_without_these_the_body_would_be_read_wrongly(part):
    data = draft(**{part: b"<x", "_rels/document.xml.rels": WHOLE["word/_rels/document.xml.rels"].replace(b"</Rel", b'<Relationship Id="s" Type="a/styles" Target="styles.xml"/><Relationship Id="n" Type="a/numbering" Target="numbering.xml"/></Rel')} | ({part: b"<x"}))  # fmt: skip
    with pytest.raises(ReadError, match=f"部件 word/{part} 第 1 行不是完整的 XML"):
        read_word(Source("稿.docx", data))


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(draft(**{"footnotes.xml": b"<w:broken"}))
    return path


TOLD = f"脚注没能检查，其余文字已检查；文件已损坏：部件 word/footnotes.xml 第 1 行不是完整的 XML；{MENDING}"


def ran(*arguments):
    return CliRunner().invoke(cli, [*map(str, arguments)], standalone_mode=False)


def test_the_findings_of_the_body_and_the_failure_are_told_together(broken):
    done = ran("check", broken, "--no-config", "--format", "concise", "--select", "unfilled-figure")
    assert done.return_value == 2
    assert "未填写的数字“xx场次”" in done.output
    assert TOLD in done.output + done.stderr


def test_the_text_is_printed_and_the_damage_told(broken):
    done = ran("text", broken)
    assert done.stdout.startswith(DRAFT)
    assert done.stderr == f"{broken}：{TOLD}\n"


def test_a_comparison_does_not_take_it_for_mended(broken, tmp_path):
    old = tmp_path / "旧.docx"
    old.write_bytes(draft())
    with pytest.raises(ReadError) as caught:
        CliRunner().invoke(cli, ["diff", str(old), str(broken)], standalone_mode=False, catch_exceptions=False)
    assert caught.value.reason == TOLD


def test_comments_are_written_all_the_same_and_the_damaged_part_is_left_as_it_is(broken, tmp_path):
    output = tmp_path / "批注稿.docx"
    done = ran("annotate", broken, "-o", output, "--no-config")
    assert done.return_value == 2
    assert f"{broken}：没能检查：{TOLD}" in done.stderr
    with zipfile.ZipFile(output) as package:
        assert package.read("word/footnotes.xml") == b"<w:broken"
        assert "xx场次" in package.read("word/comments.xml").decode()
