"""The words a pattern needs: where the pattern occurs, one of them is there; what is not understood needs none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.patterns import Pattern
from reportlint.patternset import PatternSet
from reportlint.rulepacks import builtin_names, load_pack
from reportlint.rulepacks.needed import needed_words
from reportlint.skeleton import Skeleton


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("待补充", (("待补充",),)),
        ("待(?:补充|核实)数据", (("待核实数据", "待补充数据"),)),
        ("待补充?", (("待补",),)),
        (r"\d+(?:余|多)?件", (("0件", "0余件", "0多件"),)),
        (r"1[3-9]\d{9}", (("0" * 11,),)),
        (r"20\d\d\s?年 {1,}月", (("0000 年 ", "0000年 "), (" 月",))),
        ("由[A-Z]{1,2}局", (("由a",), ("a局",))),
        ("、{2,}件", (("、、件",),)),
        ("(?:甲乙)+丙", (("甲乙丙",),)),
        ("[甲乙]局[^。]{0,9}", (("乙局", "甲局"),)),
        ("[^。]{0,9}略去", (("略去",),)),
        ("(?P<at>略去)(?:内容)*", (("略去",),)),
        ("^(?:见){2}附件$", (("见见附件",),)),
        ("第[^。]*条款[^。]*项", (("条款",), ("第",), ("项",))),
        ("甲[^。]*略去|乙[^。]*附件", (("略去", "附件"),)),
        ("（略", (("(略",),)),
        ("(?i)abc待填", (("aaa待填",),)),
        ("abc", (("aaa",),)),
        (r"a\.b", (("a.a",),)),
        ("a.b", (("a",),)),
        (r"\x{4e00}\x41", (("一a",),)),
        (r"\101甲", (("甲",),)),
        ("甲|", ()),
        ("甲*", ()),
        ("甲|乙*", ()),
        (r"\p{Han}[一-龥]", ()),
        ("(?i)ж", ()),
        (r"\Q甲+\E", ()),
        ("[[:alpha:]]]甲", ()),
        ("[一-丂]", (("一", "丁", "丂"),)),
        ("a{2}", (("aa",),)),
        ("[]甲]乙", ((")乙", "甲乙"),)),
    ],
)
def test_the_words(source, words):
    assert needed_words(source) == words


def test_where_the_words_would_be_too_many_only_parts_of_them_are_looked_for():
    first, second = "甲乙丙丁戊己庚辛壬", "子丑寅卯辰巳午未申酉戌亥"
    assert needed_words(f"[{first}][{second}]条款") == (
        tuple(sorted(char + "条款" for char in second)),
        tuple(sorted(first)),
    )
    assert needed_words(f"(?:{'|'.join(a + b for a in first for b in second)})条款") == (("条款",),)


PIECES = st.sampled_from(
    [
        "甲",
        "乙",
        "，",
        "[甲丙]",
        "[^丙]",
        ".",
        "(?:甲|丙乙)",
        "(?:乙|)",
        "(?:甲+乙|丙{2,})",
        r"\s",
        r"\d",
        r"[\d甲]",
        "[a-b]",
        r"\.",
        "^",
        "(?i)",
        "a",
        "B",
        "1",
        r"\x{4e59}",
    ]
)
REPEATS = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,2}?"])
SOURCES = st.lists(st.tuples(PIECES, REPEATS), min_size=1, max_size=5).map(
    lambda parts: "".join(piece + ("" if piece in ("^", "(?i)") else repeat) for piece, repeat in parts)
)


@given(st.lists(SOURCES, min_size=1, max_size=3).map("|".join), st.text("甲乙丙，,.aAbB 12\n", min_size=1, max_size=8))
def test_where_a_pattern_occurs_one_of_its_words_does(source, text):
    pattern = Pattern(source, needed_words(source))
    if pattern.search(text):
        assert pattern.may_occur(Skeleton(text))
        assert PatternSet([pattern], loose=True).occurring(text) == {pattern}


@pytest.mark.parametrize("pack", builtin_names())
def test_no_example_is_overlooked(pack):
    for rule in load_pack(pack).rules:
        for pattern in rule.check.triggers():
            for text in (*rule.examples.bad, *rule.examples.good):
                assert pattern.may_occur(Skeleton(text)) or not pattern.search(text)


def test_the_second_text_is_told_by_the_set():
    patterns = [Pattern("待(?:补充|核实)", (("待",),)), Pattern("略去", (("略去",),))]
    known = PatternSet(patterns, loose=True)
    assert known.occurring("等待") == {patterns[0]}
    assert known.occurring("等待") == set()
