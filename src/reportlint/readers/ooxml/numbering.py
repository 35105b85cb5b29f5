"""Automatic numbers: which list and level a paragraph stands in, and the label that Word shows there.

Counters belong to the abstract list: two lists of one abstract list continue each other.
"""

from __future__ import annotations

import re

from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.readers.ooxml.labels import show
from reportlint.readers.ooxml.names import (
    ASCII,
    FONTS,
    ILVL,
    NUMID,
    NUMPR,
    RPR,
    VANISH,
    Element,
    child,
    chosen,
    number,
    off,
    toggle,
    value,
    w,
)  # fmt: skip
from reportlint.readers.ooxml.styles import Look, Styles

_REFERENCE = lazy(r"%([1-9])")
_LEVELS = 9
_LONGEST = 64  # Word's own labels hold 31 characters; a longer one would be written before every paragraph of its list


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str = ""


class Num(NamedTuple):
    """A list in use: its abstract list, levels replaced for it, and starts that take effect once."""

    abstract: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists(NamedTuple):
    """The numbering part: lists, the levels of abstract lists, and which of these only point at a list style."""

    nums: dict[int, Num]
    abstracts: dict[int, dict[int, Level]]
    links: dict[int, str]


def read_lists(root: Element) -> Lists:
    """The lists of a numbering part."""
    lists = Lists({}, {}, {})
    for item in root.iterfind(w("abstractNum")):
        key = number(item.get(w("abstractNumId")))
        if key is None:
            continue
        lists.abstracts[key] = _levels(item)
        link = value(item, w("numStyleLink"))
        if link:
            lists.links[key] = link
    for item in root.iterfind(w("num")):
        key, abstract = number(item.get(NUMID)), number(value(item, w("abstractNumId")))
        if key is None or abstract is None:
            continue
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in item.iterfind(w("lvlOverride")):
            ilvl = number(override.get(ILVL)) or 0
            levels |= _levels(override)
            start = number(value(override, w("startOverride")))
            if start is not None:
                starts[ilvl] = start
        lists.nums[key] = Num(abstract, levels, starts)
    return lists


def _levels(parent: Element) -> dict[int, Level]:
    found = {number(item.get(ILVL)) or 0: item for item in parent.iterfind(w("lvl"))}
    return {ilvl: _level(item) for ilvl, item in found.items() if 0 <= ilvl < _LEVELS}


def _level(item: Element) -> Level:
    numfmt = item.find(w("numFmt"))
    if numfmt is None:  # a custom format hides in a choice that older programs do not know
        alternate = next(
            item.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"), None
        )
        choice = None if alternate is None else chosen(alternate)
        numfmt = None if choice is None else choice.find(w("numFmt"))
    legal = item.find(w("isLgl"))
    start = number(value(item, w("start")))
    fonts = child(child(item, RPR), FONTS)
    font = "" if fonts is None else fonts.get(ASCII) or ""
    number_format = "decimal" if numfmt is None else numfmt.get(w("val")) or "decimal"
    text = "" if toggle(child(item, RPR), VANISH) else (value(item, w("lvlText")) or "")[:_LONGEST]
    return Level(
        start=0 if start is None else start,
        number_format=number_format,
        pattern="" if numfmt is None else (numfmt.get(w("format")) or "")[:_LONGEST],
        text=_bullet(text, font) if number_format == "bullet" else text,
        suffix=value(item, w("suff")) or "tab",
        legal=legal is not None and not off(legal.get(w("val"))),
        restart=number(value(item, w("lvlRestart"))),
        style=value(item, w("pStyle")) or "",
    )


def _bullet(text: str, font: str) -> str:
    """A bullet that can be written; those of symbol fonts are other characters than they seem, or private ones."""
    if (
        "dings" in font
        or font == "Symbol"
        or not text.isprintable()
        or any("\ue000" <= sign <= "\uf8ff" for sign in text)
    ):
        return ""
    return text


class Counters:
    """The numbers of one document while it is walked; every numbered paragraph asks once, in order."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: dict[int, dict[int, int]] = {}
        self._levels: dict[int, tuple[int, dict[int, Level]]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, ppr: Element | None, look: Look) -> tuple[str, str]:
        """The label of the next paragraph and its suffix kind; an empty label if it has none. Counts it."""
        numpr = child(ppr, NUMPR)
        num_id = number(value(numpr, NUMID)) if numpr is not None else None
        if num_id is None:
            num_id = look.num_id
        num = self._lists.nums.get(num_id) if num_id else None  # numId 0 switches numbering off
        if num is None or num_id is None:
            return "", ""
        if num_id not in self._levels:
            abstract = self._abstract(num)
            self._levels[num_id] = (abstract, {**self._lists.abstracts.get(abstract, {}), **num.levels})
        abstract, levels = self._levels[num_id]
        ilvl = _ilvl(numpr, look, levels)
        level = levels.get(ilvl)
        if level is None:
            return "", ""
        self._count(num_id, num, abstract, ilvl, levels)
        return self._text(abstract, level, levels), level.suffix

    def _abstract(self, num: Num) -> int:
        """The abstract list that really has the levels: one may only name a list style, whose list has them."""
        abstract = num.abstract
        for _ in range(3):
            link = self._lists.links.get(abstract)
            target = self._lists.nums.get(self._styles.look(link).num_id or 0) if link in self._styles.by_id else None
            if target is None:
                break
            abstract = target.abstract
        return abstract

    def _count(self, num_id: int, num: Num, abstract: int, ilvl: int, levels: dict[int, Level]) -> None:
        counts = self._counts.setdefault(abstract, {})
        for upper in range(ilvl):  # a skipped level counts as begun (Microsoft's article Q110380): after 1.1 comes 2
            counts.setdefault(upper, levels.get(upper, Level()).start)
        if ilvl in num.starts and (num_id, ilvl) not in self._started:
            self._started.add((num_id, ilvl))
            counts[ilvl] = num.starts[ilvl]
        else:
            counts[ilvl] = counts[ilvl] + 1 if ilvl in counts else levels[ilvl].start
        for deeper in [key for key in counts if key > ilvl]:
            restart = levels[deeper].restart if deeper in levels else None
            # lvlRestart 0 means never, k "only after level k (from 1) or one above it"
            if restart is None or ilvl < restart:
                del counts[deeper]

    def _text(self, abstract: int, level: Level, levels: dict[int, Level]) -> str:
        if level.number_format == "bullet":
            return level.text
        counts = self._counts[abstract]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, Level())
            number_format = other.number_format
            if level.legal and number_format != "decimalZero":  # "legal" numbering shows Arabic digits throughout
                number_format = "decimal"
            return show(counts.get(at, other.start), number_format, other.pattern)

        return _REFERENCE.sub(shown, level.text)


def _ilvl(numpr: Element | None, look: Look, levels: dict[int, Level]) -> int:
    direct = number(value(numpr, ILVL)) if numpr is not None else None
    if direct is None and look.chain:  # the level that is linked to the nearest style, else the level the styles state
        linked = {level.style: key for key, level in levels.items()}
        direct = next((linked[style] for style in look.chain if style in linked), look.ilvl)
    return min(max(direct or 0, 0), _LEVELS - 1)
