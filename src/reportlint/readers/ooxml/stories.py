"""What stands outside the body: headers, footers, footnotes, endnotes; and whether comments are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.document import Notice
from reportlint.readers.ooxml.names import R_NS, W15_NS, P, w
from reportlint.readers.ooxml.package import Package
from reportlint.readers.ooxml.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {"default": "", "first": "首页", "even": "偶数页"}


def headers_and_footers(walk: Walk, package: Package, rels: dict[str, tuple[str, str]]) -> None:
    """The headers and footers that sections refer to, each part once; others are leftovers nobody sees."""
    seen: set[str] = set()
    for section in walk.sections:
        for node in section:
            kind = {w("headerReference"): "页眉", w("footerReference"): "页脚"}.get(node.tag)
            target = rels.get(node.get(f"{{{R_NS}}}id") or "", ("", ""))[1]
            if kind is None or not target or target in seen or not package.has(target):
                continue
            seen.add(target)
            _story(walk, package.parse(package.read(target)), _NAMES.get(node.get(w("type")) or "", "") + kind, target)


def notes(walk: Walk, package: Package, rels: dict[str, tuple[str, str]]) -> None:
    """Foot- and endnotes in the order of their references, numbered from 1."""
    for kind, name in (("脚注", "footnotes"), ("尾注", "endnotes")):
        wanted = [note for found, note in walk.inline.notes if found == kind]
        part = next((target for what, target in rels.values() if what == name), "")
        if not wanted or not package.has(part):
            continue
        by_id = {node.get(w("id")): node for node in package.parse(package.read(part))}
        for number, note in enumerate(dict.fromkeys(wanted), 1):
            if note in by_id:
                _story(walk, by_id[note], f"{kind}{number}", part)


def _story(walk: Walk, root: _Element, name: str, part: str) -> None:
    """One story, written only if it says something."""
    state = (len(walk.blocks), len(walk.pieces), walk.at)
    walk.story, walk.inline.part = name, part
    walk.content(root)
    walk.story, walk.inline.part = "", ""
    if not any(piece.strip() for piece in walk.pieces[state[1] :]):
        del walk.blocks[state[0] :], walk.pieces[state[1] :]
        walk.at = state[2]


def open_comments(package: Package, rels: dict[str, tuple[str, str]]) -> Notice | None:
    """One notice for comments that nobody has marked as done."""
    part = next((target for kind, target in rels.values() if kind == "comments"), "")
    if not package.has(part):
        return None
    comments = package.parse(package.read(part)).findall(w("comment"))
    extended = next((target for kind, target in rels.values() if kind == "commentsExtended"), "")
    done: set[str] = set()
    if package.has(extended):
        for node in package.parse(package.read(extended)):
            if node.get(f"{{{W15_NS}}}done") in ("1", "true"):
                done.add(node.get(f"{{{W15_NS}}}paraId") or "")
    left = [node for node in comments if not _paragraph_ids(node) & done]
    if not left:
        return None
    return Notice(0, "comment", f"文件里还有 {len(left)} 条批注没有处理，请处理并删除批注后再报送")


def _paragraph_ids(comment: _Element) -> set[str]:
    return {
        value for node in comment.iter(P) for name, value in node.attrib.items() if str(name).endswith("}paraId")
    }  # fmt: skip
