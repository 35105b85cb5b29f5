"""The rules are found from a wheel, from an editable install and from a plain checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROBE = (
    "import sys; from reportlint.cli import main\n"
    "from reportlint.rulepacks import rules_folder\nprint(rules_folder())\n"
    "sys.stdout.flush()\nmain(['rules'])"
)


def probe(python_path, cwd):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, python_path))}
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, cwd=cwd, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as pip would build it, from a copy that leaves out what git ignores."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = target.glob("*.whl")
    return built


def test_rules_from_a_wheel(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    site = tmp_path / "site"
    out = probe([site], tmp_path)
    assert out.splitlines()[0] == str(site / "reportlint" / "rules")
    assert "law-based-government/problems-section" in out


def test_rules_from_a_plain_checkout(tmp_path):
    out = probe([ROOT / "src"], tmp_path)
    assert out.splitlines()[0] == str(ROOT / "rules")
    assert "official-report/unfilled-figure" in out


def test_wheel_and_checkout_hold_the_same_rule_files(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("reportlint/") for name in archive.namelist() if name.startswith("reportlint/rules/")
        }
    assert packed == {str(path.relative_to(ROOT)) for path in (ROOT / "rules").rglob("*") if path.is_file()}
