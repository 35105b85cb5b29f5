"""Organs that are gone, by names that are parts of longer words, and those words."""

from __future__ import annotations

import pytest


def found(lint, words, year=2025, body="青岚区教育局"):
    report = lint(f"{body}{year}年法治政府建设情况报告\n{words}")
    return [
        (f.rule.split("/")[-1], f.column, f.message)
        for f in report.findings
        if f.rule.split("/")[-1] in ("abolished-organ", "former-organ")
    ]


GONE = [
    ("按照环境保护部部署开展检查。", "abolished-organ", 3, "环境保护部", 2018, "生态环境部"),
    ("落实国土资源部要求。", "abolished-organ", 3, "国土资源部", 2018, "自然资源部"),
    ("根据农业部规定检疫。", "abolished-organ", 3, "农业部", 2018, "农业农村部"),
    ("报国家林业局备案。", "abolished-organ", 2, "国家林业局", 2018, "国家林业和草原局"),
    ("与中国银监会联合发文。", "abolished-organ", 2, "中国银监会", 2018, "国家金融监督管理总局"),
    ("按照卫生部要求规范诊疗。", "former-organ", 3, "卫生部", 2013, "国家卫生健康委员会"),
    ("会同市旅游局检查。", "former-organ", 3, "市旅游局", 2019, "文化和旅游局"),
    ("会同区环保局检查。", "former-organ", 3, "区环保局", 2019, "生态环境局（分局）"),
    ("报青岚区法制办审核。", "former-organ", 4, "区法制办", 2019, "司法局"),
    ("会同县卫生局检查。", "former-organ", 3, "县卫生局", 2015, "卫生健康局（卫生健康委员会）"),
    ("接受市监察局监督。", "former-organ", 3, "市监察局", 2018, "监察委员会"),
]


@pytest.mark.parametrize(("words", "rule", "column", "name", "year", "now"), GONE, ids=[case[0] for case in GONE])
def test_gone(words, rule, column, name, year, now, lint):
    message = f"“{name}”已于{year}年撤销或更名，现为{now}，请核对是否应改用现名"
    assert found(lint, words) == [(rule, column, message)]


HONEST = [
    "",
    "落实生态环境保护部署要求，压实生态环境保护部门责任",
    "会同农业部门、文化部门、卫生部门和国土资源部门开展检查",
    "完成农业部分指标，国家农业农村部、文化和旅游部印发通知",
    "原环境保护部印发的标准继续执行",
    "落实《环境保护部关于某项工作的通知》",
    "按照《国土资源部令第69号》办理",
    "青岚集团企业文化部、公共卫生部开展培训",
    "会同区文化和旅游局、区生态环境分局、区住房和城乡建设局检查",
    "由局法制科审核，经开区安监局备案，向自治区法制办报备",
    "辖区法制办案质量提高，开展市法制办案能手评选",
    "不服原区国土资源局行政处罚案件1件",
    "区农业局部受灾，市卫生局势平稳",
    "办理不服原区环保局处罚决定一案",
    "国家粮食和物资储备局、国家金融监督管理总局、国家广播电视总局",
    "",
]


@pytest.mark.parametrize("words", [words for words in HONEST if words])
def test_words_that_only_contain_a_name(words, lint):
    assert found(lint, words + "。") == []


@pytest.mark.parametrize(("year", "words"), [(2018, "按照环境保护部要求。"), (2019, "会同区环保局检查。")])
def test_the_year_in_which_an_organ_went(year, words, lint):
    assert found(lint, words, year) == []
