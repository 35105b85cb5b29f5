"""What a file really is, by its bytes, when it is not what its name says: one sentence, and what to do."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from io import BytesIO

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
_IMAGE = "这是图片，不是文档；请提供 Word 文档，或识别成文字后再检查"
_ARCHIVE = "这是压缩包，不是文档；请解压后检查里面的文档"
EMPTY = "文件是空的，没有内容可查；请核对是不是存错了文件"
DAMAGED = "文件已损坏或没有传完整，打不开；请用 Word 或 WPS 打开修复、另存后再检查"
LOCK = "这是 Word 打开文档时留下的临时锁文件（~$ 开头），不是文档本身；请检查不带 ~$ 的那个文件"
_RENAMED = "这是 Word 文档（.docx），只是扩展名写成了别的；请把扩展名改为 .docx 后再检查"
UNKNOWN = "不是 Word 文档（.docx），也认不出是什么文件；请用 Word 或 WPS 打开核对后另存为 .docx"
PASSWORD = "文档设置了打开密码，无法读取；请取消密码后另存再检查"
_WEB_PAGE = f"这是网页文件（HTML），不是 Word 文档；{_SAVE_AS}"
_MOST_ENTRIES = 5_000
_LARGEST_DIRECTORY = 4_000_000
_LONGEST_NAME = 200
_LOCK_BYTES = (50, 165)  # Word writes 162; WPS and older versions write 54 and 165

_HEADS = (
    (b"{\\rtf", f"这是 RTF 文件，不能直接检查；{_SAVE_AS}"),
    (b"%PDF", "这是 PDF 文件，不能直接检查；请用原来的 Word 文档，或转成 .docx 后再检查"),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)


def describe(data: bytes) -> str | None:
    """One Chinese sentence saying what the bytes are and what to do; None if they look like nothing known."""
    if not data.strip(b"\x00 \t\r\n"):
        return EMPTY
    binary = describe_binary(data)
    if binary is not None:
        return binary
    if is_lock(data):
        return LOCK
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<table")) or b"<html" in head:
        return _WEB_PAGE
    if head.startswith(b"mime-version:") and b"multipart/related" in head:  # what Word calls a single-file web page
        return _WEB_PAGE.replace("HTML", "MHT")
    if head.startswith((b"<?xml", b"<w:", b"<pkg:")):
        return f"这是 XML 文件（可能是 Word 的 XML 格式），不是 .docx；{_SAVE_AS}"
    if _texty(data[:4096]):
        return "这是纯文本，只是扩展名写成了 Word 的；请把扩展名改为 .txt 后再检查"
    return None


def describe_binary(data: bytes) -> str | None:
    """The same for what is surely no text, so that it may be asked about a .txt as well."""
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        reason = describe_zip(data)
        return _RENAMED if reason == DAMAGED and _END in data[-_TAIL:] else reason
    for mark, sentence in _HEADS:
        if data.startswith(mark) and (len(mark) > 2 or b"\x00" in data[:64]):
            return sentence
    return None


def is_lock(data: bytes) -> bool:
    """A lock file holds a length, the user's name padded with blanks or zeros, and the name again in UTF-16."""
    shortest, longest = _LOCK_BYTES
    return shortest <= len(data) <= longest and data[0] <= 54 and b"\x00\x00" in data


def _ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return PASSWORD
    if "WordDocument".encode("utf-16-le") in data:
        if _is_locked(data):
            return PASSWORD
        return f"这是旧版 Word（.doc）或 WPS（.wps）文档，不能直接检查；{_SAVE_AS}"
    if "Workbook".encode("utf-16-le") in data:
        return "这是旧版 Excel 表格，不是 Word 文档；请提供 Word 文档或文本"
    if "PowerPoint Document".encode("utf-16-le") in data:
        return "这是旧版演示文稿，不是 Word 文档；请提供 Word 文档或文本"
    return f"这是旧版 Office 文件，不能直接检查；{_SAVE_AS}"


