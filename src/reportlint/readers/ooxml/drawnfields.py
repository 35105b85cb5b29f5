"""Fields that Word draws from their instruction alone, and keeps nowhere as text.

QUOTE: text as it stands in the instruction. EQ: Word's Chinese menus write 带圈字符 as ``EQ \\o\\ac(○,21)``, older 拼音指南 as ``EQ \\* jc2 \\o\\ad(\\s\\up 9(shū),枢)``, 分数 as
``EQ \\f(1,3)``. MACROBUTTON and GOTOBUTTON: old templates ask ``[单击此处键入姓名]`` so. SYMBOL: a sign by its number and font.
"""

from __future__ import annotations

import re

from reportlint.lazyre import lazy
from reportlint.readers.ooxml.symbols import symbol

_EQUATION = lazy(r"(?i)\s*eq\b")
_BUTTON = lazy(r"(?is)\s*(?:macrobutton|gotobutton)\s+\S+\s+(.*\S)")
_SYMBOL = lazy(r'(?is)\s*symbol\s+(\d{1,5}|0x[0-9a-f]{1,4})\b(?:.*\\f\s*"?([^"\\]+))?')
_QUOTE = lazy(r'(?is)\s*quote\s+(?:"([^"]*)"|((?:[^\\"\s][^\\"]*)))')
_FORMAT = lazy(r'\\\*\s*(?:"[^"]*"|[^\s\\(]+)')
_SWITCH = lazy(r"\\([A-Za-z])((?:\\[A-Za-z]+|\\[^\w(]|[\d\s])*)\(|\\(.)")
_FRAMES = frozenset("○◯□△◇〇")
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))  # ① to ㊿
_RAISED, _LOWERED = "\x01", "\x02"
_LONGEST = 1_000
_LAST = 0xFFFF  # the last character a SYMBOL field can name
_DEEPEST = 8  # Word nests no deeper than a person can read


def drawn_text(instruction: str) -> tuple[str, bool]:
    """The text that a field without a result shows, on one line, and whether it is a button's; mostly empty."""
    if len(instruction) > _LONGEST:
        return "", False
    button = _BUTTON.match(instruction)
    if button:
        return " ".join(button[1].split()), True
    quoted = _QUOTE.match(instruction)
    if quoted:
        return (quoted[1] or quoted[2] or "").strip(), False
    sign = _SYMBOL.match(instruction)
    if sign:
        return symbol((sign[2] or "").strip(), f"{min(int(sign[1], 0), _LAST):x}"), False
    return _equation(instruction) if _EQUATION.match(instruction) else "", False


def _equation(instruction: str) -> str:
    parts, _ = _read(_FORMAT.sub("", _EQUATION.sub("", instruction, count=1)).strip(), 0, 0)
    return "".join(parts).replace(_RAISED, "").replace(_LOWERED, "")


def _read(source: str, at: int, depth: int) -> tuple[list[str], int]:
    """The arguments from a place to the bracket that closes them, and where that is; commas divide them."""
    found = [""]
    while at < len(source) and source[at] != ")":
        switch = _SWITCH.match(source, at)
        if switch and switch[1]:
            if depth < _DEEPEST:
                inner, at = _read(source, switch.end(), depth + 1)
                found[-1] += _shown(switch[1].lower(), switch[2].lower(), inner)
            else:
                at = switch.end() - 1
        elif switch:
            found[-1] += switch[3] if switch[3] in ",，;；()\\" else ""
            at = switch.end() - 1
        elif source[at] in ",，;；" and depth:
            found.append("")
        else:
            found[-1] += source[at]
        at += 1
    return found, at


def _shown(switch: str, options: str, parts: list[str]) -> str:
    parts = [part.strip() for part in parts]
    if switch == "s":
        return (_RAISED if "\\up" in options else _LOWERED if "\\do" in options else "") + "".join(parts)
    if switch == "f" and len(parts) == 2:
        return "/".join(parts)
    if switch == "o" and len(parts) == 2:
        first, second = parts
        if first.startswith(_RAISED) and not second.startswith(_LOWERED):
            return second  # small letters above a word say how it is read aloud
        if first in _FRAMES or second in _FRAMES:
            inside = second if first in _FRAMES else first
            number = int(inside) if re.fullmatch(r"[1-9]\d?", inside) else 0
            return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else inside
    return "".join(parts)
