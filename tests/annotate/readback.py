"""What a Word file says, read independently of what wrote it."""

from __future__ import annotations

import io
import zipfile

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return package.namelist()


def comments(data: bytes) -> list[tuple[str, str]]:
    """Author and text of every comment, as python-docx reads them."""
    return [(comment.author, comment.text) for comment in docx.Document(io.BytesIO(data)).comments]


def anchored(data: bytes, author: str | None = "reportlint") -> list[str]:
    """The characters between the marks of every comment of an author, in the order of the comments part."""
    wanted = [
        item.get(W + "id")
        for item in part(data, "word/comments.xml")
        if author is None or item.get(W + "author") == author
    ]
    texts: dict[str, list[str]] = {}
    opened: set[str] = set()
    found: dict[str, str] = {}
    for item in shown(part(data)):
        key = item.get(W + "id") or ""
        if item.tag == W + "commentRangeStart":
            opened.add(key)
            texts[key] = []
        elif item.tag == W + "commentRangeEnd":
            opened.remove(key)
        elif item.tag == W + "commentReference":
            assert key in texts, "the reference stands behind its range"
            assert key not in opened
            found[key] = "".join(texts[key])
        elif item.tag in (W + "t", M + "t"):
            for one in opened:
                texts[one].append(item.text or "")
    assert not opened
    return [found[key or ""] for key in wanted]


def shown(root: etree._Element):
    """All elements but those of the rendering for older programs and of deleted text."""
    for child in root:
        if child.tag not in (MC + "Fallback", W + "del", W + "moveFrom"):
            yield child
            yield from shown(child)


def looks(data: bytes) -> list[tuple[str, str, bytes]]:
    """Every character of every part with the properties of its run, deleted ones included; shown space only."""
    found = []
    for name in sorted(names(data)):
        if not name.startswith("word/") or not name.endswith(".xml") or "comments" in name:
            continue
        for item in part(data, name).iter(W + "t", W + "delText"):
            run = next(item.iterancestors(W + "r"))
            look = run.find(W + "rPr")
            text = item.text or ""
            if item.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                text = text.strip()
            style = b"" if look is None else etree.tostring(look, method="c14n")
            found += [(name, char, style) for char in text]
    return found
