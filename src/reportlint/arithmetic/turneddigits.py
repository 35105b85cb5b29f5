"""Two figures under the very same words whose digits are the same in another order: 调解纠纷6840件 and 调解纠纷6480件.

What is counted need not be known: the same words and the same digits do not meet by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.checktypes import Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.numerals import Figure

_LEAST = 100  # a smaller figure, or a rate, has too few digits that tell
_DIGITS = 3  # digits but for zeros at the end: 12 and 21, 1200 and 2100 are too often each other's reverse
_WORDS, _MOST = 4, 24  # Han characters of what is counted
_LEADING = lazy(
    r"^(?:全年|今年|本年度?|年内|一年来|其中|先后|累计|共[有计]?|现有?|目前|全[省市县区镇乡局]|我[市县区镇乡局委]|20\d\d年度?)+|(?:共计?|累计|合计|达到?|为|有|了)+$"
)
_OTHERS = lazy(r"上年|去年|同期|上一年|往年|较|相?比|季度|半年|\d月|计划|力争|目标|分别")


def turned_digits(draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
    """One problem at the later of two such places."""
    first: dict[tuple[str, str, str], Figure] = {}
    for figure in draft.figures:
        if figure.kind != "number" or (figure.value or 0) < _LEAST or not figure.unit:
            continue
        words = _counted(draft, figure)
        if not words:
            continue
        written = draft.text[figure.start : figure.end]
        digits = "".join(char for char in written if char.isdigit())
        if len(digits.rstrip("0")) < _DIGITS:
            continue
        known = first.setdefault((words, figure.unit, "".join(sorted(digits))), figure)
        if known.value == figure.value or not any(part.start <= figure.start < part.end for part in scope):
            continue
        place = draft.document.position(draft.document.in_source(known.start))
        message = (
            f"“{words}”这里写{written}，第{place.line}行写{draft.text[known.start : known.end]}，"
            "数字相同而次序颠倒，请核对哪一处写错"
        )
        yield Problem(Span(figure.start, figure.end), message, "suspected")


def _counted(draft: Draft, figure: Figure) -> str:
    """The words of the clause before the figure, if nothing there or around it makes it another year's or a plan's."""
    clause = draft.clause(figure.start)
    if figure.start - clause.start > 2 * _MOST:
        return ""
    before = cached(r"[^\u4e00-\u9fff]").sub("", draft.text[clause.start : figure.start])
    words = _LEADING.sub("", before)
    around = draft.text[max(draft.sentence(figure.start).start, clause.start - _MOST) : figure.end + 10]
    return words if _WORDS <= len(words) <= _MOST and not _OTHERS.search(around) else ""
