"""The requirement table, and the commands for those who keep rules."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import pytest

from reportlint.rulepacks.reference import reference_path, render_reference

from .test_check import run

DRAFT = """松岭镇2025年法治政府建设情况报告
2025年，松岭镇认真推进法治政府建设，现将情况报告如下。
一、主要举措和成效
（一）履行第一责任人职责。镇主要负责人听取法治工作汇报4次，组织学法12次。
（二）化解矛盾纠纷。调解纠纷30件，未发生行政复议、行政诉讼案件。
（三）开展普法宣传。开展普法活动十几场，受众2000人次。
二、存在的不足
执法力量不足。
"""


@pytest.fixture
def path(tmp_path):
    draft = tmp_path / "稿.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    return draft


def rows(path):
    _, out, _ = run("coverage", path, "--format", "csv")
    return {row[2]: (row[4], row[5], row[6]) for row in csv.reader(io.StringIO(out.lstrip("\ufeff")))}


def test_statuses_places_and_quotes(path):
    table = rows(path)
    assert table["应报告下一年度主要安排"] == ("缺", "", "")
    assert table["应写明不足的原因"] == ("缺", "", "")
    assert table["应报告第一责任人履职情况"][:2] == ("已写", "第4行")
    assert table["行政复议案件数"] == ("写明为零", "第5行", "未发生行政复议、行政诉讼案件")
    assert table["普法活动场次"] == ("只有约数", "第6行", "开展普法活动十几场")
    assert table["调解纠纷数"] == ("已写", "第5行", "调解纠纷30件")
    assert table["应写数字法治政府"] == ("不适用", "", "只适用于政府的报告")


def test_text_puts_missing_first_and_counts(path):
    code, out, _ = run("coverage", path)
    assert code == 0
    body = [line for line in out.splitlines() if line.startswith("  ") and not line.startswith("   ")]
    assert body[0].split() == ["缺", "应写明不足的原因"]
    statuses = [line.split()[0] for line in body]
    assert statuses == sorted(
        statuses, key=["缺", "未填", "只有约数", "未检查", "已写", "写明为零", "豁免", "不适用"].index
    )
    asked = sum(1 for status in statuses if status not in ("不适用", "豁免"))
    answered = sum(1 for status in statuses if status in ("已写", "写明为零"))
    assert f"应答 {answered}/{asked}" in out


def test_markdown_and_word(path, tmp_path):
    _, out, _ = run("coverage", path, "--format", "markdown")
    assert "| 要求 | 依据 | 状态 | 位置 | 原文 |" in out
    code, _, _ = run("coverage", path, "--format", "docx", "--output", tmp_path / "对照表.docx")
    assert code == 0
    table = docx.Document(str(tmp_path / "对照表.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["要求", "依据", "状态", "位置", "原文"]
    assert table.rows[1].cells[2].text == "缺"
    assert run("coverage", path, "--format", "docx")[2].startswith("错误：docx 格式要用 --output 写明文件名")


def test_a_denied_power_makes_its_demands_inapplicable(tmp_path):
    draft = tmp_path / "局.txt"
    draft.write_text(
        "青岚区档案局2025年法治政府建设情况报告\n2025年，我局不具有行政执法权，现将情况报告如下。\n", encoding="utf-8"
    )
    assert rows(draft)["应写行政执法"] == ("不适用", "", "只适用于具有执法职权的单位")
    _, out, _ = run("check", draft, "--power", "执法", "--format", "concise", "--select", "enforcement-section")
    assert "没有写到“行政执法”" in out


def test_unreadable_files_are_told(tmp_path):
    code, out, _ = run("coverage", tmp_path / "没有.txt")
    assert code == 2
    assert "没有.txt：没能检查，找不到这个文件" in out


def test_rules_test_and_validate(tmp_path):
    code, out, _ = run("rules", "test")
    assert code == 0
    assert "0 个不符" in out
    assert "law-based-government：写法正确" in run("rules", "validate")[1]
    pack = tmp_path / "包.yaml"
    pack.write_text(
        "id: mine\ntitle: 我的\nrules:\n  - id: no-slogan\n    title: 不写口号\n    severity: warning\n"
        "    basis: {text: 本单位要求, certainty: D}\n    check: pattern\n    with:\n      patterns: [再创辉煌]\n      message: 不要写“{found}”\n"
        "    why: 空话\n    examples: {good: [再创辉煌业绩], bad: [认真履职]}\n",
        encoding="utf-8",
    )
    code, out, _ = run("rules", "test", pack)
    assert code == 1
    assert out.splitlines()[:2] == [
        "不应报却报了  mine/no-slogan：再创辉煌业绩 → 1:1 不要写“再创辉煌”",
        "应当报却没报  mine/no-slogan：认真履职",
    ]
    pack.write_text(pack.read_text(encoding="utf-8").replace("patterns", "pattern"), encoding="utf-8")
    code, out, err = run("rules", "validate", pack)
    assert (code, out) == (2, "")
    assert err.startswith(f"错误：{pack}:10:")


def test_the_reference_is_fresh():
    assert Path(reference_path()).read_text(encoding="utf-8") == render_reference()
