"""Many fixed phrases looked for in a text at once: linear time, and next to nothing where none occurs.

Quotation marks may be of any kind or left out, and an enumeration comma may be a comma: the way official texts differ
without meaning anything by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern

_QUOTES = "“”‘’\"'＂"
_LOOSE = str.maketrans(dict.fromkeys(_QUOTES, "") | dict.fromkeys("，,﹑", "、"))
_BREAKS = lazy(f"[{_QUOTES}、，,:A-Za-z]")
_AS_PATTERN = str.maketrans(
    dict.fromkeys(_QUOTES, "[“”‘’]?")
    | dict.fromkeys("、，,", "[、，]")
    | {char: "\\" + char for char in "\\.+*?()|[]{}^$"}
)


class Hit(NamedTuple):
    """A place and the phrase found there, as it was given."""

    span: Span
    phrase: str


class Phrases:
    """A set of phrases; the longest that begins at a place is the one found there.

    ``pattern`` is all of them as one: a check gives it among its triggers, so that the one pass over a draft that looks
    for everything tells whether any occurs.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        # of two that differ by their quotes the one with quotes stays: it finds both
        longest = sorted(((loose(phrase).lower(), phrase) for phrase in phrases), key=lambda pair: len(pair[1]))
        self.by_loose: Mapping[str, str] = {plain: phrase for plain, phrase in longest if plain}
        ordered = [phrase for plain, phrase in sorted(self.by_loose.items(), key=lambda pair: (-len(pair[0]), pair[1]))]
        pieces = tuple(dict.fromkeys(map(_piece, ordered)))
        needed = (pieces,) if all(pieces) else ()
        self.pattern = Pattern("(?i)(?:" + "|".join(map(_source, ordered)) + ")", needed) if ordered else None

    @property
    def triggers(self) -> tuple[Pattern, ...]:
        """The pattern, if there is any phrase."""
        return (self.pattern,) if self.pattern else ()

    def find(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Hit]:
        """The occurrences within the scope, in order, without overlaps."""
        if self.pattern is None or self.pattern not in draft.occurring:
            return
        for match in self.pattern.find(draft.searchable, scope):
            phrase = self.by_loose.get(loose(match.text).lower())
            if phrase is not None:
                yield Hit(_with_quotes(draft.text, match.span, phrase), phrase)


def _with_quotes(text: str, span: Span, phrase: str) -> Span:
    """The place with the quotes at its edges, where the phrase has them too."""
    start, end = span
    if phrase[0] in _QUOTES and start and text[start - 1] in _QUOTES:
        start -= 1
    if phrase[-1] in _QUOTES and text[end : end + 1] and text[end] in _QUOTES:
        end += 1
    return Span(start, end)


def inside_quotes(words: str) -> str:
    """The words as they are cited between quotes: their own quotes become single ones."""
    return words.replace("“", "‘").replace("”", "’").replace('"', "'")


@lru_cache(maxsize=1024)
def loose(phrase: str) -> str:
    """The phrase as it is compared."""
    return phrase.translate(_LOOSE)


def _piece(phrase: str) -> str:
    """The longest part of a phrase that is written in one way only."""
    return max(_BREAKS.split(phrase), key=len)


def _source(phrase: str) -> str:
    """Quotes inside may lack; those at the edges are no part of what is looked for."""
    return phrase.strip(_QUOTES).translate(_AS_PATTERN)
