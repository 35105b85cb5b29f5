"""Automatic numbers: which label Word would draw before a paragraph.

The counters belong to the abstract list (two lists made from one go on counting together); an override restarts once, at
the first use of its list and level; deeper levels start again after a higher one unless lvlRestart says otherwise
(ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.readers.ooxml.labels import formatted
from reportlint.readers.ooxml.names import VAL, w
from reportlint.readers.ooxml.styles import Style, Styles, numbering_of, switch

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_CLOSED = "、）).．。】：:"  # a label that ends so needs no space where Word draws a tab
_MARK = re.compile("%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list: format, text with %1…%9, start, what follows the label, and when it restarts."""

    fmt: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True)
class NumList:
    """A w:num: its abstract list, the levels it uses, and the starts it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass
class Numbering:
    """The lists of a document and how far each has counted; one per document, changed as paragraphs go by."""

    lists: dict[str, NumList] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def label(self, ppr: _Element | None, style_id: str | None, styles: Styles) -> str:
        """The label of the next paragraph with its suffix, counting it; empty for none."""
        if not self.lists:
            return ""
        found = self._list_of(ppr, style_id, styles)
        numlist = self.lists.get(found[0]) if found else None
        level = numlist.levels.get(found[1]) if found and numlist else None
        if found is None or numlist is None or level is None:
            return ""
        values = self._count(found[0], numlist, found[1])
        label = _text(numlist, level, values)
        if label and level.suffix != "nothing" and (level.suffix == "space" or label[-1] not in _CLOSED):
            return label + " "
        return label

    def _list_of(self, ppr: _Element | None, style_id: str | None, styles: Styles) -> tuple[str, int] | None:
        direct = numbering_of(ppr) if ppr is not None else None
        if direct and direct[0] == "0":
            return None
        num_id, ilvl = direct or ("", None)
        chain = list(styles.chain(style_id))
        if not num_id:
            stated = next((style.num for _, style in chain if style.num and style.num[0]), None)
            if stated is None or stated[0] == "0":
                return None
            num_id = stated[0]
        if ilvl is None:
            ilvl = self._level_of(num_id, chain)
        return num_id, min(ilvl, _LEVELS - 1)

    def _level_of(self, num_id: str, chain: list[tuple[str, Style]]) -> int:
        """The level whose w:pStyle names a style of the chain, else the nearest style's own ilvl, else 0."""
        numlist = self.lists.get(num_id)
        for style_id, _ in chain:
            for index, level in (numlist.levels if numlist else {}).items():
                if level.style == style_id:
                    return index
        return next((style.num[1] for _, style in chain if style.num and style.num[1] is not None), 0)

    def _count(self, num_id: str, numlist: NumList, ilvl: int) -> list[int | None]:
        values = self.counters.setdefault(numlist.abstract, [None] * _LEVELS)
        start = numlist.starts.get(ilvl, numlist.levels[ilvl].start)
        if ilvl in numlist.starts and (num_id, ilvl) not in self.restarted:
            self.restarted.add((num_id, ilvl))
            values[ilvl] = start
        else:
            value = values[ilvl]
            values[ilvl] = start if value is None else value + 1
        for deeper in range(ilvl + 1, _LEVELS):
            restart = numlist.levels[deeper].restart if deeper in numlist.levels else None
            if restart != 0 and (restart is None or ilvl < restart):
                values[deeper] = None
        return values


def _text(numlist: NumList, level: Level, values: list[int | None]) -> str:
    if level.fmt == "bullet":
        plain = level.text.isprintable() and not any("\ue000" <= char <= "\uf8ff" for char in level.text)
        return level.text if plain else ""
    if level.fmt == "none":
        return ""

    def shown(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        own = numlist.levels.get(index, Level())
        value = values[index]
        fmt = "decimal" if level.legal and own.fmt != "decimalZero" else own.fmt
        return formatted(own.start if value is None else value, fmt)

    return _MARK.sub(shown, level.text)


def read_numbering(root: _Element | None, styles: Styles) -> Numbering:
    """The lists of a numbering part; an empty one if there is none."""
    if root is None:
        return Numbering()
    abstracts: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for node in root.iterchildren(w("abstractNum")):
        key = node.get(w("abstractNumId")) or ""
        abstracts[key] = dict(_levels(node))
        link = node.find(w("numStyleLink"))
        if link is not None:
            links[key] = link.get(VAL) or ""
    lists: dict[str, NumList] = {}
    for node in root.iterchildren(w("num")):
        key = _linked(_abstract(node), links, styles, root)
        levels, starts = dict(abstracts.get(key, {})), {}
        for override in node.iterchildren(w("lvlOverride")):
            index = _int(override.get(w("ilvl")), 0)
            start = override.find(w("startOverride"))
            if start is not None:
                starts[index] = _int(start.get(VAL), 1)
            levels.update(_levels(override))
        lists[node.get(w("numId")) or ""] = NumList(key, levels, starts)
    return Numbering(lists)


def _abstract(node: _Element) -> str:
    abstract = node.find(w("abstractNumId"))
    return (abstract.get(VAL) or "") if abstract is not None else ""


def _linked(key: str, links: dict[str, str], styles: Styles, root: _Element) -> str:
    """A list that only points at a list style: follow style, its numId, and that list's abstract."""
    style = styles.by_id.get(links.get(key, ""))
    if style is None or style.num is None:
        return key
    wanted = style.num[0]
    return next((_abstract(node) for node in root.iterchildren(w("num")) if node.get(w("numId")) == wanted), key)


def _levels(node: _Element) -> list[tuple[int, Level]]:
    found = []
    for level in node.iterchildren(w("lvl")):
        parts = {child.tag: child.get(VAL) for child in level}
        restart = _int(parts.get(w("lvlRestart")), -1) if w("lvlRestart") in parts else None
        made = Level(
            parts.get(w("numFmt")) or "decimal", parts.get(w("lvlText")) or "", _int(parts.get(w("start")), 1),
            parts.get(w("suff")) or "tab", restart, bool(switch(level, "isLgl")), parts.get(w("pStyle")) or "",
        )  # fmt: skip
        found.append((_int(level.get(w("ilvl")), 0), made))
    return found


def _int(text: str | None, otherwise: int) -> int:
    try:
        return int(text) if text is not None else otherwise
    except ValueError:
        return otherwise
