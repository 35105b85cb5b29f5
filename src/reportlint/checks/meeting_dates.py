"""``meeting-date``: meetings that had not been held when the report was written, and those that it passes over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary, Entry
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple
from reportlint.numerals import han_number
from reportlint.patterns import Pattern
from reportlint.phrases import Phrases
from reportlint.record import record

_ORDINAL = "一二三四五六七八九十"
# 党的二十届二中、三中、四中全会: one word 届 and several numbers
_PLENUMS = lazy(
    r"(?P<term>二?十[一二三四五六七八九]?)届(?P<list>[一二三四五六七八九](?:[、，,和及与中以]*[一二三四五六七八九])*中)全会"
)
_FORMAL = lazy(r"第(?P<term>二?十[一二三四五六七八九]?)届中央委员会第(?P<list>[一二三四五六七八九])次全体会议")
_CONGRESS = lazy(r"党的(?P<term>二?十[一二三四五六七八九]?)大(?![类项批届])")
_SIGNS = (
    Pattern("届[^。\\n]{0,30}全(?:会|体会议)", (("届",), ("全会", "全体会议"))),
    Pattern("党的二?十.?大", (("党的",),)),
)
_AHEAD = lazy(
    r"即将|筹备|迎接|将于|拟于|喜迎|召开后|准备召开|护航|献礼|创造[^。]{0,8}环境|营造[^。]{0,8}(?:环境|氛围)|胜利召开(?=[。；;，,、\n]|\Z)|召开为契机|召开之年|召开为|为目标|做好[^。]{0,6}准备"
)
_WHEN = lazy(
    r"(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月)?(?:\d{1,2}日)?(?:[至—-]+\d{1,2}日)?[，,]?(?:胜利|在北京)?(?:召开|举行|闭幕)的(?:党的)?\Z"
)
_DAY = lazy(r"(20\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")


class Named(NamedTuple):
    """A meeting named in the text: where, its name, the dictionary's entry or ``None``."""

    span: Span
    name: str
    entry: Entry | None


