"""The zip package: parts by name in any case, relationships, XML parsed with every door shut.

Nothing is extracted to disk, nothing is fetched, media is never read. Sizes are bounded by what is actually read, not
by what the zip directory claims (a forged directory would otherwise cost gigabytes before the checksum fails).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lxml import etree

from reportlint.errors import ReadError
from reportlint.readers.sniff import DAMAGED, describe, describe_package
from reportlint.readers.word.names import STRICT
from reportlint.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What one file may cost: bytes of one XML part, of all of them, entries of the zip, blocks of text."""

    part_bytes: int = 64 * MEGABYTE
    total_bytes: int = 128 * MEGABYTE
    entries: int = 5000
    paragraphs: int = 400_000


class Relationship(NamedTuple):
    """Kind (the last word of its type, the same in strict and transitional files) and target part of a relationship."""

    kind: str
    target: str


class Parts(Protocol):
    """Where a document's parts come from: the zip for reading, python-docx's own trees for writing."""

    path: str

    def main_part(self) -> str:
        """The name of the document part."""

    def root(self, part: str) -> _Element | None:
        """The root element of an XML part; None if there is none."""

    def fingerprint(self, part: str) -> bytes:
        """Bytes that are equal only for equal parts; empty if there is none."""

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """The internal relationships of a part by id."""


class Package:
    """An opened package; raises ReadError for what is no Word document."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.path = source.path
        self.limits = limits
        self.left = limits.total_bytes
        self.data = source.data
        if source.data[:2] != b"PK":
            raise ReadError(source.path, describe(source.data) or UNKNOWN)
        try:
            self.zip = zipfile.ZipFile(BytesIO(source.data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(source.path, describe(source.data) or DAMAGED) from error
        infos = self.zip.infolist()
        if len(infos) > limits.entries:
            raise ReadError(source.path, f"文件内部有 {len(infos)} 个部件，超过 {limits.entries} 个，不像正常文档，没有检查；请另存为新文档后再试")
        # OPC part names are case-insensitive, and some writers begin them with a slash or use backslashes
        self.infos = {info.filename.lower().lstrip("/"): info for info in infos}

    def has(self, part: str) -> bool:
        """Whether the package holds the part."""
        return part.lower() in self.infos

    def fingerprint(self, part: str) -> bytes:
        """The part as it is stored, that is, still compressed."""
        info = self.infos.get(part.lower())
        if info is None:
            return b""
        start = info.header_offset + 30
        name, extra = self.data[start - 4 : start - 2], self.data[start - 2 : start]
        start += int.from_bytes(name, "little") + int.from_bytes(extra, "little")
        return self.data[start : start + info.compress_size]

    def read(self, part: str) -> bytes:
        """The bytes of a part; empty if there is none."""
        info = self.infos.get(part.lower())
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise ReadError(self.path, "文件加了密，无法读取；请取消密码后另存再检查")
        most = min(self.limits.part_bytes, self.left)
        if info.file_size > most:
            raise ReadError(self.path, self.too_big())
        with self.zip.open(info) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise ReadError(self.path, self.too_big())
        self.left -= len(data)
        return data

    def too_big(self) -> str:
        """What to say of a part beyond the limit."""
        return f"文件内容大得不正常（解压后的文字部件超过 {self.limits.part_bytes // MEGABYTE} MB），没有检查；请另存为新文档后再试"

    def root(self, part: str) -> _Element | None:
        """The root element of a part."""
        data = self.read(part)
        return self.parse(data, part) if data else None

    def parse(self, data: bytes, part: str) -> _Element:
        """The root element of an XML part; any DOCTYPE is refused, since entities have no business in a document."""
        if b"purl.oclc.org" in data:
            for strict, transitional in STRICT.items():
                data = data.replace(strict, transitional)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            if any("<!DOCTYPE".encode(name) in data for name in _ENCODINGS):
                raise ReadError(self.path, DOCTYPE) from error
            raise ReadError(self.path, _broken(part, error)) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadError(self.path, DOCTYPE)
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
            target = (node.get("Target") or "").replace("\\", "/")
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
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
        raise ReadError(self.path, describe_package(self.infos))


_ENCODINGS = ("ascii", "utf-16-le", "utf-16-be")
UNKNOWN = "不是 Word 文档（.docx），也认不出是什么文件；请用 Word 或 WPS 打开核对后另存为 .docx"
DOCTYPE = "文件里有 DOCTYPE 声明，正常的 Word 文档没有，为安全起见没有检查；请用 Word 或 WPS 打开后另存为新文档再检查"


def _parser() -> etree.XMLParser:
    # huge_tree stays off: libxml2 then refuses text nodes of 10 MB and trees deeper than 256, so that walking the tree
    # by recursion is safe
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _broken(part: str, error: etree.XMLSyntaxError) -> str:
    line = f"第 {error.lineno} 行" if error.lineno else ""
    return f"文件已损坏：部件 {part} {line}不是完整的 XML；请用 Word 或 WPS 打开修复、另存后再检查"
