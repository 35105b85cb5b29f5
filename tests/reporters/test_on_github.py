"""Without ``--format``, GitHub's runners get the annotations too; nobody else does."""

from __future__ import annotations

import os
import subprocess
import sys

DRAFT = "青岚区教育局2025年法治政府建设情况报告\n::error::假的，共培训xx场次。\n"


def run(folder, *arguments, **env):
    environment = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    (folder / "稿.txt").write_text(DRAFT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reportlint", "check", "稿.txt", "--no-config", "--select", "unfilled-figure", *arguments],
        capture_output=True, cwd=folder, env={**environment, **env}, check=False,
    )  # fmt: skip
    return done.stdout.decode("utf-8").splitlines()


def annotations(lines):
    return [line for line in lines if line.lstrip().startswith("::")]


def test_annotations_follow_the_full_text(tmp_path):
    lines = run(tmp_path, GITHUB_ACTIONS="true")
    assert annotations(lines) == [
        "::error file=稿.txt,line=2,col=16,endLine=2,endColumn=20,title=数字没有填（official-report/unfilled-figure）::"
        "未填写的数字“xx场次”，请填入实际数"
    ]
    assert lines.count("不能报送：必须改 1 处（1 处未填写）。") == 2


def test_no_annotations_elsewhere_or_where_a_format_was_asked_for(tmp_path):
    assert not annotations(run(tmp_path))
    assert not annotations(run(tmp_path, GITHUB_ACTIONS="false"))
    assert not annotations(run(tmp_path, "--format", "concise", GITHUB_ACTIONS="true"))
