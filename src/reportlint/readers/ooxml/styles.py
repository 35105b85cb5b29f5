"""Styles: what a paragraph or run inherits. Names decide, never ids: WPS and Word give the same id to other styles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.readers.ooxml.names import (
    BOLD,
    DSTRIKE,
    EASTASIA,
    FONTS,
    ILVL,
    NUMID,
    NUMPR,
    OUTLINE,
    PPR,
    RPR,
    SIZE,
    STRIKE,
    VANISH,
    Element,
    child,
    number,
    off,
    toggle,
    value,
    w,
)  # fmt: skip

if TYPE_CHECKING:
    from reportlint.readers.ooxml.package import Parts

_HEADING = lazy(r"(?:heading|标题)\s*([1-9])")
_CONTENTS = lazy(r"(?:toc|目录)\s*[1-9]")
_HEADING_FONTS = ("黑体", "simhei", "小标宋", "楷体", "kaiti", "heiti")
_DEEPEST = 12  # Word itself lets styles be based on one another about this deep


class Look(NamedTuple):
    """What the reader needs of a style, inherited values included.

    ``level`` counts from 1, 0 for none; ``chain`` holds the ids from this style to the one it is at last based on.
    ``strike`` and ``vanish`` are toggle properties (ISO/IEC 29500-1, 17.7.3): within a chain the nearest counts, but a
    character style, a paragraph style and a table style switch one another; ``double`` (struck twice) is none.
    """

    level: int = 0
    contents: bool = False
    num_id: int | None = None
    ilvl: int | None = None
    vanish: bool = False
    emphasis: bool = False
    size: int | None = None
    chain: tuple[str, ...] = ()
    strike: bool = False
    double: bool = False

    @property
    def struck(self) -> bool:
        """Whether its text is struck through, once or twice."""
        return self.strike or self.double

    def within(self, table: Look) -> Look:
        """The look of a paragraph style in a table of a style."""
        return self._replace(
            vanish=self.vanish != table.vanish,
            strike=self.strike != table.strike,
            double=self.double or table.double,
        )


PLAIN = Look()
_NONE: Mapping[str, Look] = {}


class Styles(NamedTuple):
    """All styles by id; ``default`` is that of paragraphs which name none, or one that does not exist.

    ``toggling``: whether any of them hides or strikes its text.
    """

    by_id: Mapping[str, Look] = _NONE
    default: Look = PLAIN
    toggling: bool = False

    def look(self, style_id: str | None) -> Look:
        """The look of a paragraph style."""
        return self.by_id.get(style_id, self.default) if style_id else self.default

    def run_look(self, style_id: str | None) -> Look:
        """The look of a character or table style; none is plain."""
        return self.by_id.get(style_id, PLAIN) if style_id else PLAIN


def read_styles(parts: Parts, part: str) -> Styles:
    """The styles of a document. Files of one template share them, so the last few are kept by the part's stored bytes."""
    stored = parts.stored(part) if part else b""
    if not stored:
        return Styles()
    known = _known(stored)
    if not known:
        root = parts.root(part)
        known.append(parse_styles(root) if root is not None else Styles())
    return known[0]


@lru_cache(maxsize=16)
def _known(stored: bytes) -> list[Styles]:
    """Where the styles that these bytes mean are kept: a part is inflated and parsed only when it is not yet known."""
    return []


class _Stated(NamedTuple):
    """A style as it is written: None where it states nothing."""

    based_on: str
    contents: bool
    level: int | None
    num_id: int | None
    ilvl: int | None
    vanish: bool | None
    emphasis: bool | None
    size: int | None
    strike: bool | None
    double: bool | None


def parse_styles(root: Element) -> Styles:
    """The styles of a styles part."""
    stated: dict[str, _Stated] = {}
    default = ""
    for item in root.iterfind(w("style")):
        style_id = item.get(w("styleId")) or ""
        stated[style_id] = _stated(item)
        if item.get(w("type")) == "paragraph" and item.get(w("default")) and not off(item.get(w("default"))):
            default = style_id
    by_id = _resolved(stated)
    return Styles(by_id, by_id.get(default, PLAIN), any(look.vanish or look.struck for look in by_id.values()))


def _stated(item: Element) -> _Stated:
    name = (value(item, w("name")) or "").lower().strip()
    ppr, rpr = child(item, PPR), child(item, RPR)
    outline, heading = number(value(ppr, OUTLINE)), _HEADING.fullmatch(name)
    numpr = child(ppr, NUMPR)
    fonts = child(rpr, FONTS)
    font = "" if fonts is None else (fonts.get(EASTASIA) or "").lower()
    return _Stated(
        value(item, w("basedOn")) or "",
        _CONTENTS.fullmatch(name) is not None,
        outline + 1 if outline is not None else int(heading[1]) if heading else None,
        number(value(numpr, NUMID)),
        number(value(numpr, ILVL)),
        toggle(rpr, VANISH),
        True if heading_font(font) else toggle(rpr, BOLD),
        number(value(rpr, SIZE)),
        toggle(rpr, STRIKE),
        toggle(rpr, DSTRIKE),
    )


def _resolved(stated: dict[str, _Stated]) -> dict[str, Look]:
    """Every style with what it inherits; one that is at last based on itself inherits nothing."""
    looks: dict[str, Look] = {"": PLAIN}
    for first in stated:
        waiting: list[str] = []
        style_id = first
        while style_id in stated and style_id not in looks:
            looks[style_id] = PLAIN
            waiting.append(style_id)
            style_id = stated[style_id].based_on
        for style_id in reversed(waiting):
            style = stated[style_id]
            looks[style_id] = _inherited(style_id, style, looks.get(style.based_on, PLAIN))
    return {style_id: look for style_id, look in looks.items() if style_id in stated}


def _inherited(style_id: str, style: _Stated, base: Look) -> Look:
    level = base.level if style.level is None else style.level
    return Look(
        level if level <= 9 else 0,  # outlineLvl 9 is "body text"
        style.contents or base.contents,
        base.num_id if style.num_id is None else style.num_id,
        base.ilvl if style.ilvl is None else style.ilvl,
        base.vanish if style.vanish is None else style.vanish,
        base.emphasis if style.emphasis is None else style.emphasis,
        base.size if style.size is None else style.size,
        (style_id, *base.chain[: _DEEPEST - 1]),
        base.strike if style.strike is None else style.strike,
        base.double if style.double is None else style.double,
    )


def heading_font(font: str) -> bool:
    """Whether a font (lower case) is one that GB/T 9704 keeps for titles and headings: 黑体, 楷体, 小标宋."""
    return bool(font) and any(name in font for name in _HEADING_FONTS)
