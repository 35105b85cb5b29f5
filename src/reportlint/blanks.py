"""Places where a figure belongs and none stands: 审查合同-份, 培训○期, 召开会议（ ）次, 挽回损失余万元, 提升个百分点.

A measure word needs a number before it. What stands there instead is a sign (○ ▲ ？ - … /), a pair of empty brackets,
a word of the drafter's (几, 待定, 由某局提供), noughts (0000), a space, or nothing at all. What stands there by itself
is found by :mod:`reportlint.blanksigns`, what only the words before tell is found here. Look-alikes: 5元/件, 第3-4项, 2#楼,
谁来管？件件有回音, 以下几项, 提案件, 市场 (market) and a PDF's 案 件. Doubled letters, crosses and stars are found by :mod:`reportlint.masks`.
Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportlint.blanksigns import MEASURED, UNIT, Blank, find_signs
from reportlint.blankwords import is_counted, splits_no_word
from reportlint.lazyre import HAN, lazy

# where a clause ends behind a measure word's last character; then the whole of it
_ENDS = lazy(
    r"[，,。；;、）)\n](?<=[点日次元件份条起场期项名人宗个篇户家处册吨亩轮部辆张台套所支位％%天][，,。；;、）)\n])"
)
_BARE = lazy(rf"(?P<unit>余?{UNIT})\Z")
_LONGEST = 6
_AROUND = 300  # code points of a line or clause on either side that are looked at
_NUMBERED = frozenset("一二三四五六七八九十百千万亿零〇两几多数半第每各某这那哪整逐单双若来\n\t")
_MOVED = lazy(rf"[的由从](?P<unit>{UNIT})(?:增加|减少|上升|下降|提高|压缩|缩短|提升|增长|降低|扩大|压减)[到至为]")
_WEAK = lazy(rf"{HAN}(?P<sign>[-–—~～/／\\.．…⋯·•]{{1,6}})\s?\Z")
_WORDS = lazy(
    r"(?P<sign>(?:数据|数字|数)?(?:待定|待补|待填|待报|待核|待查|待(?:统计|汇总|核实|确认|提供|更新|补充|核定|核准|填报|填写|公布|公开)|暂缺|暂未?统计|尚?未统计|不详)"
    rf"|(?:数据|数字)?[由待请找]{HAN}{{2,8}}(?:提供|补充|核实|统计|填写|核定))\s?\Z"
)
# words that end no other word behind a sign
_SAFE = frozenset(
    {"件", "份", "条", "起", "次", "场", "期", "项", "名", "宗", "篇", "人次", "场次", "户次", "家次", "件次", "批次", "万元", "亿元", "元", "％", "%", "个百分点", "万人次", "万件", "万份", "万条", "辆", "学时", "课时"}
)  # fmt: skip
_CHANGED = lazy(
    r"(?:提高|提升|上升|下降|降低|增长|增加|减少|回落|压降|高于|低于|超过|扩大|缩小|高出|收窄|上涨)了?\s?\Z"
)
_SHORTENED = lazy(r"(?:压缩|缩短|缩减|提前|提速|延长)(?:了|至|到|为)?\s?\Z")
_RATED = lazy(
    rf"(?:率|占|占比|比例|比重|度|达|达到|为|超|增长|下降|提升|提高|上升|降低|减少|压减|精简|近|约|总量的|总数的|其中|{HAN}的)\s*\Z"
)
_TAKEN = lazy(
    r"(?:收到|受理|办理|办结|审结|审查|接收|完成|开展)[^，,。；;、]{0,8}(?:申请|许可|处罚|诉讼|应诉|检查|赔偿|仲裁|备案|审查|审核|投诉|举报|诉求)\Z"
)
_OUTCOMES = frozenset(
    {"保留", "废止", "修改", "维持", "撤销", "驳回", "终止", "准予", "失效", "审结", "结案", "调解", "和解", "撤诉"}
)
_OUT_OF = lazy(r"\d余?[件起][，,、；;](?:其中|已|共|均|现已)?(?:办结|审结|结案|受理|立案|采纳|答复|调解|和解)\Z")
_TOTAL = lazy(
    r"(?:(?:案件|总数|数量|总额|均)为|共有?|一共|共计|合计|累计|总计|达到?|超过?|约|[增减][加少][到至]|[降升][到至]|[提下][高降]到|投入)\Z"
)
_REACHED = lazy(r"(?:覆盖|惠及|参[与加]|培训|受众|超|达|出动|教育|涉及|共|约|服务|接待)\Z")
_NEXT = lazy(r"[，,、；][^，,。；;、\d]{0,8}\d+件")
_QUOTED = lazy(r"(?:培训|培育|培养|评选|选聘|开展|举办|组织|命名|建成)[^，,。；;]{0,16}”\Z")
_NOT_REST = "其剩盈富业残多空结冗滚闲赋宽节剰"


def find_blanks(text: str) -> Iterator[Blank]:
    """All places of running text where a figure is wanting, without overlaps, in no order."""
    yield from find_signs(text)
    for end in (*(found.start() for found in _ENDS.finditer(text)), len(text)):
        match = _BARE.search(text, max(0, end - _LONGEST), end)
        if match is None:
            continue
        before = text[match.start() - 1 : match.start()]
        if not before or before in _NUMBERED or before.isdigit():
            continue
        blank = _before(text, match.start("unit"), match.end(), match["unit"])
        if blank is not None:
            yield blank
    for match in _MOVED.finditer(text):
        yield Blank(match.start("unit"), match.end("unit"), "")


def _before(text: str, at: int, end: int, unit: str) -> Blank | None:
    """What stands before a measure word that ends a clause, if it is no number."""
    core = unit.removeprefix("余").removeprefix("多")
    char = text[at - 1]
    if char in "-–—~～/／\\.．…⋯·•":
        return _weak(text, at, end, core)
    if char == " ":
        return _spaced(text, at, end, core)
    if char in "定补填报核查计总实认供新充准写缺详布开":
        words = _WORDS.search(text, max(0, at - 14), at)
        if words and not (core == "件" and len(words["sign"]) == 2):
            return Blank(words.start(), end, words["sign"])
    return Blank(at, end, "") if _wanting(text, at, unit, core) else None


def _weak(text: str, at: int, end: int, core: str) -> Blank | None:
    """A dash, stroke or dots between what is counted and its measure word."""
    match = _WEAK.search(text, max(0, at - 8), at)
    if match is None:
        return None
    start = match.start("sign")
    if text[start - 1] in "达约" and core != "期":
        return Blank(start, end, match["sign"])
    if not is_counted(text, start, core) and not (core in _SAFE and not _is_unit(text, start)):
        return None
    if (
        text[start] in "/／-–—~～"
        and (text[start - 2 : start - 1] in "/／-–—~～" or core in ("场", "期", "名", "次"))
        and not is_counted(text, start, core)
    ):
        return None  # 县—乡—村, 按件/次
    return Blank(start, end, match["sign"])


def _is_unit(text: str, end: int) -> bool:
    """Whether a measure word ends here, as in 5元/件; 案件 and 文件 only look so."""
    return text[end - 1] in "元次人户年月日天时个期名场份条项起件季周" and text[end - 2 : end] not in (
        "案件",
        "文件",
        "人员",
        "事项",
    )


def _spaced(text: str, at: int, end: int, core: str) -> Blank | None:
    """Blanks before the measure word, behind a Chinese character."""
    start = at
    while start and text[start - 1] == " ":
        start -= 1
    if not start or not text[start - 1].isalpha() or text[start - 1].isascii():
        return None
    line = text[max(0, at - _AROUND) : at].rpartition("\n")[2] + text[end : end + _AROUND].partition("\n")[0]
    wide = at - start > 1 and core in ("个", "人", "家", "户", "处")
    if "\t" in line or not (wide or splits_no_word(text, start, core)):
        return None
    return Blank(start, end, "")


def _wanting(text: str, at: int, unit: str, core: str) -> bool:
    """Whether a measure word right behind a word lacks its number."""
    if "多" in unit:
        return False  # 开展活动多场 is vague, not blank
    if core in ("%", "％"):
        return bool(_RATED.search(text, max(0, at - 4), at)) and not MEASURED.search(text, max(0, at - 8), at)
    if core == "个百分点":
        return bool(_CHANGED.search(text, max(0, at - 4), at))
    if core in ("天", "个工作日"):
        return bool(_SHORTENED.search(text, max(0, at - 4), at))
    if unit[0] == "余" and text[at - 1] not in _NOT_REST:
        return (
            (core in _SAFE or core in ("张", "册", "本", "户", "家", "个", "处", "台", "套"))
            and text[at - 1].isalpha()
            and core != "项"
        ) or (core == "人" and bool(_REACHED.search(text, max(0, at - 2), at)))
    if core == "件" and text[at - 1] in "请可罚讼诉查偿裁案核报求" and _NEXT.match(text, at + 1):
        return bool(_TAKEN.search(text, max(0, at - 16), at))
    if core == "件" and text[max(0, at - 2) : at] in _OUTCOMES and _NEXT.match(text, at + 1):
        return True
    if core in "件起" and _OUT_OF.search(text, max(0, at - 10), at):
        return True
    if core in _SAFE and core not in ("期", "场") and _TOTAL.search(text, max(0, at - 4), at):
        return True
    if text[at - 1] == "”":
        return core in ("名", "场", "个", "期", "次") and bool(_QUOTED.search(text, max(0, at - 24), at))
    return is_counted(text, at, core) and not _from(text, at)


def _from(text: str, at: int) -> bool:
    """从案件起, 由纠纷起: where something begins; 增加活动场次: what grows."""
    first = max(0, at - _AROUND)
    start = max(first, *(text.rfind(mark, first, at) + 1 for mark in "，。；、：\n"))
    return any(word in text[start:at] for word in ("从", "由", "自", "增加", "减少", "提高", "按"))


def blanks_beside(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Blank]:
    """The blanks in order, without those that overlap one before or a taken place; places are in order and apart."""
    ends, last = [end for _, end in taken], -1
    for blank in sorted(find_blanks(text)):
        after = bisect_right(ends, blank.start)  # the first place that ends behind its beginning
        beside = after == len(ends) or blank.end <= taken[after][0]
        if beside and blank.start >= last:
            last = blank.end
            yield blank
