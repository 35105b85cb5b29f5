"""Many patterns looked for in a text at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import re2

from reportlint.lazyre import lazy
from reportlint.patterns import Pattern, options
from reportlint.skeleton import Skeleton

_SENTINEL = "(?s:.)"  # occurs in every text


# an escape, which stays as it is, or a counted repetition and its smallest count
_COUNTED = lazy(r"(?s)(\\(?:[pPx]\{[^}]*\}|.))|\{(\d+)(?:,\d*)?\}")


def loosened(source: str) -> str:
    """The pattern with every counted repetition open-ended: it occurs wherever the pattern does, and perhaps elsewhere.

    A repetition of up to forty characters is forty copies to RE2; without them a set is built four times as fast.
    """
    return _COUNTED.sub(lambda found: found[1] or ("+" if int(found[2]) else "*"), source)


class PatternSet:
    """Many patterns looked for at once, so that only those that do occur are searched for places.

    A ``loose`` set may name some that do not occur, and is built faster. It is built after the ``first`` texts only, and
    so is another where words are known that its patterns need: looking for these takes longer than the set does, but less
    than building it.
    """

    def __init__(self, patterns: Iterable[Pattern], loose: bool = False, first: int = 1) -> None:
        self.patterns = tuple(dict.fromkeys(patterns))
        self.loose = loose
        known = loose or 4 * sum(1 for pattern in self.patterns if pattern.needed) > 3 * len(self.patterns)
        self._by_words = first if known else 0

    def __reduce__(self) -> tuple[type[PatternSet], tuple[tuple[Pattern, ...], bool, int]]:
        """What another process needs: the patterns, and for how many texts more words are looked for."""
        return PatternSet, (self.patterns, self.loose, self._by_words)

    @cached_property
    def _program(self) -> Any:
        program = re2.Set.SearchSet(options())
        for pattern in self.patterns:
            program.Add(loosened(pattern.wide) if self.loose else pattern.wide)
        program.Add(_SENTINEL)
        program.Compile()
        return program

    def occurring(self, text: str, skeleton: Skeleton | None = None) -> frozenset[Pattern]:
        """The patterns that occur in the text (or may, for a loose set); all of them should RE2 run out of memory for telling them apart.

        ``skeleton`` is the text's, where it has been made.
        """
        if not self.patterns or not text:
            return frozenset()
        if self._by_words:
            self._by_words -= 1
            skeleton = skeleton or Skeleton(text)
            likely = [pattern for pattern in self.patterns if pattern.may_occur(skeleton)]
            return frozenset(likely if self.loose else (pattern for pattern in likely if pattern.search(text)))
        indices = self._program.Match(text)
        if indices is None:  # not even the sentinel: the set's automaton grew too large, which RE2 reports no other way
            return frozenset(self.patterns)
        return frozenset(self.patterns[index] for index in indices if index < len(self.patterns))
