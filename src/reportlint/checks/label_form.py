"""``label-form``: labels typed twice (三、三、; 三、（一）) and labels without a title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.numerals import han_number
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record

_HAN = "一二三四五六七八九十"
_SECOND = lazy(
    rf"(?:(?P<han>[{_HAN}]{{1,3}})、|[（(](?P<hanparen>[{_HAN}]{{1,3}})[）)]"
    r"|(?P<arabic>\d{1,2})(?:、|[.．](?!\d))|[（(](?P<arabicparen>\d{1,2})[）)])"
)
_STARTS = frozenset(f"（({_HAN}0123456789")


@record
class LabelFormCheck:
    """Headings on lines of their own; what Word numbers and somebody numbered by hand again is seen, too."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the outline is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a label."""
        for index, heading in enumerate(draft.outline.own_line):
            if heading.title and draft.text[heading.span.start] not in _STARTS:
                continue
            if heading.kind == "none" or not any(span.start <= heading.start < span.end for span in scope):
                continue
            label = draft.text[heading.label.start : heading.label.end].strip()
            second = _second(draft, heading)
            if second:
                place = Span(heading.label.start, heading.span.start + len(second))
                yield Problem(place, f"“{label}”后面又有一个序号“{second}”，请只留一个，或补上标题")
            elif not heading.title and _alone(draft, heading) and _titled(draft, index):
                place = Span(heading.label.start, heading.label.start + len(label))
                yield Problem(place, f"“{label}”只有序号，没有标题和内容，请补写或删去")


def _second(draft: Draft, heading: Heading) -> str:
    """Another label directly behind the heading's own: of the same kind, of the same number, or a chapter's."""
    match = _SECOND.match(draft.text, heading.span.start)
    if match is None or not match.lastgroup:
        return ""
    kind, shown = match.lastgroup, match[match.lastgroup]
    number = int(shown) if shown.isdigit() else han_number(shown)
    own = heading.kind.replace("-", "")
    block = draft.document.blocks[heading.block]
    same = kind == own != "arabic"  # 1.1.: decimal numbering
    if kind.startswith("arabic") and number == 1 and not same:
        return ""  # （一）1.甲；2.乙: a list within the item
    if not (same or number == heading.number != 0 or (own, kind) == ("han", "hanparen")):
        return ""
    if own == kind == "arabic" or (kind == "hanparen" and draft.text.find("（二）", match.end(), block.end) > 0):
        return ""  # （一）…（二）… run on in one paragraph
    return match.group()


def _alone(draft: Draft, heading: Heading) -> bool:
    return not draft.text[heading.label.end : draft.document.blocks[heading.block].end].strip()


def _titled(draft: Draft, index: int) -> bool:
    """Whether other labels of its kind have titles: a list that a page broke after each label is no defect here."""
    headings = draft.outline.own_line
    alike = [other for at, other in enumerate(headings) if other.kind == headings[index].kind and at != index]
    return bool(alike) and all(other.title for other in alike)
