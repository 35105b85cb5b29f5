"""Word documents: tracked changes that give the new text when accepted and the old one when rejected."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportlint.errors import ReadError
from reportlint.fix import applied, edits
from reportlint.fix.word_file import read_fixable, rewritten
from reportlint.readers.ooxml import read_word
from reportlint.source import Source
from tests.annotate.readback import looks, part
from tests.readers.word.wordfiles import (  # fmt: skip
    cell,
    control,
    field,
    levels,
    numbered,
    numbering,
    para,
    row,
    run,
    source,
    table,
    text_box,
)

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*/*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIST = {"numbering.xml": numbering({0: levels(("decimal", "%1."))}, {1: (0, "")})}
HEADER = '<w:headerReference w:type="default" r:id="header1"/>'


def changed(given, tracked=True):
    fixable = read_fixable(given)
    changes = edits(fixable.document, fixable.locked)
    return rewritten(given, changes, tracked), applied(fixable.document.source, changes)


def text_of(data):
    return read_word(Source("稿.docx", data)).text


def rejected(data, name="word/document.xml"):
    """The text of a part's paragraphs with reportlint's changes undone, by hand."""
    root = part(data, name)
    for item in list(root.iter(W + "ins")):
        if item.get(W + "author") == "reportlint":
            item.getparent().remove(item)
    return ["".join(text.text or "" for text in item.iter(W + "t", W + "delText")) for item in root.iter(W + "p")]


CASES = [
    ("plain", para("我区 2025 年办结,甲"), {}, "", "我区2025年办结，甲"),
    ("over runs", para(run("办结,", "<w:b/>") + run(" 甲", "<w:i/>")), {}, "", "办结，甲"),
    ("in a table", table(row("办结,甲", "共 5 件。")), {}, "", "办结，甲\t共5件。"),
    ("in a link", para('<w:hyperlink r:id="none">' + run("办结,甲") + "</w:hyperlink>"), {}, "", "办结，甲"),
    ("in a content control", para(control(run("办结,甲"))), {}, "", "办结，甲"),
    ("in a header", para("正文"), {"header1.xml": para("页眉,甲")}, HEADER, "正文\n页眉，甲"),
    ("behind an automatic number", numbered("办结,甲", 1), LIST, "", "1.办结，甲"),
    ("space that is not shown", para("<w:r><w:t> 办结,甲 </w:t></w:r>"), {}, "", "办结，甲"),
    ("beside a field", para(run("办结,甲") + field(" PAGE ", run("3")) + run("页,乙")), {}, "", "办结，甲3页，乙"),
    ("an invisible character", para(run("法\u200b治", "<w:u w:val=\"single\"/>")), {}, "", "法治"),
]  # fmt: skip
UNTOUCHED = [
    ("a field's result", para(run("见") + field(" REF a ", run("办结,甲")))),
    ("a simple field", para('<w:fldSimple w:instr=" REF a ">' + run("办结,甲") + "</w:fldSimple>")),
    ("letters that show as other signs", para(run("办结,甲", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))),
    ("a bound control", para(control(run("办结,甲"), "<w:dataBinding/>"))),
    ("a locked control", para(control(run("办结,甲"), '<w:lock w:val="sdtContentLocked"/>'))),
    ("a locked block", control(para("办结,甲"), '<w:lock w:val="contentLocked"/>')),
    ("a prompt", para(control(run("办结,甲"), "<w:showingPlcHdr/>"))),
    ("a text box, which is there twice", para(run("宿主") + text_box(para("办结,甲")))),
    ("a title over runs", para(run("依据《某, ") + run("条例》"))),
    ("a formula", para(run("设") + "<m:oMath><m:r><m:t>甲,乙</m:t></m:r></m:oMath>")),
    ("a contents list", para(field(' TOC \\o "1-3" ', run("办结,甲")))),
    ("a blank that was filled in", para(run("共") + run(" 5 ", '<w:u w:val="single"/>') + run("件。"))),
    ("text deleted by others", para(run("甲") + '<w:del w:id="3" w:author="李"><w:r><w:delText>办结,乙</w:delText></w:r></w:del>')),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "parts", "section", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_accepted_is_the_new_text_and_rejected_the_old(body, parts, section, wanted):
    given = source(body, parts, section)
    old = read_word(given).text
    data, new = changed(given)
    assert new == text_of(data) == wanted
    part_name = "word/header1.xml" if section else "word/document.xml"
    visible = [line.strip() for line in rejected(data, part_name)]
    assert visible == [line.strip() for line in rejected(given.data, part_name)]
    assert read_word(given).text == old
    marks = list(part(data, part_name).iter(W + "ins", W + "del"))
    assert {item.get(W + "author") for item in marks} == {"reportlint"}
    assert [text for item in marks if item.tag == W + "del" for text in item.iter(W + "t")] == []
    assert len({item.get(W + "id") for item in marks}) == len(marks)


@pytest.mark.parametrize(
    ("body", "parts", "section", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_without_tracking_the_text_is_simply_new(body, parts, section, wanted):
    data, _ = changed(source(body, parts, section), tracked=False)
    assert text_of(data) == wanted
    assert list(part(data).iter(W + "ins", W + "del")) == []


@pytest.mark.parametrize("body", [case[1] for case in UNTOUCHED], ids=[case[0] for case in UNTOUCHED])
def test_what_must_not_be_touched_is_not(body):
    given = source(body + para("末段"))
    data, new = changed(given)
    assert data == given.data
    assert new == read_word(given).text


def test_every_other_character_keeps_its_look():
    given = source(
        para(run("我区 ", "<w:b/>") + run("2025 年", "<w:i/>") + run(",甲", '<w:color w:val="00FF00"/>'))
        + table(row(cell(para("乙"))))
    )
    data, _ = changed(given)
    inserted = {id(text) for item in part(data).iter(W + "ins") for text in item.iter(W + "t")}
    assert inserted
    new = [(char, look) for _, char, look in looks(data)]
    new.remove(("，", next(look for char, look in new if char == "，")))
    assert new == [(char, look) for _, char, look in looks(given.data)]
    assert next(look for _, char, look in looks(data) if char == "，") == next(
        look for _, char, look in looks(given.data) if char == ","
    )


def test_in_somebody_elses_insertion_the_new_text_is_part_of_it():
    given = source(para(run("甲") + '<w:ins w:id="3" w:author="李">' + run("办结,乙") + "</w:ins>"))
    data, new = changed(given)
    assert text_of(data) == new == "甲办结，乙"
    assert [item.get(W + "author") for item in part(data).iter(W + "ins")] == ["李"]
    assert [item.getparent().tag for item in part(data).iter(W + "del")] == [W + "ins"]


PROTECTED = [
    ("readOnly", "1", True),
    ("comments", "true", True),
    ("forms", "1", True),
    ("readOnly", "0", False),
    ("trackedChanges", "1", False),
]


@pytest.mark.parametrize(("kind", "enforced", "refused"), PROTECTED)
def test_a_protected_document_is_refused(kind, enforced, refused):
    given = source(
        para("办结,甲"), {"settings.xml": f'<w:documentProtection w:edit="{kind}" w:enforcement="{enforced}"/>'}
    )
    if not refused:
        assert text_of(changed(given)[0]) == "办结，甲"
        return
    with pytest.raises(ReadError) as caught:
        changed(given)
    assert str(caught.value) == "稿.docx：文档设了编辑保护，没有改动；请在 Word 的“审阅—限制编辑”中停止保护后再修"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_with_mistakes_put_into_it(sample):
    given = Source(sample.name, sample.read_bytes())
    old = read_word(given).text
    data, new = changed(given)
    assert text_of(data) == new
    assert (data == given.data) == (new == old)


PIECES = st.lists(
    st.tuples(st.text("甲乙 ,，。12件年\u200b", min_size=1, max_size=6), st.sampled_from(["", "<w:b/>", "<w:i/>"])),
    min_size=1,
    max_size=6,
)


@given(PIECES, st.booleans())
def test_any_runs(pieces, tracked):
    given = source(para("".join(run(text, look) for text, look in pieces)) + para("末段"))
    data, new = changed(given, tracked)
    assert text_of(data) == new
    again, same = changed(Source("稿.docx", data), tracked)
    assert (again, same) == (data, new)
    assert rejected(data)[0] == "".join(text for text, _ in pieces) or not tracked


def test_the_schema_order_of_what_is_written():
    data, _ = changed(source(para("办结,甲", '<w:jc w:val="left"/>')))
    paragraph = next(part(data).iter(W + "p"))
    assert [etree.QName(item).localname for item in paragraph] == ["pPr", "r", "del", "ins", "r"]


def test_a_footnote_between_what_is_replaced_stays():
    footnotes = {"footnotes.xml": f'<w:footnote w:id="2">{para("注文")}</w:footnote>'}
    body = '<w:r><w:t>办结,</w:t><w:footnoteReference w:id="2"/><w:t xml:space="preserve"> 甲</w:t></w:r>'
    for tracked in (True, False):
        data, new = changed(source(para(body), footnotes), tracked)
        assert text_of(data) == new == "办结，甲\n注文"
        [reference] = part(data).iter(W + "footnoteReference")
        assert next(reference.iterancestors(W + "del"), None) is None
