"""``foreign-place``: another place's name where the report names its own — in the sign-off, the opening, the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.divisions import divisions
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.patterns import Pattern
from reportlint.places import COMMON, RANK, places_of, title_body
from reportlint.placeslips import place_slips
from reportlint.quotednames import inside_title
from reportlint.realplaces import BEFORE, GOES_ON, strangers
from reportlint.record import record
from reportlint.sentencestarts import led_by

_PLACE_WITH_ORGAN = lazy(rf"(?P<name>{HAN}{{2}})(?P<rank>[市县区旗镇乡])(?={GOES_ON})")
_HEADED = lazy(
    rf"{HAN}{{2,12}}[省市县区旗镇乡州盟](?:人民政府(?:办公室)?|{HAN}{{2,10}}(?:局|委员会|厅|办事处))(?:文件)?"
)
# running text has no word boundaries (听取县…, 配合区…): only a name that ends as names of land and water do is taken for one
_LAND = frozenset("山水江河湖海岭溪泉阳陵州川原泽湾浦谷峰岗坡港津桥塘洲岛林松岚汀坪坝峡潭淀滩屿昌宁")
_LED = lazy(rf"在(?P<name>{HAN}{{2,3}}?)(?P<rank>县|区|旗|镇|乡)(?:党?委|党工委|人民政府|政府)[^。\n]{{0,30}}领导")
# a place as the subject of a sentence that says what the reporter does: nobody's report begins with a neighbour's doings
_ACTS = r"[市县区旗镇乡](?=法治政府建设|坚持|始终|紧紧围绕|认真贯彻|深入(?:学习|贯彻)|全面贯彻|以习近平|将(?:继续|进一步|坚持|全面|重点|以|持续))"
_ACTING = lazy(_ACTS)
_SUBJECT = lazy(
    rf"(?:^|[。；\n])[ \u3000]*(?:20\d\d年度?[，,]?|一年来[，,]|过去一年[，,])?(?P<name>{HAN}{{2,3}}?)(?P<rank>{_ACTS})"
)
# what a name and its rank may make together that is a word of its own: 引导乡镇坚持…, 推动区县…
_WORDS = frozenset(
    (
        "乡镇",
        "村镇",
        "集镇",
        "街镇",
        "区县",
        "县区",
        "县市",
        "盟市",
        "地市",
        "省市",
        "旗县",
        "旗区",
        "上市",
        "超市",
        "街区",
        "灾区",
        "牧区",
        "库区",
        "厂区",
    )
)
_FAR = 40  # code points from where a sentence begins to its subject's last character
_ELSEWHERE = lazy(
    r"赴|学习|考察|借鉴|调研|取经|交流|跨区域|跨省|跨市|跨县|协作|合作|联合|联席|会同|共同|参加|对口|支援|帮扶|结对|共建|毗邻|交界|兄弟|外地|移送|移交|协助|"
    r"交叉|互评|异地|挂职|跟班|锻炼|互访|来访|接待|案(?!卷)|诉(?!求)|原告|被告|籍|法院|检察院|[来去]自|与.{0,12}(?:签|共)|经验|做法|介绍|观摩|"
    r"并列|同获|均获|两地|[三四五]地|双方|对方|边界|界线|流域|联[防控盟]|互[认通助派]|通办|[来发复致]函|函[告件商复]|感谢信|商请|委托|转来|转交|流[入出]|迁[入出至往]|落户|本地|"
    r"样板|对标|刊[发登]|转载|通报的|某|[和与同对向为给来到]我(?:们|[省市县区旗州盟局委厅镇乡街单])"
)
# beside a name that is off by one character: cases and suits are the reporter's own
_NEIGHBOUR = lazy(
    r"赴|考察|借鉴|调研|取经|跨区域|跨省|跨市|跨县|协作|合作|联合|联席|会同|共同|对口|支援|帮扶|结对|共建|毗邻|交界|兄弟|外地|移送|移交|协助|"
    r"互评|异地|原告|被告|籍|法院|检察院|[来去]自|与.{0,12}(?:签|共)|经验|观摩"
)


@record
class ForeignPlaceCheck:
    """Compared with the place that the title names; without one nothing is said."""

    where: Literal["sign-off", "opening", "text"] = option("sign-off 落款，opening 开头段，text 正文")

    def triggers(self) -> Iterable[Pattern]:
        """None: places are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a place."""
        own = places_of(title_body(draft))
        if not own:
            return
        found = {"sign-off": _signs, "opening": _opening, "text": _text}[self.where](draft, own)
        for problem in found:
            if any(span.start <= problem.span.start < span.end for span in scope):
                yield problem


def _signs(draft: Draft, own: list[tuple[str, str]]) -> Iterator[Problem]:
    yield from _sign_off(draft, own)
    yield from _headers(draft, own)


def _headers(draft: Draft, own: list[tuple[str, str]]) -> Iterator[Problem]:
    """Page headers and footers that are the name of an organ of another place of the same rank."""
    for block in draft.document.blocks:
        if not block.story.rstrip("0123456789").endswith(("页眉", "页脚")):
            continue
        line = next(iter(draft.text[block.start : block.end].split()), "")
        theirs = places_of(line) if _HEADED.fullmatch(line) else []
        if theirs and RANK[theirs[-1][1]] == RANK[own[-1][1]] and not any(name in line for name, _ in own):
            message = f"{block.story}是“{line}”，标题是“{''.join(own[-1])}”的报告，请核对是否套用了外地的稿子"
            yield Problem(Span(block.start, block.start + len(line)), message)
            return


def _sign_off(draft: Draft, own: list[tuple[str, str]]) -> Iterator[Problem]:
    place = draft.identity.signature
    if place is None:
        return
    signed = draft.text[place.start : place.end].strip()
    theirs = places_of(signed)
    if not theirs or signed[0] in "赴在到往来从由对向经与和及" or any(name in signed for name, _ in own):
        return
    body = title_body(draft)
    if any(name in body for name, _ in theirs):
        return
    title = "".join(own[-1])
    yield Problem(place, f"落款是“{signed}”，标题是“{title}”的报告，两处的地名不一致，请核对是否套用了外地的稿子")


def _opening(draft: Draft, own: list[tuple[str, str]]) -> Iterator[Problem]:
    opening = draft.identity.opening
    if opening is None:
        return
    text, (start, end) = draft.text, opening
    others = (*_subjects(text, max(0, start - 1), end), *_LED.finditer(text, start, end))
    slips = [(match, True) for match in place_slips(text, own) if start <= match.start() < end]
    for match, slip in (*((match, False) for match in others), *slips):
        if slip or _is_other(match, own):
            found = match["name"] + match["rank"]
            advice = "是否写错" if slip else "是否套用了外地的稿子"
            message = f"开头写的是“{found}”，标题是“{''.join(own[-1])}”的报告，请核对{advice}"
            yield Problem(Span(match.start("name"), match.end("rank")), message)
            return


def _text(draft: Draft, own: list[tuple[str, str]]) -> Iterator[Problem]:
    """A report that speaks of another place's doings or organs as if they were its own; each place once."""
    told: set[str] = set()
    away: dict[tuple[int, bool], bool] = {}  # sentences that tell of elsewhere
    elsewhere = (draft.identity.opening, draft.identity.signature)  # these have rules of their own
    slips = [(match, True) for match in place_slips(draft.text, own)]
    others = (*_subjects(draft.text, 0, len(draft.text)), *_organs_of_places(draft.text, own))
    known = [(match, False) for match in others if _is_other(match, own)]
    real = [(match, False) for match in strangers(draft.text, own)]
    for match, slip in (*slips, *known, *real):
        found = match["name"] + match["rank"]
        sentence = draft.sentence(match.start("name"))
        if found in told or _with_its_province(draft.text, found, sentence):
            continue
        key = sentence.start, slip
        if key not in away:
            away[key] = (_NEIGHBOUR if slip else _ELSEWHERE).search(draft.text, *sentence) is not None
        if away[key] or inside_title(draft.text, match.start("name")):
            continue
        if any(place and place.start <= match.start("name") < place.end for place in elsewhere):
            continue
        told.add(found)
        advice = "是否写错，或者是外地稿子里留下的地名" if slip else "是否外地稿子里留下的地名"
        message = f"这里写的是“{found}”，标题是“{''.join(own[-1])}”的报告，请核对{advice}"
        yield Problem(Span(match.start("name"), match.end("rank")), message, "suspected")


