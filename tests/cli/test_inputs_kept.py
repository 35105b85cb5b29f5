"""A draft is never written over, nor one output by another, whatever the user names as a file to write."""

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
    word = Document()
    word.add_paragraph("青岚区教育局2025年法治政府建设情况报告")
    word.save(str(tmp_path / "稿.docx"))
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
    assert "./稿.txt 就是原文件，没有写：原稿从不改动，请换一个文件名" in error


def test_another_file_may_be_written_twice(place):
    for _ in range(2):
        assert run("check", "稿.txt", "--output", "结果.txt", cwd=place)[0] == 1
    assert "组织培训xx场次" in (place / "结果.txt").read_text(encoding="utf-8")


TWICE = {
    "输出": ("check", "稿.txt", "--format", "full", "--output", "{0}", "--format", "json", "--output", "{1}"),
    "缓存": ("check", "稿.txt", "--cache", "{0}", "--output", "{1}"),
    "基线": ("check", "稿.txt", "--output", "{0}", "--baseline", "{1}", "--update-baseline"),
    "缓存和基线": ("check", "稿.txt", "--cache", "{0}", "--baseline", "{1}", "--update-baseline"),
}
SPELLINGS = [
    ("甲", "甲", "甲 写了两次"),
    ("甲", "./甲", "甲 和 ./甲 是同一个文件"),
    ("甲", "子/../甲", "甲 和 子/../甲 是同一个文件"),
    ("a.json", "A.json", "a.json 和 A.json 是同一个文件"),
    ("新/甲", "新/./甲", "新/甲 和 新/./甲 是同一个文件"),
    ("在", "链接", "在 和 链接 是同一个文件"),
    ("在", "硬链接", "在 和 硬链接 是同一个文件"),
    ("子/甲", "目录链接/甲", "子/甲 和 目录链接/甲 是同一个文件"),
]


@pytest.mark.parametrize("name", TWICE)
@pytest.mark.parametrize(("first", "second", "said"), SPELLINGS)
def test_one_output_is_not_written_over_by_the_next(place, name, first, second, said):
    (place / "子").mkdir()
    (place / "在").write_text("")
    os.symlink("在", place / "链接")
    os.link(place / "在", place / "硬链接")
    os.symlink("子", place / "目录链接")
    code, out, error = run(*(part.format(first, second) for part in TWICE[name]), cwd=place)
    assert (code, out) == (2, "")
    assert any(f"{pair}，后写的会盖掉先写的，没有检查；请各用各的文件名" in error for pair in (said, turned(said)))
    assert (place / "在").read_text() == ""


def turned(said):
    first, between, rest = said.partition(" 和 ")
    second, is_one, _ = rest.partition(" 是")
    return f"{second}{between}{first}{is_one}同一个文件" if between else said


def test_what_is_no_file_may_be_written_to_twice(place):
    null = os.devnull
    call = ("check", "稿.txt", "--format", "full", "--output", null, "--format", "json", "--output", null)
    assert run(*call, cwd=place)[::2] == (1, "")
    both = ("check", "稿.txt", "--format", "full", "--output", "-", "--format", "json", "--output", "-")
    assert run(*both, cwd=place)[0] == 1


SETTINGS = {
    "配置": ("check", "稿.txt", "--output", "reportlint.yaml"),
    "写明的配置": ("check", "稿.txt", "--config", "reportlint.yaml", "--cache", "./reportlint.yaml"),
    "规则包": ("check", "稿.txt", "--rules", "我的.yaml", "--output", "我的.yaml"),
    "基线": ("check", "稿.txt", "--baseline", "基线.json", "--output", "基线.json"),
    "批注": ("annotate", "稿.docx", "-o", "reportlint.yaml"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_what_is_read_besides_is_not_written_over(place, name):
    (place / "reportlint.yaml").write_text("fail_on: error\n")
    (place / "我的.yaml").write_text("id: ours\ntitle: 我们的\nextends: official-report\n", encoding="utf-8")
    (place / "基线.json").write_text('{"version": 1, "entries": []}')
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    code, out, error = run(*SETTINGS[name], cwd=place)
    assert (code, out) == (2, "")
    assert "是这次要读的配置、规则包或基线，没有写；请换一个文件名" in error
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


NOWHERE = [
    ("子", "写不进 子（这是一个目录，不是文件名），请换个位置或文件名"),
    ("子/", "写不进 子/（这是一个目录，不是文件名），请换个位置或文件名"),
    ("稿.txt/甲", "写不进 稿.txt/甲（路径里有一段是文件，不是目录），请换个位置或文件名"),
    ("甲" * 300, f"写不进 {'甲' * 300}（文件名太长），请换个位置或文件名"),
    ("/proc/甲", "写不进 /proc/甲（"),
]


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有 /proc")
@pytest.mark.parametrize(("target", "said"), NOWHERE)
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("缓存", "第二个输出")])
def test_an_output_that_has_nowhere_to_go_is_told_in_chinese(place, name, target, said):
    (place / "子").mkdir()
    code, out, error = run(*(part.format(target) for part in COMMANDS[name]), cwd=place)
    assert (code, out) == (2, "")
    assert error.startswith(f"错误：{said}")
    assert "Traceback" not in error


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有 /proc")
@pytest.mark.parametrize(("target", "said"), NOWHERE)
def test_a_cache_that_cannot_be_written_costs_nothing(place, target, said):
    (place / "子").mkdir()
    plain = run("check", "稿.txt", cwd=place)
    code, out, error = run("check", "稿.txt", "--cache", target, cwd=place)
    assert (code, out) == plain[:2]
    assert error.startswith(f"提醒：缓存{said}")
    assert error.endswith("结果不受影响，下次要全部重新检查。\n")
