"""What reading a Word draft costs, against floors measured in the same run, so that the machine does not matter."""

from __future__ import annotations

import gc
import io
import time
import zipfile
from collections.abc import Callable

import docx
import pytest
from lxml import etree

from reportlint.readers.ooxml import read_word
from reportlint.source import Source

from .word_like import word_like

PARSE_RATIO = 2.5
LINEAR = 1.3  # parsing alone grows a little faster than the text, since the tree leaves the cache; reading no more so


def best(work: Callable[[], object], rounds: int = 15) -> float:
    """The shortest time of several: what the work costs when nobody disturbs it."""
    gc.collect()
    gc.disable()
    try:
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
        return min(times)
    finally:
        gc.enable()


def python_docx_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def part(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


@pytest.fixture(scope="module")
def draft() -> bytes:
    return word_like(6_000)


def test_reading_costs_little_more_than_parsing(draft):
    xml = part(draft)
    parse = best(lambda: etree.fromstring(xml))
    read = best(lambda: read_word(Source("稿.docx", draft)))
    print(f"parse {parse * 1e3:.2f} ms, read {read * 1e3:.2f} ms, ratio {read / parse:.2f}")
    assert read <= PARSE_RATIO * parse


def test_reading_is_twice_as_fast_as_python_docx(draft):
    read = best(lambda: read_word(Source("稿.docx", draft)))
    other = best(lambda: python_docx_text(draft), rounds=7)
    print(f"read {read * 1e3:.2f} ms, python-docx {other * 1e3:.2f} ms, {other / read:.1f} times")
    assert read_word(Source("稿.docx", draft)).text == python_docx_text(draft)
    assert other >= 2 * read


def test_ten_times_the_text_costs_ten_times_the_time(draft):
    long = word_like(60_000)
    short_time = best(lambda: read_word(Source("稿.docx", draft)))
    long_xml, xml = part(long), part(draft)
    long_time = best(lambda: read_word(Source("稿.docx", long)), rounds=5)
    growth = best(lambda: etree.fromstring(long_xml), rounds=5) / best(lambda: etree.fromstring(xml))
    print(
        f"6k {short_time * 1e3:.2f} ms, 60k {long_time * 1e3:.2f} ms, {long_time / short_time:.1f} times; parsing {growth:.1f}"
    )
    assert long_time / short_time <= LINEAR * max(growth, 10)
