"""办结率100%（118/120）: a rate with its two numbers in brackets behind it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.arithmetic.statements import rounded_percent
from reportlint.checktypes import Problem
from reportlint.document import Span
from reportlint.lazyre import lazy

_FRACTION = lazy(
    r"(?P<rate>\d{1,3}(?P<digits>\.\d+)?)\s?[%％](?:[（(]|[，,]即)(?P<part>\d[\d,]*)\s?(?P<unit>[件起个次人份家户]?)/(?P<base>\d[\d,]*)\s?(?P=unit)[）)，,。；]"
)


def wrong_fractions(text: str) -> Iterator[Problem]:
    """One problem a rate that its two numbers do not give; cut-off digits are let pass."""
    for match in _FRACTION.finditer(text) if "/" in text else ():
        part, base = (int(match[name].replace(",", "")) for name in ("part", "base"))
        if not 0 < part <= base:
            continue
        step = 10.0 ** -len((match["digits"] or ".")[1:])
        rate, true = float(match["rate"]), 100 * part / base
        if not (true < rate + step and true >= rate - step / 2 - 1e-9):
            place = Span(match.start(), match.start("part") - 1)
            shown, value = text[place.start : place.end], rounded_percent(true, step)
            yield Problem(place, f"“{shown}”与括号中的{part}/{base}不符，应为{value}，请核对")
