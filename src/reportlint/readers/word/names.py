"""The XML names of WordprocessingML that the reader knows (ECMA-376, transitional namespaces)."""

from __future__ import annotations

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"
O_NS = "urn:schemas-microsoft-com:office:office"

# Strict OOXML (ISO/IEC 29500-1) uses other names for the same things
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M_NS.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}


def w(name: str) -> str:
    """The Clark name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


def w14(name: str) -> str:
    """The Clark name of an element that Word 2010 added."""
    return f"{{{W14_NS}}}{name}"


VAL, TYPE, ID = w("val"), w("type"), w("id")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REL_ID = f"{{{R_NS}}}id"
P, R, T, TBL, TR, TC, SDT = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc"), w("sdt")
PPR, RPR, SDTPR, SDTCONTENT, SECTPR = w("pPr"), w("rPr"), w("sdtPr"), w("sdtContent"), w("sectPr")
TCPR, TRPR = w("tcPr"), w("trPr")
TAB, BR, CR, SYM = w("tab"), w("br"), w("cr"), w("sym")
NO_BREAK_HYPHEN, PTAB = w("noBreakHyphen"), w("ptab")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
FIELD_CHAR, FIELD_SIMPLE, INSTRUCTION = w("fldChar"), w("fldSimple"), w("instrText")
FOOTNOTE_REF, ENDNOTE_REF, COMMENT_REF = w("footnoteReference"), w("endnoteReference"), w("commentReference")
TXBX = w("txbxContent")
ALT_CHUNK, SUB_DOC = w("altChunk"), w("subDoc")
OLE_OBJECT = f"{{{O_NS}}}OLEObject"
ALTERNATE, CHOICE, FALLBACK = f"{{{MC_NS}}}AlternateContent", f"{{{MC_NS}}}Choice", f"{{{MC_NS}}}Fallback"
MATH_TEXT, MATH = f"{{{M_NS}}}t", f"{{{M_NS}}}oMath"
VANISH, SPEC_VANISH, HIGHLIGHT, COLOR, UNDERLINE, SHADE = (
    w("vanish"), w("specVanish"), w("highlight"), w("color"), w("u"), w("shd"),
)  # fmt: skip
RSTYLE, PSTYLE, RUBY = w("rStyle"), w("pStyle"), w("ruby")

OFF = frozenset(("0", "false", "off", "none"))
