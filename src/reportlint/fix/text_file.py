"""A text file with replacements made: its encoding, byte order mark and line ends as they were."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from reportlint.errors import ReadError
from reportlint.fix.edits import Edit, applied
from reportlint.source import Source

_LINE_END = re.compile("(\r\n|\r|\n)")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CANNOT = "文件里混有不同的编码或坏字节，写回去保证不了原样；请先用记事本另存为 UTF-8 再修"


def rewritten(source: Source, encoding: str, changes: Sequence[Edit]) -> bytes:
    """The new bytes; ``encoding`` is what the reader found. Raises ReadError where the old bytes would not come back."""
    if not changes:
        return source.data
    mark = next((item for item in _MARKS if source.data.startswith(item)), b"")
    name = encoding.removesuffix("-sig")
    try:
        text = source.data[len(mark) :].decode(name)
        faithful = text.encode(name) == source.data[len(mark) :]
    except (UnicodeError, LookupError) as error:
        raise ReadError(source.path, _CANNOT) from error
    if not faithful:
        raise ReadError(source.path, _CANNOT)
    parts = _LINE_END.split(text)
    lines = applied("\n".join(parts[::2]), changes).split("\n")  # no replacement spans a line end
    ends = [*parts[1::2], ""]
    try:
        return mark + "".join(line + end for line, end in zip(lines, ends, strict=True)).encode(name)
    except UnicodeError as error:
        raise ReadError(source.path, _CANNOT) from error
