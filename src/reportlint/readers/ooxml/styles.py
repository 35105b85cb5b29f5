"""Styles: what a paragraph or run inherits. Names decide, never ids: WPS and Word give the same id to other styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlint.readers.ooxml.names import PPR, RPR, VAL, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.readers.ooxml.package import Package

_HEADING = re.compile(r"^(?:heading|标题)\s*([1-9])$")
_CONTENTS = re.compile(r"^(?:toc|目录)\s*\d$")
_KEPT = 32
Num = tuple[str, int | None]


@dataclass(frozen=True)
class Style:
    """One style: what the reader needs of it. ``level`` counts from 1, 0 for none; ``num`` is (numId, ilvl) or None."""

    name: str = ""
    based_on: str = ""
    level: int = 0
    num: Num | None = None
    hidden: bool | None = None
    bold: bool | None = None


@dataclass(frozen=True)
class Styles:
    """All styles by id, and the id of the default paragraph style."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        """The style and those it is based on, nearest first; a circle ends it."""
        seen: set[str] = set()
        current = style_id if style_id in self.by_id else self.default
        while current and current not in seen and current in self.by_id:
            seen.add(current)
            style = self.by_id[current]
            yield current, style
            current = style.based_on

    def level(self, style_id: str | None) -> int:
        """The outline level a paragraph inherits, by outlineLvl or by a heading's name."""
        for _, style in self.chain(style_id):
            if style.level:
                return style.level if style.level <= 9 else 0
        return 0

    def contents(self, style_id: str | None) -> bool:
        """Whether it is a line of a table of contents."""
        return any(_CONTENTS.match(style.name) for _, style in self.chain(style_id))

    def hidden(self, style_id: str | None) -> bool:
        """Whether the style hides its text."""
        return next((style.hidden for _, style in self.chain(style_id) if style.hidden is not None), False)

    def bold(self, style_id: str | None) -> bool:
        """Whether the style makes its text bold."""
        return next((style.bold for _, style in self.chain(style_id) if style.bold is not None), False)


class _Part:
    """A part to be read only when its checksum is not known yet; equal to any other, so that it is no cache key."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.part = part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Part)

    def __hash__(self) -> int:
        return 0


def read_styles(package: Package, part: str) -> Styles:
    """The styles of a package; files of one template share them, so they are kept by the part's checksum."""
    return _parsed(package.checksum(part), _Part(package, part)) if package.has(part) else Styles()


@lru_cache(maxsize=_KEPT)
def _parsed(checksum: tuple[int, int], part: _Part) -> Styles:
    by_id: dict[str, Style] = {}
    default = ""
    for node in part.package.parse(part.package.read(part.part)).iterchildren(w("style")):
        style_id = node.get(w("styleId")) or ""
        by_id[style_id] = _style(node)
        if node.get(w("type")) == "paragraph" and node.get(w("default")) in ("1", "true", "on"):
            default = style_id
    return Styles(by_id, default)


def _style(node: _Element) -> Style:
    name_node, based = node.find(w("name")), node.find(w("basedOn"))
    name = ((name_node.get(VAL) if name_node is not None else "") or "").lower().strip()
    ppr, rpr = node.find(PPR), node.find(RPR)
    heading = _HEADING.match(name)
    level = int(heading[1]) if heading else 0
    if ppr is not None:
        outline = ppr.find(w("outlineLvl"))
        if outline is not None and (outline.get(VAL) or "").isdigit():
            level = int(outline.get(VAL) or "9") + 1
    num = numbering_of(ppr) if ppr is not None else None
    basis = (based.get(VAL) or "") if based is not None else ""
    return Style(name, basis, level, num, switch(rpr, "vanish"), switch(rpr, "b"))


def numbering_of(ppr: _Element) -> Num | None:
    """numId and ilvl of paragraph properties; None where they state no numbering, ilvl None where that is left out."""
    numpr = ppr.find(w("numPr"))
    if numpr is None:
        return None
    num_id, ilvl = numpr.find(w("numId")), numpr.find(w("ilvl"))
    level = (ilvl.get(VAL) or "") if ilvl is not None else ""
    if num_id is None:
        return ("", int(level)) if level.isdigit() else None
    return num_id.get(VAL) or "", int(level) if level.isdigit() else None


def switch(parent: _Element | None, name: str) -> bool | None:
    """An on/off property: None if it is not stated."""
    node = parent.find(w(name)) if parent is not None else None
    if node is None:
        return None
    return (node.get(VAL) or "1") not in ("0", "false", "off")
