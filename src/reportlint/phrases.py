"""Many fixed phrases looked for in a text at once: linear time, and next to nothing where none occurs.

Quotation marks may be of any kind or left out, and an enumeration comma may be a comma: the way official texts differ
without meaning anything by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.pairnumbers import number_of
from reportlint.patterns import Pattern
from reportlint.skeleton import skeleton

QUOTES = "“”‘’\"'＂"
"""The marks that :func:`loose` leaves out."""
_LOOSE = str.maketrans(dict.fromkeys(QUOTES, "") | dict.fromkeys("，,﹑", "、"))
_BREAKS = lazy("[" + skeleton(QUOTES + "、，") + "]")
_REMEMBERED = 1024
_AS_PATTERN = str.maketrans(
    dict.fromkeys(QUOTES, "[“”‘’]?")
    | dict.fromkeys("、，,", "[、，]")
    | {char: "\\" + char for char in "\\.+*?()|[]{}^$"}
)


class Hit(NamedTuple):
    """A place and the phrase found there, as it was given."""

    span: Span
    phrase: str


class Phrases:
    """A set of phrases; the longest that begins at a place is the one found there.

    Compiled are only those of which a text holds the part that is written in one way only; to look for these parts costs
    next to nothing. There are more than a thousand phrases, and most drafts hold not one.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)
        self._memo: dict[tuple[str, ...], _Search] = {}

    @cached_property
    def _parts(self) -> list[str]:
        """The parts of each phrase that are written in one way only, with tabs between them."""
        # all phrases at once, since a call for each takes longer than the looking
        lines = skeleton("\v".join([phrase.replace("\v", " ") for phrase in self.phrases]))
        return _BREAKS.sub("\t", lines).split("\v")

    @cached_property
    def _pieces(self) -> dict[int | None, list[_Piece]]:
        """The longest part of each phrase by how it begins; under ``None`` those that are no pair of characters."""
        found: dict[int | None, list[_Piece]] = {}
        for number, parts in enumerate(self._parts):
            piece = max(parts.split("\t"), key=len) if "\t" in parts else parts
            half = len(piece) // 2
            others = {number_of(piece[-2:]), number_of(piece[half : half + 2])} - {None}
            found.setdefault(number_of(piece[:2]), []).append(_Piece(piece, number, others))
        return found

    def likely(self, draft: Draft) -> tuple[str, ...]:
        """Those that may occur in the draft; all that do are among them."""
        text, numbers = draft.searchable.skeleton.text, draft.searchable.skeleton.numbers
        begun = [pieces for start, pieces in self._pieces.items() if start is None or start in numbers]
        held = sorted(
            piece.number for pieces in begun for piece in pieces if piece.others <= numbers and piece.words in text
        )
        return tuple(
            [self.phrases[number] for number in held if all(part in text for part in self._parts[number].split("\t"))]
        )

    def find(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Hit]:
        """The occurrences within the scope, in order, without overlaps."""
        likely = self.likely(draft)
        if not likely:
            return
        if len(self._memo) > _REMEMBERED:
            self._memo.clear()
        if likely not in self._memo:
            self._memo[likely] = _search(likely)
        search = self._memo[likely]
        for match in search.pattern.find(draft.searchable, scope):
            phrase = search.by_loose.get(loose(match.text).lower())
            if phrase is not None:
                yield Hit(_with_quotes(draft.text, match.span, phrase), phrase)


class _Piece(NamedTuple):
    """Words, the number of the phrase that they are of, and the pairs at their middle and end."""

    words: str
    number: int
    others: set[int | None]


class _Search(NamedTuple):
    """The phrases by what is compared of them, and all of them as one pattern."""

    by_loose: Mapping[str, str]
    pattern: Pattern


def _search(phrases: Iterable[str]) -> _Search:
    # of two that differ by their quotes the one with quotes stays: it finds both
    longest = sorted(((loose(phrase).lower(), phrase) for phrase in phrases), key=lambda pair: len(pair[1]))
    by_loose = {plain: phrase for plain, phrase in longest if plain}
    ordered = [phrase for plain, phrase in sorted(by_loose.items(), key=lambda pair: (-len(pair[0]), pair[1]))]
    return _Search(by_loose, Pattern("(?i)(?:" + "|".join(map(_source, ordered)) + ")"))


def _with_quotes(text: str, span: Span, phrase: str) -> Span:
    """The place with the quotes at its edges, where the phrase has them too."""
    start, end = span
    if phrase[0] in QUOTES and start and text[start - 1] in QUOTES:
        start -= 1
    if phrase[-1] in QUOTES and text[end : end + 1] and text[end] in QUOTES:
        end += 1
    return Span(start, end)


def inside_quotes(words: str) -> str:
    """The words as they are cited between quotes: their own quotes become single ones."""
    return words.replace("“", "‘").replace("”", "’").replace('"', "'")


@lru_cache(maxsize=1024)
def loose(phrase: str) -> str:
    """The phrase as it is compared."""
    return phrase.translate(_LOOSE)


def _source(phrase: str) -> str:
    """Quotes inside may lack; those at the edges are no part of what is looked for."""
    return phrase.strip(QUOTES).translate(_AS_PATTERN)
