"""Numbers that Word draws for fields which keep none: AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM (ECMA-376, 17.16.5).

The first three number the paragraphs in which they stand, by their heading level; LISTNUM numbers places within
paragraphs, in one of three built-in lists.
"""

from __future__ import annotations

from reportlint.lazyre import lazy
from reportlint.readers.ooxml.labels import show

_FIELD = lazy(r"(?is)\s*(autonum|autonumlgl|autonumout|listnum)(?:\s(.*))?")
_LIST = lazy(r'(?is)\s*(?:"([^"]*)"|([^\s\\"]+))')
_NUMBER = lazy(r'(?i)\\([ls])\s*"?(\d{1,4})')
_SEPARATOR = lazy(r'(?i)\\s\s*"?([^\s"\\])')
_FORMAT = lazy(r'\\\*\s*"?(\w+)')
_NO_PERIOD = lazy(r"(?i)\\e\b")
_LEVELS = 9
_OUTLINE = (
    ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."), ("lowerLetter", "{})"), ("decimal", "({})"),
    ("lowerLetter", "({})"), ("lowerRoman", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
)  # fmt: skip
_NUMBERS = (
    ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"), ("decimal", "({})"), ("lowerLetter", "({})"),
    ("lowerRoman", "({})"), ("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}."),
)  # fmt: skip
_SWITCHES = {
    "chinesenum1": "ideographDigital", "chinesenum2": "chineseLegalSimplified", "chinesenum3": "chineseCountingThousand",
    "circlenum": "decimalEnclosedCircle", "gb1": "decimalEnclosedFullstop", "gb2": "decimalEnclosedParen",
    "gb3": "decimalEnclosedCircle", "gb4": "ideographEnclosedCircle", "ROMAN": "upperRoman", "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter", "alphabetic": "lowerLetter",
}  # fmt: skip


class FieldNumbers:
    """The numbers of one story while it is walked."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}

    def text(self, instruction: str, level: int) -> str:
        """What a field shows in a paragraph of a heading level (0 for body text); empty for any other field."""
        match = _FIELD.fullmatch(instruction)
        if match is None:
            return ""
        kind, switches = match[1].lower(), match[2] or ""
        if kind == "listnum":
            return self._in_list(switches)
        level = min(max(level, 1), _LEVELS)
        counts = self._counted(kind, level)
        if kind == "autonumout":
            return _formatted(_OUTLINE, counts, level)
        sign = _SEPARATOR.search(switches)
        separator = sign[1] if sign else "."
        if kind == "autonum":
            form = _FORMAT.search(switches)
            name = form[1] if form else ""
            return show(counts[level], _SWITCHES.get(name, _SWITCHES.get(name.lower(), "decimal"))) + separator
        return _legal(counts, level, separator) + ("" if _NO_PERIOD.search(switches) else separator)

    def _in_list(self, switches: str) -> str:
        named = _LIST.match(switches)
        name = ((named[1] or named[2] or "") if named else "").lower() or "numberdefault"
        stated = {switch.lower(): int(number) for switch, number in _NUMBER.findall(switches)}
        level = min(max(stated.get("l", 1), 1), _LEVELS)
        counts = self._counted(name, level, stated.get("s"))
        if name == "legaldefault":
            return _legal(counts, level, ".") + "."
        return _formatted(_OUTLINE if name == "outlinedefault" else _NUMBERS, counts, level)

    def _counted(self, name: str, level: int, start: int | None = None) -> dict[int, int]:
        counts = self._counts.setdefault(name, {})
        counts[level] = counts.get(level, 0) + 1 if start is None else start
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return counts


def _formatted(forms: tuple[tuple[str, str], ...], counts: dict[int, int], level: int) -> str:
    number_format, pattern = forms[level - 1]
    return pattern.format(show(counts[level], number_format))


def _legal(counts: dict[int, int], level: int, separator: str) -> str:
    return separator.join(str(counts.get(upper, 1)) for upper in range(1, level + 1))
