"""No bytes and no XML make the Word reader raise anything but its own error, and every block leads back to its text."""

from __future__ import annotations

import io
import zipfile

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_ooxml_figures import CHART, CHART_PART, DIAGRAM, DIAGRAM_PART, WORD_ART, picture, word
from wordfiles import (
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
    styled,
    table,
    text_box,
    zipped,
)

from reportlint.errors import ReadError
from reportlint.readers.ooxml import read_word
from reportlint.readers.sniffing import describe_unconvertible
from reportlint.source import Source

RICH = files(
    para(run("一、工作") + text_box(para("盒"))) + table(row("甲", "乙")) + numbered("题", 1) + para('<w:ins w:id="1">' + run("增") + "</w:ins>"),
    {"styles.xml": '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>', "numbering.xml": numbering({0: levels(("chineseCounting", "%1、"))}, {1: (0, "")})},
)  # fmt: skip
NOTE_MARK = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def unzipped(source):
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as package:
        return {name: package.read(name) for name in package.namelist()}


MERGED = cell(para("合"), '<w:gridSpan w:val="2"/>') + cell(para("计"), '<w:vMerge w:val="restart"/>')
DRAWN = unzipped(
    word(
        para(run("见图") + CHART + DIAGRAM + WORD_ART + picture() + NOTE_MARK)
        + para(field(" EQ \\f(1,3) ") + field(" SYMBOL 254 \\f Wingdings ") + field(" REF x ", run("甲")))
        + table(row("事项", "受理", "办结"), row("许可", "12", ""), f"<w:tr>{MERGED}</w:tr>", row("其他", control(run("点击输入")), "☐有"))
        + para(run("示", '<w:strike/><w:highlight w:val="yellow"/>') + run("藏", "<w:vanish/>")),
        {"c": ("chart", CHART_PART), "d": ("diagramData", DIAGRAM_PART)},
        {"footnotes.xml": '<w:footnote w:id="1">' + para(run("注")) + "</w:footnote>"},
    )
)  # fmt: skip
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{kind[0]}{name}"><w:name w:val="{name}"/><w:basedOn w:val="{kind[0]}"/><w:rPr><w:{name}/></w:rPr></w:style>'
    for kind in ("paragraph", "character", "table") for name in ("strike", "vanish")
)  # fmt: skip
INSTRUCTIONS = (" AUTONUM \\* CHINESENUM3 ", " AUTONUMLGL \\e ", " LISTNUM LegalDefault \\l 3 \\s 4 ", ' QUOTE "乙" ')
STYLED = files(
    "".join(styled("pstrike", field(instruction) + run("甲", '<w:rStyle w:val="cvanish"/>')) for instruction in INSTRUCTIONS)
    + table(row("乙", "丙")).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="tstrike"/></w:tblPr>')
    + "".join(numbered("丁", 1, level) for level in (2, 0, 1)),
    {
        "styles.xml": STYLES,
        "numbering.xml": numbering({0: levels(*[("decimal", f"%{i}.") for i in (1, 2, 3)])}, {1: (0, "")}),
        "header1.xml": para("眉"), "comments.xml": "<w:comment/>", "settings.xml": "<w:evenAndOddHeaders/>",
    },
    '<w:headerReference w:type="even" r:id="header1"/>',
)  # fmt: skip
PACKAGES = {"rich": RICH, "drawn": DRAWN, "styled": STYLED}
PARTS = [
    (package, part)
    for package, parts in PACKAGES.items()
    for part in parts
    if part.endswith(".xml") and part.startswith("word/")
]
WHOLE = zipped(RICH)
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def survives(data):
    try:
        document = read_word(Source("稿.docx", data))
    except ReadError as error:
        return error.reason
    assert document.text == "\n".join(document.text[block.start : block.end] for block in document.blocks)
    return ""


@QUIET
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_any_bytes_changed(changes):
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    survives(bytes(data))


@QUIET
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)))
def test_any_bytes_lost(start, end):
    survives(WHOLE[: min(start, end)] + WHOLE[max(start, end) :])


@QUIET
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + b"\x00" * 18)
def test_any_bytes(data):
    assert survives(data)


PIECES = ["", "<w:p/>", "</w:p>", "<w:r>", "<w:t>甲</w:t>", '<w:numId w:val="-1"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:tbl><w:tr/></w:tbl>", "&#0;", "<w:sdt/>", "\x00", "<mc:AlternateContent/>", '<w:sym w:char="110000"/>', '<w:outlineLvl w:val="99999999999"/>', "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", '<w:lvl w:ilvl="300"/>', "<w:style/>", "<w:num/>", "<w:vMerge/>", '<w:gridSpan w:val="7"/>', "<c:pt/>", "<c:ser><c:cat/></c:ser>", "<dgm:pt><dgm:t/></dgm:pt>", "<a:p><a:fld/></a:p>", "<w:instrText> EQ \\f(</w:instrText>", "<w:instrText> SYMBOL 9999999 </w:instrText>", "<w:drawing/>", "<w:strike/>"]  # fmt: skip


@QUIET
@given(st.sampled_from(PARTS), st.data())
def test_any_xml_put_in_or_taken_out(place, data):
    package, name = place
    text = PACKAGES[package][name].decode()
    edges = [at for at, char in enumerate(text) if char == "<"]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.sampled_from(edges))
        cut = data.draw(st.sampled_from([0, 0, text.find(">", at) + 1 - at]))
        text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + cut :]
        edges = [place for place, char in enumerate(text) if char == "<"]
    survives(zipped({**PACKAGES[package], name: text.encode()}))


VALUES = ["", "c", "d", "restart", "-1", "0", "9", "300", "99999999999", "x", "%1%9", "none", "begin", "\u0663"]


@QUIET
@given(st.sampled_from(PARTS), st.data())
def test_any_attribute_changed(place, data):
    package, name = place
    parts = PACKAGES[package][name].decode().split('"')
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.sampled_from(range(1, len(parts), 2)))
        if not parts[at].startswith(("http", "urn")):
            parts[at] = data.draw(st.sampled_from(VALUES))
    survives(zipped({**PACKAGES[package], name: '"'.join(parts).encode()}))


def test_all_packages_are_read_before_they_are_damaged():
    assert [survives(zipped(parts)) for parts in PACKAGES.values()] == ["", "", ""]
    assert {"图表", "图示", "艺术字", "脚注1"} <= {
        block.story for block in read_word(Source("稿.docx", zipped(DRAWN))).blocks
    }


OLD_HEADS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"{\\rtf1", b"<?xml", b"MIME-Version:", b"")
ODT = zipped({"mimetype": b"", "META-INF/manifest.xml": b"<manifest/>" * 9, "content.xml": b"<x/>"})


@QUIET
@given(st.sampled_from(OLD_HEADS), st.binary(max_size=1_200), st.integers(0, len(ODT)), st.integers(0, 255))
def test_any_bytes_that_claim_to_be_an_old_document(head, data, at, value):
    for made in (head + data, ODT[:at] + bytes([value]) + ODT[at + 1 :]):
        reason = describe_unconvertible(made)
        assert reason is None or reason.endswith(("检查", "文件", "文本", ".docx", "文档"))