def _with_its_province(text: str, found: str, sentence: Span) -> bool:
    """甘肃省成县、徽县企业: whose sentence says where a place lies speaks of it on purpose."""
    said = text[sentence.start : sentence.end]
    return "省" in said and any(province in said and province != found for province in divisions().provinces(found))


def _subjects(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return led_by(text, _SUBJECT, _ACTING, _FAR, start, end)


def _organs_of_places(text: str, own: list[tuple[str, str]]) -> Iterator[re.Match[str]]:
    """Places with an organ or people behind them, where a word begins: found from the rank's character, which is cheap."""
    for rank in {2: "市", 3: "县区旗", 4: "镇乡"}.get(RANK[own[-1][1]], ""):
        at = text.find(rank, 2)
        while at >= 0:
            if text[at - 1] in _LAND and (at == 2 or text[at - 3] in BEFORE):
                match = _PLACE_WITH_ORGAN.match(text, at - 2)
                if match:
                    yield match
            at = text.find(rank, at + 1)


def _is_other(match: re.Match[str], own: list[tuple[str, str]]) -> bool:
    """Whether a place of the same rank as one of the own places has another name; of another rank it may be above it."""
    name, rank = match["name"], match["rank"]
    if COMMON.search(name) or name[-1] + rank in _WORDS or any(name in other or other in name for other, _ in own):
        return False
    return any(RANK[rank] == RANK[other] for _, other in own)
