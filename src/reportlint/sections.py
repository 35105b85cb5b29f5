"""A pack's canonical sections found in a report's outline: exact alias, then pattern, then keywords; never by position.

Every heading is looked at, at every level, run-in leads included, since real reports put the first responsible
person's duty anywhere from a chapter to a 一是 sentence. One heading may answer to several sections.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reportlint.document import Span
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple
from reportlint.numerals import arabic_years
from reportlint.outline import Heading, Outline
from reportlint.patterns import Pattern
from reportlint.patternset import PatternSet
from reportlint.record import described, record

_LEADING = lazy(r"^(?:(?:19|20)?[\dxX×*]{2,4}\s?年度?|上一?年度|本年度|全年)?(?:关于|的)?")
_ONE_DRAFT = 60  # titles, about
_RANGE = lazy(r"20\d\d年?\s?[-－—–~～至到]")
_PAST = lazy("成效|成绩|情况|回顾|总结|做法|完成")
_DROPPED = lazy(r"[\s，,、。.“”\"：:；;（）()]")


@record
class FigureSpec:
    """A figure that a section usually gives: what it counts (``words``, any of them) in which measure words.

    ``core`` figures are asked for one by one, and so are those one of whose ``when`` words the section mentions; the
    others only count as "there is a figure". ``named`` are groups of words, each "词+词", which
    in one sentence give it without a number: 将《…》列入重大行政决策目录 is one decision.
    """

    name: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    core: bool = False
    when: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@record
class SectionSpec:
    """One section that a report of this kind has.

    ``aliases`` are whole titles (year, spaces and punctuation are ignored); ``patterns`` are searched in the title;
    ``keywords`` are groups, each "词+词": all words of one group must occur. ``excludes`` are patterns that forbid a
    match. ``cues`` are words of the body: where no heading names the section, ``cues_needed`` different ones in the
    account of the year's work show that it is dealt with; one ``statement`` anywhere shows it by itself, unless its end lies
    within one of the ``unstated``: 解决存在的问题 is work done, no shortcoming. ``figures`` are the figures it usually gives. ``closed`` says that what stands under its headings is about nothing else: a shortcoming
    in enforcement is no account of enforcement. ``following_year`` says that a title of the later half which names the year
    after the report's is the section's: 2026年怎么干.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    keywords: tuple[str, ...] = ()
    excludes: tuple[Pattern, ...] = ()
    cues: tuple[Pattern, ...] = ()
    cues_needed: int = 2
    statement: tuple[Pattern, ...] = ()
    unstated: tuple[Pattern, ...] = ()
    figures: tuple[FigureSpec, ...] = ()
    closed: bool = False
    following_year: bool = False

    @cached_property
    def cue_set(self) -> PatternSet:
        """The cues, looked for at once."""
        return PatternSet(self.cues)

    @cached_property
    def statement_set(self) -> PatternSet:
        """The statements, looked for at once; one by one they would go through the text a dozen times."""
        return PatternSet(self.statement, loose=True)

    @cached_property
    def plain_aliases(self) -> frozenset[str]:
        """The aliases as they are compared."""
        return frozenset(plain_title(alias) for alias in self.aliases)

    @cached_property
    def keyword_groups(self) -> tuple[tuple[str, ...], ...]:
        """The keyword groups as tuples of words."""
        return tuple(tuple(group.split("+")) for group in self.keywords)


class SectionMatch(NamedTuple):
    """A heading recognised as a section; ``how`` is exact, pattern or keywords and ``why`` says it in Chinese."""

    section: str
    heading: int
    how: str
    why: str


@record
class SectionMap:
    """The sections of one report: which headings are which, and the spans that belong to each.

    ``closed`` are the headings (by index) that stand under the heading of a closed section.
    """

    outline: Outline
    matches: tuple[SectionMatch, ...] = described(default=())
    closed: frozenset[int] = frozenset()

    def found(self, section: str) -> tuple[SectionMatch, ...]:
        """The matches of one section, in the order of the text."""
        return tuple(match for match in self.matches if match.section == section)

    def heading(self, section: str) -> Heading | None:
        """The heading that names the section best: the outermost of the surest kind."""
        order = {"exact": 0, "pattern": 1, "keywords": 2}
        found = sorted(
            self.found(section), key=lambda m: (order[m.how], self.outline.headings[m.heading].depth, m.heading)
        )
        return self.outline.headings[found[0].heading] if found else None

    def spans(self, section: str) -> tuple[Span, ...]:
        """What stands under the section's headings, merged, in order; empty where there is no such heading."""
        merged: list[Span] = []
        for match in self.found(section):
            heading = self.outline.headings[match.heading]
            if merged and heading.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, heading.end))
            else:
                merged.append(Span(heading.start, heading.end))
        return tuple(merged)


