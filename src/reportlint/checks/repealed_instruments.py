"""``repealed-instrument``: a law that is no longer in force, or an old text of one, cited as what guides the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary, Entry
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.patterns import Pattern
from reportlint.phrases import Phrases
from reportlint.record import record
from reportlint.titles import comparable

_PLANS = ("规划纲要", "指标体系")  # run out rather than repealed: the rule on plans speaks of them
_REVISED = "修订"
_LED = lazy(r"(?:依据|根据|按照|依照|贯彻|执行|学习|宣传|落实|违反|适用|遵守)(?:了)?(?:中华人民共和国|国务院)?$")
_GOES_ON = frozenset("律制学院庭官定理系典实")  # 合同法律, 婚姻法庭, 担保法定: no title
_MARKED = lazy(r"《(?:中华人民共和国)?$")
# what the sentence itself may say of the instrument: that it is a thing of the past, of a case, or taught as such
_PAST = lazy(
    r"废止|失效|原《|原有|原来?的?《|旧法|旧版|旧案|清理|修改(?!意见|建议)|修订[后前]|替代|取代|替换|代替|历史|沿革|[施实]行之?前|[施实]施之?前|"
    r"时期|当时|当年|曾|一案|案[（(]|判决|裁定|发生[于在]|课程|教材|专著|论文|编纂|衔接|过渡|新旧|变化|对比|比较|上升为|吸收|纳入|回顾|历程|展览|"
    r"司法解释|不再|更名|改为|以来|停征|[〔\[]\d{4}[〕\]]|令第?\d"
)
_OWN = lazy(r"(?:制定|出台|起草|印发|编制|拟定|修订|草拟|我[市区县局镇省委])[^，。；：《》\n]{0,8}《$")
_VERSION = lazy(
    r"《(?:中华人民共和国)?(?P<law>[^《》\n（(]{2,30})(?:》\s?)?[（(](?P<year>(?:19|20)\d\d)\s?年?(?:修[正订改]|版)[^）)\n]{0,3}[）)]》?"
)


@record
class RepealedInstrumentCheck:
    """Compared with the report's year: nothing is said of the year in which the instrument fell, nor without a year."""

    dictionaries: tuple[Dictionary, ...] = option("已经废止、被取代的文件的词表")

    def triggers(self) -> Iterable[Pattern]:
        """None: phrases are looked for by themselves."""
        return ()

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        chosen = [
            entry
            for dictionary in self.dictionaries
            for entry in dictionary.entries
            if entry.valid_to and entry.instead and entry.kind not in _PLANS
        ]
        return {_plain(name): entry for entry in chosen for name in (entry.name, *entry.short)}

    @cached_property
    def _revised(self) -> dict[str, Entry]:
        chosen = (entry for dictionary in self.dictionaries for entry in dictionary.entries if entry.kind == _REVISED)
        return {comparable(entry.name)[0]: entry for entry in chosen}

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._entries)

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an instrument, at its first place."""
        if not draft.year:
            return
        told: set[str] = set()
        for hit in self._phrases.find(draft, scope):
            entry = self._entries[hit.phrase]
            if entry.name in told or draft.year <= int(entry.valid_to[:4]) or not _cited(draft, hit.span):
                continue
            told.add(entry.name)
            instead = entry.instead if "《" in entry.instead else f"《{entry.instead}》"
            checked = entry.certainty in ("A", "B")
            exact = checked and len(entry.valid_to) == len("2020-12-31")
            when = _since(entry.valid_to) if exact else f"已于{entry.valid_to[:4]}年底以前"
            message = f"“{draft.quote(hit.span)}”{when}废止或者被取代，现行的是{instead}，请核对是否应改用"
            yield Problem(hit.span, message, "certain" if checked else "suspected")
        yield from self._old_texts(draft, scope, draft.year)

    def _old_texts(self, draft: Draft, scope: Sequence[Span], year: int) -> Iterator[Problem]:
        """《行政处罚法》（2017年修正）in a report that was written long after the revision of 2021."""
        if not cached(r"修[正订改][^）)\n]{0,3}[）)]|\d年?版[）)]").search(draft.text):
            return
        for span in scope:
            for match in _VERSION.finditer(draft.text, span.start, span.end):
                entry = self._revised.get(match["law"])
                if entry is None or int(match["year"]) >= int(entry.number) or year <= int(entry.valid_from[:4]):
                    continue
                place = Span(match.start("law"), match.end())
                if not _of_the_past(draft, place):
                    message = (
                        f"“{match.group()}”是旧文本，这部法律{entry.number}年又作了修订，"
                        f"自{_day(entry.valid_from)}起施行，请核对是否应改用现行文本"
                    )
                    yield Problem(place, message, "suspected")


def _since(last: str) -> str:
    """The first day on which it was no longer in force."""
    return f"自{_day((date.fromisoformat(last) + timedelta(days=1)).isoformat())}起"


def _day(iso: str) -> str:
    """2021-07-15 as a report writes it, as far as it is known."""
    return "".join(f"{int(part)}{mark}" for part, mark in zip(iso.split("-"), "年月日", strict=False))


def _plain(name: str) -> str:
    return name.removeprefix("中华人民共和国")


def _cited(draft: Draft, span: Span) -> bool:
    """Whether the whole of a title, or a name after a verb that takes laws, stands here as of today."""
    text, (start, end) = draft.text, span
    if _MARKED.search(text, max(0, start - 9), start):
        whole = text[end : end + 1] == "》" and not _OWN.search(text, max(0, start - 14), start)
    else:
        whole = text[end : end + 1] not in _GOES_ON and bool(_LED.search(text, max(0, start - 12), start))
    return whole and not _of_the_past(draft, span)


def _of_the_past(draft: Draft, span: Span) -> bool:
    sentence = draft.sentence(span.start)
    return bool(_PAST.search(draft.text, sentence.start, sentence.end))
