"""Two counts and their two changes: 审结96件140人，去年同期160件350人，同比分别下降40%、60%.

The counts of both years stand in one order and in the same units, and the changes in that order behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.arithmetic.changewords import DOWN, UP, Change
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import HAN, cached, lazy

_OLD = lazy(r"上一?年度?|去年|同期|20\d\d年度?")
_BESIDE = lazy(rf"[、和及]?{HAN}{{0,6}}")
_NEXT = lazy(rf"[，,][^。；，,]{{0,14}}|(?:比|较)[^。；，,]{{2,10}}|[^。；，,]{{0,6}}(?:{UP}|{DOWN})[到至为]")
_FIRST = lazy(
    rf"[，,]?(?:同比|比去年|较上年|比上年)?(?:{HAN}{{1,3}}数(?:和|、)?{HAN}{{0,3}}数?)?(?:同比)?(?P<each>分别)?(?:同比)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|约)?"
)
_SECOND = lazy(rf"[、，,和及与](?:同比)?(?P<of>{HAN}{{0,3}}数)?(?:(?P<up>{UP})|(?P<down>{DOWN}))?(?:了|约)?")


def paired_changes(said: Statement) -> Iterator[Change]:
    """Every pair of counts that has changes of its own; none where the words leave open which belongs to which."""
    every = said.all
    for at in range(len(every) - 5):
        a, b, c, d, one, other = every[at : at + 6]
        if not (one.unit == other.unit == "%" and a.unit == c.unit != b.unit == d.unit) or "%" in (a.unit, b.unit):
            continue
        if not all(q.exact for q in (a, b, c, d, one, other)):
            continue
        joined = all(_BESIDE.fullmatch(said.between(*pair)) for pair in ((a, b), (c, d)))
        first, second = _FIRST.fullmatch(said.between(d, one)), _SECOND.fullmatch(said.between(one, other))
        if not joined or not first or not second or not _NEXT.fullmatch(said.between(b, c)):
            continue
        if not first["each"] and not (second["of"] and (second["up"] or second["down"])):
            continue
        pairs = _in_order(said, (a, b), (c, d))
        word = second["up"] or second["down"] or first["up"] or first["down"]
        if pairs:
            yield _change(pairs[0], first["up"] or first["down"], one, up=bool(first["up"]))
            up = bool(second["up"]) if second["up"] or second["down"] else bool(first["up"])
            yield _change(pairs[1], word, other, up=up)


def _change(pair: tuple[Quantity, Quantity], word: str, shown: Quantity, *, up: bool) -> Change:
    return Change(pair[0], pair[1], 1 if up else -1, word, shown)


def _in_order(
    said: Statement, first: tuple[Quantity, Quantity], second: tuple[Quantity, Quantity]
) -> tuple[tuple[Quantity, Quantity], tuple[Quantity, Quantity]] | None:
    """For each of the two counts, last year's and this year's value; ``None`` if not just one is called last year's."""
    before, between = said.before(first[0])[-14:], said.between(first[1], second[0])
    old_first = bool(_OLD.search(before)) and bool(cached("今年|本年|全年|20\\d\\d年|[到至为]").search(between))
    old_second = bool(cached("上一?年度?|去年|同期").search(between))
    if old_second and not cached("上一?年|去年|同期").search(before):
        return (second[0], first[0]), (second[1], first[1])
    if old_first and not old_second:
        return (first[0], second[0]), (first[1], second[1])
    return None
