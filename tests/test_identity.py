"""Title, year, body, class, addressee, opening, sign-off and date."""

from __future__ import annotations

import pytest

from reportlint.document import Span
from reportlint.examples import as_document
from reportlint.identity import read_identity
from reportlint.reportclass import classify
from reportlint.reports import split_reports
from reportlint.titlelines import is_title

BODY = "2025年，我局坚持以习近平法治思想为指导，认真履行职责，现将有关情况报告如下。\n一、主要工作\n正文。"
TITLES = [
    ("青岚区教育局2025年法治政府建设情况报告", 2025, "青岚区教育局", "department"),
    ("青岚区教育局关于2025年度法治政府建设情况的报告", 2025, "青岚区教育局", "department"),
    ("青岚区人民政府2025年法治政府建设年度报告", 2025, "青岚区人民政府", "government"),
    ("2025年云川市法治政府建设情况报告", 2025, "云川市", "government"),
    ("松岭镇人民政府2024年度法治政府建设工作报告", 2024, "松岭镇人民政府", "township"),
    ("锦汀街道办事处2025 年度法治政府建设工作情况报告", 2025, "锦汀街道办事处", "township"),
    ("中共青岚区司法局党组2025年度法治政府建设年度报告", 2025, "中共青岚区司法局党组", "department"),
    ("青岚区卫生健康委员会关于2025年法治政府建设工作的报告", 2025, "青岚区卫生健康委员会", "department"),
    ("云川市二〇二五年法治政府建设情况报告", 2025, "云川市", "government"),
    ("XX市教育局2025年度法治政府建设情况报告", 2025, "XX市教育局", "department"),
    ("青岚县2025法治政府建设年度报告", 2025, "青岚县", "government"),
    ("[青政报〔2026〕3号]青岚区人民政府关于2025年法治政府建设情况的报告", 2025, "青岚区人民政府", "government"),
    ("青岚市委、市政府关于2025年度法治政府建设情况的报告", 2025, "青岚市委、市政府", "government"),
    ("松岚乡党委、政府2025年法治政府建设情况报告", 2025, "松岚乡党委、政府", "township"),
    ("关于青岚区2025年度法治政府建设情况的报告", 2025, "青岚区", "government"),
    ("关于2025年度法治政府建设情况的报告", 2025, "", "department"),
    ("云川海关2025年法治政府建设情况报告", 2025, "云川海关", "department"),
    ("云川市国有资产监督管理委员会2025年法治政府建设报告", 2025, "云川市国有资产监督管理委员会", "department"),
    ("云川经开区管委会关于2025年度法治政府建设情况的报告", 2025, "云川经开区管委会", "government"),
    ("云川高新区管理委员会2025年法治政府建设年度报告", 2025, "云川高新区管理委员会", "government"),
    ("国家税务总局云川市税务局2025年法治政府建设情况报告", 2025, "国家税务总局云川市税务局", "department"),
    ("2025年度松岚镇党委主要负责人履行推进法治建设第一责任人职责情况的报告", 2025, "松岚镇党委", "township"),
    ("青岚区水利局党政主要负责人履行推进法治建设第一责任人职责2025年度情况报告", 2025, "青岚区水利局", "department"),
    ("松岚镇镇长2025年述法报告", 2025, "松岚镇", "township"),
    ("青岚区防汛抗旱指挥部办公室2025年度法治政府建设情况报告", 2025, "青岚区防汛抗旱指挥部办公室", "department"),
]


@pytest.mark.parametrize(("title", "year", "body", "kind"), TITLES, ids=[row[0] for row in TITLES])
def test_titles(title, year, body, kind):
    identity = read_identity(as_document(f"{title}\n{BODY}"))
    assert (identity.year, identity.body, identity.report_class) == (year, body, kind)
    assert identity.title == title.replace(" ", "")


@pytest.mark.parametrize("lines", [
    "青岚区教育局\n关于2025年法治政府建设情况的报告", "青岚区教育局2025年度\n法治政府建设情况报告",
], ids=["organ above", "broken"])  # fmt: skip
def test_a_title_on_two_lines(lines):
    identity = read_identity(as_document(f"{lines}\n{BODY}"))
    assert (identity.year, identity.body, len(identity.title_blocks)) == (2025, "青岚区教育局", 2)


