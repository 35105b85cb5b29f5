"""The samples: the good ones pass, the bad ones give exactly what is kept beside them.

After a change that is meant, ``pytest tests/test_samples.py --update-expected`` rewrites the kept findings; read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.engine import Plan, check_document
from reportlint.readers import READERS, read

ROOT = Path(__file__).resolve().parent.parent
GOOD = [
    *sorted((ROOT / "samples" / "good").iterdir()),
    *sorted((ROOT / "tests" / "benchmarks" / "accuracy" / "clean").iterdir()),
]
BAD = sorted(path for path in (ROOT / "samples" / "bad").iterdir() if path.suffix in READERS)


def lines(path, pack, general):
    report = check_document(read(str(path)), Plan(pack, general))
    assert not report.failures
    return [f"{f.line}:{f.column}: {f.severity}: {f.message} [{f.rule}]" for f in report.findings], report


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_samples_have_nothing_to_fix_or_confirm(path, pack, general):
    found, report = lines(path, pack, general)
    assert [line for line in found if ": info: " not in line] == []
    assert report.verdict.status == "pass"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_bad_samples_give_exactly_what_is_kept_beside_them(path, pack, general, request):
    found, report = lines(path, pack, general)
    kept = path.with_name(path.name + ".expected")
    if request.config.getoption("--update-expected"):
        kept.write_text("\n".join([*found, report.verdict.text]) + "\n", encoding="utf-8")
    assert [*found, report.verdict.text] == kept.read_text(encoding="utf-8").splitlines()


def test_there_are_enough_samples_of_every_kind():
    good = [path for path in GOOD if path.parent.name == "good"]
    assert {path.suffix for path in good} == {".txt", ".docx"}
    assert len(good) >= 4
    assert len(BAD) >= 8
