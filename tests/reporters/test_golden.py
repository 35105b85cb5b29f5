"""Every text output of the awkward report, byte for byte, and the same every time."""

from __future__ import annotations

import re
import unicodedata

import pytest

from reportlint.finding import DocumentInfo, Report
from reportlint.reporters import REPORTERS, Style, reporter

GOLDEN = {
    "checkstyle": "checkstyle.xml",
    "concise": "concise.txt",
    "csv": "findings.csv",
    "full": "full.txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "junit": "junit.xml",
    "markdown": "comment.md",
    "sarif": "report.sarif",
}
ELSEWHERE = {"html", "xlsx"}  # tested in modules of their own


def test_no_output_is_forgotten():
    assert set(GOLDEN) | ELSEWHERE == set(REPORTERS)


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_golden(name, rendered, golden):
    assert rendered(name) == rendered(name)
    golden(GOLDEN[name], rendered(name))


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_nothing_that_steers_a_terminal_or_breaks_a_file(name, rendered):
    text = rendered(name)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", text)
    assert text.endswith("\n")


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_failures_are_in_every_output(name, rendered):
    text = rendered(name)
    assert "找不到这个文件" in text
    assert "其余规则照常" in text


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_an_empty_and_a_clean_report_can_be_given(name):
    clean = Report(documents=(DocumentInfo("稿.txt", 1, 3, "报告", 0, "", "", ""),))
    for report in (Report(), clean):
        assert isinstance(reporter(name)(report, Style()), str)


def test_full_puts_carets_below_the_place_however_wide_it_is(rendered):
    lines = rendered("full").splitlines()
    marked = [(lines[at - 1], line) for at, line in enumerate(lines) if line.strip() and not line.strip(" ^")]
    found = [_under(line, marks) for line, marks in marked]
    assert found == ["xx场次", "假", "1+1", "xx场次", "ｘ：数", "", "xx"]
    assert all(_cells(line) <= 100 for line, _ in marked)


def _cells(text):
    wide = [
        unicodedata.east_asian_width(char) in "WF" for char in text if unicodedata.category(char) not in ("Mn", "Cf")
    ]
    return len(wide) + sum(wide)


def _under(line, marks):
    """The words of a line that stand above the carets, counted in cells."""
    start = len(marks) - len(marks.lstrip())
    return "".join(char for at, char in enumerate(line) if start <= _cells(line[:at]) < len(marks) and _cells(char))


def test_full_colours_only_where_told(report):
    colored = reporter("full")(report, Style(color=True))
    assert re.sub(r"\x1b\[\d+m", "", colored) == reporter("full")(report, Style())
    assert colored.count("\x1b[31m") > 1


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_no_line_of_a_log_is_a_command_of_github(name, rendered):
    commands = [line for line in rendered(name).split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (11 if name == "github" else 0)
    assert name == "github" or "##[" not in rendered(name)
