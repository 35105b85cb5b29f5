"""What a person must know of the file itself: tracked changes and comments that remain, parts that were not read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reportlint.document import Notice
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.stories import Reading, part_of
from reportlint.waiver import inline_waiver

_PIECES = 200  # a waiver is one line; no more of a comment is read to recognise it
_REVISED = "文档里还有没有接受的修订（已按全部接受后的文字检查）；请在“审阅”中接受或拒绝全部修订后再报送"
_HIDDEN = (
    "文件里有 {count} 处隐藏文字（“{text}”），没有检查，对方改一下显示设置就能看到；"
    "请在“字体”中取消隐藏后再看，不该留的删去"
)
_QUOTE = 16  # code points of hidden text that are shown
_OF_THE_WEB = ("窗体顶端", "窗体底端")  # Word's own marks round the forms of a page that was pasted
_UNCHECKED = {
    "chunk": "这里插入了另一个文件（altChunk），其中的文字没有检查；请用 Word 打开后另存为 .docx，再检查一次",
    "subdocument": "这里链接了一个子文档，其中的文字没有检查；请把子文档的内容并入本文档，或单独检查它",
    "object": "这里嵌入了一个对象（如 Excel 表格、其他文档），其中的文字没有检查；请改为 Word 表格或文字，或人工核对",
    "chart": "这里的图表读不出来，其中的文字没有检查；请人工核对图表的标题和各项名称",
    "diagram": "这里的 SmartArt 图示读不出来，其中的文字没有检查；请人工核对图示里的文字",
    "footnotes": "这里引用的脚注在文件里找不到，没有检查；请用 Word 打开核对，补上脚注或删去引用",
    "endnotes": "这里引用的尾注在文件里找不到，没有检查；请用 Word 打开核对，补上尾注或删去引用",
    "margin": "文件里缺少正文引用的页眉或页脚，没有检查；请用 Word 打开核对后另存，再检查一次",
    "comments": "这里有批注标记，批注内容在文件里却找不到，没有检查；请用 Word 打开核对、删除批注后再报送",
}
_PICTURES = "文中有 {count} 张图片，图片里的文字和数字没有检查；表格截图请改为 Word 表格，其他图片请人工核对"


def notices(reading: Reading) -> tuple[Notice, ...]:
    """All notices of a document that has been read, in order."""
    found = [Notice(start, "unchecked", _UNCHECKED[kind]) for start, kind in reading.unchecked]
    if reading.pictures:
        found.append(Notice(reading.pictures[0], "picture", _PICTURES.replace("{count}", str(len(reading.pictures)))))
    found += _hidden(reading.hidden)
    if reading.revision is not None:
        found.append(Notice(reading.revision, "revision", _REVISED))
    found += _comments(reading)
    found += [Notice(start, "damaged", message) for start, message in reading.damaged]
    return tuple(sorted(found))


def _hidden(pieces: list[tuple[int, str]]) -> Iterator[Notice]:
    """One notice of all hidden text; what stands at one place is one piece."""
    places: dict[int, str] = {}
    for start, text in pieces:
        places[start] = places.get(start, "") + text
    shown = {start: "".join(text.split()) for start, text in places.items()}
    shown = {start: text for start, text in shown.items() if text and text not in _OF_THE_WEB}
    if shown:
        start, text = min(shown.items())
        quoted = text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
        yield Notice(start, "hidden", _HIDDEN.replace("{count}", str(len(shown))).replace("{text}", quoted))


def _comments(reading: Reading) -> Iterator[Notice]:
    """A notice for every waiver, one for all other comments that are not resolved; an answer belongs to its comment."""
    targets, anchors = dict(reading.relations.values()), reading.anchors
    first = min(anchors.values(), default=0)
    damaged = len(reading.damaged)
    root = part_of(reading, targets["comments"], "批注", first) if "comments" in targets else None
    if len(reading.damaged) > damaged:
        return
    known = set() if root is None else {comment.get(n.ID) for comment in root.iterfind(n.w("comment"))}
    lost = [start for key, start in anchors.items() if key not in known]
    if lost:
        yield Notice(min(lost), "unchecked", _UNCHECKED["comments"])
    settled = _settled(reading, targets.get("commentsExtended", ""))
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


def _settled(reading: Reading, part: str) -> set[str | None]:
    """Paragraph ids of comments that are marked as resolved or answer another one."""
    root = part_of(reading, part, "批注的处理情况", 0) if part else None
    if root is None:
        return set()
    return {
        item.get(n.EX_PARA_ID)
        for item in root.iter(n.COMMENT_EX)
        if item.get(n.EX_PARENT) or item.get(n.EX_DONE) in ("1", "true")
    }
