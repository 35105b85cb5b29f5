"""Word files built in memory, from WordprocessingML written by hand: python-docx makes few of the structures at issue."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from reportlint.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = {
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes",
    "settings.xml": "settings",
    "comments.xml": "comments",
    "commentsExtended.xml": "commentsExtended",
    "header1.xml": "header",
    "header2.xml": "header",
    "header3.xml": "header",
    "footer1.xml": "footer",
}
ROOTS = {
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes",
    "settings.xml": "settings",
    "comments.xml": "comments",
    "header1.xml": "hdr",
    "header2.xml": "hdr",
    "header3.xml": "hdr",
    "footer1.xml": "ftr",
}


def run(text: str, properties: str = "") -> str:
    """A run of text that keeps its spaces."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str = "", properties: str = "") -> str:
    """A paragraph; content that is no XML is a run of text."""
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{content if content.startswith('<') or not content else run(content)}</w:p>"


def styled(style: str, content: str) -> str:
    """A paragraph in a style."""
    return para(content, f'<w:pStyle w:val="{style}"/>')


def numbered(content: str, num: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return para(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a cell that is no w:tc is a paragraph's content."""
    inner = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{inner}{''.join(text if text.startswith('<w:tc') else cell(para(text)) for text in cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def field(instruction: str, result: str = "", data: str = "") -> str:
    """A complex field; ``result`` is XML of runs."""
    separate = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{separate}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def text_box(content: str) -> str:
    """A run with a text box as Word 2010 and later write it: a drawing, and the same text in VML for older programs."""
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wp:inline><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent>'
        "</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def levels(*formats: tuple[str, str], extra: Mapping[int, str] | None = None) -> str:
    """The levels of a list from (numFmt, lvlText)."""
    return "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{(extra or {}).get(index, "")}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(formats)
    )


def numbering(abstracts: Mapping[int, str], nums: Mapping[int, tuple[int, str]]) -> str:
    """A numbering part's content: abstract lists by id, lists by id as (abstract id, overrides)."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{inner}</w:abstractNum>' for key, inner in abstracts.items()
    ) + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{inner}</w:num>'
        for key, (abstract, inner) in nums.items()
    )


def relationships(items: Mapping[str, tuple[str, str]], kind_prefix: str = R) -> str:
    """A relationships part: id to (kind, target)."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kind_prefix}/{kind}" Target="{target}"/>'
        for key, (kind, target) in items.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>'


def files(body: str, parts: Mapping[str, str] | None = None, section: str = "") -> dict[str, bytes]:
    """The files of a package: the document part and others of word/ by name, given by the content of their root."""
    given = dict(parts or {})
    end = f"<w:sectPr>{section}</w:sectPr>" if section else ""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}{end}</w:body></w:document>'
    )
    found = {
        "[Content_Types].xml": _content_types(given),
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(
            {name.split(".")[0]: (KINDS[name], name) for name in given if name in KINDS}
        ),
    }
    for name, content in given.items():
        root = ROOTS.get(name)
        found[f"word/{name}"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>" if root else content
    return {name: text.encode() for name, text in found.items()}


def _content_types(parts: Mapping[str, str]) -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    names = {name: KINDS[name] for name in parts if name in KINDS}
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{main}.{kind}+xml"/>' for name, kind in names.items()
    )
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>{overrides}</Types>'
    )


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Files as the bytes of a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(name, data)
    return stream.getvalue()


def source(body: str, parts: Mapping[str, str] | None = None, section: str = "", path: str = "稿.docx") -> Source:
    """A Word file as the reader gets it."""
    return Source(path, zipped(files(body, parts, section)))
