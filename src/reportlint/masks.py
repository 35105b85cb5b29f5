"""Letters, crosses, stars, boxes and question marks that stand where something was to be filled in.

Real forms: XX市, xx%, x亿人次, ×××局, **云课, 20xx年, x013年, x.x%, □□□, ○○区, N次. What looks like them and is not: 7×24小时,
210mm×297mm, “1+X”证书, XXL, Roman numerals, Markdown's **bold**, a lone × that closes a window, 某公司 of a published case.
Offsets are code points of the document's matching text (full-width letters already folded), 0-based, half-open.
"""

from __future__ import annotations

import re

from reportlint.disguised import hidden, of_scheme
from reportlint.document import Document
from reportlint.emphasis import emphasis_marks
from reportlint.lazyre import cached, lazy
from reportlint.maskkinds import DATE, STRONG_NAME, Mask, counted, han
from reportlint.maskphrases import phrase_mask
from reportlint.underlines import find_underlines, joined

_MARK = lazy(r"[xXхХχㄨ×✕✖╳*＊﹡nN□○◯△●◇◆■※#?？]")  # х and χ are the Cyrillic and the Greek letter, ㄨ is Bopomofo
_DOUBLED = "□○◯△●◇◆■※#?？"  # one of these alone is no mask
_REST = lazy(r"[\dxXхХχㄨ×✕✖╳*＊﹡□○◯△●◇◆■※#?？.．]*")
_BEFORE_MARK = lazy(r"[\d.．]+\Z")
_AFTER_DATE = lazy(r"^[ ]?[年月]")
_ADDRESS = lazy(r"[xX×*]+[省市县区].{0,3}[xX×*]+[路街巷道].{0,4}[xX×*\d]+号")
_PRODUCT = lazy(r"(?:APP|App|app|小程序|公众号|网[:：]|网站)[ ]?[“\"'（(:：]?\Z")
_RULE_LINE = lazy(r"^[\s*×xX#?？□○△●◇◆■※﹡_=\-—.]+$")
_SHOWN = lazy(r"[^”\"」\n]{0,8}[”\"」]\s?类?(?:APP|App|app|软件|影视|案)")
_OPEN = tuple("（([【［〔")
_CLOSE = tuple("）)]】］〕")
_LATIN = lazy(r"[A-Za-z]")
_SINGLE = 3  # so many single letters that mask show that a draft masks so throughout
_AROUND = 200  # code points of a line on either side of a mask that are looked at


def find_masks(document: Document) -> list[Mask]:
    """All masks of a document, in order, without overlaps."""
    text = document.text
    found: list[Mask] = []
    lone: list[Mask] = []
    bold: list[tuple[int, int]] | None = None
    counts_n = False
    end = -1
    for match in _MARK.finditer(text):
        if match.start() < end or (match.group() in _DOUBLED and text[match.end() : match.end() + 1] != match.group()):
            continue
        if bold is None:
            bold = list(emphasis_marks(document, lambda at: bool(counted(text, at)[0] or STRONG_NAME.match(text, at))))
            counts_n = cached(r"[+＋]\s?[nN](?![A-Za-z])").search(text) is not None  # 1+9+N: the scheme's own letter
        start, end = _token(text, match)
        if match.group() in "nN" and (end - start > 1 or not _counted_n(text, end)):
            continue
        if match.group() in "nN" and counts_n and (text[end : end + 1] == "个" or of_scheme(text, start)):
            continue
        if end <= start or any(a <= start < b for a, b in bold):
            continue
        mask = phrase_mask(text, start, end)
        if mask is None and not _is_word(text, start, end):
            mask = _classified(text, start, end)
        if mask is not None and not _innocent(text, mask):
            _add(text, found, mask)
            end = max(end, mask.end)
        elif mask is None and _is_lone(text, start, end):
            lone.append(Mask(start, end, "name", text[start], "", sure=False))
    if lone and sum(mask.token[0] in "xX" and mask.token[1:2] not in ("x", "X") for mask in found) >= _SINGLE:
        found = sorted(found + lone)
    underlines = list(find_underlines(text))
    return joined(text, [*found, *underlines]) if underlines else found


