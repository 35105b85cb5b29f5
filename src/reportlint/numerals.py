"""Numbers as Chinese official reports write them: text to value, with the place.

A *figure* is a number with a measure word or a percent sign that reports something: 12次, 8058件, 61.5%, 2.6万人次,
十二项, 两批次, 十几项. Ordinals (第36次), years and dates, document and case numbers, quoted names (“5621”, “4·15”) and
titles (《…》) are never figures. Offsets are code points of the text given, 0-based.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

HAN_DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

# A measure word does not count where it begins another word: 家长, 人员, 条例, 项目 (all of these follow masks, too).
UNIT = (
    "(?:个百分点|大项|子项|个工作日|万人次|亿人次|平方公里|平方米|立方米|公里|公顷|人次|场次|户次|家次|辆次|艘次|批次|堂次|期次|"
    "台次|车次|班次|件次|起次|宗次|店次|处次|万元|亿元|美元|小时|分钟|个月|％|%|‰|"
    "件(?!数|均)|起(?!草|诉|点|来|步|到)|宗(?!旨|教|地)|项(?!目(?!标))|个(?!人|性|体|案|别)|份(?!额|内)|条(?!例|款|件)|次(?!级|数|要|日|年|序)|"
    "场(?!馆|所|地|景|合)|期(?!间|限|刊|待|末|满)|轮(?!流|换|岗|训)|批(?!准|示|复|评|判|发)|部(?!门|署|委|长|队|分|级|位)|名(?!称|单|录|师|胜|字|义|优|列|牌)|"
    "人(?!社|大|民|才|力|口|员|均|防|工|事|物|武|文|数|身|行|居|选|饮)|户(?!籍|外|口|均|主)|家(?!长|庭|属|乡|具|电|禽|访|园|校)|所(?!属|有|在|长|需|辖|以|得|涉)|"
    "处(?!罚|置|理|长|室|分|级|方|于)|辆|艘|篇(?!章)|元(?!旦|素)|倍|吨|亩|米|天(?!然|气|津)|"
    "台(?!账|州|风|湾)|套(?!餐)|册|本(?!级|市|区|县|年|局|委|镇|人|地|科|院|级|行|部|次|报|职|期)|张(?!贴|榜)|幅(?!度)|笔|对(?!照|接|象|外|口|标|于|全)|位(?!于|置)|届|支(?!持|撑|部|队|行|付)|座(?!谈)|栋|节(?!日|假|能|约|点|水|目)|"
    "课时|学时|门(?!户|店|诊|类)|版(?!本|权)|组(?!织|长|建|成|合)|队(?!伍|员|长)|班(?!子|级|主)|岁|步(?!伐|骤|行)|方面|领域|层(?!面|级|次)|只(?!有|能|要|是|进)|趟|例(?!如|会|行|外)|堂|株|头(?!雁|等)|站(?!点|位|在)|宗|类(?!似|别|型)|款(?!项)|枚|码(?!头)|字(?!节|样)|点(?!位|评|击|赞|滴|面|亮|名)|级(?!别)|间(?!接|距|隔)|路(?!径|线|面|口|段|网)|桌|箱|车(?!辆|站|道|位|间|主))"
)
_SCALE = "(?:万|亿|千|百)?"
_MORE = "(?:余|多|来)?"
_ARABIC = re.compile(rf"[0-9][0-9,]*(?:[.．][0-9]+)?[ ]?(?P<scale>[万亿千百]?)(?P<more>[余多来]?)[ ]?(?P<unit>{UNIT})")
_HAN = re.compile(rf"[一二两三四五六七八九十百千万亿零〇][一二三四五六七八九十百千万亿零〇]*(?P<more>[余多来几]?)[ ]?(?P<unit>{UNIT})")
_VAGUE = re.compile(rf"(?:(?:几|数|若干|多|余)[十百千万]*(?P<unit>{UNIT})|若干|大量|一批)")
_APPROX_BEFORE = re.compile(r"(?:约|大约|近|将近|逾|超过?|突破|不少于|不低于)$")

Kind = Literal["number", "approximate", "vague", "masked"]


class Figure(NamedTuple):
    """A number with its measure word.

    ``value`` is in units of ``unit`` (万 and 亿 multiplied out; a percentage as written, 61.5 for 61.5%), ``None`` for
    a vague or masked one. ``step`` is the weight of the last digit shown: 0.1 for 61.5%, 1000 for 2.6万 → tolerance of arithmetic.
    """

    start: int
    end: int
    value: float | None
    unit: str
    kind: Kind
    step: float = 1.0


def han_number(text: str) -> int | None:
    """The value of a Chinese number (二十三, 一百零五, 二〇二五, 两千), ``None`` if it is not one."""
    if not text or any(char not in HAN_DIGITS and char not in _HAN_SCALES for char in text):
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


def figures(text: str) -> list[Figure]:
    """All figures of a text, in order, given and vague ones; see :class:`Figure`."""
    found = [figure for figure in (*_arabic(text), *_han(text), *_vague(text)) if not in_name(text, figure.start)]
    found.sort()
    return found


def in_name(text: str, offset: int) -> bool:
    """Whether a place stands inside a title 《…》 or a short quotation “…”: what is written there counts nothing."""
    opened = text.rfind("《", max(0, offset - 80), offset)
    if opened >= 0 and text.find("》", opened, offset) < 0:
        return True
    opened = max(text.rfind("“", max(0, offset - 14), offset), text.rfind("‘", max(0, offset - 14), offset))
    if opened < 0 or any(mark in text[opened:offset] for mark in "”’\n"):
        return False
    return text.find("”", offset, opened + 18) >= 0


def _arabic(text: str) -> Iterator[Figure]:
    for match in _ARABIC.finditer(text):
        start = match.start()
        before = text[start - 1] if start else "\n"
        if before in "第〔[-－·./+＋×∙•xX*" or (before == " " and text[start - 2 : start - 1] == "第"):
            continue
        if before.isascii() and before.isalpha():
            continue
        shown = text[start : match.start("scale")].strip().replace(",", "").replace("．", ".")
        scale = _HAN_SCALES.get(match["scale"], 1)
        decimals = len(shown.partition(".")[2])
        unit = match["unit"]
        if unit[0] in "万亿":
            scale *= _HAN_SCALES[unit[0]]
            unit = unit[1:]
        approximate = match["more"] or _APPROX_BEFORE.search(text, max(0, start - 3), start)
        kind: Kind = "approximate" if approximate else "number"
        yield Figure(start, match.end(), float(shown) * scale, unit, kind, scale * 10.0**-decimals)


def _han(text: str) -> Iterator[Figure]:
    for match in _HAN.finditer(text):
        start, more, unit = match.start(), match["more"], match["unit"]
        number = text[start : match.start("more")]
        before = text[start - 1] if start else "\n"
        if before in "第几数" or before.isdigit() or _idiom(before, number, unit):
            continue
        if more == "几" or number in ("万", "亿", "千", "百"):
            yield Figure(start, match.end(), None, unit, "vague")
            continue
        value = han_number(number)
        if value is not None:
            yield Figure(start, match.end(), float(value), unit, "approximate" if more else "number")


def _vague(text: str) -> Iterator[Figure]:
    for match in _VAGUE.finditer(text):
        start = match.start()
        before = text[start - 1] if start else "\n"
        if before.isdigit() or before in "第一二三四五六七八九十百千万亿":
            continue
        if before in "诸许众好上":
            start -= 1
        yield Figure(start, match.end(), None, match["unit"] or "", "vague")


def _idiom(before: str, number: str, unit: str) -> bool:
    """统一部署, 进一步, 一方面, 同一个, 一次性: number words that count nothing."""
    return number == "一" and (unit[0] in "方步级类点个位批条项层面" or before in "统同进另每唯任某这那")
