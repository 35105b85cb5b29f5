"""``other-body``: a department's report that is signed by, or speaks for, another department of the same place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.patterns import Pattern
from reportlint.places import places_of, title_body
from reportlint.record import record
from reportlint.sentencestarts import led_by

_ENDS = ("局", "委员会", "委", "厅")
# characters that names of very different organs share
_COMMON = str.maketrans(dict.fromkeys("局委员会厅和与管理监督行政综合工作事务", ""))
_SPEAKS = (
    r"(?:党组|党委)?(?:坚持以习近平|以习近平|始终坚持|深入学习贯彻习近平|认真贯彻落实习近平|严格履行推进法治|切实履行推进法治"
    r"|将(?:继续|进一步|坚持|以习近平|持续)|党组(?:召开|专题|高度|理论|坚持|始终|认真|切实|定期|带头|成员(?:带头|认真|集体|切实|严格)|会议?(?:专题|传达|研究|审议|听取|学习|[前上])|中心组|严格|多次))"
)
_SPEAKING = lazy(rf"(?:局|委员会)(?={_SPEAKS})")
_SPOKEN = lazy(
    rf"(?:^|[。；\n])[ \u3000]*(?:20\d\d年度?，|一年来，)?(?P<name>{HAN}{{0,6}}?)(?P<rank>[省市县区旗镇乡州盟])"
    rf"(?P<other>{HAN}{{2,10}}?(?:局|委员会))(?={_SPEAKS})"
)
_FAR = 48  # code points from where a sentence begins to the end of the organ's name
_WITH = lazy("会同|联合|配合|协助|(?<!为)指导|印发|牵头|共同|与|[^在，。；：、 ]我[局委厅单]")  # 专题研究我局移送的线索
# departments that have two characters for a trade; one miswritten may be another of these
_TRADES = frozenset(
    [
        "教育",
        "体育",
        "教体",
        "科技",
        "科教",
        "公安",
        "司法",
        "民政",
        "财政",
        "人社",
        "审计",
        "统计",
        "水务",
        "水利",
        "商务",
        "税务",
        "林业",
        "农业",
        "牧业",
        "渔业",
        "林草",
        "粮食",
        "气象",
        "地震",
        "档案",
        "信访",
        "交通",
        "住建",
        "城管",
        "文旅",
        "文化",
        "旅游",
        "卫健",
        "医保",
        "工信",
        "发改",
        "规划",
        "规资",
        "资规",
        "自规",
        "应急",
        "海关",
        "邮政",
        "烟草",
        "供电",
        "电力",
        "公路",
        "路政",
        "海事",
        "港务",
        "港航",
        "园林",
        "绿化",
        "房管",
        "房产",
        "市监",
        "药监",
        "物价",
        "金融",
        "数据",
        "招商",
        "投促",
        "机关",
        "民宗",
        "侨务",
        "外事",
        "铁路",
        "通信",
        "消防",
        "环保",
        "国资",
        "国土",
        "审批",
        "政务",
        "监察",
        "保密",
        "密码",
        "残联",
        "民航",
        "盐务",
        "矿务",
        "工商",
        "质监",
    ]
)
_LIKE = {"局": "居句", "委": "萎", "厅": "庁"}


@record
class OtherBodyCheck:
    """Only for a title that names a department with its place; joint reports name both in the title."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the words depend on the title."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem for the sign-off, one for the text."""
        body = title_body(draft)
        own = places_of(body)
        trade = body[len("".join(name + rank for name, rank in own)) :] if own else ""
        if len(trade) < 2 or not trade.endswith(_ENDS) or trade.endswith(("常委", "党委", "政法委", "工委")):
            return
        place = "".join(own[-1])
        for problem in (
            *_signed(draft, place, trade),
            *_headed(draft, place, trade),
            *_spoken(draft, own[-1], trade),
            *_misspelt(draft, place, trade),
        ):
            if any(span.start <= problem.span.start < span.end for span in scope):
                yield problem


def _signed(draft: Draft, place: str, trade: str) -> Iterator[Problem]:
    signature = draft.identity.signature
    signed = draft.text[signature.start : signature.end].strip() if signature else ""
    at = signed.find(place)
    if signature is None or at < 0:
        return
    other = signed[at + len(place) :]
    if _another(other, trade, draft.identity.title):
        message = f"标题是“{place}{trade}”的报告，落款却是“{signed}”，请核对是否套用了别的单位的稿子"
        yield Problem(signature, message, "suspected")


def _headed(draft: Draft, place: str, trade: str) -> Iterator[Problem]:
    """A page header, or footer, that is the name of another department of the place."""
    for block in draft.document.blocks:
        if not block.story.rstrip("0123456789").endswith(("页眉", "页脚")):
            continue
        line = draft.text[block.start : block.end].strip()
        if line.startswith(place) and _another(line[len(place) :].removesuffix("文件"), trade, draft.identity.title):
            message = f"{block.story}是“{line}”，标题是“{place}{trade}”的报告，请核对是否套用了别的单位的稿子"
            yield Problem(Span(block.start, block.start + len(line)), message, "suspected")
            return


def _another(other: str, trade: str, title: str) -> bool:
    """Whether an organ's name means quite another organ: no telling character in common, and not a part of the title."""
    if (
        not re.fullmatch(rf"{HAN}{{2,12}}(?:局|委员会)", other)
        or other in title
        or other.startswith(("委", "人民政府"))
    ):
        return False
    return not set(other.translate(_COMMON)) & set(trade.translate(_COMMON))


def _spoken(draft: Draft, own: tuple[str, str], trade: str) -> Iterator[Problem]:
    """A sentence that begins with another department's name and says what only the reporter says of itself."""
    name, rank = own
    if len(rank) > 1:
        return
    for match in led_by(draft.text, _SPOKEN, _SPEAKING, _FAR):
        if match["rank"] != rank or match["name"] not in ("", name):
            continue
        sentence = draft.sentence(match.start("other"))
        if _another(match["other"], trade, draft.identity.title) and not _WITH.search(
            draft.text, sentence.start, sentence.end
        ):
            message = (
                f"这是“{name}{rank}{trade}”的报告，这里写的是“{rank}{match['other']}”，请核对是否套用了别的单位的稿子"
            )
            yield Problem(Span(match.start("other") - 1, match.end("other")), message, "suspected")
            return


def _misspelt(draft: Draft, place: str, trade: str) -> Iterator[Problem]:
    """青岚区教肓局, 青岚区教育居: the own name with one character changed, where that is no other department's name."""
    text, size = draft.text, len(trade)
    at = text.find(place)
    while at >= 0:
        start = at + len(place)
        word = text[start : start + size]
        if len(word) == size and sum(one != meant for one, meant in zip(word, trade, strict=True)) == 1:
            ends = word[-1] == trade[-1]
            inside = ends and size >= 3 and word[:-1] not in _TRADES and re.fullmatch(rf"{HAN}+", word)
            if inside or (not ends and word[-1] in _LIKE.get(trade[-1], "")):
                yield Problem(
                    Span(at, start + size),
                    f"“{place}{word}”与标题里的“{place}{trade}”差一个字，请核对是否写错",
                    "suspected",
                )
                return
        at = text.find(place, start)
