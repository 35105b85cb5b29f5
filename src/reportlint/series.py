"""Lists counted within the text: 第一，…第二，…; ①…②…; （1）…（2）…; 1.…2.…; 其一，…; and paragraphs that begin with 一是, 二是.

A list ends where the next heading of its own line begins. Offsets are code points of the draft's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.headings import said
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple
from reportlint.numerals import han_number
from reportlint.outline import Heading

# a label stands where a clause begins, and what it counts follows: neither 第一、第二季度 nor 第（1）、（2）项
_LABEL = lazy(
    r"(?P<label>第(?P<ordinal>[一二三四五六七八九十])[，,、：:](?![一二三四五六七八九十第])|其(?P<one>[一二三四五六七八九十])[，,：:]"
    r"|[（(](?P<paren>[0-9]{1,2})[）)](?![、，。；项款目条至和及（(])|(?P<plain>[0-9]{1,2})[.．、](?=[“\"「《【]?[^\W\da-zA-Z_])|(?P<circled>[①-⑳])(?![①-⑳、，和及至]))"
)
_FIRST = lazy("[第其（(0-9①-⑳]")  # what a label begins with
_KINDS = ("ordinal", "one", "paren", "plain", "circled")
_BEFORE = "。；;：:，,！？!?\n"
_MOST_MISSING = 3  # a longer jump is another list


class Break(NamedTuple):
    """A label that does not follow the one before it; ``number`` and ``before`` are their values."""

    label: Span
    number: int
    earlier: Span
    before: int


class _Item(NamedTuple):
    kind: str
    number: int
    label: Span


def told_already(numbers: Sequence[int]) -> bool:
    """四、四、六 and 三、五、五 have one wrong number each, and it has been told: the last counts on from what it should have been.

    四、四、六、六 has two: what was not told of the first six does not excuse the second.
    """
    told = False
    for two_before, before, number in zip(numbers, numbers[1:], numbers[2:], strict=False):
        told = not told and (two_before, number) in ((before, before + 2), (before - 2, before))
    return told


def breaks(draft: Draft) -> Iterator[Break]:
    """Every label within the text that skips or repeats a number of its list."""
    if any(word in draft.text for word in ("第一", "其一", "①", "1")):
        for region in _regions(draft):
            items = sorted(_items(draft.text, region), key=lambda item: _KINDS.index(item.kind))
            for _, listed in groupby(items, key=lambda item: item.kind):
                yield from (found for found in _run(list(listed)) if not _unread(draft.text, found))


def _unread(text: str, found: Break) -> bool:
    """Whether the label that seems to be missing stands between, before a letter or a digit: 2.A类企业…, 2.12345热线…."""
    if found.number != found.before + 2 or not text[found.label.start : found.label.end][:1].isdigit():
        return False
    between = text[found.earlier.end : found.label.start]
    return cached(rf"[。；;\n][ \u3000]*{found.before + 1}[.．、][A-Za-z0-9]").search(between) is not None


def lead_breaks(draft: Draft) -> Iterator[Break]:
    """Paragraphs that begin with 一是, 二是 and skip or repeat a number; a paragraph may hold further items itself."""
    leads = [heading for heading in draft.outline.headings if heading.kind == "lead"]
    for region in _regions(draft) if len(leads) > 1 else ():
        first, last = (bisect_left(leads, place, key=lambda lead: lead.start) for place in region)
        seen: list[int] = []
        opener: Heading | None = None
        for lead in leads[first:last]:
            if not _begins(draft, lead):
                seen.append(lead.number)
                continue
            if opener and lead.number > 1 and lead.number - 1 not in seen:
                if lead.number == opener.number or opener.number < lead.number <= max(seen) + _MOST_MISSING:
                    yield Break(_label(draft, lead), lead.number, _label(draft, opener), opener.number)
            elif opener is None and lead.number == 2 and _first_of_all(draft, region, lead):
                yield Break(_label(draft, lead), 2, _label(draft, lead), 0)
            opener, seen = lead, [lead.number]


def _first_of_all(draft: Draft, region: Span, lead: Heading) -> bool:
    """Whether nothing but a heading of its own line, or a colon, stands before a paragraph, and 三是 follows."""
    if not any(word in draft.text[lead.end : region.end] for word in ("三是", "三要")):
        return False
    above = draft.text[region.start : lead.start].rstrip()
    return above.endswith(("：", ":")) or ("\n" not in above and above != "" and above[-1].isalpha())


def _regions(draft: Draft) -> Iterator[Span]:
    """The stretches between headings of their own line, each with the heading it begins with."""
    starts = [heading.start for heading in draft.outline.own_line]
    edges = [draft.extent.start, *starts, draft.extent.end]
    yield from (Span(a, b) for a, b in pairwise(edges) if a < b)


def _begins(draft: Draft, lead: Heading) -> bool:
    return not draft.text[draft.document.blocks[lead.block].start : lead.start].strip()


def _label(draft: Draft, lead: Heading) -> Span:
    shown = draft.text[lead.label.start : lead.label.end]
    return Span(lead.label.start, lead.label.start + len(shown.rstrip()))


def _items(text: str, region: Span) -> Iterator[_Item]:
    for match, clause in _labels(text, region):
        kind = next(name for name in _KINDS if match[name])
        if kind == "plain" and text[clause - 1 : clause] in ("，", ","):
            continue  # 分别为11，12、13号
        if "\t" in text and "\t" in text[text.rfind("\n", 0, clause + 1) + 1 : text.find("\n", clause + 1)]:
            continue  # rows of a table are counted by its own cells
        number = (
            ord(match[kind]) - ord("①") + 1 if kind == "circled"
            else int(match[kind]) if match[kind].isdecimal() else han_number(match[kind]) or 0
        )  # fmt: skip
        kind = "ordinal" if kind == "one" else kind  # 第一，…其二，…
        yield _Item(kind, number, Span(*match.span("label")))


def _labels(text: str, region: Span) -> Iterator[tuple[re.Match[str], int]]:
    """The labels that stand where a clause begins, each with where that is."""
    end = region.start
    for first in _FIRST.finditer(text, region.start, region.end):
        clause = at = first.start()
        while clause > end and text[clause - 1] in " \t\u3000":
            clause -= 1
        if at < end or not (clause == region.start or text[clause - 1] in _BEFORE or said(text, clause)):
            continue
        match = _LABEL.match(text, at, region.end)
        if match:
            end = match.end()
            yield match, clause


def _run(items: list[_Item]) -> Iterator[Break]:
    """The breaks of one kind in one stretch; 1 begins a list, which may be within another.

    三、五、五 and 四、四、六 have one wrong label each: once it is told, the next counts on from what it should have been.
    """
    open_lists: list[_Item] = []
    told = (0, 0)
    for item in items:
        going_on = next((at for at, last in enumerate(open_lists) if last.number == item.number - 1), None)
        if item.number == 1:
            open_lists.append(item)
        elif going_on is not None:
            open_lists[going_on:] = [item]
        elif open_lists:
            last = open_lists[-1]
            again = (told[0], item.number) in ((last.number - 2, last.number), (last.number, last.number + 2))
            if told[1] == last.number and again:
                told = (0, 0)
            elif last.number == item.number > 1 or last.number < item.number <= last.number + _MOST_MISSING:
                yield Break(item.label, item.number, last.label, last.number)
                told = (last.number, item.number)
            open_lists[-1] = item
