"""Plain text and Markdown: every encoding that Chinese drafts come in, every line end, offsets kept.

Order of trial (measured on third-party files): byte order mark, NUL bytes (UTF-16 without a mark, or a binary file),
strict UTF-8, a file whose lines are in different encodings, then GB18030 against Big5 by the share of common
characters. GB18030 never fails on even garbage, so it must not come first.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from reportlint.document import Block, Document
from reportlint.errors import ReadError
from reportlint.lazyre import lazy
from reportlint.limits import DEFAULT_LIMITS, Limits
from reportlint.readers.hardwrap import unwrapped
from reportlint.readers.sniffing import EMPTY, LOCK, describe_binary, is_lock
from reportlint.source import Source

_LINE_END = lazy("\r\n|\r|\n")
_NARROW = lazy("[\u0080-\u07ff]")
_ATX = lazy(r"(?P<marks>#{1,6})[ \t]+")
_ATX_LINE = lazy(r"(?m)^#{1,6} (?=[^#\s])")
_ENOUGH_MARKS = 3  # lines of a .txt file that begin as Markdown's headings do
_BOLD = lazy(r"[ \t]*\*\*(?=[^\s*][^*\n]*\*\*)(?P<whole>[^*\n]+(?=\*\*[ \t]*$))?")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
) | frozenset("，。、；：“”（）《》0123456789\n \u3000")
_TRADITIONAL = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴"
) | frozenset("，。、；：「」（）《》0123456789\n \u3000")
_MOST_EUROS = 200
_HEAD = 20_000  # bytes that are enough to tell one legacy encoding from another


def read_text(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document:
    """A .txt file: one block a line, or a paragraph if its lines are hard-wrapped.

    Raises ReadError for an empty file or one that is no text. Its size was bounded when it was loaded.
    """
    text, encoding = decode(source)
    if len(_ATX_LINE.findall(text[:_HEAD])) >= _ENOUGH_MARKS:
        return read_markdown(source)  # Markdown under another name
    paragraphs = unwrapped(text)
    if paragraphs is not None:
        return Document(source.path, text, paragraphs[0], encoding=encoding, wraps=paragraphs[1])
    return Document(source.path, text, tuple(_lines(text)), encoding=encoding)


def read_markdown(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document:
    """A .md file as text whose ``#`` lines are headings; of the rest only **bold** at a line's start is.

    The marks stay in the text, so that columns are those of the file; the block begins behind them.
    """
    text, encoding = decode(source)
    blocks, wraps = unwrapped(text) or (_lines(text), ())
    return Document(source.path, text, tuple(_atx(text, blocks)), encoding=encoding, wraps=wraps)


def _lines(text: str) -> Iterable[Block]:
    start = 0
    for line in text.split("\n"):
        yield Block(start, start + len(line))
        start += len(line) + 1


def _atx(text: str, blocks: Iterable[Block]) -> Iterable[Block]:
    fenced = False
    for block in blocks:
        line = text[block.start : block.end]
        if line.lstrip().startswith("```"):
            fenced = not fenced
        match = None if fenced else _ATX.match(line)
        if match is not None:
            block = block._replace(start=block.start + match.end(), level=len(match["marks"]))
        yield block if fenced else _without_bold(text, block)


def _without_bold(text: str, block: Block) -> Block:
    """The block behind the asterisks that begin it, up to those that end it: **一、主要举措** is a heading's line."""
    match = _BOLD.match(text, block.start, block.end) if text.startswith("**", block.start) else None
    if match is None:
        return block
    if match["whole"]:
        return block._replace(start=match.start("whole"), end=match.end(), emphasis=True)
    return block._replace(start=match.end())


def decode(source: Source) -> tuple[str, str]:
    """The text with ``\\n`` line ends and without byte order mark, and the encoding's name."""
    data = source.data
    if not data.strip(b"\x00 \t\r\n"):
        raise ReadError(source.path, EMPTY)
    known = describe_binary(data)
    if known is not None:
        raise ReadError(source.path, known)
    text, encoding = _decoded(source.path, data)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise ReadError(source.path, EMPTY)
    return _LINE_END.sub("\n", text) if "\r" in text else text, encoding


