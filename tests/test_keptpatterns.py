"""Patterns kept between runs: the same patterns as without, whatever has become of the file."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint import keptpatterns
from reportlint.keptpatterns import KeptPatterns

SOURCES = [
    r"(?P<year>20\d\d)\s?年(?P<month>\d{1,2})?", r"[一二三四五六七八九十百]+[、，]", r"(?m)^(?:甲|乙)+?$", r"(?i)x(?=年)|(?<!第)[^\W\d]{2,}", "(a)|(b)", r"(?P<q>['\"])x(?P=q)", "",
]  # fmt: skip
TEXTS = ["2024年3月", "二十一、甲\n乙", "乙", "XX年，第一", "b a", "'x' \"x'", ""]


def looked_for(patterns):
    return [
        (pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex),
         [(match.span(), match.groups(), match.lastgroup, match.groupdict()) for text in TEXTS for match in pattern.finditer(text)])
        for pattern in patterns
    ]  # fmt: skip


def stored(path):
    kept = KeptPatterns(str(path))
    for source in SOURCES:
        kept.compiled(source)
    kept.save()


@pytest.fixture
def file(tmp_path):
    stored(tmp_path / "reportlint" / "x.patterns")
    return tmp_path / "reportlint" / "x.patterns"


def test_kept_patterns_are_the_same_patterns(file):
    kept = KeptPatterns(str(file))
    assert looked_for(map(kept.compiled, SOURCES)) == looked_for(map(re.compile, SOURCES))
    assert kept._fresh == {}  # none of them was compiled


DAMAGE = {
    "gone": lambda data: None,
    "empty": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "another interpreter": lambda data: data.replace(sys.version[:3].encode(), b"2.7", 1),
    "one bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "no kept patterns": lambda data: b"%PDF-1.7\n",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_done_without_and_written_anew(file, name):
    whole = file.read_bytes()
    damaged = DAMAGE[name](whole)
    if damaged is None:
        file.unlink()
    else:
        file.write_bytes(damaged)
    kept = KeptPatterns(str(file))
    assert looked_for(map(kept.compiled, SOURCES)) == looked_for(map(re.compile, SOURCES))
    kept.save()
    assert file.read_bytes() == whole


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这些权限")
def test_what_others_may_have_written_is_not_read(file):
    file.chmod(0o666)
    assert KeptPatterns(str(file))._codes == {}
    file.unlink()
    os.mkfifo(file)  # opening it would wait for a writer
    assert KeptPatterns(str(file))._codes == {}


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o022, 0o077])
def test_what_this_user_wrote_is_read(tmp_path, umask):
    before = os.umask(umask)
    try:
        stored(tmp_path / "a" / "x.patterns")
    finally:
        os.umask(before)
    assert set(KeptPatterns(str(tmp_path / "a" / "x.patterns"))._codes) == set(SOURCES)


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path):
    (tmp_path / "x.patterns").mkdir()
    stored(tmp_path / "x.patterns")
    assert [path.name for path in tmp_path.iterdir()] == ["x.patterns"]


@given(st.lists(st.integers(0, 2**32 - 1), max_size=12))
def test_numbers_that_are_no_pattern_are_refused(numbers):
    from array import array

    kept = KeptPatterns("")
    kept._codes["甲|乙"] = memoryview(marshal.dumps((32, array("I", numbers).tobytes(), 0, {}, (None,))))
    assert isinstance(kept.compiled("甲|乙"), re.Pattern)


@pytest.mark.parametrize(
    "code", [*map(marshal.dumps, [(32, b"\xff" * 8, 0, {}, (None,)), (32, b"", 0), "x", 7]), b"", b"?"]
)
def test_an_entry_that_is_no_pattern_is_put_right(file, code):
    kept = KeptPatterns(str(file))
    kept._codes[SOURCES[1]] = memoryview(code)
    kept._fresh["新的"] = kept._codes[SOURCES[2]]  # so that there is something to save
    kept.save()
    again = KeptPatterns(str(file))
    assert again._codes[SOURCES[1]] == code
    assert looked_for(map(again.compiled, SOURCES)) == looked_for(map(re.compile, SOURCES))
    assert list(again._fresh) == [SOURCES[1]]
    again.save()
    assert KeptPatterns(str(file))._codes[SOURCES[1]] == again._fresh[SOURCES[1]]


def test_a_wrong_pattern_is_an_error(file):
    with pytest.raises(re.error):
        KeptPatterns(str(file)).compiled("(")


def test_where_nothing_can_be_written_nothing_happens(tmp_path):
    (tmp_path / "a file").write_text("x")
    for path in (tmp_path / "a file" / "x.patterns", ""):
        stored(path)
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_older_versions_patterns_do_not_pile_up(file, monkeypatch):
    monkeypatch.setattr(keptpatterns, "MOST", len(SOURCES))
    kept = KeptPatterns(str(file))
    kept.compiled("新的")
    kept.save()
    assert set(KeptPatterns(str(file))._codes) == {"新的"}


DRAFT = """云川市青岚区鲲鹏管理局2025年法治政府建设情况报告
一、主要举措
组织培训xx场次，抽检蓝鲸120件，蓝鲸118件，蓝鲸率50%，鹦鹉率99%。受理鹦鹉30件，均已鹦鹉，鹦鹉率98%。办理鹦鹉案件40件，其中鹦鹉甲类20件、鹦鹉乙类10件。
鹦鹉局\t鹦鹉率\t蓝鲸
甲\t50%\t12
青岚区鲲鹏管理局
2026年1月8日
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folder is named by XDG_CACHE_HOME elsewhere only")
def test_a_run_keeps_its_patterns_and_the_next_one_says_the_same(tmp_path):
    draft = tmp_path / "稿.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    cache = tmp_path / "缓存"
    call = [sys.executable, "-m", "reportlint", "check", str(draft), "--no-config"]
    for home in (str(cache), "nowhere absolute", str(draft)):
        environment = {**os.environ, "XDG_CACHE_HOME": home}
        first, second = (subprocess.run(call, env=environment, capture_output=True) for _ in range(2))
        assert (first.stdout, first.returncode, first.stderr) == (second.stdout, 1, b"")
    (kept,) = tmp_path.rglob("*.patterns")
    assert kept.parent == cache / "reportlint"
    assert len(KeptPatterns(str(kept))._codes) > 20
    assert kept.stat().st_size < 2_000_000
    patterns = "".join(KeptPatterns(str(kept))._codes)
    assert [word for word in ("鲲鹏", "青岚", "蓝鲸", "鹦鹉", "培训xx") if word in patterns] == []
