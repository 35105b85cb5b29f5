"""``dated-name``: organs that no longer exist and plans that have run out, named as if they were of today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary, Entry
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.phrases import Hit, Phrases, inside_quotes
from reportlint.record import record

_FORMER = lazy(r"(?:原|前身|前身为|前身是|时任|曾任|旧称|（现|\(现|历史|撤并|撤销)[^，。；、《》\n]{0,8}$")
_HISTORY = lazy(
    r"更名|改名|划入|划转|撤销|撤并|改为|改组|组建|整合|合并|并入|承接|移交|机构改革|挂牌|加挂|历史遗留|旧案|遗留问题|以来|"
    r"不服|原告|被告|上诉|再审|[诉告]\S{0,12}局|一案|案件?[（(]|案由|判决|裁定|起诉|行初|行终|令第?\d|[〔\[]\d{4}[〕\]]"
)
_GOES_ON = {"部": "门署属队件位分级长落类下", "局": "部限面势域", "会": "议"}
# what a name may stand behind without being a part of a longer word (辖区法制办, 企业文化部)
_BEGINS = frozenset("由经在向被是与和同及报请送受对给从到按照据实彻行循合原时接守")
_GUIDING = lazy(
    r"按照|根据|依据|贯彻|落实|对照|围绕|推进|实施|执行|部署|遵循|对标|紧扣|纳入|任务|要求|为指引|为统领|为遵循|深入开展|全面开展"
)
_PAST = lazy(
    r"收官|总结|终期|验收|评估|回顾|期间|圆满|胜利|完成|原|五年来|以来|上一轮|届满|到期|期满|末期|最后一年|已于|时期|衔接|接续|"
    r"承接|续写|经验|成果|成效|基础上|评为|获评|表彰|先进|先后|历年|“十三五”以?来|考核结果"
)
_HORIZON = lazy(r"《[^《》\n]{4,60}?[（(]20\d\d\s?[-－–—―～~至]\s?(?P<b>20\d\d)\s?年?[）)]$")


@record
class DatedNameCheck:
    """Compared with the report's year; nothing is said where the year is not known."""

    dictionary: Dictionary = option("机构或者规划的词表")
    what: Literal["organs", "plans"] = option("organs 机构，plans 规划")
    certainty: tuple[str, ...] = option("只报词表中这些核对程度的条目，如 A、B", ("A", "B"))

    def triggers(self) -> Iterable[Pattern]:
        """None: phrases are looked for by themselves."""
        return ()

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        chosen = [entry for entry in self.dictionary.entries if entry.certainty in self.certainty and entry.valid_to]
        return {name: entry for entry in chosen for name in (entry.name, *entry.short)}

    @cached_property
    def _first(self) -> int:
        """The year in which the first of them ended."""
        return min((int(entry.valid_to[:4]) for entry in self._entries.values()), default=0)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._entries)

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an organ; for plans one in all."""
        if not draft.year:
            return
        if self.what == "organs":
            if draft.year > self._first:
                yield from self._organs(draft, scope, draft.year)
        elif draft.year > self._first:
            yield from self._plans(draft, scope, draft.year)

    def _hits(self, draft: Draft, scope: Sequence[Span], year: int) -> Iterator[tuple[Hit, Entry]]:
        for hit in self._phrases.find(draft, scope):
            entry = self._entries[hit.phrase]
            if year > int(entry.valid_to[:4]) and not _part_of_a_word(draft, hit.span):
                yield hit, entry

    def _organs(self, draft: Draft, scope: Sequence[Span], year: int) -> Iterator[Problem]:
        told: set[str] = set()
        for hit, entry in self._hits(draft, scope, year):
            if entry.name in told or _past_organ(draft, hit.span):
                continue
            told.add(entry.name)
            now = f"，现为{entry.instead}" if entry.instead else ""
            certain = entry.certainty in ("A", "B")
            message = f"“{draft.quote(hit.span)}”已于{entry.valid_to[:4]}年撤销或更名{now}，请核对是否应改用现名"
            yield Problem(hit.span, message, "certain" if certain else "suspected")

    def _plans(self, draft: Draft, scope: Sequence[Span], year: int) -> Iterator[Problem]:
        found: list[tuple[Span, str, int]] = []
        for hit, entry in self._hits(draft, scope, year):
            if _in_force(draft, hit.span):
                found.append((hit.span, draft.quote(hit.span), int(entry.valid_to[:4])))
        for span in scope:
            for place, last in _dated_titles(draft.text, span):
                if last < year and _in_force(draft, place):
                    found.append((place, draft.quote(place), last))
        if not found:
            return
        found.sort()
        place, name, end = found[0]
        names = {other for _, other, _ in found if other != name and other not in name}
        more = f"（另有{len(names)}处引用了期满的规划）" if names else ""
        message = f"“{inside_quotes(name)}”的期限到{end}年为止，报告年度是{year}年，请核对是否已有新的规划{more}"
        yield Problem(place, message, "suspected")


def _dated_titles(text: str, span: Span) -> Iterator[tuple[Span, int]]:
    """Titles that end with a horizon, 《……（2021—2025年）》, and its last year."""
    at = text.find("》", span.start, span.end)
    while at >= 0:
        opened = text.rfind("《", max(span.start, at - 80), at) if text[at - 1 : at] in ("）", ")") else -1
        match = _HORIZON.match(text, opened, at) if opened >= 0 else None
        if match:
            yield Span(opened + 1, at), int(match["b"])
        at = text.find("》", at + 1, span.end)


def _part_of_a_word(draft: Draft, span: Span) -> bool:
    """农业部 in 农业部门, 区法制办 in 辖区法制办: a name that goes on, or that begins within a word."""
    text, (start, end) = draft.text, span
    if text[end : end + 1] and text[end] in _GOES_ON.get(text[end - 1], ""):
        return True
    if text[max(0, start - 3) : start] in ("文化和", "体育和"):
        return True  # 文化和旅游发展委员会 is an organ of today
    before = text[start - 1 : start]
    if not (text[start] == "区" or text[end - 1] == "部") or not "\u4e00" <= before <= "\u9fff" or before in _BEGINS:
        return False
    return text[start] != "区" or text[max(0, start - 2) : start + 1] not in draft.identity.title


def _past_organ(draft: Draft, span: Span) -> bool:
    """Whether the organ is named as a thing of the past, in a title, in quotes, or in a case."""
    text = draft.text
    start, end = span
    sentence = draft.sentence(start)
    if _FORMER.search(text, max(sentence.start, start - 14), start):
        return True
    before = text[sentence.start : start]
    if before.rfind("《") > before.rfind("》"):
        return True
    if before.count("“") > before.count("”") or text[end : end + 1] in ("案", "令", "（", "("):
        return text[end : end + 1] not in ("（", "(") or bool(re.match(r"[（(](?:现|已|今)", text[end : end + 4]))
    return bool(_HISTORY.search(text[sentence.start : sentence.end]))


def _in_force(draft: Draft, span: Span) -> bool:
    """Whether the sentence speaks of the plan as of what guides the work, and not of its end or its fruits."""
    sentence = draft.sentence(span.start)
    around = draft.text[sentence.start : span.start] + draft.text[span.end : sentence.end]
    return bool(_GUIDING.search(around)) and not _PAST.search(around)
