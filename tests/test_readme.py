"""The README is true: every command in it runs, every table names what there is, its rule pack works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportlint.cli import COMMANDS
from reportlint.reporters import REPORTERS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.S)
SETUP = [line for block in BLOCKS for line in block.splitlines() if line.startswith("python3 -m venv")]
USAGE = [
    line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.startswith("reportlint ")
]
INLINE = sorted(set(re.findall(r"`(reportlint (?:annotate|fix|init|config|check|rules)[^`]*)`", README)))


@pytest.fixture
def desk(tmp_path):
    """A folder with the files that the README speaks of."""
    good = ROOT / "samples" / "good" / "云川市人民政府2025.docx"
    for name in ("报告.docx", "一稿.docx", "二稿.docx", "文件"):
        shutil.copy(good, tmp_path / name)
    shutil.copy(ROOT / "samples" / "good" / "松岚镇2025.txt", tmp_path / "文件.txt")
    (tmp_path / "报告目录").mkdir()
    shutil.copy(good, tmp_path / "报告目录" / "报告.docx")
    pack = re.search(r"```yaml\n(id: yunchuan-education.*?)```", README, re.S)
    assert pack
    (tmp_path / "我的包.yaml").write_text(pack[1], encoding="utf-8")
    return tmp_path


def run(line, cwd):
    words = line.split()[1:]
    return subprocess.run(
        [sys.executable, "-m", "reportlint", *words], cwd=cwd, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize("line", [*USAGE, *INLINE])
def test_commands(line, desk):
    done = run(line, desk)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stderr.startswith("错误")


def test_the_pack_in_the_readme_does_what_it_says(desk):
    rules = run("reportlint rules --rules 我的包.yaml", desk).stdout
    assert "警告  yunchuan-education/campus-safety" in rules
    assert "错误  law-based-government/publicity-section" in rules
    assert "停用  official-report/half-width-punctuation" in rules
    assert "0 个不符" in run("reportlint rules test 我的包.yaml", desk).stdout


def test_the_result_shown_is_what_is_printed():
    printed = run("reportlint check samples/bad/模板未填.txt", ROOT).stdout.splitlines()
    shown = re.search(r"```text\n(.*?)```", README, re.S)[1].splitlines()
    assert len(shown) >= 5
    assert [line for line in shown if line not in printed] == []


def test_setup_commands_come_first_and_ci_runs_the_second():
    assert README.index(SETUP[0]) < 2200
    assert len(SETUP) == 2
    assert SETUP[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_first_command_sets_up_and_runs_the_main_job(tmp_path):
    """From a copy of the checkout, with nothing but Python; only the index that pip is set up for is used."""
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "dist", "build", ".hypothesis")
    shutil.copytree(ROOT, copy, ignore=ignored)
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        SETUP[0], shell=True, cwd=copy, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    if "No matching distribution" in done.stderr or "ConnectionError" in done.stderr:
        pytest.skip("这台机器连不上软件源，装不了依赖")
    assert done.returncode == 1, done.stderr
    assert "不能报送：必须改" in done.stdout.splitlines()[-1]


def test_formats_and_commands_are_all_named():
    for name in REPORTERS:
        assert f"`{name}`" in README, name
    for name in COMMANDS:
        assert f"reportlint {name}" in README or f"`reportlint {name}" in README or name == "schema", name


def test_the_readme_speaks_of_no_other_place():
    assert not re.search(r"/tmp/|/home/|/root/|localhost", README)


def test_the_limits_are_those_of_the_program():
    from reportlint.limits import SETTINGS, default_of

    for name, setting in SETTINGS.items():
        said = setting.help.replace("--convert", "`--convert`")
        assert f"| `{name}` | {default_of(name)} | {said} |" in README
