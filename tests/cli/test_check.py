"""The command line as a user calls it: real processes, exact words, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = "青岚区教育局2025年法治政府建设情况报告\n2025年，我局共培训xx场次，现将情况报告如下。\n"


def run(*arguments, data=None, cwd=None, **env):
    environment = {**os.environ, "PYTHONIOENCODING": "", **env}
    environment.pop("GITHUB_ACTIONS", None) if "GITHUB_ACTIONS" not in env else None
    done = subprocess.run(
        [sys.executable, "-m", "reportlint", *map(str, arguments)],
        input=data,
        capture_output=True,
        cwd=cwd,
        env=environment,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "坏.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "~$坏.docx").write_bytes(b"lock")
    (tmp_path / "子").mkdir()
    (tmp_path / "子" / "坏.md").write_text(BAD, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("xx件", encoding="utf-8")
    return tmp_path


def test_concise_lines(folder):
    code, out, err = run("check", "坏.txt", "--format", "concise", "--select", "unfilled-figure", cwd=folder)
    assert (code, err) == (1, "")
    assert out == "坏.txt:2:12: error: 未填写的数字“xx场次”，请填入实际数 [official-report/unfilled-figure]\n"


def test_full_output_marks_the_place_and_ends_with_the_verdict(folder):
    code, out, _ = run("check", "坏.txt", "--select", "unfilled-figure", cwd=folder)
    assert code == 1
    assert out == (
        "坏.txt:2:12: 错误 未填写的数字“xx场次”，请填入实际数 [official-report/unfilled-figure]\n"
        "  开头段\n"
        "  2025年，我局共培训xx场次，现将情况报告如下。\n"
        "                    ^^^^^^\n"
        "\n"
        "不能报送：必须改 1 处（1 处未填写）。\n"
    )


def test_json_is_stable_and_complete(folder):
    code, out, _ = run("check", "坏.txt", "--format", "json", cwd=folder)
    data = json.loads(out)
    assert code == 1
    assert list(data) == ["version", "verdict", "documents", "findings", "answers", "failures"]
    assert data["documents"] == [{
        "path": "坏.txt", "line": 1, "end_line": 2, "title": "青岚区教育局2025年法治政府建设情况报告", "year": 2025,
        "body": "青岚区教育局", "class": "department", "pack": "law-based-government",
    }]  # fmt: skip
    assert {
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "rule",
        "severity",
        "certainty",
        "message",
        "where",
        "excerpt",
    } <= set(data["findings"][0])
    assert {"rule", "section", "status", "line", "quote"} <= set(data["answers"][0])
    assert run("check", "坏.txt", "--format", "json", cwd=folder)[1] == out


def test_folders_are_walked_without_lock_files_and_hidden_folders(folder):
    _, out, _ = run("check", ".", "--format", "concise", "--select", "unfilled-figure", cwd=folder)
    assert [line.split(":")[0] for line in out.splitlines()] == ["./坏.txt", "./子/坏.md"]


def test_unreadable_files_are_failures_and_the_others_go_on(folder):
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    code, out, err = run(
        "check", "没有.txt", ".", "坏.txt", "--format", "concise", "--select", "unfilled-figure", cwd=folder
    )
    assert (code, err) == (2, "")
    assert "没有.txt:1:1: error: 没能检查：找不到这个文件，请核对路径和文件名 [not-checked]" in out
    assert "./旧.doc:1:1: error: 没能检查：不直接支持 .doc 格式；请用 Word 或 WPS 另存为 .docx 后再检查" in out
    assert out.count("[official-report/unfilled-figure]") == 3


def test_standard_input(folder):
    code, out, _ = run("check", "-", "--format", "concise", "--select", "unfilled-figure", data=BAD.encode("gb18030"))
    assert (code, out) == (1, "-:2:12: error: 未填写的数字“xx场次”，请填入实际数 [official-report/unfilled-figure]\n")


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(tmp_path, level, code):
    path = tmp_path / "稿.txt"
    path.write_text("青岚区教育局2025年法治政府建设情况报告\n2025年,我局办理,办结。\n", encoding="utf-8")
    assert run("check", path, "--select", "half-width-punctuation", "--fail-on", level)[0] == code


def test_year_class_and_body_on_the_command_line(folder):
    _, out, _ = run(
        "check", "坏.txt", "--format", "json", "--year", "2024", "--class", "乡镇", "--body", "松岭镇", cwd=folder
    )
    (document,) = json.loads(out)["documents"]
    assert (document["year"], document["class"], document["body"]) == (2024, "township", "松岭镇")


def test_several_outputs_in_one_run(folder):
    code, out, _ = run(
        "check",
        "坏.txt",
        "--format",
        "json",
        "--output",
        "结果/a.json",
        "--format",
        "concise",
        "--select",
        "unfilled-figure",
        cwd=folder,
    )
    assert code == 1
    assert out.count("\n") == 1
    assert json.loads((folder / "结果" / "a.json").read_text(encoding="utf-8"))["verdict"]["errors"] == 1


def test_ignore_and_unknown_rules(folder):
    assert run("check", "坏.txt", "--select", "official-report/*", "--ignore", "unfilled-figure", cwd=folder)[0] == 0
    code, _, err = run("check", "坏.txt", "--select", "unfiled-figure", cwd=folder)
    assert code == 2
    assert err.startswith("错误：没有“unfiled-figure”这条规则，是不是 unfilled-figure")


USAGE = [
    (["check"], "错误：缺少参数 文件或目录…"),
    (["check", "x", "--formt", "json"], "错误：没有 --formt 这个选项，是不是 --format"),
    (["check", "x", "--fail-on", "严重"], "错误：--fail-on 的值不对，可选：error、warning、info、never"),
    (["check", "x", "--year", "去年"], "错误：--year 应当是整数，应在 1990 到 2100 之间"),
    (["chekc"], "错误：没有 chekc 这个命令"),
    (["check", "x", "--rules"], "错误：选项 --rules 后面要写值"),
    (["check", "x", "--rules", "没有这个包"], "错误："),
    (["text", "没有.txt"], "错误：没有.txt：找不到这个文件，请核对路径和文件名"),
    (["check", "坏.txt", "--power", "吃饭"], "错误：--power 的值不对，可选：执法、立法、复议"),
    (["check", "坏.txt", "--today", "明天"], "错误：“明天”不是日期，请写成 2026-03-01 的样子"),
    (["chek", "坏.txt"], "错误：没有 chek 这个命令，是不是 check、schema？"),
    (
        [
            *("check", "坏.txt", "--format", "json", "--format", "html", "--output", "a", "--output", "b"),
            "--format",
            "csv",
        ],
        "错误：两个 --output 写在同一个 --format 后面；请把每个 --output 写在所属的 --format 后面",
    ),
    (["explain", "没有这条"], "错误：没有“没有这条”这条规则；全部规则见 reportlint rules"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE, ids=[" ".join(a) for a, _ in USAGE])
def test_wrong_calls_say_so_in_chinese_with_exit_code_2(arguments, message):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_text_and_outline(folder):
    assert run("text", "坏.txt", cwd=folder) == (0, BAD, "")
    code, out, _ = run("outline", "坏.txt", cwd=folder)
    assert code == 0
    assert out.startswith(
        "坏.txt 第 1-2 行\n  标题：青岚区教育局2025年法治政府建设情况报告\n  年度：2025（依据标题）\n  单位：青岚区教育局\n  类别：部门\n"
    )


def test_rules_explain_and_schema():
    code, out, _ = run("rules")
    assert code == 0
    assert "错误  official-report/unfilled-figure  数字没有填\n" in out
    code, out, _ = run("explain", "problems-section")
    assert code == 0
    assert "依据：《法治政府建设与责任落实督察工作规定》（2019）法定报告内容之二" in out
    assert "已核对转载文本" in out
    assert json.loads(run("schema")[1])["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "command",
    [[], ["check"], ["rules"], ["explain"], ["text"], ["outline"], ["schema"]],
    ids=lambda c: c[0] if c else "top",
)
def test_help_is_chinese(command):
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert out.startswith("用法：reportlint")
    for word in ("Usage", "Options", "Show this", "Commands", "Error"):
        assert word not in out


def test_hostile_names_and_texts_cannot_steer_the_terminal(tmp_path):
    path = tmp_path / "坏\x1b[2J.txt"
    path.write_text(BAD.replace("培训", "培\x1b]0;x\x07训"), encoding="utf-8")
    _, out, _ = run("check", path)
    assert "\x1b" not in out
    assert "\x07" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder that a program runs in")
def test_a_working_folder_that_is_gone_gives_a_sentence(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    program = "import os, runpy, sys; os.rmdir(os.getcwd()); sys.argv = ['reportlint', 'check', '稿.txt']; runpy.run_module('reportlint', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", program], cwd=gone, capture_output=True, check=False)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, said.startswith("错误：系统不让读写（"), said.count("\n")) == (2, True, 1)


NOTICE = "会议通知\n定于12月3日召开会议，请准时参加。\n"
OTHER = "不像法治政府建设报告，没有检查法定内容；确实是的，请加 --rules law-based-government 再查。"


def test_what_is_no_such_report_is_never_told_it_can_be_submitted(tmp_path):
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    assert run("check", "通知.txt", cwd=tmp_path)[1] == f"没有发现文字上的问题。这{OTHER}\n"
    (tmp_path / "稿.txt").write_text("青岚区教育局2025年法治政府建设情况报告\n办理xx件。\n", encoding="utf-8")
    assert run("check", ".", cwd=tmp_path)[1].rstrip().endswith(f"。其中 1 份{OTHER}")
    assert OTHER not in run("check", "通知.txt", "--rules", "official-report", cwd=tmp_path)[1]


PLANS = (
    "青岚区2025年法治政府建设工作要点",
    "青岚区教育局法治政府建设实施方案（2021—2025年）",
    "关于推进依法行政工作的意见",
)
REPORTS = ("青岚区2025年法治政府建设工作总结及2026年工作计划", "关于报送2025年法治政府建设情况报告的通知")


@pytest.mark.parametrize("title", [*PLANS, *REPORTS])
def test_a_plan_is_not_asked_for_the_parts_of_a_report(title, tmp_path):
    (tmp_path / "稿.txt").write_text(f"{title}\n一、加强组织领导\n召开会议2次。\n", encoding="utf-8")
    assert (OTHER in run("check", "稿.txt", cwd=tmp_path)[1]) == (title in PLANS)


WRITTEN = {
    # the options, what begins each file, what begins the screen
    "--format full --format gitlab --output b": ({"b": "["}, "坏.txt:"),
    "--format gitlab --output b --format full": ({"b": "["}, "坏.txt:"),
    "--output b --format gitlab --format full": ({"b": "["}, "坏.txt:"),
    "--format full --format gitlab --output=b": ({"b": "["}, "坏.txt:"),
    "--output b": ({"b": "坏.txt:"}, "已写入 b。不能报送："),
    "--format gitlab --output b --format html --output c": (
        {"b": "[", "c": "<!DOCTYPE html>"},
        "已写入 b、c。不能报送：",
    ),
    "--format gitlab --format html --output b --output c": (
        {"b": "[", "c": "<!DOCTYPE html>"},
        "已写入 b、c。不能报送：",
    ),
    "--format full --output - --format gitlab --output b": ({"b": "["}, "坏.txt:"),
}


@pytest.mark.parametrize("options", WRITTEN)
def test_an_output_is_that_of_the_format_before_it(folder, options):
    files, screen = WRITTEN[options]
    code, out, error = run("check", "坏.txt", *options.split(), cwd=folder)
    assert (code, error) == (1, "")
    assert out.startswith(screen)
    assert {
        name: (folder / name).read_text(encoding="utf-8").startswith(text) for name, text in files.items()
    } == dict.fromkeys(files, True)


def test_the_readmes_gitlab_job_writes_what_gitlab_reads(folder):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    [line] = [line for line in readme.splitlines() if "- reportlint check" in line and "gitlab" in line]
    run(*line.partition("- reportlint ")[2].split(), cwd=folder)
    report = json.loads((folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert {"fingerprint", "location"} <= set(report[0])


def test_a_draft_that_cannot_be_read_is_no_test_of_rules(folder):
    code, out, _ = run("rules", "test", "official-report", "--on", "没有.txt", cwd=folder)
    assert code == 1
    assert "没能检查  没有.txt：找不到这个文件，请核对路径和文件名\n" in out
