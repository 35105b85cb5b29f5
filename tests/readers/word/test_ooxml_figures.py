"""Words that stand in drawings, pictures that nobody reads, parts that are not there: read, or said."""

from __future__ import annotations

import pytest
from wordfiles import R, cell, files, para, relationships, row, run, table, text_box, zipped

from reportlint.engine import check
from reportlint.readers.ooxml import read_word, walk_word
from reportlint.source import Source

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
C = f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" {A}'
D = f'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {A}'
CX = f'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" {A}'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
CM = 360_000


def drawing(data, width=12.0, height=8.0, behind=""):
    size = f'<wp:extent cx="{int(width * CM)}" cy="{int(height * CM)}"/>'
    return f"<w:r><w:drawing><wp:inline{behind}>{size}<a:graphic {A}><a:graphicData>{data}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"


def picture(width=12.0, height=8.0, behind=""):
    return drawing(f"<pic:pic {PIC}/>", width, height, behind)


def old_picture(style):
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="p"/></v:shape></w:pict></w:r>'


CHART = drawing(f'<c:chart {C} r:id="c"/>')
NEW_CHART = drawing(f'<cx:chart {CX} r:id="c"/>').removeprefix("<w:r>").removesuffix("</w:r>")
OLD_CHART = picture().removeprefix("<w:r>").removesuffix("</w:r>")
CHARTEX = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="cx1">{NEW_CHART}</mc:Choice>'
    f"<mc:Fallback>{OLD_CHART}</mc:Fallback></mc:AlternateContent></w:r>"
)
DIAGRAM = drawing(f'<dgm:relIds {D} r:dm="d" r:lo="l" r:qs="q" r:cs="s"/>')
WORD_ART = '<w:r><w:pict><v:shape><v:textpath string="草 稿"/></v:shape></w:pict></w:r>'
CANVAS = drawing(f'<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"><a:sp {A}><a:txSp><a:txBody><a:p><a:r><a:t>框</a:t></a:r><a:r><a:t>图</a:t></a:r></a:p><a:p/></a:txBody></a:txSp></a:sp></lc:lockedCanvas>')  # fmt: skip
TITLE = "<c:title><c:tx><c:rich><a:p><a:r><a:t>办理xx件</a:t></a:r><a:r><a:t>情况</a:t></a:r></a:p></c:rich></c:tx></c:title>"
NAMES = "<c:cat><c:strRef><c:f>A2</c:f><c:strCache><c:ptCount val='2'/><c:pt idx='0'><c:v>许可</c:v></c:pt><c:pt idx='1'><c:v>处罚</c:v></c:pt></c:strCache></c:strRef></c:cat>"
VALUES = "<c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val>"
SERIES = "<c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>" + NAMES + VALUES + "</c:ser>"  # fmt: skip
CHART_PART = (
    f"<c:chartSpace {C}><c:chart>{TITLE}{SERIES.format('上年')}{SERIES.format('本年')}</c:chart></c:chartSpace>"
)
CHARTEX_PART = f"<cx:chartSpace {CX}><cx:chartData><cx:data><cx:strDim><cx:f>A2</cx:f><cx:lvl><cx:pt>许可</cx:pt><cx:pt>处罚</cx:pt></cx:lvl></cx:strDim><cx:numDim><cx:lvl><cx:pt>12</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><a:p><a:r><a:t>题</a:t></a:r></a:p></cx:tx></cx:title></cx:chart></cx:chartSpace>"
POINT = "<dgm:pt{}><dgm:t><a:bodyPr/><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
POINTS = "".join(
    POINT.format(kind, text)
    for kind, text in [
        ("", "受理"),
        (" type='pres'", "布局"),
        (" type='parTrans'", "连线"),
        (" type='node'", "办结xx件"),
    ]
)
PROMPT = "<dgm:pt><dgm:prSet phldr='1'/><dgm:t><a:p/></dgm:t></dgm:pt>"
DIAGRAM_PART = f"<dgm:dataModel {D}><dgm:ptLst>{POINTS}{PROMPT}</dgm:ptLst></dgm:dataModel>"


