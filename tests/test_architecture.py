"""Imports go one way, heavy libraries are imported late, modules and functions stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "reportlint"
MODULES = sorted(SOURCE.rglob("*.py"))

# a module may import what stands in an earlier layer, never a later one
LAYERS = [
    ["errors", "units", "keptpatterns"],
    ["lazyre"],
    ["textwidth", "waiver"],
    ["document", "numerals", "source", "patterns", "tellingtitles"],
    ["headings"],
    ["folding", "outline", "identity", "masks"],
    ["reports", "sections", "topics"],
    ["draft"],
    ["checktypes"],
    ["arithmetic"],
    ["dictionary"],
    ["rule"],
    ["finding", "scope", "where", "config", "powers"],
    ["readers", "checks", "reporters"],
    ["rulepacks"],
    ["engine"],
]
HEAVY = {
    "yaml": ["rulepacks"],
    "jsonschema": ["rulepacks"],
    "docx": ["reporters.coverage_files"],
    "click": ["cli", "__main__"],
}


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path, *, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else ast.walk(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def layer(name: str) -> int | None:
    head = name.removeprefix("reportlint.").split(".")[0]
    return next((index for index, names in enumerate(LAYERS) if head in names), None)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path):
    own = layer(name_of(path))
    if own is None:
        return
    for imported in imports(path, top_level_only=True):
        other = layer(imported) if imported.startswith("reportlint.") else None
        if other is not None:
            assert other <= own, f"{name_of(path)} imports {imported}, which stands later"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_siblings_in_the_tables_do_not_import_one_another(path):
    package = name_of(path).split(".")[0]
    if package not in ("checks", "reporters") or path.name == "__init__.py":
        return
    for imported in imports(path):
        inside = imported.removeprefix(f"reportlint.{package}.")
        assert inside == imported or inside.split(".")[0] == name_of(path).split(".")[1], (
            f"{path.name} imports {imported}"
        )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_stay_in_their_rooms(path):
    name = name_of(path)
    for imported in imports(path):
        homes = HEAVY.get(imported.split(".")[0])
        if homes is not None:
            assert any(name == home or name.startswith(home + ".") for home in homes), f"{name} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250, f"{path.name} has {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 40, f"{path.name}: {node.name} has {length} lines"


def test_a_text_run_imports_nothing_it_does_not_need(tmp_path):
    draft = tmp_path / "稿.txt"
    draft.write_text("青岚区教育局2025年法治政府建设情况报告\n2025年，我局认真履职。\n", encoding="utf-8")
    code = (
        "import sys\nfrom reportlint.cli import main\n"
        f"try:\n    main(['check', {str(draft)!r}, '--output', {str(tmp_path / 'o')!r}])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('yaml', 'jsonschema', 'docx', 'lxml', 'multiprocessing') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_costs_click_alone():
    code = "import sys\nfrom reportlint.cli import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass\nprint(sorted(m for m in sys.modules if m.startswith('reportlint')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        done.stdout.splitlines()[1] == "['reportlint', 'reportlint.cli', 'reportlint.cli.chinese', 'reportlint.errors']"
    )


def test_the_public_names_stay_what_they_are():
    code = """
import reportlint
for _ in range(2):  # importing one's home must not put a module in its place
    for name in reportlint.__all__:
        assert getattr(reportlint, name) is not None
    assert callable(reportlint.check) and callable(reportlint.read)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
