"""``set-phrase``: a fixed phrase with one character exchanged, dropped or added: 法无授权不能为, 矛盾不上移.

Half of a phrase is looked for as it stands; where it is found, the other half must follow (or go before), and what
differs from it by one character only is a slip of the pen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.pairnumbers import number_of
from reportlint.patterns import Pattern
from reportlint.phrases import QUOTES, inside_quotes, loose
from reportlint.record import record

_MARK = lazy(f"[{QUOTES}]")
_ANDS = frozenset("、和与及；")  # 合法性审查和集体讨论决定, one clause in each line of a list
_LONG = 9  # code points of a phrase whose last character may be the wrong one
_Half = tuple[str, str, str, int | None, int | None]


@record
class SetPhraseCheck:
    """Phrases with lawful variants have these as their short names; what is one of them is no slip."""

    dictionary: Dictionary = option("固定表述的词表：name 是通行的写法，short 是同样可以的写法")

    def triggers(self) -> Iterable[Pattern]:
        """None: the halves are looked for by code."""
        return ()

    @cached_property
    def _halves(self) -> tuple[_Half, ...]:
        """Each phrase, its halves, loosely written, and the number of a pair of characters that each of them holds."""
        wholes = ((entry.name, loose(entry.name)) for entry in self.dictionary.entries)
        halves = ((name, whole[: len(whole) // 2], whole[len(whole) // 2 :]) for name, whole in wholes)
        return tuple((name, left, right, _pair(name, left), _pair(name, right)) for name, left, right in halves)

    @cached_property
    def _lawful(self) -> tuple[str, ...]:
        return tuple(loose(name) for entry in self.dictionary.entries for name in (entry.name, *entry.short))

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a slip."""
        numbers = draft.searchable.skeleton.numbers
        likely = [half for half in self._halves if half[3] in numbers or half[4] in numbers]
        if not likely:
            return
        marks = [match.start() for match in _MARK.finditer(draft.text)]
        plain = loose(draft.text)
        told = -1
        for start, end, name in sorted(self._slips(plain, likely, numbers)):
            place = Span(_before_quotes(start, marks), _before_quotes(end - 1, marks) + 1)
            if start >= told and any(part.start <= place.start < part.end for part in scope):
                told = end
                yield Problem(
                    place,
                    f"“{inside_quotes(draft.text[place.start : place.end])}”与固定表述“{inside_quotes(name)}”差一个字，请核对",
                    "suspected",
                )

    def _slips(self, text: str, likely: Iterable[_Half], numbers: frozenset[int]) -> Iterator[tuple[int, int, str]]:
        for name, left, right, of_left, of_right in likely:
            at = text.find(left) if of_left in numbers else -1
            while at >= 0:
                yield from self._one(text, at, name, left, right)
                at = text.find(left, at + 1)
            at = text.find(right) if of_right in numbers else -1
            while at >= 0:
                yield from self._other(text, at, name, left, right)
                at = text.find(right, at + 1)

    def _one(self, text: str, at: int, name: str, left: str, right: str) -> Iterator[tuple[int, int, str]]:
        """The first half stands at the place: whether the second follows with one slip."""
        last = len(left) + len(right) >= _LONG
        size = _slip(text[at + len(left) : at + len(left) + len(right) + 1], right, last)
        if size and not text.startswith(self._lawful, at):
            yield at, at + len(left) + size, name

    def _other(self, text: str, at: int, name: str, left: str, right: str) -> Iterator[tuple[int, int, str]]:
        """The second half stands at the place: whether the first goes before it with one slip."""
        size = _slip(text[max(0, at - len(left) - 1) : at][::-1], left[::-1])
        if size and not text[: at + len(right)].endswith(self._lawful, max(0, at - len(left) - 4)):
            yield at - size, at + len(right), name


def _pair(name: str, half: str) -> int | None:
    """The number of two characters of a half that stand side by side in the phrase as it is written, no mark among them."""
    pairs = (half[at : at + 2] for at in range(len(half) - 1))
    return next((number_of(pair) for pair in pairs if pair.isalpha() and pair in name), None)


def _slip(found: str, wanted: str, last: bool = False) -> int:
    """How many code points of ``found`` are ``wanted`` with one slip; 0 if it is as wanted or far from it.

    The ``last`` character may be exchanged only where that is said: what follows half a short phrase is another word.
    """
    if found.startswith(wanted):
        return 0
    same = next((at for at, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), len(wanted))
    rest, other = wanted[same + 1 :], found[same : same + 1]
    if same == len(wanted) or not other or (other in _ANDS and wanted[same] in _ANDS):
        return 0
    if not (other.isalpha() or other in _ANDS):
        return 0
    if not rest:
        return len(wanted) if last and other not in _ANDS else 0
    if found.startswith(rest, same + 1):
        return len(wanted)  # exchanged
    if found.startswith(rest, same) and len(rest) > 1:
        return len(wanted) - 1  # dropped
    if found.startswith(wanted[same:], same + 1) and other not in _ANDS:
        return len(wanted) + 1  # added
    return 0


def _before_quotes(at: int, marks: list[int]) -> int:
    """The offset in the text of an offset in it without its quotation marks."""
    place = at
    while (shifted := at + bisect_left(marks, place + 1)) != place:
        place = shifted
    return place
