"""Conversion by a real LibreOffice, where there is one."""

from __future__ import annotations

import shutil

import pytest

from reportlint.errors import ReadError
from reportlint.readers import read
from reportlint.readers.convert import convert
from reportlint.source import Source

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="这里没有安装 LibreOffice（soffice），转换没有测试"),
]
RTF = rb"{\rtf1\ansi\ansicpg936 {\b \u19968?\u12289?\u24037?\u20316?}\par \u27491?\u25991?\par}"


def test_an_rtf_file_is_read_with_its_text(tmp_path):
    old = tmp_path / "旧 稿.rtf"
    old.write_bytes(RTF)
    document = read(str(old), convert=True)
    assert (document.path, document.source.split("\n")[:2]) == (str(old), ["一、工作", "正文"])
    assert [path.name for path in tmp_path.iterdir()] == ["旧 稿.rtf"]


def test_two_at_once_do_not_get_in_each_others_way():
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda name: convert(Source(name, RTF)), ["甲.rtf", "乙.rtf"]))
    assert [result.data[:2] for result in done] == [b"PK", b"PK"]


def test_what_cannot_be_converted_is_refused():
    with pytest.raises(ReadError, match="LibreOffice 没能转换这个文件"):
        convert(Source("坏.odt", b"PK\x03\x04 broken"))
