"""Labels that few reports use: 壹、 above 一、, and 1 and 1.1 on lines of their own."""

from __future__ import annotations

from typing import Literal

from reportlint.lazyre import HAN, cached, lazy

_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_DECIMAL = lazy(
    rf"(?P<numbers>\d{{1,2}}(?:[.．]\d{{1,2}}){{0,2}})[ \t\u3000]+(?P<title>{HAN}[^。；;：:，,\d]{{1,28}})[ \t]*(?:\n|\Z)"
)
_FIRST_DECIMAL = lazy(rf"(?m)^[ \t\u3000]*1[.．]1[ \t\u3000]+{HAN}[^。；：，\d\n]{{1,28}}$")


def rare_beginnings(text: str) -> str:
    """The characters that such labels begin with in this text, which counts so from its first on; empty in most texts."""
    formal = _FORMAL if "壹、" in text and "贰、" in text else ""
    return formal + ("0123456789" if _FIRST_DECIMAL.search(text) else "")


def rare_label(
    text: str, start: int, end: int
) -> tuple[Literal["chapter", "han", "han-paren", "arabic"], int, int] | None:
    """The label's kind, its number and where it ends."""
    if text[start] in _FORMAL:
        return ("chapter", _FORMAL.index(text[start]) + 1, start + 2) if text.startswith("、", start + 1) else None
    match = _DECIMAL.match(text, start, end)
    if match is None:
        return None
    numbers = [int(part) for part in cached(r"[.．]").split(match["numbers"])]
    return ("han", "han-paren", "arabic")[len(numbers) - 1], numbers[-1], match.start("title")
