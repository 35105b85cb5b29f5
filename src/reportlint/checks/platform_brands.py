"""``foreign-brand``: platforms of another province, left in from a report that served as the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.dictionary import Dictionary, Entry
from reportlint.divisions import divisions
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.phrases import Phrases
from reportlint.places import places_of, title_body
from reportlint.record import record

_ELSEWHERE = lazy(
    r"赴|学习|考察|借鉴|调研|取经|交流|长三角|珠三角|京津冀|跨省|跨区域|对口|协作|支援|帮扶|兄弟|先进地区|外省|外地|互认|对标|参照|参考|"
    r"复制推广|异地|等地|经验|做法"
)
_OPEN_QUOTES = "“\"‘'＂"
_AFTER = lazy(r"[”\"’'＂]?\s?(?:APP|App|app|小程序|平台|移动端|客户端|公众号|·|政务服务)")
# words that only happen to hold a brand's name: 上海易办, 收藏易通
_PART_OF_WORD = {"海易办": "上", "藏易通": "收", "爱山东": "热", "青松办": "长", "爱南宁": "热"}
_SURE = 3  # names that differ from every common word; shorter and doubtful ones must be marked as names


class Brand(NamedTuple):
    """A brand named in the text: its entry and its places."""

    entry: Entry
    spans: tuple[Span, ...]

    @property
    def province(self) -> str:
        """The province of its region."""
        return _province(self.entry.region)


@record
class PlatformBrandsCheck:
    """Where the report belongs is read from its title, body and sign-off; an unknown place is asked about."""

    dictionary: Dictionary = option("平台品牌的词表")
    places: Dictionary = option("省和地级市的词表")
    what: Literal["foreign", "mixed"] = option("foreign 外省的平台，mixed 一份报告里有两省的平台", "foreign")
    certainty: tuple[str, ...] = option("只报词表中这些核对程度的条目，如 A、B", ("A", "B"))

    def triggers(self) -> Iterable[Pattern]:
        """None: phrases are looked for by themselves."""
        return ()

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        national = set(self.dictionary.national)
        chosen = (entry for entry in self.dictionary.entries if entry.certainty in self.certainty)
        return {entry.name: entry for entry in chosen if entry.name not in national and entry.region}

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._entries)

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a province whose platforms should not be there."""
        brands = self._brands(draft, scope)
        if not brands:
            return
        home = self._home(draft)
        provinces = Counter[str]()
        for brand in brands:
            provinces[brand.province] += len(brand.spans)
        if self.what == "mixed":
            yield from _mixed(brands, provinces, home)
        elif len(provinces) == 1:
            yield from self._foreign(draft, brands, home)

    def _brands(self, draft: Draft, scope: Sequence[Span]) -> list[Brand]:
        found: dict[str, list[Span]] = {}
        for hit in self._phrases.find(draft, scope):
            entry = self._entries[hit.phrase]
            if _named(draft.text, hit.span, entry) and not _of_others(draft, hit.span):
                found.setdefault(hit.phrase, []).append(hit.span)
        return [Brand(self._entries[name], tuple(spans)) for name, spans in found.items()]

    def _home(self, draft: Draft) -> frozenset[str]:
        """The provinces that title, body and sign-off name, or that the title's county lies in."""
        identity = draft.identity
        signed = draft.text[identity.signature.start : identity.signature.end] if identity.signature else ""
        own = " ".join((identity.title, draft.body, signed, draft.settings.body))
        named = frozenset(
            place.name
            for place in self.places.entries
            if any(_lies_in(own, name) for name in (place.name, *place.short))
        )
        return named or _around([name + rank for name, rank in places_of(title_body(draft))])

    def _foreign(self, draft: Draft, brands: list[Brand], home: frozenset[str]) -> Iterator[Problem]:
        first = min(brands, key=lambda brand: brand.spans[0])
        province = first.province
        if province in home or (not home and self._speaks_of(draft, province)):
            return
        names = "、".join(f"“{brand.entry.name}”" for brand in sorted(brands, key=lambda brand: brand.spans[0]))
        if home:
            place = "、".join(sorted(home))
            message = f"{names}是{first.entry.region}的平台，这份报告是{place}的，请核对是否套用了外地的稿子"
            yield Problem(first.spans[0], message)
        else:
            message = f"{names}是{first.entry.region}的平台，请核对是否本省的平台，不是的请改用本地平台的名称"
            yield Problem(first.spans[0], message, "suspected")

    def _speaks_of(self, draft: Draft, province: str) -> bool:
        """Whether the text places itself in a province: names it, or one of its cities as a city, as its own."""
        place = next((place for place in self.places.entries if place.name == province), None)
        if place is None:
            return False
        names = [place.name, *(f"{short}市" for short in place.short), f"{place.short[0]}省" if place.short else ""]
        for name in filter(None, names):
            at = draft.text.find(name)
            while at >= 0:
                # whose regulations are applied lies there, though it studies them
                if draft.text[at - 1 : at] == "《" or not _of_others(draft, Span(at, at + len(name))):
                    return True
                at = draft.text.find(name, at + 1)
        return False


def _around(places: list[str]) -> frozenset[str]:
    """The province of a county, if it is known and the only one of its name."""
    found = frozenset().union(*(divisions().provinces(place) for place in places))
    return found if len(found) == 1 else frozenset()


def _lies_in(body: str, name: str) -> bool:
    """Whether a body's name tells of a place: 文昌市 does, 文昌路街道 and 文昌镇 are called after something else."""
    at = body.find(name)
    while at >= 0:
        if not body.startswith(
            ("路", "街", "大道", "大街", "镇", "乡", "村", "社区", "桥", "门", "里街"), at + len(name)
        ):
            return True
        at = body.find(name, at + 1)
    return False


def _mixed(brands: list[Brand], provinces: Counter[str], home: frozenset[str]) -> Iterator[Problem]:
    if len(provinces) < 2:
        return
    order = {brand.province: brand.spans[0] for brand in sorted(brands, key=lambda brand: brand.spans[0], reverse=True)}
    main = max(provinces, key=lambda name: (name in home, provinces[name], -order[name].start))
    own = next(brand for brand in brands if brand.province == main)
    for brand in brands:
        if brand.province == main:
            continue
        message = (
            f"“{brand.entry.name}”是{brand.entry.region}的平台，文中又有{own.entry.region}的“{own.entry.name}”，"
            f"一份报告不会用两省的平台，请核对是否套用了外地的稿子"
        )
        yield Problem(brand.spans[0], message)


def _province(region: str) -> str:
    match = cached(r".+?(?:自治区|省)|(?:北京|天津|上海|重庆)市").match(region)
    return match.group() if match else region


def _named(text: str, span: Span, entry: Entry) -> bool:
    """Whether the words are the platform's name and not part of a sentence."""
    before = text[span.start - 1 : span.start]
    quoted = before != "" and before in _OPEN_QUOTES
    if "只认带引号" in entry.note:
        return quoted or ("APP" in entry.note and bool(_AFTER.match(text, span.end)))
    if before and before in _PART_OF_WORD.get(entry.name, ""):
        return False
    if entry.name == "青松办" and text[span.end : span.end + 1] == "公":
        return False
    sure = entry.certainty in ("A", "B") or len(entry.name) > _SURE
    return quoted or sure or bool(_AFTER.match(text, span.end))


def _of_others(draft: Draft, span: Span) -> bool:
    """Whether the sentence tells of another place's experience, of learning from it or of working with it."""
    sentence = draft.sentence(span.start)
    return bool(_ELSEWHERE.search(draft.text, sentence.start, sentence.end))
