"""Masks that only their whole phrase explains: 党的十X大, X届X中全会, 〔X〕X号, X月底, 近X年, XXkg, X教育局, “*普法”.

Each is looked at from a mark that stands in the text, so that a text without marks costs nothing.
Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

import re

from reportlint.lazyre import HAN, lazy
from reportlint.maskkinds import ORGAN, Family, Mask, han

_M = r"[xX×✕*＊_＿○□]"
_NUMBER = rf"(?:{_M}|[一二三四五六七八九十])(?:[ ]?(?:{_M}|[一二三四五六七八九十])){{0,3}}"
_TENS = lazy(r"[一二三四五六七八九十]+(?:届|[ ]?)\Z|二[〇○零oO][〇○零一二三四五六七八九]?\Z")
_MEETING = lazy(
    rf"{_NUMBER}[ ]?届[ ]?(?:{_NUMBER}[ ]?中?(?:[、和及]{_NUMBER}中){{0,5}}|历次)?[ ]?全会|{_NUMBER}[ ]?中(?:[、和及]{_NUMBER}中){{0,5}}[ ]?全会"
)
_CONGRESS = lazy(rf"{_NUMBER}[ ]?大(?={HAN}|\W|\Z)")
_AFTER_CONGRESS = lazy(r"精神|报告|以来|代表|召开|胜利")
_YEAR = lazy(rf"{_M}{{1,4}}[ ]?年(?:度|[底初末中]|以来|(?![来轻龄间内]))")
_CHINESE_YEAR = lazy(r"二[〇○零oO][〇○零一二三四五六七八九]?\Z")
_MONTH = lazy(
    rf"{_M}{{1,3}}[ ]?(?:月(?:份|[底末初]|[上中下]旬)?|季度|日(?=上午|下午|晚|凌晨|至|起|前))|{_M}{{1,3}}[ ]?[-—~～至到][ ]?(?:{_M}{{1,3}}|\d{{1,2}})[ ]?[月日](?!报)"
)
_LASTS = lazy(r"(?:近|超|超过|连续|历时|过去|未来|为期|已有|长达|从[警教政业])[ ]?\Z")
_YEARS = lazy(rf"{_M}{{1,3}}余?年(?:来|间|内|以上|之久)?")
_IN_YEARS = lazy(rf"{_M}{{1,3}}余?年(?:来|以上|之久)")
_NUMBER_YEAR = lazy(rf"{_M}{{1,4}}(?=[〕\]］】）)][ ]?(?:\d|{_M}){{0,3}}[ ]?号)")
_ISSUER = lazy(rf"{_M}{{1,3}}(?={HAN}{{1,10}}[〔\[［【（(](?:\d|{_M}){{1,4}}[〕\]］】）)][ ]?(?:\d|{_M}){{1,4}}[ ]?号)")
_SCHEME = lazy(r"[xX](?:[+＋][xX]){1,5}[+＋][nN\d]")
_LATIN_UNIT = lazy(
    r"[xX×*＊]{2,}[ ]?(?P<unit>kg|KG|Kg|km|KM|cm|mm|㎡|m²|m2|㎥|m³|mg|ml|mL|kW|MW|kWh|GB|TB)(?![A-Za-z\d])"
)
_QUOTED = lazy(rf"[*＊×]{HAN}{{1,8}}[”\"]|[xX](?:司法|普法|法治|平安|调解|政务|经验|执法|模式|品牌){HAN}{{0,4}}[”\"]")
_QUOTED_END = lazy(r"[“\"](?:法治|平安|创新|数字|美丽|幸福)\Z")
_CALLED = frozenset("由在向对与和同及经报请以的被于到从给")  # before a name
_OF_ALL = lazy(rf"(?![光射])(?:{HAN}|[ ]?\d)")
_GROUP = lazy(rf"{_M}{{1,3}}[组委](?=[）)])")
_LINE_STARS = lazy(r"(?:党组|党委|20\d\d年|关于|坚持|认真|严格|积极|高度|深入|全面)")


def phrase_mask(text: str, start: int, end: int) -> Mask | None:
    """The mask that begins with a token here, or a little before it; none where no phrase explains it."""
    if start and text[start - 1].isascii() and text[start - 1].isalnum():
        return None
    return _of_meeting(text, start) or _of_number(text, start) or _of_time(text, start) or _of_name(text, start, end)


def _of_meeting(text: str, start: int) -> Mask | None:
    tens = _TENS.search(text, max(0, start - 3), start)
    first = tens.start() if tens else start
    if meeting := _MEETING.match(text, first):
        return _mask(meeting, "figure")
    if congress := _CONGRESS.match(text, first):
        named = text.endswith(("党的", "党的 "), 0, first) or (tens is not None and tens.group().startswith("十"))
        if named or (congress.end() - first > 2 and _AFTER_CONGRESS.match(text, congress.end())):
            return _mask(congress, "figure")
    return None


def _of_number(text: str, start: int) -> Mask | None:
    """The year and the issuing body of a document's number, and what is measured by Latin letters."""
    before = text[start - 1 : start]
    if before in tuple("〔[［【") and (year := _NUMBER_YEAR.match(text, start)):
        return _mask(year, "date")
    if not han(before) and (issuer := _ISSUER.match(text, start)):
        return _mask(issuer, "name")
    if measured := _LATIN_UNIT.match(text, start):
        return _mask(measured, "figure")._replace(unit=measured["unit"])
    if scheme := _SCHEME.match(text, start):
        return _mask(scheme, "figure")
    return None


def _of_time(text: str, start: int) -> Mask | None:
    lasts = _LASTS.search(text, max(0, start - 3), start)
    if (lasts and (years := _YEARS.match(text, start))) or (years := _IN_YEARS.match(text, start)):
        return _mask(years, "figure")._replace(unit="年")
    if begun := _CHINESE_YEAR.search(text, max(0, start - 3), start):
        year = _YEAR.match(text, start)
        return _mask(year, "date")._replace(start=begun.start()) if year else None
    if text[start - 1 : start] != "第" and (month := _MONTH.match(text, start)):
        return _mask(month, "date")
    return None


def _of_name(text: str, start: int, end: int) -> Mask | None:
    """A mark before an organ's own name, or in quotation marks with the rest of a name."""
    before = text[start - 1 : start]
    if before in ("（", "(") and (group := _GROUP.match(text, start)):
        return _mask(group, "name")  # X委（X组）
    if end - start != 1 or text[start] not in "xX×*＊":
        return None
    if text[start] == "×" and han(before) and before not in _CALLED:
        return None  # 普法×教育局: two names side by side
    if organ := ORGAN.match(text, end):
        line_start = before in ("", "\n") and text[start] in "*＊"  # a list may begin with asterisks
        if not line_start or _LINE_STARS.match(text, organ.end()):
            return Mask(start, organ.end(), "name", text[start], "")
        return None
    if before == "全" and _OF_ALL.match(text, end):
        return Mask(start - 1, end, "name", text[start], "", sure=False)  # 全X营商环境
    if before in ("“", '"') and _QUOTED.match(text, start):
        return Mask(start, end, "name", text[start], "", sure=False)
    if _QUOTED_END.search(text, max(0, start - 3), start) and text[end : end + 1] in ("”", '"'):
        return Mask(start, end, "name", text[start], "", sure=False)
    return None


def _mask(match: re.Match[str], family: Family) -> Mask:
    return Mask(match.start(), match.end(), family, match.group(), "")
