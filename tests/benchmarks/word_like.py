"""Drafts as Word itself writes them: short runs with properties, revision ids, proofing marks, a full styles part."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = (
    "本局认真履行推进法治建设第一责任人职责，全年办理行政许可事项1,236件，开展执法检查58次，群众满意率达到99.2%。"
)
RUN_LENGTH = 10  # Word cuts a run wherever the language, the spelling or the session changes
PROPERTIES = (
    '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
)


def paragraph(index: int, text: str) -> str:
    """One body paragraph."""
    runs = []
    for at in range(0, len(text), RUN_LENGTH):
        if at % 30 == 0:
            runs.append('<w:proofErr w:type="spellStart"/>')
        runs.append(
            f'<w:r w:rsidR="00{index:06X}" w:rsidRPr="00A1B2C3">{PROPERTIES}<w:t>{text[at : at + RUN_LENGTH]}</w:t></w:r>'
        )
    return (
        f'<w:p w:rsidR="00{index:06X}" w:rsidRDefault="00D4E5F6"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>{PROPERTIES}</w:pPr>'
        f'<w:bookmarkStart w:id="{index}" w:name="_b{index}"/>{"".join(runs)}<w:bookmarkEnd w:id="{index}"/></w:p>'
    )


def word_like(characters: int) -> bytes:
    """A package of about so many characters in paragraphs of about 75, on python-docx's template with its full styles."""
    length = 75
    paragraphs = []
    for index in range(characters // length):
        head = f"（{index % 9 + 1}）" if index % 8 == 0 else ""
        paragraphs.append(paragraph(index, (head + SENTENCE * 2)[:length]))
    return _package(paragraphs)


def _package(paragraphs: list[str]) -> bytes:
    """A package with these paragraphs and python-docx's own styles."""
    stream = io.BytesIO()
    document = docx.Document()
    document.save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                body = f'<w:body>{"".join(paragraphs)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>'
                data = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}">{body}</w:document>'.encode()
            new.writestr(name, data)
    return out.getvalue()


def word_like_report(text: str) -> bytes:
    """The same from a report's own text, a paragraph a line."""
    return _package([paragraph(index, escape(line)) for index, line in enumerate(text.splitlines())])
