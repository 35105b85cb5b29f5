"""``reportlint annotate`` as a user calls it, on every Word sample."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from reportlint.readers.ooxml import read_word
from reportlint.source import load
from tests.annotate.readback import anchored, comments, looks
from tests.cli.test_check import run

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*/*.docx"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_keeps_its_text_and_looks_and_says_all_findings(sample, tmp_path):
    before = hashlib.sha256(sample.read_bytes()).hexdigest()
    draft = shutil.copy(sample, tmp_path / "稿.docx")
    _, concise, _ = run("check", draft, "--format", "concise", "--no-config")
    findings = [line for line in concise.splitlines() if re.search(r":\d+:\d+: ", line)]
    code, out, err = run("annotate", draft, "-o", tmp_path / "一.docx", "--no-config")
    assert (code, err) == (0, "")
    assert out.startswith(
        f"已写入 {tmp_path / '一.docx'}：{f'批注 {len(findings)} 处' if findings else '没有要批注的地方'}。\n"
    )
    data = (tmp_path / "一.docx").read_bytes()
    assert len(comments(data)) == len(findings)
    for (author, text), line in zip(comments(data), findings, strict=True):
        assert author == "reportlint"
        assert line.rpartition(" [")[2].rstrip("]").rpartition("/")[2] in text
        assert text.split("\n")[0].partition("：")[2] in line
    assert read_word(load(str(tmp_path / "一.docx"))).text == read_word(load(str(draft))).text
    assert looks(data) == looks(draft.read_bytes())
    run("annotate", tmp_path / "一.docx", "-o", tmp_path / "二.docx", "--no-config")
    assert (tmp_path / "二.docx").read_bytes() == data
    assert hashlib.sha256(sample.read_bytes()).hexdigest() == before
    assert draft.read_bytes() == sample.read_bytes()


def test_the_anchor_is_what_the_finding_names(tmp_path):
    document = docx.Document()
    document.add_heading("青岚区教育局2025年法治政府建设情况报告", 0)
    paragraph = document.add_paragraph("2025年，我局共办理")
    paragraph.add_run("x").bold = True
    paragraph.add_run("x件。")
    document.save(str(tmp_path / "稿.docx"))
    run("annotate", "稿.docx", "-o", "批.docx", "--select", "unfilled-figure", cwd=tmp_path)
    data = (tmp_path / "批.docx").read_bytes()
    assert anchored(data) == ["xx件"]
    [(author, text)] = comments(data)
    first, *_, last = text.split("\n")
    assert author == "reportlint"
    assert first.startswith("错误：")
    assert last.startswith("规则：official-report/unfilled-figure（")


@pytest.mark.parametrize("sample", sorted((ROOT / "samples" / "bad").glob("*.txt")), ids=lambda path: path.name)
def test_every_kind_of_finding_stands_at_the_words_that_check_shows(sample, tmp_path):
    document = docx.Document()
    for line in sample.read_text(encoding="utf-8").split("\n"):
        paragraph = document.add_paragraph()
        for at in range(0, len(line), 7):  # runs that end anywhere
            paragraph.add_run(line[at : at + 7]).bold = at % 2 == 0
    document.save(str(tmp_path / "稿.docx"))
    checked = json.loads(run("check", "稿.docx", "--format", "json", "--no-config", cwd=tmp_path)[1])
    run("annotate", "稿.docx", "-o", "批.docx", "--no-config", cwd=tmp_path)
    data = (tmp_path / "批.docx").read_bytes()
    lines = read_word(load(str(tmp_path / "稿.docx"))).text.split("\n")
    findings = checked["findings"]
    assert len(comments(data)) == len(findings) > 0
    placed = sorted(findings, key=lambda one: (one["line"], one["column"], one["end_line"], one["end_column"]))
    for found, one in zip(anchored(data), placed, strict=True):
        if one["line"] == one["end_line"] and lines[one["line"] - 1]:
            assert found == lines[one["line"] - 1][one["column"] - 1 : one["end_column"] - 1]


def test_the_new_file_has_a_name_of_its_own_if_none_is_given(tmp_path):
    shutil.copy(SAMPLES[0], tmp_path / "稿.docm")
    code, out, _ = run("annotate", "稿.docm", "--no-config", cwd=tmp_path)
    assert (code, out.split("：")[0]) == (0, "已写入 稿.已批注.docm")
    assert read_word(load(str(tmp_path / "稿.已批注.docm"))).text == read_word(load(str(SAMPLES[0]))).text


def test_rules_can_be_chosen_and_waived_findings_get_no_comment(tmp_path):
    document = docx.Document()
    document.add_paragraph("青岚区教育局2025年法治政府建设情况报告")
    document.add_paragraph("2025年，我局共办理xx件，约xx人。")
    document.save(str(tmp_path / "稿.docx"))
    chosen = ("annotate", "稿.docx", "-o", "批.docx", "--select", "unfilled-figure", "--today", "2026-01-20")
    run(*chosen, cwd=tmp_path)
    assert anchored((tmp_path / "批.docx").read_bytes()) == ["xx件", "xx人"]
    (tmp_path / "reportlint.yaml").write_text(
        "waivers:\n  - {rule: unfilled-figure, files: ['*'], reason: 数据未形成, by: 张三, until: 2026-12-31}\n",
        encoding="utf-8",
    )
    _, out, _ = run(*chosen, cwd=tmp_path)
    assert out.startswith("已写入 批.docx：没有要批注的地方。\n")
    assert (tmp_path / "批.docx").read_bytes() == (tmp_path / "稿.docx").read_bytes()


SIGNATURE = "_xmlsignatures/origin.sigs"
VOID = "：原文件有数字签名，新文件改动过，签名在新文件里已经失效；定稿后请重新签名（原文件不受影响）。\n"


def signed(path, text):
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(SIGNATURE, b"")


def test_a_signature_that_no_longer_holds_is_told_once_something_was_changed(tmp_path):
    signed(tmp_path / "稿.docx", "2025年，我局共办理xx件,同比增长。")
    chosen = ("annotate", "稿.docx", "-o", "批.docx", "--select", "unfilled-figure", "--no-config")
    assert run(*chosen, cwd=tmp_path)[2] == f"批.docx{VOID}"
    assert run("fix", "稿.docx", "--apply", "-o", "修.docx", cwd=tmp_path)[2] == f"修.docx{VOID}"
    signed(tmp_path / "稿.docx", "2025年，我局共办理12件，同比增长。")
    assert run(*chosen, cwd=tmp_path)[2] == ""
    assert run("fix", "稿.docx", "--apply", "-o", "修.docx", cwd=tmp_path)[2] == ""


def test_help_is_chinese_only():
    for command in ("annotate", "fix"):
        out = run(command, "--help")[1]
        assert "[required]" not in out
        assert "TEXT" not in out


REFUSED = [
    (
        ("稿.txt", "-o", "新.docx"),
        "错误：稿.txt：批注只能写进 .docx（及 .docm .dotx .dotm）；请另存为 .docx 后再批注（只看结果用 reportlint check）\n",
    ),
    (
        ("稿.docx", "-o", "稿.docx"),
        "错误：稿.docx 就是原文件，没有写：原稿从不改动，请换一个文件名（用法见 reportlint annotate --help）\n",
    ),
    (
        ("稿.docx", "-o", "./子/../稿.docx"),
        "错误：./子/../稿.docx 就是原文件，没有写：原稿从不改动，请换一个文件名（用法见 reportlint annotate --help）\n",
    ),
    (
        ("稿.docx", "-o", "链接.docx"),
        "错误：链接.docx 就是原文件，没有写：原稿从不改动，请换一个文件名（用法见 reportlint annotate --help）\n",
    ),
    (("没有.docx", "-o", "新.docx"), "错误：没有.docx：找不到这个文件，请核对路径和文件名\n"),
    (("坏.docx", "-o", "新.docx"), "错误：坏.docx："),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_what_cannot_be_done_is_said_in_one_sentence(arguments, message, tmp_path):
    (tmp_path / "子").mkdir()
    (tmp_path / "稿.txt").write_text("正文", encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    shutil.copy(SAMPLES[0], tmp_path / "稿.docx")
    (tmp_path / "链接.docx").hardlink_to(tmp_path / "稿.docx")
    code, out, err = run("annotate", *arguments, cwd=tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert "Traceback" not in err
    assert len(err.splitlines()) <= 2
    assert not (tmp_path / "新.docx").exists()
    assert (tmp_path / "稿.docx").read_bytes() == SAMPLES[0].read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_libreoffice_sees_every_comment(sample, tmp_path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("没有装 LibreOffice（soffice），不能用它核对批注")
    run("annotate", sample, "-o", tmp_path / "批.docx", "--no-config")
    expected = len(comments((tmp_path / "批.docx").read_bytes()))
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt", "--outdir", tmp_path, tmp_path / "批.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    written = (tmp_path / "批.fodt").read_text(encoding="utf-8")
    assert len(re.findall(r"<dc:creator>reportlint</dc:creator>", written)) == expected
