"""Words of this field with one character that looks or sounds like the right one.

A slip of the input method or of a scanner makes two characters meet that never meet in correct Chinese. Which pairs these
are was counted beforehand (``rules/vocabulary/spelling``), so that a draft costs one pass over its pairs; only where such
a pair stands are the words of the field looked at. What may be the end of one word and the beginning of the next is left
alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import filterfalse
from operator import eq

from reportlint.document import Span
from reportlint.named import NamedTuple
from reportlint.pairnumbers import pair_numbers

_WORD = 2
_SWAPPED = 4  # shorter words with two characters exchanged are often other words
_REMEMBERED = 200_000
_BODIES = "局委办厅院所"
_ADVERBS = "现共已将就均于"
_QUOTED = 12  # behind a quotation mark a name may play upon a word


class Misspelt(NamedTuple):
    """A place, and the word that is meant there."""

    span: Span
    word: str


class Spelling:
    """The words, the pairs that never stand together, and which characters are alike."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._fine: set[int] = set()
        self._found: dict[str, list[tuple[str, int]]] = {}

    def _lines(self, name: str) -> list[str]:
        with open(os.path.join(self._folder, f"{name}.txt"), encoding="utf-8") as stream:
            return [line for line in stream.read().split("\n") if line and not line.startswith("#")]

    def _rows(self, name: str) -> dict[str, str]:
        """Characters, each with those that the file lists for it."""
        return {line[0]: line[1:] for line in self._lines(name)}

    @cached_property
    def _rarely(self) -> dict[str, str]:
        return self._rows("rarely-together")

    @cached_property
    def _strange_rows(self) -> dict[int, str]:
        """The characters that never or rarely stand behind another, by its number."""
        rows = {ord(line[0]): line[1:] for line in self._lines("never-together")}
        for first, others in self._rarely.items():
            rows[ord(first)] = rows.get(ord(first), "") + others
        return rows

    @cached_property
    def _together(self) -> dict[str, str]:
        return self._rows("together")

    @cached_property
    def _phrases(self) -> str:
        return f" {' '.join(self._lines('phrases'))} "

    def _words(self, char: str) -> list[tuple[str, int]]:
        """The words that have a character, with where it stands in them: a draft asks for few."""
        if char not in self._found:
            self._found[char] = found = []
            phrases = self._phrases
            for at in _places(phrases, char):
                start = phrases.rindex(" ", 0, at) + 1
                found.append((phrases[start : phrases.index(" ", at)], at - start))
        return self._found[char]

    @cached_property
    def _alike(self) -> Alike:
        return Alike(self._lines("alike"))

    def find(self, text: str) -> Iterator[Misspelt]:
        """The misspelt words of a text, in order, without overlaps."""
        found = [miss for pair in self._strange(text) for at in _places(text, pair) for miss in self._meant(text, at)]
        end = 0
        for miss in sorted(found, key=lambda miss: (miss.span.start, -miss.span.end)):
            if miss.span.start >= end:
                yield miss
                end = miss.span.end

    def _strange(self, text: str) -> list[str]:
        """The pairs of the text that should not stand together.

        They are compared as the numbers that two characters make in UTF-16; most pairs of a draft were in those before it.
        """
        known, rows = self._fine.__contains__, self._strange_rows
        fresh: set[int] = set()
        for numbers in pair_numbers(text):
            fresh.update(filterfalse(known, numbers))
        strange = {number for number in fresh if chr(number >> 16) in rows.get(number & 0xFFFF, "")}
        if len(self._fine) > _REMEMBERED:
            self._fine.clear()
        self._fine.update(fresh - strange)
        return [chr(number & 0xFFFF) + chr(number >> 16) for number in strange]

    def _meant(self, text: str, at: int) -> Iterator[Misspelt]:
        """The longest word, and of those of one length the most alike, that the pair at a place belongs to."""
        best: tuple[int, int, str, int] | None = None
        coined = text.rfind("“", max(0, at - _QUOTED), at) > text.rfind("”", max(0, at - _QUOTED), at)
        rarely = text[at + 1] in self._rarely.get(text[at], "")
        # 我局现就…, 治区办共召开…: a body's name ends and an adverb begins
        parted = text[at] in _BODIES and text[at + 1] in _ADVERBS
        least = _SWAPPED if coined else _WORD + (rarely or parted)
        for word, start in self._near(text, at, least):
            if best is None or len(word) >= -best[0]:
                distance = self._distance(text[start : start + len(word)], word)
                rank = (-len(word), distance, word, start)
                if distance and (best is None or rank < best) and not self._bound(text, start, word):
                    best = rank
        if best is not None:
            yield Misspelt(Span(best[3], best[3] + len(best[2])), best[2])

    def _near(self, text: str, at: int, least: int) -> Iterator[tuple[str, int]]:
        """Words of that length that have one character of the pair in its place, or both exchanged, and nearly all others."""
        for here, other in ((at, at + 1), (at + 1, at)):
            for word, index in self._words(text[here]):
                size = len(word)
                if size >= least:
                    start = here - index
                    for begin in (start, start + 1) if index and word[index - 1] == text[other] else (start,):
                        right = sum(map(eq, text[max(0, begin) : begin + size], word))
                        if (
                            right >= size - (1 if size < _SWAPPED else 2)
                            and 0 <= begin <= at
                            and at + 2 <= begin + size
                        ):
                            yield word, begin

    def _distance(self, written: str, word: str) -> int:
        """1 to 3 for one wrong character, by how alike it is, or for two exchanged ones; else 0."""
        if len(written) != len(word):
            return 0
        wrong = [at for at, (one, other) in enumerate(zip(written, word, strict=True)) if one != other]
        if len(wrong) == 1:
            at = wrong[0]
            alike = self._alike.distance(word[at], written[at], word[at - 1 : at])
            return 0 if self._independent(written, word, at) else alike
        if len(wrong) == 2 and len(word) >= _SWAPPED and wrong[1] == wrong[0] + 1:
            first, second = wrong
            return int(written[first] == word[second] and written[second] == word[first])
        return 0

    def _independent(self, written: str, word: str, at: int) -> bool:
        """Whether the characters may as well be words of their own: 个部门 is no misspelt 各部门."""
        if len(word) == _WORD:
            return all(char in self._alike.free for char in written)
        rest = word[:at] + word[at + 1 :]
        return len(word) == _WORD + 1 and at != 1 and self._word(*rest)

    def _bound(self, text: str, start: int, word: str) -> bool:
        """Whether a wrong character at an edge rather belongs to the word before or behind.

        Of two characters it is also asked that words end and begin at their sides: 精文减会 is no misspelt 文件.
        """
        end = start + len(word)
        before, behind = text[max(0, start - 2) : start], text[end : end + 2]
        short = len(word) == _WORD
        if (short or text[start] != word[0]) and self._word(before[-1:], text[start]):
            return True
        if (short or text[end - 1] != word[-1]) and self._word(text[end - 1], behind[:1]):
            return True
        return short and not (self._whole(before, before[-1:]) and self._whole(behind, behind[:1]))

    def _word(self, first: str, second: str) -> bool:
        return bool(first) and first in self._together.get(second, "")

    def _whole(self, beside: str, nearest: str) -> bool:
        """Whether what stands beside a word is a word, or no word character at all."""
        if not nearest or not "\u4e00" <= nearest <= "\u9fff" or nearest in self._alike.free:
            return True
        return len(beside) == _WORD and self._word(beside[0], beside[1])