def word(body, related=None, parts=None, section=""):
    """A Word file whose document part also has the relationships ``related``: id to (kind, part)."""
    content = files(body, parts, section)
    for key, (kind, data) in (related or {}).items():
        name = f"{kind}/{key}.xml"
        rels = content["word/_rels/document.xml.rels"].decode()
        link = f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{name}"/>'
        content["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", link + "</Relationships>").encode()
        if data is not None:
            content[f"word/{name}"] = data.encode()
    return Source("稿.docx", zipped(content))


def told(document):
    return [(notice.kind, notice.start, notice.message) for notice in document.notices]


READ = [
    ("chart", CHART, {"c": ("chart", CHART_PART)}, [("办理xx件情况", "图表"), ("上年", "图表"), ("许可\t处罚", "图表"), ("本年", "图表")]),
    ("labels of a chart that are made", CHART, {"c": ("chart", f"<c:chartSpace {C}><c:dLbl><c:rich><a:p><a:fld type='CATEGORYNAME'><a:t>[类别名称]</a:t></a:fld><a:r><a:t>；共</a:t></a:r><a:fld type='VALUE'><a:t>[值]</a:t></a:fld></a:p><a:p><a:fld type='PERCENTAGE'><a:t>[百分比]</a:t></a:fld></a:p></c:rich></c:dLbl></c:chartSpace>")}, [("；共", "图表")]),
    ("chart of 2016", CHARTEX, {"c": ("chartEx", CHARTEX_PART)}, [("许可\t处罚", "图表"), ("题", "图表")]),
    ("SmartArt", DIAGRAM, {"d": ("diagramData", DIAGRAM_PART)}, [("受理", "图示"), ("办结xx件", "图示")]),
    ("WordArt of older programs", WORD_ART, {}, [("草 稿", "艺术字")]),
    ("shapes of a locked canvas", CANVAS, {}, [("框图", "文本框")]),
    ("chart in a text box", text_box(para(CHART)), {"c": ("chart", CHART_PART.replace(SERIES.format("本年"), "").replace(SERIES.format("上年"), ""))}, [("", "文本框"), ("办理xx件情况", "文本框图表")]),
]  # fmt: skip


