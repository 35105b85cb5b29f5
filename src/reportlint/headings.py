"""Where headings and leads stand: labels typed or made by Word, levels the format states, titles cut from their body.

Official reports number their headings by a fixed grammar (GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. then （1）); two
thirds of the second-level headings run into their body (（一）压实责任。正文…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reportlint.document import Block, Document, Span
from reportlint.lazyre import cached, lazy
from reportlint.numerals import han_number
from reportlint.rarelabels import rare_beginnings, rare_label
from reportlint.record import record
from reportlint.spacedrows import spaced_rows

LabelKind = Literal["chapter", "section", "han", "han-paren", "arabic", "arabic-paren", "circled", "lead", "none"]

_HAN = "一二三四五六七八九十百〇零"
_LABEL = lazy(
    rf"(?P<chapter>第\s?(?P<c>[{_HAN}]+|\d+)\s?(?:章|部分)[\s、:：]*)"
    rf"|(?P<section>第\s?(?P<s>[{_HAN}]+|\d+)\s?节[\s、:：]*)"
    rf"|(?P<han>(?P<h>[{_HAN}]+)\s?(?:、|[．.](?!\d))\s*)"
    rf"|(?P<hanparen>[（(〔\[]\s?(?P<p>[{_HAN}]+)\s?[）)〕\]][、．.]?\s*)"
    r"|(?P<arabic>(?P<a>\d{1,2})\s?(?:、|[.．](?:(?!\d)|(?=20\d\d年)|(?=1[0-9]{4}(?!\d)[^.,元万]))|[）)])\s*)"  # 2.12348热线: a hotline
    r"|(?P<arabicparen>[（(]\s?(?P<b>\d{1,2})\s?[）)]\s*)"
    r"|(?P<circled>(?P<o>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫])\s*)"
)
_LEAD = lazy(rf"(?P<number>[{_HAN}]{{1,3}})(?:是|要)(?!一[是、，,。]|否|非[曲观界面问])|(?P<word>首先|其次|再次)[，,]")
_TITLE_END = lazy(r"[。！？!?：:；;\n]|(?<![A-Za-z0-9])\.(?![0-9A-Za-z])")
_INSIDE = lazy(
    rf"(?<![{_HAN}第、“（(])(?P<h>[{_HAN}]{{1,3}})、(?=[^{_HAN}])|[（(](?P<p>[{_HAN}]{{1,3}})[）)](?=[^、，。])"
)
_CLAUSE_END = lazy(r"[，。；;]|,(?!\d{3})")
_LEAD_END = lazy(r"[。，；;：:、\n]|,(?!\d{3})")
_BEFORE_LEAD = "。；;，,：:、！ \n\t）).】]>…"
MAX_TITLE = 60
_CHAPTERS = ("chapter", "section", "han", "han-paren")
_SUBTITLE = lazy(r"[：:]\s*[^。！？!?；;：:\d《》\n]{3,24}")
_RUN_ON = 300  # code points; a shorter paragraph is not a whole report without line breaks
_ENOUGH_CUTS = 3


@record
class Found:
    """A heading as it stands in a block, before it has a place in the tree; see ``outline.Heading`` for the fields."""

    kind: LabelKind
    number: int
    label: Span
    span: Span
    block: int
    run_in: bool
    stated: int


# a row of a table pasted into plain text: 二、上年结转申请数量	1	0 (but 一、	主要工作 is a heading)
_ROW = lazy(r"\t[^\t\n]*\t[^\t\n]*\t|\t[ \t]*\d[\d,.]*[%％]?[ ]*(?:\t|$)")
_CONTENTS = lazy(r"(?m)目[ \t\u3000]*[录次][ \t\u3000]*$")


def find_headings(document: Document, skip: frozenset[int]) -> Iterator[Found]:
    """All headings and leads of the body, in order, without the blocks to skip."""
    listed = _listed(document) | spaced_rows(document)
    rare = rare_beginnings(document.text)
    for index, block in enumerate(document.blocks):
        if index in skip or block.story or block.contents or block.kind == "row" or block.end == block.start:
            continue
        if index in listed or _ROW.search(document.text, block.start, block.end):
            continue
        for start, end in _pieces(document.text, block):
            yield from _piece(document.text, block, start, end, index, rare)


def _listed(document: Document) -> frozenset[int]:
    """The lines of a contents list typed by hand: below 目录, up to where the first of them comes again."""
    if _CONTENTS.search(document.text) is None:
        return frozenset()
    lines = [_bare(document.text[block.start : block.end]) for block in document.blocks]
    at = next((at for at, line in enumerate(lines) if line in ("目录", "目次")), len(lines))
    first = next((at for at in range(at + 1, len(lines)) if lines[at]), len(lines))
    again = next((at for at in range(first + 1, len(lines)) if lines[at] == lines[first]), first)
    below = set(lines[again:])
    alike = sum(1 for line in lines[first:again] if line in below)
    return frozenset(range(first, again)) if alike * 2 > again - first else frozenset()


def _bare(line: str) -> str:
    """A line without spaces, and without the dots and the page number of a contents list."""
    return cached(r"[.．…·]{2,}\d*$|(?<=\D)\d{1,3}$").sub("", cached(r"\s").sub("", line)) if len(line) < 80 else line


def labelled(line: str) -> bool:
    """Whether a line begins with a label: 一、 or （一） or 1."""
    return _LABEL.match(line) is not None


def _piece(text: str, block: Block, start: int, end: int, index: int, rare: str) -> Iterator[Found]:
    while start < end and text[start] in " \t\n":
        start += 1
    heading = _heading(text, block, start, end, index, rare)
    if heading is not None:
        yield heading
        if not heading.run_in:
            return
    if "是" in text[start:end] or "首先" in text[start:end] or "一要" in text[start:end]:
        yield from _leads(text, heading.span.end if heading else start, end, index)


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The block cut before headings that stand in mid-paragraph: pages copied without line breaks run everything on."""
    cuts = [block.start]
    if block.end - block.start > _RUN_ON:
        han, paren = 0, 0
        for match in _INSIDE.finditer(text, block.start, block.end):
            number = han_number(match["h"] or match["p"]) or 0
            if match["h"] and number == han + 1:
                han, paren = number, 0
            elif match["p"] and number in (1, paren + 1):
                paren = number
            else:
                continue
            if match.start() > block.start:
                cuts.append(match.start())
        if len(cuts) < _ENOUGH_CUTS:
            cuts = cuts[:1]
    yield from zip(cuts, [*cuts[1:], block.end], strict=True)


