"""Hard-wrapped text: what is one paragraph, what stays a line of its own, and where a place then leads."""

from __future__ import annotations

import pytest

from reportlint.document import Span
from reportlint.readers import read

BODY = (
    "区局坚持依法履职，全年检查企业1320家次，同比减少12.5%，发现问题286个，其中立行立改264个、限期整改22个，均已完成；"
    "办理行政处罚案件46件，罚没款35.6万元，重大执法决定均经法制审核，持证执法人员58人，未发生行政复议纠错和行政诉讼败诉案件。"
)
LINES = ["一、主要做法", BODY, "二、短板和原因", BODY, "三、下一步打算", BODY]


def _width(text):
    return sum(2 if char > "\u2000" else 1 for char in text)


def wrapped(lines, width, indent="", measure=_width):
    shown = []
    for line in lines:
        row = indent
        for char in line:
            if measure(row + char) > width and char not in "，。；、）":
                shown.append(row)
                row = ""
            row += char
        shown.append(row)
    return "\n".join(shown) + "\n"


def paragraphs(tmp_path, text, name="稿.txt"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = read(str(path))
    return document, [document.text[block.start : block.end] for block in document.blocks if block.end > block.start]


WRAPPED = [
    wrapped(LINES, 56),
    wrapped(LINES, 64, "　　"),
    wrapped(LINES, 70, "    "),
    wrapped(LINES, 40),
    wrapped(LINES, 30, measure=len),
    wrapped(LINES, 56).replace("\n二、", "\n\n二、"),
]


@pytest.mark.parametrize("text", WRAPPED, ids=range(len(WRAPPED)))
def test_paragraphs_are_whole_again(tmp_path, text):
    _, found = paragraphs(tmp_path, text)
    assert [line.strip() for line in found] == LINES


APART = [
    "一、主要做法\n" + BODY + "\n二、短板和原因\n" + BODY + "\n三、下一步打算\n" + BODY,
    "\n".join(f"（{number}）健全机制，规范程序，强化监督，提升质效。" for number in "一二三四五六七八九十"),
    "\n".join(f"{number}．持证执法人员应在检查前出示证件并说明来意" for number in range(1, 12)),
    "\n".join(["普法活动名称及举办地点（社区）\t场次\t受众（人次）"] * 10),
    "\n".join(["主要做法", "抓学习", "抓执法", "抓普法", "短板", "力量不足", "下一步打算", "补充力量", "落款"]),
    wrapped([BODY[:40], BODY[:50], "完。"], 56),
]


@pytest.mark.parametrize("text", APART, ids=range(len(APART)))
def test_other_lines_stay_apart(tmp_path, text):
    document, found = paragraphs(tmp_path, text)
    assert found == [line for line in text.split("\n") if line]
    assert document.removed == ()


def test_a_place_is_that_of_the_file(tmp_path):
    text = wrapped(LINES, 56, "　　")
    document, _ = paragraphs(tmp_path, text)
    assert document.source == text
    at = document.text.index("罚没款35.6万元")
    source = document.source_span(Span(at, at + len("罚没款35.6万元")))
    assert text[source.start : source.end].replace("\n", "") == "罚没款35.6万元"
    line = text.count("\n", 0, source.start) + 1
    assert document.position(source.start).line == line


def test_markdown_is_unwrapped_but_for_what_begins_a_block(tmp_path):
    marked = "# 标题\n" + wrapped(LINES, 56) + "\n- 学法12次\n- 述法1次\n| 单位 | 件数 |\n| --- | --- |\n"
    _, plain = paragraphs(tmp_path, wrapped(LINES, 56))
    _, found = paragraphs(tmp_path, marked, "稿.md")
    assert found == ["标题", *plain, "- 学法12次", "- 述法1次", "| 单位 | 件数 |", "| --- | --- |"]


WIDE = 23
LONG = (
    "2025年检查企业1286家，发现问题342个，整改完成336个，移送线索12条，办结行政处罚案件56件，罚款35.6万元，公示处罚信息56条，"
    "没有一件被复议机关或者法院撤销，群众满意率98.6%，较上年提高1.2个百分点，案卷合格率100%，其中优秀案卷12卷，送法上门36次。"
)


def test_a_line_that_begins_with_a_comma_tells_that_a_short_text_is_wrapped(tmp_path):
    lines = [LONG[at : at + WIDE] for at in range(0, len(LONG), WIDE)]
    assert any(line.startswith("，") for line in lines)
    _, found = paragraphs(tmp_path, "\n".join(["一、主要做法", *lines, "二、不足和原因", "力量不足，因为编制少。"]))
    assert found == ["一、主要做法", LONG, "二、不足和原因", "力量不足，因为编制少。"]