@pytest.mark.parametrize(("drawn", "related", "expected"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_words_in_drawings_are_read_behind_their_paragraph(drawn, related, expected):
    source = word(para(run("甲") + drawn) + para("乙"), related)
    document = read_word(source)
    texts = [(document.text[b.start : b.end], b.story, b.place) for b in document.blocks]
    assert texts == [("甲", "", "第1段"), *((text, story, "第1段") for text, story in expected), ("乙", "", "第2段")]
    assert told(document) == []
    assert walk_word(source).document == document


def test_a_part_that_is_referred_to_often_is_read_once():
    source = word(para(run("甲") + CHART * 3) + para(CHART), {"c": ("chart", CHART_PART)})
    assert read_word(source).text.count("办理xx件情况") == 1
    assert [message for _, _, message in told(read_word(word(para(CHART * 3) + para("乙"))))] == [LOST_CHART]


def test_a_hidden_chart_is_not_read():
    source = word(
        para(run("甲") + CHART.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")), {"c": ("chart", CHART_PART)}
    )
    assert (read_word(source).text, told(read_word(source))) == ("甲", [])


def test_a_chart_in_a_table_and_a_watermark_in_a_header():
    parts, section = {"header1.xml": para(WORD_ART)}, '<w:headerReference w:type="default" r:id="header1"/>'
    source = word(table(row("甲", cell(para(DIAGRAM)))), {"d": ("diagramData", DIAGRAM_PART)}, parts, section)
    found = [(read_word(source).text[b.start : b.end], b.story, b.place) for b in read_word(source).blocks]
    assert found[1:] == [("受理", "图示", "表1第1行"), ("办结xx件", "图示", "表1第1行"), ("", "页眉", ""), ("草 稿", "页眉艺术字", "")]  # fmt: skip


LOST_CHART = "这里的图表读不出来，其中的文字没有检查；请人工核对图表的标题和各项名称"
LOST_DIAGRAM = "这里的 SmartArt 图示读不出来，其中的文字没有检查；请人工核对图示里的文字"
FOOTNOTE = "这里引用的脚注在文件里找不到，没有检查；请用 Word 打开核对，补上脚注或删去引用"
ENDNOTE = FOOTNOTE.replace("脚注", "尾注")
COMMENT = "这里有批注标记，批注内容在文件里却找不到，没有检查；请用 Word 打开核对、删除批注后再报送"
REFERENCE = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
NOTE = '<w:footnote w:id="1">' + para("注") + "</w:footnote>"
LOST = [
    ("chart without a part", run("甲") + CHART, {}, {}, [(2, LOST_CHART)]),
    ("damaged chart", run("甲") + CHART, {"c": ("chart", "<c:chartSpace")}, {}, [(2, LOST_CHART)]),
    ("SmartArt without a part", run("甲") + DIAGRAM, {"d": ("diagramData", None)}, {}, [(2, LOST_DIAGRAM)]),
    ("no footnotes part", run("甲") + REFERENCE.format("footnote", 1), {}, {}, [(1, FOOTNOTE)]),
    ("one of two footnotes", run("甲") + REFERENCE.format("footnote", 1) + run("乙") + REFERENCE.format("footnote", 2), {}, {"footnotes.xml": NOTE}, [(2, FOOTNOTE)]),
    ("no endnotes part", run("甲") + REFERENCE.format("endnote", 1), {}, {"footnotes.xml": NOTE}, [(1, ENDNOTE)]),
    ("no comments part", run("甲") + REFERENCE.format("comment", 0), {}, {}, [(1, COMMENT)]),
    ("footnote that is there", run("甲") + REFERENCE.format("footnote", 1), {}, {"footnotes.xml": NOTE}, []),
    ("reference in deleted text", run("甲") + f'<w:del w:id="9">{REFERENCE.format("footnote", 7)}</w:del>', {}, {}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "related", "parts", "expected"), [case[1:] for case in LOST], ids=[c[0] for c in LOST]
)
def test_what_cannot_be_read_is_said(content, related, parts, expected):
    found = told(read_word(word(para(content) + para("末"), related, parts)))
    assert [(start, message) for kind, start, message in found if kind == "unchecked"] == expected


MARGIN = "文件里缺少正文引用的页眉或页脚，没有检查；请用 Word 打开核对后另存，再检查一次"
MARGINS = [
    ("header that is not there", '<w:headerReference w:type="default" r:id="x"/><w:footerReference w:type="default" r:id="y"/>', [MARGIN]),
    ("first page that has none of its own", '<w:headerReference w:type="first" r:id="x"/>', []),
    ("header that is there", '<w:headerReference w:type="default" r:id="header1"/>', []),
]  # fmt: skip


@pytest.mark.parametrize(("section", "expected"), [case[1:] for case in MARGINS], ids=[case[0] for case in MARGINS])
def test_a_header_that_is_missing_is_said_once(section, expected):
    found = told(read_word(word(para("甲"), {}, {"header1.xml": para("眉")}, section)))
    assert found == [("unchecked", 0, message) for message in expected]


OTHER_FILE = "这里插入了另一个文件（altChunk），其中的文字没有检查；请用 Word 打开后另存为 .docx，再检查一次"


def test_another_file_in_a_cell_is_said():
    assert told(read_word(word(table(row("甲", cell('<w:altChunk r:id="x"/>' + para("乙"))))))) == [
        ("unchecked", 2, OTHER_FILE)
    ]


PICTURES = [
    ("a table photographed", picture(), 1),
    ("a seal", picture(4.5, 4.5), 0),
    ("the red name of an organ", picture(15, 2), 0),
    ("a code to scan", picture(3, 3), 0),
    ("a background", picture(behind=' behindDoc="1"'), 0),
    ("not behind", picture(behind=' behindDoc="0"'), 1),
    ("without a size", picture().replace("cx=", "x="), 0),
    ("a shape without picture", drawing("<wps:wsp/>"), 0),
    ("older programs", old_picture("width:415.5pt;height:300pt"), 1),
    ("older programs, with a place", old_picture("position:absolute;margin-left:0;width:12cm;height:80mm;z-index:1"), 1),
    ("older programs, behind", old_picture("position:absolute;width:12cm;height:80mm;z-index:-251"), 0),
    ("older programs, small", old_picture("width:60pt;height:60pt"), 0),
    ("older programs, no size", old_picture("position:absolute"), 0),
    ("a size that is none", old_picture("width:1.2.3pt;height:..pt"), 0),
    ("preview of an equation", old_picture("width:415pt;height:300pt").replace("w:pict>", "w:object>"), 0),
    ("in a text box", text_box(para(picture())), 1),
    ("hidden", picture().replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("drawn", "count"), [case[1:] for case in PICTURES], ids=[case[0] for case in PICTURES])
def test_pictures_large_enough_to_hold_words(drawn, count):
    message = f"文中有 {count} 张图片，图片里的文字和数字没有检查；表格截图请改为 Word 表格，其他图片请人工核对"
    found = [notice for notice in told(read_word(word(para("甲") + para(run("乙") + drawn)))) if notice[0] == "picture"]
    assert [message for _, _, message in found] == [message] * min(count, 1)


def test_pictures_are_one_notice_at_the_first_and_those_of_a_header_none():
    parts, section = {"header1.xml": para(picture())}, '<w:headerReference w:type="default" r:id="header1"/>'
    found = told(read_word(word(para("甲") + para(picture()) + para(run("乙") + picture(20, 9)), {}, parts, section)))
    assert [(kind, start, message[:8]) for kind, start, message in found] == [("picture", 2, "文中有 2 张图")]


def test_a_picture_is_an_info_and_a_placeholder_in_smartart_an_error(tmp_path):
    body = (
        para("青岚区教育局2025年法治政府建设情况报告")
        + para("一、主要工作")
        + para(run("办理情况见图。") + picture())
        + para(DIAGRAM)
    )
    (tmp_path / "稿.docx").write_bytes(word(body, {"d": ("diagramData", DIAGRAM_PART)}).data)
    found = check([str(tmp_path / "稿.docx")]).findings
    assert [(f.severity, f.where) for f in found if f.rule.endswith("/unchecked-picture")] == [
        ("info", "一、主要工作，第3段")
    ]
    assert [(f.severity, f.where) for f in found if f.rule.endswith("/unfilled-figure")] == [
        ("error", "图示，第3段之后")
    ]


def test_a_chart_of_several_years_is_no_stale_report(tmp_path):
    years = "".join(f"<c:pt idx='{at}'><c:v>{2021 + at}年</c:v></c:pt>" for at in range(5))
    part = CHART_PART.replace(
        "<c:pt idx='0'><c:v>许可</c:v></c:pt><c:pt idx='1'><c:v>处罚</c:v></c:pt>", years
    ).replace("xx件", "案件")
    for chart in (CHART, ""):
        body = (
            para("青岚区教育局2025年法治政府建设情况报告") + para("一、主要工作") + para(run("办理情况见图。") + chart)
        )
        (tmp_path / f"{len(chart)}.docx").write_bytes(word(body, {"c": ("chart", part)}).data)
    with_chart, without = ({f.rule for f in check([str(tmp_path / f"{n}.docx")]).findings} for n in (len(CHART), 0))
    assert with_chart == without


def test_relationships_are_those_of_the_part_that_the_drawing_stands_in():
    content = files(para("甲"), {"header1.xml": para(CHART)}, '<w:headerReference w:type="default" r:id="header1"/>')
    content["word/_rels/header1.xml.rels"] = relationships({"c": ("chart", "charts/c.xml")}).encode()
    content["word/charts/c.xml"] = CHART_PART.encode()
    document = read_word(Source("稿.docx", zipped(content)))
    assert document.text.split("\n")[2] == "办理xx件情况"
