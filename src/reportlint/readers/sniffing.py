"""What a file really is, by its first bytes, when it is not what its name says."""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
_HEADS = (
    (b"{\\rtf", f"这是 RTF 文件，不是 .docx；{_SAVE_AS}"),
    (b"%PDF", "这是 PDF 文件，不能直接检查；请用原来的 Word 文档，或转成 .docx 后再检查"),
    (b"\x89PNG", "这是图片，不是文档；请提供 Word 文档或文本"),
    (b"\xff\xd8\xff", "这是图片，不是文档；请提供 Word 文档或文本"),
    (b"GIF8", "这是图片，不是文档；请提供 Word 文档或文本"),
    (b"Rar!", "这是压缩包，请解压后再检查里面的文档"),
    (b"7z\xbc\xaf", "这是压缩包，请解压后再检查里面的文档"),
    (b"\x1f\x8b", "这是压缩包，请解压后再检查里面的文档"),
)


def describe(data: bytes) -> str | None:
    """One Chinese sentence saying what the bytes are and what to do; None if they look like nothing known."""
    head = data[:4096]
    if not data.strip(b"\x00 \t\r\n"):
        return "文件是空的，没有内容可查；请核对是不是存错了文件"
    if head.startswith(_OLE):
        return _ole(data)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    for mark, sentence in _HEADS:
        if head.startswith(mark):
            return sentence
    lowered = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<meta")):
        return f"这是网页文件（HTML），不是 Word 文档；{_SAVE_AS}"
    if lowered.startswith(b"<?xml"):
        return f"这是 XML 文件（可能是 Word 的 XML 格式），不是 .docx；{_SAVE_AS}"
    if len(data) < 200 and data[:1] < b"\x40" and b"\x00" in data:
        return "这是 Word 打开文档时的临时锁文件（~$ 开头），不是文档本身"
    if b"\x00" not in head and _texty(head):
        return "这是纯文本，只是改了扩展名；请把扩展名改为 .txt 后再检查"
    return None


def _ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "文档设置了打开密码，无法读取；请取消密码后另存再检查"
    if "WordDocument".encode("utf-16-le") in data:
        return f"这是旧版 Word（.doc）或 WPS（.wps）文档，只是扩展名不同；{_SAVE_AS}"
    if "Workbook".encode("utf-16-le") in data:
        return "这是旧版 Excel 表格，不是 Word 文档；请提供 Word 文档或文本"
    return f"这是旧版 Office 文件，不是 .docx；{_SAVE_AS}"


def _zip(data: bytes) -> str:
    if b"word/" in data:
        return "文件已损坏或没有传完整，打不开；请用 Word 或 WPS 打开修复、另存后再检查"
    if b"xl/" in data:
        return "这是 Excel 表格，不是 Word 文档；请另存为 .docx 后再检查"
    if b"ppt/" in data:
        return "这是演示文稿，不是 Word 文档；请另存为 .docx 后再检查"
    if b"opendocument" in data:
        return f"这是 ODT 开放文档，不是 .docx；{_SAVE_AS}"
    return "这是压缩包或已损坏的文档，打不开；请解压或修复后再检查"


def _texty(head: bytes) -> bool:
    for encoding in ("utf-8", "gb18030"):
        text = head.decode(encoding, "ignore")
        if text and sum(char.isprintable() or char in "\r\n\t" for char in text) > 0.95 * len(text):
            return True
    return False
