"""What a batch costs, as ratios against floors measured in the same run: reading the files and running ten patterns.

``python -m pytest tests/benchmarks -s`` prints the figures.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import tracemalloc

import docx
import pytest

from reportlint.engine import Plan, merge
from reportlint.parallel import check_many
from reportlint.rulepacks import load_pack

from .synthetic import report
from .word_like import word_like_report

FILES = int(os.environ.get("REPORTLINT_BENCHMARK_FILES", "200"))
TEN = [
    re.compile(pattern)
    for pattern in (
        r"[xX×]{1,4}\s*[%％件个]", r"20\d\d年", r"《[^》]{1,40}》", r"(组织|开展|召开).{0,15}(学习|会议|活动)", r"\d+(余|多)?(件|次|场|项)",
        r"存在的?(问题|不足)", r"下一步(工作)?(打算|计划)|主要安排", r"第一责任人|主要负责人", r"(行政处罚|行政检查).{0,10}\d+", r"[一二三四五六七八九十]+、",
    )
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The synthetic reports as .txt."""
    target = tmp_path_factory.mktemp("reports")
    for number in range(FILES):
        (target / f"{number:04}.txt").write_text(report(number), encoding="utf-8")
    return target


def floor(folder):
    """Seconds for reading every file and running the ten patterns over it, in one process."""
    started = time.perf_counter()
    for path in sorted(folder.iterdir()):
        text = path.read_text(encoding="utf-8")
        for pattern in TEN:
            for _ in pattern.finditer(text):
                pass
    return time.perf_counter() - started


def best(measure, times=3):
    return min(measure() for _ in range(times))


def plan():
    chosen = Plan(pack := load_pack(), pack.general, answers=False)
    return lambda path: chosen


def test_a_batch_against_the_floor(folder):
    paths = [str(path) for path in sorted(folder.iterdir())]
    plans = plan()

    def run():
        started = time.perf_counter()
        found = merge(check_many(paths, plans), ())
        assert len(found.documents) == FILES
        return time.perf_counter() - started

    run()
    ratio = best(run) / best(lambda: floor(folder))
    print(f"\n{FILES} 份 .txt：每份 {best(run) / FILES * 1000:.2f} ms，是下限的 {ratio:.1f} 倍")
    assert ratio < 30  # quiet, on two cores, it is about a quarter of that; a busy runner must not fail a change


def test_word_files_against_python_docx(folder, tmp_path):
    """Checking Word-made drafts with the whole pack, in as many processes as pay, against python-docx's own text."""
    paths = []
    for number, text in enumerate(sorted(folder.iterdir())[: min(FILES, 100)]):
        path = tmp_path / f"{number:04}.docx"
        path.write_bytes(word_like_report(text.read_text(encoding="utf-8")))
        paths.append(str(path))
    plans = plan()

    def ours():
        started = time.perf_counter()
        merge(check_many(paths, plans), ())
        return time.perf_counter() - started

    def theirs():
        started = time.perf_counter()
        for path in paths:
            for paragraph in docx.Document(path).paragraphs:
                _ = paragraph.text
        return time.perf_counter() - started

    ours()
    ratio = best(ours, 2) / best(theirs, 2)
    print(f"\n{len(paths)} 份 .docx：整套检查是 python-docx 单取文字的 {ratio:.2f} 倍时间")
    assert ratio < 3


def test_memory_does_not_grow_with_the_number_of_files(folder):
    paths = [str(path) for path in sorted(folder.iterdir())]
    plans = plan()
    tracemalloc.start()
    peaks = []
    for part in (paths[:20], paths[:100]):
        tracemalloc.reset_peak()
        for _ in check_many(part, plans, jobs=1):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def process(*arguments):
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    return time.perf_counter() - started


def test_starting_up(folder):
    bare, click = (best(lambda code=code: process("-c", code), 7) for code in ("pass", "import click"))
    version = best(lambda: process("-m", "reportlint", "--version"), 7)
    one = best(lambda: process("-m", "reportlint", "check", str(folder / "0000.txt")), 5)
    print(
        f"\n--version 是 import click 的 {version / click:.2f} 倍；检查一份 {one * 1000:.0f} ms，是空进程的 {one / bare:.1f} 倍"
    )
    assert version < 1.5 * click
    assert one < 60 * bare  # quiet it is about a third


def test_unchanged_files_are_not_checked_again(folder, tmp_path):
    call = ("-m", "reportlint", "check", str(folder), "--format", "concise", "--cache", str(tmp_path / "c.json"))
    cold = best(lambda: process(*call[:-2]))
    process(*call)
    warm = best(lambda: process(*call))
    print(f"\n{FILES} 份都没有改过：用缓存是不用缓存的 {warm / cold:.2f} 倍时间（{warm:.2f} 秒、{cold:.2f} 秒）")
    assert warm < cold / 2


def test_cost_is_linear_in_length(tmp_path):
    plans = plan()

    def cost(name, characters):
        path = tmp_path / name
        path.write_text(report(1, characters), encoding="utf-8")
        return best(lambda: _seconds(path, plans), 5)

    assert cost("long.txt", 60_000) < 20 * cost("short.txt", 6_000)


def _seconds(path, plans):
    started = time.perf_counter()
    list(check_many([str(path)], plans))
    return time.perf_counter() - started
