"""The table of readers: which suffix is read by what. A reader turns bytes into an unfolded Document."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module

from reportlint.document import Document
from reportlint.errors import ReadError
from reportlint.folding import fold
from reportlint.limits import DEFAULT_LIMITS, Limits
from reportlint.source import STDIN, Source, load

Reader = Callable[[Source, Limits], Document]

READERS: dict[str, str] = {
    ".docm": "reportlint.readers.ooxml:read_word",
    ".docx": "reportlint.readers.ooxml:read_word",
    ".dotm": "reportlint.readers.ooxml:read_word",
    ".dotx": "reportlint.readers.ooxml:read_word",
    ".markdown": "reportlint.readers.text:read_markdown",
    ".md": "reportlint.readers.text:read_markdown",
    ".txt": "reportlint.readers.text:read_text",
}
"""Suffix to module and function; named, not imported, so that a run over .txt never pays for lxml."""

CONVERTIBLE = (".doc", ".wps", ".odt", ".rtf")


def read(path: str, convert: bool = False, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file (or ``-``) into its folded Document; raises ReadError, never anything else, for a bad file."""
    source = load(path, limits.file_bytes)
    if os.path.splitext(path)[1].lower() in CONVERTIBLE:
        from reportlint.readers.sniffing import is_word_package

        if is_word_package(source.data):  # only its name is that of an old document
            return fold(_reader(".docx")(source, limits))
        if convert:
            from reportlint.readers.convert import convert as to_docx

            return fold(_reader(".docx")(to_docx(source, limits.convert_seconds), limits))
    return read_source(source, limits)


def read_source(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read what was already loaded; standard input is told by its first bytes."""
    suffix = os.path.splitext(source.path)[1].lower()
    if source.path == STDIN:
        suffix = ".docx" if source.data[:4] == b"PK\x03\x04" else ".txt"
    if suffix in CONVERTIBLE:
        raise ReadError(
            source.path,
            f"不直接支持 {suffix} 格式；请用 Word 或 WPS 另存为 .docx 后再检查（装有 LibreOffice 的可加 --convert）",
        )
    if suffix not in READERS:
        known = " ".join(sorted(READERS))
        raise ReadError(
            source.path, f"不支持这种文件（{suffix or '没有扩展名'}）；能检查的是 {known}，请另存为其中一种"
        )
    return fold(_reader(suffix)(source, limits))


def _reader(suffix: str) -> Reader:
    module, _, name = READERS[suffix].partition(":")
    reader: Reader = getattr(import_module(module), name)
    return reader