def plain_title(title: str) -> str:
    """A title as aliases are compared: without its year, spaces and punctuation."""
    return _DROPPED.sub("", _LEADING.sub("", title.strip(), count=1))


class SectionMatcher:
    """The sections of one pack, ready to be looked for in many outlines."""

    def __init__(self, specs: Iterable[SectionSpec]) -> None:
        self.specs = tuple(specs)
        patterns = (pattern for spec in self.specs for pattern in (*spec.patterns, *spec.excludes))
        self._set = PatternSet(patterns, first=_ONE_DRAFT)
        self._closed = frozenset(spec.id for spec in self.specs if spec.closed)
        self._memo: dict[str, tuple[tuple[str, str, str], ...]] = {}

    def match(self, outline: Outline, year: int | None = None) -> SectionMap:
        """Recognise every heading of an outline; ``year`` is the report's."""
        found: list[SectionMatch] = []
        under: set[int] = set()
        closed_until = 0
        late = outline.headings[-1].end // 2 if outline.headings else 0
        for index, heading in enumerate(outline.headings):
            inside = heading.start < closed_until
            if inside:
                under.add(index)
            titled = [*self._title(heading.title)] if heading.title else []
            if year and heading.kind != "lead" and heading.start >= late:
                titled += self._following(heading.title, year + 1, {section for section, _, _ in titled})
            for section, how, why in titled:
                if how == "keywords" and section in self._closed and (heading.kind == "lead" or heading.start < late):
                    continue  # 问题 in a title is a sign only where shortcomings are told
                if not inside or section in self._closed:
                    found.append(SectionMatch(section, index, how, why))
                if section in self._closed:
                    closed_until = max(closed_until, heading.end)
        return SectionMap(outline, tuple(found), frozenset(under))

    def _following(self, title: str, year: int, known: set[str]) -> Iterable[tuple[str, str, str]]:
        if str(year) in title and not _RANGE.search(title) and not _PAST.search(title):
            for spec in self.specs:
                if spec.following_year and spec.id not in known:
                    yield spec.id, "pattern", f"标题写的是下一年度，即“{spec.title}”"

    def _title(self, title: str) -> tuple[tuple[str, str, str], ...]:
        """What one title is; remembered, since the same titles recur in every report of a batch."""
        known = self._memo.get(title)
        if known is None:
            if len(self._memo) > 4096:
                self._memo.clear()
            known = self._memo[title] = tuple(self._recognise(arabic_years(title)))
        return known

    def _recognise(self, title: str) -> Iterable[tuple[str, str, str]]:
        plain = plain_title(title)
        compact = cached(r"\s+").sub("", title)
        occurring = self._set.occurring(compact)
        by_kind: dict[str, list[tuple[str, str, str]]] = {"exact": [], "pattern": [], "keywords": []}
        for spec in self.specs:
            if any(pattern in occurring for pattern in spec.excludes) and plain not in spec.plain_aliases:
                continue
            if plain in spec.plain_aliases:
                by_kind["exact"].append((spec.id, "exact", f"与“{spec.title}”的常用标题一致"))
                continue
            pattern = next((pattern for pattern in spec.patterns if pattern in occurring), None)
            if pattern is not None:
                by_kind["pattern"].append((spec.id, "pattern", f"标题符合“{spec.title}”的写法"))
                continue
            group = next((group for group in spec.keyword_groups if all(word in compact for word in group)), None)
            if group is not None:
                by_kind["keywords"].append((spec.id, "keywords", f"标题含关键词“{'、'.join(group)}”"))
        # keywords are the weakest sign: they count only where nothing surer speaks for another section
        sure = by_kind["exact"] + by_kind["pattern"]
        return sure or by_kind["keywords"]
