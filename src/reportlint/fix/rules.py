"""The rules of what is put right by itself, each a function from a masked text to the replacements it wants.

Only what has one right answer is here; a mark that might be meant is left for a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Change = tuple[int, int, str]
"""Start, end, and what should stand there."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_OPEN, _CLOSE = "《〈“‘（【〔「", "》〉”’）】〕」％%"
_FULL = {".": "。", ",": "，", ";": "；", "?": "？", "!": "！", ":": "：", "(": "（", ")": "）"}

# joiners and variation selectors are left alone: they change how an emoji or a rare character looks
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+")
_MARK = re.compile(f"(?:(?<=[{_HAN}{_CLOSE}])[,;:?!]|[,;!](?=[{_HAN}{_OPEN}]))(?![?!])")
_STOP = re.compile(rf"(?<=[{_HAN}”）》])\.(?=[ \u3000]*$)", re.M)
_ASKED = re.compile("[吗呢么]|如何|怎样|为何|哪|是否|何以|谁|几")
_LEADING = re.compile(r"[ \t\u3000]*[(（]?(?:[A-Za-z\d]{1,3}|[一二三四五六七八九十]{1,3})[)）]?\Z")
_PAIR = re.compile(r"(?P<open>[(（])(?P<inner>[^()（）\n]*)(?P<close>[)）])")
_LABEL = re.compile(r"[ \t\u3000]*[(（](?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]", re.M)
_LABEL_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z]")
_TWICE = re.compile(r"(?<![，。；：、？！])([，；：、。])\1(?![，。；：、？！])")
_GAP = re.compile(f"(?<=[{_HAN}])[ \u00a0\u2009\u202f](?=\\d)|(?<=\\d)[ \u00a0\u2009\u202f](?=[{_HAN}])")
# columns made with spaces, and fields one after another (来源：… 浏览量：61 编辑：…)
_COLUMNS = re.compile(
    rf"\S(?:[ \u00a0\u3000]{{2,}}|\t|\u3000)\S|\d[ \u00a0]\d|\||[{_HAN}][ \u00a0][{_HAN}]"
    rf"|[-/:：.]\d+[ \u00a0][{_HAN}]|\d[ \u00a0][{_HAN}]{{1,8}}[：:]"
)
# 第二部分 2023年……: the space behind the number of a part is how such headings are written
_NUMBERED = re.compile(
    r"[ \t\u3000]*(?:第[一二三四五六七八九十百\d]{1,4}(?:部分|[章节篇编条款])|附[件录表注]?|[表图注])\Z"
)
_PROSE = re.compile("[，。；：、（]")
_DATED = re.compile(r"\d[ \u00a0]?[年月日]|第[ \u00a0]?\d")
_CHINESE_LABEL = re.compile(r"^(?P<space>[ \t\u3000]*)[一二三四五六七八九十]{1,3}(?P<mark>[、.．,，])", re.M)
_ARABIC_LABEL = re.compile(r"^(?P<space>[ \t\u3000]*)\d{1,2}(?P<mark>[、.．])(?!\d)", re.M)
_UPPER_LABEL = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第.{1,3}[章节部])", re.M
)
_BRACKET_LABEL = re.compile(r"^[ \t\u3000]*（[一二三四五六七八九十]{1,3}）(?P<mark>[、.．])(?=\S)", re.M)


def invisible(text: str) -> Iterator[Change]:
    """Zero-width and direction characters, soft hyphens: nobody sees them, and they break every search."""
    for match in _INVISIBLE.finditer(text):
        yield match.start(), match.end(), ""


