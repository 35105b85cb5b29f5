"""``percent-points``: per cent where percentage points are meant, and percentage points of what is no rate.

由90%提高到95% is 5个百分点, and 5% only to who does not look; 由40件增至50件 is 25% and never 25个百分点.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.changes import changes
from reportlint.arithmetic.changewords import Change
from reportlint.arithmetic.statements import Statement, agrees, percent, statements
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_WANTED = lazy("个百分点|[%％].+[%％].+[%％]")


@record
class PercentPointsCheck:
    """Only where both values stand in the sentence, and where the number shown is their difference."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a change."""
        for said in statements(draft, scope, _WANTED, least=3):
            told: set[int] = set()
            for change in changes(said, draft.year):
                message = _said(draft.text, change) if _adjacent(said, change) else ""
                if message and change.shown and change.shown.start not in told:
                    told.add(change.shown.start)
                    yield Problem(Span(change.shown.start, change.shown.end), message)


def _adjacent(said: Statement, change: Change) -> bool:
    """Whether no other figure stands between the values and what is said of them."""
    places = [q.start for q in said.all]
    told = sorted(places.index(q.start) for q in (change.old, change.new, change.shown) if q and q.start in places)
    return len(told) == 3 and told[2] - told[0] == 2


def _said(text: str, change: Change) -> str:
    """What is wrong with the unit of a change; empty if nothing is."""
    old, new, sign, _, shown = change
    if shown is None or not sign or (new.value > old.value) != (sign > 0) or old.low <= 0 or old.value == new.value:
        return ""
    found = text[shown.start : shown.end]
    values = f"由{text[old.start : old.end]}到{text[new.start : new.end]}"
    grown = abs(100 * (new.value / old.value - 1))
    if old.unit == "%" and shown.unit == "%":
        points = abs(new.value - old.value)
        if agrees(shown, points, points) and abs(shown.value - grown) > shown.step / 2:
            return f"{values}相差{points:.6g}个百分点，不是“{found}”，请改为“{points:.6g}个百分点”"
    elif old.unit != "%" and shown.unit == "个百分点":
        return f"{values}不是比率，不能用“{found}”，增减应写{percent(grown, shown)}，请核对"
    return ""
