"""Collections of sample papers: where each begins, what stands in its title, and whose report it is."""

from __future__ import annotations

import pytest

from reportlint.draft import Draft
from reportlint.examples import as_document
from reportlint.reports import split_reports
from reportlint.samplemarks import is_counted, is_numbered, undressed
from tests.checks.passages import said_by

FIRST, SECOND = "青岚区水利局2024年法治政府建设工作总结", "临溪县水利局2023年法治政府建设工作总结"
BODY = (
    "全局深入贯彻习近平法治思想。\n一、主要举措和成效\n全年开展培训3期，办理案件12件。"
    + "认真落实各项制度，压实工作责任，统筹推进各项任务落地见效。" * 8
    + "\n二、存在的不足和原因\n主要原因是人员编制偏少。\n三、下一步打算\n继续加强队伍建设。\n"
)
HEADS = [
    (f"{FIRST} 篇1", f"{SECOND} 篇2", "篇1", "篇2"),
    (f"{FIRST}及工作计划 篇一", f"{SECOND}及工作计划 篇二", "篇一", "篇二"),
    (f"{FIRST}【第一篇】", f"{SECOND}【第二篇】", "【第一篇】", "【第二篇】"),
    (f"{FIRST}范文第1篇", f"{SECOND}范文第2篇", "范文第1篇", "范文第2篇"),
    (f"{FIRST}范文篇1", f"{SECOND}范文篇2", "范文篇1", "范文篇2"),
    (f"篇1：{FIRST}", f"篇2：{SECOND}", "篇1", "篇2"),
    (f"第一篇：{FIRST}", f"第二篇：{SECOND}", "第一篇", "第二篇"),
    (f"范文一：{FIRST}", f"范文二：{SECOND}", "范文一", "范文二"),
    (f"第1篇\n{FIRST}", f"第2篇\n{SECOND}", "第1篇", "第2篇"),
    (f"【篇一】\n{FIRST}", f"【篇二】\n{SECOND}", "【篇一】", "【篇二】"),
]


@pytest.mark.parametrize(
    ("first", "second", "mark", "next_mark"), HEADS, ids=[row[2] + str(n) for n, row in enumerate(HEADS)]
)
@pytest.mark.parametrize(
    "front",
    [
        "",
        "水利局法治政府建设工作总结（精选2篇）\n",
        "总结汇编【2篇】\n目录\n1. 甲县水利局工作总结 2\n2. 乙县水利局工作总结 9\n",
    ],
)
def test_each_report_by_itself(first, second, mark, next_mark, front, pack, lint):
    text = f"{front}{first}\n{BODY}{second}\n{BODY}"
    parts = [Draft(part, pack) for part in split_reports(as_document(text))]
    suffix = "及工作计划" if "计划" in first else ""
    assert [part.identity.title for part in parts] == [FIRST + suffix, SECOND + suffix]
    assert [part.body for part in parts] == ["青岚区水利局", "临溪县水利局"]
    assert [part.year for part in parts] == [2024, 2023]
    marks = [words for _, _, _, words, _ in said_by(("sample-residue",), lint, text)]
    assert marks[-2:] == [mark, next_mark]
    assert len(said_by(("several-reports",), lint, text)) == 1


def test_numbers_alone(lint):
    text = f"法治建设工作总结范文\n第1篇\n{BODY}第2篇\n{BODY}"
    ((_, line, _, _, message),) = said_by(("several-reports",), lint, text)
    assert line == 10
    assert message.startswith("这个文件里有 2 份报告（第1行“法治建设工作总结”、第10行“第2篇”），已分别检查")


TITLES = [
    ("规范性文件范文10篇", "规范性文件"), ("水利局工作总结（专业15篇）", "水利局工作总结"), ("水利局工作方案【5篇】", "水利局工作方案"), ("水利局工作总结汇编（5篇）", "水利局工作总结"),
    ("水利局法治总结范文通用5篇", "水利局法治总结"), ("水利局法治建设情况报告（精选7篇）作文", "水利局法治建设情况报告"), ("水利局法治建设情况报告.docx", "水利局法治建设情况报告"),
    ("水利局工作总结（2146字）", "水利局工作总结"), ("第1篇 水利局工作总结 1850字", "水利局工作总结"), ("水利局实施方案（最新）", "水利局实施方案"), ("水利局工作总结精选", "水利局工作总结"),
    ("水利局法治建设情况报告（公开版）", "水利局法治建设情况报告（公开版）"), ("水利局工作总结（送审稿）", "水利局工作总结（送审稿）"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_titles_without_their_dress(line, title):
    assert undressed(line) == title


@pytest.mark.parametrize(
    "line",
    [
        "第一篇章已经写好",
        "篇章布局合理",
        "篇幅控制在三千字",
        "范文大全",
        "范文先生网收集整理",
        "模板3套制作完成",
        "撰写信息12篇",
    ],
)
def test_no_beginning_of_a_report(line):
    assert not is_numbered(line)


def test_counted():
    assert is_counted("水利局工作总结（精选5篇）")
    assert not is_counted("水利局工作总结")


def test_the_same_title_soon_again_is_no_second_report():
    notes = "1. 本文下载后可以编辑。\n" * 20
    assert len(split_reports(as_document(f"{FIRST}\n{notes}{FIRST}\n{BODY}"))) == 1


@pytest.mark.parametrize("piece", ["精选", "范文", " ", "（精选5篇）"])
def test_a_long_line_is_no_title_and_takes_no_time(piece):
    line = "工作总结" + piece * 5_000 + "选"
    assert undressed(line) == line
