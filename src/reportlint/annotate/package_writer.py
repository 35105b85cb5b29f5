"""A Word package open for writing: trees that are parsed once, everything else copied as it is stored.

Entries that were not changed keep their compressed bytes, so that a damaged picture or an odd compression method does
no harm, and media is never inflated. Times are those of the original, new entries get the earliest time a zip can
state: the same input gives the same bytes.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from io import BytesIO
from typing import cast

from lxml import etree

from reportlint.errors import ReadError
from reportlint.limits import DEFAULT_LIMITS, SETTINGS, Limits
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.package import Package, Relationship
from reportlint.readers.ooxml.xmlparse import transitional
from reportlint.readers.sniffing import DAMAGED
from reportlint.source import Source

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = b"purl.oclc.org/ooxml"


@contextmanager
def readable(path: str) -> Iterator[None]:
    """Whatever a damaged part may cause becomes a ReadError."""
    try:
        yield
    except (
        etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, RuntimeError, OSError, ValueError,
    ) as error:  # fmt: skip
        raise ReadError(path, DAMAGED) from error


def is_signed(source: Source) -> bool:
    """Whether a Word file has a digital signature, which is void in every file that is written from it."""
    with readable(source.path):
        limits = DEFAULT_LIMITS._replace(entries=SETTINGS["entries"].most)  # whoever writes has read it within his own
        return Package(source, limits).signed


class OpenPackage:
    """The parts of a document as trees that can be changed; ``save`` gives the new file's bytes."""

    def __init__(self, source: Source, limits: Limits = DEFAULT_LIMITS) -> None:
        self.path = source.path
        self.limits = limits
        self._data = source.data
        self._package = Package(source, limits)
        self._roots: dict[str, Element | None] = {}
        self._changed: dict[str, str] = {}
        self._strict = _STRICT in self._package.read("_rels/.rels")

    def main_part(self) -> str:
        """The name of the document part."""
        return self._package.main_part()

    def stored(self, part: str) -> bytes:
        """Bytes that are equal only for equal parts."""
        return self._package.stored(part)

    def symbolic(self, part: str) -> bool:
        """Whether a part that was read names a font whose letters show as other signs."""
        return self._package.symbolic(part)

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """The internal relationships of a part by id."""
        return self._package.relationships(part)

    def root(self, part: str) -> Element | None:
        """The one tree of a part; changes in it are saved once ``touch`` was called."""
        key = part.lower()
        if key not in self._roots:
            self._roots[key] = self._package.root(part)
        return self._roots[key]

    def target(self, kind: str) -> str:
        """The part of a kind that the document part names; empty if none."""
        return next((target for found, target in self.relationships(self.main_part()).values() if found == kind), "")

    def touch(self, part: str) -> None:
        """Remember that a part's tree was changed."""
        self._changed[part.lower()] = part

    def add(self, kind: str, name: str, content_type: str, root: Element) -> str:
        """Put in a new part that the document part names; gives the part's name."""
        main = self.main_part()
        folder = posixpath.dirname(main)
        part, number = posixpath.join(folder, f"{name}.xml"), 1
        while self._package.has(part):
            number += 1
            part = posixpath.join(folder, f"{name}{number}.xml")
        self._roots[part.lower()] = root
        self.touch(part)
        self._name_relationship(main, kind, part)
        self._name_type(part, content_type)
        return part

    def _name_type(self, part: str, content_type: str) -> None:
        """State what a part is; a statement about a part that was missing is put right, since Word refuses two."""
        root = self.root(_TYPES)
        if root is None:
            return
        name = f"/{part}"
        found = next((item for item in root if (item.get("PartName") or "").lower() == name.lower()), None)
        if found is None:
            found = etree.SubElement(root, f"{{{_TYPES_NS}}}Override", PartName=name)
        found.set("ContentType", content_type)
        self.touch(_TYPES)

    def _name_relationship(self, main: str, kind: str, target: str) -> None:
        """Name the part; one of its kind that led nowhere is replaced by one that leads to it."""
        folder = posixpath.dirname(main)
        part = posixpath.join(folder, "_rels", f"{posixpath.basename(main)}.rels")
        root = self.root(part)
        if root is None:
            root = etree.fromstring(f'<Relationships xmlns="{_RELS_NS}"/>')
            self._roots[part.lower()] = root
        for item in root:
            if (item.get("Type") or "").endswith(f"/{kind}"):
                root.remove(item)
        taken = {item.get("Id") for item in root}
        number = next(count for count in range(1, len(taken) + 2) if f"rIdLint{count}" not in taken)
        etree.SubElement(
            root,
            f"{{{_RELS_NS}}}Relationship",
            Id=f"rIdLint{number}",
            Type=_OFFICE_RELS + kind,
            Target=posixpath.basename(target),
        )
        self.touch(part)

    def save(self) -> bytes:
        """The file with all changes; without any, the bytes that were read."""
        if not self._changed:
            return self._data
        output, left = BytesIO(), dict(self._changed)
        with (
            zipfile.ZipFile(BytesIO(self._data)) as old,
            zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for info in old.infolist():
                key = info.filename.replace("\\", "/").lower().lstrip("/")
                if left.pop(key, None) is not None:
                    _write(new, info.filename, info.date_time, self._serialized(key))
                elif self._strict and key.endswith((".xml", ".rels")) and not info.is_dir():
                    _write(new, info.filename, info.date_time, transitional(self._package.read(key)))
                elif key not in self._changed:  # a second entry of that name is never read
                    _copy(new, info, self._data)
            for key, part in left.items():
                _write(new, part, _EPOCH, self._serialized(key))
        return output.getvalue()

    def _serialized(self, key: str) -> bytes:
        root = cast(Element, self._roots[key])
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return transitional(data) if self._strict else data


def _write(archive: zipfile.ZipFile, name: str, time: tuple[int, int, int, int, int, int], data: bytes) -> None:
    info = zipfile.ZipInfo(name, time)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # or the bytes would tell which system wrote them
    archive.writestr(info, data)


def _copy(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> None:
    """An entry as it is stored: zipfile has no call for this, but its fields are all there."""
    start = info.header_offset + 30
    start += int.from_bytes(data[start - 4 : start - 2], "little") + int.from_bytes(data[start - 2 : start], "little")
    entry = copy(info)
    entry.flag_bits &= ~0x08  # sizes stand in the header again, not behind the data
    entry.extra = b""  # may hold a forged 64-bit size; nothing of ours needs one
    stream = cast(BytesIO, archive.fp)
    stream.seek(archive.start_dir)
    entry.header_offset = stream.tell()
    stream.write(entry.FileHeader(zip64=False))
    stream.write(data[start : start + info.compress_size])
    archive.filelist.append(entry)
    archive.NameToInfo[entry.filename] = entry
    archive.start_dir = stream.tell()


def highest_id(root: Element) -> int:
    """The highest number among the ids of comments, bookmarks and changes of a part; -1 without any."""
    ids = (n.number(item.get(n.ID)) for item in root.iter() if item.get(n.ID) is not None)
    return max((value for value in ids if value is not None), default=-1)
