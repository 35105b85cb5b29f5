"""The reader held against LibreOffice's own reading of the same files: no word missed, none twice, same order, same numbers.

The files are made by chance (with a fixed seed) of every construct on which LibreOffice has a view of its own. It has none,
or another than Word, on: fields that it works out anew (REF to nothing, PAGE), symbol fonts, EQ and formulas, rows deleted
by a tracked change, ``w:instrText`` of nested IFs, ``lvlRestart`` 0 and ``isLgl``.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections import Counter

import pytest
from lxml import etree
from wordfiles import cell, control, field, files, levels, numbered, numbering, para, row, run, styled, table, zipped

from reportlint.readers.ooxml import read_word
from reportlint.source import Source

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="这里没有安装 LibreOffice（soffice），不能用它核对文字"),
]
DOCUMENTS, BLOCKS = 40, 14
WORD = re.compile(r"词\d+。")
BY = 'w:id="{}" w:author="甲" w:date="2025-01-01T00:00:00Z"'
SHAPE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
    'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
    '<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="900000"/><wp:wrapNone/><wp:docPr id="{0}" '
    'name="框"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
    '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>{1}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
    "<w:txbxContent>{1}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
OLD_SHAPE = (
    '<w:r><w:pict><v:shape id="s{0}" type="#_x0000_t202" style="position:absolute;width:100pt;height:50pt"><v:textbox>'
    "<w:txbxContent>{1}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText '
    'w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>shū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{}</w:t></w:r>'
    "</w:rubyBase></w:ruby></w:r>"
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="一级"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
LISTS = numbering(
    {
        0: levels(("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3．")),
        1: levels(("upperRoman", "%1."), ("lowerLetter", "%1-%2)"), ("decimalEnclosedCircle", "%3")),
        2: levels(("japaneseCounting", "第%1章"), extra={0: '<w:pStyle w:val="b"/>'}),
    },
    {
        1: (0, ""),
        2: (1, ""),
        3: (2, ""),
        4: (0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    },
)
GRID = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>"
SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p/></w:{0}><w:{0} w:type="continuationSeparator" w:id="0"><w:p/></w:{0}>'
)


WRAPPERS = (
    "<w:ins {by}>{inner}</w:ins>", "<w:moveTo {by}>{inner}</w:moveTo>",
    '<w:smartTag w:element="date">{inner}</w:smartTag>', '<w:customXml w:element="x">{inner}</w:customXml>',
    '<w:bdo w:val="ltr">{inner}</w:bdo>', "<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    '<mc:AlternateContent><mc:Choice Requires="w14">{inner}</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>',
)  # fmt: skip
GONE = (
    "<w:del {by}><w:r><w:delText>{word}</w:delText></w:r></w:del>",
    '<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>{word}</w:t></w:r>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{word}</w:t></w:r>",
)


class Composer:
    """Makes one document of constructs chosen by chance; every word in it occurs once."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.count = 0
        self.notes = {"footnote": "", "endnote": ""}
        self.numbered = set()

    def word(self):
        self.count += 1
        return f"词{self.count}。"

    def by(self):
        self.count += 1
        return BY.format(self.count)

    def text(self):
        word, cut = self.word(), self.chance.randrange(3)
        return run(word[:cut]) + run(word[cut:], "<w:b/>") if cut else run(word)

    def inline(self, depth=0):
        if depth < 3 and self.chance.random() < 0.3:
            inner = "".join(self.inline(depth + 1) for _ in range(self.chance.randint(1, 2)))
            return self.chance.choice(WRAPPERS).format(by=self.by(), inner=inner, other=run(self.word()))
        leaves = [self.text, self.text, self.spaced, self.ruby, self.note, self.shape]
        if not depth:  # LibreOffice has no change within a change and no link within a link
            leaves += [self.gone, self.link]
        return self.chance.choice(leaves)()

    def gone(self):
        return self.chance.choice(GONE).format(by=self.by(), word=self.word()) + self.text()

    def spaced(self):
        return f"<w:r><w:t> {self.word()}</w:t><w:tab/><w:t>{self.word()} </w:t><w:br/><w:noBreakHyphen/></w:r>"

    def ruby(self):
        return RUBY.format(self.word())

    def link(self):
        if self.chance.random() < 0.5:
            return f'<w:hyperlink w:anchor="x">{self.text()}</w:hyperlink>'
        return field(' HYPERLINK "http://qinglan.invalid/" ', self.text())

    def note(self):
        kind = self.chance.choice(list(self.notes))
        self.count += 1
        number = self.count
        self.notes[kind] += f'<w:{kind} w:id="{number}">{para(self.text())}</w:{kind}>'
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def shape(self):
        inner = para(self.text()) + para(self.text())
        self.count += 1
        return self.chance.choice((SHAPE, OLD_SHAPE)).format(self.count, inner)

    def paragraph(self, depth=0):
        content = self.text()
        first = f"词{self.count}。"
        content += "".join(self.inline(depth) for _ in range(self.chance.randint(0, 3)))
        kind = self.chance.randrange(6)
        if kind == 0:
            self.numbered.add(first)
            return styled("b", content)
        if kind == 1:
            return styled("1", content)
        if kind == 5:
            return para(content, f"<w:rPr><w:ins {self.by()}/></w:rPr>")
        if kind in (2, 3):
            num = self.chance.choice((1, 1, 2, 4))
            level = self.chance.randrange(3)
            self.numbered.add(first)
            return numbered(content, num, level)
        return para(content)

    def table(self, depth=0):
        rows = []
        for _ in range(self.chance.randint(1, 3)):
            spans = self.chance.choice((("", "", ""), ("", "", ""), ('<w:gridSpan w:val="2"/>', "")))
            cells = [cell(self.paragraph(1) + self.nested(depth), span) for span in spans]
            rows.append(control(row(*cells)) if self.chance.random() < 0.1 else row(*cells))
        return table(*rows).replace("<w:tblGrid/>", GRID)

    def nested(self, depth):
        return self.table(depth + 1) + para() if depth < 1 and self.chance.random() < 0.1 else ""

    def block(self):
        kind = self.chance.randrange(10)
        if kind == 0:
            return self.table() + para()
        if kind == 1:
            return control(self.paragraph(1) + self.paragraph(1))  # where LibreOffice forgets that text is hidden
        return f'<w:customXml w:element="x">{self.paragraph()}</w:customXml>' if kind == 2 else self.paragraph()

    def document(self):
        body = "".join(self.block() for _ in range(BLOCKS))
        parts = {
            "styles.xml": STYLES,
            "numbering.xml": LISTS,
            "header1.xml": para(self.text()),
            "footer1.xml": para(self.text()),
        }
        parts |= {f"{kind}s.xml": SEPARATORS.format(kind) + notes for kind, notes in self.notes.items() if notes}
        section = (
            '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
        )
        return zipped(files(body, parts, section))