TWO_NAMES = [
    ("云川市城市管理局（云川市综合执法局）2025年法治政府建设年度报告", 1),
    ("云川市城市管理局（云川市综合执法局）\n2025年法治政府建设年度报告", 2),
    ("云川市城市管理局(云川市综合执法局)\n关于2025年法治政府建设情况的报告", 2),
    ("云川市城市管理局\n（云川市综合执法局）2025年法治政府建设年度报告", 2),
    ("云川市城市管理局\n（云川市综合执法局）\n2025年法治政府建设年度报告", 3),
    ("云川市城市管理局（云川市\n综合执法局）2025年法治政府建设年度报告", 2),
    ("2025年云川市城市管理局（云川市综合执法局）法治政府建设年度报告", 1),
    ("云川市城市管理局（市综合执法局）2025年法治政府建设年度报告", 1),
]


@pytest.mark.parametrize(("lines", "blocks"), TWO_NAMES, ids=[row[0] for row in TWO_NAMES])
def test_an_organ_with_a_second_name_in_brackets(lines, blocks):
    text = f"{lines}\n我局认真履职，现将有关情况报告如下。\n二、2026年工作计划\n2026年继续。\n2026年1月17日"
    identity = read_identity(as_document(text))
    assert (identity.body, identity.report_class, identity.year) == ("云川市城市管理局", "department", 2025)
    assert (len(identity.title_blocks), identity.title) == (blocks, lines.replace("\n", ""))


SET_BY_A_PAGE = [
    ("| 青岚区应急管理局2025年度法治政府建设情况报告 |", "青岚区应急管理局", 2025),
    ("| 标题：松岚镇人民政府关于2025年度法治政府建设情况的报告 | |", "松岚镇人民政府", 2025),
    ("- 标 题：松岚镇2025年度法治政府建设情况报告", "松岚镇", 2025),
    ("云川市水利局\n2026年1月15日\n2025年度水利法治政府建设\n工作总结", "", 2025),
]


@pytest.mark.parametrize(("lines", "body", "year"), SET_BY_A_PAGE, ids=[row[0][:12] for row in SET_BY_A_PAGE])
def test_what_a_page_sets_around_a_title_is_no_part_of_it(lines, body, year):
    identity = read_identity(as_document(f"{lines}\n{BODY}"))
    assert (identity.body, identity.year) == (body, year)
    assert not {"|", "标", "月"} & set(identity.title)


AT_WORK = [
    (
        "2025年以来，青岚区应急管理局在区委、区政府的坚强领导下，坚持依法履职，为我区安全发展提供法治保障。",
        "department",
    ),
    ("2025年，在市委、市政府领导下，云川市生态环境局全面贯彻习近平法治思想，推动我市生态强市建设。", "department"),
    ("2025年，松岚街道以落实法治建设工作要点为牵引，全面开展法治政府建设，现总结如下。", "township"),
    ("2025年，青岚县全面贯彻党的二十大精神，狠抓任务落实，法治政府建设迈上新台阶，现报告如下。", "government"),
    ("2025年，在市政府法制部门的指导下，我市深入推进依法行政，现将主要工作情况报告如下，请予审阅。", "government"),
]


@pytest.mark.parametrize(("opening", "kind"), AT_WORK, ids=[row[0][:16] for row in AT_WORK])
def test_without_a_title_the_opening_tells_who_reports(opening, kind):
    assert read_identity(as_document(f"{opening}\n一、主要工作\n正文。")).report_class == kind


def test_where_a_report_was_delivered_is_neither_title_nor_year():
    lines = "——2026年1月8日在青岚区第九届人民代表大会常务委员会第三十二次会议上\n青岚区审计局局长 林某\n"
    identity = read_identity(
        as_document(lines + "我受区人民政府委托，向区人大常委会报告2025年度区级预算执行的审计情况。")
    )
    assert (identity.title, identity.year) == ("", 2025)


def test_the_day_on_which_it_was_told_is_no_report_year():
    told = "云川市人民政府关于法治政府建设情况的报告\n（2025年5月28日在市六届人大常委会第九次会议上）\n"
    identity = read_identity(as_document(told + "市政府坚持依法行政。\n一、2024年主要工作\n2024年办结36件。"))
    assert (identity.year, identity.year_from) == (2024, "正文")


