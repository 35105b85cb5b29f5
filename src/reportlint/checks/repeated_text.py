"""``repeated-text``: the same long sentence, or the same paragraph, twice in one report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlint.check import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern

_SENTENCE = re.compile(r"[^。！？\n]+")
_DROPPED = re.compile(r"[\s，,、；;：:“”\"（）()]|^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])")


@dataclass(frozen=True)
class RepeatedTextCheck:
    """Compared without punctuation and spaces; short formulas may recur."""

    at_least: int = option("多少字以上的句子才算", 30)

    def triggers(self) -> Iterable[Pattern]:
        """None: sentences are compared by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a repetition; a whole paragraph repeated is one."""
        seen: dict[str, int] = {}
        last_end = -1
        for span in scope:
            for match in _SENTENCE.finditer(draft.text, span.start, span.end):
                if match.end() - match.start() < self.at_least:
                    continue
                key = _DROPPED.sub("", match.group())
                if len(key) < self.at_least:
                    continue
                first = seen.setdefault(key, match.start())
                if first != match.start():
                    start = match.start() + len(match.group()) - len(match.group().lstrip())
                    if start > last_end + 2:  # the next sentence of a repeated paragraph is the same repetition
                        line = draft.document.position(draft.document.source_span(Span(first, first)).start).line
                        yield Problem(Span(start, match.end()), f"这句与第{line}行的一句相同，请删去一处")
                    last_end = match.end()
