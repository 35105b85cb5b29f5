"""``[Content_Types].xml``: which part is what, made complete for python-docx."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from reportlint.readers.ooxml.xmlparse import Refused, parse

_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{_WML}.document.main+xml"
_KINDS = {
    "officeDocument": MAIN,
    "styles": f"{_WML}.styles+xml",
    "numbering": f"{_WML}.numbering+xml",
    "settings": f"{_WML}.settings+xml",
    "comments": f"{_WML}.comments+xml",
    "header": f"{_WML}.header+xml",
    "footer": f"{_WML}.footer+xml",
    "footnotes": f"{_WML}.footnotes+xml",
    "endnotes": f"{_WML}.endnotes+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_UNKNOWN = "application/octet-stream"


def _read(data: bytes | None) -> tuple[dict[str, str], dict[str, str]]:
    """Types by extension and by part name, both in lower case."""
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    try:
        root = parse(data) if data else ()
    except (etree.XMLSyntaxError, Refused):
        root = ()
    for node in root:
        given = node.get("ContentType") or _UNKNOWN
        if node.get("Extension") is not None:
            defaults[(node.get("Extension") or "").lower()] = given
        elif node.get("PartName"):
            overrides[(node.get("PartName") or "").lstrip("/").lower()] = given
    return defaults, overrides


def declared_type(data: bytes | None, main: str) -> str:
    """What the main part is declared to be; a plain document where it is none that Word would open."""
    given = _read(data)[1].get(main.lower(), MAIN)
    return given if given.startswith(("application/vnd.ms-word.", _WML)) else MAIN


def content_types(data: bytes | None, kinds: Mapping[str, str], names: Iterable[str]) -> bytes:
    """The types of all parts: as declared, those that python-docx goes by as their relationships say."""
    defaults, overrides = _read(data)
    root = etree.fromstring(f'<Types xmlns="{_NS}"/>')
    wanted = dict(_DEFAULTS)
    wanted.update(defaults)
    for name in names:
        wanted.setdefault(name.rpartition(".")[2].lower(), _UNKNOWN)
    for extension, given in wanted.items():
        if "/" not in extension:
            etree.SubElement(root, f"{{{_NS}}}Default", Extension=extension, ContentType=given)
    for name in names:
        chosen = _KINDS.get(kinds.get(name, "")) or overrides.get(name.lower())
        if chosen is None and ("." not in name.rpartition("/")[2]):
            chosen = _UNKNOWN
        if chosen is not None and name != "[Content_Types].xml":
            etree.SubElement(root, f"{{{_NS}}}Override", PartName="/" + name, ContentType=chosen)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
