"""Instrument titles and numbers: tables of near misses, and thousands made from the dictionary itself."""

from __future__ import annotations

import itertools
import re

import pytest

from reportlint.document import Span
from reportlint.nearmiss import near_miss
from reportlint.titles import Titles, cited_titles, comparable

HEAD = "青岚区教育局2025年法治政府建设情况报告\n"

MISSES = [
    # words, column, message
    ("《行政复议法实施细则》", 2, "“《行政复议法实施细则》”应为《中华人民共和国行政复议法实施条例》，请核对"),
    (
        "《法治政府建设实施纲要（2021-2026年）》",
        2,
        "“《法治政府建设实施纲要（2021-2026年）》”应为《法治政府建设实施纲要（2021—2025年）》（年份有误），请核对",
    ),
    (
        "法治政府建设实施纲要（2021-2026年）",
        1,
        "“法治政府建设实施纲要（2021-2026年）”应为《法治政府建设实施纲要（2021—2025年）》（年份有误），请核对",
    ),
    (
        "《法治政府实施纲要（2021—2025年）》",
        2,
        "“《法治政府实施纲要（2021—2025年）》”应为《法治政府建设实施纲要（2021—2025年）》（少了“建设”），请核对",
    ),
    (
        "《法治政府建设与责任落实督查工作规定》",
        2,
        "“《法治政府建设与责任落实督查工作规定》”应为《法治政府建设与责任落实督察工作规定》（“督查”应为“督察”），请核对",
    ),
    (
        "《法制政府建设实施纲要（2021—2025年）》",
        2,
        "“《法制政府建设实施纲要（2021—2025年）》”应为《法治政府建设实施纲要（2021—2025年）》（“法制”应为“法治”），请核对",
    ),
    (
        "《重大行政决策程序条例》",
        2,
        "“《重大行政决策程序条例》”应为《重大行政决策程序暂行条例》（少了“暂行”），请核对",
    ),
    ("《中华人民共和国名法典》", 2, "“《中华人民共和国名法典》”应为《中华人民共和国民法典》，请核对"),
    (
        "《中华人民和国行政处罚法》",
        2,
        "“《中华人民和国行政处罚法》”应为《中华人民共和国行政处罚法》（“中华人民和国”应为“中华人民共和国”），请核对",
    ),
    (
        "《党政主要负责人履行推进法治建设责任人第一职责规定》",
        2,
        "“《党政主要负责人履行推进法治建设责任人第一职责规定》”应为《党政主要负责人履行推进法治建设第一责任人职责规定》（词语的顺序有误），请核对",
    ),
    (
        "国务院《重大行政决策程序暂行规定》",
        5,
        "“《重大行政决策程序暂行规定》”应为《重大行政决策程序暂行条例》（“规定”应为“条例”），请核对",
    ),
]

