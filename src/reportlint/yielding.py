"""One slip, one finding: a rule that yields to others is silent where one of them speaks of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.document import Span
from reportlint.finding import Finding
from reportlint.named import NamedTuple
from reportlint.overlaps import Overlaps
from reportlint.rule import Rule, Severity


class Seen(NamedTuple):
    """A finding, the rule it is of and the place in the draft's text."""

    rule: Rule
    span: Span
    finding: Finding


def without_yielding(seen: Sequence[Seen]) -> Iterator[Finding]:
    """The findings that stay: no error gives way to a warning, and nothing to what itself gives way."""
    said: dict[str, list[Seen]] = {}
    for one in seen:
        said.setdefault(one.rule.id, []).append(one)
    kept: dict[str, list[Seen]] = {}
    for rule in said:
        _keep(rule, said, kept)
    return (one.finding for stay in kept.values() for one in stay)


def _keep(name: str, said: Mapping[str, Sequence[Seen]], kept: dict[str, list[Seen]]) -> None:
    """Settle what stays of a rule, those first that it yields to; of two that yield to each other one speaks."""
    if name in kept:
        return
    kept[name] = []
    mine = said[name]
    wanted = mine[0].rule.yields_to
    others = [other for other, found in said.items() if other != name and any(map(found[0].rule.named, wanted))]
    for other in others:
        _keep(other, said, kept)
    louder: dict[Severity, Overlaps] = {}
    for one in mine:
        level = one.finding.level
        if level not in louder:
            found = (theirs for other in others for theirs in kept[other])
            louder[level] = Overlaps(o.span for o in found if o.finding.level.rank <= level.rank)
        if not louder[level].touch(one.span):
            kept[name].append(one)
