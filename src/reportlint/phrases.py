"""Many fixed phrases looked for in a text at once: linear time, and next to nothing where none occurs.

Quotation marks may be of any kind or left out, and an enumeration comma may be a comma: the way official texts differ
without meaning anything by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from reportlint.document import Span
from reportlint.patterns import Searchable

_QUOTES = "“”‘’\"'＂"
_LOOSE = str.maketrans(dict.fromkeys(_QUOTES, "") | dict.fromkeys("，,﹑", "、"))
_META = frozenset("\\.+*?()|[]{}^$")


class Hit(NamedTuple):
    """A place and the phrase found there, as it was given."""

    span: Span
    phrase: str


class Phrases:
    """A set of phrases; the longest that begins at a place is the one found there."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.by_loose: Mapping[str, str] = {loose(phrase): phrase for phrase in phrases if loose(phrase)}

    @cached_property
    def _program(self) -> Any:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.max_mem = 32 << 20
        ordered = sorted(self.by_loose.values(), key=lambda phrase: (-len(loose(phrase)), phrase))
        return re2.compile("(?i)" + "|".join(_pattern(phrase) for phrase in ordered), options)

    def find(self, text: Searchable, scope: Sequence[Span]) -> Iterator[Hit]:
        """The occurrences within the scope, in order, without overlaps."""
        if not self.by_loose:
            return
        data = text.utf8
        for span in scope:
            byte, offset = text.byte(span.start), span.start
            for match in self._program.finditer(data, byte, text.byte(span.end)):
                offset += len(data[byte : match.start()].decode("utf-8", "surrogatepass"))
                byte = match.start()
                found = match.group().decode("utf-8", "surrogatepass")
                phrase = self.by_loose.get(loose(found)) or self._of_other_case(found)
                yield Hit(Span(offset, offset + len(found)), phrase)

    def _of_other_case(self, found: str) -> str:
        wanted = loose(found).lower()
        return next(phrase for key, phrase in self.by_loose.items() if key.lower() == wanted)


def loose(phrase: str) -> str:
    """The phrase as it is compared."""
    return phrase.translate(_LOOSE)


def _pattern(phrase: str) -> str:
    """Quotes inside may lack; those at the edges are no part of what is looked for."""
    parts: list[str] = []
    for char in phrase.strip(_QUOTES):
        if char in _QUOTES:
            parts.append("[“”‘’\"'＂]?")
        elif char in "、，,":
            parts.append("[、，,﹑]")
        else:
            parts.append("\\" + char if char in _META else char)
    return "".join(parts)
