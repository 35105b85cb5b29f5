"""Words that a drawing has by itself: charts and SmartArt keep them in parts of their own, old WordArt in an attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice

from reportlint.errors import ReadError
from reportlint.named import NamedTuple
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.package import Parts, Relationship
from reportlint.record import record

_MOST = 500  # lines of one drawing; a chart over a whole register has its names checked where the register is


class Figure(NamedTuple):
    """What a drawing says, line by line, and the story that it is; ``missing`` is the notice if it cannot be read."""

    story: str
    lines: tuple[str, ...] = ()
    missing: str = ""


@record
class Figures:
    """Reads the drawings met in one part; its relationships are read when the first of them needs them.

    A part is read for the first drawing that shows it: a thousand references to one would be a thousand times its text.
    """

    parts: Parts
    part: str
    seen: set[str]

    @cached_property
    def _relations(self) -> Mapping[str, Relationship]:
        return self.parts.relationships(self.part)

    def read(self, element: Element) -> Figure:
        """The words of a drawing: the reference to a chart or a diagram, a text body, a WordArt path."""
        if element.tag == n.TEXTPATH:
            return Figure("艺术字", ((element.get("string") or "").strip(),))
        if element.tag == n.TEXTBODY:
            return Figure("文本框", tuple(islice(_paragraphs(element), _MOST)))
        if element.tag == n.DIAGRAM:
            return self._related(element.get(n.REL_DATA) or "", "图示", "diagram", _diagram)
        return self._related(element.get(n.REL_ID) or "", "图表", "chart", _chart)

    def _related(self, key: str, story: str, kind: str, words: Callable[[Element], Iterator[str]]) -> Figure:
        if key in self.seen:
            return Figure(story)
        self.seen.add(key)
        root = self._target(key)
        return Figure(story, missing=kind) if root is None else Figure(story, _limited(words(root)))

    def _target(self, key: str) -> Element | None:
        """The root of the part that is referred to; a damaged one must not cost the report its check."""
        try:
            relation = self._relations.get(key)
            return None if relation is None else self.parts.root(relation.target)
        except ReadError:
            return None


def _limited(lines: Iterator[str]) -> tuple[str, ...]:
    """Each line once: a chart repeats its categories with every series."""
    return tuple(dict.fromkeys(islice(lines, _MOST)))


def _diagram(root: Element) -> Iterator[str]:
    """The texts of the points that are drawn; the others are links and layout."""
    for point in root.iter(n.POINT):
        if (point.get("type") or "node") in ("node", "asst"):
            yield from _paragraphs(point)


def _chart(root: Element) -> Iterator[str]:
    """Titles and labels, the names of series and categories in one line each; figures are left to where they come from."""
    for item in root.iter(n.A_P, n.STRCACHE, n.STRDIM):
        if item.tag == n.A_P:
            yield from _line(item)
        else:
            names = (_plain("".join(str(text) for text in point.itertext())) for point in item.iter(n.C_PT, n.CX_PT))
            joined = "\t".join(name for name in names if name)
            if joined:
                yield joined


def _paragraphs(element: Element) -> Iterator[str]:
    for paragraph in element.iter(n.A_P):
        yield from _line(paragraph)


def _line(paragraph: Element) -> Iterator[str]:
    # a field there holds only its own name ([类别名称], [百分比]); what is drawn is the chart's data
    pieces = (item for item in paragraph.iter(n.A_T) if (above := item.getparent()) is None or above.tag != n.A_FIELD)
    text = _plain("".join(item.text or "" for item in pieces))
    if text:
        yield text


def _plain(text: str) -> str:
    return " ".join(text.split())
