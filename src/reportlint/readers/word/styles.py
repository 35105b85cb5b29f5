"""Styles: what a paragraph or run inherits. Names decide, never ids: WPS and Word give the same id to other styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple


from reportlint.readers.word.names import OFF, PPR, RPR, VAL, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.readers.word.package import Parts

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])")
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d")
_HEADING_FONT = re.compile(r"黑体|SimHei|小标宋|楷体|KaiTi|_Hei|STHeiti", re.IGNORECASE)
NUMBER = tuple[str | None, int | None]


class Style(NamedTuple):
    """What the reader needs of a style, inherited values included.

    ``level`` counts from 1, 0 for none; ``numbering`` is (numId, ilvl); ``chain`` the ids from this style to the one
    it is at last based on.
    """

    level: int = 0
    contents: bool = False
    numbering: NUMBER = (None, None)
    hidden: bool = False
    strong: bool = False
    chain: tuple[str, ...] = ()


@dataclass(frozen=True)
class Styles:
    """All styles by id; paragraphs without one have the default style."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = Style()
    any_hidden: bool = False

    def get(self, style_id: str | None) -> Style:
        """The style with an id; the default one for none and for an id that no style has."""
        return self.by_id.get(style_id, self.default) if style_id else self.default


class _Raw(NamedTuple):
    """A style as it is written: None where it states nothing."""

    name: str
    based_on: str
    level: int | None
    numbering: NUMBER
    hidden: bool | None
    strong: bool | None


def read_styles(parts: Parts, part: str) -> Styles:
    """The styles of a document. Files of one template share them, so the last few are kept by the part's bytes."""
    stored = parts.fingerprint(part) if part else b""
    if not stored:
        return Styles()
    known = _known(stored)
    if not known:
        root = parts.root(part)
        known.append(_parsed(root) if root is not None else Styles())
    return known[0]


@lru_cache(maxsize=16)
def _known(stored: bytes) -> list[Styles]:
    """A place for the styles that these bytes mean: a part is inflated and parsed only when it is not known yet."""
    return []


def _parsed(root: _Element) -> Styles:
    raw: dict[str, _Raw] = {}
    default = ""
    for node in root.iterchildren(w("style")):
        style_id = node.get(w("styleId")) or ""
        raw[style_id] = _raw(node)
        if node.get(w("type")) == "paragraph" and (node.get(w("default")) or "0") not in OFF:
            default = style_id
    by_id = {style_id: _resolved(style_id, raw) for style_id in raw}
    return Styles(by_id, by_id.get(default, Style()), any(style.hidden for style in by_id.values()))


def _raw(node: _Element) -> _Raw:
    name, based_on = _value(node, "name").lower().strip(), _value(node, "basedOn")
    ppr, rpr = node.find(PPR), node.find(RPR)
    level = None
    numbering: NUMBER = (None, None)
    if ppr is not None:
        outline = _value(ppr, "outlineLvl")
        level = int(outline) + 1 if outline.isdecimal() else None
        numbering = numbering_of(ppr.find(w("numPr")))
    heading = _HEADING.fullmatch(name)
    if level is None and heading:
        level = int(heading[1])
    strong = True if heading_font(rpr) else switch(rpr, "b")
    return _Raw(name, based_on, level, numbering, switch(rpr, "vanish"), strong)


def _resolved(style_id: str, raw: dict[str, _Raw]) -> Style:
    chain: list[str] = []
    while style_id in raw and style_id not in chain and len(chain) < 50:  # styles based on each other end here
        chain.append(style_id)
        style_id = raw[style_id].based_on
    styles = [raw[name] for name in chain]
    level = next((style.level for style in styles if style.level is not None), 0)
    return Style(
        level if level <= 9 else 0,
        any(_CONTENTS.fullmatch(style.name) for style in styles),
        (
            next((style.numbering[0] for style in styles if style.numbering[0] is not None), None),
            next((style.numbering[1] for style in styles if style.numbering[1] is not None), None),
        ),
        next((style.hidden for style in styles if style.hidden is not None), False),
        next((style.strong for style in styles if style.strong is not None), False),
        tuple(chain),
    )


def _value(node: _Element, name: str) -> str:
    child = node.find(w(name))
    return (child.get(VAL) or "") if child is not None else ""


def numbering_of(numpr: _Element | None) -> NUMBER:
    """numId and ilvl as a w:numPr states them."""
    if numpr is None:
        return None, None
    num_id, ilvl = _value(numpr, "numId"), _value(numpr, "ilvl")
    return num_id or None, int(ilvl) if ilvl.isdecimal() else None


def switch(rpr: _Element | None, name: str) -> bool | None:
    """An on/off property: None if it is not stated."""
    node = rpr.find(w(name)) if rpr is not None else None
    return None if node is None else (node.get(VAL) or "1") not in OFF


def heading_font(rpr: _Element | None) -> bool:
    """Whether run properties name a font that GB/T 9704 keeps for headings (黑体, 楷体, 小标宋)."""
    fonts = rpr.find(w("rFonts")) if rpr is not None else None
    return fonts is not None and bool(_HEADING_FONT.search(fonts.get(w("eastAsia")) or ""))


