"""Comments into a package: the marks in the text and the comments part."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.annotate.comments import AUTHOR, CommentsPart
from reportlint.annotate.package_writer import OpenPackage, highest_id, readable
from reportlint.annotate.places import Place, Places, block_of, folded
from reportlint.annotate.splitting import cut
from reportlint.document import Document
from reportlint.errors import ReadError
from reportlint.folding import fold
from reportlint.limits import DEFAULT_LIMITS, Limits
from reportlint.named import NamedTuple
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml import walk_opened
from reportlint.readers.ooxml.names import Element
from reportlint.source import Source

_MARKS = (n.w("commentRangeStart"), n.w("commentRangeEnd"), n.COMMENTREF)
_QUOTE = 30  # code points of the text that a comment quotes when it cannot stand at it


class Note(NamedTuple):
    """What to write at a stretch of the document's source text: the paragraphs of the comment."""

    start: int
    end: int
    lines: tuple[str, ...]


def annotate(source: Source, notes: Sequence[Note], limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The file with a comment for every note. Raises ReadError if there is no place for one."""
    with readable(source.path):
        return _annotated(OpenPackage(source, limits), notes, source.data)


def _annotated(package: OpenPackage, notes: Sequence[Note], data: bytes) -> bytes:
    main = package.main_part()
    root = package.root(main)
    if root is None or not notes:
        return data
    places = _places(package, main)
    if cut(places.segments, (offset for note in notes for offset in places.cuts(note.start, note.end))):
        places = _places(package, main)
    comments = CommentsPart.open(package)
    number = max(comments.highest, highest_id(root)) + 1
    placed: list[tuple[Place, int]] = []
    for note in sorted(notes, key=lambda note: note.start):  # of those at one place, in the order of the list
        place = places.find(note.start, note.end)
        if place is None:
            raise ReadError(package.path, "正文里没有可以放批注的段落，写不成批注；请直接看检查结果")
        prefix = "" if place.exact else _elsewhere(places.document, note)
        comments.add(number, (prefix + note.lines[0], *note.lines[1:]))
        placed.append((place, number))
        number += 1
    _mark(placed, comments.reference_style)
    package.touch(main)
    return package.save()


def without_comments(source: Source, limits: Limits = DEFAULT_LIMITS) -> Source:
    """The file without the comments that an earlier run wrote, and without their marks."""
    with readable(source.path):
        return source._replace(data=_without_comments(OpenPackage(source, limits), source.data))


def _without_comments(package: OpenPackage, data: bytes) -> bytes:
    part = package.target("comments")
    root = package.root(part) if part else None
    if root is None or not any(item.get(n.w("author")) == AUTHOR for item in root):
        return data
    gone = CommentsPart.open(package).remove_own()
    main = package.main_part()
    for item in list(_elements(package, main)):
        if item.tag in _MARKS and item.get(n.ID) in gone:
            _remove(item)
    package.touch(main)
    return package.save()


def _elements(package: OpenPackage, part: str) -> list[Element]:
    root = package.root(part)
    return [] if root is None else list(root.iter(*_MARKS))


def _remove(mark: Element) -> None:
    """Take a mark out; a reference takes along its run, which holds nothing else."""
    run = mark.getparent()
    if run is None:
        return
    run.remove(mark)
    if mark.tag == n.COMMENTREF and run.tag == n.R and all(item.tag == n.RPR for item in run):
        above = run.getparent()
        if above is not None:
            above.remove(run)


def _places(package: OpenPackage, main: str) -> Places:
    read = walk_opened(package, package.path, package.limits)
    return Places(package, fold(read.document), read.segments, main)


def _elsewhere(document: Document, note: Note) -> str:
    """Where the words of a note stand, for a comment that cannot stand there."""
    block = block_of(document, note.start)
    quoted = " ".join(document.source[note.start : note.end].split())[:_QUOTE]
    label = document.text[block.start : block.start + block.label].strip() if block is not None else ""
    if block is not None and not block.story and label and quoted and quoted in label:
        return f"（自动编号“{label}”）"
    where = (block.story or block.place_at(folded(document, note.start))) if block is not None else ""
    words = f"“{quoted}”" if quoted else ""
    return f"（{where}{words}）" if where or words else ""


def _mark(placed: Sequence[tuple[Place, int]], style: str) -> None:
    for place, number in placed:
        start = place.first.makeelement(n.w("commentRangeStart"), {n.ID: str(number)})
        if place.first.tag == n.P:
            properties = n.child(place.first, n.PPR)
            place.first.insert(0 if properties is None else place.first.index(properties) + 1, start)
        else:
            place.first.addprevious(start)
    for place, number in reversed(placed):  # the last one goes in first, and ends up behind the others
        end = place.last.makeelement(n.w("commentRangeEnd"), {n.ID: str(number)})
        reference = _reference(place.last, number, style)
        if place.last.tag == n.P:
            place.last.append(end)
            place.last.append(reference)
        else:
            place.last.addnext(reference)
            place.last.addnext(end)


def _reference(near: Element, number: int, style: str) -> Element:
    run = near.makeelement(n.R)
    if style:
        look = near.makeelement(n.RPR)
        look.append(near.makeelement(n.RSTYLE, {n.VAL: style}))
        run.append(look)
    run.append(near.makeelement(n.COMMENTREF, {n.ID: str(number)}))
    return run
