"""``relative-year``: a year in brackets that is not the one the word before it means: 上年（2023年） in a report of 2025."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_WORDS = {
    "上年": -1,
    "去年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "下一年": 1,
    "下年": 1,
    "本年": 0,
    "今年": 0,
}
_TOLD = lazy(rf"(?<!上)(?P<word>{'|'.join(_WORDS)})度?[（(]\s?(?P<y>20\d\d)\s?年度?[）)]")
_OTHER = lazy("20\\d\\d")
_AHEAD = lazy(r"谋划好?(?P<y>20\d\d)\s?年度?的?[^。；，\n]{0,10}工作[，、]?(?:下一?步|接下来)")


@record
class RelativeYearCheck:
    """A report of year Y is written in Y+1, so this year and last year may be meant from there: both are left alone."""

    def triggers(self) -> Iterable[Pattern]:
        """None: years are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a year."""
        text, year = draft.text, draft.declared_year
        if not year:
            return
        told = [(match, year + _WORDS[match["word"]]) for match in _TOLD.finditer(text)]
        ahead = [(match, year + 1) for match in _AHEAD.finditer(text)]
        for match, meant in (*told, *ahead):
            sentence = draft.sentence(match.start())
            if _OTHER.search(text, sentence.start, match.start()):
                continue  # said from another year: 2024年的工作总结提出，明年（2025年）…
            if int(match["y"]) - meant in (0, 1) or not any(
                part.start <= match.start("y") < part.end for part in scope
            ):
                continue
            message = f"“{match.group()}”：{year}年度的报告里应是{meant}年，请核对"
            yield Problem(Span(match.start("y"), match.end("y")), message, "suspected")
