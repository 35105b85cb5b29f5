"""``numbering``: numbers that skip, repeat or change their system among headings, or among 一是、二是."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.series import Break, breaks, lead_breaks, told_already
from reportlint.stepwords import word_breaks
from reportlint.wronglevels import wrong_levels

_ATTACHED = lazy(r"(?m)^[ \t]*附[ \t]*[件表图注录]?[ \t]*[：:][ \t]*(?P<first>1[ \t]?[.．、])?")
_BACK = 12  # labels before one that may have been told of
_LIST = 200  # code points; how far below "附件：1.…" its second line may stand
_PARAGRAPH = 600  # code points; how far above its 2. an item 1. may stand
_HAN = "〇一二三四五六七八九十"
_FORMAL = "零壹贰叁肆伍陆柒捌玖拾"
_BEGINNINGS = lazy("一是|一要|一方面|其一|首先|第一|①|一[，：]|一、|1[.．、]")


@record
class NumberingCheck:
    """Each run of siblings of one kind must count 1, 2, 3…; a run may go on from the run before it."""

    what: Literal["headings", "leads"] = option("headings 查标题序号，leads 查“一是、二是”", "headings")

    def triggers(self) -> Iterable[Pattern]:
        """None: the outline is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a break in the sequence."""
        headings = list(draft.outline.headings)
        attached = _attached(draft.text, headings) if self.what == "headings" else frozenset[int]()
        for place, meant in wrong_levels(headings) if self.what == "headings" else ():
            headings[place] = meant
            if any(span.start <= meant.start < span.end for span in scope):
                yield _other_level(draft, meant)
        for run in _runs(headings, self.what, attached):
            for at, heading in enumerate(run):
                if any(span.start <= heading.start < span.end for span in scope):
                    problem = None if heading.start in attached else _break(draft, run, at, self.what)
                    if problem is not None:
                        yield problem
        if self.what == "leads":
            for found in (*lead_breaks(draft), *breaks(draft), *word_breaks(draft)):
                if any(span.start <= found.label.start < span.end for span in scope):
                    yield _listed(draft.text, found)


def _other_level(draft: Draft, meant: Heading) -> Problem:
    label = draft.text[meant.label.start : meant.label.end].strip()
    number = _han(meant.number) if meant.kind.startswith("han") else str(meant.number)
    shown = f"（{number}）" if meant.kind.endswith("paren") else f"{number}、" if meant.kind == "han" else f"{number}."
    message = f"序号“{label}”的层次不对，按前后文应为“{shown}”，请改正"
    return Problem(Span(meant.label.start, meant.label.start + len(label)), message)


def _attached(text: str, headings: Sequence[Heading]) -> frozenset[int]:
    """Where lists of attachments begin: 2. below the line 附件：1.… (GB/T 9704-2012, 7.3.4), 1. below a bare 附件：."""
    found: set[int] = set()
    starts = [heading.start for heading in headings]
    for match in _ATTACHED.finditer(text):
        index = bisect_left(starts, match.end())
        heading = headings[index] if index < len(headings) else None
        if heading is None or heading.kind != "arabic" or heading.start > match.end() + _LIST:
            continue
        if heading.number == (2 if match["first"] else 1):
            found.add(heading.start)
    return frozenset(found)


def _runs(headings: Sequence[Heading], what: str, attached: frozenset[int]) -> Iterator[list[Heading]]:
    """Siblings of one kind, in order; a later 1 begins a new run, and so does a new parent unless the count goes on.

    A list of attachments is a run of its own.
    """
    runs: dict[tuple[int, str], list[Heading]] = {}
    latest: dict[str, list[Heading]] = {}
    finished: list[list[Heading]] = []
    for heading in headings:
        if heading.kind == "none" or not heading.number or (heading.kind == "lead") != (what == "leads"):
            continue
        parent = heading.block if heading.kind == "lead" else heading.parent
        key = (parent, heading.kind)
        run = runs.get(key)
        goes_on = latest.get(heading.kind)
        if heading.start in attached:
            finished += [run] if run else []
            run = goes_on = None
        if run is None and goes_on and heading.number > 1 and goes_on[-1].number == heading.number - 1:
            run = goes_on
        if run is None or (heading.number == 1 and (run[-1].number > 1 or heading.kind == "lead")):
            if run is not None:
                yield run
            run = []
        runs[key] = run
        latest[heading.kind] = run
        run.append(heading)
    seen: set[int] = set()
    for run in [*finished, *runs.values()]:
        if id(run) not in seen:
            seen.add(id(run))
            yield run


def _break(draft: Draft, run: list[Heading], at: int, what: str) -> Problem | None:
    heading = run[at]
    label = draft.text[heading.label.start : heading.label.end].strip()
    span = Span(heading.label.start, heading.label.start + len(label))
    before = run[at - 1].number if at else 0
    if heading.number == before + 1 or (what == "headings" and _in_line(draft, heading, run[at - 1] if at else None)):
        return None
    if at == 0:
        if what == "leads":
            return _first_lead(draft, run, label, span)
        return _misspelt(draft, heading, label, 0, 1) or Problem(
            span, f"序号从“{label}”开始，前面没有{_label_like(heading, label, 1)}，请核对是否漏了内容或序号有误"
        )
    previous = run[at - 1]
    if told_already([other.number for other in run[max(0, at - _BACK) : at + 1]]):
        return None
    if what == "headings" and heading.number == before + 2:
        misspelt = _misspelt(draft, heading, label, previous.span.end, before + 1)
        if misspelt:
            return misspelt
    shown = draft.text[previous.label.start : previous.label.end].strip()
    if heading.number == before:
        return Problem(span, f"序号“{label}”重复，前面已有“{shown}{previous.shown}”，请改正序号")
    if heading.number < before:
        return Problem(span, f"序号“{label}”排在“{shown}”之后，顺序颠倒，请核对")
    missing = "、".join(_label_like(heading, label, n) for n in range(before + 1, min(heading.number, before + 4)))
    return Problem(span, f"序号从“{shown}”跳到“{label}”，缺{missing}，请核对是否漏了内容或序号有误")


def _listed(text: str, found: Break) -> Problem:
    """The problem of a list within the text, or of paragraphs that begin with 一是, 二是."""
    label, earlier = (text[span.start : span.end] for span in (found.label, found.earlier))
    if not found.before:
        return Problem(found.label, f"序号从“{label}”开始，前面没有“一是”，请核对是否漏了内容或序号有误")
    if found.number == found.before:
        return Problem(found.label, f"序号“{label}”重复，前面已有“{earlier}”，请改正序号")
    if found.number < found.before:
        return Problem(found.label, f"“{label}”排在“{earlier}”之后，顺序颠倒，请核对")
    written = [_number_like(label, found.number, number) for number in range(found.before + 1, found.number)]
    missing = "、".join(f"“{shown}”" for shown in written)
    return Problem(found.label, f"序号从“{earlier}”跳到“{label}”，缺{missing}，请核对是否漏了内容或序号有误")


def _number_like(label: str, own: int, other: int) -> str:
    """The label with another number: ② for ④, 第二， for 第四，."""
    if "①" <= label[0] <= "⑳":
        return chr(ord("①") + other - 1)
    return label.replace(str(own), str(other)) if str(own) in label else label.replace(_han(own), _han(other), 1)


def _in_line(draft: Draft, heading: Heading, previous: Heading | None) -> bool:
    """Whether the item before stands within a paragraph: （四）规范执法。1.严格程序。… and 2. on a line of its own."""
    if heading.kind not in ("arabic", "arabic-paren", "han-paren") or heading.number < 2:
        return False
    before = heading.number - 1
    number = _han(before) if heading.kind == "han-paren" else str(before)
    label = rf"[（(]{number}[）)]" if heading.kind != "arabic" else rf"{number}[.．、](?!\d)"
    start = previous.span.end if previous else max(0, heading.start - _PARAGRAPH)
    return (
        cached(rf"[。；：！]\s?{label}(?:{HAN}|[“《【A-Za-z0-9])").search(draft.text[start : heading.start]) is not None
    )


def _misspelt(draft: Draft, heading: Heading, label: str, start: int, number: int) -> Problem | None:
    """The label that seems to be missing stands there, written wrongly: 三，存在的不足 between 二、 and 四、."""
    if heading.kind not in ("han", "han-paren", "arabic", "arabic-paren") or number > 10:
        return None
    written = f"(?:{_HAN[number]}|{_FORMAL[number]}|{number})"
    pattern = rf"(?:^|\n)[ \t\u3000]*(?P<label>第?[（(]*{written}[ \u3000]?[）)]*[，,。.．：:；;、 \t\u3000]*)(?=[\u4e00-\u9fff][^，。；：\n]{{1,40}}(?:[，。：]|\n|\Z))"
    labels = {other.start for other in draft.outline.headings}
    matches = [
        match
        for match in cached(pattern).finditer(draft.text[start : heading.start])
        if _odd(match["label"]) and start + match.start("label") not in labels
    ]
    if len(matches) != 1:
        return None
    found = matches[0]["label"].strip()
    place = start + matches[0].start("label")
    return Problem(
        Span(place, place + len(found)),
        f"序号“{found}”写法不对，按前后文应为{_label_like(heading, label, number)}，请改正",
    )


def _odd(label: str) -> bool:
    """Whether there is a mark to it: 三、 misses none, but 三名 does not begin with a label at all."""
    return not label[-1].isalnum() or label.startswith(("第", "（", "("))


def _first_lead(draft: Draft, run: list[Heading], label: str, span: Span) -> Problem | None:
    """二是… 三是… without 一是 or anything else that begins a list; a lone 二是 is more often an ordinary sentence."""
    first = run[0]
    if first.number != 2 or len(run) < 2 or run[1].number != 3 or run[1].block != first.block:
        return None
    block = draft.document.blocks[first.block]
    at = bisect_left(draft.document.block_starts, block.start)
    above = draft.document.blocks[at - 1].start if at else block.start
    before = draft.text[above : block.start] if block.start - above < _LIST * 3 else ""
    if _BEGINNINGS.search(
        cached("（[一二三四五六七八九十]+）").sub("", before) + draft.text[block.start : first.start]
    ):
        return None
    return Problem(span, f"序号从“{label}”开始，前面没有“一是”，请核对是否漏了内容或序号有误")


def _label_like(heading: Heading, label: str, number: int) -> str:
    """The label with another number: （二） for （四）."""
    own = str(heading.number) if heading.kind in ("arabic", "arabic-paren") else _han(heading.number)
    other = str(number) if heading.kind in ("arabic", "arabic-paren") else _han(number)
    return f"“{label.replace(own, other, 1)}”" if own in label else f"第 {number} 个"


def _han(number: int) -> str:
    """As a label writes it; in digits from a thousand on, which no label of a report reaches."""
    if number <= 10:
        return _HAN[number]
    if number >= 1000:
        return str(number)
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        joint = "" if not rest else "零" if rest < 10 else "一" if rest < 20 else ""
        return f"{_HAN[hundreds]}百{joint}{_han(rest) if rest else ''}"
    tens, ones = divmod(number, 10)
    return (_HAN[tens] if tens > 1 else "") + "十" + (_HAN[ones] if ones else "")
