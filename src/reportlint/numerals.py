"""Numbers as Chinese official reports write them: text to value, with the place.

A *figure* is a number with a measure word or a percent sign that reports something: 12次, 7520件, 60.0%, 2.6万人次,
十二项, 两批次, 十几项. Ordinals (第36次), years and dates, document and case numbers, quoted names (“5621”, “4·15”) and
titles (《…》) are never figures. Offsets are code points of the text given, 0-based.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.quotednames import name_edges
from reportlint.units import FIRST, unit_at

HAN_DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

_ARABIC = lazy(r"[0-9][0-9,]*(?:[.．][0-9]+)?(?P<scale> ?[万亿千百]?)(?P<more>[余多来]?) ?")
_NUMERAL = "[一二两三四五六七八九十百千万亿零〇]"
# a whole number before a measure word; 进一步 and 统一 hold one too, and are many
_HAN = lazy(rf"{_NUMERAL}(?<!{_NUMERAL}{{2}}){_NUMERAL}*+(?=[余多来几]? ?[{re.escape(FIRST)}])")
# each alternative begins with a character of its own: those are what the text is gone through for
_VAGUE = lazy(
    "|".join(
        [f"{word}[十百千万]*" for word in ("几", "数", "若干", "多", "余", "大量", "一批")]
        + [f"{word}[百千万]+" for word in "上近成"]
    )
)
_HUNDREDTHS = lazy(r"百分之(?P<whole>[一二两三四五六七八九十百零〇]+)(?:点(?P<fraction>[一二三四五六七八九零〇]+))?")
# 签约615户, 附近30户: the end of another word
_APPROX_BEFORE = lazy(r"(?:(?<![签预合条违节履公契解特制])约|(?<![附邻临最])近|逾|超过?|突破|不少于|不低于)\Z")

OTHER_YEARS = (
    "上年",
    "去年",
    "上一年",
    "往年",
    "前年",
    "每年",
    "次年",
    "翌年",
    "明年",
    "来年",
    "隔年",
    "第二年",
    "下一年",
)
"""Words by which a month or a day of the same sentence may belong to another year than the report's."""

Kind = Literal["number", "approximate", "vague", "masked"]

_LONGEST = 24  # characters; longer runs of digits count nothing, and Python and its floats refuse them


class Figure(NamedTuple):
    """A number with its measure word.

    ``value`` is in units of ``unit`` (万 and 亿 multiplied out; a percentage as written, 61.5 for 60.0%), ``None`` for
    a vague or masked one. ``step`` is the weight of the last digit shown: 0.1 for 60.0%, 1000 for 2.6万 → tolerance of arithmetic.
    """

    start: int
    end: int
    value: float | None
    unit: str
    kind: Kind
    step: float = 1.0


def han_number(text: str) -> int | None:
    """The value of a Chinese number (二十三, 一百零五, 二〇二五, 两千), ``None`` if it is not one or is endless."""
    if not 0 < len(text) <= _LONGEST or any(char not in HAN_DIGITS and char not in _HAN_SCALES for char in text):
        return None
    if len(text) > 1 and all(char in HAN_DIGITS for char in text):
        return int("".join(str(HAN_DIGITS[char]) for char in text))
    total, section, digit = 0, 0, -1
    for char in text:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char]
            continue
        scale = _HAN_SCALES[char]
        if scale >= 10_000:
            total = (total + section + max(digit, 0) or 1) * scale
            section = 0
        else:
            section += (1 if digit < 0 else digit) * scale
        digit = -1
    return total + section + max(digit, 0)


_HAN_YEAR = lazy(r"二[〇零○◯Oo0][〇零○◯Oo0一二三四五六七八九]{2}(?=\s?年)")  # the letter O is typed for 〇
_YEAR_DIGITS = str.maketrans("〇零○◯Oo一二三四五六七八九", "000000123456789")


def arabic_years(text: str) -> str:
    """The text with years in Chinese numerals (二〇二四年) in digits: four code points for four, so all places stay."""
    if not ("二〇" in text or "二零" in text or "二○" in text or "二O" in text or "二◯" in text or "二o" in text):
        return text
    return _HAN_YEAR.sub(lambda match: match.group().translate(_YEAR_DIGITS), text)


def figures(text: str) -> list[Figure]:
    """All figures of a text, in order, given and vague ones; see :class:`Figure`."""
    edges = name_edges(text)
    found = [
        figure
        for figure in (*_arabic(text), *_han(text), *_vague(text), *_hundredths(text))
        if not bisect_right(edges, figure[0]) & 1  # an odd count of edges before it: inside a name
    ]
    found.sort()
    return found


