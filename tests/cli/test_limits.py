"""How much of a file is read: set on the command line and in ``reportlint.yaml``, the former beating the latter."""

from __future__ import annotations

import docx
import pytest
from click.testing import CliRunner

from reportlint.cli import COMMANDS, cli
from reportlint.errors import ReadError
from reportlint.limits import DEFAULT_LIMITS, SETTINGS, Limits, default_of, limited

TOO_LONG = "文档太大或嵌套太深，没有检查；请拆成几个文档，或另存为新文档后再试"


@pytest.fixture
def draft(tmp_path):
    document = docx.Document()
    for number in range(30):
        document.add_paragraph(f"第{number}段。")
    document.save(tmp_path / "稿.docx")
    return tmp_path / "稿.docx"


def run(*arguments):
    return CliRunner().invoke(cli, list(map(str, arguments)), standalone_mode=False)


def refused(done):
    return (isinstance(done.exception, ReadError) and done.exception.reason) or done.output + done.stderr


COMMANDS_THAT_READ = [
    ("check", "--no-config"), ("coverage",), ("text",), ("outline",), ("annotate", "--no-config"), ("fix",),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS_THAT_READ, ids=[command[0] for command in COMMANDS_THAT_READ])
def test_every_command_that_reads_has_the_limits(draft, command):
    assert command[0] in COMMANDS
    assert TOO_LONG in refused(run(command[0], draft, *command[1:], "--limit", "paragraphs=20"))
    assert TOO_LONG not in refused(run(command[0], draft, *command[1:], "--limit", "paragraphs=40"))


LIMITED = [
    ("entries=3", "文件内部的部件超过 3 个，不像正常文档，没有检查；请另存为新文档后再试"),
    ("paragraphs=20", TOO_LONG),
]


@pytest.mark.parametrize(("limit", "message"), LIMITED)
def test_a_limit_is_a_failure_with_its_sentence(draft, limit, message):
    done = run("check", draft, "--no-config", "--limit", limit)
    assert (done.return_value, message in done.output + done.stderr) == (2, True)


def test_the_size_of_a_file(tmp_path):
    big = tmp_path / "稿.txt"
    big.write_text("一、工作。\n" * 100_000, encoding="utf-8")
    done = run("text", big, "--limit", "file_mb=1")
    assert done.exception.reason == "文件超过 1 MB，没有检查；请先压缩或删去图片后再检查"
    assert run("text", big).exception is None


def test_the_configuration_sets_them_and_the_command_line_beats_it(draft, monkeypatch):
    monkeypatch.chdir(draft.parent)  # where a file is shown from depends on where one stands
    config = draft.parent / "reportlint.yaml"
    config.write_text("limits:\n  paragraphs: 20\n  convert_seconds: 5\n", encoding="utf-8")
    assert run("check", draft).return_value == 2
    assert run("check", draft, "--limit", "paragraphs=40").return_value != 2
    assert run("check", draft, "--no-config").return_value != 2
    shown = run("config", draft).output
    assert f"limits paragraphs：20（{config.name}:1）\nlimits convert_seconds：5（{config.name}:1）\n" in shown


WRONG = [
    ("part=3", "没有“part”这个上限；能设的是 file_mb、part_mb、total_mb、ratio、entries、paragraphs、nodes、convert_seconds"),
    ("part_mb", "--limit part_mb 要写成 part_mb=数，数是 1 到 2048 的整数，如 part_mb=32"),
    ("part_mb=0", "--limit part_mb 要写成 part_mb=数，数是 1 到 2048 的整数，如 part_mb=32"),
    ("part_mb=1e3", "--limit part_mb 要写成 part_mb=数，数是 1 到 2048 的整数，如 part_mb=32"),
    ("part_mb=9999", "--limit part_mb 要写成 part_mb=数，数是 1 到 2048 的整数，如 part_mb=32"),
    ("convert-seconds=x", "--limit convert_seconds 要写成 convert_seconds=数，数是 1 到 86400 的整数，如 convert_seconds=60"),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "message"), WRONG)
def test_a_limit_that_is_none_is_told(draft, limit, message):
    assert run("check", draft, "--limit", limit).exception.message == message


@pytest.mark.parametrize("entry", ["part: 3", "part_mb: 0", "part_mb: 10000", "part_mb: 大"])
def test_a_wrong_limit_in_the_configuration_is_told_with_its_place(draft, entry):
    (draft.parent / "reportlint.yaml").write_text(f"limits:\n  {entry}\n", encoding="utf-8")
    error = run("check", draft).exception
    assert (error.line, "limits" in str(error) or "part" in str(error)) == (2, True)


def test_a_cached_result_does_not_outlive_its_limits(draft):
    cache = draft.parent / "cache.json"
    assert run("check", draft, "--no-config", "--cache", cache).return_value != 2
    assert run("check", draft, "--no-config", "--cache", cache, "--limit", "paragraphs=20").return_value == 2


def test_defaults_and_what_help_says_of_them():
    assert limited(()) is DEFAULT_LIMITS
    assert limited([(name, default_of(name)) for name in SETTINGS]) == Limits()
    assert limited([("part_mb", 1), ("part_mb", 2)]).part_bytes == 2 * 1024 * 1024
    words = "".join(run("check", "--help").output.split())
    for name, setting in SETTINGS.items():
        assert f"{name}{setting.help}[默认{default_of(name)}]".replace(" ", "") in words
