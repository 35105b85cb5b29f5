"""Addressee, organ and date: where a formal paper has them, at its end or, as papers for a meeting, below the title."""

from __future__ import annotations

import pytest

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.rulepacks import load_pack

FORMAL = Plan(load_pack("law-based-government", "formal"))
TITLE = "云川市2025年法治政府建设情况报告"
TEXT = (
    "2025年，云川市人民政府扎实推进依法行政，现将有关情况报告如下。\n"
    "一、主要举措和成效\n召开会议4次。\n二、存在的不足和原因\n人手少，原因是编制紧张。"
)
CASES = [
    (f"{TITLE}\n（2026年1月30日）\n云川市人民政府\n{TEXT}", ["addressee"]),
    (f"云川市人民政府2025年法治政府建设情况报告\n（2026年1月30日）\n{TEXT}", ["addressee"]),
    (f"{TITLE}\n云川市人民政府　2026年1月30日\n{TEXT}", ["addressee"]),
    (f"{TITLE}\n市委、市政府：\n{TEXT}\n云川市人民政府\n2026年1月30日", []),
    (f"苍澜省人民政府关于2025年法治政府建设情况的报告\n党中央、国务院：\n{TEXT}\n苍澜省人民政府\n2026年1月30日", []),
    (f"{TITLE}\n发布时间：2026年1月30日\n市委、市政府：\n{TEXT}", ["signature", "signing-date"]),
]


@pytest.mark.parametrize(("text", "missing"), CASES)
def test_what_a_formal_paper_lacks(text, missing):
    asked = ("addressee", "signature", "signing-date")
    found = {finding.rule.split("/")[-1] for finding in check_document(as_document(text), FORMAL).findings}
    assert [name for name in asked if name in found] == missing


IMPRINT = "（此件公开发布）\n抄送：省委依法治省办，省司法厅。\n云川市人民政府办公室                    2026年2月9日印发"


def test_the_imprint_is_neither_text_nor_sign_off():
    text = f"{TITLE}\n市委、市政府：\n{TEXT}\n云川市人民政府\n2026年1月30日\n{IMPRINT}"
    report = check_document(as_document(text), FORMAL)
    assert not [f for f in report.findings if f.rule.endswith(("/signature", "/signing-date", "/cut-text"))]
