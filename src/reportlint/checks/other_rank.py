"""``other-rank``: organs, offices and areas of another rank named as the reporter's own: 县政府 in the report of a 区."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.identity import classify
from reportlint.lazyre import HAN, lazy
from reportlint.patterns import Pattern
from reportlint.places import RANK, places_of, title_body
from reportlint.record import record

# a word begins here: nothing, a sign, or a verb or preposition that stands before whoever does something
_BEGINS = rf"(?:^|(?!、)[\W\da-zA-Z_]|(?<!{HAN}{HAN})[由在经向被是报请受对])"
_COUNTY = (
    r"委(?:[、，书和领部要办]|常委|全会|全面|政法委|组织部|宣传部)|(?:人民)?政府(?!办法)|长(?=[、，。主带切认履亲率出召批听])|人大常委会|政协(?=[、，委])"
    r"|(?:司法|公安|财政|教育|民政|审计|市场监管|市场监督管理|应急管理|卫生健康|农业农村|自然资源|人力资源)局"
)
_TOWN = r"党委(?=[、，书会班中理和])|党工委|(?:人民)?政府(?!办法)|长(?=[、，。主带切认履亲率出召批听])|人大主席|纪委"
_STREET = r"党工委|办事处|工委"
_AREA = {
    "县": r"全县(?![级域])",
    "旗": r"全旗",
    "镇": r"全镇(?![街域])",
    "乡": r"全乡(?![镇村])",
    # the whole of an autonomous region or a zone is called so too
    "区": r"全区(?:共[有建开办受组审]|各[镇乡]|\d+个[镇乡])",
}
# a sentence of others, of the past, of zones, or of ranks in general
_ASIDE = lazy(
    r"赴|考察|借鉴|对口|支援|帮扶|结对|协作|协议|跨区域|跨[县区乡镇]|毗邻|交界|兄弟|友好|籍|原告|被告|上诉|不服|法院|转发|撤[县乡镇区]|[县乡]改|"
    r"设[区市镇]|历史|原[县区乡镇]|自治|开发区|园区|管委会|新区|示范区|市辖区|[县市区][（(]|[（(][市县区旗乡镇]|各[县区旗乡镇]|辖[县区乡镇]|乡镇[（(街]|以上|"
    r"[市省]县|三级|两级|四级|上下|来[我自]|考察"
)
_AUTONOMOUS = ("自治区", "广西", "宁夏", "内蒙古", "新疆", "西藏")
_ABOVE = lazy(
    rf"(?:^|[。；\n])[ \u3000]*(?:20\d\d年度?，|一年来，|[一二三四五六七八]是|[（(][一二三四五六七八九十][）)])?"
    rf"(?P<found>我市(?=认真|坚持|扎实|深入|始终|切实|全面|持续|严格|召开|制定|出台|建立|开展|组织|共|{HAN}{{2,4}}系统)"
    r"|市(?:长|委书记)(?=(?:切实|认真|严格|带头|亲自)?(?:履行|主持召开|带头)))"
)
_LAND = "山水江河湖海岭溪泉阳陵州川原泽湾浦谷峰岗坡港津桥塘洲岛林松岚汀坪坝峡潭淀滩屿昌宁"
_PARTY = lazy(rf"{_BEGINS}(?P<found>局(?:党组|党委|机关|主要负责人|领导班子))")


@record
class OtherRankCheck:
    """Only ranks that stand beside the reporter's own: what lies above it or belongs to it may be named at will."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the words depend on the title."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a word, at its first place, with the count."""
        own = places_of(title_body(draft))
        if not own:
            return
        ranks = {rank for _, rank in own}
        found: dict[str, list[Span]] = {}
        for place in sorted(_others(draft, ranks)):
            word = draft.text[place.start : place.end]
            if any(span.start <= place.start < span.end for span in scope):
                found.setdefault(word.removeprefix("全")[:1] if word[0] != "我" else word, []).append(place)
        for places in found.values():
            word = draft.text[places[0].start : places[0].end].strip("、，")
            count = f"（同类共{len(places)}处）" if len(places) > 1 else ""
            message = f"这是“{title_body(draft)}”的报告，这里写的是“{word}”{count}，请核对是否套用了别处的稿子"
            yield Problem(Span(places[0].start, places[0].start + len(word)), message, "suspected")


def _others(draft: Draft, ranks: set[str]) -> Iterator[Span]:
    text = draft.text
    own_levels = {RANK[rank] for rank in ranks}
    title = draft.identity.title
    for word in ("县", "区", "旗", "镇", "乡", "街道"):
        if RANK[word] not in own_levels or word in ranks or word not in text or word in title:
            continue
        for match in _words(word).finditer(text):
            place = Span(*match.span("found"))
            if not _aside(draft, place, word) and not (word == "区" and any(name in text for name in _AUTONOMOUS)):
                yield place
    if max(own_levels) >= 3 and ("我市" in text or "市长" in text or "市委书记" in text):
        for match in _ABOVE.finditer(text):
            place = Span(*match.span("found"))
            sentence = draft.sentence(place.start)
            if not re.search("[区县旗镇乡]|街道|全市|我[局委办]", text[sentence.start : sentence.end]):
                yield place
    body = draft.identity.body
    if "局" not in title and (body.endswith(("委", "委员会")) or classify(body) == "township"):
        for match in _PARTY.finditer(text):
            place = Span(*match.span("found"))
            if "局" not in text[draft.sentence(place.start).start : place.start]:
                yield place


@cache
def _words(word: str) -> re.Pattern[str]:
    """What organs, offices and areas of a rank are called, at the beginning of a word."""
    kinds = _COUNTY if RANK[word] == 3 else _STREET if word == "街道" else _TOWN
    area = f"|{_AREA[word]}" if word in _AREA else ""
    return re.compile(f"{_BEGINS}(?P<found>{word}(?:{kinds}){area})")


def _aside(draft: Draft, place: Span, word: str) -> bool:
    """Whether the sentence speaks of others: says so, names a place of that rank, or quotes a title or a saying."""
    sentence = draft.sentence(place.start)
    words = draft.text[sentence.start : sentence.end]
    before = draft.text[sentence.start : place.start]
    if _ASIDE.search(words) or re.search(f"[{_LAND}]{word}", words):
        return True
    return before.rfind("《") > before.rfind("》") or before.count("“") > before.count("”")
