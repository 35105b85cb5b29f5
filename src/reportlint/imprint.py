"""Lines of form around a report that are no part of it: the head above its title, the imprint below, whom to ask."""

from __future__ import annotations

from reportlint.lazyre import lazy

_NOTE = lazy(
    r"[（(【〔\[].*[）)】〕\]]$|(?:注|备注|说明|联系|附|此件|公开属性|电子版|通[讯信]地址|地址)[^。]{0,12}[：:]"
)
_HEAD = lazy(r"\s*(?:签\s?发\s?人|发文字号|密\s?级|份\s?号|紧急程度)\s?[：:]")
# （2024年5月28日在区第六届人大常委会第九次会议上）
_DELIVERY = lazy(
    r"(?m)^[ \t\u3000]*[（(—–-]{1,2}\s?20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[，,]?在[^，。\n]{4,50}上[）)]?\s*$"
)


def is_head(line: str) -> bool:
    """Whether a line belongs to the head above the title: 签发人：… (GB/T 9704-2012, 7.2)."""
    return _HEAD.match(line) is not None


def without_delivery(text: str) -> str:
    """The text without the lines that say on which day it was told to which meeting: their year is not the report's."""
    return _DELIVERY.sub("", text)


def is_imprint(line: str) -> bool:
    """Whether a line belongs to the imprint below the sign-off: 抄送：…, …办公室  2026年1月20日印发 (GB/T 9704-2012, 7.4)."""
    plain = line.strip()
    return plain.startswith(("抄送：", "抄送:")) or (plain.endswith("日印发") and len(plain[-40:].split()) > 1)


def is_note(line: str) -> bool:
    """Whether a line tells whom to ask or what is attached: （联系人：…；地址：…）."""
    return _NOTE.match(line.strip()) is not None
