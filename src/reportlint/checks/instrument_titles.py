"""``instrument-title``: a cited instrument whose title is nearly, but not quite, the one in the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.likelymiss import likely_miss
from reportlint.nearmiss import Miss, near_miss
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.titles import Cited, Titles, cited, cited_titles, comparable

_REMEMBERED = 4096
_ISSUED_HERE = lazy(r"(?:印发|下发|发布|修订|转发|起草|报送)[^，。；：！？《》\n]{0,8}《$")


@record
class InstrumentTitleCheck:
    """Compares every 《…》, and what looks like one with its years but without the marks."""

    dictionary: Dictionary = option("法律、法规、文件的词表")
    others: tuple[Dictionary, ...] = option("其他确有其名的词表：与之相同的不作误写", ())
    certainty: tuple[str, ...] = option("只报词表中这些核对程度的条目，如 A、B", ("A", "B"))

    def triggers(self) -> Iterable[Pattern]:
        """None: titles are found by their marks."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a title."""
        for title in (*cited_titles(draft.text, scope, self._fine), *self._unmarked(draft.text, scope)):
            miss = self._miss(title)
            if miss is None or (not miss.sure and _issued_here(draft.text, title)):
                continue
            certainty = miss.entry.certainty if miss.sure else "C"
            if certainty in self.certainty:
                fault = f"（{miss.fault}）" if miss.fault else ""
                meant = "应为" if miss.sure else "疑为"
                message = f"“{_shown(draft.text, title)}”{meant}《{miss.entry.name}》{fault}，请核对"
                yield Problem(title.span, message, "certain" if certainty in "AB" else "suspected")

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.dictionary, self.others)

    @cached_property
    def _memo(self) -> dict[tuple[str, str, bool, bool, bool, bool], Miss | None]:
        """What titles turned out to be: the same ones recur in every report of a batch."""
        return {}

    def _fine(self, words: str) -> bool:
        """Whether a title is no miss whatever stands around it, not even where it is said to be a national one."""
        known = self._harmless.get(words)
        if known is None:
            if len(self._harmless) > _REMEMBERED:
                self._harmless.clear()
            core, years, _, country = comparable(words)
            worst = Cited(Span(0, 0), words, core, years, national=True, own=False, country=country, issued=True)
            known = self._harmless[words] = _missed(worst, self._titles) is None
        return known

    @cached_property
    def _harmless(self) -> dict[str, bool]:
        return {}

    def _miss(self, title: Cited) -> Miss | None:
        key = title[2:]
        if key not in self._memo:
            if len(self._memo) > _REMEMBERED:
                self._memo.clear()
            self._memo[key] = _missed(title, self._titles)
        return self._memo[key]

    @cached_property
    def _dated(self) -> tuple[str, ...]:
        """The names that carry the years of a plan: long enough to be known without the marks."""
        named = (comparable(entry.name) for entry in self.dictionary.entries if entry.valid_to)
        return tuple(dict.fromkeys(core for core, years, _, _ in named if years and len(core) >= 8))

    def _unmarked(self, text: str, scope: Sequence[Span]) -> Iterator[Cited]:
        for span in scope:
            for name in self._dated:
                at = text.find(name, span.start, span.end)
                while at >= 0:
                    end = at + len(name)
                    close = text.find("）", end, end + 14) if text[end : end + 1] in ("（", "(") else -1
                    close = close if close >= 0 or text[end : end + 1] != "(" else text.find(")", end, end + 14)
                    before = text[at - 1] if at else ""
                    if close >= 0 and before not in "《〈省市县区州旗局“" and before:
                        yield cited(text, at, close + 1)
                    at = text.find(name, end, span.end)


def _missed(title: Cited, titles: Titles) -> Miss | None:
    return near_miss(title, titles) or likely_miss(title, titles)


def _issued_here(text: str, title: Cited) -> bool:
    """Whether the words before a title say that somebody issues it: then it may be the reporter's own."""
    return not title.national and bool(_ISSUED_HERE.search(text, max(0, title.span.start - 14), title.span.start))


def _shown(text: str, title: Cited) -> str:
    """The title as it is cited, with its marks and the years behind them."""
    start, end = title.span
    marked = text[start - 1 : start] == "《" and text[end : end + 1] == "》"
    return f"《{title.text}》" if marked else title.text
