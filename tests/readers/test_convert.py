"""Conversion by LibreOffice, with a small program in its place that does what it was seen to do."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from reportlint.errors import ReadError
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
ABSENT = "要转换这种格式须装有 LibreOffice，没有找到它；请用 Word 或 WPS 打开后另存为 .docx 再检查"
FAILED = "LibreOffice 没能转换这个文件，可能设置了打开密码或已损坏；请用 Word 或 WPS 打开后另存为 .docx 再检查"


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


@pytest.mark.skipif(shutil.which("soffice") is not None, reason="LibreOffice is installed here")
def test_without_libreoffice_one_sentence_says_what_to_do():
    with pytest.raises(ReadError) as caught:
        convert(Source("旧.doc", b"\xd0\xcf"))
    assert caught.value.reason == ABSENT


def test_a_converted_file_is_read_under_its_own_name(office, tmp_path, monkeypatch):
    monkeypatch.setenv("RESULT", str(docx_file(tmp_path)))
    note = office(CONVERTS)
    old = tmp_path / "旧稿 1.DOC"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
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
        convert(Source("旧.doc", b"\xd0\xcf"))
    assert caught.value.reason == FAILED


def test_a_conversion_that_does_not_end_is_ended_with_all_it_started(office, tmp_path):
    alive = tmp_path / "alive"
    child = f"import time,pathlib; time.sleep(1.5); pathlib.Path({str(alive)!r}).touch()"
    note = office(f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)")
    start = time.monotonic()
    with pytest.raises(ReadError, match=r"LibreOffice 在 1 秒内没有转换完，已停止；请用 Word 或 WPS 打开后另存为"):
        convert(Source("旧.doc", b"\xd0\xcf"), timeout=1)
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
        convert(Source("旧.doc", b"\xd0\xcf"))
