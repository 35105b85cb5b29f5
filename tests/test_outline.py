"""The outline by label grammar: levels, run-in headings, leads, both widths."""

from __future__ import annotations

import pytest

from reportlint.examples import as_document
from reportlint.outline import read_outline


def shown(text):
    return [(h.depth, h.kind, h.number, h.title, h.run_in) for h in read_outline(as_document(text)).headings]


CASES = [
    ("一、主要工作\n正文。", [(1, "han", 1, "主要工作", False)]),
    ("一、2025年主要工作\n正文。", [(1, "han", 1, "2025年主要工作", False)]),
    ("一、  主要工作\n正文。", [(1, "han", 1, "主要工作", False)]),
    ("　　一、主要工作\n正文。", [(1, "han", 1, "主要工作", False)]),
    ("第一部分 主要工作\n一、甲\n（一）子\n1.天\n（1）地\n正文。", [
        (1, "chapter", 1, "主要工作", False), (2, "han", 1, "甲", False), (3, "han-paren", 1, "子", False),
        (4, "arabic", 1, "天", False), (5, "arabic-paren", 1, "地", False)]),
    ("(一)压实责任。召开会议。", [(1, "han-paren", 1, "压实责任", True)]),
    ("（一）压实责任。召开会议。", [(1, "han-paren", 1, "压实责任", True)]),
    ("1、压实责任\n2．抓落实", [(1, "arabic", 1, "压实责任", False), (1, "arabic", 2, "抓落实", False)]),
    ("一是抓学习。二是抓落实。", [(1, "lead", 1, "抓学习", True), (1, "lead", 2, "抓落实", True)]),
    ("（一）健全机制，不断完善一是抓学习。二是抓落实。", [
        (1, "han-paren", 1, "健全机制，不断完善", True), (2, "lead", 1, "抓学习", True), (2, "lead", 2, "抓落实", True)]),
    ("二、刀刃向内：查摆出来的不足及根源\n执法力量薄弱。", [(1, "han", 2, "刀刃向内：查摆出来的不足及根源", False)]),
    ("（一）抓关键:压实各方责任\n正文。", [(1, "han-paren", 1, "抓关键:压实各方责任", False)]),
    ("（一）责任领导：吴镇长\n（二）责任单位：司法所\n正文。", [
        (1, "han-paren", 1, "责任领导", True), (1, "han-paren", 2, "责任单位：司法所", False)]),
    ("一、抓关键：压实各方责任。\n正文。", [(1, "han", 1, "抓关键", True)]),
    ("一、抓关键：召开会议3次\n正文。", [(1, "han", 1, "抓关键", True)]),
    ("一、抓关键：压实各方责任", [(1, "han", 1, "抓关键", True)]),
    ("1.承办单位：法规股\n正文。", [(1, "arabic", 1, "承办单位", True)]),
    ("壹、主要工作\n一、甲\n贰、存在的不足\n正文。", [
        (1, "chapter", 1, "主要工作", False), (2, "han", 1, "甲", False), (1, "chapter", 2, "存在的不足", False)]),
    ("叁、存在的不足\n正文。", []),
    ("1 主要工作\n1.1 组织领导\n正文。\n1.2 行政执法\n2 存在的不足\n正文。", [
        (1, "han", 1, "主要工作", False), (2, "han-paren", 1, "组织领导", False), (2, "han-paren", 2, "行政执法", False),
        (1, "han", 2, "存在的不足", False)]),
    ("1.1 万人参加活动。\n1.5 倍以上。\n3 家企业整改", []),
    ("一是抓学习。二是一些干部抓落实。", [(1, "lead", 1, "抓学习", True), (1, "lead", 2, "一些干部抓落实", True)]),
    ("2025年，我局认真履职。", []),
    ("1.5万人参加。", []),
    ("目　录\n一、主要工作……1\n二、存在问题……3\n一、主要工作\n正文。\n二、存在问题\n正文。", [
        (1, "han", 1, "主要工作", False), (1, "han", 2, "存在问题", False)]),
    ("目录\n一、主要工作\n正文。\n二、存在问题\n正文。", [(1, "han", 1, "主要工作", False), (1, "han", 2, "存在问题", False)]),
    ("二、上年结转申请数量\t\t\t1\t0\t1", []),
    ("\t\t2.没有现成信息需要另行制作\t1\t0", []),
    ("（二）监督抽检批次\t96.5%", []),
    ("一、\t主要工作\n正文。", [(1, "han", 1, "主要工作", False)]),
    ("12.4宪法日", []),
    ("十二是一个数。统一是目标。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:12] for text, _ in CASES])
def test_headings(text, expected):
    assert shown(text) == expected


def test_a_page_without_line_breaks_still_has_headings():
    filler = "我局认真落实各项要求，扎实推进依法行政各项工作，取得了新的进展。" * 6
    text = f"现将情况报告如下。一、主要工作（一）压实责任。{filler}（二）抓好学习。{filler}二、存在的问题{filler}三、下一步打算{filler}"
    assert [(h.kind, h.number) for h in read_outline(as_document(text)).headings] == [
        ("han", 1), ("han-paren", 1), ("han-paren", 2), ("han", 2), ("han", 3),
    ]  # fmt: skip


def test_what_belongs_to_a_heading_ends_at_the_next_of_its_level():
    text = "一、甲\n（一）子\n正文。\n二、乙\n正文。"
    outline = read_outline(as_document(text))
    assert [text[h.start : h.end] for h in outline.headings] == [
        "一、甲\n（一）子\n正文。\n",
        "（一）子\n正文。\n",
        "二、乙\n正文。",
    ]


def test_markdown_levels_make_headings(tmp_path):
    from reportlint.readers import read

    path = tmp_path / "稿.md"
    path.write_text("# 主要工作\n\n正文。\n\n## 学习\n\n正文。\n\n```\n# 不是标题\n```\n", encoding="utf-8")
    assert [(h.depth, h.title) for h in read_outline(read(str(path))).headings] == [(1, "主要工作"), (2, "学习")]


LONG = "区局认真履行职责，健全制度、规范程序、强化监督，各项任务按时完成，群众反映良好，有关情况如下。"

UNNUMBERED = [  # drafts whose numbers were lost on the way: (depth, title) of each heading
    (f"主要做法\n{LONG}\n短板和原因\n{LONG}\n2026年工作打算\n{LONG}", [
        (1, "主要做法"), (1, "短板和原因"), (1, "2026年工作打算")]),
    (f"主要做法\n党建引领，凝聚合力\n{LONG}\n赋权增能，执法下沉\n{LONG}\n短板和原因\n力量不足\n{LONG}\n2026年工作打算\n{LONG}", [
        (1, "主要做法"), (2, "党建引领，凝聚合力"), (2, "赋权增能，执法下沉"), (1, "短板和原因"), (2, "力量不足"), (1, "2026年工作打算")]),
    (f"主要做法\n{LONG}\n不足之处\n一年来的工作还有不足：\n{LONG}\n2026年思路\n（一）抓学习。{LONG}", [
        (1, "主要做法"), (1, "不足之处"), (1, "2026年思路"), (2, "抓学习")]),
    (f"主要做法\n深化普法工作\n{LONG}\n规范执法\n{LONG}\n不足和原因\n{LONG}\n下步打算\n{LONG}", [
        (1, "主要做法"), (2, "深化普法工作"), (2, "规范执法"), (1, "不足和原因"), (1, "下步打算")]),
    (f"{LONG}\n{LONG}\n全年办理案件120件\n{LONG}", []),
    (f"云川市\n青岚区\n{LONG}\n2025年是收官之年。\n{LONG}", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNNUMBERED, ids=range(len(UNNUMBERED)))
def test_chapters_without_numbers(text, expected):
    assert [(h.depth, h.title) for h in read_outline(as_document(text)).headings] == expected