def half_width(text: str) -> Iterator[Change]:
    """Half-width marks beside Chinese (GB/T 15834); a space behind one goes with it."""
    for match in _MARK.finditer(text):
        start = match.start()
        mark, before = text[start], text[max(0, start - 30) : start].rpartition("\n")[2]
        if mark == "?" and not _ASKED.search(before):
            continue  # a blank to fill, or a character that was lost
        if _LEADING.match(before) and start - len(before) == text.rfind("\n", 0, start) + 1:
            continue  # 1,加强 numbers an item
        end = start + 1
        if text[end : end + 1] == " " and re.match(f"[{_HAN}{_OPEN}\\d]", text[end + 1 : end + 2]):
            end += 1
        yield start, end, _FULL[mark]
    for match in _STOP.finditer(text):  # only at the end of a sentence: 1.5, 一. and 列夫.托尔斯泰 have other dots
        start = match.start()
        if _PROSE.search(text, text.rfind("\n", 0, start) + 1, start):
            yield start, start + 1, _FULL["."]


def brackets(text: str) -> Iterator[Change]:
    """Pairs of half-width or mixed brackets round or behind Chinese; labels only where most are full-width already."""
    labels = [match.group().strip() for match in _LABEL.finditer(text) if _starts_line(text, match.start())]
    full = sum(1 for label in labels if label[0] == "（" and label[-1] == "）")
    for match in _PAIR.finditer(text):
        if match["open"] == "（" and match["close"] == "）":
            continue
        before, inner = text[match.start() - 1 : match.start()], match["inner"]
        if _LABEL_NUMBER.fullmatch(inner.strip()) and not re.match(f"[{_HAN}{_CLOSE}]", before):
            wanted = full * 2 > len(labels)
            wanted = wanted or match["open"] != "(" or match["close"] != ")"
        else:
            wanted = bool(re.search(f"[{_HAN}]", inner)) or bool(inner and re.match(f"[{_HAN}{_CLOSE}]", before))
        if wanted:
            for at in (match.start(), match.end() - 1):
                if text[at] in _FULL:
                    yield at, at + 1, _FULL[text[at]]


def _starts_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def doubled(text: str) -> Iterator[Change]:
    """The same mark exactly twice; three and more are an ellipsis, or something cut."""
    for match in _TWICE.finditer(text):
        yield match.start() + 1, match.end(), ""


def spaces(text: str) -> Iterator[Change]:
    """One space between Han and digits, in prose only: between columns and in blanks to fill it is layout."""
    at, end = 0, -1
    prose = False
    for match in _GAP.finditer(text):
        if match.start() > end:
            at, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start())
            end = len(text) if end < 0 else end
            line = text[at:end]
            prose = not _COLUMNS.search(line) and bool(_PROSE.search(line) or _DATED.search(line))
        if prose and not _NUMBERED.match(text[at : match.start()]):
            yield match.start(), match.end(), ""


def numbering(text: str) -> Iterator[Change]:
    """The mark behind a number, where the numbers beside it are nearly all written the other way."""
    for match in _BRACKET_LABEL.finditer(text):
        yield match.start("mark"), match.end("mark"), ""
    chinese = list(_CHINESE_LABEL.finditer(text))
    right = sum(1 for match in chinese if match["mark"] == "、")
    for match in chinese:
        if match["mark"] != "、" and right * 2 > len(chinese):
            yield match.start("mark"), match.end("mark"), "、"
    upper = [match.start() for match in _UPPER_LABEL.finditer(text)]
    group: list[re.Match[str]] = []
    for match in _ARABIC_LABEL.finditer(text):
        if group and any(group[-1].start() < at < match.start() for at in upper):
            yield from _like_most(group)
            group = []
        group.append(match)
    yield from _like_most(group)


def _like_most(siblings: list[re.Match[str]]) -> Iterator[Change]:
    """1、 among 1. siblings; never the other way: the dot is what GB/T 9704 asks for."""
    dotted = [match["mark"] for match in siblings if match["mark"] != "、"]
    if len(dotted) * 2 > len(siblings):
        for match in siblings:
            if match["mark"] == "、":
                yield match.start("mark"), match.end("mark"), max(sorted(set(dotted)), key=dotted.count)


RULES: dict[str, Callable[[str], Iterator[Change]]] = {
    "invisible": invisible,
    "punctuation": half_width,
    "brackets": brackets,
    "doubled": doubled,
    "spaces": spaces,
    "numbering": numbering,
}
"""In the order in which they are applied."""
