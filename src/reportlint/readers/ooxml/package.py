"""The zip package: parts by name in any case, relationships, sizes bounded by what is really read.

Nothing is extracted to disk, nothing is fetched, media is never read. The zip directory is not trusted: a forged size
would otherwise cost gigabytes before the checksum fails.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Protocol

from lxml import etree

from reportlint.errors import ReadError
from reportlint.limits import Limits
from reportlint.named import NamedTuple
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.xmlparse import Refused, parse
from reportlint.readers.sniffing import UNKNOWN, describe, describe_package, describe_zip
from reportlint.source import Source

_SYMBOL_FONT = b'"Wingdings'
_LEAST_ENTRY = 46  # bytes of a directory entry without name
_MEGABYTE = 1024 * 1024
DOCTYPE = "文件里有 DOCTYPE 声明，正常的 Word 文档没有，为安全起见没有检查；请用 Word 或 WPS 打开后另存为新文档再检查"
TOO_COMPLEX = "文档太大或嵌套太深，没有检查；请拆成几个文档，或另存为新文档后再试"
_REPAIR = "请用 Word 或 WPS 打开修复、另存后再检查"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What ``zipfile`` raises for an entry whose bytes are damaged, or compressed in a way that nobody uses."""
_LOCKED = "文件加了密，无法读取；请取消密码后另存再检查"


class Relationship(NamedTuple):
    """Kind (the last word of its type, the same in strict and transitional files) and target part of a relationship."""

    kind: str
    target: str


class Parts(Protocol):
    """Where a document's parts come from: the zip for reading, trees that will be saved for writing."""

    def main_part(self) -> str:
        """The name of the document part."""

    def root(self, part: str) -> Element | None:
        """The root element of an XML part; None if there is none."""

    def symbolic(self, part: str) -> bool:
        """Whether a part that was read names a font whose letters show as other signs (Wingdings)."""

    def stored(self, part: str) -> bytes:
        """Bytes that are equal only for equal parts; empty if there is none."""

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """The internal relationships of a part by id."""


class Package:
    """An opened package; raises ReadError for what is no Word document."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.path = source.path
        self._data = source.data
        self._limits = limits
        self._left = limits.total_bytes
        self._symbolic: set[str] = set()
        if source.data[:2] != b"PK":
            raise ReadError(source.path, describe(source.data) or UNKNOWN)
        entries = _entries(source.data, limits.entries)
        if entries > limits.entries:
            raise ReadError(
                source.path,
                f"文件内部的部件超过 {limits.entries} 个，不像正常文档，没有检查；请另存为新文档后再试",
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(source.data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(source.path, describe_zip(source.data)) from error
        # OPC part names are case-insensitive; a first entry wins, as in Word
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            self._infos.setdefault(_name(info).lower(), info)

    def has(self, part: str) -> bool:
        """Whether the package holds the part."""
        return part.lower() in self._infos

    @property
    def signed(self) -> bool:
        """Whether the package carries a digital signature, valid or not (OPC, 12.3: Word's own folder for them)."""
        if any(name.startswith("_xmlsignatures/") for name in self._infos):
            return True
        return any(kind == "origin" for kind, _ in self.relationships("").values())

    def stored(self, part: str) -> bytes:
        """The part as it is stored, that is, still compressed."""
        info = self._infos.get(part.lower())
        if info is None:
            return b""
        start = info.header_offset + 30  # the local header; the lengths of name and extra field are its last four bytes
        name, extra = self._data[start - 4 : start - 2], self._data[start - 2 : start]
        start += int.from_bytes(name, "little") + int.from_bytes(extra, "little")
        return self._data[start : start + info.compress_size]

    def read(self, part: str) -> bytes:
        """The bytes of a part; empty if there is none."""
        info = self._infos.get(part.lower())
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise ReadError(self.path, _LOCKED)
        most = min(self._limits.part_bytes, self._left)
        if info.file_size > most or self._swollen(info.file_size, info.compress_size):
            raise ReadError(self.path, self._too_big())
        try:
            with self._zip.open(info) as stream:
                data = stream.read(most + 1)
        except BROKEN as error:
            raise ReadError(self.path, f"文件已损坏：部件 {part} 解压不了；{_REPAIR}") from error
        if len(data) > most:
            raise ReadError(self.path, self._too_big())
        self._left -= len(data)
        if _SYMBOL_FONT in data:
            self._symbolic.add(part.lower())
        return data

    def symbolic(self, part: str) -> bool:
        """Whether a part that was read names a font of signs; told by its bytes, since nearly none does."""
        return part.lower() in self._symbolic

    def _swollen(self, size: int, stored: int) -> bool:
        return size > self._limits.ratio_bytes and size > self._limits.ratio * max(stored, 1)

    def _too_big(self) -> str:
        most = self._limits.part_bytes // _MEGABYTE
        return f"文件内容大得不正常（解压后的文字部件超过 {most} MB，或压缩得异常小），没有检查；请另存为新文档后再试"

    def root(self, part: str) -> Element | None:
        """The root element of a part."""
        data = self.read(part)
        if not data:
            return None
        if len(data) > self._limits.nodes_bytes and data.count(b"<") + data.count(b'="') > self._limits.nodes:
            raise ReadError(self.path, TOO_COMPLEX)
        try:
            root = parse(data)
        except Refused as error:
            raise ReadError(self.path, DOCTYPE) from error
        except etree.XMLSyntaxError as error:
            raise ReadError(self.path, _broken(part, error)) from error
        return root

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """The relationships of a part, ``""`` for the package itself.

        External and dangling targets are left out: nothing is ever fetched, and Word reads on without them too.
        """
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relationship] = {}
        for node in root if root is not None else ():
            if node.get("TargetMode") == "External":
                continue
            target = resolve(folder, node.get("Target") or "")
            if self.has(target):
                found[node.get("Id") or ""] = Relationship((node.get("Type") or "").rpartition("/")[2], target)
        return found

    def main_part(self) -> str:
        """The document part: named by the package's relationships, its usual name only where those are lost."""
        for kind, target in self.relationships("").values():
            if kind == "officeDocument" and not target.lower().startswith(("xl/", "ppt/")):
                return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise ReadError(self.path, describe_package(self._infos))


def _entries(data: bytes, most: int) -> int:
    """How many entries the zip's directory has, counted only if it has room for more than the most allowed.

    ``zipfile`` would first make an object of each, half a second for a hundred thousand of them.
    """
    end = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if end < 0 or size <= most * _LEAST_ENTRY:
        return 0
    return data.count(b"PK\x01\x02", max(0, end - size), end)


def _name(info: zipfile.ZipInfo) -> str:
    return posixpath.normpath(info.filename.replace("\\", "/").lstrip("/"))


def resolve(folder: str, target: str) -> str:
    """The part that a relationship of a folder's part means; it cannot lead out of the package."""
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _broken(part: str, error: etree.XMLSyntaxError) -> str:
    if "huge" in str(error).lower():  # libxml2's own limits: a text of 10 MB, nesting beyond 256
        return TOO_COMPLEX
    line = f"第 {error.lineno} 行" if error.lineno else ""
    return f"文件已损坏：部件 {part} {line}不是完整的 XML；{_REPAIR}"
