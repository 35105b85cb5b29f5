"""Conversion by LibreOffice, with a small program in its place that does what it was seen to do."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest

from reportlint.errors import ReadError
from reportlint.limits import limited
from reportlint.readers import read
from reportlint.readers.convert import convert
from reportlint.source import Source

SOFFICE = """#!{python}
import json, os, pathlib, shutil, sys, time
arguments = sys.argv[1:]
draft = pathlib.Path(arguments[-1])
out = pathlib.Path(arguments[arguments.index("--outdir") + 1])
profile = pathlib.Path(arguments[0].removeprefix("-env:UserInstallation=file://"))
settings = (profile / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
note = {{"arguments": arguments, "settings": settings, "draft": draft.name, "folder": str(draft.parent)}}
pathlib.Path(os.environ["NOTE"]).write_text(json.dumps(note), encoding="utf-8")
{work}
"""
CONVERTS = "out.mkdir()\nshutil.copy(os.environ['RESULT'], out / 'draft.docx')"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
ABSENT = "要转换这种格式须装有 LibreOffice，没有找到它；请用 Word 或 WPS 打开后另存为 .docx 再检查"
SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
UNKNOWN = "不是 Word 文档（.docx），也认不出是什么文件；请用 Word 或 WPS 打开核对后另存为 .docx"
PASSWORD = "文档设置了打开密码，无法读取；请取消密码后另存再检查"
FAILED = "LibreOffice 没能转换这个文件，可能已损坏或设置了打开密码；请用 Word 或 WPS 打开后另存为 .docx 再检查"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Put a program with this work on the path; the note that it leaves of what it was given."""

    def install(work: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "soffice"
        program.write_text(SOFFICE.format(python=sys.executable, work=work), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))
        monkeypatch.setenv("NOTE", str(tmp_path / "note.json"))
        return tmp_path / "note.json"

    return install


def docx_file(folder: Path) -> Path:
    import docx

    document = docx.Document()
    document.add_paragraph("旧稿的文字")
    document.save(str(folder / "result.docx"))
    return folder / "result.docx"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="那里不靠 PATH 也找得到 LibreOffice")
def test_without_libreoffice_one_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError) as caught:
        convert(Source("旧.doc", OLD))
    assert caught.value.reason == ABSENT


def test_a_converted_file_is_read_under_its_own_name(office, tmp_path, monkeypatch):
    monkeypatch.setenv("RESULT", str(docx_file(tmp_path)))
    note = office(CONVERTS)
    old = tmp_path / "旧稿 1.DOC"
    old.write_bytes(OLD)
    document = read(str(old), convert=True)
    assert (document.path, document.source) == (str(old), "旧稿的文字")
    seen = json.loads(note.read_text(encoding="utf-8"))
    assert seen["draft"] == "draft.doc"
    assert "--headless" in seen["arguments"]
    assert "BlockUntrustedRefererLinks" in seen["settings"]
    assert not Path(seen["folder"]).exists()


NOTHING = [
    ("no output", "pass"),
    ("an empty one", "out.mkdir()\n(out / 'draft.docx').touch()"),
    ("a crash", "sys.exit(1)"),
]


@pytest.mark.parametrize("work", [case[1] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_the_output_counts_not_the_exit_code(office, work):
    office(work)
    with pytest.raises(ReadError) as caught:
        convert(Source("旧.doc", OLD))
    assert caught.value.reason == FAILED


def test_a_conversion_that_does_not_end_is_ended_with_all_it_started(office, tmp_path):
    alive = tmp_path / "alive"
    child = f"import time,pathlib; time.sleep(1.5); pathlib.Path({str(alive)!r}).touch()"
    note = office(f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)")
    old = tmp_path / "旧.doc"
    old.write_bytes(OLD)
    start = time.monotonic()
    with pytest.raises(ReadError, match=r"LibreOffice 在 1 秒内没有转换完，已停止；请用 Word 或 WPS 打开后另存为"):
        read(str(old), True, limited([("convert_seconds", 1)]))
    assert time.monotonic() - start < 10
    time.sleep(1)
    assert not alive.exists()
    assert not Path(json.loads(note.read_text(encoding="utf-8"))["folder"]).exists()


def test_a_program_that_cannot_start(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/nowhere/at/all\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError, match=r"^旧\.doc：LibreOffice (无法启动|没能转换)"):
        convert(Source("旧.doc", OLD))


NOT_FOR_LIBREOFFICE = [
    ("nothing", "doc", b"", "文件是空的，没有内容可查；请核对是不是存错了文件"),
    ("random bytes", "doc", bytes(range(128, 256)) * 8 + b"\x00", UNKNOWN),
    ("a picture", "rtf", b"\x89PNG\r\n\x1a\n", "这是图片，不是文档；请提供 Word 文档，或识别成文字后再检查"),
    ("a web page", "doc", b"<html><body>x</body></html>", f"这是网页文件（HTML），不是 Word 文档；{SAVE_AS}"),
    ("a web page in one file", "doc", b"MIME-Version: 1.0\nContent-Type: multipart/related; ", f"这是网页文件（MHT），不是 Word 文档；{SAVE_AS}"),
    ("plain text", "doc", "一、工作".encode(), "这是纯文本，只是扩展名写成了 Word 的；请把扩展名改为 .txt 后再检查"),
    ("a table of Excel", "wps", OLD[:8] + "Workbook".encode("utf-16-le"), "这是旧版 Excel 表格，不是 Word 文档；请提供 Word 文档或文本"),
    ("a password", "doc", OLD[:8] + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
    ("a password of Word 97", "doc", OLD.ljust(512, b"\x00") + b"\xec\xa5\xc1\x00".ljust(11, b"\x00") + b"\x13" * 20, PASSWORD),
]  # fmt: skip


@pytest.mark.parametrize(
    ("suffix", "data", "expected"), [c[1:] for c in NOT_FOR_LIBREOFFICE], ids=[c[0] for c in NOT_FOR_LIBREOFFICE]
)
def test_what_is_no_such_document_is_not_given_to_libreoffice(office, tmp_path, suffix, data, expected):
    """It would take unknown bytes for plain text, and rubbish would pass."""
    note = office(CONVERTS)
    old = tmp_path / f"旧.{suffix}"
    old.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(str(old), convert=True)
    assert caught.value.reason == expected
    assert not note.exists()


@pytest.mark.parametrize("convert", [False, True])
def test_a_word_file_with_an_old_name_is_simply_read(office, tmp_path, convert):
    note = office(CONVERTS)
    old = tmp_path / "旧.doc"
    docx_file(tmp_path).rename(old)
    assert read(str(old), convert).source == "旧稿的文字"
    assert not note.exists()
