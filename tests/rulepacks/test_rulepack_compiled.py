"""The built-in rules: all of them load, their compiled form is fresh, and a run needs neither yaml nor jsonschema."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint
from reportlint.rulepacks import builtin_names, load_pack, rules_folder
from reportlint.rulepacks.compiled import render_compiled

SOURCE = Path(reportlint.__file__).parent
LOAD = """
import sys
from reportlint.rulepacks import load_pack
from reportlint.rulepacks.compiled import compiled
pack = load_pack(*sys.argv[1:])
print(compiled() is not None, "yaml" in sys.modules, "jsonschema" in sys.modules, *(rule.id for rule in pack.rules))
"""
PACK = """\
id: small
title: 小
rules:
  - {id: one, title: 一, severity: error, basis: {text: 体例, certainty: D}, check: pattern, with: {patterns: [甲], message: 有甲}, why: x}
"""


def run(home: Path, *arguments: str) -> str:
    """A fresh interpreter that finds the package and its rules under ``home``."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=home,
    )
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The package as a wheel lays it out, with one small pack."""
    ignored = shutil.ignore_patterns("__pycache__", "rules")
    shutil.copytree(SOURCE, tmp_path / "reportlint", ignore=ignored)
    folder = tmp_path / "reportlint" / "rules" / "small"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", builtin_names())
def test_built_in_packs_satisfy_all_that_is_demanded(name: str) -> None:
    assert load_pack(name, strict=True).id == name


@pytest.mark.parametrize("name", builtin_names())
def test_built_in_packs_are_the_same_read_from_yaml(name: str) -> None:
    by_name = load_pack(name)
    by_path = load_pack(str(Path(rules_folder(), name)))
    assert [(rule.id, rule.options, rule.check) for rule in by_name.rules] == [
        (rule.id, rule.options, rule.check) for rule in by_path.rules
    ]
    assert by_name.sections == by_path.sections
    assert [rule.set_by for rule in by_name.rules] == [rule.set_by for rule in by_path.rules]


def test_the_published_compiled_form_is_fresh() -> None:
    published = Path(rules_folder(), "compiled.json").read_text(encoding="utf-8")
    assert published == render_compiled(), "run: python -m reportlint.rulepacks"


def test_compiled_rules_need_no_yaml(home: Path) -> None:
    assert run(home, "-c", LOAD, "small") == "False True True small/one"
    written = run(home, "-m", "reportlint.rulepacks").splitlines()
    assert [Path(line).name for line in written] == ["rule-file.schema.json", "compiled.json"]
    assert run(home, "-c", LOAD, "small") == "True False False small/one"


def test_an_edited_rule_is_in_force_at_once(home: Path) -> None:
    run(home, "-m", "reportlint.rulepacks")
    path = home / "reportlint" / "rules" / "small" / "pack.yaml"
    path.write_text(PACK.replace("id: one", "id: two"), encoding="utf-8")
    assert run(home, "-c", LOAD, "small") == "False True True small/two"


def test_line_ends_do_not_make_the_compiled_form_stale(home: Path) -> None:
    run(home, "-m", "reportlint.rulepacks")
    path = home / "reportlint" / "rules" / "small" / "pack.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(home, "-c", LOAD, "small") == "True False False small/one"


def test_a_broken_compiled_form_is_passed_over(home: Path) -> None:
    (home / "reportlint" / "rules" / "compiled.json").write_text("[]", encoding="utf-8")
    assert run(home, "-c", LOAD, "small") == "False True True small/one"


def test_a_profile_of_a_compiled_pack(home: Path) -> None:
    path = home / "reportlint" / "rules" / "small" / "pack.yaml"
    path.write_text(PACK + "profiles: {none: {one: off}}\n", encoding="utf-8")
    run(home, "-m", "reportlint.rulepacks")
    assert run(home, "-c", LOAD, "small", "none") == "True False False"


def test_a_pack_of_ones_own_upon_a_compiled_one(home: Path) -> None:
    run(home, "-m", "reportlint.rulepacks")
    own = home / "own.yaml"
    own.write_text("id: own\ntitle: x\nextends: small\noverride: {one: {with: {once: true}}}\n", encoding="utf-8")
    assert run(home, "-c", LOAD, str(own)) == "True True True small/one"
