"""Words that a drawing has by itself: charts and SmartArt keep them in parts of their own, old WordArt in an attribute."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reportlint.errors import ReadError
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.package import Parts

_MOST = 500  # lines of one drawing; a chart over a whole register has its names checked where the register is


class Figure(NamedTuple):
    """What a drawing says, line by line, and the story that it is; ``missing`` is the notice if it cannot be read."""

    story: str
    lines: tuple[str, ...] = ()
    missing: str = ""


def figure(parts: Parts, part: str, element: Element) -> Figure:
    """The words of a drawing met in a part: the reference to a chart or a diagram, a text body, a WordArt path."""
    if element.tag == n.TEXTPATH:
        return Figure("艺术字", ((element.get("string") or "").strip(),))
    if element.tag == n.TEXTBODY:
        return Figure("文本框", tuple(islice(_paragraphs(element), _MOST)))
    if element.tag == n.DIAGRAM:
        root = _target(parts, part, element.get(n.REL_DATA))
        return Figure("图示", missing="diagram") if root is None else Figure("图示", _limited(_diagram(root)))
    root = _target(parts, part, element.get(n.REL_ID))
    return Figure("图表", missing="chart") if root is None else Figure("图表", _limited(_chart(root)))


def _target(parts: Parts, part: str, key: str | None) -> Element | None:
    """The root of the part that is referred to; a damaged one must not cost the report its check."""
    relation = parts.relationships(part).get(key or "")
    if relation is None:
        return None
    try:
        return parts.root(relation.target)
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
    text = _plain("".join(item.text or "" for item in paragraph.iter(n.A_T)))
    if text:
        yield text


def _plain(text: str) -> str:
    return " ".join(text.split())
