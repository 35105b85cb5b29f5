"""A Word file opened by python-docx for writing, whatever the reader can read.

python-docx refuses one file in eight that Word opens: macro-enabled files and templates, ISO Strict files, relationships
to parts that are not there, names in another case, a wrong checksum. The package is put right in memory first; nothing
of its content changes but names and declarations.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from reportlint.errors import ReadError
from reportlint.readers.ooxml.contenttypes import content_types, declared_type
from reportlint.readers.ooxml.limits import DEFAULT_LIMITS, Limits
from reportlint.readers.ooxml.names import Element
from reportlint.readers.ooxml.package import DOCTYPE, Package, resolve
from reportlint.readers.ooxml.xmlparse import Refused, parse, transitional
from reportlint.readers.sniffing import DAMAGED
from reportlint.source import Source

if TYPE_CHECKING:
    import docx.document

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT = b"http://purl.oclc.org/ooxml/"
_CONFORMANCE = re.compile(rb'\s(?:\w+:)?conformance="strict"')
# a dangling reference of one of these kinds may be kept as an outside address; any other would be asked for its content
_OUTSIDE = frozenset(
    ("hyperlink", "image", "oleObject", "package", "video", "audio", "media", "attachedTemplate", "frame")
)


def open_for_writing(source: Source, limits: Limits = DEFAULT_LIMITS) -> docx.document.Document:
    """The file as a python-docx document that can be changed and saved; ReadError as when it is read."""
    import docx

    try:
        package = Package(source, limits)
        name = package.actual(package.main_part())
        parts = _parts(package)
        declared = declared_type(parts.get("[Content_Types].xml"), name)
        document = docx.Document(BytesIO(_repacked(_repaired(parts, name))))
        if document.element.body is None:
            raise ReadError(source.path, DAMAGED)
    except (
        etree.LxmlError,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
        RuntimeError,
    ) as error:
        raise ReadError(source.path, DAMAGED) from error
    # comments within w:t would hide the text behind them
    etree.strip_tags(document.element, etree.Comment)
    document.part._content_type = declared  # a template stays a template, macros stay allowed
    return document


def _parts(package: Package) -> dict[str, bytes]:
    """Every entry by its name, first ones win; XML without DOCTYPE and with Transitional names."""
    parts: dict[str, bytes] = {}
    for name, data in package.everything():
        xml = name.lower().endswith((".xml", ".rels", ".vml"))
        key = "[Content_Types].xml" if name.lower() == "[content_types].xml" else name
        parts[key] = _plain_xml(package.path, data) if xml else data
    return parts


def _plain_xml(path: str, data: bytes) -> bytes:
    if b"DOCTYPE" in data or b"D\x00O\x00C\x00T" in data:
        raise ReadError(path, DOCTYPE)  # saved again, the file would refer to entities that no longer exist
    if _STRICT in data:
        return _CONFORMANCE.sub(b"", transitional(data), count=1)
    if "purl.oclc.org".encode("utf-16-le")[1:-1] in data:
        return etree.tostring(parse(data), encoding="UTF-8", xml_declaration=True)
    return data


def _repaired(parts: dict[str, bytes], main: str) -> dict[str, bytes]:
    """Relationships that lead to the parts as they are named, and a type for each part."""
    known = {name.lower(): name for name in parts}
    kinds: dict[str, str] = {}
    repaired = dict(parts)
    for name, data in parts.items():
        folder, base = posixpath.split(name)
        if base.lower().endswith(".rels") and posixpath.basename(folder).lower() == "_rels":
            owner = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])
            actual = known.get(owner.lower(), owner)
            del repaired[name]
            name = posixpath.join(posixpath.dirname(actual), "_rels", posixpath.basename(actual) + ".rels")
            repaired[name] = _relationships(data, posixpath.dirname(actual), known, kinds)
    if "_rels/.rels" not in repaired or kinds.get(main) != "officeDocument":
        repaired["_rels/.rels"] = (
            f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}" Target="/{main}"/></Relationships>'
        ).encode()
    kinds[main] = "officeDocument"
    repaired["[Content_Types].xml"] = content_types(parts.get("[Content_Types].xml"), kinds, repaired)
    return repaired


def _relationships(data: bytes, folder: str, known: dict[str, str], kinds: dict[str, str]) -> bytes:
    try:
        root = parse(data)
    except (etree.XMLSyntaxError, Refused):
        return f'<Relationships xmlns="{_RELS}"/>'.encode()
    for node in list(root):
        if node.get("TargetMode") == "External":
            continue
        kind = (node.get("Type") or "").rpartition("/")[2]
        target = resolve(folder, node.get("Target") or "")
        actual = known.get(target.lower()) or known.get(unquote(target).lower())
        if actual is not None:
            kinds.setdefault(actual, kind)
            _point(node, actual, target)
        elif kind in _OUTSIDE:
            node.set("TargetMode", "External")
        else:
            root.remove(node)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _point(node: Element, actual: str, target: str) -> None:
    """Write the target anew only where it was not written as python-docx resolves it."""
    if actual != target or "\\" in (node.get("Target") or ""):
        node.set("Target", "/" + actual)


def _repacked(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()
