"""What a person must know of the file itself: tracked changes and comments that remain, parts that were not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from reportlint.document import Notice
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.package import Parts, Relationship
from reportlint.waiver import inline_waiver

_PIECES = 200  # a waiver is one line; no more of a comment is read to recognise it
_REVISED = "文档里还有没有接受的修订（已按全部接受后的文字检查）；请在“审阅”中接受或拒绝全部修订后再报送"
_UNCHECKED = {
    "chunk": "这里插入了另一个文件（altChunk），其中的文字没有检查；请用 Word 打开后另存为 .docx，再检查一次",
    "subdocument": "这里链接了一个子文档，其中的文字没有检查；请把子文档的内容并入本文档，或单独检查它",
    "object": "这里嵌入了一个对象（如 Excel 表格、其他文档），其中的文字没有检查；请改为 Word 表格或文字，或人工核对",
}


def notices(
    parts: Parts,
    relations: Mapping[str, Relationship],
    revision: int | None,
    anchors: Mapping[str, int],
    unchecked: Iterable[tuple[int, str]],
) -> tuple[Notice, ...]:
    """All notices in order: ``revision`` is where the first tracked change stands, ``anchors`` where comments do."""
    found = [Notice(start, "unchecked", _UNCHECKED[kind]) for start, kind in unchecked]
    if revision is not None:
        found.append(Notice(revision, "revision", _REVISED))
    found += _comments(parts, relations, anchors)
    return tuple(sorted(found))


def _comments(parts: Parts, relations: Mapping[str, Relationship], anchors: Mapping[str, int]) -> Iterator[Notice]:
    """A notice for every waiver, one for all other comments that are not resolved; an answer belongs to its comment."""
    targets = dict(relations.values())
    if "comments" not in targets:
        return
    root = parts.root(targets["comments"])
    settled = _settled(parts, targets.get("commentsExtended", ""))
    shown = []
    for comment in root.iterfind(n.w("comment")) if root is not None else ():
        key = comment.get(n.ID) or ""
        if key not in anchors:  # a comment that nothing refers to is not shown
            continue
        last = comment.findall(n.P)[-1:]
        words = "".join(text.text or "" for text in islice(comment.iter(n.T), _PIECES)).strip()
        if words.startswith("reportlint") and inline_waiver(words) is not None:
            yield Notice(anchors[key], "waiver", words)
        elif not last or last[0].get(n.PARA_ID) not in settled:
            shown.append(key)
    if shown:
        start = min(anchors[key] for key in shown)
        message = f"文档里还有 {len(shown)} 条没有解决的批注；请逐条处理并删除批注后再报送"
        yield Notice(start, "comment", message)


def _settled(parts: Parts, part: str) -> set[str | None]:
    """Paragraph ids of comments that are marked as resolved or answer another one."""
    root = parts.root(part) if part else None
    if root is None:
        return set()
    return {
        item.get(n.EX_PARA_ID)
        for item in root.iter(n.COMMENT_EX)
        if item.get(n.EX_PARENT) or item.get(n.EX_DONE) in ("1", "true")
    }
