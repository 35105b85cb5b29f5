"""A document together with what has been understood of it; each thing worked out once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportlint.document import Document, Span
from reportlint.identity import Identity, ReportClass, read_identity
from reportlint.masks import Mask, find_masks
from reportlint.numerals import Figure, figures
from reportlint.outline import Outline, read_outline
from reportlint.patterns import Pattern, Searchable
from reportlint.sections import SectionMap

if TYPE_CHECKING:
    from reportlint.rule import RulePack


_QUOTE = 40  # code points shown of a quoted answer


@dataclass(frozen=True)
class Settings:
    """What the user says of the reports himself; it beats what the text says. 0 and "" mean "not said"."""

    year: int = 0
    report_class: str = ""
    body: str = ""
    powers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """One document under one pack: everything a check may ask about it."""

    document: Document
    pack: RulePack
    settings: Settings = Settings()

    @cached_property
    def text(self) -> str:
        """The matching text."""
        return self.document.text

    @cached_property
    def searchable(self) -> Searchable:
        """The text, ready for patterns."""
        return Searchable(self.document.text)

    @cached_property
    def occurring(self) -> frozenset[Pattern]:
        """Which patterns of the pack's checks occur at all."""
        return self.pack.triggers.occurring(self.document.text)

    @cached_property
    def residue(self) -> frozenset[int]:
        """Indices of the blocks that belong to a web page, not to the report (浏览量：61)."""
        found: set[int] = set()
        if not self.pack.residue_set.occurring(self.document.text):
            return frozenset()
        for index, block in enumerate(self.document.blocks):
            line = self.document.text[block.start : block.end].strip()
            if line and len(line) <= 80 and self.pack.residue_set.occurring(line):
                found.add(index)
        return frozenset(found)

    @cached_property
    def identity(self) -> Identity:
        """Title, opening, sign-off, and what the text says of year, body and class."""
        return read_identity(self.document, self.residue)

    @property
    def year(self) -> int | None:
        """The report's year."""
        return self.settings.year or self.identity.year

    @property
    def report_class(self) -> ReportClass | str | None:
        """The reporter's class."""
        return self.settings.report_class or self.identity.report_class

    @property
    def body(self) -> str:
        """The reporting body's name."""
        return self.settings.body or self.identity.body

    @cached_property
    def outline(self) -> Outline:
        """The headings, without the title."""
        return read_outline(self.document, frozenset(self.identity.title_blocks) | self.residue)

    @cached_property
    def sections(self) -> SectionMap:
        """Which headings are which canonical section."""
        return self.pack.matcher.match(self.outline)

    @cached_property
    def figures(self) -> list[Figure]:
        """All figures, masked ones included, in order."""
        masked = [Figure(m.start, m.end, None, m.unit, "masked") for m in self.masks if m.family == "figure"]
        return sorted([*figures(self.document.text), *masked]) if masked else figures(self.document.text)

    @cached_property
    def masks(self) -> list[Mask]:
        """All letters, crosses, stars and boxes that stand for something not filled in."""
        return find_masks(self.document)

    @cached_property
    def extent(self) -> Span:
        """The report itself: from its title to its last line that is not residue."""
        blocks = self.document.blocks
        kept = [
            block
            for index, block in enumerate(blocks)
            if index not in self.residue and not block.story and self.document.text[block.start : block.end].strip()
        ]
        if not kept:
            return Span(0, len(self.document.text))
        title = self.identity.title_blocks
        start = blocks[title[0]].start if title else kept[0].start
        return Span(start, max(kept[-1].end, start))

    def sentence(self, offset: int) -> Span:
        """The sentence (up to 。！？； or a line end) that holds a place."""
        return self._between(offset, "。！？；;\n")

    def clause(self, offset: int) -> Span:
        """The clause (up to any punctuation between clauses) that holds a place."""
        return self._between(offset, "。！？；;，,：:\n")

    def _between(self, offset: int, marks: str) -> Span:
        text = self.document.text
        start = end = offset
        while start > 0 and text[start - 1] not in marks:
            start -= 1
        while end < len(text) and text[end] not in marks:
            end += 1
        return Span(start, end)

    def quote(self, span: Span) -> str:
        """The words at a place, on one line, shortened."""
        words = " ".join(self.text[span.start : span.end].split())
        return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"

    def anchor(self, span: Span) -> Span:
        """Where a finding about a whole section points: the heading that begins it, else its first sentence."""
        for heading in self.outline.headings:
            if heading.start == span.start:
                return Span(heading.start, heading.span.end)
        return self.sentence(span.start)

    def topic(self, section: str) -> tuple[Span, ...]:
        """Where a section is dealt with: under its headings, else in the paragraphs whose words show it."""
        return self.sections.spans(section) or self._by_words.get(section, ())

    @cached_property
    def account(self) -> tuple[Span, ...]:
        """The account of the year's work: all but title, opening, problems and plans."""
        outside = [span for name in ("problems", "next-plan") for span in self.sections.spans(name)]
        start = self.identity.opening.end if self.identity.opening else self.extent.start
        spans, at = [], start
        for span in sorted(outside):
            if span.start > at:
                spans.append(Span(at, span.start))
            at = max(at, span.end)
        end = self.extent.end
        return (*spans, Span(at, end)) if at < end else tuple(spans)

    @cached_property
    def _by_words(self) -> dict[str, tuple[Span, ...]]:
        """Sections without a heading of their own that the text nevertheless deals with, and the paragraphs that do."""
        occurring = self.pack.cues.occurring(self.document.text)
        found: dict[str, tuple[Span, ...]] = {}
        for spec in self.pack.sections:
            if self.sections.found(spec.id):
                continue
            stated = [m.span for p in spec.statement if p in occurring for m in p.find(self.searchable)]
            cues = [p for p in spec.cues if p in occurring]
            if len(cues) >= spec.cues_needed and not stated:
                spots = [[m.span for m in pattern.find(self.searchable, self.account)] for pattern in cues]
                if sum(1 for spot in spots if spot) >= spec.cues_needed:
                    stated = [span for spot in spots for span in spot]
            blocks = {self.document.block_at(span.start) for span in stated}
            if stated:
                found[spec.id] = tuple(sorted(Span(block.start, block.end) for block in blocks if block))
        return found
