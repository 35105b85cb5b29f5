"""A document together with what has been understood of it; each thing worked out once, when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reportlint.blanks import blanks_beside
from reportlint.blanksigns import Blank
from reportlint.document import Document, Span
from reportlint.identity import Identity, read_identity
from reportlint.lazyre import lazy
from reportlint.maskkinds import Mask
from reportlint.masks import find_masks
from reportlint.numerals import Figure, arabic_years, figures
from reportlint.outline import Outline, read_outline
from reportlint.patterns import Pattern, Searchable
from reportlint.record import record
from reportlint.reportclass import ReportClass
from reportlint.residue import residue_of
from reportlint.sections import SectionMap
from reportlint.topics import told_in_words, under_headings

if TYPE_CHECKING:
    from reportlint.rule import RulePack
from reportlint.titleyear import signed_the_year_after, year_behind_title

_SENTENCE_END = "。！？；;\n"
_CLAUSE_END = lazy(r"[。！？；;，：:\n]|,(?!(?<=\d,)\d{3}(?!\d))")  # not the comma between thousands
_QUOTE = 40  # code points shown of a quoted answer


@record
class Settings:
    """What the user says of the reports himself; it beats what the text says. 0 and "" mean "not said"."""

    year: int = 0
    report_class: str = ""
    body: str = ""
    powers: tuple[str, ...] = ()


@record
class Draft:
    """One document under one pack: everything a check may ask about it."""

    document: Document
    pack: RulePack
    settings: Settings = Settings()
    answers: bool = True  # checks may save themselves the evidence where nobody asks for it
    parts: tuple[Draft, ...] = ()  # the reports of a file that holds several, where this is the whole file

    @cached_property
    def text(self) -> str:
        """The matching text."""
        return self.document.text

    @cached_property
    def dated(self) -> str:
        """The text with Chinese years in digits; every place in it is the same place in the text."""
        return arabic_years(self.document.text)

    @cached_property
    def searchable(self) -> Searchable:
        """The text, ready for patterns."""
        return Searchable(self.document.text)

    @cached_property
    def occurring(self) -> frozenset[Pattern]:
        """The patterns of the pack's checks without those that surely do not occur."""
        text, skeleton = self.searchable.text, self.searchable.skeleton
        return frozenset().union(*(patterns.occurring(text, skeleton) for patterns in self.pack.triggers))

    @cached_property
    def residue(self) -> frozenset[int]:
        """Indices of the blocks that belong to a web page, not to the report (浏览量：61)."""
        return residue_of(self.document, self.pack, self.searchable.skeleton)

    @cached_property
    def identity(self) -> Identity:
        """Title, opening, sign-off, and what the text says of year, body and class."""
        return read_identity(self.document, self.residue)

    @property
    def year(self) -> int | None:
        """The report's year."""
        return self.settings.year or self.year_behind_title or self.identity.year

    @cached_property
    def year_behind_title(self) -> int:
        """The report's year where the title, and only the title, is a year behind; else 0."""
        return year_behind_title(self.document, self.identity)

    @property
    def declared_year(self) -> int | None:
        """The report's year where it is given from outside, in the title, twice in the opening or there and by the sign-off.

        That is firm enough to call other years wrong.

        政府工作报告 is given early in the year of its title, and looks back on the year before.
        """
        if "政府工作报告" in self.identity.title and not self.settings.year:
            return None
        firm = self.settings.year or self.identity.year_from in ("标题", "开头两处")
        return self.year if firm or signed_the_year_after(self.document, self.identity) else None

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
        """The headings, without the title and the sign-off, whatever style these are set in."""
        signed = [span.start for span in (self.identity.signature, self.identity.date) if span]
        lines = (bisect_right(self.document.block_starts, start) - 1 for start in signed)
        skip = self.residue.union(self.identity.title_blocks, lines)
        return read_outline(self.document, skip, min(signed, default=None))

    @cached_property
    def sections(self) -> SectionMap:
        """Which headings are which canonical section."""
        return self.pack.matcher.match(self.outline, self.year)

    @cached_property
    def figures(self) -> list[Figure]:
        """All figures, masked ones included, in order: a masked number of a meeting counts nothing."""
        masked = [Figure(m.start, m.end, None, m.unit, "masked") for m in self.masks if m.family == "figure" and m.unit]
        return sorted([*figures(self.document.text), *masked]) if masked else figures(self.document.text)

    @cached_property
    def masks(self) -> list[Mask]:
        """All letters, crosses, stars and boxes that stand for something not filled in."""
        return find_masks(self.document)

    @cached_property
    def blanks(self) -> list[Blank]:
        """All places of running text where a figure is wanting, in order, those of masks left out."""
        return list(blanks_beside(self.document.text, [(mask.start, mask.end) for mask in self.masks]))

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

    @cached_property
    def _sentence_starts(self) -> list[int]:
        text = self.document.text
        return [0, *(start for start in self._clause_starts[1:] if text[start - 1] in _SENTENCE_END)]

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [0, *(match.end() for match in _CLAUSE_END.finditer(self.document.text))]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences in order, without the marks that end them and without leading spaces; empty ones left out."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Span]:
        text, starts = self.document.text, self._sentence_starts
        for start, following in pairwise([*starts, len(text) + 1]):
            while start < following - 1 and text[start] in " \t":
                start += 1
            if start < following - 1:
                yield Span(start, following - 1)

    def sentence(self, offset: int) -> Span:
        """The sentence (up to 。！？； or a line end) that holds a place; the mark itself is left out."""
        return self._between(offset, self._sentence_starts)

    def clause(self, offset: int) -> Span:
        """The clause (up to any punctuation between clauses) that holds a place; the mark itself is left out."""
        return self._between(offset, self._clause_starts)

    def _between(self, offset: int, starts: list[int]) -> Span:
        index = bisect_right(starts, offset)
        end = starts[index] - 1 if index < len(starts) else len(self.document.text)
        return Span(starts[index - 1], max(end, starts[index - 1]))

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
        known = self._topics.get(section)
        if known is None:
            known = self._topics[section] = under_headings(self, section) or told_in_words(self, section)
        return known

    @cached_property
    def _topics(self) -> dict[str, tuple[Span, ...]]:
        return {}

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What checks work out and share, by a name of theirs: sentences with their figures are asked for by three."""
        return {}

    @cached_property
    def scopes(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Span, ...]]:
        """Scopes already resolved, by their names: most rules share a few (kept by :mod:`reportlint.scope`)."""
        return {}

    @cached_property
    def account(self) -> tuple[Span, ...]:
        """The account of the year's work: all but title, opening, problems and plans."""
        outside = [span for name in ("problems", "next-plan") for span in self.topic(name)]
        start = self.identity.opening.end if self.identity.opening else self.extent.start
        spans, at = [], start
        for span in sorted(outside):
            if span.start > at:
                spans.append(Span(at, span.start))
            at = max(at, span.end)
        end = self.extent.end
        return (*spans, Span(at, end)) if at < end else tuple(spans)
