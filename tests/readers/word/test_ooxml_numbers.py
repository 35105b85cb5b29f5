"""Automatic numbers: the label that Word draws, as text at the start of its block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfiles import cell, field, levels, numbered, numbering, para, row, run, source, styled, table, text_box

from reportlint.draft import Settings
from reportlint.engine import Plan, check_document
from reportlint.folding import fold
from reportlint.readers.ooxml import read_word
from reportlint.readers.ooxml.labels import show

HAN = levels(
    ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimal", "%1.%4")
)


def lines(body, parts):
    return read_word(source(body, parts)).text.split("\n")


def test_four_levels_and_their_restarts():
    part = numbering({0: HAN}, {1: (0, "")})
    body = "".join(numbered("题", 1, level) for level in (0, 1, 1, 2, 0, 1, 2, 2))
    assert lines(body, {"numbering.xml": part}) == [
        "一、题",
        "（一）题",
        "（二）题",
        "1.题",
        "二、题",
        "（一）题",
        "1.题",
        "2.题",
    ]


def test_the_label_is_no_text_of_its_own():
    document = read_word(source(numbered("题", 1, 1), {"numbering.xml": numbering({0: HAN}, {1: (0, "")})}))
    assert (document.blocks[0].label, document.text) == (3, "（一）题")


SUFFIXES = [
    ("tab after 、", "%1、", "", "题", "一、题"),
    ("tab after a word", "第%1章", "", "题", "第一章题"),
    ("tab after a bare number", "%1", "", "题", "一 题"),
    ("space", "%1、", '<w:suff w:val="space"/>', "题", "一、 题"),
    ("nothing", "%1", '<w:suff w:val="nothing"/>', "题", "一题"),
]


@pytest.mark.parametrize(
    ("text", "suffix", "title", "expected"), [c[1:] for c in SUFFIXES], ids=[c[0] for c in SUFFIXES]
)
def test_what_stands_between_label_and_text(text, suffix, title, expected):
    part = numbering({0: levels(("chineseCounting", text), extra={0: suffix})}, {1: (0, "")})
    document = read_word(source(numbered(title, 1), {"numbering.xml": part}))
    assert document.text == expected
    assert document.text[document.blocks[0].label :] == title


def test_a_point_and_a_digit_do_not_become_one_number():
    part = numbering({0: levels(("decimal", "%1."))}, {1: (0, "")})
    assert lines(numbered("2025年", 1) + numbered("题", 1), {"numbering.xml": part}) == ["1. 2025年", "2.题"]


START3 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
ROMAN = f'<w:lvlOverride w:ilvl="0">{levels(("upperRoman", "%1)"))}</w:lvlOverride>'
ONE = levels(("decimal", "%1)"))
TWO = levels(("decimal", "%1)"), ("decimal", "%1.%2)"), ("decimal", "%1.%2.%3)"))
LISTS = [
    ("two lists of one abstract list go on", {0: ONE}, {1: (0, ""), 2: (0, "")}, [(1, 0), (2, 0), (1, 0)], "1) 2) 3)"),
    ("two abstract lists count apart", {0: ONE, 1: ONE}, {1: (0, ""), 2: (1, "")}, [(1, 0), (2, 0), (1, 0)], "1) 1) 2)"),
    ("an override restarts once", {0: ONE}, {1: (0, ""), 2: (0, START3)}, [(1, 0), (2, 0), (2, 0), (1, 0)], "1) 3) 4) 5)"),
    ("an override replaces a level", {0: ONE}, {1: (0, ROMAN)}, [(1, 0), (1, 0)], "I) II)"),
    ("a level unseen above shows its start", {0: TWO}, {1: (0, "")}, [(1, 1), (1, 1), (1, 0), (1, 1)], "1.1) 1.2) 2) 2.1)"),
    ("a level skipped further down counts too", {0: TWO}, {1: (0, "")}, [(1, 0), (1, 2), (1, 1), (1, 2)], "1) 1.1.1) 1.2) 1.2.1)"),
    ("a level that was skipped starts where it starts", {0: TWO.replace('<w:start w:val="1"/>', '<w:start w:val="5"/>')}, {1: (0, "")}, [(1, 1), (1, 0)], "5.5) 6)"),
    ("an override waits for its own level", {0: TWO}, {1: (0, START3)}, [(1, 1), (1, 0), (1, 1)], "1.1) 3) 3.1)"),
    ("lvlRestart 0 never restarts", {0: levels(("decimal", "%1)"), ("decimal", "%2)"), extra={1: '<w:lvlRestart w:val="0"/>'})}, {1: (0, "")}, [(1, 0), (1, 1), (1, 0), (1, 1)], "1) 1) 2) 2)"),
    ("isLgl shows digits", {0: levels(("chineseCounting", "%1、"), ("decimal", "%1.%2)"), extra={1: "<w:isLgl/>"})}, {1: (0, "")}, [(1, 0), (1, 1)], "一、 1.1)"),
    ("numId 0 switches off", {0: ONE}, {1: (0, "")}, [(1, 0), (0, 0), (1, 0)], "1)  2)"),
    ("format none", {0: levels(("none", ""))}, {1: (0, "")}, [(1, 0)], ""),
    ("a list that does not exist", {0: ONE}, {1: (0, "")}, [(9, 0), (1, 0)], " 1)"),
    ("a bullet that can be written", {0: levels(("bullet", "●"))}, {1: (0, "")}, [(1, 0)], "●"),
    ("a bullet of private use", {0: levels(("bullet", "\uf06c"))}, {1: (0, "")}, [(1, 0)], ""),
    ("a bullet of a symbol font", {0: levels(("bullet", "l"), extra={0: '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'})}, {1: (0, "")}, [(1, 0)], ""),
]  # fmt: skip


@pytest.mark.parametrize(("abstracts", "nums", "used", "expected"), [c[1:] for c in LISTS], ids=[c[0] for c in LISTS])
def test_counting(abstracts, nums, used, expected):
    document = read_word(
        source("".join(numbered("@", *at) for at in used), {"numbering.xml": numbering(abstracts, nums)})
    )
    assert " ".join(line.replace("@", "").strip() for line in document.text.split("\n")) == expected


def test_empty_paragraphs_count_cells_and_boxes_share_the_counters():
    body = (
        numbered("", 1)
        + table(row(cell(numbered("甲", 1))))
        + numbered(run("乙") + text_box(numbered("丙", 1)), 1)
        + numbered("丁", 1)
    )
    assert lines(body, {"numbering.xml": numbering({0: ONE}, {1: (0, "")})}) == ["1)", "2)甲", "3)乙", "4)丙", "5)丁"]


def test_deleted_and_hidden_paragraphs_do_not_count():
    mark = "<w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:{}/></w:rPr>"
    gone = para(f'<w:del w:id="1">{run("删")}</w:del>', mark.format("del")) + para(
        run("藏", "<w:vanish/>"), mark.format("vanish")
    )
    assert lines(
        numbered("甲", 1) + gone + numbered("乙", 1), {"numbering.xml": numbering({0: ONE}, {1: (0, "")})}
    ) == ["1)甲", "2)乙"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="一级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="二级"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="关"/><w:basedOn w:val="a1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="ls"><w:name w:val="列表样式"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def test_lists_linked_to_styles():
    linked = levels(
        ("chineseCounting", "%1、"),
        ("chineseCounting", "（%2）"),
        extra={0: '<w:pStyle w:val="a1"/>', 1: '<w:pStyle w:val="a2"/>'},
    )
    body = styled("a1", "甲") + styled("a2", "乙") + styled("a2", "丙") + styled("a3", "丁") + styled("a1", "戊")
    part = numbering({0: linked}, {1: (0, "")})
    assert lines(body, {"numbering.xml": part, "styles.xml": STYLES}) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "丁",
        "二、戊",
    ]


def test_a_list_that_only_names_a_list_style():
    part = numbering({0: '<w:numStyleLink w:val="ls"/>', 1: ONE}, {1: (0, ""), 2: (1, "")})
    assert lines(numbered("甲", 1) + numbered("乙", 2), {"numbering.xml": part, "styles.xml": STYLES}) == [
        "1)甲",
        "2)乙",
    ]


def test_typed_first_then_automatic_from_two():
    part = numbering(
        {0: levels(("chineseCounting", "%1、")).replace('w:start w:val="1"', 'w:start w:val="2"')}, {1: (0, "")}
    )
    document = read_word(source(para("一、甲") + numbered("乙", 1), {"numbering.xml": part}))
    assert (document.text, [b.label for b in document.blocks]) == ("一、甲\n二、乙", [0, 2])


FORMATS = [
    ("decimal", {1: "1", 10: "10"}),
    ("decimalZero", {1: "01", 10: "10"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一○一"}),
    (
        "chineseCountingThousand",
        {
            1: "一",
            10: "十",
            21: "二十一",
            99: "九十九",
            100: "一百",
            101: "一百〇一",
            110: "一百一十",
            1001: "一千〇一",
        },
    ),
    ("japaneseCounting", {10: "十", 99: "九十九", 101: "百一", 1000: "千"}),
    ("taiwaneseCounting", {10: "十", 20: "二十"}),
    ("taiwaneseCountingThousand", {10: "十", 101: "一百零一"}),
    ("ideographDigital", {1: "一", 10: "一〇", 11: "一一", 20: "二〇"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 105: "壹佰零伍"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
    ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
    ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
    ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
    ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
    ("decimalFullWidth", {12: "１２"}),
    ("numberInDash", {3: "- 3 -"}),
    ("upperRoman", {4: "IV", 1999: "MCMXCIX", 99999: "99999"}),
    ("lowerRoman", {9: "ix"}),
    ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
    ("lowerLetter", {28: "bb"}),
    ("nobodyKnows", {7: "7"}),
]


@pytest.mark.parametrize(("form", "shown"), FORMATS, ids=[name for name, _ in FORMATS])
def test_formats(form, shown):
    assert {value: show(value, form) for value in shown} == shown


def test_a_label_text_cannot_fill_the_memory():
    part = numbering({0: levels(("decimal", "%1" * 500_000))}, {1: (0, "")})
    assert len(read_word(source(numbered("甲", 1), {"numbering.xml": part})).text) < 100


HUNDRED = ("一", "十", "十一", "二十", "二十一", "九十九")
LEGAL = ("壹", "壹拾", "壹拾壹", "贰拾", "贰拾壹", "玖拾玖")
CHINESE = [
    ("chineseCounting", *HUNDRED, "一○一"),
    ("chineseCountingThousand", *HUNDRED, "一百〇一"),
    ("japaneseCounting", *HUNDRED, "百一"),
    ("taiwaneseCounting", *HUNDRED, "一○一"),
    ("taiwaneseCountingThousand", *HUNDRED, "一百零一"),
    ("ideographDigital", "一", "一〇", "一一", "二〇", "二一", "九九", "一〇一"),
    ("taiwaneseDigital", "一", "一○", "一一", "二○", "二一", "九九", "一○一"),
    ("japaneseDigitalTenThousand", "一", "一〇", "一一", "二〇", "二一", "九九", "一〇一"),
    ("chineseLegalSimplified", *LEGAL, "壹佰零壹"),
    ("ideographLegalTraditional", "壹", "壹拾", "壹拾壹", "貳拾", "貳拾壹", "玖拾玖", "壹佰零壹"),
    ("decimalEnclosedCircleChinese", "①", "⑩", "⑪", "⑳", "21", "99", "101"),
    ("decimalFullWidth", "１", "１０", "１１", "２０", "２１", "９９", "１０１"),
]


@pytest.mark.parametrize("case", CHINESE, ids=[case[0] for case in CHINESE])
def test_chinese_formats_where_they_differ(case):
    assert tuple(show(value, case[0]) for value in (1, 10, 11, 20, 21, 99, 101)) == case[1:]


@given(st.integers(0, 10**9), st.sampled_from([name for name, _ in FORMATS]))
def test_any_value_has_a_short_label(value, form):
    assert 0 < len(show(value, form)) < 40


TYPED = "青岚区教育局2025年法治政府建设情况报告\n2025年，我局认真履行职责，现将情况报告如下。\n一、工作情况\n"


@pytest.mark.parametrize(
    ("start", "found"),
    [(2, []), (3, [(5, "序号从“一、”跳到“三、”，缺“二、”，请核对是否漏了内容或序号有误")])],
    ids=["goes on", "leaves a gap"],
)
def test_a_typed_number_and_automatic_ones_are_one_sequence(pack, general, start, found):
    part = numbering(
        {0: levels(("chineseCounting", "%1、")).replace('w:start w:val="1"', f'w:start w:val="{start}"')}, {1: (0, "")}
    )
    body = "".join(para(line) for line in TYPED.splitlines()) + para("开展培训3场次。")
    body += numbered("存在的问题", 1) + para("执法力量不足。") + numbered("下一步打算", 1) + para("加强培训。")
    report = check_document(fold(read_word(source(body, {"numbering.xml": part}))), Plan(pack, general, Settings()))
    told = [finding for finding in report.findings if finding.rule.endswith("/numbering")]
    assert [(finding.line, finding.message) for finding in told] == found


RESTARTED = numbering({0: levels(("decimal", "%1、"))}, {1: (0, ""), 2: (0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')})  # fmt: skip
GONE = '<w:del w:id="9"><w:r><w:delText>删</w:delText></w:r></w:del>'
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{}</w:numPr>'
SHOWN = [
    ("a list that starts anew", numbered("甲", 1) + numbered("乙", 1) + numbered("丙", 2), RESTARTED, ["1、甲", "2、乙", "1、丙"]),
    ("a deleted paragraph is not counted", para(GONE, LISTED.format("") + '<w:rPr><w:del w:id="2"/></w:rPr>') + numbered("甲", 1), RESTARTED, ["1、甲"]),
    ("a number that a tracked change gave", para("甲", LISTED.format('<w:ins w:id="2"/>')), RESTARTED, ["1、甲"]),
    ("a number that a tracked change took", para("甲", f'<w:pPrChange w:id="1"><w:pPr>{LISTED.format("")}</w:pPr></w:pPrChange>'), RESTARTED, ["甲"]),
    ("a hidden number", numbered("甲", 1), RESTARTED.replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>", 1), ["甲"]),
    ("hidden switched off", numbered("甲", 1), RESTARTED.replace("</w:lvl>", '<w:rPr><w:vanish w:val="0"/></w:rPr></w:lvl>', 1), ["1、甲"]),
    ("in a content control", f"<w:sdt><w:sdtContent>{numbered('甲', 1)}</w:sdtContent></w:sdt>" + numbered("乙", 1), RESTARTED, ["1、甲", "2、乙"]),
    ("in alternate content", f'<mc:AlternateContent><mc:Choice Requires="wps">{numbered("甲", 1)}</mc:Choice><mc:Fallback>{numbered("甲", 1)}</mc:Fallback></mc:AlternateContent>' + numbered("乙", 1), RESTARTED, ["1、甲", "2、乙"]),
    ("stems", numbered("甲", 1) + numbered("乙", 1), RESTARTED.replace("decimal", "ideographTraditional"), ["甲、甲", "乙、乙"]),
    ("circles", numbered("甲", 1) + numbered("乙", 1), RESTARTED.replace("decimal", "decimalEnclosedCircleChinese"), ["①、甲", "②、乙"]),
    ("behind one that was typed", para("一、甲") + numbered("乙", 1), RESTARTED.replace("decimal", "chineseCounting").replace('<w:start w:val="1"', '<w:start w:val="2"'), ["一、甲", "二、乙"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "part", "expected"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_numbers_that_are_shown(body, part, expected):
    assert lines(body, {"numbering.xml": part}) == expected


def test_numbers_of_fields_follow_the_level_of_their_heading():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
    )
    body = "".join(styled(f"h{level}", field(" AUTONUMLGL ") + run("题")) for level in (1, 2, 2, 1, 2))
    assert lines(body, {"styles.xml": styles}) == ["1.题", "1.1.题", "1.2.题", "2.题", "2.1.题"]
