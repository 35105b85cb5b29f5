"""The XML names of WordprocessingML that the reader knows (ECMA-376, transitional namespaces), and small looks at elements."""

from __future__ import annotations

from lxml.etree import _Element

Element = _Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"
_R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_CX_NS = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_VML_NS = "urn:schemas-microsoft-com:vml"


def w(name: str) -> str:
    """The Clark name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


# structure
BODY, P, R, T, TBL, TR, TC = w("body"), w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TBLPR, TRPR, TCPR, SECTPR = w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr"), w("sectPr")
VMERGE, HMERGE, CELLDEL, HIDDENROW = w("vMerge"), w("hMerge"), w("cellDel"), w("hidden")
GRIDSPAN, GRIDBEFORE = w("gridSpan"), w("gridBefore")
BORDERS, DIAGONAL, COUNTERDIAGONAL = w("tcBorders"), w("tl2br"), w("tr2bl")
SDT, SDTPR, PLACEHOLDER, BINDING = w("sdt"), w("sdtPr"), w("showingPlcHdr"), w("dataBinding")
DROPDOWN, COMBO, LISTITEM, SHOWN = w("dropDownList"), w("comboBox"), w("listItem"), w("displayText")
VALUE, SDTCONTENT = w("value"), w("sdtContent")
DOCPARTOBJ, GALLERY = w("docPartObj"), w("docPartGallery")
BOX14, CHECKED14, VAL14 = f"{{{_W14_NS}}}checkbox", f"{{{_W14_NS}}}checked", f"{{{_W14_NS}}}val"
ALTCHUNK, SUBDOC = w("altChunk"), w("subDoc")
ALTERNATE, CHOICE, FALLBACK = f"{{{_MC_NS}}}AlternateContent", f"{{{_MC_NS}}}Choice", f"{{{_MC_NS}}}Fallback"
BOX, DRAWING, PICT, OBJECT = w("txbxContent"), w("drawing"), w("pict"), w("object")

# inline content
TAB, TABS, PTAB, BR, CR, SYM = w("tab"), w("tabs"), w("ptab"), w("br"), w("cr"), w("sym")
NBHYPHEN, SOFTHYPHEN = w("noBreakHyphen"), w("softHyphen")
FLDCHAR, FLDSIMPLE, INSTR = w("fldChar"), w("fldSimple"), w("instrText")
DELTEXT, DELINSTR = w("delText"), w("delInstrText")
FOOTNOTEREF, ENDNOTEREF, COMMENTREF = w("footnoteReference"), w("endnoteReference"), w("commentReference")
RUBY, RT, RUBYPR = w("ruby"), w("rt"), w("rubyPr")
MATH, MATHTEXT = f"{{{_M_NS}}}oMath", f"{{{_M_NS}}}t"
FRACTION, DENOMINATOR, POWER, SUPERSCRIPT, BRACKETS, DELIMITER, OPENING, CLOSING, MATHVAL = (
    f"{{{_M_NS}}}{name}" for name in ("f", "den", "sSup", "sup", "d", "dPr", "begChr", "endChr", "val")
)

# drawings
A_P, A_T, A_FIELD, TEXTBODY = (f"{{{_DRAWINGML}/main}}{name}" for name in ("p", "t", "fld", "txBody"))
CHART, STRCACHE, C_PT = (f"{{{_DRAWINGML}/chart}}{name}" for name in ("chart", "strCache", "pt"))
CHARTEX, STRDIM, CX_PT = (f"{{{_CX_NS}}}{name}" for name in ("chart", "strDim", "pt"))
DIAGRAM, POINT, PICTURE = (
    f"{{{_DRAWINGML}/diagram}}relIds",
    f"{{{_DRAWINGML}/diagram}}pt",
    f"{{{_DRAWINGML}/picture}}pic",
)
EXTENT = f"{{{_DRAWINGML}/wordprocessingDrawing}}extent"
TEXTPATH, IMAGE = f"{{{_VML_NS}}}textpath", f"{{{_VML_NS}}}imagedata"

# tracked changes
INS, DEL, MOVEFROM, MOVETO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
SECTPRCHANGE = w("sectPrChange")
CHANGES = (
    INS, DEL, MOVEFROM, MOVETO, w("rPrChange"), w("pPrChange"), SECTPRCHANGE, w("tblPrChange"), w("trPrChange"),
    w("tcPrChange"), w("numberingChange"), w("cellIns"), CELLDEL,
)  # fmt: skip

# properties
PSTYLE, RSTYLE, TBLSTYLE = w("pStyle"), w("rStyle"), w("tblStyle")
OUTLINE, FRAME, DROPCAP = w("outlineLvl"), w("framePr"), w("dropCap")
NUMPR, NUMID, ILVL = w("numPr"), w("numId"), w("ilvl")
VANISH, SPECVANISH, BOLD, SIZE = w("vanish"), w("specVanish"), w("b"), w("sz")
HIGHLIGHT, SHADE, FILL, UNDERLINE, COLOR = w("highlight"), w("shd"), w("fill"), w("u"), w("color")
STRIKE, DSTRIKE = w("strike"), w("dstrike")
FONTS, EASTASIA, FONT, CHAR, ASCII = w("rFonts"), w("eastAsia"), w("font"), w("char"), w("ascii")
FFDATA, CHECKBOX, CHECKED, DEFAULT = w("ffData"), w("checkBox"), w("checked"), w("default")
DDLIST, LISTENTRY, RESULT = w("ddList"), w("listEntry"), w("result")

# attributes
VAL, TYPE, ID, FLDTYPE, INSTRATTR = w("val"), w("type"), w("id"), w("fldCharType"), w("instr")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REL_ID, REL_DATA = f"{{{_R_NS}}}id", f"{{{_R_NS}}}dm"
PARA_ID = f"{{{_W14_NS}}}paraId"
COMMENT_EX = f"{{{_W15_NS}}}commentEx"
EX_PARA_ID, EX_PARENT, EX_DONE = f"{{{_W15_NS}}}paraId", f"{{{_W15_NS}}}paraIdParent", f"{{{_W15_NS}}}done"

_OFF = frozenset(("0", "false", "off"))
_MOST_DIGITS = 9


def child(element: Element | None, tag: str) -> Element | None:
    """The first child with a tag: quicker than ``find`` for the few children that properties have."""
    if element is not None:
        for item in element:
            if item.tag == tag:
                return item
    return None


def value(element: Element | None, tag: str) -> str | None:
    """The ``w:val`` of a child."""
    item = child(element, tag)
    return None if item is None else item.get(VAL)


def number(text: str | None) -> int | None:
    """An integer attribute; None for none and for what is no sensible number."""
    if text is None or not 0 < len(text) <= _MOST_DIGITS:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def off(text: str | None) -> bool:
    """Whether the value of an on/off property switches it off; without a value it is on."""
    return text in _OFF


def toggle(element: Element | None, tag: str) -> bool | None:
    """An on/off property of an element; None if it is not stated."""
    item = child(element, tag)
    return None if item is None else not off(item.get(VAL))


def chosen(alternate: Element) -> Element | None:
    """The one rendering of ``mc:AlternateContent`` that is read: the first choice, the fallback where there is none."""
    choice = child(alternate, CHOICE)
    return child(alternate, FALLBACK) if choice is None else choice
