"""What a Word file says, construct by construct, in document order and in the accepted view.

The XML is hand-written where only Word or WPS makes a structure; it is what they write.
"""

from __future__ import annotations

import pytest
from wordfiles import cell, control, field, para, row, run, source, styled, table, text_box

from reportlint.readers.ooxml import read_word, walk_word

DELETED_MARK = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
HIDDEN_MARK = "<w:rPr><w:vanish/></w:rPr>"
DINGS = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:hint="default"/>'


def either(choice, fallback):
    """Two renderings of one thing, of which programs show the first they know."""
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'


TEXT = [
    ("paragraphs", para("第一段") + para("第二段"), "第一段\n第二段"),
    ("empty paragraphs are lines", para("甲") + para() + para("乙"), "甲\n\n乙"),
    ("words cut over runs", para(run("行政") + run("执法", "<w:b/>")), "行政执法"),
    ("space without preserve is trimmed", para("<w:r><w:t>  第  号 </w:t></w:r>"), "第  号"),
    ("space with preserve is kept", para(run("  第  号 ")), "  第  号 "),
    ("ideographic space is no XML space", para("<w:r><w:t>\u3000\u3000正文</w:t></w:r>"), "\u3000\u3000正文"),
    ("line ends inside w:t are spaces", para(run("甲\n乙")), "甲 乙"),
    ("tab", para(run("甲") + "<w:r><w:tab/></w:r>" + run("乙")), "甲\t乙"),
    ("tab stops are no tabs", para("甲", '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), "甲"),
    ("positional tab", para(run("甲") + '<w:r><w:ptab w:alignment="right"/></w:r>' + run("乙")), "甲\t乙"),
    ("line break", para(run("甲") + "<w:r><w:br/></w:r>" + run("乙")), "甲\n乙"),
    ("carriage return", para(run("甲") + "<w:r><w:cr/></w:r>" + run("乙")), "甲\n乙"),
    ("page break before text", para('<w:r><w:br w:type="page"/></w:r>' + run("甲")), "甲"),
    ("page break between texts", para(run("甲") + '<w:r><w:br w:type="page"/></w:r>' + run("乙")), "甲\n乙"),
    ("page break after text", para(run("甲") + '<w:r><w:br w:type="page"/></w:r>'), "甲"),
    ("no-break hyphen", para(run("2024") + "<w:r><w:noBreakHyphen/></w:r>" + run("2025")), "2024-2025"),
    ("soft hyphen", para(run("依法") + "<w:r><w:softHyphen/></w:r>" + run("行政")), "依法行政"),
    ("insertion", para(run("办理") + f'<w:ins w:id="1" w:author="a">{run("12")}</w:ins>' + run("件")), "办理12件"),
    ("deletion", para(run("办理") + '<w:del w:id="1" w:author="a"><w:r><w:delText>12</w:delText></w:r></w:del>' + run("件")), "办理件"),
    ("deleted w:t, as other programs write", para(run("甲") + f'<w:del w:id="1">{run("乙")}</w:del>'), "甲"),
    ("moved text", para(f'<w:moveFrom w:id="1">{run("旧处")}</w:moveFrom>' + run("甲")) + para(f'<w:moveTo w:id="2">{run("新处")}</w:moveTo>'), "甲\n新处"),
    ("deleted paragraph mark", para("依法", DELETED_MARK) + para("行政"), "依法行政"),
    ("two deleted paragraph marks", para("依", DELETED_MARK) + para("法", DELETED_MARK) + para("行政"), "依法行政"),
    ("deleted paragraph", para(f'<w:del w:id="1">{run("删去")}</w:del>', DELETED_MARK) + para("留下"), "留下"),
    ("deleted mark before a table", para("依法", DELETED_MARK) + table(row("甲")), "依法\n甲"),
    ("hidden text", para(run("甲") + run("藏", "<w:vanish/>") + run("乙")), "甲乙"),
    ("hidden off", para(run("甲", '<w:vanish w:val="0"/>')), "甲"),
    ("hidden paragraph", para(run("藏", "<w:vanish/>"), HIDDEN_MARK) + para("乙"), "乙"),
    ("hidden paragraph mark", para("依法", HIDDEN_MARK) + para("行政"), "依法行政"),
    ("style separator", para("标题。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + para("正文"), "标题。\n正文"),
    ("web-hidden text is printed", para(run("甲", "<w:webHidden/>")), "甲"),
    ("hyperlink", para(run("见") + f'<w:hyperlink w:anchor="x">{run("附件")}</w:hyperlink>'), "见附件"),
    ("smart tag", para(f'<w:smartTag w:element="date">{run("2025年")}</w:smartTag>'), "2025年"),
    ("custom XML", f'<w:customXml w:element="x">{para("甲")}</w:customXml>', "甲"),
    ("bidirectional wrappers", para(f'<w:bdo w:val="ltr">{run("甲")}</w:bdo><w:dir w:val="ltr">{run("乙")}</w:dir>'), "甲乙"),
    ("a wrapper nobody knows", para(f'<x:new xmlns:x="urn:x">{run("甲")}</x:new>'), "甲"),
    ("content control in a paragraph", para(run("甲") + control(run("乙"))), "甲乙"),
    ("content control round paragraphs", control(para("甲") + para("乙")), "甲\n乙"),
    ("content control round a cell", table(f"<w:tr>{control(cell(para('甲')))}{cell(para('乙'))}</w:tr>"), "甲\t乙"),
    ("content control round a row", table(control(row("甲", "乙"))), "甲\t乙"),
    ("simple field", para(run("共") + f'<w:fldSimple w:instr=" NUMPAGES ">{run("8")}</w:fldSimple>' + run("页")), "共8页"),
    ("complex field: the result only", para(run("第") + field(" PAGE ", run("3")) + run("页")), "第3页"),
    ("field without a result", para(run("甲") + field(" XE 词 ") + run("乙")), "甲乙"),
    ("nested field in an instruction", para(field(' IF "' + "</w:instrText></w:r>" + field(" PAGE ", run("1")) + '<w:r><w:instrText>" = 1 ', run("首页"))), "首页"),
    ("nested field in a result", para(field(" REF x ", run("见") + field(" PAGE ", run("1")))), "见1"),
    ("field across paragraphs", para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("甲")) + para("乙") + para(run("丙") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "甲\n乙\n丙"),
    ("instruction across paragraphs", para(run("甲") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + para(run("指令")) + para('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("乙") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "甲\n\n乙"),
    ("field that never ends hides nothing", para(run("甲") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + para("乙"), "甲\n乙"),
    ("field end without a begin", para('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("甲")), "甲"),
    ("ruby", para('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>shū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>枢</w:t></w:r></w:rubyBase></w:ruby></w:r>' + run("纽")), "枢纽"),
    ("math", para(run("即") + "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"), "即a/b"),
    ("symbols", para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Symbol" w:char="F061"/></w:r>'), "☑□☑\uf061"),
    ("symbol codes that are none", para('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:sym/></w:r>' + run("甲")), "甲"),
    ("circled number", para(run("第") + field(" eq \\o\\ac(○,21) ") + run("项")), "第㉑项"),
    ("circled number in runs", para(field(" eq \\o\\ac(</w:instrText></w:r><w:r><w:instrText>○</w:instrText></w:r><w:r><w:instrText>,3) ") + run("甲")), "③甲"),
    ("circled number with an empty result", para(field(" eq \\o\\ac(○,3) ", "<w:r/>") + run("甲")), "③甲"),
    ("an equation that keeps its result", para(field(" EQ \\f(1,3) ", run("三分之一"))), "三分之一"),
    ("ruby of older programs", para(run("甲") + field(' EQ \\* jc2 \\* "Font:宋体" \\* hps20 \\o\\ad(\\s\\up 9(shū),枢)') + run("纽")), "甲枢纽"),
    ("two words on one line", para(field(" EQ \\o(\\s\\up 6(青岚区),\\s\\do 2(云川市))") + run("文件")), "青岚区云川市文件"),
    ("fraction of older programs", para(run("占") + field(" EQ \\f(1,3) ")), "占1/3"),
    ("power", para(run("计") + "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>" + run("件")), "计10^4件"),
    ("brackets of a formula", para("<m:oMath><m:d><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d><m:r><m:t>c</m:t></m:r></m:oMath>"), "(a+b)c"),
    ("brackets that are stated", para("<m:oMath><m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=''/></m:dPr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:d></m:oMath>"), "[a"),
    ("button that asks", para(run("姓名：") + field(" MACROBUTTON  AcceptAllChangesShown [单击此处键入姓名] ")), "姓名：[单击此处键入姓名]"),
    ("button that leads somewhere", para(field(" GOTOBUTTON _Toc1 见附件 ")), "见附件"),
    ("button without words", para(run("甲") + field(" MACROBUTTON NoMacro ")), "甲"),
    ("a quotation without a result", para(run("按照") + field(' QUOTE "依法行政" ') + run("的要求")), "按照依法行政的要求"),
    ("a quotation without quotation marks", para(run("按照") + field(" QUOTE 依法行政 \\* MERGEFORMAT ") + run("的要求")), "按照依法行政的要求"),
    ("a quotation that keeps its result", para(field(' QUOTE "甲" ', run("乙"))), "乙"),
    ("a quotation of nothing", para(run("甲") + field(" QUOTE ") + field(' QUOTE "" ')), "甲"),
    ("numbers of paragraphs", para(field(" AUTONUM ") + run("甲")) + para(field(" AUTONUM \\* Arabic ") + run("乙")), "1.甲\n2.乙"),
    ("numbers of paragraphs in Chinese", para(field(" AUTONUM \\* CHINESENUM3 \\s 、 ") + run("甲")) + para(field(" AUTONUM \\* CHINESENUM3 \\s 、") + run("乙")), "一、甲\n二、乙"),
    ("legal numbers", para(field(" AUTONUMLGL ") + run("甲")) + para(field(" AUTONUMLGL \\e ") + run("乙")), "1.甲\n2乙"),
    ("outline numbers", para(field(" AUTONUMOUT ") + run("甲")) + para(field(" AUTONUMOUT ") + run("乙")), "I.甲\nII.乙"),
    ("numbers within a paragraph", para(run("包括") + field(" LISTNUM ") + run("甲，") + field(" LISTNUM ") + run("乙")), "包括1)甲，2)乙"),
    ("numbers of a level within a paragraph", para(field(" LISTNUM \\l 2 ") + run("甲") + field(" LISTNUM \\l 2 ") + run("乙") + field(" LISTNUM \\l 1 \\s 5 ") + run("丙")), "a)甲b)乙5)丙"),
    ("legal numbers within a paragraph", para(field(" LISTNUM LegalDefault ") + run("甲") + field(' LISTNUM "LegalDefault" \\l 2 ') + run("乙")), "1.甲1.1.乙"),
    ("outline numbers within a paragraph", para(field(" LISTNUM OutlineDefault \\l 4 ") + run("甲")), "a)甲"),
    ("a number that keeps its result", para(field(" AUTONUM ", run("7.")) + run("甲")), "7.甲"),
    ("a field that only begins like one", para(field(" AUTONUMBER ") + run("甲")), "甲"),
    ("sign by its number", para(run("甲") + field(" SYMBOL 254 \\f Wingdings \\s 12 ") + field(' SYMBOL 0xA8 \\f "Wingdings" ') + field(" SYMBOL 169 ")), "甲☑□©"),
    ("sign by a number that is none", para(run("甲") + field(" SYMBOL x ") + field(" SYMBOL 9 ")), "甲"),
    ("hidden equation", para(run("甲") + field(" EQ \\f(1,3) ").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")), "甲"),
    ("equation in deleted text", para(run("甲") + f'<w:del w:id="1">{field(" EQ x(1) ").replace("instrText", "delInstrText")}</w:del>'), "甲"),
    ("circled numbers of Wingdings", para('<w:r><w:sym w:font="Wingdings" w:char="F081"/><w:sym w:font="Wingdings 2" w:char="F06B"/></w:r>'), "①②"),
    ("signs of Symbol", para(run("3") + '<w:r><w:sym w:font="Symbol" w:char="F0B4"/></w:r>' + run("4") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'), "3×4≥"),
    ("a sign that is no private place", para('<w:r><w:sym w:font="Wingdings" w:char="2611"/></w:r>'), "☑"),
    ("letters in a font of symbols", para(run("R", DINGS.format("Wingdings 2")) + run("是 ") + run("£", DINGS.format("Wingdings 2")) + run("否")), "☑是 □否"),
    ("private places in a font of symbols", para(run("\uf0fe", DINGS.format("Wingdings")) + run("是")), "☑是"),
    ("Chinese in a font of symbols keeps its own", para(run("许可R", DINGS.format("Wingdings 2"))), "许可☑"),
    ("the same letters in another font", para(run("R£", DINGS.format("Arial")) + run("是")), "R£是"),
    ("a minus of Symbol", para(run("增长") + run("-3", DINGS.format("Symbol"))), "增长-3"),
    ("row inserted by a wrapper", table(f'<w:ins w:id="1">{row("甲")}</w:ins>'), "甲"),
    ("paragraph deleted by a wrapper", f'<w:del w:id="1">{para("删")}</w:del>' + para("留"), "留"),
    ("moved paragraph with its mark", para(f'<w:moveFrom w:id="1">{run("旧")}</w:moveFrom>', "<w:rPr><w:moveFrom w:id='3'/></w:rPr>") + para("乙"), "乙"),
    ("one number for another", para(run("办理") + '<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del>' + f'<w:ins w:id="2">{run("15")}</w:ins>' + run("件")), "办理15件"),
    ("deletion in an insertion", para(run("甲") + f'<w:ins w:id="2"><w:del w:id="3"><w:r><w:delText>乙</w:delText></w:r></w:del>{run("丙")}</w:ins>'), "甲丙"),
    ("inserted paragraph mark", para("甲", "<w:rPr><w:ins w:id='1'/></w:rPr>") + para("乙"), "甲\n乙"),
    ("smart tags within one another", para(f'<w:smartTag w:element="d"><w:smartTagPr><w:attr w:name="Year" w:val="2025"/></w:smartTagPr><w:smartTag w:element="x">{run("2025年")}</w:smartTag>{run("3月")}</w:smartTag>'), "2025年3月"),
    ("custom XML round a row", table(f'<w:customXml w:element="x"><w:customXmlPr><w:placeholder w:val="示例"/></w:customXmlPr>{row("甲")}</w:customXml>'), "甲"),
    ("content control in a cell", table(row(cell(control(para("甲")) + para("乙")))), "甲 乙"),
    ("content control in a content control", para(control(run("甲") + control(run("乙")))), "甲乙"),
    ("repeating content controls", control(control(para("甲")) + control(para("乙"))), "甲\n乙"),
    ("content control round a table", control(table(row("甲")) + para("乙")), "甲\n乙"),
    ("alternate content within a run", para("<w:r><w:t>甲</w:t>" + either("<w:t>乙</w:t>", "<w:t>丙</w:t>") + "<w:t>丁</w:t></w:r>"), "甲乙丁"),
    ("alternate content in alternate content", para(f'<w:r>{either(either("<w:t>甲</w:t>", "<w:t>乙</w:t>"), "<w:t>丙</w:t>")}</w:r>'), "甲"),
    ("alternate content in a cell", table(row(cell(either(para("甲"), para("乙"))))), "甲"),
    ("alternate content round a row", table(either(row("甲"), row("乙"))), "甲"),
    ("alternate content round a cell", table(f'<w:tr>{either(cell(para("甲")), cell(para("乙")))}{cell(para("丙"))}</w:tr>'), "甲\t丙"),
    ("a whole field in one run", para('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r>'), "3"),
    ("an instruction written as text", para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run(" PAGE ") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "3"),
    ("a field deleted as a whole", para(run("甲") + f'<w:del w:id="1">{field(" REF x ", "<w:r><w:delText>乙</w:delText></w:r>").replace("instrText", "delInstrText")}</w:del>' + run("丙")), "甲丙"),
    ("a field whose end alone is deleted", para(run("甲") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("乙") + '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>') + para("丙"), "甲乙\n丙"),
    ("a page number in a contents entry", para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1">' + run("一、工作") + "<w:r><w:tab/></w:r>" + field(" PAGEREF _Toc1 ", run("3")) + "</w:hyperlink>") + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "一、工作\t3\n"),
    ("marks of spelling, bookmarks and permissions", para('<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="a"/>' + run("甲") + '<w:permStart w:id="1"/>' + run("乙") + '<w:permEnd w:id="1"/><w:bookmarkEnd w:id="0"/>'), "甲乙"),
    ("where a page ended when it was saved", para("<w:r><w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r>"), "甲乙"),
    ("column break", para('<w:r><w:t>甲</w:t><w:br w:type="column"/><w:t>乙</w:t></w:r>'), "甲\n乙"),
    ("frame that is no drop cap", para("甲", '<w:framePr w:w="100"/>') + para("乙"), "甲\n乙"),
    ("group of text boxes", para(run("甲") + f'<w:r><w:drawing><wp:anchor><g xmlns="urn:g"><wps:wsp><wps:txbx><w:txbxContent>{para("盒一")}</w:txbxContent></wps:txbx></wps:wsp><wps:wsp><wps:txbx><w:txbxContent>{para("盒二")}</w:txbxContent></wps:txbx></wps:wsp></g></wp:anchor></w:drawing></w:r>'), "甲\n盒一\n盒二"),
    ("text box in an old object", para(run("甲") + f'<w:r><w:object><v:shape><v:textbox><w:txbxContent>{para("盒")}</w:txbxContent></v:textbox></v:shape></w:object></w:r>'), "甲\n盒"),
    ("hidden row", table(row("甲"), row("乙", properties="<w:hidden/>")), "甲"),
    ("inserted cell", table(row(cell(para("甲"), '<w:cellIns w:id="1"/>'), "乙")), "甲\t乙"),
    ("heading row", table(row("甲", properties="<w:tblHeader/>"), row("乙")), "甲\n乙"),
    ("tab in a heading", para(run("一、") + "<w:r><w:tab/></w:r>" + run("工作")), "一、\t工作"),
    ("text box once", para(run("甲") + text_box(para("盒"))) + para("乙"), "甲\n盒\n乙"),
    ("text box of older programs", para(run("甲") + f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{para('盒')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"), "甲\n盒"),
    ("text box in a text box", para(text_box(para(run("外") + text_box(para("内"))))), "\n外\n内"),
    ("alternate content in a paragraph", para('<mc:AlternateContent><mc:Choice Requires="w14">' + run("甲") + "</mc:Choice><mc:Choice Requires='w15'>" + run("乙") + "</mc:Choice><mc:Fallback>" + run("丙") + "</mc:Fallback></mc:AlternateContent>"), "甲"),
    ("alternate content round paragraphs", '<mc:AlternateContent><mc:Choice Requires="w14">' + para("甲") + "</mc:Choice><mc:Fallback>" + para("乙") + "</mc:Fallback></mc:AlternateContent>", "甲"),
    ("alternate content with a fallback alone", para("<mc:AlternateContent><mc:Fallback>" + run("丙") + "</mc:Fallback></mc:AlternateContent>"), "丙"),
    ("drop cap", para("依", '<w:framePr w:dropCap="drop" w:lines="2"/>') + para("法行政"), "依法行政"),
    ("table", table(row("事项", "件数"), row("许可", "12")), "事项\t件数\n许可\t12"),
    ("paragraphs of a cell", table(row(cell(para("甲") + para() + para("乙")), "丙")), "甲 乙\t丙"),
    ("break in a cell", table(row(cell(para(run("甲") + "<w:r><w:br/></w:r>" + run("乙"))), "丙")), "甲\n乙\t丙"),
    ("empty cells", table(row("", "乙", "")), "\t乙\t"),
    ("cells merged downwards", table(row(cell(para("合"), '<w:vMerge w:val="restart"/>'), "1"), row(cell(para(), "<w:vMerge/>"), "2")), "合\t1\n\t2"),
    ("cells merged across", table(row(cell(para("合"), '<w:gridSpan w:val="2"/>'), "1")), "合\t1"),
    ("cells merged across in old files", table(row(cell(para("合"), '<w:hMerge w:val="restart"/>'), cell(para(), "<w:hMerge/>"), "1")), "合\t1"),
    ("nested table", table(row(cell(para("外") + table(row("甲", "乙"), row("丙", "丁")) + para()), "右")), "外 甲 乙 丙 丁\t右"),
    ("deleted row", table(row("甲"), row("乙", properties='<w:del w:id="1"/>'), row("丙")), "甲\n丙"),
    ("deleted cell", table(row("甲", cell(para("乙"), '<w:cellDel w:id="1"/>'))), "甲"),
    ("deleted paragraph mark in a cell", table(row(cell(para("依", DELETED_MARK) + para("法")))), "依法"),
    ("text box in a cell", table(row(cell(para(run("甲") + text_box(para("盒")))), "乙")), "甲\t乙\n盒"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in TEXT], ids=[case[0] for case in TEXT])
def test_text(body, text):
    assert read_word(source(body + para("末"))).text == text + "\n末"


@pytest.mark.parametrize("body", [case[1] for case in TEXT], ids=[case[0] for case in TEXT])
def test_the_way_with_segments_reads_the_same(body):
    read, walked = read_word(source(body + para("末"))), walk_word(source(body + para("末")))
    assert walked.document == read
    for segment in walked.segments:
        if segment.node.tag.endswith("}t") and "dings" not in body:  # letters that show as other signs
            assert (
                (segment.node.text or "")
                .replace("\n", " ")
                .strip(" ")
                .startswith(read.text[segment.start : segment.start + segment.length].strip(" "))
            )
            assert segment.run is None or segment.paragraph in segment.run.iterancestors()
            assert segment.part == "word/document.xml"


def test_segments_lead_from_an_offset_to_its_run():
    walked = walk_word(source(para(run("甲乙") + run("丙", "<w:b/>")) + table(row("丁", "戊"))))
    found = [(s.start, s.length, s.node.text) for s in walked.segments]
    assert walked.document.text == "甲乙丙\n丁\t戊"
    assert found == [(0, 2, "甲乙"), (2, 1, "丙"), (4, 1, "丁"), (6, 1, "戊")]


HIDING = '<w:style w:type="paragraph" w:styleId="藏"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="c"><w:name w:val="y"/><w:rPr><w:vanish/></w:rPr></w:style>'
HIDDEN_BY_STYLE = [
    ("paragraph style", styled("藏", "藏") + para("乙"), "乙"),
    ("character style", para(run("甲") + run("藏", '<w:rStyle w:val="c"/>') + run("乙")), "甲乙"),
    ("both toggle each other", styled("藏", run("甲", '<w:rStyle w:val="c"/>')) + para("乙"), "甲乙"),
    ("direct off wins", styled("藏", run("甲", '<w:vanish w:val="0"/>')) + para("乙"), "甲乙"),
]


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in HIDDEN_BY_STYLE], ids=[c[0] for c in HIDDEN_BY_STYLE])
def test_text_hidden_by_a_style(body, text):
    assert read_word(source(body, {"styles.xml": HIDING})).text == text


def form(*cells):
    """A form of one row for a label and one for each text, as a report's box in it."""
    return table(
        row("填报单位", "青岚区教育局"), *(row("报告内容", cell("".join(map(para, lines)))) for lines in cells)
    )


LINES = ["一、主要工作", *(f"本局第{n}项工作是{'认真履行推进法治建设职责，' * 9}" for n in "甲乙丙丁戊己庚"), "二、存在的不足", "力量不足。"]  # fmt: skip


def test_a_report_in_the_box_of_a_form_is_text():
    document = read_word(source(form(LINES) + para("末")))
    found = [(document.text[b.start : b.end], b.kind, b.place) for b in document.blocks]
    assert found[:3] == [
        ("填报单位\t青岚区教育局", "row", "表1第1行"),
        ("报告内容\t", "row", "表1第2行"),
        ("一、主要工作", "paragraph", "表1第2行第2列第1段"),
    ]
    assert found[-2:] == [("力量不足。", "paragraph", "表1第2行第2列第10段"), ("末", "paragraph", "第1段")]


def test_short_boxes_and_several_of_them_are_rows():
    for body in (form(LINES[:7]), form(["短。"] * 12), form(LINES, LINES)):
        assert {block.kind for block in read_word(source(body)).blocks} == {"row"}


def test_a_layout_table_is_text_and_no_row():
    long = "本局认真履行推进法治建设职责，" * 8
    document = read_word(source(table(row(cell(para("一、主要工作") + para(long) + para(long))))))
    assert [block.kind for block in document.blocks] == ["paragraph"] * 3
    assert [block.place for block in document.blocks] == ["表1第1行第1段", "表1第1行第2段", "表1第1行第3段"]
