"""One report with every awkward finding, which all outputs must bear, and the golden files they are held against.

To write the golden files anew after a wanted change, and then read their diff:

    REPORTLINT_UPDATE_GOLDEN=1 python -m pytest tests/reporters
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.finding import Answer, DocumentInfo, Failure, Finding, Replacement, Report
from reportlint.patterns import Pattern
from reportlint.reporters import Style, reporter
from reportlint.rule import Basis, Examples, Rule, Severity

GOLDEN = Path(__file__).parent / "golden"
STYLE = Style(version="9.9.9")

ODD = "报告 目录/青岚区：50%#1 & <稿>.txt"  # a space, a percent sign, a hash, what XML and HTML escape
TWO = "./两篇 C:合一.docx"
CLEAN = "松岭镇2025.txt"
HOSTILE_NAME = "::error::=cmd\x1b[2J\udce9.txt"
HOSTILE = (
    "换行\r\n::set-output name=x::y %0A::error::假的 ##[error]假的 \u2028::stop-commands::t \x1b[31m红\x1b[0m\x00 "
    "@青岚 #1 [点我](http://例.example) www.例.example <script>alert('1')</script> `rm` **粗** | \"引\" {0} ]]> \ud83d"
)
LONG = "（一）" + "持续推进依法行政工作，" * 18 + "共培训xx场次" + "，取得良好成效" * 27 + "。"
AT = LONG.index("xx场次")


@dataclass(frozen=True)
class Silent:
    """A check that no output ever runs."""

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        yield from ()

    def triggers(self) -> Iterable[Pattern]:
        return ()


def rule(name: str, title: str, severity: Severity, kind: str, basis: Basis, **more: object) -> Rule:
    return Rule(f"官样/{name}", title, severity, basis, kind, Silent(), f"{title}的理由。", **more)  # type: ignore[arg-type]


RULES = (
    rule(
        "unfilled", "数字没有填", Severity.ERROR, "placeholder", Basis("云川市公文办法第三条", "B"),
        examples=Examples(("培训3场。",), ("培训xx场。\n```\n{{单位}} [见](a)",)),
    ),
    rule("width", "半角标点", Severity.WARNING, "pattern", Basis("工具约定", "D")),
    rule("figures", "常用数据", Severity.INFO, "figures-given", Basis("惯例", "C")),
)  # fmt: skip


def finding(path: str, line: int, column: int, name: str, message: str, **more: object) -> Finding:
    severity = {"unfilled": "error", "width": "warning", "figures": "info"}[name]
    values: dict[str, object] = {
        "end_line": line, "end_column": column + 2, "rule": f"官样/{name}", "severity": severity, "certainty": "certain",
        "words": f"{line:02}{column:02}{name}", **more,
    }  # fmt: skip
    return Finding(path, line, column, message=message, **values)  # type: ignore[arg-type]


def excerpt(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"excerpt": text, "excerpt_start": start, "excerpt_end": start + len(words)}


FINDINGS = (
    finding(
        ODD, 2, 12, "unfilled", "未填写的数字“xx场次”，请填入实际数", end_column=16, where="一、主要举措 >（二）服务",
        fix=Replacement(40, 42, "＿＿"), **excerpt("2025年，我局共培训xx场次，现将情况报告如下。", "xx场次"),
    ),
    finding(ODD, 3, 5, "width", HOSTILE, where="二、<b>坏\n的</b> @谁", **excerpt("::warning::假\t的|\ud800", "假")),
    finding(ODD, 4, 1, "width", '=HYPERLINK("http://例.example")', where="@SUM(1+1)", **excerpt("-1+1 ##[error]假", "1+1")),
    finding(ODD, 5, AT + 1, "unfilled", "长段里的空", excerpt=LONG[AT - 200 : AT + 200], excerpt_start=200, excerpt_end=204),
    finding(
        ODD, 6, 3, "unfilled", "跨行的空", end_line=8, end_column=2, **excerpt("表格👨‍👩‍👧家庭\te\u0301ｘ：数", "ｘ：数"),
    ),
    finding(ODD, 7, 9, "width", "行尾缺句号", end_column=9, excerpt="此处行尾没有句号", excerpt_start=8, excerpt_end=9),
    finding(ODD, 9, 1, "unfilled", "已说明的空", waived="数据未形成，区司法局，至2026-03-31", **excerpt("培训xx场", "xx")),
    finding(TWO, 1, 1, "figures", "未见常用数据，请核对", certainty="suspected", where="三、成效，第9段"),
    finding(TWO, 40, 1, "figures", "未见常用数据，请核对", certainty="suspected", document=1, words="0101figures"),
    Finding(
        "reportlint.yaml", 0, 0, 0, 0, "reportlint/unused-waiver", "info", "certain", "豁免没有用上",
        words="x",
    ),
)  # fmt: skip
FAILURES = (
    Failure(HOSTILE_NAME, "找不到这个文件\n::error::假的"),
    Failure(ODD, "规则 官样/title 没能检查这份文件（ValueError），其余规则照常"),
)


def info(path: str, line: int, title: str) -> DocumentInfo:
    return DocumentInfo(path, line, line + 30, title, 2025, "青岚区教育局", "department", "law-based-government")


REPORT = Report(
    FINDINGS,
    (
        Answer(ODD, 0, "官样/unfilled", "培训", "training", "=培训场次", "云川市公文办法第三条", "missing", 0, ""),
        Answer(TWO, 2, "官样/figures", "", "", "常用数据", "惯例", "answered", 41, "+3 件\x1b，@某"),
    ),
    FAILURES,
    (
        info(ODD, 1, "青岚区教育局2025年报告"),
        info(TWO, 1, "第一篇"),
        info(TWO, 35, "-第二篇"),
        info(CLEAN, 1, "松岭镇报告"),
    ),
    RULES,
    ("基线里有 1 处已经改好，可以清理。",),
)


@pytest.fixture(scope="session")
def report() -> Report:
    return REPORT


@pytest.fixture(scope="session")
def rendered() -> Callable[[str], str]:
    """The awkward report as one output gives it."""

    def render(name: str) -> str:
        text = reporter(name)(REPORT, STYLE)
        assert isinstance(text, str)
        return text

    return render


@pytest.fixture(scope="session")
def golden() -> Callable[[str, str], None]:
    """Compare an output with its golden file, byte for byte."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("REPORTLINT_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert text.encode("utf-8") == path.read_bytes()

    return compare
