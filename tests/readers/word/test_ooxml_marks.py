"""Blanks without a character of their own, headings, contents, and what is noticed of the file itself."""

from __future__ import annotations

import pytest
from wordfiles import control, field, levels, numbered, numbering, para, row, run, source, styled, table, text_box

from reportlint.engine import check
from reportlint.readers.ooxml import read_word

U = '<w:u w:val="single"/>'
RED = '<w:color w:val="FF0000"/>'
YELLOW = '<w:highlight w:val="yellow"/>'
FORM = '<w:ffData><w:name w:val="x"/><w:textInput/></w:ffData>'
BOX = "<w:ffData><w:checkBox><w:sizeAuto/>{}</w:checkBox></w:ffData>"
LIST = "<w:ffData><w:ddList>{}<w:listEntry w:val='请选择'/><w:listEntry w:val='已完成'/></w:ddList></w:ffData>"
PROMPT = "<w:showingPlcHdr/>"
TICK = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
CHOICES = '<w:dropDownList><w:listItem w:displayText="选择一项。" w:value=""/><w:listItem w:displayText="政府" w:value="1"/></w:dropDownList>'
BODY = "本局办理行政许可事项，"
MARKS = [
    ("underlined spaces", para(run("名称") + run("    ", U) + run("年")), [("underline", "    ")]),
    ("underlined spaces over runs", para(run("名称") + run("  ", U) + run("  ", U)), [("underline", "    ")]),
    ("underlined tab", para(run("名称") + f"<w:r><w:rPr>{U}</w:rPr><w:tab/></w:r>"), [("underline", "\t")]),
    ("one wide space", para(run("名称") + run("\u3000", U)), [("underline", "\u3000")]),
    ("one space between underlined words", para(run("依法", U) + run(" ", U) + run("行政", U)), []),
    ("underlined blank that was filled in", para(run("名称：") + run("  ", U) + run("教育局", U) + run("  ", U)), []),
    ("spaces without a line", para(run("第") + run("    ") + run("号")), []),
    ("line switched off", para(run("第") + run("    ", '<w:u w:val="none"/>')), []),
    ("empty form field of five wide blanks", para(run("共") + field(" FORMTEXT ", run("\u2002" * 5), FORM) + run("件")), [("field", "\u2002" * 5)]),
    ("empty form field without a result", para(run("共") + field(" FORMTEXT ", "", FORM) + run("件")), [("field", "")]),
    ("form field with an empty result", para(run("共") + field(" FORMTEXT ", "<w:r><w:t/></w:r>", FORM) + run("件")), [("field", "")]),
    ("form field filled in", para(run("共") + field(" FORMTEXT ", run("12"), FORM) + run("件")), []),
    ("unticked form box", para(field(" FORMCHECKBOX ", "", BOX.format('<w:default w:val="0"/>')) + run("是")), [("checkbox", "□")]),
    ("ticked form box", para(field(" FORMCHECKBOX ", "", BOX.format("<w:checked/>")) + run("是")), []),
    ("list without a choice", para(field(" FORMDROPDOWN ", "", LIST.format(""))), [("field", "请选择")]),
    ("list with a choice", para(field(" FORMDROPDOWN ", "", LIST.format('<w:result w:val="1"/>'))), []),
    ("list whose first entry is a dash", para(field(" FORMDROPDOWN ", "", LIST.format("").replace("请选择", "——")) + run("类")), [("field", "")]),
    ("list whose first entry is a choice", para(field(" FORMDROPDOWN ", "", LIST.format("").replace("请选择", "自主选择类"))), []),
    ("form field that shows what it asks for", para(field(" FORMTEXT ", run("单击此处输入单位"), FORM)), [("field", "单击此处输入单位")]),
    ("the same in brackets", para(field(" FORMTEXT ", run("[请填写单位名称]"), FORM)), [("field", "[请填写单位名称]")]),
    ("form field filled in with a sentence", para(field(" FORMTEXT ", run("整治选择性执法，邀请专家参与。"), FORM)), []),
    ("form field filled in with a tick", para(field(" FORMTEXT ", run("√"), FORM)), []),
    ("form field filled in with a stroke", para(field(" FORMTEXT ", run("—"), FORM)), []),
    ("form field with a default that was kept", para(field(" FORMTEXT ", run("2025年"), FORM.replace("<w:textInput/>", '<w:textInput><w:default w:val="2025年"/></w:textInput>'))), []),
    ("button of an old template", para(run("姓名：") + field(" MACROBUTTON NoMacro [单击此处键入姓名] ")), [("field", "[单击此处键入姓名]")]),
    ("button with other words", para(field(" MACROBUTTON Print 打印本页 ")), []),
    ("choice of a content control that is none", para(run("类别：") + control(run("选择一项。"), CHOICES)), [("prompt", "选择一项。")]),
    ("choice of a content control", para(run("类别：") + control(run("政府"), CHOICES)), []),
    ("typed into a list of a content control", para(run("类别：") + control(run("其他"), CHOICES.replace("dropDownList", "comboBox"))), []),
    ("date that shows its prompt", para(control(run("单击此处输入日期。"), "<w:showingPlcHdr/><w:date/>")), [("prompt", "单击此处输入日期。")]),
    ("date that was chosen", para(control(run("2025年1月20日"), '<w:date w:fullDate="2025-01-20T00:00:00Z"/>')), []),
    ("struck through", para(run(BODY) + run("其中线上12件，", "<w:strike/>") + run("共30件。")), [("strike", "其中线上12件，")]),
    ("struck through twice", para(run(BODY) + run("12", "<w:dstrike/>") + run("30件。")), [("strike", "12")]),
    ("struck over runs", para(run(BODY) + run("其中", "<w:strike/>") + run("线上", "<w:b/><w:strike/>")), [("strike", "其中线上")]),
    ("strike switched off", para(run(BODY, '<w:strike w:val="0"/><w:dstrike w:val="false"/>')), []),
    ("struck spaces", para(run(BODY) + run("  ", "<w:strike/>")), []),
    ("struck and deleted", para(run(BODY) + f'<w:del w:id="1">{run("12", "<w:strike/>")}</w:del>'), []),
    ("struck and hidden", para(run(BODY) + run("12", "<w:strike/><w:vanish/>")), []),
    ("struck in a cell", table(row(run("12", "<w:strike/>") + run("30"), "件")), [("strike", "12")]),
    ("prompt of a content control", para(run("单位：") + control(run("单击此处输入文字"), PROMPT)), [("prompt", "单击此处输入文字")]),
    ("prompt over paragraphs", control(para("请填写") + para("内容"), PROMPT), [("prompt", "请填写"), ("prompt", "内容")]),
    ("content control filled in", para(control(run("教育局"))), []),
    ("prompt switched off", para(control(run("教育局"), '<w:showingPlcHdr w:val="false"/>')), []),
    ("unticked content control", para(control(run("☐"), TICK.format(0)) + run("是")), [("checkbox", "☐")]),
    ("ticked content control", para(control(run("☒"), TICK.format(1)) + run("是")), []),
    ("unticked symbol", para('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run("是")), [("checkbox", "□")]),
    ("one of two boxes ticked", para(control(run("☐"), TICK.format(0)) + run("是") + control(run("☑"), TICK.format(1)) + run("否")), []),
    ("highlight", para(run(BODY) + run("待补充", YELLOW) + run("。")), [("highlight", "待补充")]),
    ("highlight of spaces alone", para(run(BODY) + run("  ", YELLOW) + run("。")), []),
    ("yellow ground", para(run(BODY) + run("待补", '<w:shd w:val="clear" w:fill="FFFF00"/>')), [("highlight", "待补")]),
    ("white is no highlight", para(run(BODY) + run("甲", '<w:highlight w:val="white"/>')), []),
    ("red", para(run(BODY) + run("约12", RED) + run("件")), [("red", "约12")]),
    ("dark red", para(run(BODY) + run("12", '<w:color w:val="C00000"/>')), [("red", "12")]),
    ("other colours", para(run(BODY) + run("甲", '<w:color w:val="0000FF"/>') + run("乙", '<w:color w:val="auto"/>')), []),
    ("highlighted and red", para(run(BODY) + run("12", YELLOW + RED)), [("highlight", "12"), ("red", "12")]),
    ("page numbers are results", para(run("第") + field(" PAGE ", run("3")) + run("页")), [("fieldresult", "3")]),
    ("link texts are typed", para(field(' HYPERLINK "x" ', run("网站"))), []),
    ("simple field", para(f'<w:fldSimple w:instr=" DATE ">{run("2025年")}</w:fldSimple>'), [("fieldresult", "2025年")]),
    ("in a table", table(row(run("12", RED) + run("件"), "乙")), [("red", "12")]),
    ("in a text box", para(run("甲") + text_box(para(run("名称") + run("   ", U)))), [("underline", "   ")]),
]  # fmt: skip


def marked(document):
    return [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_marks(body, expected):
    assert marked(read_word(source(body + para("末")))) == expected


def test_the_red_head_of_an_official_paper_is_lawful():
    large = RED + '<w:sz w:val="72"/>'
    head = para(run("青岚区人民政府文件", large)) + para(run("青岚区教育局", RED)) + para("青教〔2026〕3号")
    body = para("正文。") * 9 + para(run("（此处待补）", RED)) + para(run(BODY) + run("12", RED))
    assert marked(read_word(source(head + body))) == [("red", "（此处待补）"), ("red", "12")]


def test_a_document_written_in_colour_has_no_marks_of_colour():
    body = para(run(BODY * 9) + run(BODY * 9, RED + YELLOW))
    assert marked(read_word(source(body * 4))) == []


def test_many_marks_cost_no_more_each():
    body = para(run(BODY) + run("甲", YELLOW) + run("乙")) * 3
    document = read_word(source(body))
    assert [mark.kind for mark in document.marks] == ["highlight"] * 3
    assert list(document.marks) == sorted(document.marks)


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="lo"><w:name w:val="Heading 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="章"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="body"><w:name w:val="文"/><w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ring1"><w:name w:val="环"/><w:basedOn w:val="ring2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="ring2"><w:name w:val="环2"/><w:basedOn w:val="ring1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="bold"><w:name w:val="粗"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
LEVELS = [
    ("WPS: id 1 is Normal", styled("1", "甲"), 0),
    ("WPS: id 2 is heading 1", styled("2", "甲"), 1),
    ("Chinese name", styled("h2", "甲"), 2),
    ("LibreOffice's capital", styled("lo", "甲"), 3),
    ("through basedOn", styled("own", "甲"), 1),
    ("outline level of a style", styled("lvl", "甲"), 2),
    ("outline level of the paragraph", para("甲", '<w:outlineLvl w:val="0"/>'), 1),
    ("body text wins over its base", styled("body", "甲"), 0),
    ("body text set directly", para("甲", '<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>'), 0),
    ("styles in a ring", styled("ring1", "甲"), 0),
    ("a style that does not exist", styled("Heading1", "甲"), 0),
    ("60 characters", styled("2", "甲" * 60), 1),
    ("61 characters", styled("2", "甲" * 61), 0),
    ("empty", styled("2", ""), 0),
    ("level that is no number", para("甲", '<w:outlineLvl w:val="x"/>'), 0),
]  # fmt: skip


@pytest.mark.parametrize(("body", "level"), [case[1:] for case in LEVELS], ids=[case[0] for case in LEVELS])
def test_levels(body, level):
    assert read_word(source(body + para("末"), {"styles.xml": STYLES})).blocks[0].level == level


def test_a_number_alone_is_no_heading_and_a_number_is_not_counted_as_text():
    parts = {"numbering.xml": numbering({0: levels(("decimal", "%1."))}, {1: (0, "")})}
    body = numbered("", 1).replace("<w:numPr>", '<w:outlineLvl w:val="0"/><w:numPr>')
    body += numbered("甲" * 60, 1).replace("<w:numPr>", '<w:outlineLvl w:val="0"/><w:numPr>')
    assert [block.level for block in read_word(source(body, parts)).blocks] == [0, 1]


HEI = '<w:rFonts w:eastAsia="黑体"/>'
LOOKS = [
    ("bold", para(run("存在的", "<w:b/>") + run("问题", "<w:b/>")), True),
    ("partly bold", para(run("存在的", "<w:b/>") + run("问题")), False),
    ("heading font", para(run("存在的问题", HEI)), True),
    ("kaiti", para(run("存在的问题", '<w:rFonts w:eastAsia="楷体_GB2312"/>')), True),
    ("body font", para(run("存在的问题", '<w:rFonts w:eastAsia="仿宋_GB2312"/>')), False),
    ("by style", styled("bold", "存在的问题"), True),
    ("style, but not bold here", styled("bold", run("存在的问题", '<w:b w:val="0"/>')), False),
    ("by character style", para(run("存在的问题", '<w:rStyle w:val="strong"/>')), True),
    ("long", para(run("甲" * 61, "<w:b/>")), False),
    ("plain", para("存在的问题"), False),
]  # fmt: skip


@pytest.mark.parametrize(("body", "emphasis"), [case[1:] for case in LOOKS], ids=[case[0] for case in LOOKS])
def test_emphasis(body, emphasis):
    assert read_word(source(body, {"styles.xml": STYLES})).blocks[0].emphasis is emphasis


GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
TOC = para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、工作\t1")) + para(run("二、问题\t2")) + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
CONTENTS = [
    ("field", TOC + para("一、工作"), [True, True, False, False]),
    ("content control", control(para("目录") + para("一、工作"), GALLERY) + para("一、工作"), [True, True, False]),
    ("style", styled("toc", "一、工作") + para("一、工作"), [True, False]),
]


@pytest.mark.parametrize(("body", "flags"), [case[1:] for case in CONTENTS], ids=[case[0] for case in CONTENTS])
def test_tables_of_contents(body, flags):
    document = read_word(source(body, {"styles.xml": STYLES}))
    assert [block.contents for block in document.blocks] == flags


def told(document):
    return [(notice.kind, notice.start, notice.message) for notice in document.notices]


REVISED = "文档里还有没有接受的修订（已按全部接受后的文字检查）；请在“审阅”中接受或拒绝全部修订后再报送"
REVISIONS = [
    ("insertion", para("甲") + para(run("乙") + f'<w:ins w:id="1">{run("丙")}</w:ins>'), 3),
    ("deletion", para(run("甲") + f'<w:del w:id="1">{run("丙")}</w:del>'), 1),
    ("format alone", para("甲") + para(run("乙", '<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')), 0),
    ("paragraph mark", para("甲", "<w:rPr><w:ins w:id='1'/></w:rPr>"), 0),
    ("row", para("甲") + table(row("乙", properties='<w:ins w:id="1"/>')), 2),
]


@pytest.mark.parametrize(("body", "start"), [case[1:] for case in REVISIONS], ids=[case[0] for case in REVISIONS])
def test_tracked_changes_of_every_kind(body, start):
    assert told(read_word(source(body))) == [("revision", start, REVISED)]


def test_several_tracked_changes_are_one_notice():
    body = para(run("甲") + f'<w:ins w:id="1">{run("乙")}</w:ins>') + para(f'<w:del w:id="2">{run("丙")}</w:del>')
    assert told(read_word(source(body))) == [("revision", 1, REVISED)]


def test_no_notice_without_tracked_changes():
    assert told(read_word(source(para("甲") + table(row("乙"))))) == []


HIDDEN = "<w:vanish/>"
STYLE = '<w:style w:type="paragraph" w:styleId="藏"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
HIDDEN_TEXT = [
    ("a run", para(run("甲") + run("领导批示：不公开", HIDDEN) + run("乙")), [(1, 1, "领导批示：不公开")]),
    ("runs at one place are one", para(run("甲") + run("藏一", HIDDEN) + run("藏二", HIDDEN + "<w:b/>")), [(1, 1, "藏一藏二")]),
    ("two places, the first is shown", para(run("甲") + run("藏一", HIDDEN) + run("乙") + run("藏二", HIDDEN)), [(1, 2, "藏一")]),
    ("long", para(run("甲") + run("藏" * 17, HIDDEN)), [(1, 1, "藏" * 15 + "…")]),
    ("a paragraph by its style", para("甲") + styled("藏", "藏起来的一段"), [(2, 1, "藏起来的一段")]),
    ("in a cell", table(row("甲", run("乙") + run("藏", HIDDEN))), [(3, 1, "藏")]),
    ("in a text box", para(run("甲") + text_box(para(run("藏", HIDDEN) + run("乙")))), [(2, 1, "藏")]),
    ("spaces", para(run("甲") + run("  ", HIDDEN)), []),
    ("a mark alone", para("甲", "<w:rPr><w:vanish/></w:rPr>"), []),
    ("a style separator", para("标题。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"), []),
    ("only in web view", para(run("甲", "<w:webHidden/>")), []),
    ("switched off", para(run("甲", '<w:vanish w:val="0"/>')), []),
    ("an instruction", para(run("甲") + field(" XE 词 ").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")), []),
    ("deleted", para(run("甲") + f'<w:del w:id="1">{run("藏", HIDDEN)}</w:del>'), []),
    ("a form of a web page that was pasted", para("甲") + styled("藏", "窗体顶端") + para("乙") + styled("藏", "窗体底端"), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [case[1:] for case in HIDDEN_TEXT], ids=[case[0] for case in HIDDEN_TEXT]
)
def test_hidden_text_is_said(body, expected):
    found = [
        notice for notice in told(read_word(source(body + para("末"), {"styles.xml": STYLE}))) if notice[0] == "hidden"
    ]
    assert found == [
        (
            "hidden",
            start,
            f"文件里有 {count} 处隐藏文字（“{text}”），没有检查，对方改一下显示设置就能看到；请在“字体”中取消隐藏后再看，不该留的删去",
        )
        for start, count, text in expected
    ]


WORDS = [
    (run("其中线上12件，", "<w:strike/>"), "struck-text", "“其中线上12件，”带有删除线；要删的请删去，要留的请去掉删除线"),
    (control(run("选择一项。"), CHOICES), "word-blank", "“选择一项。”是控件里的提示文字，请填写实际内容或删去控件"),
    (run("内部意见", HIDDEN), "hidden-text", "文件里有 1 处隐藏文字（“内部意见”），没有检查，对方改一下显示设置就能看到；请在“字体”中取消隐藏后再看，不该留的删去"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "rule", "message"), WORDS, ids=[case[1] for case in WORDS])
def test_what_a_person_is_told(content, rule, message, tmp_path):
    body = (
        para("青岚区教育局2025年法治政府建设情况报告")
        + para("一、主要工作")
        + para(run("全年办理行政许可") + content + run("共30件。"))
    )
    (tmp_path / "稿.docx").write_bytes(source(body).data)
    found = [finding for finding in check([str(tmp_path / "稿.docx")]).findings if finding.rule.endswith("/" + rule)]
    assert [(finding.message, finding.where) for finding in found] == [(message, "一、主要工作，第3段")]


ONCE = [
    ("underlined blank of a figure", run("    ", U), "empty-slot"),
    ("form field of a figure", field(" FORMTEXT ", run("\u2002" * 5), FORM), "empty-slot"),
    ("prompt that is an instruction", control(run("单击此处输入数字"), PROMPT), "word-blank"),
    ("note struck through", run("12件（此句待核实）、", "<w:strike/>"), "leftover-instruction"),
    ("red mask", run("XX", RED), "unfilled-figure"),
]


@pytest.mark.parametrize(("content", "rule"), [case[1:] for case in ONCE], ids=[case[0] for case in ONCE])
def test_a_blank_that_several_rules_see_is_told_once(content, rule, tmp_path):
    body = (
        para("青岚区教育局2025年法治政府建设情况报告")
        + para("一、主要工作")
        + para(run("全年办理行政许可") + content + run("件，群众满意。"))
    )
    (tmp_path / "稿.docx").write_bytes(source(body).data)
    found = [f for f in check([str(tmp_path / "稿.docx")]).findings if f.line == 3 and f.severity == "error"]
    found += [f for f in check([str(tmp_path / "稿.docx")]).findings if f.rule.endswith(("struck-text", "marked-text"))]
    assert [finding.rule.partition("/")[2] for finding in found] == [rule]


HEADERS = [
    # header, title, what is said of it
    ("青岚区水务局", "青岚区教育局", "页眉是“青岚区水务局”，标题是“青岚区教育局”的报告，请核对是否套用了别的单位的稿子"),
    ("云川区教育局文件", "青岚区教育局", "页眉是“云川区教育局文件”，标题是“青岚区”的报告，请核对是否套用了外地的稿子"),
    ("青岚区教育局文件", "青岚区教育局", ""),
    ("青岚区人民政府", "青岚区教育局", ""),
    ("云川市教育局", "青岚区教育局", ""),  # the authority above it
    ("青岚区司法局", "青岚区人民政府", ""),  # drafts the government's report
]  # fmt: skip


@pytest.mark.parametrize(("header", "body", "said"), HEADERS)
def test_a_page_header_of_another_organ(header, body, said, tmp_path):
    text = para(f"{body}2025年法治政府建设情况报告") + para("一、主要工作") + para("全年办理行政许可30件。")
    section = '<w:headerReference w:type="default" r:id="header1"/>'
    (tmp_path / "稿.docx").write_bytes(source(text, {"header1.xml": para(header)}, section).data)
    rules = ("/other-body", "/sign-off-place", "/foreign-place")
    found = [f.message for f in check([str(tmp_path / "稿.docx")]).findings if f.rule.endswith(rules)]
    assert found == ([said] if said else [])


def comment(key, paragraph):
    return (
        f'<w:comment w:id="{key}" w:author="a"><w:p w14:paraId="{paragraph}"><w:r><w:t>核</w:t></w:r></w:p></w:comment>'
    )


ANCHOR = '<w:r><w:commentReference w:id="{0}"/></w:r>'


def test_comments_that_are_not_resolved():
    extended = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="A" w15:done="1"/><w15:commentEx w15:paraId="B" w15:done="0"/><w15:commentEx w15:paraId="C" w15:paraIdParent="B" w15:done="0"/></w15:commentsEx>'
    parts = {
        "comments.xml": comment(0, "A") + comment(1, "B") + comment(2, "C") + comment(3, "D"),
        "commentsExtended.xml": extended,
    }
    body = para(run("甲") + ANCHOR.format(0)) + para(
        run("乙") + ANCHOR.format(1) + ANCHOR.format(2) + run("丙") + ANCHOR.format(3)
    )
    expected = "文档里还有 2 条没有解决的批注；请逐条处理并删除批注后再报送"
    assert told(read_word(source(body, parts))) == [("comment", 3, expected)]


def test_no_notice_when_all_comments_are_resolved():
    extended = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="A" w15:done="1"/></w15:commentsEx>'
    parts = {"comments.xml": comment(0, "A"), "commentsExtended.xml": extended}
    assert told(read_word(source(para(run("甲") + ANCHOR.format(0)), parts))) == []


UNCHECKED = [
    ("altChunk", para("甲") + '<w:altChunk r:id="x"/>' + para("乙"), 2, "这里插入了另一个文件（altChunk），其中的文字没有检查；请用 Word 打开后另存为 .docx，再检查一次"),
    ("sub-document", para("甲") + para('<w:subDoc r:id="x"/>'), 2, "这里链接了一个子文档，其中的文字没有检查；请把子文档的内容并入本文档，或单独检查它"),
    ("embedded object", para(run("甲") + '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'), 1, "这里嵌入了一个对象（如 Excel 表格、其他文档），其中的文字没有检查；请改为 Word 表格或文字，或人工核对"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "start", "message"), [case[1:] for case in UNCHECKED], ids=[c[0] for c in UNCHECKED])
def test_parts_that_are_not_checked(body, start, message):
    assert told(read_word(source(body))) == [("unchecked", start, message)]


def test_an_equation_of_the_old_editor_is_a_picture_of_a_formula():
    body = para(run("甲") + '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>')
    assert told(read_word(source(body))) == []