class Alike:
    """Which characters sound or look like one another."""

    def __init__(self, lines: list[str]) -> None:
        self._sound: dict[str, str] = {}
        self._shape: dict[str, str] = {}
        self.free = ""
        self._either: frozenset[frozenset[str]] = frozenset()
        for line in lines:
            if line[1] == "=":
                self._shape[line[0]] = line[2:]
            else:
                sound, _, chars = line.partition(" ")
                if sound == "单独":
                    self.free = chars
                elif sound == "都行":
                    self._either = frozenset(map(frozenset, chars.split()))
                else:
                    self._sound.update(dict.fromkeys(chars, sound))

    def distance(self, right: str, written: str, before: str) -> int:
        """1 for the same sound, 2 for the same shape, 3 for nearly the same sound; 0 where they are not alike."""
        if not self._either.isdisjoint((frozenset((right, written)), frozenset((before, right, written)))):
            return 0
        one, other = self._sound.get(right, "?"), self._sound.get(written, "!")
        if one == other:
            return 1
        if written in self._shape.get(right, ""):
            return 2
        return 3 if _plain(one) == _plain(other) else 0


def _plain(sound: str) -> str:
    """What many speakers do not tell apart: zh from z, ing from in."""
    for full, short in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        if sound.startswith(full):
            sound = short + sound[len(full) :]
    return sound[:-1] if sound.endswith(("ing", "eng", "ang")) else sound


def _places(text: str, pair: str) -> Iterator[int]:
    at = text.find(pair)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1)


@cache
def spelling() -> Spelling:
    """That of the built-in vocabulary, read when a draft is first looked at."""
    from reportlint.rulepacks.builtin import rules_folder

    return Spelling(os.path.join(rules_folder(), "vocabulary", "spelling"))
