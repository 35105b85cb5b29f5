"""Number formats: from a value to what Word shows. Measured against Word's own output where programs disagree."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN = 32_767  # Word's largest list value; beyond it the label would grow without bound
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def show(value: int, number_format: str, pattern: str = "") -> str:
    """A value in a format; what is unknown, and what a format cannot show, is decimal, as in Word."""
    if number_format in ("none", "bullet"):
        return ""
    if number_format == "custom" and "," in pattern:  # "001, 002, 003, ..."
        return str(value).zfill(len(pattern.partition(",")[0].strip()))
    maker = _FORMATS.get(number_format)
    return (maker(value) if maker and value >= 0 else None) or str(value)


def _placed(value: int, digits: str, units: tuple[str, str, str], zero: str, ten: str) -> str | None:
    """Digits with 千 百 十 between them, up to 9,999; ``ten`` is how 10 to 19 begin."""
    if value == 0:
        return zero
    if value > 9999:
        return None
    text, gap = "", False
    for size, unit in ((1000, units[0]), (100, units[1]), (10, units[2]), (1, "")):
        digit = value // size % 10
        if digit:
            text += (zero if gap and text else "") + digits[digit] + unit
        gap = not digit and (gap or bool(text)) if not digit else False
    return ten + text[2:] if 10 <= value < 20 else text


def _thousand(value: int) -> str | None:
    return _placed(value, _DIGITS, ("千", "百", "十"), "〇", "十")


def _taiwan_thousand(value: int) -> str | None:
    return _placed(value, _DIGITS, ("千", "百", "十"), "零", "十")


def _legal(value: int) -> str | None:
    return _placed(value, _LEGAL, ("仟", "佰", "拾"), "零", "壹拾")


def _legal_traditional(value: int) -> str | None:
    return _placed(value, _LEGAL_TRADITIONAL, ("仟", "佰", "拾"), "零", "壹拾")


def _counting(value: int) -> str | None:
    """Like 十一 up to 99, digit by digit above: Word shows 101 as 一○一."""
    return _thousand(value) if value < 100 else _digital(value).replace("〇", "○")


def _japanese(value: int) -> str | None:
    if value > 9999:
        return None
    text = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            text += ("" if digit == 1 and unit else _DIGITS[digit]) + unit
    return text or "〇"


def _digital(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _from(first: str, count: int) -> Callable[[int], str | None]:
    start = ord(first)
    return lambda value: chr(start + value - 1) if 1 <= value <= count else None


def _cycle(signs: str) -> Callable[[int], str | None]:
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else None


def _sexagenary(value: int) -> str | None:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value else None


def _roman(value: int) -> str | None:
    if not 0 < value <= _MOST_ROMAN:
        return None
    text = ""
    for size, sign in _ROMAN:
        text += sign * (value // size)
        value %= size
    return text


def _letter(value: int) -> str | None:
    """A..Z, then AA, BB..: Word repeats the letter."""
    if not 0 < value <= 780:
        return None
    return chr(65 + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _lower(maker: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda value: (maker(value) or "").lower() or None


_circled = _from("①", 20)

_FORMATS: dict[str, Callable[[int], str | None]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": _lower(_roman),
    "upperLetter": _letter,
    "lowerLetter": _lower(_letter),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _taiwan_thousand,
    "japaneseCounting": _japanese,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": lambda value: _digital(value).replace("〇", "○"),
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "numberInDash": lambda value: f"- {value} -",
}