@record
class MeetingDateCheck:
    """The report of year Y is written until the end of March of Y+1, or on the day of its sign-off."""

    dictionary: Dictionary = option("会议的词表")
    what: Literal["future", "latest"] = option("future 成文时还没有举行的会议，latest 没有写到最新的全会", "future")
    certainty: tuple[str, ...] = option("只报词表中这些核对程度的条目，如 A、B", ("A", "B"))

    def triggers(self) -> Iterable[Pattern]:
        """What must occur for there to be anything to look at."""
        return _SIGNS

    @cached_property
    def _plain(self) -> tuple[tuple[str, Entry], ...]:
        """Meetings that are no congress and no plenum, the longer names first."""
        others = [entry for entry in self.dictionary.entries if not cached("中全会$|^党的").search(entry.name)]
        named = [(name, entry) for entry in others for name in (entry.name, *entry.short)]
        return tuple(sorted(named, key=lambda item: -len(item[0])))

    @cached_property
    def _names(self) -> Phrases:
        return Phrases(name for name, _ in self._plain)

    @cached_property
    def _by_name(self) -> dict[str, Entry]:
        return {entry.name: entry for entry in self.dictionary.entries}

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a meeting."""
        if not draft.year:
            return
        if self.what == "latest":
            yield from self._latest(draft, scope, draft.year)
            return
        limit, told = _written_by(draft, draft.year), set[str]()
        for named in self._all(draft, scope):
            held, certainty = self._held(named)
            other = _other_date(draft, named, self._by_name) if certainty in self.certainty else None
            if other is not None:
                yield Problem(
                    other,
                    f"“{named.name}”是{int(held[:4])}年{int(held[5:7])}月举行的，写的是“{draft.quote(other)}”，请核对",
                )
            if not held or held <= limit or named.name in told or certainty not in self.certainty:
                continue
            sentence = draft.sentence(named.span.start)
            if _AHEAD.search(draft.text, sentence.start, sentence.end):
                continue
            told.add(named.name)
            when = f"{int(held[:4])}年{int(held[5:7])}月" + ("举行" if named.entry else "以后才举行")
            message = f"“{named.name}”{when}，{draft.year}年度的报告成文时（不晚于{_chinese(limit)}）还没有举行，请核对会议名称或者年份"
            yield Problem(named.span, message, "certain" if certainty in "AB" else "suspected")

    def _held(self, named: Named) -> tuple[str, str]:
        """The day of a meeting and how surely it is known; a plenum not listed is later than the last one listed."""
        if named.entry is not None:
            return named.entry.valid_from, named.entry.certainty
        last = max((entry for entry in self.dictionary.entries if entry.name in self._numbers), key=_day)
        term, number = _number(named.name)
        last_term, last_number = self._numbers[last.name]
        if term > last_term:  # a congress every fifth year: the 20th was held in October 2022
            return f"{2022 + 5 * (term - 20)}-10-01", last.certainty
        if last_number >= 4:  # from the fourth on there is one a year, in autumn
            return f"{int(last.valid_from[:4]) + number - last_number}-09-01", last.certainty
        skipped = max(0, number - last_number - 1)  # hardly two plenums a year
        return f"{int(last.valid_from[:4]) + skipped}{last.valid_from[4:]}", last.certainty

    def _all(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Named]:
        text, likely = draft.text, frozenset(self._names.likely(draft))
        for span in scope:
            yield from self._of_the_party(draft, span)
            for name, entry in self._plain:
                if name not in likely:
                    continue
                at = text.find(name, span.start, span.end)
                if at >= 0 and not self._inside_longer(text, at, name):
                    yield Named(Span(at, at + len(name)), name, entry)

    def _inside_longer(self, text: str, at: int, name: str) -> bool:
        return any(
            other != name and name in other and text.startswith(other, at - other.index(name))
            for other, _ in self._plain
        )

    def _of_the_party(self, draft: Draft, span: Span) -> Iterator[Named]:
        text = draft.text
        at = text.find("届", span.start, span.end) if _SIGNS[0] in draft.occurring else -1
        while at >= 0:
            low, high = max(span.start, at - 4), min(span.end, at + 40)
            match = _PLENUMS.search(text, low, high) or _FORMAL.search(text, low, high)
            if match and match.start() <= at:
                for number in cached(f"[{_ORDINAL}]").findall(match["list"]):
                    yield from self._plenum(match["term"], number, Span(*match.span()))
            at = text.find("届", at + 1, span.end)
        for match in _CONGRESS.finditer(text, span.start, span.end) if _SIGNS[1] in draft.occurring else ():
            name = match.group()
            entry = self._by_name.get(name)
            if entry is not None or self._later((han_number(match["term"]) or 0, 0)):
                yield Named(Span(*match.span()), name, entry)

    def _plenum(self, term: str, number: str, place: Span) -> Iterator[Named]:
        name = f"{term}届{number}中全会"
        entry = self._by_name.get(name)
        if entry is not None or self._later((han_number(term) or 0, han_number(number) or 0)):
            yield Named(place, name, entry)

    def _later(self, number: tuple[int, int]) -> bool:
        """Whether a plenum of this number comes after all that are listed."""
        return number > max(self._numbers.values(), default=(99, 99))

    @cached_property
    def _numbers(self) -> dict[str, tuple[int, int]]:
        found = {}
        for entry in self.dictionary.entries:
            if entry.name.endswith("中全会"):
                found[entry.name] = _number(entry.name)
        return found

    def _latest(self, draft: Draft, scope: Sequence[Span], year: int) -> Iterator[Problem]:
        """Only older plenums are named although a newer one was held within the year, before the report was signed."""
        last = min(f"{year}-12-31", _signed(draft) or f"{year}-12-31")
        held = [entry for entry in self.dictionary.entries if entry.name in self._numbers and _day(entry) <= last]
        if not held or cached(r"历次全会|历届|各次全会").search(draft.text):
            return
        newest = max(held, key=_day)
        named = [item for span in scope for item in self._of_the_party(draft, span) if item.entry]
        plenums = [item for item in named if item.entry and item.entry.name in self._numbers]
        if newest.certainty not in self.certainty or not plenums:
            return
        latest = max(plenums, key=lambda item: _day(item.entry))
        if latest.entry is not None and _day(latest.entry) < _day(newest):
            yield Problem(
                latest.span,
                f"全文最新只写到“{latest.name}”，{year}年内还举行了“{newest.name}”，请核对是否应补充",
                "suspected",
            )


def _number(name: str) -> tuple[int, int]:
    """Term and number of a plenum, or a congress's term and 0, by its name."""
    term, _, plenum = name.removeprefix("党的").removesuffix("大").removesuffix("中全会").partition("届")
    return han_number(term) or 0, han_number(plenum) or 0


def _other_date(draft: Draft, named: Named, known: Mapping[str, Entry]) -> Span | None:
    """The year, or year and month, given for a meeting directly before its name, if it is not the meeting's."""
    match = _WHEN.search(draft.text, max(0, named.span.start - 30), named.span.start)
    if match is None or named.entry is None:
        return None
    held = known.get(f"{match['y']}年{named.name}", named.entry).valid_from  # of two meetings of one name
    if int(match["y"]) == int(held[:4]) and (not match["m"] or int(match["m"]) == int(held[5:7])):
        return None
    return Span(match.start("y"), match.end("m") + 1 if match["m"] else match.end("y") + 1)


def _day(entry: Entry | None) -> str:
    return entry.valid_from if entry else ""


def _chinese(iso: str) -> str:
    """2024-03-31 as a reader says it."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


def _written_by(draft: Draft, year: int) -> str:
    """The last day on which the report can have been written."""
    latest, signed = f"{year + 1}-03-31", _signed(draft)
    # a day before the year's last quarter is told by date-year: the rest of the report is not to be judged by it
    return signed if f"{year}-10-01" <= signed < f"{year + 2}" else latest


def _signed(draft: Draft) -> str:
    """The day of the sign-off; empty where none is given in figures."""
    date = draft.identity.date
    match = _DAY.search(draft.text, date.start, date.end) if date else None
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else ""
