"""The comments part: ours are added and taken away, everybody else's stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reportlint.annotate.package_writer import OpenPackage, highest_id
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element
from reportlint.record import record

AUTHOR = "reportlint"
_INITIALS = "RL"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIZE = "20"  # half points; what Word's own comment style has
_COMPANIONS = ("commentsExtended", "commentsIds")
"""Parts with one entry a comment, by the id of the comment's last paragraph."""


@record
class CommentsPart:
    """The comments of a document, with the styles that they wear."""

    package: OpenPackage
    part: str
    root: Element
    text_style: str
    reference_style: str

    @classmethod
    def open(cls, package: OpenPackage) -> CommentsPart:
        """The comments part, made if there is none."""
        part = package.target("comments")
        root = package.root(part) if part else None
        if root is None:
            root = etree.Element(n.w("comments"), nsmap={"w": n.W_NS})
            part = package.add("comments", "comments", _TYPE, root)
        names = _style_ids(package)
        return cls(package, part, root, names.get("annotation text", ""), names.get("annotation reference", ""))

    @property
    def highest(self) -> int:
        """The highest id in use."""
        return highest_id(self.root)

    def add(self, number: int, lines: Sequence[str]) -> None:
        """Add one of ours, without a date: the same draft gives the same bytes."""
        comment = etree.SubElement(
            self.root, n.w("comment"), {n.ID: str(number), n.w("author"): AUTHOR, n.w("initials"): _INITIALS}
        )
        for index, line in enumerate(lines):
            paragraph = etree.SubElement(comment, n.P)
            paragraph.append(self._paragraph_look())
            if not index:
                run = etree.SubElement(paragraph, n.R)
                if self.reference_style:
                    etree.SubElement(etree.SubElement(run, n.RPR), n.RSTYLE, {n.VAL: self.reference_style})
                etree.SubElement(run, n.w("annotationRef"))
            run = etree.SubElement(paragraph, n.R)
            if not self.text_style:
                etree.SubElement(etree.SubElement(run, n.RPR), n.SIZE, {n.VAL: _SIZE})
            text = etree.SubElement(run, n.T, {n.SPACE: "preserve"})
            text.text = clean(line)
        self.package.touch(self.part)

    def _paragraph_look(self) -> Element:
        """The comment style, or its look: the body style's indent and size would fill the balloon with air."""
        look = etree.Element(n.PPR)
        if self.text_style:
            etree.SubElement(look, n.PSTYLE, {n.VAL: self.text_style})
            return look
        zero = {n.w("before"): "0", n.w("after"): "0", n.w("line"): "240", n.w("lineRule"): "auto"}
        etree.SubElement(look, n.w("spacing"), zero)
        etree.SubElement(look, n.w("ind"), {n.w("firstLineChars"): "0", n.w("firstLine"): "0"})
        etree.SubElement(look, n.w("jc"), {n.VAL: "left"})
        return look

    def remove_own(self) -> set[str]:
        """Take ours away; gives their ids."""
        gone, paragraphs = set(), set()
        for comment in list(self.root):
            if comment.get(n.w("author")) == AUTHOR:
                gone.add(comment.get(n.ID) or "")
                paragraphs |= {item.get(n.PARA_ID) or "" for item in comment.iter(n.P)}
                self.root.remove(comment)
        self.package.touch(self.part)
        for kind in _COMPANIONS:
            self._remove_entries(self.package.target(kind), paragraphs - {""})
        return gone

    def _remove_entries(self, part: str, paragraphs: set[str]) -> None:
        """What other parts say of comments that are gone; an answer to one of ours stays, by itself."""
        root = self.package.root(part) if part and paragraphs else None
        if root is None:
            return
        for entry in list(root):
            for name, value in list(entry.attrib.items()):
                kind = str(name).rpartition("}")[2]
                if value in paragraphs and kind == "paraId":
                    root.remove(entry)
                elif value in paragraphs and kind == "paraIdParent":
                    del entry.attrib[name]
        self.package.touch(part)


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def _style_ids(package: OpenPackage) -> dict[str, str]:
    """Style ids by lower-cased name: ids differ from program to program, names of built-in styles do not."""
    part = package.target("styles")
    root = package.root(part) if part else None
    found: dict[str, str] = {}
    for style in root.iterfind(n.w("style")) if root is not None else ():
        name = n.value(style, n.w("name"))
        if name:
            found.setdefault(name.lower(), style.get(n.w("styleId")) or "")
    return found
