"""Titles further off than a near miss: two slips in one, or a kind of paper or a law that does not exist.

Looked for only where :mod:`reportlint.nearmiss` finds nothing. What a county may itself have issued under such a title is
left alone; where that cannot be told, the miss is not ``sure``.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.dictionary import Entry
from reportlint.nearmiss import HIGH, OF_ANOTHER, Miss, kind_of_paper, shared
from reportlint.titles import Cited, Titles, horizon

_LONG = 14
_SLIP = 2
_TWICE = (*HIGH, "行政法规", "规划纲要")
_PLAN_KINDS = ("规划", "方案")


def likely_miss(title: Cited, titles: Titles) -> Miss | None:
    """The one instrument that a title seems to mean; None where several would do."""
    core = title.core
    if title.own or len(core) < 7 or core in titles.known or core in titles.guard:
        return None
    found = sorted(_misses(title, titles), key=lambda item: item[0])
    best = {miss.entry.name for cost, miss in found if cost == found[0][0]}
    return found[0][1] if len(best) == 1 else None


def _misses(title: Cited, titles: Titles) -> Iterator[tuple[int, Miss]]:
    core = title.core
    seen: set[str] = set()
    for known, first in (*titles.heads.get(core[:2], ()), *titles.halves.get(core[-2:], ())):
        if known in seen or abs(len(known) - len(core)) > 2 * _SLIP:
            continue
        seen.add(known)
        entries = titles.known[known] if title.years else [first]
        entry = next((entry for entry in entries if not title.years or horizon(entry) == title.years), None)
        if entry is None:
            continue
        head = shared(known, core)
        tail = shared(known[head:][::-1], core[head:][::-1])
        was, should = core[head : len(core) - tail], known[head : len(known) - tail]
        slips = _two_slips(title, known, entry, was, should)
        if slips:
            yield sum(max(map(len, slip)) for slip in slips), Miss(entry, "，".join(map(_fault, slips)))
        elif not tail:
            yield from _other_paper(title, known, entry, was, should)
        elif head >= 2 and not OF_ANOTHER.search(was) and _no_law(title, known, entry, was, should):
            yield len(was) + len(should), Miss(entry, _fault((was, should)), sure=False)


def _two_slips(title: Cited, known: str, entry: Entry, was: str, should: str) -> tuple[tuple[str, str], ...]:
    """What is written and what should be, at the two places where a long title differs by a word or less."""
    if len(known) < _LONG or entry.kind not in _TWICE or kind_of_paper(title.core) != kind_of_paper(known):
        return ()
    if known.startswith("关于") and not title.national:
        return ()
    sizes = range(_SLIP + 1)
    for left, right, front, back in ((a, b, c, d) for a in sizes for b in sizes for c in sizes for d in sizes):
        inner = was[left : len(was) - front]
        if len(inner) < 2 or inner != should[right : len(should) - back]:
            continue
        slips = ((was[:left], should[:right]), (was[len(was) - front :], should[len(should) - back :]))
        if all(written != meant and not OF_ANOTHER.search(written) for written, meant in slips):
            return slips
    return ()


def _other_paper(title: Cited, known: str, entry: Entry, was: str, should: str) -> Iterator[tuple[int, Miss]]:
    """Another word for the kind of paper, where hardly anybody but the state issues one of this name."""
    before = known[: len(known) - len(should)]
    fault = _fault((was, should))
    if title.years and title.issued and should == "纲要" and was in _PLAN_KINDS:
        yield 1, Miss(entry, fault)
    elif (
        (was == "办法" and should == "条例" and before.endswith("暂行"))
        or (was == "规划" and should == "纲要" and title.years and entry.kind == "规划纲要")
        or (was == "议" and should == "定" and entry.kind == "决定" and len(known) >= _LONG)
    ):
        yield 1, Miss(entry, fault, sure=False)


def _no_law(title: Cited, known: str, entry: Entry, was: str, should: str) -> bool:
    """Only the National People's Congress makes laws: one that is not listed, but for a word, is doubtful."""
    if entry.kind != "法律" or not (title.core.endswith("法") and known.endswith("法")):
        return False
    if not should:
        return len(was) == 2 and len(known) == 5
    return bool(was) and title.country and len(known) >= 8 and max(len(was), len(should)) * 2 <= len(known)


def _fault(slip: tuple[str, str]) -> str:
    was, should = slip
    if not was:
        return f"少了“{should}”"
    return f"“{was}”应为“{should}”" if should else f"多了“{was}”"
