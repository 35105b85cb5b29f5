"""``fixed-expression``: set phrases written wrongly, and characters mistaken for one another, from a dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary, Entry
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.likelymiss import likely_miss
from reportlint.nearmiss import near_miss
from reportlint.patterns import Pattern
from reportlint.phrases import Hit, Phrases, inside_quotes, loose
from reportlint.record import record
from reportlint.titles import Titles, cited


@record
class FixedExpressionCheck:
    """The ``wrong`` forms of the entries, and old wordings after the day on which they changed."""

    dictionary: Dictionary = option("固定表述或者别字的词表")
    certainty: tuple[str, ...] = option("只报词表中这些核对程度的条目，如 A、B", ("A", "B"))
    titles: Dictionary | None = option("文件名称的词表：误写在其中某个名称里的，由名称的规则去报", None)
    message: str = option("提示语，不写用通常的；{found} 代表找到的文字，{name} 代表正确的写法", "")
    outdated: bool = option("只报已经改变的旧表述（有 valid_to 的条目），不报误写", False)

    def triggers(self) -> Iterable[Pattern]:
        """None: phrases are looked for by themselves."""
        return ()

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._entries)

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        chosen = [entry for entry in self.dictionary.entries if entry.certainty in self.certainty]
        if self.outdated:
            return {entry.name: entry for entry in chosen if entry.valid_to and entry.instead}
        return {wrong: entry for entry in chosen for wrong in entry.wrong}

    @cached_property
    def _titles(self) -> Titles | None:
        return Titles(self.titles) if self.titles else None

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an occurrence; the old wording once."""
        for hit in self._phrases.find(draft, scope):
            entry = self._entries[hit.phrase]
            if not _of_the_year(entry, draft.year, self.outdated) or self._lawful(draft, hit, entry):
                continue
            found = inside_quotes(draft.text[hit.span.start : hit.span.end])
            certain = entry.certainty in ("A", "B")
            if self.outdated:
                message = f"“{found}”是以前的提法，现在的提法是“{inside_quotes(entry.instead)}”，请核对"
                yield Problem(hit.span, message, "suspected")
                return
            if self.message:
                message = self.message.replace("{found}", found).replace("{name}", inside_quotes(entry.name))
                yield Problem(hit.span, message, "certain" if certain else "suspected")
                continue
            wider = entry.kind == "别字" and len(entry.name) < len(loose(found))  # 周密布署: only a part of it is wrong
            message = f"“{found}”{'里的用字' if wider else ''}应为“{inside_quotes(entry.name)}”，请核对"
            yield Problem(hit.span, message, "certain" if certain else "suspected")

    def _lawful(self, draft: Draft, hit: Hit, entry: Entry) -> bool:
        text, (start, end) = draft.text, hit.span
        right, wrong = loose(entry.name), loose(hit.phrase)
        at = right.find(wrong)
        if at >= 0 and not self.outdated:  # the right form contains the wrong one: fine where the whole of it stands
            around = loose(text[max(0, start - at - 6) : end + len(right) + 6])
            if right in around:
                return True
        return self._in_title(draft, hit, entry)

    def _in_title(self, draft: Draft, hit: Hit, entry: Entry) -> bool:
        """Old wordings and doubtful spellings belong to the title they stand in; a misnamed title has its own rule."""
        text, (start, end) = draft.text, hit.span
        opened = text.rfind("《", max(0, start - 80), start)
        if opened < 0 or "》" in text[opened:start] or "\n" in text[opened:start]:
            return self.outdated and text[start - 1 : start] in ("“", '"') and text[end : end + 1] in ("”", '"')
        if self.outdated or entry.certainty == "C":
            return True
        closed = text.find("》", end, end + 120)
        if closed < 0 or self._titles is None:
            return False
        title = cited(text, opened + 1, closed)
        miss = near_miss(title, self._titles) or likely_miss(title, self._titles)
        return miss is not None and miss.sure


def _of_the_year(entry: Entry, year: int | None, outdated: bool) -> bool:
    if outdated:
        return year is not None and year > int(entry.valid_to[:4])
    return not (entry.valid_from and year and year < int(entry.valid_from[:4]))
