"""No structure of a file may cost more than its size: each is read in two sizes, and the larger costs in proportion."""

from __future__ import annotations

import time

import pytest
from wordfiles import cell, field, levels, numbered, numbering, para, row, run, source, styled, table, text_box

from reportlint.readers.ooxml import read_word

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
YELLOW = '<w:highlight w:val="yellow"/>'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
SMALL, TIMES = 500, 8
LINEAR = 3.0  # what the larger may cost beyond its share: a square would cost TIMES times as much


def chain(count):
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="n{i}"/><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(count)
    )


def lists(count):
    return numbering({0: levels(("decimal", "%1."))}, dict.fromkeys(range(1, count + 1), (0, "")))


GROWING = [
    ("fields in fields", lambda n: source(para(BEGIN * n + run("甲") * n + END * n))),
    (
        "fields that never end",
        lambda n: source(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n + run("甲") * n)),
    ),
    ("instructions", lambda n: source(para(field("REF x", run("甲")) * n))),
    ("styles based on styles", lambda n: source(styled("s0", "甲"), {"styles.xml": chain(n)})),
    ("lists", lambda n: source("".join(numbered("甲", i) for i in range(1, n)), {"numbering.xml": lists(n)})),
    ("marks in one paragraph", lambda n: source(para((run("甲", YELLOW) + run("乙")) * n))),
    ("marked paragraphs", lambda n: source(para(run("甲", YELLOW) + run("乙")) * n)),
    ("joined paragraphs", lambda n: source(para("甲", HIDDEN) * n + para("乙"))),
    ("text boxes in one paragraph", lambda n: source(para(run("甲") + text_box(para("盒")) * n))),
    ("cells", lambda n: source(table(row(*["甲"] * n)))),
    (
        "paragraphs of a cell",
        lambda n: source(table(row(cell(para("甲乙") * n), "乙"))),
    ),  # long enough to be a text in both sizes
    ("tracked changes", lambda n: source(para(f'<w:ins w:id="1">{run("甲")}</w:ins>') * n)),
    ("embedded files", lambda n: source(para("甲") + "<w:altChunk/>" * n)),
]


@pytest.mark.parametrize("made", [case[1] for case in GROWING], ids=[case[0] for case in GROWING])
def test_cost_grows_with_size(made):
    small, large = made(SMALL), made(SMALL * TIMES)
    assert cost(large) <= LINEAR * TIMES * cost(small)


def cost(file):
    times = []
    for _ in range(3):
        start = time.process_time()
        read_word(file)
        times.append(time.process_time() - start)
    return min(times)


def test_a_label_is_no_longer_than_labels_are():
    part = numbering({0: levels(("decimal", "%1" * 5000))}, {1: (0, "")})
    document = read_word(source(numbered("甲", 1) * 3, {"numbering.xml": part}))
    assert max(block.label for block in document.blocks) < 100


def test_levels_beyond_the_ninth_are_not_counted():
    part = numbering({0: levels(*[("decimal", f"%{i}.") for i in range(1, 13)])}, {1: (0, "")})
    document = read_word(source(numbered("甲", 1, 11), {"numbering.xml": part}))
    assert document.text == "1.甲"
