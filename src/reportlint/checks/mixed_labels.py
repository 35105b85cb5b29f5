"""``mixed-labels``: one level written in two ways (1. and 1、; （一） and (一); 一、 then 3.)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record


@record
class MixedLabelsCheck:
    """The rarer way is reported once a level, at its first use, with its count."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the outline is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a level."""
        headings = [h for h in draft.outline.headings if any(s.start <= h.start < s.end for s in scope)]
        for kind in ("han", "han-paren", "arabic", "arabic-paren"):
            styles: dict[str, list[Heading]] = {}
            for heading in headings:
                if heading.kind == kind:
                    styles.setdefault(_style(draft, heading), []).append(heading)
            if len(styles) > 1:
                yield _problem(draft, styles)
        yield from _changed_system(draft, headings)
        yield from _inverted(draft, headings)


def _style(draft: Draft, heading: Heading) -> str:
    """The label without its number: what is left is the way it is written."""
    label = draft.text[heading.label.start : heading.label.end].strip()
    return "".join(
        "N" if char.isdigit() or char in "一二三四五六七八九十百〇零" else char for char in label.replace(" ", "")
    ).replace("NN", "N")


def _problem(draft: Draft, styles: dict[str, list[Heading]]) -> Problem:
    usual = max(styles.values(), key=len)
    rarer = [heading for headings in styles.values() if headings is not usual for heading in headings]
    first = min(rarer, key=lambda heading: heading.start)
    label, other = (draft.text[h.label.start : h.label.end].strip() for h in (first, usual[0]))
    message = f"同一级序号写法不一：{len(rarer)} 处如“{label}”，{len(usual)} 处如“{other}”；请统一"
    return Problem(Span(first.label.start, first.label.start + len(label)), message)


def _changed_system(draft: Draft, headings: list[Heading]) -> Iterator[Problem]:
    """一、 二、 then 3.: the count goes on in another system."""
    for before, heading in pairwise(headings):
        if (
            before.kind == "han"
            and heading.kind == "arabic"
            and heading.number == before.number + 1
            and heading.number > 1
        ):
            label = draft.text[heading.label.start : heading.label.end].strip()
            message = (
                f"“{label}”接在“{draft.text[before.label.start : before.label.end].strip()}”之后却换了一种序号，请统一"
            )
            yield Problem(Span(heading.label.start, heading.label.start + len(label)), message)


def _inverted(draft: Draft, headings: list[Heading]) -> Iterator[Problem]:
    """1. with （一） below it: the levels are 一、（一）1.（1） (GB/T 9704-2012, 7.3.3), never the other way round.

    Told by an Arabic run that goes on behind a （一） which stands within it.
    """
    last: Heading | None = None  # the last 1. 2. 3. of this chapter
    inside: Heading | None = None  # the first （一） since
    for heading in headings:
        if heading.kind in ("chapter", "han"):
            last = inside = None
        elif heading.kind == "han-paren":
            inside = inside or (heading if last is not None and heading.number == 1 else None)
        elif heading.kind == "arabic":
            if last is not None and inside is not None and heading.number == last.number + 1:
                label, upper = (draft.text[h.label.start : h.label.end].strip() for h in (inside, last))
                message = f"“{upper}”下面用了“{label}”，层次颠倒；序号应依次为一、（一）、1.、（1），请调整"
                yield Problem(Span(inside.label.start, inside.label.start + len(label)), message)
            last, inside = heading, None
