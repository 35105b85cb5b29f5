"""``instrument-number``: the number in brackets behind a title is not that of the instrument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.titles import Titles, cited_titles

_BEHIND = lazy(r"》\s?(?:[（(][^（）()\n]{0,10}?)?[（(](?P<number>[^（）()\n]{3,30}?号)")
_NUMBER = lazy(rf"(?P<kind>{HAN}+?)(?:第|[〔\[［（(]?(?P<year>20\d\d|19\d\d)[〕\]］）)]?第?)(?P<number>\d+)号")
# an organ below the state numbers its own copy of a paper (青政办发〔2019〕3号), which says nothing against it
_STATE = frozenset(
    ("国务院令", "中华人民共和国国务院令", "国发", "国办发", "国函", "国办函", "国办秘函", "中发", "中办发", "厅字", "教育部令", "中华人民共和国教育部令", "财预")
)  # fmt: skip


@record
class InstrumentNumberCheck:
    """Only for titles that are in the dictionary with their one number."""

    dictionary: Dictionary = option("法律、法规、文件的词表")
    certainty: tuple[str, ...] = option("只报词表中这些核对程度的条目，如 A、B", ("A", "B"))

    def triggers(self) -> Iterable[Pattern]:
        """None: titles are found by their marks."""
        return ()

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.dictionary)

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a number."""
        text = draft.text
        if not any(mark in text for mark in ("》（", "》(", "》 （")):
            return
        for title in cited_titles(text, scope, lambda words: True):
            behind = _BEHIND.match(text, title.span.end)
            if behind is None:
                continue
            entry = self._titles.entry(title)
            if entry is None or not entry.number or entry.certainty not in self.certainty:
                continue
            written, right = _parts(behind["number"]), _parts(entry.number)
            if written is None or right is None or written == right or written[0] not in _STATE:
                continue
            place = Span(behind.start("number"), behind.end("number"))
            message = f"《{title.text}》的文号是“{entry.number}”，写的是“{behind['number']}”，请核对"
            yield Problem(place, message)


def _parts(number: str) -> tuple[str, str, int] | None:
    match = _NUMBER.search(re.sub(r"\s", "", number))
    if match is None:
        return None
    kind = match["kind"].removeprefix("中华人民共和国")
    return kind, match["year"] or "", int(match["number"])
