"""``misspelling``: words of this field with one character that looks or sounds like the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.likelymiss import likely_miss
from reportlint.nearmiss import near_miss
from reportlint.record import record
from reportlint.spelling import spelling
from reportlint.titles import Titles, cited

_AROUND = 12


@record
class MisspellingCheck:
    """One problem a place; what the dictionaries of known slips and of titles tell is left to their rules."""

    dictionaries: tuple[Dictionary, ...] = option("已列出误写的词表：列了的由那里报", ())
    titles: Dictionary | None = option("文件名称的词表：误写在其中某个名称里的，由名称的规则去报", None)

    def triggers(self) -> tuple[()]:
        """None: that is one pass over the draft's pairs of characters."""
        return ()

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        return tuple(wrong for one in self.dictionaries for entry in one.entries for wrong in entry.wrong)

    @cached_property
    def _titles(self) -> Titles | None:
        return Titles(self.titles) if self.titles else None

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """In order."""
        text = draft.text
        for span, word in spelling().find(text):
            inside = any(part.start <= span.start and span.end <= part.end for part in scope)
            if inside and not self._told(text, span) and not self._in_title(text, span):
                yield Problem(span, f"“{text[span.start : span.end]}”疑为“{word}”之误，请核对", "suspected")

    def _told(self, text: str, span: Span) -> bool:
        """Whether a listed slip overlaps the place."""
        first = max(0, span.start - _AROUND)
        around = text[first : span.end + _AROUND]
        low, high = span.start - first, span.end - first
        return any(at < high and at + len(wrong) > low for wrong in self._listed if (at := around.find(wrong)) >= 0)

    def _in_title(self, text: str, span: Span) -> bool:
        """Whether it stands in a title that has a rule of its own."""
        opened = text.rfind("《", max(0, span.start - 80), span.start)
        closed = text.find("》", span.end, span.end + 120)
        if self._titles is None or opened < 0 or closed < 0 or "》" in text[opened : span.start]:
            return False
        title = cited(text, opened + 1, closed)
        return (near_miss(title, self._titles) or likely_miss(title, self._titles)) is not None