def _heading(text: str, block: Block, start: int, end: int, index: int, rare: str) -> Found | None:
    match = _LABEL.match(text, start, end)
    found = (*_label(match), match.end()) if match else None
    if found is None and rare and start < end and text[start] in rare:
        found = rare_label(text, start, end)
    if found is None:
        return _plain_heading(text, block, start, index)
    kind, number, label_end = found
    label = Span(start, label_end)
    title_end, run_in = _title_end(text, label.end, end)
    if run_in and kind in _CHAPTERS and text[title_end] in "：:":
        title_end, run_in = _with_subtitle(text, title_end, end, kind)
    if title_end - label.end < 1:
        return Found(kind, number, label, Span(label.end, label.end), index, False, block.level)
    return Found(kind, number, label, Span(label.end, title_end), index, run_in, block.level)


def _label(match: re.Match[str]) -> tuple[LabelKind, int]:
    if match["chapter"]:
        return "chapter", _value(match["c"])
    if match["section"]:
        return "section", _value(match["s"])
    if match["han"]:
        return "han", _value(match["h"])
    if match["hanparen"]:
        return "han-paren", _value(match["p"])
    if match["arabic"]:
        return "arabic", _value(match["a"])
    if match["arabicparen"]:
        return "arabic-paren", _value(match["b"])
    return "circled", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫".index(match["o"]) + 1


def _value(number: str) -> int:
    return int(number) if number.isdigit() else han_number(number) or 0


def _title_end(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where a title ends and whether body text follows it in the same paragraph."""
    glued = text.find("一是", start, min(end, start + MAX_TITLE))
    stop = _TITLE_END.search(text, start, end)
    if glued > start and (stop is None or glued < stop.start()) and text.find("二是", glued, end) > 0:
        return glued, True
    if stop is None:
        title_end = end
        while title_end > start and text[title_end - 1] in " \t":
            title_end -= 1
        if title_end - start <= MAX_TITLE:
            return title_end, False
        clause = _CLAUSE_END.search(text, start, title_end)
        return (clause.start() if clause else start + MAX_TITLE), True
    if stop.start() - start > MAX_TITLE:  # a numbered sentence: its first clause is all the title it has
        clause = _CLAUSE_END.search(text, start, stop.start())
        return (clause.start() if clause else start + MAX_TITLE), True
    return stop.start(), bool(text[stop.end() : end].strip())


def _with_subtitle(text: str, colon: int, end: int, kind: LabelKind) -> tuple[int, bool]:
    """Where a title of two halves ends (问题导向：存在的不足和原因), over a paragraph that is no item of the same list."""
    line = text[colon:end].rstrip()
    if not _SUBTITLE.fullmatch(line):
        return colon, True
    below = end
    while below < len(text) and text[below] in " \t\n\u3000":
        below += 1
    following = _LABEL.match(text, below)
    if below == len(text) or (following and _label(following)[0] == kind):
        return colon, True
    return colon + len(line), False


def _plain_heading(text: str, block: Block, start: int, index: int) -> Found | None:
    """A heading without a label: Word or Markdown says so, and it is short enough to be one."""
    end = block.end
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    if not block.level or not start < end <= start + MAX_TITLE:
        return None
    return Found("none", 0, Span(start, start), Span(start, end), index, False, block.level)


def _leads(text: str, start: int, end: int, index: int) -> Iterator[Found]:
    """一是…。二是…。 within a paragraph: each is a small heading of its own, up to the next."""
    for match in _LEAD.finditer(text, start, end):
        before = "。" if match.start() <= start or said(text, match.start()) else text[match.start() - 1]
        number = {"首先": 1, "其次": 2, "再次": 3}.get(match["word"] or "") or _value(match["number"] or "一")
        if before not in _BEFORE_LEAD and not (number == 1 and match["number"]):
            continue
        if number > 10 and text[match.end() : match.end() + 1] == "一":
            continue  # 十二是一个数; but 二是一些单位… is a lead
        if before not in _BEFORE_LEAD and _idiomatic(text, match):
            continue
        stop = _LEAD_END.search(text, match.end(), min(end, match.end() + MAX_TITLE))
        title_end = stop.start() if stop else min(end, match.end() + MAX_TITLE)
        yield Found("lead", number, Span(*match.span()), Span(match.end(), title_end), index, True, 0)


def said(text: str, at: int) -> bool:
    """Whether a quoted sentence ends before a place: 他说：“办得快！”二是…."""
    return text[at - 1 : at] in ("”", "’", "」", '"') and text[at - 2 : at - 1] in ("。", "！", "？", "!", "?", "…")


def _idiomatic(text: str, match: re.Match[str]) -> bool:
    """统一是, 之一是, 唯一是: 一 belongs to the word before it; glued leads (…完善一是…) need a 二是 to follow."""
    before = text[match.start() - 1]
    return before in "之统唯第其同万专如十" or "二是" not in text[match.end() : match.end() + 400]
