"""From a source to a document: the one entry where everything that a bad file may cause becomes a ReadError."""

from __future__ import annotations

import zipfile
import zlib

from lxml import etree

from reportlint.document import Document
from reportlint.errors import ReadError
from reportlint.limits import DEFAULT_LIMITS, Limits
from reportlint.named import NamedTuple
from reportlint.readers.ooxml.blocks import TooLong
from reportlint.readers.ooxml.marks import worth_telling
from reportlint.readers.ooxml.notices import notices
from reportlint.readers.ooxml.package import TOO_COMPLEX, Package, Parts
from reportlint.readers.ooxml.sink import Segment, Sink
from reportlint.readers.ooxml.stories import Reading, read_stories
from reportlint.readers.sniffing import DAMAGED
from reportlint.source import Source

_NO_TEXT = "文档里没有文字；内容若是图片或扫描件，请用文字稿检查"


class WordText(NamedTuple):
    """A document with the elements its text came from; offsets of the segments are those of ``document.text``."""

    document: Document
    segments: tuple[Segment, ...]


def read_word(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document:
    """A .docx, .docm, .dotx or .dotm as an unfolded Document. Raises ReadError for whatever is wrong with the file."""
    return _guarded(source, limits, keep_segments=False).document


def walk_word(source: Source, limits: Limits = DEFAULT_LIMITS) -> WordText:
    """The same with segments, the way back from the text to its elements."""
    return _guarded(source, limits, keep_segments=True)


def walk_opened(parts: Parts, path: str, limits: Limits = DEFAULT_LIMITS) -> WordText:
    """The same over parts that are open already, so that the segments lead to elements which will be saved."""
    return _read(parts, path, limits, keep_segments=True)


def _guarded(source: Source, limits: Limits, keep_segments: bool) -> WordText:
    try:
        return _read(Package(source, limits), source.path, limits, keep_segments)
    except ReadError:
        raise
    except (RecursionError, MemoryError, TooLong) as error:
        raise ReadError(source.path, TOO_COMPLEX) from error
    except (
        etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, RuntimeError, NotImplementedError,
        OSError, ValueError, OverflowError,
    ) as error:  # fmt: skip
        raise ReadError(source.path, DAMAGED) from error


def _read(parts: Parts, path: str, limits: Limits, keep_segments: bool) -> WordText:
    sink = Sink(keep_segments)
    reading = Reading(parts, limits, sink)
    read_stories(reading)
    text = sink.text()
    if not text.strip():
        raise ReadError(path, _NO_TEXT)
    told = notices(reading)
    end = len(text)
    document = Document(
        path,
        text,
        tuple(sink.blocks),
        marks=worth_telling(text, sink.blocks, sink.marks),
        notices=tuple(notice._replace(start=min(notice.start, end)) for notice in told),
    )
    return WordText(document, tuple(sink.segments))
