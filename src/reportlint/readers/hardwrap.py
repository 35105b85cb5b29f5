"""Hard-wrapped text: lines that all end at one width, as text copied from a PDF has them.

Such a line end is no paragraph's end: 办结51 at the end of a line and 2件 on the next are one number. Widths count half
characters: two for Han and full-width punctuation, one for ASCII.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint.document import Block
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple

_NARROWEST, _WIDEST = 36, 160  # half characters: 18 to 80 Han a line
_FEWEST = 8  # full lines
_FEW_CUT = 4  # full lines that are enough where one begins with a mark that begins no paragraph
_NEVER_FIRST = "，、。；：）》”？！％%"
_SLACK = 4  # half characters by which a full line may fall short: no line begins with a comma
_TOKEN = lazy(r"[（“《〔]*(?:[A-Za-z0-9.,%/\-]+[，。；、：）”》％！？]*|.[，。；、：）”》％！？]*)")
_MARKED = lazy(r"#{1,6} |[|>]|[-*+] |```")  # what Markdown begins a block with
_INDENTS = ("  ", "\u3000", "\t")  # one space may stand between thousands: 办结1 and  286件
_STOPS = "。！？"
_ENDS = "。！？：；"  # a list's items too
_LABEL = lazy(
    r"(?:(?:第?[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖])(?:、|[．.]|部分)|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}(?:、|[．.](?!\d)))"
)


def unwrapped(text: str) -> tuple[tuple[Block, ...], tuple[int, ...]] | None:
    """The paragraphs of a hard-wrapped text, and the offsets of the line breaks and indents within them.

    ``None`` for any other text: one with a long line, or whose lines end where they will.
    """
    lines = text.split("\n")
    if not _NARROWEST // 2 <= max(map(len, lines)) <= _WIDEST or len(lines) < _FEWEST:
        return None
    found = [layout for layout in (_layout(lines, _width), _layout(lines, _characters)) if layout]
    return _joined(lines, max(found, key=lambda layout: layout.full)) if found else None


class _Layout(NamedTuple):
    """How wide each line is, the width they end at, and how many lines reach it."""

    measure: Callable[[str], int]
    widths: Sequence[int]
    widest: int
    full: int


def _width(line: str) -> int:
    return len(line) + sum(1 for char in line if char > "\u2000")


def _characters(line: str) -> int:
    """Some programs break lines after so many characters, whatever their width."""
    return 2 * len(line)


def _layout(lines: Sequence[str], measure: Callable[[str], int]) -> _Layout | None:
    widths = [measure(line.rstrip()) for line in lines]
    told = sorted(width for line, width in zip(lines, widths, strict=True) if "\t" not in line and "|" not in line)
    widest = told[-1 - len(told) // 50] if told else 0  # a title may stick out
    inside = [width for line, width in zip(lines, widths, strict=True) if width > widest - _SLACK and _goes_on(line)]
    cut = sum(1 for line in lines if line[:1] in _NEVER_FIRST and line)
    enough = len(inside) >= (_FEW_CUT if cut else max(_FEWEST, sum(map(bool, widths)) // 3))
    if not enough or not _NARROWEST <= widest <= _WIDEST:
        return None
    return _Layout(measure, widths, widest, sum(1 for width in widths if width >= widest - 1))


def _goes_on(line: str) -> bool:
    return line.rstrip()[-1:] not in _ENDS and "\t" not in line and "|" not in line


def _joined(lines: Sequence[str], layout: _Layout) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    indents = sum(1 for line in lines if line.startswith(_INDENTS) and line.strip())
    indented = 0 < indents < sum(map(bool, layout.widths)) * 4 // 5
    blocks: list[Block] = []
    gone: list[int] = []
    at = start = 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        end = at + len(line)
        if _continued(line, below, layout, indented=indented):
            gone.extend(range(at + len(line.rstrip()), end + 1 + len(below) - len(below.lstrip())))
        else:
            blocks.append(Block(start, end))
            start = end + 1
        at = end + 1
    return tuple(blocks), tuple(gone)


def _continued(line: str, below: str, layout: _Layout, *, indented: bool) -> bool:
    """Whether the line is full, so that the next one goes on with it."""
    if not line.strip() or not below.strip() or _MARKED.match(below) or line.startswith("#"):
        return False
    if indented and below.startswith(_INDENTS):
        return False
    token = _TOKEN.match(below.lstrip())
    room = layout.widest - layout.measure(line.rstrip()) - _SLACK // 2
    if token is None or layout.measure(token.group()) <= room:
        return False
    last = line.rstrip().rstrip("”’」")[-1:] or "”"
    if last in _STOPS and below.rstrip()[-1].isalpha() and layout.measure(below.strip()) < layout.widest // 2:
        return False  # a title or a name: a paragraph's last line ends with a stop
    if _LABEL.match(below.lstrip()):  # 抽查12 and 8、; 《刑法修正案 and （九）》
        digits = last in "0123456789." and below.lstrip()[0].isdigit()
        return digits or last in "、，,（(" or line.count("《") > line.count("》") or (indented and last not in _ENDS)
    return indented or last not in _STOPS