def _is_lone(text: str, start: int, end: int) -> bool:
    """A single letter among Chinese: a masked name where a draft masks with single letters throughout."""
    around = text[start - 1 : start], text[end : end + 1]
    latin = any((char.isascii() and char.isalnum()) or char in "+＋第" for char in around if char)
    return (
        text[start:end] in ("x", "X") and not latin and any(map(han, around)) and around[1] not in tuple("光射型轴染")
    )


def _token(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The mark with the digits and marks around it, without a full stop that merely ends the sentence."""
    before = _BEFORE_MARK.search(text, max(0, match.start() - 12), match.start())
    rest = _REST.match(text, match.end())
    start = before.start() if before else match.start()
    end = rest.end() if rest else match.end()
    while start < match.start() and text[start] in ".．":
        start += 1
    while end > match.end() and text[end - 1] in ".．":
        end -= 1
    return start, end


def _counted_n(text: str, end: int) -> bool:
    return (
        text[end : end + 1] in ("余", "多", "万", "亿") or text[end : end + 1] in "个件次项场份人名家条期起户处宗篇%％"
    )


def _add(text: str, found: list[Mask], mask: Mask) -> None:
    """Keep a mask; the parts of one date (XXXX年XX月XX日) are one."""
    last = found[-1] if found else None
    between = text[last.end : mask.start] if last else "，"
    if last and last.family == mask.family == "date" and len(between) <= 1 and between not in tuple("，、；。"):
        found[-1] = last._replace(end=mask.end, token=last.token)
    else:
        found.append(mask)


def _is_word(text: str, start: int, end: int) -> bool:
    """XXL, IPv6, TXXXX, https://x: a letter of a Latin word is no mask."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    token = text[start:end]
    letters = _LATIN.search(token) is not None
    return letters and bool(
        (before and before.isascii() and (before.isalpha() or before in "/+-_=.@&\\"))
        or before in ("＋", "·")
        or (after and after.isascii() and (after.isalpha() or after in "/+=@_\\"))
        or after == "＋"
    )


def _classified(text: str, start: int, end: int) -> Mask | None:
    token = text[start:end]
    marks = sum(1 for char in token if not char.isdigit() and char not in ".．")
    digits = any(char.isdigit() for char in token)
    single = marks == 1
    unit, unit_end = counted(text, end)
    if not unit and text[start - 1 : start] in _OPEN and text[end : end + 1] in _CLOSE:
        unit, unit_end = counted(text, end + 1)  # 【xx】次
    date = DATE.match(text, end)
    if text[start - 1 : start] == "二" and token in ("○○", "◯◯"):
        return None  # 二○○八年: the circle is written for the Chinese nought
    if date is None and cached(r"X\d{3,5}").fullmatch(token) and text[start - 1 : start] not in _OPEN:
        return None  # 县道X208, 班列X8026次: the letter of county roads and of trains
    if digits and single and _product_sign(token, text[start - 1 : start], date is not None):
        return None
    if date is not None and (not single or digits or _dated(text, start, date.end())):
        return Mask(start, date.end(), "date", token, "")
    if unit:
        if single and not digits and token in "○◯△□?？#":
            return None
        return Mask(start, unit_end, "figure", token, unit)
    if single and text[start - 1 : start] == "第" and not han(text[end : end + 1]):
        return Mask(start, end, "figure", token, "")
    if text[start - 1 : start] == "\t" and text[end : end + 1] in ("\t", "\n", "") and not single:
        return Mask(start, end, "slot", token, "")  # a table cell that holds nothing else
    if set(token) <= set("□"):
        return Mask(start, end, "slot", token, "") if marks >= 2 else None
    if digits and len(token) > 10:
        return None  # an identity card or telephone number, whole (its last sign may be X) or partly hidden
    if digits and text[start - 1 : start] == " " and text[start - 2 : start - 1].isdigit():
        return None  # the end of a number written in groups: 19900307 123X
    if digits:
        return _with_digits(text, start, end, token)
    return _name(text, start, end, token, single)


def _product_sign(token: str, before: str, dated: bool) -> bool:
    """3×5, 7*24, 2x4: one mark between digits multiplies, unless the whole is a year (20x5年)."""
    inner = token.strip(".．")
    if token[0] in "×✕✖╳*＊" and (before.isalnum() and before.isascii()):
        return True  # 210mm×297mm
    if cached(r"[×✕✖*＊]\d+").fullmatch(token) and before and before in "日天月年人次件项家户元吨米亩个台%％":
        return True  # 3万元/日×12日
    return bool(cached(r"[\d.．]+[xX×*＊✕✖╳][\d.．]+").fullmatch(inner)) and not (dated and len(inner) == 4)


def _dated(text: str, start: int, end: int) -> bool:
    """X月X日, X年X月: a single letter before 年月日 counts only beside another part of a date."""
    return (
        bool(_AFTER_DATE.match(text[end : end + 3]))
        or bool(cached(r"[年月][ ]?\Z").search(text[max(0, start - 2) : start]))
        or bool(cached(r"[ ]?[xX×*\d]{1,2}[ ]?[月日]").match(text[end : end + 5]))
    )


def _with_digits(text: str, start: int, end: int, token: str) -> Mask | None:
    """20xx, 202x, x01x without 年 behind: a masked year inside 〔 〕 or a masked number."""
    if cached(r"(?:19|20)[xX×*]{2}|(?:19|20)\d[xX×*]|[xX×*]\d{1,2}[xX×*\d]{1,2}").fullmatch(token):
        return Mask(start, end, "date", token, "")
    return Mask(start, end, "figure", token, "") if token.strip("0123456789.．*×") or "**" in token else None


def _name(text: str, start: int, end: int, token: str, single: bool) -> Mask | None:
    before = text[start - 1 : start]
    if single:
        if token in "xXnN":
            return _single_letter(text, start, end, token)
        strong = STRONG_NAME.match(text, end)
        if strong:
            return Mask(start, strong.end(), "name", token, "")
        han_around = han(before) and han(text[end : end + 1])
        return Mask(start, end, "name", token, "", sure=False) if han_around and token in "*＊×" else None
    strong = STRONG_NAME.match(text, end)
    return Mask(start, strong.end() if strong else end, "name", token, "")


def _single_letter(text: str, start: int, end: int, token: str) -> Mask | None:
    """X市, 第X条: one letter is a mask only before a place or organ (X光, X型, “1+X” are not)."""
    strong = STRONG_NAME.match(text, end)
    if strong is None or token in "nN" or not (start == 0 or not text[start - 1].isdigit()):
        return None
    return Mask(start, strong.end(), "name", token, "")


def _innocent(text: str, mask: Mask) -> bool:
    """Look-alikes that only their surroundings tell: rule lines, close buttons, addresses in cases, product names."""
    before = text[max(0, mask.start - _AROUND) : mask.start].rpartition("\n")[2]
    rest = text[mask.start : mask.end + _AROUND].partition("\n")[0]
    line, cell = before + rest, before.rpartition("\t")[2] + rest.partition("\t")[0]
    if mask.token[0] in "*#?？●◇◆■※" and _RULE_LINE.match(line) and len(set(line.strip())) <= 2:
        return True
    if cell.strip() == mask.token and len(mask.token) == 1:
        return True
    if mask.token[0] in "*＊#" and not before.strip() and text[mask.end : mask.end + 1] == " ":
        return True  # a list bullet or a Markdown heading
    if mask.token in "*＊" and not before.strip() and text[mask.end : mask.end + 1] in "注说":
        return True
    if set(mask.token) <= set("?？") and (mask.family == "name" or not mask.unit):
        return True
    near = before[-12:]
    if any(m.start() <= len(near) < m.end() for m in _ADDRESS.finditer(near + text[mask.start : mask.start + 24])):
        return True
    on_purpose = hidden(text, mask.start, mask.start + len(mask.token), mask.family == "name")
    if on_purpose or mask.family != "name":
        return on_purpose
    shown = text[mask.start - 1 : mask.start] in ("“", '"', "「") and _SHOWN.match(text, mask.end)
    return bool(shown or _PRODUCT.search(before[-6:]))
