"""Whatever stands in a draft, no rule breaks on it: a rule that breaks is a rule that was not checked."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.finding import Report

PIECES = [
    "青岚区教育局2025年法治政府建设情况报告\n", "一、组织领导\n", "二、存在的问题\n", "一千三百、展望\n", "（一百二十）", "第九百章 ", "3.", "（2）", "①", "⑳", "一是", "二是",
    "办理", "案件", "办结", "其中", "合计", "比上年", "增长", "下降", "占", "率", "共", "至", "由", "2025年", "13月", "99日", "%", "％", "万", "亿", "百分之", "点", "件", "元",
    "。", "，", "、", "；", "：", "（", "）", "《", "》", "“", "”", "〔", "〕", "\n", "　", " ", "XX", "×", "**", "____", "²", "٣", "１", "0", "12", "九", "百", "千",
]  # fmt: skip
ENDLESS = ["9" * 5000, "九" * 3000, "亿" * 400, "百分之" + "九" * 400, "0." + "1" * 400, "第" + "一" * 400 + "章"]

REPEATED = [
    "2024年", "我区我市", "浏览量：61\n", " ", "　", "（", "《", "“", "(）", "、", "xx件，", "××", "2025年", "甲 乙 ", "甲  1  2\n", "一、甲\n", "壹、贰、甲\n", "1.1 概述\n", "一是甲，二是乙，",
    "比上年增长12%，", "办结率90%、", "由318家压减至12家，压减率96.2%，", "维持9件，其余12件，", "下半年至上半年", "查处桐溪××公司案，", "原因一是", "推行推行", "行政负议",
    "二是甲，", "一、甲\n（二）乙\n", "一、甲\n一、乙\n三、丙\n三、丁\n", '"甲" ', "“七五”普法规划总结验收，", "青岚区教育局2024年法治政府建设情况报告\n", "123 ", "1 286件，",
    "类别\t案件（件）\n医疗\t36\n合计\t84\n\n", "，紫金县群众", "公安城管、住建部门、", "《甲办法》两个文件、", "未发生行政复议，行政复议案件3件", "调解纠纷6840件，", "办理12件，办结xx件，",
    "合格率98.5%，不合格率2.5%，", "由300件增至900件，是上年的2倍，", "930余，", "甲 乙 丙 丁", "坚持“四个亲自”，做到部署亲自抓、", "主要存在以下问题：\n", "“×某", "《《甲",
    "一审、二审", "，甲、乙分别为3件、2件", "3期分别于3月、6月", "第11个国家宪法日", "成立103周年", "首先甲，其次乙，", "八五", "案，公安、城管公安、", "（118/120）98%",
]  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=200))
@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
def test_any_words(lint: Callable[..., Report], pieces: list[str]) -> None:
    assert lint(PIECES[0] + "".join(pieces)).failures == ()


@pytest.mark.parametrize("endless", ENDLESS, ids=lambda endless: endless[:4])
@pytest.mark.parametrize("sentence", ["办理案件{}件，办结{}件，办结率{}%。", "\n{}、工作\n", "比上年增长{}%，达{}元。"])
def test_endless_numbers(lint: Callable[..., Report], endless: str, sentence: str) -> None:
    text = f"{PIECES[0]}{sentence.replace('{}', endless)}\n"
    assert lint(text).failures == ()


def test_a_label_of_three_digits(lint: Callable[..., Report]) -> None:
    text = "青岚区教育局2025年法治政府建设情况报告\n一百、工作\n抓好。\n一百一十二、展望\n抓好。\n"
    found = [f.message for f in lint(text).findings if f.rule.endswith("/numbering")]
    assert (
        found[-1]
        == "序号从“一百、”跳到“一百一十二、”，缺“一百零一、”、“一百零二、”、“一百零三、”，请核对是否漏了内容或序号有误"
    )


@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(lint: Callable[..., Report], piece: str) -> None:
    def seconds(size: int) -> float:
        text = PIECES[0] + "一、主要举措\n" + piece * (size // len(piece))
        start = process_time()
        assert lint(text).failures == ()
        return process_time() - start

    seconds(100)
    assert seconds(40_000) < 8 * max(seconds(10_000), 0.05)
