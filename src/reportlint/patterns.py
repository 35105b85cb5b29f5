"""Patterns as rule files write them: linear-time, width-tolerant, and told in advance which of them can match.

Rule packs come from strangers, so every pattern is a RE2 pattern: no back-references, no look-around, and no draft on
which one takes more than linear time (https://github.com/google/re2/wiki/Syntax). A pattern is written once, with
full-width punctuation, and accepts both widths. ``^`` and ``$`` stand for the ends of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import re2

from reportlint.document import Span
from reportlint.lazyre import lazy
from reportlint.matching import matches
from reportlint.named import NamedTuple
from reportlint.skeleton import WIDTHS, Skeleton

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

    @cached_property
    def skeleton(self) -> Skeleton:
        """The text from afar."""
        return Skeleton(self.text)

    def byte(self, offset: int) -> int:
        """The byte offset of a code point offset."""
        if not offset or offset >= len(self.text):
            return len(self.utf8) if offset else 0
        known = self._bytes.get(offset)
        if known is None:
            known = self._bytes[offset] = len(self.text[:offset].encode("utf-8", "surrogatepass"))
        return known


Needed = Sequence[Sequence[str]]
"""Groups of words, of each of which the skeleton of a text must hold one."""


class Pattern:
    """One pattern of a rule file, compiled when it is first used.

    ``needed`` are groups of words: wherever the pattern occurs the text's skeleton holds one of each; none where that is
    not known.
    """

    def __init__(self, source: str, needed: Needed = ()) -> None:
        self.source = source
        self.needed = needed

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and other.source == self.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str, Needed]]:
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
            return re2.compile(self.wide, options())
        except re2.error as error:
            detail = error.args[0] if error.args else ""
            raise PatternSyntaxError(detail.decode() if isinstance(detail, bytes) else str(detail)) from error

    def may_occur(self, skeleton: Skeleton) -> bool:
        """Whether a text of this skeleton holds the words that the pattern needs; true where none are known."""
        return skeleton.holds(self.needed)

    def search(self, text: str) -> bool:
        """Whether the pattern occurs in a short text."""
        return self.program.search(text) is not None

    def fullmatch(self, text: str) -> bool:
        """Whether the pattern is the whole of a short text."""
        return self.program.fullmatch(text) is not None

    @cached_property
    def _names(self) -> dict[str, int]:
        """The numbers of the named groups; asking RE2 for them at every match takes longer than the search."""
        return dict(self.program.groupindex)

    def find(self, text: Searchable, scope: Iterable[Span] | None = None) -> Iterator[Match]:
        """Its occurrences within each span of the scope (everything by default), without overlaps, in order."""
        data, names = text.utf8, self._names
        for span in (Span(0, len(text.text)),) if scope is None else scope:
            byte, offset = text.byte(span.start), span.start
            for match in matches(self.program, data, byte, text.byte(span.end), names.get("at", 0)):
                first = match.start()
                offset += len(_decoded(data[byte:first]))
                byte = first
                yield _resolved(data, match, offset, names)


def _resolved(data: bytes, match: Any, offset: int, names: dict[str, int]) -> Match:
    groups = {name: _decoded(found) for name, number in names.items() if (found := match.group(number)) is not None}
    if "at" in groups:
        offset += len(_decoded(data[match.start() : match.start(names["at"])]))
        return Match(Span(offset, offset + len(groups["at"])), groups["at"], groups)
    found = _decoded(match.group())
    return Match(Span(offset, offset + len(found)), found, groups)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def any_occurs(patterns: Iterable[Pattern], text: str) -> bool:
    """Whether one of the patterns occurs in a short text; those that cannot are not compiled."""
    skeleton = Skeleton(text)
    return any(pattern.may_occur(skeleton) and pattern.search(text) for pattern in patterns)


def options() -> Any:
    """How patterns are compiled: quietly, and within bounded memory."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 32 << 20
    return options
