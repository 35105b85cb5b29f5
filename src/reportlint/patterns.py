"""Patterns as rule files write them: linear-time, width-tolerant, and told in advance which of them can match.

Rule packs come from strangers, so every pattern is a RE2 pattern: no back-references, no look-around, and no draft on
which one takes more than linear time (https://github.com/google/re2/wiki/Syntax). A pattern is written once, with
full-width punctuation, and accepts both widths. ``^`` and ``$`` stand for the ends of a line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import re2

from reportlint.document import Span
from reportlint.lazyre import lazy
from reportlint.matching import matches

WIDTHS = {
    "，": "，,",
    "。": "。.．",
    "：": "：:∶",
    "；": "；;",
    "！": "！!",
    "？": "？?",
    "（": "（(",
    "）": "）)",
    "％": "％%",
    "%": "％%",
    "“": '“"＂〝',
    "”": '”"＂〞',
    "‘": "‘'",
    "’": "’'",
    "【": "【\\[［",
    "】": "】\\]］",
    "〔": "〔\\[［（(",
    "〕": "〕\\]］）)",
    "—": "—–\\-－~～―─",
    "、": "、﹑",
    "·": "·•・∙‧．.",
}


# the class itself has a score of ranges, and a bounded repeat of it hundreds of instructions: what occurs are these
_HAN = "〇\u3400-\u9fff"


class Match(NamedTuple):
    """One occurrence: a span of the searched text and the named groups that took part.

    A group named ``at`` says which part of the match is the place; ``text`` is that part.
    """

    span: Span
    text: str
    groups: dict[str, str]


class PatternSyntaxError(ValueError):
    """A pattern that RE2 does not accept; the message is RE2's own."""


_SYNTAX = lazy("(?s)\\\\p\\{Han\\}|\\\\.|[\\[\\]" + "".join(WIDTHS) + "]")


def widened(source: str) -> str:
    """The pattern with full-width punctuation standing for both widths, and \\p{Han} for the ranges in use."""
    in_class = False

    def wide(found: re.Match[str]) -> str:
        nonlocal in_class
        char = found[0]
        wider = _HAN if char == "\\p{Han}" else WIDTHS.get(char)
        if wider:
            return wider if in_class else f"[{wider}]"
        if char in "[]":
            in_class = char == "["
        return char

    return _SYNTAX.sub(wide, source)


class Searchable:
    """A text prepared for many searches: encoded once, byte offsets led back to code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._bytes: dict[int, int] = {}  # the same few scopes are asked for by many rules

    @cached_property
    def utf8(self) -> bytes:
        """The text as RE2 sees it."""
        return self.text.encode("utf-8", "surrogatepass")

    def byte(self, offset: int) -> int:
        """The byte offset of a code point offset."""
        if not offset or offset >= len(self.text):
            return len(self.utf8) if offset else 0
        known = self._bytes.get(offset)
        if known is None:
            known = self._bytes[offset] = len(self.text[:offset].encode("utf-8", "surrogatepass"))
        return known


class Pattern:
    """One pattern of a rule file, compiled when it is first used.

    ``needed`` are words of which a text holds one wherever the pattern occurs; none where that is not known.
    """

    def __init__(self, source: str, needed: tuple[str, ...] = ()) -> None:
        self.source = source
        self.needed = needed

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and other.source == self.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str, tuple[str, ...]]]:
        """What another process needs: the source; compiled programs do not travel."""
        return Pattern, (self.source, self.needed)

    @cached_property
    def wide(self) -> str:
        """The pattern as RE2 gets it."""
        return "(?m)" + widened(self.source)

    @cached_property
    def program(self) -> Any:
        """The compiled pattern; raises PatternSyntaxError."""
        try:
            return re2.compile(self.wide, _options())
        except re2.error as error:
            detail = error.args[0] if error.args else ""
            raise PatternSyntaxError(detail.decode() if isinstance(detail, bytes) else str(detail)) from error

    def may_occur(self, text: str, pairs: Container[str]) -> bool:
        """Whether the text holds a word that the pattern needs; true where none is known.

        ``pairs`` are the text's :func:`pairs`: looking for how a word begins there spares going through the text.
        """
        return not self.needed or any(word in text for word in self.needed if word[:2] in pairs)

    def search(self, text: str) -> bool:
        """Whether the pattern occurs in a short text."""
        return self.program.search(text) is not None

    def fullmatch(self, text: str) -> bool:
        """Whether the pattern is the whole of a short text."""
        return self.program.fullmatch(text) is not None

    def find(self, text: Searchable, scope: Iterable[Span] | None = None) -> Iterator[Match]:
        """Its occurrences within each span of the scope (everything by default), without overlaps, in order."""
        data = text.utf8
        for span in (Span(0, len(text.text)),) if scope is None else scope:
            byte, offset = text.byte(span.start), span.start
            for match in matches(self.program, data, byte, text.byte(span.end)):
                offset += len(data[byte : match.start()].decode("utf-8", "surrogatepass"))
                byte = match.start()
                yield _resolved(data, match, offset)


def _resolved(data: bytes, match: Any, offset: int) -> Match:
    groups = {
        name: value.decode("utf-8", "surrogatepass") for name, value in match.groupdict().items() if value is not None
    }
    if "at" in groups:
        at = match.re.groupindex["at"]  # RE2's match takes no group names here
        offset += len(data[match.start() : match.start(at)].decode("utf-8", "surrogatepass"))
        return Match(Span(offset, offset + len(groups["at"])), groups["at"], groups)
    found = match.group().decode("utf-8", "surrogatepass")
    return Match(Span(offset, offset + len(found)), found, groups)


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 32 << 20
    return options


def pairs(text: str) -> frozenset[str]:
    """Every character of the text, and every two that stand together."""
    return frozenset(text).union(map("".join, pairwise(text)))


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

    A ``loose`` set may name some that do not occur, and is built faster. Either is built for
    the second text only: looking for the words that the patterns need takes longer than the set does, but less than
    building it.
    """

    def __init__(self, patterns: Iterable[Pattern], loose: bool = False) -> None:
        self.patterns = tuple(dict.fromkeys(patterns))
        self.loose = loose
        self._by_words = 4 * sum(1 for pattern in self.patterns if pattern.needed) > 3 * len(self.patterns)

    def __reduce__(self) -> tuple[type[PatternSet], tuple[tuple[Pattern, ...], bool]]:
        """What another process needs: the patterns."""
        return PatternSet, (self.patterns, self.loose)

    @cached_property
    def _program(self) -> Any:
        program = re2.Set.SearchSet(_options())
        for pattern in self.patterns:
            program.Add(loosened(pattern.wide) if self.loose else pattern.wide)
        program.Add(_SENTINEL)
        program.Compile()
        return program

    def occurring(self, text: str) -> frozenset[Pattern]:
        """The patterns that occur in the text (or may, for a loose set); all of them should RE2 run out of memory for telling them apart."""
        if not self.patterns or not text:
            return frozenset()
        if self._by_words:
            self._by_words = False
            known = pairs(text)
            likely = [pattern for pattern in self.patterns if pattern.may_occur(text, known)]
            return frozenset(likely if self.loose else (pattern for pattern in likely if pattern.search(text)))
        indices = self._program.Match(text)
        if indices is None:  # not even the sentinel: the set's automaton grew too large, which RE2 reports no other way
            return frozenset(self.patterns)
        return frozenset(self.patterns[index] for index in indices if index < len(self.patterns))
