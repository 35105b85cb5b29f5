"""Word files as they really are: our own walk over zip and XML, in document order, in the accepted view.

python-docx misses automatic numbers, text boxes, insertions, content controls, fields and notes, and cannot open one
file in eight that Word opens; it is used for writing only.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import NamedTuple

from reportlint.document import Document, Notice
from reportlint.errors import ReadError
from reportlint.readers.ooxml.line import Segment
from reportlint.readers.ooxml.numbering import read_numbering
from reportlint.readers.ooxml.package import DAMAGED, TOO_BIG, Limits, Package
from reportlint.readers.ooxml.runs import Inline
from reportlint.readers.ooxml.stories import headers_and_footers, notes, open_comments
from reportlint.readers.ooxml.styles import read_styles
from reportlint.readers.ooxml.walk import Walk
from reportlint.source import Source

__all__ = ["Limits", "WordText", "read_word", "walk_word"]

_FORMATTED = (b":vanish", b":highlight", b":color ", b"w:u ", b":rStyle", b"<w:b/>", b"<w:b ")


class WordText(NamedTuple):
    """A document with the elements its text came from; offsets of the segments are those of ``document.text``."""

    document: Document
    segments: tuple[Segment, ...]


def read_word(source: Source, limits: Limits = Limits()) -> Document:
    """A .docx/.docm/.dotx/.dotm as an unfolded Document. Raises ReadError for whatever is wrong with the file."""
    return _guarded(source, limits, keep_segments=False).document


def walk_word(source: Source, limits: Limits = Limits()) -> WordText:
    """The same with segments, for those who write comments and fixes."""
    return _guarded(source, limits, keep_segments=True)


def _guarded(source: Source, limits: Limits, keep_segments: bool) -> WordText:
    from lxml import etree

    try:
        return _read(Package(source, limits), keep_segments)
    except ReadError:
        raise
    except MemoryError as error:
        raise ReadError(source.path, TOO_BIG) from error
    except etree.XMLSyntaxError as error:
        reason = TOO_BIG if "huge" in str(error) or "depth" in str(error) else DAMAGED
        raise ReadError(source.path, reason) from error
    except (
        RecursionError, zipfile.BadZipFile, zlib.error, KeyError, IndexError, RuntimeError, NotImplementedError, OSError,
        ValueError, TypeError, AttributeError, OverflowError, etree.LxmlError,
    ) as error:  # fmt: skip
        raise ReadError(source.path, DAMAGED) from error


def _read(package: Package, keep_segments: bool) -> WordText:
    main = package.main_part()
    data = package.read(main)
    root = package.parse(data)
    rels = package.relationships(main)
    by_kind = {kind: target for kind, target in rels.values()}
    styles = read_styles(package, by_kind.get("styles", ""))
    lists = by_kind.get("numbering", "")
    numbering = read_numbering(package.parse(package.read(lists)) if package.has(lists) else None, styles)
    inline = Inline(styles, any(mark in data for mark in _FORMATTED), keep_segments, main)
    walk = Walk(styles, numbering, inline)
    body = root.find("{*}body")
    if body is not None:
        walk.content(body)
    notes(walk, package, rels)
    headers_and_footers(walk, package, rels)
    document = _document(package, walk, open_comments(package, rels))
    return WordText(document, tuple(walk.segments))


def _document(package: Package, walk: Walk, comments: Notice | None) -> Document:
    text = "\n".join(walk.pieces)
    if not text.strip():
        raise ReadError(package.path, "文档里没有正文文字；内容若是图片或扫描件，请用文字稿检查")
    notices = list(walk.notices)
    if walk.inline.revised >= 0:
        message = "文件里还有没接受的修订（按全部接受后的文字检查）；请接受或拒绝全部修订后再报送"
        notices.append(Notice(min(walk.inline.revised, len(text)), "revision", message))
    if comments is not None:
        notices.append(comments)
    marks = tuple(sorted(mark for mark in walk.marks if mark.start <= len(text)))
    return Document(package.path, text, tuple(walk.blocks), marks=marks, notices=tuple(notices))