def _is_locked(data: bytes) -> bool:
    """Whether a Word 97 document is encrypted: a bit at the start of its main stream says so ([MS-DOC] 2.5.2, FibBase)."""
    sectors = range(512, len(data) - 12, 512)
    start = next((at for at in sectors if data[at : at + 2] == b"\xec\xa5" and data[at + 3] <= 1), None)
    return start is not None and bool(data[start + 11] & 1)


def describe_unconvertible(data: bytes) -> str | None:
    """The same for what LibreOffice must not be given, None for what it may open.

    It takes whatever it does not know for plain text: a picture named 报告.doc would be read, and pass.
    """
    if data.startswith(_OLE):
        reason = _ole(data)
        return None if reason.startswith(("这是旧版 Word", "这是旧版 Office")) else reason
    if data.startswith((b"{\\rtf", b"\xdb\xa5")):  # the latter is Word 2
        return None
    if data.startswith(b"PK"):
        reason = describe_zip(data)
        return reason if not reason.startswith("这是 ODT") else PASSWORD if _is_locked_odt(data) else None
    if b"Word.Document" in data[:1024] and data.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml"):
        return None
    return describe(data) or UNKNOWN


def _is_locked_odt(data: bytes) -> bool:
    import zipfile  # few files need it, and it takes half a dozen modules along

    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open("META-INF/manifest.xml") as manifest:
            return b"encryption-data" in manifest.read(1_000_000)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, RuntimeError):
        return False  # LibreOffice will say what is wrong with it


def is_word_package(data: bytes) -> bool:
    """Whether a file of another name is a .docx, by its zip's directory: programs do save such ones as .doc."""
    end = data.rfind(_END)
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    return size <= _LARGEST_DIRECTORY and b"word/document.xml" in data[max(0, end - size) : max(0, end)].lower()


def describe_zip(data: bytes) -> str:
    """What a zip is that could not be read as a Word document, by the names in its own records, directory or none."""
    head = data[:200_000]
    starts = [match.start() for match in re.finditer(rb"PK\x03\x04", head)]
    lengths = [min(int.from_bytes(head[at + 26 : at + 28], "little"), _LONGEST_NAME) for at in starts]
    names = [head[at + 30 : at + 30 + length] for at, length in zip(starts, lengths, strict=True)]
    text = [name.decode("ascii", "replace").lower() for name in names]
    reason = describe_package(text)
    word = any(name.startswith(("word/", "_rels/", "[content_types]")) for name in text)
    return DAMAGED if reason == _NO_BODY and (word or _END not in data[-_TAIL:]) else reason


_END, _TAIL = b"PK\x05\x06", 70_000  # the directory's end stands there; a comment of up to 64 KB may follow
_NO_BODY = "压缩包里没有 Word 正文，不是 Word 文档；请用 Word 或 WPS 打开核对后另存为 .docx"


def describe_package(names: Iterable[str]) -> str:
    """What a zip is that holds no Word document, by the names of its entries (lower case)."""
    known = list(names)
    for start, sentence in (
        ("xl/", "这是 Excel 表格，不是 Word 文档；请把要检查的内容另存为 .docx"),
        ("ppt/", "这是演示文稿，不是 Word 文档；请把要检查的内容另存为 .docx"),
        ("content.xml", f"这是 ODT 开放文档，不能直接检查；{_SAVE_AS}"),
        ("ofd.xml", "这是 OFD 版式文件，不能直接检查；请用原来的 Word 文档"),
        ("index/document.iwa", f"这是 Pages 文稿，不能直接检查；{_SAVE_AS.replace('Word 或 WPS', 'Pages')}"),
    ):
        if any(name.startswith(start) for name in known):
            return sentence
    if any(name.endswith((".docx", ".doc", ".wps", ".txt", ".pdf")) for name in known):
        return _ARCHIVE
    return _NO_BODY


def _texty(head: bytes) -> bool:
    if b"\x00" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        text = head.decode(encoding, "ignore")
        if text and sum(char.isprintable() or char in "\r\n\t\u3000" for char in text) > 0.95 * len(text):
            return True
    return False