def test_who_signs_a_letter_is_no_title():
    identity = read_identity(as_document("签发人：林清\n" + BODY))
    assert (identity.title, identity.year) == ("", 2025)


def test_a_document_number_in_the_title_is_no_year():
    title = "青岚区教育局〔2026〕3号2025年法治政府建设情况报告"
    assert read_identity(as_document(f"{title}\n{BODY}")).year == 2025


def test_front_and_end_matter():
    text = f"青岚区教育局2025年法治政府建设情况报告\n\n区委、区政府：\n{BODY}\n\n青岚区教育局\n2026年1月20日\n"
    identity = read_identity(as_document(text))
    parts = [
        text[s.start : s.end] for s in (identity.addressee, identity.opening, identity.signature, identity.date) if s
    ]
    assert parts == ["区委、区政府：", BODY.split("\n")[0], "青岚区教育局", "2026年1月20日"]


def test_without_a_title_year_the_opening_tells():
    assert read_identity(as_document(f"青岚区教育局法治政府建设情况报告\n{BODY}")).year_from == "开头"


@pytest.mark.parametrize(("name", "kind"), [
    ("青岚区人民政府", "government"), ("云川市", "government"), ("市应急管理局", "department"), ("青岚区人民法院", "department"),
    ("枫桥乡", "township"), ("云川经济开发区管委会", "government"), ("法治政府", None), ("", None),
])  # fmt: skip
def test_classes_by_name(name, kind):
    assert classify(name) == kind


@pytest.mark.parametrize(
    "line",
    ["一、2025年法治政府建设情况", "2025年，我局法治政府建设情况报告如下。", "法治政府建设", "关于印发方案的通知"],
)
def test_what_is_no_title(line):
    assert not is_title(line)


def test_two_reports_in_one_file_keep_the_files_line_numbers():
    first = f"浏览量：61\n第一篇：青岚区教育局2025年法治政府建设情况报告\n{BODY}\n{'正文补充。' * 60}\n"
    second = f"第二篇：青岚区教育局2024年法治政府建设情况报告\n{BODY.replace('2025', '2024')}\n"
    documents = split_reports(as_document(first + second))
    assert [(d.first_line, d.last_line) for d in documents] == [(1, 6), (7, 10)]
    assert [read_identity(d).year for d in documents] == [2025, 2024]
    assert documents[1].source.startswith("第二篇")


def test_a_second_title_line_begins_a_second_report():
    text = f"青岚区教育局2025年法治政府建设情况报告\n{BODY}\n{'补充。' * 100}\n松岭镇2025年法治政府建设情况报告\n{BODY}"
    assert len(split_reports(as_document(text))) == 2


def test_a_title_printed_twice_is_one_report():
    title = "青岚区教育局2025年法治政府建设情况报告"
    assert len(split_reports(as_document(f"{title}\n{title}\n{BODY}"))) == 1


def test_title_span_leaves_the_numbering_of_a_collection_out():
    identity = read_identity(as_document(f"第一篇：青岚区教育局2025年法治政府建设情况报告\n{BODY}"))
    assert identity.title_span == Span(4, 25)


OWN_NAMES = [
    ("云川市教育局", "原云川市教育委员会2003年印发的文件1件予以废止。", []),
    ("云川市教育局", "废止（原“云川市教育委员会”印发）文件1件。", []),
    ("云川市青岚区教育局", "原青岚区教育委员会、原区教委印发的文件予以废止。", []),
    ("云川市林业局（云川市园林绿化局）", "云川市园林绿化局牵头开展检查。", []),
    ("云川市教育局", "云川市教育委员会2003年印发的文件1件予以废止。", [(2, 4)]),
    ("平原市教育局", "平原市教育委员会印发文件1件。", [(2, 4)]),
]


@pytest.mark.parametrize(("body", "words", "places"), OWN_NAMES, ids=[row[1] for row in OWN_NAMES])
def test_a_former_or_second_own_name_is_no_other_name(lint, body, words, places):
    report = lint(f"{body}2025年法治政府建设情况报告\n{words}")
    assert [(f.line, f.column) for f in report.findings if f.rule.endswith("/own-name")] == places
