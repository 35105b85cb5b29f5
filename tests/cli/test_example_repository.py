"""The example repository's pipeline, played from a clean clone: install is this environment, then check, SARIF, baseline, exit code."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from .test_check import run

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "repository"


@pytest.fixture
def clone(tmp_path):
    """A repository made of the sample, cloned as a runner would."""
    origin = tmp_path / "origin"
    shutil.copytree(SAMPLE, origin)
    git = ["git", "-c", "user.name=甲", "-c", "user.email=a@example.cn"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "初稿"]):
        subprocess.run([*git, "-C", str(origin), *arguments], check=True, capture_output=True)
    subprocess.run([*git, "clone", "-q", str(origin), str(tmp_path / "clone")], check=True, capture_output=True)
    return tmp_path / "clone"


def test_the_pipeline_passes_and_writes_sarif(clone):
    code, out, err = run(
        "check", ".", "--format", "full", "--format", "sarif", "--output", "-", "--output", "r.sarif", cwd=clone
    )
    assert (code, err) == (0, "")
    assert "已豁免：数据未形成：政务公开数据2月上旬汇总，区司法局法制科，至2099-12-31" in out
    results = json.loads((clone / "r.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert any(result.get("suppressions") for result in results)


def test_a_new_defect_fails_it_at_its_place(clone):
    path = clone / "乡镇" / "枫溪镇2025.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("办件3160件", "办件××件"), encoding="utf-8")
    code, out, _ = run("check", ".", "--since", "HEAD", "--format", "concise", cwd=clone)
    assert code == 1
    assert "./乡镇/枫溪镇2025.txt:7:" in out
    assert "未填写的数字“××件”" in out
    assert "教育局" not in out
