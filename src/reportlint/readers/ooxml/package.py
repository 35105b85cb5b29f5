"""The zip package: parts by name in any case, relationships, XML parsed with every door shut.

Nothing is extracted to disk, nothing is fetched, media is never read. Sizes are bounded by what is actually read, not
by what the zip directory claims (a forged directory would otherwise cost gigabytes before the checksum fails).
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlint.errors import ReadError
from reportlint.readers.ooxml.names import STRICT
from reportlint.readers.sniffing import describe
from reportlint.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

DAMAGED = "文件已损坏或没有传完整，打不开；请用 Word 或 WPS 打开修复、另存后再检查"
TOO_BIG = "文件内容大得不正常（解压后超过限度），没有检查；请另存为新文档后再试"


@dataclass(frozen=True)
class Limits:
    """What one file may cost: bytes of one XML part, entries of the zip."""

    part_bytes: int = 64 * 1024 * 1024
    entries: int = 5000


class Package:
    """An opened package; raises ReadError for what is no Word document."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.path = source.path
        self.limits = limits
        if source.data[:2] != b"PK":
            reason = describe(source.data) or "不是 Word 文档；请用 Word 或 WPS 打开核对后另存为 .docx"
            raise ReadError(source.path, reason)
        # counted before zipfile makes an object of each: a hundred thousand entries cost half a second
        if source.data.count(b"PK\x01\x02") > limits.entries:
            raise ReadError(source.path, f"文件内部的部件超过 {limits.entries} 个，不像正常文档，没有检查")
        try:
            self.zip = zipfile.ZipFile(BytesIO(source.data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise ReadError(source.path, describe(source.data) or DAMAGED) from error
        self.infos = {plain(info.filename): info for info in self.zip.infolist()}

    def has(self, part: str) -> bool:
        """Whether the package holds the part (OPC part names are case-insensitive)."""
        return bool(part) and plain(part) in self.infos

    def checksum(self, part: str) -> tuple[int, int]:
        """CRC and size of a part as the directory states them: enough to know a styles part again."""
        info = self.infos.get(plain(part))
        return (info.CRC, info.file_size) if info else (0, 0)

    def read(self, part: str) -> bytes:
        """The bytes of a part; empty if there is none."""
        info = self.infos.get(plain(part))
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise ReadError(self.path, "文件加了密，无法读取；请取消密码后另存再检查")
        if info.file_size > self.limits.part_bytes:
            raise ReadError(self.path, TOO_BIG)
        with self.zip.open(info) as stream:
            data = stream.read(self.limits.part_bytes + 1)
        if len(data) > self.limits.part_bytes:
            raise ReadError(self.path, TOO_BIG)
        return data

    def parse(self, data: bytes) -> _Element:
        """The root element of an XML part; any DOCTYPE is refused, since entities have no business in a document."""
        from lxml import etree

        if b"<!DOCTYPE" in data or b"<\x00!\x00D\x00O\x00C" in data or b"\x00<\x00!\x00D\x00O" in data:
            raise ReadError(self.path, "文件里有 DOCTYPE 声明，正常的 Word 文档没有，为安全起见没有检查")
        if b"purl.oclc.org" in data:
            for strict, transitional in STRICT.items():
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(data, parser)

    def relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """Id to (kind, target part) of a part's internal relationships; ``""`` means the package itself.

        The kind is the last word of the type's address, the same in strict and transitional files. Dangling targets
        are kept: asking for such a part gives nothing.
        """
        folder, name = posixpath.split(part)
        data = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        if not data:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for node in self.parse(data):
            if node.get("TargetMode") == "External":
                continue
            target = (node.get("Target") or "").replace("\\", "/")
            whole = target.startswith("/")
            target = target.lstrip("/") if whole else posixpath.normpath(posixpath.join(folder, target))
            found[node.get("Id") or ""] = ((node.get("Type") or "").rpartition("/")[2], target)
        return found

    def main_part(self) -> str:
        """The document part: named by the package's relationships, never by its usual name alone."""
        for kind, target in self.relationships("").values():
            if kind == "officeDocument" and self.has(target) and not target.lower().startswith(("xl/", "ppt/")):
                return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise ReadError(self.path, self._what_else())

    def _what_else(self) -> str:
        for part, name in (("xl/", "Excel 表格"), ("ppt/", "演示文稿"), ("content.xml", "ODT 开放文档")):
            if any(entry.startswith(part) for entry in self.infos):
                return f"这是{name}，不是 Word 文档；请另存为 .docx 后再检查"
        return "压缩包里没有 Word 正文，不是 Word 文档；请用 Word 或 WPS 打开核对后另存为 .docx"


def plain(name: str) -> str:
    """A part name as it is compared: case-insensitive, forward slashes, no leading one."""
    return name.replace("\\", "/").lstrip("/").lower()