LOCAL = """
青岚区优化营商环境办法;云川市教育督导条例;云川市行政执法监督条例;青岚区重大行政决策程序规定;重大行政决策程序规定
重大行政决策程序实施细则;行政规范性文件制定和监督管理办法;行政规范性文件管理办法;行政执法公示办法
行政执法全过程记录办法;重大执法决定法制审核办法;行政执法三项制度实施方案;法治政府建设实施方案（2021—2025年）
法治政府建设年度工作要点;2025年法治政府建设工作要点;法治政府建设示范创建实施方案;法治社会建设实施方案（2021—2025年）
法治云川建设规划（2021—2025年）;法治青岚建设实施纲要（2021—2025年）;云川市法治社会建设实施纲要（2021—2025年）
青岚区法治政府建设实施方案（2021—2025年）;公平竞争审查制度实施细则;公平竞争审查工作规程;公平竞争审查内部工作制度
优化营商环境若干措施;优化营商环境行动方案;优化营商环境条例实施细则;关于进一步优化营商环境的若干措施
关于严格规范涉企行政检查的实施意见;关于严格规范涉企行政检查的通知;关于规范涉企行政检查的若干措施;行政复议法实施办法
行政处罚法宣传方案;政府信息公开指南;政府信息公开目录;政府信息公开工作年度报告;政府信息公开工作制度;政务公开工作要点
政务数据管理办法;公共数据管理条例;法律顾问工作规则;公职律师管理规定;行政执法监督办法;行政执法监督工作规定
行政执法责任制规定;政府督查工作办法;信访工作办法;信访工作责任制实施细则;党组工作规则;党组理论学习中心组学习计划
行政应诉工作规定;关于加强行政应诉工作的通知;关于推行行政裁量权基准制度的意见;行政裁量权基准制定和管理办法
市场监管领域行政处罚裁量权适用规则;提升行政执法质量三年行动实施方案（2023—2025年）
青岚区提升行政执法质量三年行动计划（2023—2025年）;“八五”普法规划实施方案;青岚区“八五”普法规划
党政主要负责人履行推进法治建设第一责任人职责清单;党政主要负责人履行推进法治建设第一责任人职责实施办法
党政主要负责人年终述法工作方案;法治政府建设与责任落实督察工作方案;法治政府建设与责任落实督察实施办法
法规规章规范性文件清理工作方案;规范性文件备案审查办法;未成年人保护工作方案;安全生产责任制规定;物业管理办法
关于加强行政执法协调监督工作体系建设的实施方案;中小学法治教育指导纲要;习近平法治思想概论;法治日报;民法典宣传手册
行政机关负责人出庭应诉办法;中华人民共和国海关法;中华人民共和国治安管理处罚条例;中华人民共和国义务教育法;数据安全管理办法;行政处罚规定;中华人民共和国商标法;中华人民共和国渔业法;城市道路管理条例
"""
LOCAL_TITLES = re.split("[;\n]", LOCAL.strip())

WORDS = sorted(
    [
        "法治",
        "政府",
        "建设",
        "实施",
        "纲要",
        "行政",
        "执法",
        "监督",
        "责任",
        "落实",
        "督察",
        "党政",
        "主要",
        "负责人",
        "履行",
        "推进",
        "第一",
        "职责",
        "重大",
        "决策",
        "暂行",
        "竞争",
        "信息",
        "公开",
        "营商",
        "环境",
        "规范性",
        "文件",
        "制定",
        "管理",
        "进一步",
        "规范",
        "裁量权",
        "基准",
        "协调",
        "体系",
        "全面",
        "推行",
        "公示",
        "全过程",
        "记录",
        "法制",
        "审核",
        "指导",
        "提升",
        "质量",
        "三年",
        "教育",
        "市县",
        "示范",
        "指标",
        "应对",
        "调解",
        "仲裁",
        "权益",
        "数据",
        "款项",
        "支付",
        "市场",
        "登记",
        "备案",
        "共享",
        "领导",
        "党内",
        "若干",
        "高效",
        "服务",
        "设定",
        "综合",
        "涉企",
        "检查",
        "严格",
        "污染",
        "防治",
        "固体",
        "废物",
        "设备",
        "自治",
        "组织",
        "代表",
        "常务",
        "援助",
        "文化",
        "计划生育",
        "资源",
        "保持",
        "征收",
        "采购",
        "农产品",
        "集体",
        "工程",
        "违法",
        "行为",
        "单位",
        "人事",
        "互联网",
        "营业",
    ],
    key=len,
    reverse=True,
)
WORD = re.compile("|".join(WORDS))


@pytest.fixture(scope="module")
def dictionary(general):
    return next(rule.check for rule in general.rules if rule.name == "instrument-title")


@pytest.fixture(scope="module")
def titles(dictionary):
    return Titles(dictionary.dictionary, dictionary.others)


def said(lint, words, rule="instrument-title"):
    return [(f.line, f.column, f.message) for f in lint(HEAD + words).findings if f.rule.endswith("/" + rule)]


@pytest.mark.parametrize(("words", "column", "message"), MISSES, ids=[words for words, _, _ in MISSES])
def test_a_near_miss_is_named_with_the_right_title(lint, words, column, message):
    assert said(lint, words + "要求。") == [(2, column, message)]


