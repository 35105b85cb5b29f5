"""The counts of a sentence as lists: outside and inside brackets, and the run of counts that follows a total."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy

MOST_PARTS = 40  # more parts than a sentence has: keeps a run of endless lists from costing their square
WHOLE_BRACKET = lazy(r"[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]")
_BRACKET = lazy(  # also one that the sentence leaves open, or that the sentence before did
    r"(?:[（(]|^(?=[^（）()]*(?<![\d一二三四五六七八九十])[）)]))(?:[^（）()]|[（(][^（）()]*[）)])*(?:[）)]|$)"
)
_BESIDE = lazy(r"另|不[含计包]|未[含计]|除|还有|以外|之外")


def levels(said: Statement) -> Iterator[list[Quantity]]:
    """The counts outside brackets, and those of each pair with the count before it: 38件（准予37件，不予1件），216件.

    Counts outside are not added up where a bracket tells of more beside them: 38件（另有5件未办结）.
    """
    if "（" not in said.text and "(" not in said.text and "）" not in said.text:
        yield list(said.counts)
        return
    outside: list[Quantity] = []
    inside: dict[int, list[Quantity]] = {}
    brackets = list(_BRACKET.finditer(said.text))
    starts = [bracket.start() for bracket in brackets]
    for q in said.counts:
        number = bisect_right(starts, q.start - said.span.start) - 1
        if number < 0 or q.start - said.span.start >= brackets[number].end():
            outside.append(q)
        else:
            inside.setdefault(number, outside[-1:]).append(q)
    if not any(_BESIDE.search(brackets[number].group()) for number in inside):
        yield outside
    yield from inside.values()


def gap_between(said: Statement, first: Quantity, second: Quantity) -> str:
    """The words between two counts, whole brackets left out."""
    return WHOLE_BRACKET.sub("", said.between(first, second))


def words_of(q: Quantity) -> str:
    """What names a part: the words before it, else those behind it."""
    label = cached(r"^(?:其中|[和及与]|以及|已|分别为?)+").sub("", q.label)
    return label if len(label) >= 2 else q.after[:8]


def list_after(said: Statement, index: int) -> list[Quantity]:
    """The run of counts in the total's own unit that follows it, no full clause of other things between."""
    total, run = said.counts[index], []
    for before, part in pairwise(said.counts[index : index + MOST_PARTS + 1]):
        gap = gap_between(said, before, part)
        if part.unit != total.unit or len(cached(r"[^，,、；]").sub("", gap)) > 2 or len(gap) > 30 or "%" in gap:
            break
        run.append(part)
    return run


def classes_of(parts: Sequence[Quantity], classes: Sequence[str]) -> tuple[list[Quantity], set[int]]:
    """The parts whose words name one of the classes, and which classes are named."""
    found, seen = [], set()
    for part in parts:
        name = words_of(part)
        for number, words in enumerate(classes):
            if cached(words).search(name):
                found.append(part)
                seen.add(number)
                break
    return found, seen
