"""Which words a text must hold for a pattern to occur in it, worked out from the pattern alone.

Looking for a few words is almost free, while a pattern has to be compiled first; for the built-in rules the words are
worked out once, when the rules are compiled. Whatever is not understood needs nothing, which is always true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from reportlint.named import NamedTuple
from reportlint.patterns import WIDTHS

_MOST = 384  # words a pattern may need one of
_KEPT = 40  # about so many of them are looked for
_GROUPS = 3
_TOKEN = re.compile(
    r"\(\?P?<\w+>|\(\?(?P<flags>[a-zA-Z-]*)(?P<end>[:)])|\[\^?\]?(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\x\{[^}]*\}"
    r"|(?:[*+?]|\{(?P<least>\d+)(?:,\d*)?\})\??|\\.|.",
    re.S,
)


Words = frozenset[str]
"""Words of which one must be there."""


class _Part(NamedTuple):
    """``exact``: all that the part can be, if that is few; ``needed``: of each of these groups one word must be in it."""

    exact: Words | None
    needed: tuple[Words, ...]


_EMPTY = _Part(frozenset([""]), ())
_ANYTHING = _Part(None, ())


def needed_words(source: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words, sorted: wherever the pattern occurs, so does a word of each; none if there is nothing to be said."""
    reader = _Reader(list(_TOKEN.finditer(source)))
    whole = reader.alternatives()
    return (
        tuple(tuple(sorted(_shortened(words))) for words in _groups(whole)) if reader.at == len(reader.tokens) else ()
    )


def _shortened(words: Words) -> Words:
    """What the words begin with, where these are many: each is there wherever its word is."""
    size = max(map(len, words))
    while len(words) > _KEPT and size > 2:
        size -= 1
        words = frozenset(word[:size] for word in words)
    return words


class _Reader:
    """Goes through the tokens of a pattern once."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.any_case = False

    def alternatives(self) -> _Part:
        """Up to the closing bracket or the end."""
        parts = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        either = _union(next(iter(_groups(part)), None) for part in parts)
        return _Part(_union(part.exact for part in parts), (either,) if either else ())

    def _next(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _sequence(self) -> _Part:
        parts = []
        while self._next() not in ("", "|", ")"):
            parts.append(self._repeated(self._one()))
        return _joined(parts)

    def _one(self) -> _Part:
        token = self.tokens[self.at]
        self.at += 1
        text = token[0]
        if token["flags"] is not None and "i" in token["flags"]:
            self.any_case = True
        if token["end"] == ")":
            return _EMPTY
        if text.startswith("("):
            inside = self.alternatives()
            self.at += 1  # the closing bracket
            return inside
        return _EMPTY if text in ("^", "$") else _class(text) if text[0] == "[" else self._character(text)

    def _character(self, text: str) -> _Part:
        char = text[1] if len(text) == 2 and text[0] == "\\" and not text[1].isalnum() else text
        if len(char) != 1 or char == "." == text or (self.any_case and char.isascii() and char.isalpha()):
            return _ANYTHING
        return _Part(frozenset(WIDTHS.get(char, char).replace("\\", "")), ())

    def _repeated(self, part: _Part) -> _Part:
        while self._next()[:1] in ("*", "+", "?", "{") and len(self._next()) < 12 and self._counts():
            token = self.tokens[self.at]
            self.at += 1
            least = int(token["least"]) if token["least"] else 1 if token[0][0] == "+" else 0
            if least:
                part = _Part(None, _groups(part))
            elif token[0][0] == "?" and part.exact:
                part = _Part(_few([*part.exact, ""]), ())
            else:
                part = _ANYTHING
        return part

    def _counts(self) -> bool:
        return self._next()[0] != "{" or self.tokens[self.at]["least"] is not None


def _class(text: str) -> _Part:
    inside = text[1:-1]
    if inside[:1] == "^" or len(inside) > 12 or "\\" in inside or "-" in inside:
        return _ANYTHING
    return _Part(frozenset("".join(WIDTHS.get(char, char) for char in inside).replace("\\", "")), ())


def _joined(parts: list[_Part]) -> _Part:
    """One part after another: what they make together as long as that is few, and what they need, the best first."""
    found: list[Words] = []
    run: Words | None = frozenset([""])
    whole = True
    for part in parts:
        longer = _few(a + b for a, b in product(run, part.exact)) if run and part.exact else None
        if longer is None:
            whole = False
            found += [words for words in (run, *_groups(part)) if words]
            run = part.exact or frozenset([""])
        else:
            run = longer
    found += [run] if run else []
    useful = dict.fromkeys(words for words in found if all(words))
    best = sorted(useful, key=lambda words: (-min(map(len, words)), len(words)))
    return _Part(run if whole else None, tuple(best[:_GROUPS]))


def _union(sets: Iterable[Words | None]) -> Words | None:
    found: set[str] = set()
    for words in sets:
        if words is None:
            return None
        found |= words
    return _few(found)


def _few(words: Iterable[str]) -> Words | None:
    all_of_them = frozenset(words)
    return all_of_them if len(all_of_them) <= _MOST else None


def _groups(part: _Part) -> tuple[Words, ...]:
    """What the part needs; nothing where it may be there without any words."""
    return (part.exact,) if part.exact and all(part.exact) else part.needed
