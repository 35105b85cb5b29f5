"""Signs, empty brackets, noughts and 几 or 多少 that stand before a measure word, or for a rate.

Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.units import unit_at


class Blank(NamedTuple):
    """Where a figure is wanting: from what stands in its place to the end of the measure word.

    ``sign`` is what stands there, empty where nothing does.
    """

    start: int
    end: int
    sign: str


# a measure word that ends a clause, behind anything but a number


UNIT = r"(?:个百分点|个工作日|[万亿]?[余多]?(?:人次|场次|户次|家次|件次|期次|批次|元|[件份条起次场期项名人宗个篇户家处册吨亩轮部辆张台套所支位％%天]))"
AFTER = r"(?=[，,。；;、）)\n]|\Z)"
MEASURED = lazy(r"单位|口径|[百千]分比|符号")
_SIGNS = "○◯◎●◇◆☆★△▲▽▼□■☐▢※〇#?？@＠$＄￥¥&＆^＾"
_SIGN = lazy(rf"(?P<sign>[{_SIGNS}])(?![{_SIGNS}])")
_ASKED = "?？@＠$＄￥¥&＆^＾"  # only at the end of a clause
# what stands for a rate; the few characters before it are what the text is gone through for
_FOR_RATE = lazy(r"[为到达率比例](?P<sign>[?？○▲△#/／…—–-]{1,4}|几| {2,}|不详|未知|待[定补报核])(?=[，,。；;、\n])")
_RATE_IS = lazy(r"(?:率|比例|占比|度|数量?|总数|金额|总额|增幅|降幅)已?(?:均|都|分别)?(?:为|达到?)\Z")
_IS_SIGN = lazy("[?？○▲△#/／…—–-]+|几")
_NO_RATE = lazy(r"[▲○△#/／…]+|[—–-]{1,2}| +|不详|未知|待[定补报核]")
_RATES = ("率", "占比", "比例")
_OVER = lazy(r"[%％](?:以上|左右)")
_BEFORE_OVER = ("推动", "占", "达", "达到", "近", "有", "把", "将", "的", "对", "使")
_BRACKETS = lazy(
    r"[（(【\[［〔｛{「『“<《〈](?P<in>\s*|\s*(?:几|多少|[NnMm]|[？?…⋯○▲△·/／\-—–.]{1,6}|待[查报])\s*)[）)】\]］〕｝}」』”>》〉]\s?(?=[^\s])"
)
_VAGUE = lazy(rf"(?P<sign>几|多少)(?P<unit>余?{UNIT}){AFTER}")
_ABOUT = "十百千万"  # 十几% says something
_NOT_VAGUE = "这那有以下如哪另头某的是了几各每等成数前后好上第近过十百千万究竟底管论出你我他她"
_TELLS = lazy(
    r"提出|收集|征集|办理|受理|审议|审查|审核|开展|举办|组织|调解|化解|制定|查处|出台|印发|修订|发放|出动|挽回|培训|聘请|配备|选聘|现有|共有|新增|建成|新建|整改"
    r"|排查|发现|处罚|罚没|罚款|立案|办结|审结|结案|接待|走访|收到|移送|公开|清理|废止|占|投入|减免|追回|追缴|抽查|检查|召开|达到?|提升|下降|增长|率|处理|调处|处置|建立|参加|组建|订立|签订|化"
)
_ASKING = lazy(r"无论|不论|不管|究竟|到底|取决|决定于|看|知道|清楚|说明|公示|告知|问")
_NOUGHTS = lazy(rf"(?P<sign>0(?<=[^\W\da-zA-Z_]0)0+(?:\.0+)?)(?P<unit>{UNIT})")

_AROUND = 300  # code points of a sentence on either side of its blank
_ENDS_WORD = ("”", "》", "）")
_SELDOM = frozenset(
    {"字", "类", "级", "点", "门", "只", "对", "班", "间", "头", "层", "节", "版", "步", "码", "款", "本"}
)


def find_signs(text: str) -> Iterator[Blank]:
    """All places where something stands for a figure that shows by itself that it does, in no order."""
    yield from _signs(text)
    yield from _brackets(text)
    if "00" in text:
        for match in _NOUGHTS.finditer(text):
            yield Blank(match.start(), match.end(), match["sign"])
    yield from _rates(text)
    if "几" in text or "多少" in text:
        yield from _vague(text)


def _signs(text: str) -> Iterator[Blank]:
    """One sign before a measure word; a question mark only where the clause ends with it."""
    for match in _SIGN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before not in _ENDS_WORD and (before.isascii() or not before.isalpha()):
            continue
        if match["sign"] == "〇" and before in "一二三四五六七八九十百千零〇":
            continue
        at = match.end() + (text[match.end() : match.end() + 1] == " ")
        end = _unit_end(text, at)
        if not end or (
            match["sign"] in _ASKED and text[end : end + 1] not in ("，", ",", "。", "；", ";", "、", "）", "\n", "")
        ):
            continue
        if match["sign"] in "□☐■▢" and text[end : end + 1] in "□☐■▢" and text[end : end + 1]:
            continue  # boxes to tick
        yield Blank(match.start("sign"), end, match["sign"])


def _brackets(text: str) -> Iterator[Blank]:
    """Brackets that hold nothing, or a sign, before a measure word."""
    for match in _BRACKETS.finditer(text):
        end = _unit_end(text, match.end())
        if end and match.start() and text[match.start() - 1] not in "\n\t":
            yield Blank(match.start(), end, match.group().strip())


def _rates(text: str) -> Iterator[Blank]:
    """满意率为-, 推动%以上: a rate that is a sign, or nothing."""
    for match in _FOR_RATE.finditer(text):
        start, end = match.span("sign")
        if match[0][0] in "为到达":
            said, sign = _RATE_IS.search(text, max(0, start - 7), start) is not None, _IS_SIGN
        else:
            said, sign = text.endswith(_RATES, 0, start) and text[end] != "\n", _NO_RATE
        if said and sign.fullmatch(match["sign"]):
            yield Blank(start, end, match["sign"].strip())
    for match in _OVER.finditer(text):
        at = match.start()
        if text.endswith(_BEFORE_OVER, 0, at) and not MEASURED.search(text, max(0, at - 8), at):
            yield Blank(at, at + 1, "")


def _vague(text: str) -> Iterator[Blank]:
    """几 and 多少 behind what is counted, in a clause that tells of work done."""
    for match in _VAGUE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not before.isalpha() or before in _ABOUT or (before in _NOT_VAGUE and match["unit"] not in ("%", "％")):
            continue
        first, last = max(0, match.start() - _AROUND), match.end() + _AROUND
        start = max(first, *(text.rfind(mark, first, match.start()) + 1 for mark in "，。；、：\n"))
        sentence = max(first, *(text.rfind(mark, first, match.start()) + 1 for mark in "。；\n"))
        ends = (text.find(mark, match.end(), last) for mark in "。；\n")
        stop = min((at for at in ends if at >= 0), default=last)
        around = text[sentence:stop]
        if around.count("几") + around.count("多少") > 1 or _ASKING.search(around):
            continue
        if _TELLS.search(text, start, match.start()):
            yield Blank(match.start(), match.end(), match["sign"])


def _unit_end(text: str, at: int) -> int:
    """Where the measure word that begins here ends, 万 and 余 before it included; 0 if none does."""
    at += text[at : at + 1] in ("万", "亿")
    at += text[at : at + 1] in ("余", "多")
    unit = unit_at(text, at)
    return at + len(unit) if unit and unit not in _SELDOM else 0
