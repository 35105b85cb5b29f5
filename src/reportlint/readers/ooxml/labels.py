"""Numbers in Word's formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat), as Word draws them."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def formatted(value: int, fmt: str) -> str:
    """A value in a format; formats not known are written in Arabic digits."""
    function = _FORMATS.get(fmt)
    return function(value) if function is not None and 0 <= value < 10_000 else str(value)


def _tens(value: int) -> str:
    """1-99 are the same in every Chinese variant."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones else "")


def _counting(value: int) -> str:
    """chineseCounting: above 99 Word writes digit by digit, 一○一."""
    if value == 0:
        return "○"
    return _tens(value) if value < 100 else _digits(value, "○")


def _thousand(value: int) -> str:
    """chineseCountingThousand: 一百〇一."""
    if value == 0:
        return "〇"
    return _tens(value) if value < 100 else _scaled(value, _DIGITS, "〇", ("千", "百", "十", ""))


def _legal(value: int) -> str:
    return _LEGAL[value] if value < 10 else _scaled(value, _LEGAL, "零", ("仟", "佰", "拾", ""))


def _scaled(value: int, digits: str, zero: str, names: tuple[str, ...]) -> str:
    out, pending = "", False
    for scale, name in zip((1000, 100, 10, 1), names, strict=True):
        digit = value // scale % 10
        if digit:
            out += (zero if pending and out else "") + digits[digit] + name
        pending = not digit
    return out


def _digits(value: int, zero: str = "〇") -> str:
    return "".join(zero if char == "0" else _DIGITS[int(char)] for char in str(value))


def _roman(value: int) -> str:
    out = ""
    for number, letters in _ROMAN:
        out += letters * (value // number)
        value %= number
    return out


def _letters(value: int) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30) if value > 0 else ""


def _from(first: int, last: int) -> Callable[[int], str]:
    return lambda value: chr(first + value - 1) if 1 <= value <= last else str(value)


def _wide(value: int) -> str:
    return "".join(chr(0xFF10 + int(char)) for char in str(value))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _thousand,
    "koreanCounting": _thousand,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": lambda value: _digits(value, "○"),
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": lambda value: _STEMS[(value - 1) % 10] if value else "",
    "ideographZodiac": lambda value: _BRANCHES[(value - 1) % 12] if value else "",
    "decimalEnclosedCircle": _from(0x2460, 20),
    "decimalEnclosedCircleChinese": _from(0x2460, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
}
