"""``promised-count``: 主要抓了五方面工作, and then four are named; 以上四项, and three were named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.numerals import han_number
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record

_N = r"(?P<n>[两三四五六七八九十]|[2-9])"
_COUNT = lazy("[两三四五六七八九十2-9](?:[个项点类条大种环]|方面|件事)")
_PROMISE = lazy(
    rf"(?P<at>{_N}个?(?:大?方面|项|点|类|条|件事|个?环节|项措施|项举措|项工作|个问题|个不足|个短板))"
    r"(?:的?(?:主要|重点|突出)?(?:工作|问题|不足|短板|内容|措施|举措|任务|打算|安排|情况|原因|建议|重点)[，,]?|(?<=方面)[，,])?”?[：:。]?\s*$"
)
_COLON = lazy(  # what is named behind a colon is what was counted, if it is no set of that name (三项制度)
    rf"(?P<at>{_N}(?:个|项|大|条|点|种)(?:重点|主要|专项)?(?:行动|机制|抓手|步骤|关口|重点|难点|层面|维度|目标|特点|变化|做法|亮点|突破|体会|经验|要求|途径|渠道|环节))”?[：:]\s*$"
)
_SIDES = lazy(rf"从(?:以下)?(?P<at>{_N}个?方面)(?:{HAN}{{2,14}})[。：:]\s*$")
_SAME = lazy(rf"(?P<at>{_N}(?:个|大|项)(?P<noun>{HAN}{{2}}))[：:，,。]\s*$")
_BACK = lazy(rf"(?P<at>{_N}(?:个方面|项|点|条|个问题)(?:工作|措施|举措|做法|问题|不足|任务)?)")
_PARTS = lazy(rf"(?P<at>{_N}个(?:部分|方面))[^。，\n]{{0,8}}(?:报告|汇报)如下")
_SERIES = {
    "第一，": tuple(f"第{number}，" for number in "二三四五六七八九"),
    "①": tuple("②③④⑤⑥⑦⑧⑨⑩"),
    "（1）": tuple(f"（{number}）" for number in range(2, 10)),
    "：1.": tuple(f"；{number}." for number in range(2, 10)),
    "：1、": tuple(f"；{number}、" for number in range(2, 10)),
}
_STEPS = lazy("首先|其次|再次|最后")
_MORE = "同时", "此外", "另外", "然后", "还有", "第三", "三是", "四是"
_REACH = 30  # code points; how far before a list its promise may stand


@record
class PromisedCountCheck:
    """Only where the promise ends its sentence and a numbered list begins right behind it, or 以上四项 follows one."""

    def triggers(self) -> Iterable[Pattern]:
        """None: lists are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a promise that is not kept."""
        for start, end, said, listed in (*_before_headings(draft), *_inline(draft), *_behind(draft), *_parts(draft)):
            if any(span.start <= start < span.end for span in scope):
                where = "前面" if said == "以上" else "后面"
                count = f"{where}列了 {listed} 项" if said != "部分" else f"全文一级标题有 {listed} 个"
                opened = "" if said else "前面"
                message = f"{opened or '这里'}说“{draft.text[start:end]}”，{count}，请核对是少写了还是数目没改"
                yield Problem(Span(start, end), message)


def _before_headings(draft: Draft) -> Iterator[tuple[int, int, str, int]]:
    """Promises before the first item of a list of headings or leads: place, kind "", and how many there are."""
    headings = draft.outline.headings
    for index, first in enumerate(headings):
        if first.number != 1 or first.kind in ("none", "chapter", "section"):
            continue
        before = draft.text[max(0, first.start - _REACH) : first.start]
        if not _COUNT.search(before):
            continue
        items = _items(headings, index)
        listed = len(items) if _counts_on(headings, items) else 0
        if draft.text.startswith("首先", first.label.start):
            listed = _steps(draft, first)
        if listed < 2:
            continue
        place = _promised(before.rstrip("\n "), [item.title for item in items], listed)
        if place:
            start = first.start - len(before) + place[0]
            yield start, start + place[1], "", listed


def _counts_on(headings: Sequence[Heading], items: Sequence[Heading]) -> bool:
    """Whether a list of leads counts one by one to its end; what a number breaks, the check of numbers tells."""
    last = items[-1]
    if last.kind != "lead":
        return True
    after = bisect_right(headings, last.start, key=lambda heading: heading.start)
    again = after < len(headings) and headings[after].kind == "lead" and headings[after].number == last.number
    return not again and [item.number for item in items] == list(range(1, len(items) + 1))


def _promised(before: str, titles: Sequence[str], listed: int) -> tuple[int, int] | None:
    """Where the words before a list promise another number, and how long they are."""
    match = _PROMISE.search(before) or _COLON.search(before) or _SIDES.search(before)
    if match is None:
        match = _SAME.search(before)
        if match is None or not titles or not all(match["noun"] in title for title in titles):
            return None
    if before.rstrip("。.").endswith(("项", "条", "类")) and before[-1] in "。.":
        return None  # 整改问题6项。一是…: six were counted, and how it was done is told
    if before[: match.start("at")].endswith(("上述", "以上", "前述")):
        return None  # 围绕上述三项任务，一是…: how they were gone about is told
    named = cached(r"[、和与及]").search(cached(r"[，。；：\n]").split(before[: match.start("at")])[-1])
    if named or _value(match["n"]) == listed:  # 制度、执法、监督三个方面 names its three itself
        return None
    return match.start("at"), len(match["at"])


def _value(number: str) -> int:
    return int(number) if number.isdigit() else han_number(number) or 0


def _steps(draft: Draft, first: Heading) -> int:
    """How many of 首先, 其次, 再次, 最后 a paragraph has; 0 where it goes on in other words."""
    text = draft.text[first.start : draft.document.blocks[first.block].end]
    return 0 if any(word in text for word in _MORE) else len(_STEPS.findall(text))


def _inline(draft: Draft) -> Iterator[tuple[int, int, str, int]]:
    """Promises before 第一，… 第二，… or ①…②… or （1）…（2）… within a paragraph."""
    text = draft.text
    for first, following in _SERIES.items():
        at = text.find(first)
        while at >= 0:
            before = text[max(0, at - _REACH) : at]
            block = draft.document.block_at(at)
            end, listed, place = block.end if block else at, 1, at
            for mark in following:
                place = text.find(mark, place, end)
                if place < 0:
                    break
                listed += 1
            found = _promised(before, (), listed) if listed > 1 and not before.endswith("\n") else None
            if found:
                start = at - len(before) + found[0]
                yield start, start + found[1], "", listed
            at = text.find(first, at + 1)


def _behind(draft: Draft) -> Iterator[tuple[int, int, str, int]]:
    """以上四项 in the paragraph of the list that it sums up."""
    text = draft.text
    for word in ("以上", "上述"):
        at = text.find(word)
        while at >= 0:
            match = _BACK.match(text, at + 2)
            block = draft.document.block_at(at) if match else None
            listed = _leads_before(draft, block, at) if block else 0
            if match and listed > 1 and _value(match["n"]) != listed:
                yield match.start("at"), match.end("at"), "以上", listed
            at = text.find(word, at + 1)


def _leads_before(draft: Draft, block: Block, end: int) -> int:
    """How many items 一是, 二是… the one list of a paragraph has before a place."""
    headings = draft.outline.headings
    first, last = (bisect_left(headings, place, key=lambda h: h.start) for place in (block.start, end))
    counts = [heading.number for heading in headings[first:last] if heading.kind == "lead"]
    return len(counts) if counts == list(range(1, len(counts) + 1)) else 0


def _parts(draft: Draft) -> Iterator[tuple[int, int, str, int]]:
    """现分五个部分报告如下 in the opening, against the chapters."""
    opening = draft.identity.opening
    match = _PARTS.search(draft.text, opening.start, opening.end) if opening else None
    if match is None or "、" in draft.text[match.start() - 6 : match.start()]:
        return
    chapters = sum(1 for heading in draft.outline.headings if heading.kind in ("han", "chapter") and heading.depth == 1)
    if chapters > 1 and chapters != _value(match["n"]):
        yield match.start("at"), match.end("at"), "部分", chapters


def _items(headings: Sequence[Heading], index: int) -> list[Heading]:
    """The run of siblings that begins with this heading: leads of one paragraph or of following ones, or headings."""
    first = headings[index]
    run = [first]
    for heading in headings[index + 1 :]:
        if heading.kind != first.kind or heading.number == 0:
            if heading.depth < first.depth and first.kind != "lead":
                break
            if first.kind == "lead" and heading.kind != "lead":
                break
            continue
        if heading.number <= run[-1].number or (first.kind != "lead" and heading.parent != first.parent):
            break
        run.append(heading)
    return run
