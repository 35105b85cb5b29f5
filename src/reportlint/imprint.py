"""Lines that may stand below the sign-off and are no part of it: the imprint, and whom to ask."""

from __future__ import annotations

from reportlint.lazyre import lazy

_NOTE = lazy(
    r"[（(【〔\[].*[）)】〕\]]$|(?:注|备注|说明|联系|附|此件|公开属性|电子版|通[讯信]地址|地址)[^。]{0,12}[：:]"
)


def is_imprint(line: str) -> bool:
    """Whether a line belongs to the imprint below the sign-off: 抄送：…, …办公室  2026年1月20日印发 (GB/T 9704-2012, 7.4)."""
    plain = line.strip()
    return plain.startswith(("抄送：", "抄送:")) or (plain.endswith("日印发") and len(plain[-40:].split()) > 1)


def is_note(line: str) -> bool:
    """Whether a line tells whom to ask or what is attached: （联系人：…；地址：…）."""
    return _NOTE.match(line.strip()) is not None
