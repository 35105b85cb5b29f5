"""``own-name-varies``: the reporting body called by two different official names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_FORMER = lazy(r"(?:原(?:来的?|先的?|中共)?[“‘]?|《)$")


@record
class Family:
    """The names that an organ of one trade has in different places; names of one group mean the same organ."""

    groups: tuple[str, ...] = option(
        "每组一行，组内的名称以顿号分开，都是同一机构的全称和简称；括号里是也可用来简称它、却首先是别组名称的"
    )


@record
class OwnNameCheck:
    """Only names of the same trade at the same level are compared: 区教育局 with 区教体局, never with 市教体局."""

    families: tuple[Family, ...] = option("各地名称不同的同类机构")

    def triggers(self) -> Iterable[Pattern]:
        """None: names are looked for by code."""
        return ()

    @cached_property
    def _groups(self) -> dict[str, tuple[int, int]]:
        """Each name with the number of its family and of its group."""
        return {
            name: (at, group)
            for at, family in enumerate(self.families)
            for group, names in enumerate(family.groups)
            for name in names.partition("（")[0].split("、")
        }

    @cached_property
    def _of_family(self) -> list[list[tuple[str, int]]]:
        """The names of each family, each with the number of its group."""
        named: list[list[tuple[str, int]]] = [[] for _ in self.families]
        for name, (family, group) in self._groups.items():
            named[family].append((name, group))
        return named

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a report: the first place where another name stands."""
        own = draft.identity.title and self._own(draft.identity.title)
        if not own:
            return
        name, level, place = own
        family, group = self._groups[name]
        title = draft.identity.title  # which may give a second name in brackets
        also = self.families[family].groups[group].partition("（")[2].rstrip("）").split("、")
        others = [
            other
            for other, its in self._of_family[family]
            if its != group and level + other in draft.text and other not in title and other not in also
            if not self._declared(draft.text, other)
        ]
        found = min(self._others(draft, scope, level, place, others), default=None)
        if found is not None:
            message = f"标题里的本单位是“{name}”，这里写的是“{found[1]}”，请核对是否同一单位、名称应统一"
            yield Problem(found[0], message, "suspected")

    @staticmethod
    def _declared(text: str, name: str) -> bool:
        """Whether the report says that it will use the name: （以下简称“县林业局”）."""
        return (
            "简称" in text
            and re.search(f"简称[为：]?[“‘]?[^”’）)，。]{{0,8}}{re.escape(name)}[”’）)，]", text) is not None
        )

    def _own(self, title: str) -> tuple[str, str, str] | None:
        """The organ's name without its place, the character of its level, and its place."""
        found = [
            (match.end(), -match.start(2), match)
            for name in self._groups
            if name in title
            for match in cached(
                f"^(.{{0,12}}?[省市县区旗州])({re.escape(name)})(?=关于|20|法治|推进|[\\s（(年x×X])"
            ).finditer(title)
        ]
        if not found:
            return None
        match = max(found)[2]
        return match[2], match[1][-1], match[1]

    def _others(
        self, draft: Draft, scope: Sequence[Span], level: str, place: str, names: Iterable[str]
    ) -> Iterator[tuple[Span, str]]:
        """Names after the own level's character, where what stands before is the own place or no place at all."""
        text = draft.text
        for span in scope:
            for name in names:
                at = text.find(level + name, span.start, span.end)
                while at >= 0:
                    before = text[max(0, at - len(place)) : at + 1]
                    alone = at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff" or text[at - 1] in "由经在向被是"
                    if (before.endswith(place) or alone) and not self._aside(draft, at, place):
                        yield Span(at + 1, at + 1 + len(name)), name
                    at = text.find(level + name, at + 1, span.end)

    def _aside(self, draft: Draft, at: int, place: str) -> bool:
        """Whether the sentence tells of a renaming, of the past, or of others; 原 before the place or name says past."""
        sentence = draft.sentence(at)
        words = draft.text[sentence.start : sentence.end]
        before = draft.text[max(0, at - len(place) - 5) : at + 1]
        named = next(size for size in range(len(place), -1, -1) if before.endswith(place[len(place) - size :]))
        return bool(cached(r"更名|组建|整合|合并|挂牌|改革|案|诉|《").search(words)) or bool(
            _FORMER.search(before[: len(before) - named])
        )
