"""A draft is never written over, whatever the user names as a file to write."""

from __future__ import annotations

import os

import pytest

from .test_check import run

DRAFT = "青岚区教育局2025年法治政府建设情况报告\n一、主要举措\n组织培训xx场次。\n"

COMMANDS = {
    "输出": ("check", "稿.txt", "--output", "{}"),
    "第二个输出": ("check", "稿.txt", "--format", "full", "--output", "a", "--format", "json", "--output", "{}"),
    "缓存": ("check", "稿.txt", "--cache", "{}"),
    "基线": ("check", "稿.txt", "--baseline", "{}", "--update-baseline"),
    "目录里的": ("check", ".", "--output", "{}"),
    "对照表": ("coverage", "稿.txt", "--format", "csv", "--output", "{}"),
    "批注": ("annotate", "稿.docx", "-o", "{}"),
    "修正": ("fix", "稿.txt", "-o", "{}"),
}


@pytest.fixture
def place(tmp_path):
    from docx import Document

    (tmp_path / "稿.txt").write_text(DRAFT, encoding="utf-8")
    Document().save(str(tmp_path / "稿.docx"))
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("spelling", ["plain", "longer", "symbolic", "hard"])
def test_a_draft_is_not_written_over(place, name, spelling):
    draft = "稿.docx" if "稿.docx" in COMMANDS[name] else "稿.txt"
    before = (place / draft).read_bytes()
    target = {"plain": draft, "longer": f"./{draft}"}.get(spelling, "另一名")
    if spelling == "symbolic":
        os.symlink(draft, place / "另一名")
    elif spelling == "hard":
        os.link(place / draft, place / "另一名")
    code, out, error = run(*(part.format(target) for part in COMMANDS[name]), cwd=place)
    assert (code, out) == (2, "")
    assert "原稿从不改动，请换一个文件名" in error
    assert (place / draft).read_bytes() == before
    assert not (place / "a").exists()


def test_what_is_said(place):
    error = run("check", "稿.txt", "--output", "./稿.txt", cwd=place)[2]
    assert "./稿.txt 就是要检查的文件，没有写：原稿从不改动，请换一个文件名" in error


def test_another_file_may_be_written_twice(place):
    for _ in range(2):
        assert run("check", "稿.txt", "--output", "结果.txt", cwd=place)[0] == 1
    assert "组织培训xx场次" in (place / "结果.txt").read_text(encoding="utf-8")
