"""One block being written: its pieces of text, the elements they came from, and the marks on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import Mark

if TYPE_CHECKING:
    from lxml.etree import _Element


class Segment(NamedTuple):
    """A stretch of the canonical text and where it came from: ``start`` is an offset into the whole text.

    ``node`` is the w:t (or m:t), None for text that no element holds (labels, breaks); ``run`` the w:r or None;
    ``paragraph`` the w:p; ``part`` the package part; ``locked`` says that it must not be rewritten (a field's result,
    bound or deleted content).
    """

    start: int
    length: int
    node: _Element | None
    run: _Element | None
    paragraph: _Element | None
    part: str
    locked: bool


@dataclass
class Line:
    """Pieces of one block; ``start`` is where the block begins in the whole text."""

    start: int
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the next piece will stand."""
        return self.start + self.length

    def add(self, text: str) -> None:
        """Append a piece."""
        self.pieces.append(text)
        self.length += len(text)

    def text(self) -> str:
        """What was written."""
        return "".join(self.pieces)