def _arabic(text: str) -> Iterator[Figure]:
    for match in _ARABIC.finditer(text):
        end = match.end()
        unit = unit_at(text, end)
        if not unit:
            continue
        start, scale, more = match.start(), match["scale"].strip(), match["more"]
        if match.start("scale") - start > _LONGEST:
            continue
        before = text[start - 1] if start else "\n"
        if before in "第〔[-－·./+＋×∙•xX*" or (before == " " and text[start - 2 : start - 1] == "第"):
            continue
        if before.isascii() and before.isalpha():
            continue
        shown = text[start : match.start("scale")].replace(",", "").replace("．", ".")
        factor = _HAN_SCALES.get(scale, 1)
        whole = unit
        if unit[0] in "万亿":
            factor *= _HAN_SCALES[unit[0]]
            unit = unit[1:]
        approximate = more or (before in "约近逾过超破于" and _APPROX_BEFORE.search(text, max(0, start - 3), start))
        kind: Kind = "approximate" if approximate else "number"
        step = factor * 10.0 ** -len(shown.partition(".")[2])
        yield Figure(start, end + len(whole), float(shown) * factor, unit, kind, step)


def _han(text: str) -> Iterator[Figure]:
    for match in _HAN.finditer(text):
        start, number, at = match.start(), match.group(), match.end()
        more = text[at : at + 1]
        at += more in ("余", "多", "来", "几")
        unit = unit_at(text, at + (text[at : at + 1] == " "))
        if not unit and number[-1] in "万亿" and len(number) > 1:
            unit = unit_at(text, at - 1)  # 三万元: 万元 is the measure word
            number, at = number[:-1], at - 1
        if not unit:
            continue
        before = text[start - 1] if start else "\n"
        if before == "之" and text.startswith("百分", start - 3):
            continue  # 百分之九十八点五 counts no 点
        if before in "第几数" or before.isdigit() or _idiom(text, before, number, unit, at + len(unit)):
            continue
        end = at + (text[at : at + 1] == " ") + len(unit)
        if number in ("万", "亿", "千", "百") and more not in ("余", "多", "几"):
            continue  # 千家万户, （万户次）: a scale alone counts nothing
        if more == "几" or number in ("万", "亿", "千", "百") or (number == "十" and more in ("余", "多")):
            yield Figure(start, end, None, unit, "vague")
            continue
        value = han_number(number)
        factor = _HAN_SCALES.get(unit[0], 1) if unit[0] in "万亿" else 1
        if value is not None:
            kind: Kind = "approximate" if more in ("余", "多", "来") else "number"
            yield Figure(start, end, float(value * factor), unit[1:] if factor > 1 else unit, kind)


def _hundredths(text: str) -> Iterator[Figure]:
    """百分之九十八点五, 百分之百: percentages in words."""
    for match in _HUNDREDTHS.finditer(text) if "百分之" in text else ():
        whole, fraction = han_number(match["whole"]), match["fraction"] or ""
        if whole is not None:
            value = whole + float("0." + "".join(str(HAN_DIGITS[char]) for char in fraction) + "0")
            more = text[match.end() : match.end() + 1] in ("多", "余", "几")
            yield Figure(
                match.start(), match.end(), value, "%", "approximate" if more else "number", 10.0 ** -len(fraction)
            )


def _vague(text: str) -> Iterator[Figure]:
    for match in _VAGUE.finditer(text):
        start = match.start()
        unit = unit_at(text, match.end())
        if not unit and (match.group() not in ("若干", "大量", "一批") or text.startswith(_PAPERS, match.end())):
            continue
        before = text[start - 1] if start else "\n"
        if before.isdigit() or before in "第一二三四五六七八九十百千万亿":
            continue
        if before in "诸许众好上" and match[0][0] != "数":  # 受众数十人次
            start -= 1
        yield Figure(start, match.end() + len(unit), None, unit, "vague")


_PAPERS = (
    "规定",
    "意见",
    "措施",
    "举措",
    "实招",
    "政策",
    "办法",
    "问题的",
    "条款",
)  # 若干措施: a paper's name, no count
_SET_NAMES = (
    "制度", "亲自", "意识", "自信", "维护", "确立", "坚持", "体系", "统一", "结合", "转变", "必须", "严禁", "规定", "一体", "全面",
    "基本", "清单", "责任", "原则", "环节", "机制", "工程", "行动", "主体", "关键", "改革", "建设", "职责", "义务", "举措",
)  # fmt: skip


def _idiom(text: str, before: str, number: str, unit: str, end: int) -> bool:
    """统一部署, 进一步, 一方面, 同一个, 三项制度, 四个亲自: number words that count nothing this year."""
    if number == "一":
        return unit[0] in "方步级类点个位批条项层面" or before in "统同进另每唯任某这那"
    return unit in ("项", "个", "条", "方面", "类", "级", "位", "步", "层", "大项") and text.startswith(_SET_NAMES, end)