def _decoded(path: str, data: bytes) -> tuple[str, str]:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it is asked first
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(name.removesuffix("-sig"), "replace"), name
    if b"\x00" in data:
        return _with_nul(path, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(path, data)
    return (text, "utf-8") if _plausible_utf8(text) else _legacy(path, data)


def _plausible_utf8(text: str) -> bool:
    """930 of the 6,763 GB2312 characters are valid UTF-8 too, as U+0080-07FF: without any Han, those are no UTF-8."""
    return text.isascii() or not _NARROW.search(text) or max(text) >= "\u3000"


def _with_nul(path: str, data: bytes) -> tuple[str, str]:
    """NUL bytes: UTF-16 or UTF-32 without a mark if it gives mostly Han and plain characters, else a binary file."""
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        head = text[:4000]
        good = sum(
            1
            for char in head
            if "\u4e00" <= char <= "\u9fff"
            or char in _COMMON
            or (char.isascii() and char.isprintable())
            or char in "\r\t"
        )
        if good > 0.85 * len(head):
            return text, name
    binary = "不是文本文件（内含二进制数据）；请另存为 .txt 或 .docx 后再检查"
    raise ReadError(path, LOCK if is_lock(data) else binary)


def _legacy(path: str, data: bytes) -> tuple[str, str]:
    mixed = _mixed(data)
    if mixed is not None:
        return mixed, "mixed"
    candidates = []
    for name, common in (("gb18030", _COMMON), ("big5hkscs", _TRADITIONAL)):
        try:
            text = _gb18030(data) if name == "gb18030" else data.decode(name)
        except UnicodeDecodeError:
            continue
        candidates.append((_share(text[:_HEAD], common), name == "gb18030", text, name))
    if not candidates:
        return _damaged(path, data)
    share, _, text, name = max(candidates)
    if share < 0.1 and not re.search("[\u4e00-\u9fff]{4}", text):
        raise ReadError(path, "认不出文件的编码，可能不是中文文本；请用记事本另存为 UTF-8 后再检查")
    return text, name


def _gb18030(data: bytes) -> str:
    """GB18030 in which a lone byte 0x80 is the euro sign, as Windows code page 936 writes it."""
    parts: list[str] = []
    start = 0
    while True:
        try:
            return "".join(parts) + data[start:].decode("gb18030")
        except UnicodeDecodeError as error:
            at = start + error.start
            if data[at] != 0x80 or len(parts) > _MOST_EUROS:
                raise
            parts += [data[start:at].decode("gb18030"), "€"]
            start = at + 1


def _share(text: str, common: frozenset[str]) -> float:
    wide = [char for char in text if not char.isascii()]
    return sum(1 for char in wide if char in common) / len(wide) if wide else 0.0


def _mixed(data: bytes) -> str | None:
    """A file pasted together from two encodings: some lines are UTF-8 with Han in them, the rest is GB18030."""
    lines, utf8 = [], 0
    for line in re.split(b"(\r\n|\r|\n)", data):
        try:
            text = line.decode("utf-8")
            if not text.isascii() and re.search("[\u3000-\u9fff\uff00-\uffef]", text):
                utf8 += 1
            elif not text.isascii():
                text = line.decode("gb18030")
        except UnicodeDecodeError:
            try:
                text = line.decode("gb18030")
            except UnicodeDecodeError:
                return None
        lines.append(text)
    return "".join(lines) if utf8 else None


def _damaged(path: str, data: bytes) -> tuple[str, str]:
    """Neither encoding fits to the end: a file cut or spoilt in places is still read where it can be."""
    for name in ("utf-8", "gb18030"):
        text = data.decode(name, "replace")
        if text.count("\ufffd") * 50 < len(text):
            return text, name
    raise ReadError(path, "不是文本文件，或编码已损坏；请用 Word 或记事本打开核对后另存为 UTF-8 文本")