@pytest.fixture(scope="module")
def read_by_both(tmp_path_factory):
    """Our text, LibreOffice's plain text and its whole document of every file."""
    folder = tmp_path_factory.mktemp("office")
    composers = [Composer(seed) for seed in range(DOCUMENTS)]
    made = [composer.document() for composer in composers]
    paths = [folder / f"{number}.docx" for number in range(DOCUMENTS)]
    for path, data in zip(paths, made, strict=True):
        path.write_bytes(data)
    for kind in ("txt:Text (encoded):UTF8", "fodt"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind,
             "--outdir", str(folder), *map(str, paths)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
    return [
        (
            read_word(Source(path.name, data)).text,
            path.with_suffix(".txt").read_text(encoding="utf-8-sig"),
            path.with_suffix(".fodt").read_bytes(),
            composer.numbered,
        )
        for path, data, composer in zip(paths, made, composers, strict=True)
    ]


TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LEFT_OUT = (f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{TEXT}ruby-text")
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def shown(data):
    """The words of a flat OpenDocument file that are neither hidden nor deleted."""
    root = etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True))  # LibreOffice closes ruby text wrongly
    styles = {(style.get(f"{STYLE}family"), style.get(f"{STYLE}name")): style for style in root.iter(f"{STYLE}style")}

    def hides(family, name):
        style = styles.get((family, name))
        if style is None:
            return False
        stated = [display for item in style if (display := item.get(f"{TEXT}display"))]
        return stated[0] == "none" if stated else hides(family, style.get(f"{STYLE}parent-style-name"))

    deleted = {
        region.get(f"{TEXT}id")
        for region in root.iter(f"{TEXT}changed-region")
        if region.find(f"{TEXT}deletion") is not None
    }
    texts: list[list[str]] = [[]]
    open_deletions: set[str] = set()

    def walk(element):
        key = element.get(f"{TEXT}change-id")
        if element.tag == f"{TEXT}change-start" and key in deleted:
            open_deletions.add(key)
        elif element.tag == f"{TEXT}change-end":
            open_deletions.discard(key)
        own = element.tag in (
            f"{TEXT}p",
            f"{TEXT}h",
        )  # notes and boxes stand within paragraphs and have some themselves
        if element.tag in LEFT_OUT or hides("paragraph" if own else "text", element.get(f"{TEXT}style-name")):
            return
        if own:
            texts.append([])
        current = texts[-1]
        current.append("" if open_deletions else element.text or "")
        for child in element:
            walk(child)
            current.append("" if open_deletions else child.tail or "")
            if texts[-1] is not current:
                texts.append(current)

    walk(root)
    whole = {id(text): "".join("".join(text).split()) for text in texts}
    return Counter(word for text in whole.values() for word in WORD.findall(text))


def test_no_word_is_missed_and_none_comes_twice(read_by_both):
    for number, (ours, _, whole, _) in enumerate(read_by_both):
        assert (number, Counter(WORD.findall("".join(ours.split())))) == (number, shown(whole))


def test_words_come_in_the_same_order(read_by_both):
    for number, (ours, theirs, _, _) in enumerate(read_by_both):
        in_both = set(WORD.findall(ours)) & set(WORD.findall(theirs))
        orders = [[word for word in WORD.findall("".join(text.split())) if word in in_both] for text in (ours, theirs)]
        assert (number, orders[0]) == (number, orders[1])


def test_automatic_numbers_are_the_same(read_by_both):
    compared = 0
    for number, (ours, theirs, _, words) in enumerate(read_by_both):
        labels = [labels_before(words, text) for text in (ours, theirs)]
        shared = labels[0].keys() & labels[1].keys()  # plain text has no boxes and notes
        assert (number, {word: labels[0][word] for word in shared}) == (
            number,
            {word: labels[1][word] for word in shared},
        )
        compared += len(shared)
    assert compared > 3 * DOCUMENTS


def labels_before(words, text):
    """What stands before these words at the start of a line or cell; none is empty."""
    found = {}
    for line in re.split("[\n\t]", text):
        match = re.match(r"([^词]+)(词\d+。)", "".join(line.split()))
        if match and match[2] in words:
            found[match[2]] = (
                match[1].lstrip("-\u2011").rstrip("ivx0123456789")
            )  # LibreOffice writes the marks of notes
    return found
