"""Text struck or hidden by styles: toggle properties (ISO/IEC 29500-1, 17.7.3) through ``basedOn``, and direct formatting.

Within a chain of styles the nearest statement counts; the character, paragraph and table style of a place switch one
another; what a run states itself is final.
"""

from __future__ import annotations

import pytest
from wordfiles import cell, para, row, run, source, styled, table, text_box

from reportlint.readers.ooxml import read_word, walk_word


def style(kind, name, properties, based_on=""):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}<w:rPr>{properties}</w:rPr></w:style>'


STYLES = "".join(
    style(kind, f"{letter}-{name}", f"<w:{name}/>")
    + style(kind, f"{letter}-{name}-child", "<w:i/>", f"{letter}-{name}")
    + style(kind, f"{letter}-{name}-off", f'<w:{name} w:val="0"/>', f"{letter}-{name}")
    for kind, letter in (("paragraph", "p"), ("character", "c"), ("table", "t"))
    for name in ("strike", "dstrike", "vanish")
)


def chars(name, text="字"):
    return run(text, f'<w:rStyle w:val="c-{name}"/>')


def in_table(name, *cells):
    return table(row(*cells)).replace("<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="t-{name}"/></w:tblPr>')


TOGGLED = [
    ("a paragraph style", lambda k: styled(f"p-{k}", "字"), True),
    ("a paragraph style based on one", lambda k: styled(f"p-{k}-child", "字"), True),
    ("a paragraph style that switches its base off", lambda k: styled(f"p-{k}-off", "字"), False),
    ("a character style", lambda k: para(chars(k)), True),
    ("a character style based on one", lambda k: para(chars(f"{k}-child")), True),
    ("a character style that switches its base off", lambda k: para(chars(f"{k}-off")), False),
    ("a run that has other properties", lambda k: styled(f"p-{k}", run("字", "<w:b/>")), True),
    ("both styles", lambda k: styled(f"p-{k}", chars(k)), False),
    ("both styles, one through its base", lambda k: styled(f"p-{k}-child", chars(f"{k}-child")), False),
    ("a character style that says no leaves it", lambda k: styled(f"p-{k}", chars(f"{k}-off")), True),
    ("direct formatting off over a paragraph style", lambda k: styled(f"p-{k}", run("字", f'<w:{k} w:val="0"/>')), False),
    ("direct formatting off over a character style", lambda k: para(run("字", f'<w:rStyle w:val="c-{k}"/><w:{k} w:val="false"/>')), False),
    ("direct formatting on where styles cancel", lambda k: styled(f"p-{k}", run("字", f'<w:rStyle w:val="c-{k}"/><w:{k}/>')), True),
    ("a table style", lambda k: in_table(k, "字"), True),
    ("a table style and a paragraph style", lambda k: in_table(k, cell(styled(f"p-{k}", "字"))), False),
    ("all three styles", lambda k: in_table(k, cell(styled(f"p-{k}", chars(k)))), True),
    ("direct formatting off in a table of a style", lambda k: in_table(k, run("字", f'<w:{k} w:val="off"/>')), False),
    ("behind a table of a style", lambda k: in_table(k, "") + para("字"), False),
    ("a table without a style in one with a style", lambda k: table(row("字")), False),
    ("a style that does not exist", lambda k: styled("p-none", run("字", '<w:rStyle w:val="c-none"/>')), False),
]  # fmt: skip
TWICE = {  # struck twice is no toggle property: it is inherited and overridden like any other
    "both styles": True,
    "both styles, one through its base": True,
    "a table style and a paragraph style": True,
}


@pytest.mark.parametrize(("made", "expected"), [c[1:] for c in TOGGLED], ids=[c[0] for c in TOGGLED])
def test_text_hidden_by_styles(made, expected):
    text = read_word(source(para("甲") + made("vanish") + para("乙"), {"styles.xml": STYLES})).text
    assert ("字" not in text) == expected


@pytest.mark.parametrize(("made", "expected"), [c[1:] for c in TOGGLED], ids=[c[0] for c in TOGGLED])
def test_text_struck_by_styles(made, expected):
    assert (struck(made("strike")) == ["字"]) == expected


@pytest.mark.parametrize(("name", "made", "expected"), TOGGLED, ids=[c[0] for c in TOGGLED])
def test_text_struck_twice_by_styles(name, made, expected):
    assert (struck(made("dstrike")) == ["字"]) == TWICE.get(name, expected)


def struck(body):
    file = source(para("甲") + body + para("乙"), {"styles.xml": STYLES})
    document = read_word(file)
    assert walk_word(file).document == document
    return [document.text[mark.start : mark.end] for mark in document.marks if mark.kind == "strike"]


def test_a_text_box_is_not_in_the_table_that_it_hangs_on():
    assert struck(in_table("strike", run("字") + text_box(para("盒")))) == ["字"]


def test_a_part_of_a_struck_paragraph_may_be_kept():
    assert struck(styled("p-strike", run("字") + run("留", '<w:strike w:val="0"/>'))) == ["字"]