def miss_of(words, titles, before="落实"):
    text = f"{before}《{words}》，"
    found = [near_miss(title, titles) for title in cited_titles(text, [Span(0, len(text))])]
    return next((miss.entry.name for miss in found if miss), None)


@pytest.mark.parametrize("before", ["落实", "制定", "印发", ""])
@pytest.mark.parametrize("title", LOCAL_TITLES)
def test_local_titles_are_no_misses(titles, title, before):
    assert miss_of(title, titles, before) is None


def test_there_are_enough_local_titles():
    assert len(LOCAL_TITLES) >= 60


def test_no_lawful_form_is_a_miss(dictionary, titles):
    for entry in dictionary.dictionary.entries:
        for name in (entry.name, *entry.short):
            half = name.translate(str.maketrans("—（）“”", '-()""'))
            assert [miss_of(form, titles) for form in (name, half, name.replace("、", ""))] == [None] * 3, name


def mutants(name):
    """Every word dropped, doubled by another, swapped for another or put after its neighbour, with its kind."""
    spots = [match.span() for match in WORD.finditer(name)]
    for start, end in spots:
        yield "drop", name[:start] + name[end:]
        yield "swap", name[:start] + name[start] + "用" + name[end:]
        yield "add", name[:end] + "专项" + name[end:]
    for (start, middle), (again, end) in itertools.pairwise(spots):
        if middle == again:
            yield "order", name[:start] + name[again:end] + name[start:middle] + name[end:]


def test_nearly_all_mutants_of_the_dictionary_are_caught_and_named(dictionary, titles):
    caught = total = misnamed = 0
    for entry in dictionary.dictionary.entries:
        core = comparable(entry.name)[0]
        if entry.certainty not in ("A", "B") or entry.kind in ("书刊", "标准", "地方规定") or len(core) < 8:
            continue
        for _, mutant in mutants(entry.name):
            other = comparable(mutant)[0]
            if other in titles.known or other in titles.guard:
                continue  # it became another instrument's lawful name
            total += 1
            found = miss_of(mutant, titles)
            caught += found == entry.name
            misnamed += found is not None and found != entry.name
    assert total > 700
    assert caught / total >= 0.95, f"{caught} of {total}"
    assert misnamed / total <= 0.005


def test_every_wrong_year_of_a_plan_is_caught(dictionary, titles):
    for entry in dictionary.dictionary.entries:
        match = re.search(r"(20\d\d)—(20\d\d)年）$", entry.name)
        if not match or entry.certainty not in ("A", "B"):
            continue
        for first, last in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            years = f"{int(match[1]) + first}—{int(match[2]) + last}"
            wrong = entry.name.replace(match[0][:9], years)
            assert miss_of(wrong, titles) == entry.name, wrong


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("《优化营商环境条例》（国务院令第722号）", []),
        ("《优化营商环境条例》（国务院令 第722号）", []),
        ("《优化营商环境条例》（云政办发〔2020〕5号）", []),
        (
            "《优化营商环境条例》（国务院令第721号）",
            [(2, 12, "《优化营商环境条例》的文号是“国务院令第722号”，写的是“国务院令第721号”，请核对")],
        ),
    ],
)
def test_numbers(lint, words, expected):
    assert said(lint, words, "instrument-number") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("国办发〔2018〕118号", []),
        ("作出（2025）云0102行初15号判决", []),
        ("国务院令第713号", []),
        ("国办发[2018]118号", ["国办发[2018]118号"]),
        ("青政发（2025）3号", ["青政发（2025）3号"]),
        ("青政发〔2025〕第3号", ["发〔2025〕第3号"]),
        ("青政办发〔2025〕03号", ["发〔2025〕03号"]),
    ],
)
def test_the_form_of_document_numbers(lint, words, expected):
    found = said(lint, "按照" + words + "要求。", "document-number-form")
    assert [re.search("“(.+?)”", message)[1] for _, _, message in found] == expected
