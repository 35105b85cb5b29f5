"""``anniversary``: 第11个国家宪法日 or 成立103周年 in a report of another year: last year's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary, Entry
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.numerals import han_number
from reportlint.patterns import Pattern
from reportlint.quotednames import inside_title
from reportlint.record import record

_NUMBER = r"(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,6})"
_COUNTED = lazy(rf"第{_NUMBER}(?P<what>[个次届])[“‘\"]?(?:全国|全民)?[“‘\"]?")
_YEARS_AFTER = lazy(rf"{_NUMBER}周年")
_YEAR = lazy(r"20\d\d(?=\s?年)")
_AWAITED = lazy("迎|即将|筹备|献礼|倒计时")
_SPOKEN = lazy(
    r"[^，。；\n]{0,12}(?:大会上|座谈会上|讲话|重要指示|贺信|文章|之际作出)"
)  # what is studied, whenever it was said
_NEAR = 30  # code points of a name and what may stand between it and its number
_LINK = 4
_AROUND = 200  # code points of a sentence on either side that may name another year
_FEW = 3  # years; further off it is another thing that is counted


@record
class AnniversaryCheck:
    """A year named in the sentence, and the next one among the plans, are as good as the report's own."""

    dictionary: Dictionary = option("每年一次的日子和大事的词表")

    def triggers(self) -> Iterable[Pattern]:
        """None: numbers are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a number."""
        year, text = draft.declared_year, draft.text
        if not year:
            return
        told = [*_counted(text, self.dictionary), *_years_after(text, self.dictionary)]
        for span, entry, number, unit in sorted(told, key=lambda found: found[0].start):
            first = int(entry.valid_from[:4]) - (unit != "周年")
            meant, right = first + number, year - first
            inside = any(part.start <= span.start < part.end for part in scope)
            if _SPOKEN.match(text, span.end) or inside_title(text, span.start):
                continue
            if inside and 0 < abs(meant - year) <= _FEW and meant not in _others(draft, span, year):
                shown = f"{right}周年" if unit == "周年" else f"第{right}{unit}"
                found = text[span.start : span.end].replace("“", "")
                message = f"“{found}”说的是{meant}年，{year}年是{shown}，请核对是不是往年的内容"
                yield Problem(span, message, "suspected")


def _counted(text: str, dictionary: Dictionary) -> Iterator[tuple[Span, Entry, int, str]]:
    """第十一个国家宪法日: the number stands before."""
    for match in _COUNTED.finditer(text):
        for entry in dictionary.entries:
            names = (entry.name, *entry.short, entry.name.removeprefix("全国").removeprefix("全民"))
            name = next((name for name in names if text.startswith(name, match.end())), "")
            if entry.kind == "届次" and name:
                yield Span(match.start(), match.end() + len(name)), entry, _value(match["n"]), match["what"]
                break


def _years_after(text: str, dictionary: Dictionary) -> Iterator[tuple[Span, Entry, int, str]]:
    """中国共产党成立103周年: the number stands behind."""
    for match in _YEARS_AFTER.finditer(text) if "周年" in text else ():
        before = text[max(0, match.start() - _NEAR) : match.start()]
        for entry in dictionary.entries:
            ends = [before.rfind(name) + len(name) for name in (entry.name, *entry.short) if name in before]
            if entry.kind == "周年" and any(len(before) - end <= _LINK for end in ends):
                yield Span(*match.span()), entry, _value(match["n"]), "周年"
                break


def _value(number: str) -> int:
    return int(number) if number.isdigit() else han_number(number) or 0


def _others(draft: Draft, span: Span, year: int) -> set[int]:
    """The years that may be meant as well."""
    sentence = draft.sentence(span.start)
    start, end = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
    named = {int(match.group()) for match in _YEAR.finditer(draft.text, start, end)} - {year}
    awaited = _AWAITED.search(draft.text, start, end) is not None
    planned = awaited or any(part.start <= span.start < part.end for part in draft.topic("next-plan"))
    return named | ({year + 1} if planned else set())
