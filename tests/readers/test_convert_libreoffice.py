"""Conversion by a real LibreOffice, where there is one."""

from __future__ import annotations

import io
import shutil
import subprocess
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reportlint.engine import Plan
from reportlint.errors import ReadError
from reportlint.parallel import check_one
from reportlint.readers import read
from reportlint.readers.convert import convert
from reportlint.source import Source

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="这里没有安装 LibreOffice（soffice），转换没有测试"),
]
RTF = rb"{\rtf1\ansi\ansicpg936 {\b \u19968?\u12289?\u24037?\u20316?}\par \u27491?\u25991?\par}"
FAILED = "LibreOffice 没能转换这个文件，可能已损坏或设置了打开密码；请用 Word 或 WPS 打开后另存为 .docx 再检查"
PASSWORD = "文档设置了打开密码，无法读取；请取消密码后另存再检查"
SAMPLES = Path(__file__).parents[2] / "samples"
AUTOMATIC, TYPED = SAMPLES / "bad" / "乡镇初稿.docx", SAMPLES / "bad" / "模板未填.txt"
"""Drafts with numbers that Word makes, and with typed ones only: LibreOffice loses ``、`` when it writes RTF labels."""


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The samples in every old format, as LibreOffice itself writes them."""
    folder = tmp_path_factory.mktemp("old")
    drafts = folder / "drafts"
    drafts.mkdir()
    shutil.copy(AUTOMATIC, drafts / "auto.docx")
    (drafts / "typed.docx").write_bytes(as_word(TYPED.read_text(encoding="utf-8")))
    for suffix in ("doc", "odt", "rtf"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", suffix,
             "--outdir", str(folder), str(drafts / "auto.docx"), str(drafts / "typed.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    for name in ("auto", "typed"):
        shutil.copy(folder / f"{name}.doc", folder / f"{name}.wps")  # WPS writes Word 97 files under its own suffix
    return folder


def as_word(text):
    import docx

    document, stream = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


OLD = [(name, suffix) for name in ("auto", "typed") for suffix in ("doc", "wps", "odt", "rtf")]
OLD.remove(("auto", "rtf"))


@pytest.mark.parametrize(("name", "suffix"), OLD)
def test_an_old_draft_has_the_findings_of_the_new_one_at_the_same_places(old, pack, general, name, suffix):

    path, plan = str(old / f"{name}.{suffix}"), Plan(pack, general)
    report = check_one(path, plan, convert=True)
    expected = check_one(str(old / "drafts" / f"{name}.docx"), plan)
    assert not report.failures
    assert expected.findings
    assert [told(finding) for finding in report.findings] == [told(finding) for finding in expected.findings]
    assert {finding.path for finding in report.findings} == {path}


def told(finding):
    return finding.line, finding.column, finding.rule, finding.message


def test_an_rtf_file_is_read_with_its_text(tmp_path):
    old = tmp_path / "旧 稿.rtf"
    old.write_bytes(RTF)
    document = read(str(old), convert=True)
    assert (document.path, document.source.split("\n")[:2]) == (str(old), ["一、工作", "正文"])
    assert [path.name for path in tmp_path.iterdir()] == ["旧 稿.rtf"]


def test_numbers_that_word_wrote_into_an_rtf_file_are_kept(tmp_path):
    level = r"{\listlevel\levelnfc37\levelfollow2\levelstartat1{\leveltext\'02\'00\u12289 ?;}{\levelnumbers\'01;}}"
    lists = rf"{{\*\listtable{{\list\listtemplateid1{level}\listid1}}}}{{\*\listoverridetable{{\listoverride\listid1\listoverridecount0\ls1}}}}"
    old = tmp_path / "旧稿.rtf"
    old.write_text(
        rf"{{\rtf1\ansi\ansicpg936{lists}\pard\ls1\ilvl0 \u24037?\par\pard\ls1\ilvl0 \u20316?\par}}", encoding="ascii"
    )
    assert read(str(old), convert=True).source.split("\n")[:2] == ["一、工", "二、作"]


def test_two_at_once_do_not_get_in_each_others_way():
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda name: convert(Source(name, RTF)), ["甲.rtf", "乙.rtf"]))
    assert [result.data[:2] for result in done] == [b"PK", b"PK"]


def odt(content="<text:p>甲</text:p>", manifest=""):
    stream = io.BytesIO()
    namespace = "urn:oasis:names:tc:opendocument:xmlns:"
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{namespace}manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
            f'manifest:full-path="content.xml" manifest:media-type="text/xml">{manifest}</manifest:file-entry></manifest:manifest>',
        )
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{namespace}office:1.0" xmlns:text="{namespace}text:1.0" '
            f'xmlns:draw="{namespace}drawing:1.0" xmlns:svg="{namespace}svg-compatible:1.0" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
            f"<office:text>{content}</office:text></office:body></office:document-content>",
        )
    return stream.getvalue()


def locked(data):
    """A Word 97 file with the bit set that says it is encrypted."""
    start = next(at for at in range(512, len(data), 512) if data[at : at + 2] == b"\xec\xa5")
    return data[: start + 11] + bytes([data[start + 11] | 1]) + data[start + 12 :]


REFUSED = [
    ("half of a Word 97 file", "doc", lambda data: data[: len(data) // 2], FAILED),
    ("a Word 97 file with a password", "doc", locked, PASSWORD),
    ("half of an RTF file", "rtf", lambda data: data[: len(data) // 2], FAILED),
    ("an ODT file with a password", "odt", lambda data: odt(manifest="<manifest:encryption-data/>"), PASSWORD),
    ("an ODT file whose content is broken", "odt", lambda data: odt("<text:p>"), FAILED),
]


@pytest.mark.parametrize(("suffix", "damage", "expected"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_converted_is_refused(old, suffix, damage, expected):
    with pytest.raises(ReadError) as caught:
        convert(Source(f"坏.{suffix}", damage((old / f"typed.{suffix}").read_bytes())))
    assert caught.value.reason == expected


def test_a_time_limit_ends_it(tmp_path):
    with pytest.raises(ReadError, match=r"^旧\.rtf：LibreOffice 在 0\.05 秒内没有转换完，已停止；请用 Word 或 WPS"):
        convert(Source("旧.rtf", RTF), timeout=0.05)


def test_nothing_is_fetched_from_the_network():
    asked = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        frame = f'<draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{address}/a.png" xlink:type="simple"/></draw:frame>'
        section = f'<text:section text:name="s"><text:section-source xlink:href="{address}/b.odt"/><text:p>乙</text:p></text:section>'
        done = convert(Source("旧.odt", odt(f"<text:p>甲{frame}</text:p>{section}")))
        server.shutdown()
    assert done.data[:2] == b"PK"
    assert asked == []
