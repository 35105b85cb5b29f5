"""Names and their numbers, told one after the other: 一审、二审案件分别为5件、3件、2件; 培训3期，分别于3月、6月、9月、11月举办."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Span
from reportlint.lazyre import HAN, lazy
from reportlint.named import NamedTuple
from reportlint.numerals import han_number

_FIGURE = rf"\d[\d.,]*[万亿]?(?:[%％]|{HAN}{{1,3}}?)"
_NUMBERED = lazy(
    rf"(?:^|[，。；：:\n])(?P<names>(?:(?:{HAN}|\d){{1,10}}、)+(?:{HAN}|\d){{1,14}}?)分别(?:为|是|达到?)(?P<list>{_FIGURE}(?:(?:、|和|与|以?及){_FIGURE})+)(?=[，。；\n])"
)
_DATE = r"\d{1,2}月(?:\d{1,2}日)?"
_DATED = lazy(
    rf"(?<![第\d])(?P<at>(?P<n>[两三四五六七八九]|\d{{1,2}})[期次场批轮]){HAN}{{0,10}}[，,]?分别[于在](?P<list>{_DATE}(?:(?:、|和|与){_DATE})+)"
)
_NOT_ALL = ("等", "其中", "较", "比", "年均")


class Uneven(NamedTuple):
    """A place, and how many were told before and behind it."""

    span: Span
    before: int
    behind: int


def uneven(text: str, span: Span) -> Iterator[Uneven]:
    """Every list of numbers that is longer or shorter than what it numbers; 和 may join two names or stand in one."""
    if "分别" not in text:
        return
    for match in _NUMBERED.finditer(text, span.start, span.end):
        names, behind = match["names"], _joined(match["list"])
        least = names.count("、") + 1
        most = least + sum(names.count(word) for word in "和与及")
        if not least <= behind <= most and not any(word in names for word in _NOT_ALL):
            yield Uneven(Span(*match.span("list")), least, behind)
    for match in _DATED.finditer(text, span.start, span.end):
        said = int(match["n"]) if match["n"].isdigit() else 2 if match["n"] == "两" else han_number(match["n"]) or 0
        behind = _joined(match["list"])
        if behind > said > 0:
            yield Uneven(Span(*match.span("at")), said, behind)


def _joined(listed: str) -> int:
    return 1 + sum(listed.count(word) for word in ("、", "和", "与", "及"))
