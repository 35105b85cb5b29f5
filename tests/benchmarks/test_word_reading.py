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


def best(*works: Callable[[], object], rounds: int = 15) -> list[float]:
    """The shortest time of several for each work: what it costs when nobody disturbs it.

    They are timed in turn, so that a busy spell of the machine meets all of them.
    """
    gc.collect()
    gc.disable()
    try:
        times: list[list[float]] = [[] for _ in works]
        for _ in range(rounds):
            for work, taken in zip(works, times, strict=True):
                start = time.perf_counter()
                work()
                taken.append(time.perf_counter() - start)
        return [min(taken) for taken in times]
    finally:
        gc.enable()


def python_docx_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def part(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


@pytest.fixture(scope="module")
def draft() -> bytes:
    return word_like(6_000)


def ours(data: bytes) -> Callable[[], object]:
    return lambda: read_word(Source("稿.docx", data))


def test_reading_costs_little_more_than_parsing(draft):
    xml = part(draft)
    parse, read = best(lambda: etree.fromstring(xml), ours(draft))
    print(f"parse {parse * 1e3:.2f} ms, read {read * 1e3:.2f} ms, ratio {read / parse:.2f}")
    assert read <= PARSE_RATIO * parse


def test_reading_is_twice_as_fast_as_python_docx(draft):
    read, other = best(ours(draft), lambda: python_docx_text(draft), rounds=7)
    print(f"read {read * 1e3:.2f} ms, python-docx {other * 1e3:.2f} ms, {other / read:.1f} times")
    assert read_word(Source("稿.docx", draft)).text == python_docx_text(draft)
    assert other >= 2 * read


def test_ten_times_the_text_costs_ten_times_the_time(draft):
    long = word_like(60_000)
    long_xml, xml = part(long), part(draft)
    short_time, long_time, parse, long_parse = best(
        ours(draft), ours(long), lambda: etree.fromstring(xml), lambda: etree.fromstring(long_xml), rounds=7
    )
    growth = long_parse / parse
    print(
        f"6k {short_time * 1e3:.2f} ms, 60k {long_time * 1e3:.2f} ms, {long_time / short_time:.1f} times; parsing {growth:.1f}"
    )
    assert long_time / short_time <= LINEAR * max(growth, 10)
