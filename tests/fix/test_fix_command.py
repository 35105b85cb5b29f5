"""``reportlint fix`` as a user calls it."""

from __future__ import annotations

import shutil
import subprocess

import docx
import pytest

from reportlint.readers.ooxml import read_word
from reportlint.source import load
from tests.cli.test_check import run

OLD = "青岚区教育局报告\n我局 2025 年办结案件 32 件,同比增长。\n"
NEW = "青岚区教育局报告\n我局2025年办结案件32件，同比增长。\n"
DIFF = [
    "--- 稿.txt", "+++ 稿.txt（修正后）", "@@ -1,2 +1,2 @@", " 青岚区教育局报告", "-我局 2025 年办结案件 32 件,同比增长。",
    "+我局2025年办结案件32件，同比增长。",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "稿.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "净.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_a_diff_by_default_and_nothing_written(folder):
    code, out, err = run("fix", "稿.txt", cwd=folder)
    assert (code, out.splitlines(), err) == (0, DIFF, "")
    assert sorted(path.name for path in folder.iterdir()) == ["净.txt", "稿.txt"]
    assert (folder / "稿.txt").read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize(
    "text", [OLD, OLD.strip(), "净\x0c行\n" + OLD], ids=["plain", "no line end at the end", "a form feed"]
)
def test_patch_takes_the_diff(folder, text):
    program = shutil.which("patch")
    if program is None:
        pytest.skip("没有装 patch，不能用它核对差异")
    (folder / "稿.txt").write_text(text, encoding="utf-8", newline="")
    diff = run("fix", "稿.txt", cwd=folder)[1]
    subprocess.run([program, "-s", "稿.txt"], input=diff.encode(), cwd=folder, check=True)
    run("fix", "稿.txt", cwd=folder)
    assert (folder / "稿.txt").read_text(encoding="utf-8") == text.replace(OLD.strip(), NEW.strip())


def test_nothing_to_do_is_said_beside_the_diff(folder):
    assert run("fix", "净.txt", cwd=folder) == (0, "", "净.txt：没有可以直接修正的地方。\n")


def test_apply_writes_a_new_file(folder):
    assert run("fix", "稿.txt", "--apply", cwd=folder) == (0, "已写入 稿.已修正.txt：改动 5 处。\n", "")
    assert (folder / "稿.已修正.txt").read_text(encoding="utf-8") == NEW
    assert (folder / "稿.txt").read_text(encoding="utf-8") == OLD
    assert run("fix", "稿.txt", "--apply", "-o", "新/稿.txt", cwd=folder)[0] == 0
    assert (folder / "新" / "稿.txt").read_text(encoding="utf-8") == NEW


def test_many_files_each_get_their_own(folder):
    code, out, _ = run("fix", ".", "--apply", cwd=folder)
    assert code == 0
    assert sorted(out.splitlines()) == [
        "./净.txt：没有可以直接修正的地方，没有写新文件。",
        "已写入 ./稿.已修正.txt：改动 5 处。",
    ]


def test_kinds_can_be_chosen(folder):
    assert (
        run("fix", "稿.txt", "--apply", "--only", "punctuation", cwd=folder)[1] == "已写入 稿.已修正.txt：改动 1 处。\n"
    )
    assert (
        run("fix", "稿.txt", "--apply", "--skip", "punctuation", cwd=folder)[1] == "已写入 稿.已修正.txt：改动 4 处。\n"
    )


def test_word_documents_get_tracked_changes(folder):
    document = docx.Document()
    document.add_paragraph("我局 2025 年办结案件 32 件,同比增长。")
    document.save(str(folder / "稿.docx"))
    before = (folder / "稿.docx").read_bytes()
    code, out, _ = run("fix", "稿.docx", cwd=folder)
    assert (code, out.splitlines()[-2]) == (0, "+我局2025年办结案件32件，同比增长。")
    assert run("fix", "稿.docx", "--apply", "-o", "新.docx", cwd=folder)[1] == "已写入 新.docx：改动 5 处。\n"
    assert read_word(load(str(folder / "新.docx"))).text == "我局2025年办结案件32件，同比增长。"
    assert "w:del " in docx.Document(str(folder / "新.docx")).element.xml
    run("fix", "稿.docx", "--apply", "--no-track", "-o", "直.docx", cwd=folder)
    assert docx.Document(str(folder / "直.docx")).paragraphs[0].text == "我局2025年办结案件32件，同比增长。"
    assert (folder / "稿.docx").read_bytes() == before


REFUSED = [
    (
        ("稿.txt", "--apply", "-o", "稿.txt"),
        "错误：稿.txt 就是原文件，没有写：原稿从不改动，请换一个文件名（用法见 reportlint fix --help）\n",
    ),
    (
        ("稿.txt", "净.txt", "-o", "新.txt"),
        "错误：-o 只能与一份文件连用；多份请去掉 -o，各自写成“原名.已修正.扩展名”（用法见 reportlint fix --help）\n",
    ),
    (("没有.txt",), "错误：没有.txt：找不到这个文件，请核对路径和文件名\n"),
    (("稿.xlsx",), "错误：稿.xlsx：找不到这个文件，请核对路径和文件名\n"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_what_cannot_be_done_is_said(arguments, message, folder):
    assert run("fix", *arguments, cwd=folder) == (2, "", message)
    assert (folder / "稿.txt").read_text(encoding="utf-8") == OLD


def test_a_bad_file_does_not_end_the_others(folder):
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    code, out, err = run("fix", "坏.docx", "稿.txt", cwd=folder)
    assert (code, out.splitlines()) == (2, DIFF)
    assert err.startswith("错误：坏.docx：")


def test_standard_input_is_shown_and_needs_a_name_to_be_written(folder):
    code, out, _ = run("fix", "-", data=OLD.encode("gb18030"), cwd=folder)
    assert (code, out.splitlines()[2:]) == (0, DIFF[2:])
    assert run("fix", "-", "--apply", data=OLD.encode("gb18030"), cwd=folder) == (
        2,
        "",
        "错误：从标准输入读的，请用 -o 写明新文件名（用法见 reportlint fix --help）\n",
    )
