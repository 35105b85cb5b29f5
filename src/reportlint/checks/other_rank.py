"""``other-rank``: organs, offices and areas of another rank named as the reporter's own: 县政府 in the report of a 区."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.patterns import Pattern
from reportlint.places import RANK, places_of, title_body
from reportlint.record import record
from reportlint.reportclass import classify
from reportlint.sentencestarts import led_by

# before a word: verbs and prepositions that stand before whoever does something
_BEFORE = frozenset("由在经向被是报请受对同")
_COUNTY = (
    r"委(?=[、，书和领部要办]|常委|全会|全面|依法|政法委|组织部|宣传部)|(?:人民)?政府(?!办法)|长(?=[、，。主带切认履亲率出召批听])"
    r"|人大常委会|政协(?=[、，委])|纪委监委|直(?:部门|机关|单位)|法治办"
    r"|(?:司法|公安|财政|教育|民政|审计|市场监管|市场监督管理|应急管理|卫生健康|农业农村|自然资源|人力资源|水务|水利|林业|住建|城管|城市管理|交通运输|统计|信访|医保|商务|退役军人事务)局"
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
_STARTS = (
    r"(?:^|[。；\n])[ \u3000]*(?:20\d\d年度?，|一年来，|[一二三四五六七八]是|[（(][一二三四五六七八九十][）)])?(?:由)?"
)
_CHAIRS = r"(?=(?:切实|认真|严格|带头|亲自)?(?:履行|主持召开|带头))"
_MEETS = r"(?=(?:专题|集体)?(?:研究|学法|听取|审议)[^。\n]{0,16}\d+[次项个件])"
# what only the rank above says of itself, without a word of those below; each with what to look for first
_ABOVE = {
    3: (
        lazy(
            rf"{_STARTS}(?P<found>我市(?=认真|坚持|扎实|深入|始终|切实|全面|持续|严格|召开|制定|出台|建立|开展|组织|共|{HAN}{{2,4}}系统)"
            rf"|市(?:长|委书记){_CHAIRS}|市(?:政府常务会议|委常委会(?:会议)?){_MEETS})"
        ),
        lazy("我市|市长|市委书记|市委常委会|市政府常务会议"),
    ),
    2: (
        lazy(rf"{_STARTS}(?P<found>省(?:长|委书记){_CHAIRS}|省(?:政府常务会议|委常委会(?:会议)?){_MEETS})"),
        lazy("省长|省委书记|省委常委会|省政府常务会议"),
    ),
}
# and what only the rank below says of itself, where its place has not been named
_BELOW = (
    lazy(
        rf"{_STARTS}(?P<found>(?P<rank>[区县])(?:(?:长|委书记){_CHAIRS}|(?:政府常务会议|委常委会(?:会议)?){_MEETS}|委、(?P=rank)政府(?=高度重视)))"
    ),
    lazy("[区县](?:长|委书记|委常委会|政府常务会议|委、[区县]政府)"),
)
_FAR = 40  # code points from where a sentence begins to these
_LAND = "山水江河湖海岭溪泉阳陵州川原泽湾浦谷峰岗坡港津桥塘洲岛林松岚汀坪坝峡潭淀滩屿昌宁"
_LED_BY = r"(?:党组|党委|机关|主要负责人|领导班子)"
_HEADS = r"(?=主持召开|带头|切实履行|认真履行|履行)"
_PARTY = {
    "委": lazy(rf"(?P<found>[局厅](?:{_LED_BY}|长{_HEADS}))"),
    "局": lazy(rf"(?P<found>[委厅](?:{_LED_BY}|(?:(?<=委)主任|(?<=厅)长){_HEADS}))"),
    "厅": lazy(rf"(?P<found>[委局](?:{_LED_BY}|(?:(?<=委)主任|(?<=局)长){_HEADS}))"),
    "镇": lazy(rf"(?P<found>[局厅委]{_LED_BY})"),
}


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
                rank = next((char for char in word if char in "县区旗镇乡街局委厅省市"), word)
                found.setdefault(rank, []).append(place)
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
            begins = text[max(0, place.start - 1)] != "、" if text[place.start] == "依" else _begins(text, place.start)
            if begins and not _aside(draft, place, word) and not (word == "区" and _autonomous(text)):
                yield place
    yield from _of_those_above_and_below(draft, max(own_levels))
    yield from _led_by_another(draft)


def _of_those_above_and_below(draft: Draft, level: int) -> Iterator[Span]:
    """我市…, 市长主持召开… in the report of a county, where nothing in the sentence speaks of those below; and 区长… of a 市."""
    text = draft.text
    above, said = _ABOVE[min(level, 3)] if level >= 2 else (None, None)
    for match in led_by(text, above, said, _FAR) if above and said else ():
        place = Span(*match.span("found"))
        sentence = draft.sentence(place.start)
        below = "[区县旗镇乡]|街道|全市|我[局委办]" if level > 2 else "市|全省"
        if not cached(below).search(text, sentence.start, sentence.end):
            yield place
    for match in led_by(text, *_BELOW, _FAR) if level == 2 else ():
        place = Span(*match.span("found"))
        line = text.rfind("\n", 0, place.start) + 1
        if match["rank"] not in text[line : place.start] and not _aside(draft, place, match["rank"]):
            yield place


def _led_by_another(draft: Draft) -> Iterator[Span]:
    """局党组 in the report of a 委, 委党组 in that of a 局: unless the sentence has named a body of that kind."""
    body, title = draft.identity.body, draft.identity.title
    kind = "镇" if classify(body) == "township" else "委" if body.endswith("委员会") else body[-1:]
    if kind not in _PARTY:
        return
    for match in _PARTY[kind].finditer(draft.text):
        place = Span(*match.span("found"))
        other = draft.text[place.start]
        if not _begins(draft.text, place.start):
            continue
        if other not in title and other not in draft.text[draft.sentence(place.start).start : place.start]:
            yield place


def _autonomous(text: str) -> bool:
    return any(name in text for name in _AUTONOMOUS)


def _begins(text: str, start: int) -> bool:
    """Whether a word begins here: behind nothing, a sign that lists nothing, or a short verb or preposition."""
    before = text[max(0, start - 3) : start]
    if not before or not (before[-1].isalpha() and not before[-1].isascii()):
        return before[-1:] != "、"
    return before[-1] in _BEFORE and not (before[:-1].isalpha() and len(before) == 3 and not before[:-1].isascii())


@cache
def _words(word: str) -> re.Pattern[str]:
    """What organs, offices and areas of a rank are called, at the beginning of a word."""
    kinds = _COUNTY if RANK[word] == 3 else _STREET if word == "街道" else _TOWN
    area = f"|{_AREA[word]}" if word in _AREA else ""
    drive = rf"依法治{word}(?!、)|" if RANK[word] == 3 else ""
    return re.compile(f"(?P<found>{drive}{word}(?:{kinds}){area})")


def _aside(draft: Draft, place: Span, word: str) -> bool:
    """Whether the sentence speaks of others: says so, names a place of that rank, or quotes a title or a saying."""
    sentence = draft.sentence(place.start)
    words = draft.text[sentence.start : sentence.end]
    before = draft.text[sentence.start : place.start]
    if _ASIDE.search(words) or cached(f"[{_LAND}]{word}").search(words):
        return True
    return before.rfind("《") > before.rfind("》") or before.count("“") > before.count("”")
