"""The stories of a document, one after another: the body, its notes in the order of their references, headers, footers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportlint.errors import ReadError
from reportlint.limits import Limits
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.blocks import Story
from reportlint.readers.ooxml.figures import Figures
from reportlint.readers.ooxml.inline import Inline
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.numbering import Counters, Lists, read_lists
from reportlint.readers.ooxml.package import DOCTYPE, Parts, Relationship
from reportlint.readers.ooxml.scan import Scan, scan
from reportlint.readers.ooxml.sink import Sink
from reportlint.readers.ooxml.styles import Styles, read_styles

_NOTES = {n.FOOTNOTEREF: ("footnotes", n.w("footnote"), "脚注"), n.ENDNOTEREF: ("endnotes", n.w("endnote"), "尾注")}
_MARGINS = ((n.w("headerReference"), "页眉"), (n.w("footerReference"), "页脚"))
_EVENS = "偶数页的页眉、页脚"
_PAGES = {"first": "首页", "even": "偶数页"}


@dataclass
class Reading:
    """One document being read: what all its stories share, and what they noticed."""

    parts: Parts
    limits: Limits
    sink: Sink
    styles: Styles = field(default_factory=Styles)
    relations: Mapping[str, Relationship] = field(default_factory=dict)
    counters: Counters = field(default_factory=lambda: Counters(Lists({}, {}, {}), Styles()))
    changed: bool = False
    revision: int | None = None
    anchors: dict[str, int] = field(default_factory=dict)
    unchecked: list[tuple[int, str]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    hidden: list[tuple[int, str]] = field(default_factory=list)
    lost_margins: bool = False
    damaged: list[tuple[int, str]] = field(default_factory=list)

    def target(self, kind: str) -> str:
        """The part of a kind that the document part names; empty if none."""
        return next((target for found, target in self.relations.values() if found == kind), "")


def part_of(reading: Reading, part: str, name: str, at: int) -> Element | None:
    """The root of a part that is not the body: damaged, it must not cost the body its check, nor pass for checked."""
    try:
        return reading.parts.root(part)
    except ReadError as error:
        if error.reason == DOCTYPE:  # that is no damage
            raise
        reading.damaged.append((at, f"{name}没能检查，其余文字已检查；{error.reason}"))
        return None


def read_stories(reading: Reading) -> None:
    """Everything into the reading's sink."""
    main = reading.parts.main_part()
    root = reading.parts.root(main)
    reading.relations = reading.parts.relationships(main)
    reading.styles = read_styles(reading.parts, reading.target("styles"))
    numbering = reading.target("numbering")
    lists = reading.parts.root(numbering) if numbering else None
    reading.counters = Counters(read_lists(lists) if lists is not None else Lists({}, {}, {}), reading.styles)
    if root is None:
        return
    body = n.child(root, n.BODY)
    if body is None:
        return
    seen = scan(body, reading.styles.toggling, reading.parts.symbolic(main))
    story = _walk(reading, body, main, "", "", seen)
    for tag, (kind, item, name) in _NOTES.items():
        _notes(reading, kind, item, name, [(key, place, at) for found, key, place, at in story.notes if found == tag])
    for part, name in _margins(reading, seen):
        damaged = len(reading.damaged)
        margin = part_of(reading, part, name, 0)
        if margin is not None:
            _walk(reading, margin, part, name, "")
        elif len(reading.damaged) == damaged:
            reading.lost_margins = True
    if reading.lost_margins:
        reading.unchecked.append((0, "margin"))


def _walk(reading: Reading, container: Element, part: str, name: str, place: str, seen: Scan | None = None) -> Story:
    symbolic = reading.parts.symbolic(part)
    seen = scan(container, reading.styles.toggling, symbolic) if seen is None else seen
    inline = Inline(reading.sink, reading.styles, seen.unclosed, symbolic)
    reading.sink.part = part
    # every stretch has to be led back to its element when segments are kept, so nothing is read the quick way
    special = None if reading.sink.keep_segments else seen.special
    start = reading.sink.at
    story = Story(
        reading.sink, inline, reading.styles, reading.counters, reading.limits, name, place, special,
        figures=Figures(reading.parts, part, set()),
    )  # fmt: skip
    story.walk(container)
    if not name:  # what stands in a margin is an emblem
        reading.pictures += inline.pictures
    reading.unchecked += inline.unchecked
    reading.hidden += inline.hidden
    reading.anchors |= inline.anchors
    if reading.revision is None and seen.changed:
        reading.revision = start if inline.revision is None else inline.revision
    return story


def _notes(reading: Reading, kind: str, tag: str, name: str, references: list[tuple[str, str, int]]) -> None:
    """Notes in the order in which the body refers to them, as Word numbers them; one that is not referred to is not shown."""
    part = reading.target(kind)
    damaged = len(reading.damaged)
    root = part_of(reading, part, name, references[0][2]) if part and references else None
    if len(reading.damaged) > damaged:
        return
    found = {} if root is None else {item.get(n.ID): item for item in root.iterfind(tag)}
    lost = next((at for key, _, at in references if key not in found), None)
    if lost is not None:
        reading.unchecked.append((lost, kind))
    if root is None:
        return
    seen = scan(root, reading.styles.toggling, reading.parts.symbolic(part))
    for number, (key, place) in enumerate({key: place for key, place, _ in references}.items(), 1):
        if key in found:
            _walk(reading, found[key], part, f"{name}{number}", place, seen)


def _margins(reading: Reading, seen: Scan) -> Iterator[tuple[str, str]]:
    """Headers and footers that are shown, with their names; sections that share one show it once."""
    evens: bool | None = None
    given: set[str] = set()
    for index, section in enumerate(seen.sections, 1):
        for tag, name in _MARGINS:
            for reference in section.iterfind(tag):
                kind = reference.get(n.TYPE) or "default"
                relation = reading.relations.get(reference.get(n.REL_ID) or "")
                if relation is not None and relation.target in given:
                    continue
                if kind == "first" and not n.toggle(section, n.w("titlePg")):
                    continue
                if kind == "even":
                    evens = _has_evens(reading) if evens is None else evens
                    if not evens:
                        continue
                if relation is None:
                    reading.lost_margins = True
                    continue
                given.add(relation.target)
                where = f"第{index}节" if index > 1 else ""
                yield relation.target, f"{where}{_PAGES.get(kind, '')}{name}"


def _has_evens(reading: Reading) -> bool:
    settings = reading.target("settings")
    root = part_of(reading, settings, _EVENS, 0) if settings else None
    return bool(n.toggle(root, n.w("evenAndOddHeaders")))
