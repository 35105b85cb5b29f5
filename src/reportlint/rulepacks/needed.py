"""Which words a text must hold for a pattern to occur in it, worked out from the pattern alone.

Looking for a few words is almost free, while a pattern has to be compiled first; for the built-in rules the words are
worked out once, when the rules are compiled. They are words of the text's skeleton (:mod:`reportlint.skeleton`). Whatever
is not understood needs nothing, which is always true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from reportlint.named import NamedTuple
from reportlint.skeleton import skeleton

_MOST = 96  # words a pattern may need one of
_GROUPS = 3
_LONGEST = 24  # copies of a repeated part
_WIDEST = 400  # characters of a class
_TOKEN = re.compile(
    r"\(\?P?<\w+>|\(\?(?P<flags>[a-zA-Z-]*)(?P<end>[:)])|\[\^?\]?(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}"
    r"|\\x\{(?P<code>[0-9a-fA-F]+)\}|\\x(?P<hex>[0-9a-fA-F]{2})|\\[0-7]{1,3}"
    r"|(?:[*+?]|\{(?P<least>\d+)(?P<more>,\d*)?\})\??|\\.|.",
    re.S,
)
_MEMBER = re.compile(
    r"\\[pP](?:\{[^}]*\}|.)|\\x\{(?P<code>[0-9a-fA-F]+)\}|\\x(?P<hex>[0-9a-fA-F]{2})|\\[0-7]{1,3}|\\.|.", re.S
)
_STRANGE = re.compile(r"\[:|\\Q")  # [[:alpha:]], \Q...\E
_ESCAPES = {"d": "0", "s": " ", "w": "0a_", "n": "\n", "t": "\t", "f": "\f", "r": "\r"}

Words = frozenset[str]
"""Words of which one must be there."""


class _Part(NamedTuple):
    """``exact``: all that the part can be, if that is few; ``needed``: of each of these groups one word must be in it.

    ``first`` and ``last`` are what it begins and ends with: one of these words, none of them empty; ``None`` if unknown.
    """

    exact: Words | None
    needed: tuple[Words, ...] = ()
    first: Words | None = None
    last: Words | None = None


_NOTHING = frozenset([""])
_EMPTY = _Part(_NOTHING)
_ANYTHING = _Part(None)


def needed_words(source: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words, sorted: wherever the pattern occurs, so does a word of each; none if there is nothing to be said."""
    if _STRANGE.search(source):
        return ()
    reader = _Reader(list(_TOKEN.finditer(source)))
    whole = reader.alternatives()
    return (
        tuple(tuple(sorted(words)) for words in map(_shortest, _groups(whole)))
        if reader.at == len(reader.tokens)
        else ()
    )


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
        first, last = _union(map(_first, parts)), _union(map(_last, parts))
        return _Part(_union(part.exact for part in parts), (either,) if either else (), first, last)

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
        if text in ("^", "$"):
            return _EMPTY
        chars = _members(text[1:-1]) if text[0] == "[" else "" if text == "." else _meant(token)
        if not chars or (self.any_case and any(char.lower() != char.upper() for char in chars if not char.isascii())):
            return _ANYTHING
        return _Part(frozenset(skeleton(chars)))

    def _repeated(self, part: _Part) -> _Part:
        while self._next()[:1] in ("*", "+", "?", "{") and len(self._next()) < 12 and self._counts():
            token = self.tokens[self.at]
            self.at += 1
            least = int(token["least"]) if token["least"] else 1 if token[0][0] == "+" else 0
            if least:
                part = _several(part, least, exactly=token["least"] is not None and token["more"] is None)
            elif token[0][0] == "?" and part.exact:
                part = _Part(_few([*part.exact, ""]))
            else:
                part = _ANYTHING
        return part

    def _counts(self) -> bool:
        return self._next()[0] != "{" or self.tokens[self.at]["least"] is not None


def _several(part: _Part, least: int, *, exactly: bool) -> _Part:
    """So many copies of a part, or more."""
    if part.exact is None or least > _LONGEST:
        return _Part(None, _groups(part), _first(part), _last(part))
    copies: Words | None = _NOTHING
    for _ in range(least):
        copies = copies and _few(a + b for a, b in product(copies, part.exact))
    if copies is None:
        return _Part(None, _groups(part), _first(part), _last(part))
    known = copies if all(copies) else None
    return _Part(copies) if exactly else _Part(None, (known,) if known else (), known, known)


def _meant(token: re.Match[str]) -> str:
    """The characters that a token outside a class stands for, or within one a single member; empty if it is not known."""
    text = token[0]
    if token["code"] or token["hex"]:
        return chr(int(token["code"] or token["hex"], 16))
    if text[0] != "\\":
        return text
    return _ESCAPES.get(text[1], "") if text[1].isalnum() else text[1]


def _members(inside: str) -> str:
    """The characters of a class; empty if these are too many, or all but some."""
    if inside[:1] == "^":
        return ""
    tokens = list(_MEMBER.finditer(inside))
    members = [_meant(token) for token in tokens]
    ranges = [at for at in range(1, len(members) - 1) if tokens[at][0] == "-"]
    chars = "".join(member for at, member in enumerate(members) if at not in ranges)
    for at in ranges:
        low, high = members[at - 1], members[at + 1]
        if len(low) != 1 or len(high) != 1 or ord(high) - ord(low) > _WIDEST:
            return ""
        chars += "".join(map(chr, range(ord(low), ord(high) + 1)))
    return chars if all(members) and len(chars) <= _WIDEST else ""


def _joined(parts: list[_Part]) -> _Part:
    """One part after another: what they make together as long as that is few, and what they need, the best first."""
    found: list[Words] = []
    run: Words = _NOTHING  # what stands before the next part
    for part in parts:
        begins = part.exact or part.first
        longer = _few(a + b for a, b in product(run, begins)) if begins else None
        if part.exact and longer:
            run = longer
            continue
        found += [longer or run, *_groups(part)]
        run = part.exact or part.last or _NOTHING
    if not found:
        return _Part(run)
    first, last = (words if all(words) else None for words in (found[0], run))
    useful = dict.fromkeys(_shortest(words) for words in (*found, run) if all(words))
    best: list[Words] = []
    for words in sorted(useful, key=lambda words: (-min(map(len, words)), len(words))):
        if not any(_implies(other, words) for other in best):
            best.append(words)
    return _Part(None, tuple(best[:_GROUPS]), first, last)


def _shortest(words: Words) -> Words:
    """Without the words that hold another of them."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _implies(group: Words, other: Words) -> bool:
    """Whether a word of the other is there wherever one of the group is."""
    return all(any(part in word for part in other) for word in group)


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


def _first(part: _Part) -> Words | None:
    return part.exact if part.exact and all(part.exact) else part.first


def _last(part: _Part) -> Words | None:
    return part.exact if part.exact and all(part.exact) else part.last
