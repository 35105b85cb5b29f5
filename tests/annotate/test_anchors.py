"""A comment stands at exactly the characters it is about, whatever stands around them, and changes nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.annotate import Note, annotate, without_comments
from reportlint.readers.ooxml import read_word
from reportlint.source import Source
from tests.annotate.readback import anchored, comments, looks, names, part
from tests.readers.word.wordfiles import (
    cell,
    control,
    field,
    files,
    levels,
    numbered,
    numbering,
    para,
    row,
    run,
    source,
    table,
    text_box,
    zipped,
)  # fmt: skip

LIST = {"numbering.xml": numbering({0: levels(("chineseCounting", "%1、"))}, {1: (0, "")})}
HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
MATH = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
FOOTNOTE = f'<w:footnote w:id="2">{para("注文里有xx处")}</w:footnote>'
OTHER = '<w:comment w:id="7" w:author="王科长"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>'
COMMENTED = (
    '<w:commentRangeStart w:id="7"/>'
    + run("办结xx件")
    + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
)

EXACT = [
    ("in the middle of a run", para("共办理xx件。"), {}, "xx"),
    ("at its start", para("xx件已办结"), {}, "xx"),
    ("at its end", para("已办结xx"), {}, "xx"),
    ("a whole run", para(run("共") + run("xx", "<w:b/>") + run("件")), {}, "xx"),
    ("across runs that look different", para(run("共办x", "<w:b/>") + run("x件", "<w:i/>")), {}, "xx"),
    ("several texts in one run", para("<w:r><w:t>办</w:t><w:t>x</w:t><w:t>x件</w:t></w:r>"), {}, "xx"),
    ("behind a tab", para("<w:r><w:t>一</w:t><w:tab/><w:t>xx件</w:t></w:r>"), {}, "xx"),
    ("over a line break", para("<w:r><w:t>甲x</w:t><w:br/><w:t>x乙</w:t></w:r>"), {}, "x\nx"),
    ("space that is not shown", para("<w:r><w:t>  共xx件  </w:t></w:r>") + para("后文"), {}, "xx"),
    ("in a table", table(row("甲", "xx件"), row("乙", "丙")), {}, "xx"),
    ("in a nested table", table(row(cell(table(row("内xx")) + para(""))), row("乙")), {}, "xx"),
    ("in a link", para('<w:hyperlink r:id="none">' + run("办理xx件") + "</w:hyperlink>"), {}, "xx"),
    ("in an insertion", para('<w:ins w:id="3" w:author="李">' + run("办理xx件") + "</w:ins>"), {}, "xx"),
    ("beside a deletion", para(run("办x") + '<w:del w:id="3" w:author="李"><w:r><w:delText>九</w:delText></w:r></w:del>' + run("x件")), {}, "xx"),
    ("in a content control", para(control(run("办理xx件"))), {}, "xx"),
    ("in a block content control", control(para("办理xx件")), {}, "xx"),
    ("in a field's result", para(field(" REF a ", run("办理xx件"))), {}, "xx"),
    ("over a formula's neighbours", para(run("设x") + run("x") + MATH), {}, "xx"),
    ("behind a number that Word makes", numbered("办理xx件", 1), LIST, "xx"),
    ("behind an emoji", para("😀办理xx件"), {}, "xx"),
    ("invisible characters before it", para("办\u200b理\ufeffxx件"), {}, "xx"),
    ("over two paragraphs", para("前xx") + para("xx后"), {}, "xx\nxx"),
]  # fmt: skip
ELSEWHERE = [
    ("header", para("正文一") + para("末段"), {"header1.xml": para("页眉xx")}, HEADER, "末段", "（页眉“xx”）"),
    ("header of an earlier section", para("首节", f"<w:sectPr>{HEADER}</w:sectPr>") + para("末段"), {"header1.xml": para("页眉xx")}, "", "首节", "（页眉“xx”）"),
    ("footnote", para(run("正文") + NOTE + run("后文")), {"footnotes.xml": FOOTNOTE}, "", "", "（脚注1“xx”）"),
    ("text box", para(run("宿主") + text_box(para("盒中xx"))), {}, "", "盒中xx", "（文本框“xx”）"),
    ("box in a box", para(run("宿主") + text_box(para(run("外") + text_box(para("内xx")))) + run("后")), {}, "", "外内xx", "（文本框“xx”）"),
    ("old WordArt", para(run("宿主") + '<w:r><w:pict><v:shape><v:textpath string="办结xx件"/></v:shape></w:pict></w:r>'), {}, "", "宿主", "（艺术字“xx”）"),
    ("an equation made of a field alone", para(run("占") + field(" EQ \\f(xx,3) ") + run("强")), {}, "", "强", "（第1段“xx”）"),
    ("text box in a header", para("末段"), {"header1.xml": para(text_box(para("盒中xx")))}, HEADER, "末段", "（页眉文本框“xx”）"),
]  # fmt: skip
WHOLE = [
    ("a formula", para(run("设") + "<m:oMath><m:r><m:t>xx+1</m:t></m:r></m:oMath>"), "xx+1"),
    (
        "a fraction",
        para(
            run("设")
            + "<m:oMath><m:f><m:num><m:r><m:t>xx</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        "xx3",
    ),
    ("a control for plain text", para(run("前") + control(run("办理xx件"), "<w:text/>") + run("后")), "办理xx件"),
    ("a choice", para(run("前") + control(run("选xx项"), "<w:dropDownList/>") + run("后")), "选xx项"),
    ("a date", para(run("前") + control(run("xx年"), '<w:date w:fullDate="2025-01-01"/>') + run("后")), "xx年"),
]


def noted(given: Source, needle: str) -> tuple[bytes, str]:
    text = read_word(given).text
    at = text.index(needle)
    return annotate(given, [Note(at, at + len(needle), ("错误：没有填写", "规则：甲"))]), text


@pytest.mark.parametrize(("body", "parts", "needle"), [case[1:] for case in EXACT], ids=[case[0] for case in EXACT])
def test_the_anchor_is_exact_and_nothing_else_changes(body, parts, needle):
    given = source(body, parts)
    data, text = noted(given, needle)
    assert anchored(data) == [needle.replace("\n", "")]
    assert comments(data) == [("reportlint", "错误：没有填写\n规则：甲")]
    assert read_word(Source("稿.docx", data)).text == text
    assert looks(data) == looks(given.data)


@pytest.mark.parametrize(
    ("body", "parts", "section", "anchor", "prefix"),
    [case[1:] for case in ELSEWHERE],
    ids=[case[0] for case in ELSEWHERE],
)
def test_what_no_comment_can_stand_at_is_named(body, parts, section, anchor, prefix):
    given = source(body, parts, section)
    data, text = noted(given, "xx")
    assert anchored(data) == [anchor]
    assert comments(data) == [("reportlint", f"{prefix}错误：没有填写\n规则：甲")]
    assert read_word(Source("稿.docx", data)).text == text
    assert looks(data) == looks(given.data)


@pytest.mark.parametrize(("body", "anchor"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_what_cannot_be_divided_is_marked_as_a_whole(body, anchor):
    data, _ = noted(source(body), "xx")
    assert anchored(data) == [anchor]


def test_a_note_on_an_automatic_number_stands_at_the_text_and_names_the_number():
    given = source(numbered("加强领导", 1) + para("正文"), LIST)
    data, _ = noted(given, "一、")
    assert anchored(data) == ["加强领导"]
    assert comments(data)[0][1].startswith("（自动编号“一、”）错误")


def test_the_reference_to_a_footnote_is_what_the_comment_holds():
    data, _ = noted(source(para(run("正文") + NOTE + run("后文")), {"footnotes.xml": FOOTNOTE}), "xx")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    start = next(part(data).iter(w + "commentRangeStart"))
    assert start.getnext().find(w + "footnoteReference") is not None
    assert start.getnext().getnext().tag == w + "commentRangeEnd"


def test_comments_of_others_and_changes_stay():
    body = para(COMMENTED + '<w:ins w:id="9" w:author="李">' + run("新") + "</w:ins>")
    given = source(body, {"comments.xml": OTHER})
    data, _ = noted(given, "xx")
    assert comments(data) == [("王科长", "请核实"), ("reportlint", "错误：没有填写\n规则：甲")]
    assert anchored(data, None) == ["办结xx件", "xx"]
    cleaned = without_comments(Source("稿.docx", data)).data
    assert comments(cleaned) == [("王科长", "请核实")]
    assert anchored(cleaned, None) == ["办结xx件"]


def test_an_answer_to_an_old_comment_of_ours_stays_by_itself():
    data, _ = noted(source(para("办理xx件")), "xx")
    content = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in names(data)}
    w14 = b'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    answer = b'<w:comment w:id="50" w:author="ZH"><w:p w14:paraId="0B"><w:r><w:t>ok</w:t></w:r></w:p></w:comment>'
    own = content["word/comments.xml"].replace(b"<w:comments ", b"<w:comments " + w14 + b" ", 1)
    own = own.replace(b"<w:p>", b'<w:p w14:paraId="0A">').replace(b"</w:comments>", answer + b"</w:comments>")
    content["word/comments.xml"] = own
    content["word/commentsExtended.xml"] = (
        b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        b'<w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>'
    )
    kind = b"http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    rels = content["word/_rels/document.xml.rels"]
    content["word/_rels/document.xml.rels"] = rels.replace(
        b"</Relationships>",
        b'<Relationship Id="rX" Type="' + kind + b'" Target="commentsExtended.xml"/></Relationships>',
    )
    cleaned = without_comments(Source("稿.docx", zipped(content))).data
    assert comments(cleaned) == [("ZH", "ok")]
    entries = part(cleaned, "word/commentsExtended.xml")
    assert [dict(item.attrib) for item in entries] == [
        {"{http://schemas.microsoft.com/office/word/2012/wordml}paraId": "0B"}
    ]


def test_twice_gives_the_same_bytes():
    given = source(para("共xx件，计××元，约x人") + table(row("甲", "xx")), {"comments.xml": OTHER})
    text = read_word(given).text
    notes = [Note(at, at + 2, (f"错误：{at}",)) for at in range(0, len(text) - 2, 2)]
    once = annotate(given, notes)
    assert annotate(given, notes) == once
    assert annotate(without_comments(Source("稿.docx", once)), notes) == once


def test_overlapping_notes_each_have_their_own_characters():
    given = source(para(run("甲乙丙") + run("丁戊己", "<w:b/>")))
    spans = [(0, 6), (1, 3), (2, 5), (2, 3), (5, 6), (2, 5)]
    data = annotate(given, [Note(start, end, ("错误",)) for start, end in spans])
    assert anchored(data) == ["甲乙丙丁戊己"[start:end] for start, end in sorted(spans, key=lambda span: span[0])]
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    at_the_end = [item.get(w + "id") for item in list(part(data).iter(w + "commentReference"))[-2:]]
    assert at_the_end == ["0", "5"]  # as they stand in the margin: the order of the comments
    assert looks(data) == looks(given.data)


def test_a_stretch_between_cells_and_an_empty_one_stand_at_text_of_their_row():
    given = source(table(row("甲", "乙"), row("丙", "丁")))
    text = read_word(given).text
    at = text.index("\t")
    assert anchored(annotate(given, [Note(at, at + 1, ("错误",))]))[0] in ("甲", "乙")
    assert anchored(annotate(given, [Note(at, at, ("错误",))]))[0] in ("甲", "乙")


def test_control_characters_in_a_message_are_left_out():
    data = annotate(source(para("甲")), [Note(0, 1, ("错\x00误\x0b\ud800\ufffe",))])
    assert comments(data) == [("reportlint", "错误")]


def test_without_notes_the_file_is_the_same():
    given = source(para("甲"))
    assert annotate(given, []) == given.data
    assert without_comments(given) == given


def test_the_balloon_wears_words_own_comment_style_by_its_name():
    styles = '<w:style w:type="paragraph" w:styleId="a6"><w:name w:val="annotation text"/></w:style>'
    data, _ = noted(source(para("xx"), {"styles.xml": styles}), "xx")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert {item.get(w + "val") for item in part(data, "word/comments.xml").iter(w + "pStyle")} == {"a6"}


def test_other_parts_are_copied_as_they_are_stored():
    content = files(para("办理xx件"))
    content["word/media/图.bin"] = bytes(range(256)) * 40
    given = Source("稿.docx", zipped(content))
    data, _ = noted(given, "xx")
    old, new = zipfile.ZipFile(io.BytesIO(given.data)), zipfile.ZipFile(io.BytesIO(data))
    assert new.namelist()[: len(old.namelist())] == old.namelist()
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert new.getinfo("word/comments.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_statements_about_a_comments_part_that_is_missing_are_put_right():
    content = files(para("办理xx件"), {"comments.xml": ""})
    del content["word/comments.xml"]
    data, _ = noted(Source("稿.docx", zipped(content)), "xx")
    assert anchored(data) == ["xx"]
    types = [item.get("PartName") for item in part(data, "[Content_Types].xml")]
    assert types.count("/word/comments.xml") == 1
    relations = [item.get("Target") for item in part(data, "word/_rels/document.xml.rels")]
    assert relations == ["comments.xml"]


class Pipe(io.RawIOBase):
    """A stream that cannot go back: sizes are then written behind the data."""

    def __init__(self):
        self.data = b""

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


def test_a_package_that_was_written_to_a_pipe_is_copied_with_sizes_in_their_place():
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**files(para("办理xx件")), "word/media/p.bin": b"picture" * 9}.items():
            package.writestr(name, content)
    assert zipfile.ZipFile(io.BytesIO(pipe.data)).getinfo("word/media/p.bin").flag_bits & 0x08
    data, _ = noted(Source("稿.docx", pipe.data), "xx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [info.filename for info in package.infolist() if info.flag_bits & 0x08] == []
        assert package.testzip() is None


def test_damage_in_a_part_that_is_not_read_does_not_matter():
    content = files(para("办理xx件"))
    content["word/media/p.bin"] = b"PICTURE-PICTURE" * 9
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    broken = stored.getvalue().replace(b"PICTURE-PICTURE" * 9, b"PICTURE-PICTUR?" * 9)
    data, _ = noted(Source("稿.docx", broken), "xx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() == "word/media/p.bin"
        assert b"xx" in package.read("word/document.xml")


def test_strict_files_are_written_as_files_that_every_program_opens():
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, data in files(para("办理xx件"), {"styles.xml": ""}).items()
    }  # fmt: skip
    data, _ = noted(Source("稿.docx", zipped(strict)), "xx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [name for name in package.namelist() if b"purl.oclc.org" in package.read(name)] == []
    assert anchored(data) == ["xx"]
    assert comments(data) == [("reportlint", "错误：没有填写\n规则：甲")]


PIECES = st.lists(
    st.tuples(st.text("甲乙 xx，\u200b12", min_size=1, max_size=6), st.sampled_from(["", "<w:b/>", "<w:i/>"])),
    min_size=1,
    max_size=5,
)


@given(PIECES, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), min_size=1, max_size=4))
def test_any_notes_on_any_runs(pieces, spans):
    given = source(para("".join(run(text, look) for text, look in pieces)) + para("末"))
    text = read_word(given).text
    line = text.split("\n")[0]
    wanted = sorted((start % len(line), min(len(line), start % len(line) + length)) for start, length in spans)
    data = annotate(given, [Note(start, end, ("错误",)) for start, end in wanted])
    assert anchored(data) == [line[start:end] for start, end in wanted]
    assert looks(data) == looks(given.data)
    assert read_word(Source("稿.docx", data)).text == text
