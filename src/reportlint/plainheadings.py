"""Chapters of a draft that numbers none: numbers that Word makes are lost where a draft is copied as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportlint.document import Document, Span
from reportlint.headings import Found, labelled
from reportlint.lazyre import HAN, lazy

_PLAIN_TITLE = lazy(
    rf"[●○◎◆◇■□▲△★☆▶►]?[ \t\u3000]*(?:{HAN}|[\d、]){{0,11}}"
    "(?:情况|工作|回顾|总结|做法|举措|措施|成效|成绩|问题|不足|短板|差距|原因|成因|分析|环节|困难|打算|安排|计划|思路"
    "|展望|谋划|部署|任务|方向|重点|职责|之处|方面)"
)
# 力量不足, 普法形式单一的问题: one shortcoming, not their chapter
_FLAW = lazy(
    rf"(?!主要|存在|面临|工作|当前|目前|自身|突出|问题|困难){HAN}{{2,8}}(?<![和与的、在])(?:不足|困难|短板|差距|问题)"
)
_MAX_PLAIN = 15
_MAX_OVER = 28  # code points of a title without a label; what stands below it is longer
_SHORT_LINE = lazy(r"(?![（(【]|(?!20\d\d年)\d|[一二三四五六七八九十]+[、是])[^。！？；：:!?;\n\t]{3,28}")
_BRACKETED = lazy(r"【[^【】\n]{2,24}】")
_ENOUGH_TITLES = 3


def plain_headings(document: Document, skip: frozenset[int]) -> Iterator[Found]:
    """Chapters without labels, in a draft that numbers none: a short line that ends like a chapter's title.

    What follows must be longer than a title, a sentence, or an item that has a label. Where three short lines stand over
    paragraphs each, they are titles whatever they say (党建引领，凝聚合力), and so is what stands in 【】; then a chapter's
    title may stand over such a line, whose level is the one below.
    """
    lines = [
        (index, document.text[block.start : block.end].strip(), block)
        for index, block in enumerate(document.blocks)
        if block.kind != "row" and not block.story and not block.contents and index not in skip
    ]
    lines = [line for line in lines if line[1]]
    over = {above[0] for above, below in pairwise(lines) if _stands_over(above[1], below[1])}
    many = len(over) >= _ENOUGH_TITLES
    titles: list[tuple[int, bool]] = []
    nested = below_chapter = False
    for (index, line, _), (lower, below, _) in pairwise(lines):
        named = len(line) <= _MAX_PLAIN and _PLAIN_TITLE.fullmatch(line) is not None and not labelled(line)
        parts = named and many and lower in over
        told = len(below) > _MAX_PLAIN or below[-1] in "。；：" or labelled(below)
        if (many and index in over) or (named and (told or parts)):
            titles.append((index, named and not below_chapter and not _FLAW.fullmatch(line)))
            nested = nested or parts
        below_chapter = parts
    for index, named in titles:
        block = document.blocks[index]
        line = document.text[block.start : block.end].strip()
        start = document.text.index(line, block.start)
        inner = 1 if line.startswith("【") else 0
        title = Span(start + inner, start + len(line) - inner)
        yield Found("none", 0, Span(start, start), title, index, False, (1 if named else 2) if nested else 0)


def _stands_over(line: str, below: str) -> bool:
    """Whether a short line without a stop stands over a paragraph, as a title does."""
    if _BRACKETED.fullmatch(line):
        return True
    return (
        _SHORT_LINE.fullmatch(line) is not None
        and len(below) > _MAX_OVER
        and below.rstrip("”’）)")[-1:] in tuple("。；：！")
    )
