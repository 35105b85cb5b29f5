"""XML from strangers: bytes to a tree, without entities, network, huge texts or depth; Strict names made Transitional."""

from __future__ import annotations

import re

from lxml import etree

from reportlint.readers.ooxml.names import Element

_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w/]*)")
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_HEAD = 4096  # the whole part is not searched: what libxml2 found is asked for afterwards
_RENAMED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


class Refused(ValueError):
    """XML that is well-formed and not read all the same."""


def parse(data: bytes) -> Element:
    """The root element. Raises XMLSyntaxError, or Refused for a DOCTYPE.

    No Office program writes a DOCTYPE; entities are what it would be there for. ``huge_tree`` stays off: libxml2 then
    refuses texts of 10 MB and more and nesting beyond 256, which also keeps our own recursion short.
    """
    if _has_doctype(data[:_HEAD]):
        raise Refused("DOCTYPE")
    # a parser is made anew each time: cheap, and one may not be shared between threads
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _has_doctype(data):  # libxml2 itself stopped entities that grow
            raise Refused("DOCTYPE") from error
        raise
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("DOCTYPE")
    if isinstance(root.tag, str) and root.tag.startswith("{" + _STRICT):
        return parse(transitional(etree.tostring(root, encoding="utf-8")))
    return root


def _has_doctype(data: bytes) -> bool:
    return any(mark in data for mark in _DOCTYPES)


def transitional(data: bytes) -> bytes:
    """The same XML with the names of ISO/IEC 29500 Strict replaced by those that every program knows."""
    return _STRICT_NAME.sub(_transitional_name, data)


def _transitional_name(match: re.Match[bytes]) -> bytes:
    head, _, tail = match[2].rpartition(b"/")
    tail = _RENAMED.get(tail, tail)
    return b"http://schemas.openxmlformats.org/" + match[1] + b"/2006/" + (head + b"/" + tail if head else tail)
