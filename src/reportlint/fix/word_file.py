"""A Word document with replacements made, as tracked changes or at once; all formatting stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from reportlint.annotate.comments import AUTHOR
from reportlint.annotate.package_writer import OpenPackage, highest_id, readable
from reportlint.annotate.splitting import cut, divisible, overlapping
from reportlint.document import Document
from reportlint.errors import ReadError
from reportlint.fix.edits import Edit
from reportlint.folding import fold
from reportlint.limits import DEFAULT_LIMITS, Limits
from reportlint.named import NamedTuple
from reportlint.readers.ooxml import Segment, walk_opened
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.sink import BOUND, CONTENTS, FORM, PROMPT, RESULT, UNDERLINED
from reportlint.readers.ooxml.symbols import font_of, is_symbol_font
from reportlint.source import Source

_FORBIDDEN = RESULT | BOUND | FORM | PROMPT | CONTENTS
_NEVER_INSIDE = frozenset((n.FLDSIMPLE, n.FALLBACK, n.CHOICE))
_PROTECTED = "文档设了编辑保护，没有改动；请在 Word 的“审阅—限制编辑”中停止保护后再修"
_SAVED_LOOK = frozenset((n.w("rPrChange"), n.INS, n.DEL, n.MOVEFROM, n.MOVETO))


class Fixable(NamedTuple):
    """A Word document and the stretches of its text that must not be rewritten."""

    document: Document
    locked: tuple[tuple[int, int], ...]


def read_fixable(source: Source, limits: Limits = DEFAULT_LIMITS) -> Fixable:
    """Read a document for fixing. Raises ReadError for one that is protected."""
    with readable(source.path):
        package = OpenPackage(source, limits)
        _refuse_protected(package)
        text = walk_opened(package, source.path, limits)
    return Fixable(fold(text.document), tuple(_locked(len(text.document.text), text.segments)))


def rewritten(source: Source, changes: Sequence[Edit], tracked: bool = True, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The new bytes: tracked changes by reportlint, or the text replaced at once."""
    if not changes:
        return source.data
    with readable(source.path):
        package = OpenPackage(source, limits)
        segments = walk_opened(package, source.path, limits).segments
        cut(segments, _ends(segments, changes))
        segments = walk_opened(package, source.path, limits).segments
        _Writer(package, tracked, {}).write(segments, changes)
        return package.save()


def _ends(segments: Sequence[Segment], changes: Sequence[Edit]) -> Iterator[int]:
    """The ends of the changes and of every text in them: a note's mark between two texts is not to be deleted with them."""
    for change in changes:
        yield change.start
        yield change.end
        yield from (segment.start for segment in overlapping(segments, change.start, change.end))


def _refuse_protected(package: OpenPackage) -> None:
    part = package.target("settings")
    root = package.root(part) if part else None
    protection = n.child(root, n.w("documentProtection"))
    if protection is None or n.off(protection.get(n.w("enforcement")) or "0"):
        return
    if protection.get(n.w("edit")) not in (None, "none", "trackedChanges"):
        raise ReadError(package.path, _PROTECTED)


def _locked(length: int, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Everything but plain text: what Word makes anew, what is drawn twice, what no ``w:t`` carries."""
    at = 0
    for segment in segments:
        if segment.start > at:
            yield at, segment.start
        at = segment.start + segment.length
        if not _free(segment):
            yield segment.start, at
    if length > at:
        yield at, length


def _free(segment: Segment) -> bool:
    if segment.flags & _FORBIDDEN or segment.node.tag != n.T or not divisible(segment):
        return False
    if segment.run is not None and is_symbol_font(font_of(segment.run)):
        return False  # what is put in would show as other signs
    if segment.flags & UNDERLINED and " " in (segment.node.text or ""):
        return False  # a blank, or what somebody wrote into one
    for above in segment.node.iterancestors():
        if above.tag in _NEVER_INSIDE:
            return False
        if above.tag == n.SDT and (n.value(n.child(above, n.SDTPR), n.w("lock")) or "").endswith("ontentLocked"):
            return False
    return True


class _Writer(NamedTuple):
    package: OpenPackage
    tracked: bool
    numbers: dict[str, int]

    def write(self, segments: Sequence[Segment], changes: Sequence[Edit]) -> None:
        """Replace the runs of every change; they are cut at its ends."""
        for change in changes:
            touched = overlapping(segments, change.start, change.end)
            runs = list(dict.fromkeys(segment.run for segment in touched if segment.run is not None))
            if not runs:
                continue
            part = touched[0].part
            if change.text:
                self._insert(part, runs[0], change.text)
            for run in runs:
                self._delete(part, run)
            self.package.touch(part)

    def _delete(self, part: str, run: Element) -> None:
        above = run.getparent()
        if above is None:
            return
        if not self.tracked:
            above.remove(run)
            return
        deletion = self._change(part, run, n.DEL)
        run.addprevious(deletion)
        deletion.append(run)
        for text in run.findall(n.T):
            text.tag = n.DELTEXT
            text.set(n.SPACE, "preserve")

    def _insert(self, part: str, like: Element, text: str) -> None:
        run = like.makeelement(n.R)
        look = n.child(like, n.RPR)
        if look is not None:
            look = deepcopy(look)
            for item in [item for item in look if item.tag in _SAVED_LOOK]:
                look.remove(item)
            run.append(look)
        node = like.makeelement(n.T, {n.SPACE: "preserve"})
        node.text = text
        run.append(node)
        if self.tracked and next(like.iterancestors(n.INS), None) is None:
            insertion = self._change(part, like, n.INS)
            insertion.append(run)
            like.addnext(insertion)
        else:
            like.addnext(run)  # within somebody's insertion it is part of that insertion

    def _change(self, part: str, near: Element, tag: str) -> Element:
        if part not in self.numbers:
            root = self.package.root(part)
            self.numbers[part] = -1 if root is None else highest_id(root)
        self.numbers[part] += 1
        return near.makeelement(tag, {n.ID: str(self.numbers[part]), n.w("author"): AUTHOR})
