"""The page, read back by a parser: nothing lost, nothing doubled, every link leads somewhere, and text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.engine import Plan, check_document, merge
from reportlint.examples import as_document
from reportlint.finding import Answer, DocumentInfo, Failure, FileText, Finding, Report
from reportlint.reporters import REPORTERS, WITH_ANSWERS, WITH_TEXTS, Style, reporter
from reportlint.reporters.html import render

GOLDEN = Path(__file__).parent / "golden" / "html"
STYLE = Style(version="9.9")
DRAFT = (
    "青岚区教育局2025年法治政府建设情况报告\n"
    "\n"
    "2025年，我局全面落实各项任务，现将有关情况报告如下。\n"
    "一、主要举措和成效\n"
    "全年召开会议xx次，开展培训【待补充】场，参训xx人。\n"
    "二、下一年度工作安排\n"
    "2026年，我局将继续努力。\n"
)


def finding(line=1, column=1, end_line=0, end_column=0, path="稿.txt", **changes):
    values = {"rule": "p/r", "severity": "error", "certainty": "certain", "message": "这里不对", **changes}
    return Finding(path, line, column, end_line or line, end_column or column + 1, **values)


def page(text, *findings, path="稿.txt", answers=(), **changes):
    """A report over one text, as the page."""
    documents = (DocumentInfo(path, 1, text.count("\n") + 1, "标题", 2025, "青岚区", "government", "p"),)
    report = Report(findings, answers, documents=documents, texts=(FileText(path, text),))
    return render(Report(**{**vars(report), **changes}), STYLE)


def parsed(html):
    return lxml.html.document_fromstring(html)


def marks(html):
    """The marked stretches of the text in order: their words, their findings, and the id of the first."""
    return [(m.text_content(), m.get("data-f"), m.get("id", "")) for m in parsed(html).iter("mark")]


def check_structure(html, count):
    """Every finding once in the list, once in the text, once beside it; ids unique; every link leads somewhere."""
    tree = parsed(html)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [link.get("href") for link in tree.iter("a")]
    assert [link for link in links if not link.startswith("#") or link[1:] not in ids] == []
    assert len(tree.xpath("//li[contains(@class,'item ')]")) == count
    assert len([i for i in ids if i.startswith("mf")]) == count
    assert len(tree.xpath("//li[contains(@class,'note ')]")) == count


@pytest.fixture(scope="module")
def linted(pack, general):
    return check_document(as_document(DRAFT, "稿.txt"), Plan(pack, general, texts=True))


def test_it_stands_in_the_tables():
    assert reporter("html") is render
    assert "html" in REPORTERS
    assert "html" in WITH_ANSWERS & WITH_TEXTS


def test_a_real_report_is_complete(linted):
    html = render(linted, STYLE)
    tree = parsed(html)
    check_structure(html, len(linted.findings))
    assert len(linted.findings) > 3
    assert tree.findtext(".//title") == linted.verdict.text
    assert tree.find(".//h1/span[2]").text == linted.verdict.text
    assert tree.find(".//header").get("class") == "verdict fail"
    rows = [row.find("div").text_content() for row in tree.xpath("//li[starts-with(@id,'f1-L')]")]
    assert rows == DRAFT.rstrip("\n").split("\n")
    assert len(tree.xpath("//table[@class='coverage']/tbody/tr")) == len(linted.answers)
    statuses = [row.get("class") for row in tree.xpath("//table[@class='coverage']/tbody/tr")]
    assert statuses[0] == "missing"
    assert re.fullmatch(r"应答 \d+/\d+", tree.findtext(".//caption/b"))
    for seen in linted.findings:
        assert seen.message in tree.text_content()
        assert seen.rule in [code.text for code in tree.iter("code")]


def test_the_same_report_gives_the_same_bytes(linted):
    assert render(linted, STYLE) == render(linted, STYLE)


def test_golden():
    """Regenerate by deleting the file and running this test twice."""
    html = page(
        "青岚区2025年报告\n\n全年培训xx场，约<b>十几</b>人。\n一、不足\n",
        finding(3, 5, end_column=8, message="未填写的数字“xx场”，请填入实际数", where="开头段", rule="p/unfilled"),
        finding(3, 10, end_column=17, severity="warning", certainty="suspected", message="只有约数"),
        finding(4, 1, end_column=5, severity="info", message="可以更具体"),
        finding(1, 1, end_column=11, message="缺一部分", waived="不适用，张三，至2026-03-31"),
        answers=(
            Answer("稿.txt", 0, "p/problems", "", "problems", "应报告不足", "督察规定", "answered", 4, "一、不足"),
            Answer("稿.txt", 0, "p/plans", "", "plans", "应报告安排", "督察规定", "missing", 0, ""),
        ),
        failures=(Failure("稿2.txt", "找不到这个文件"),),
    )
    body = re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>|sha256-[\w+/=]+", "…", html).replace("><", ">\n<")
    golden = GOLDEN / "small.html"
    if not golden.exists():
        golden.write_text(body, encoding="utf-8")
        pytest.fail(f"{golden} 没有，已经写出，请核对")
    assert body == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(2, 4)], [("CD", "f1-1", "mf1-1")]),
        ([(0, 8)], [("ABCDEFGH", "f1-1", "mf1-1")]),
        ([(1, 3), (5, 6)], [("BC", "f1-1", "mf1-1"), ("F", "f1-2", "mf1-2")]),
        ([(1, 4), (3, 6)], [("BC", "f1-1", "mf1-1"), ("D", "f1-1 f1-2", "mf1-2"), ("EF", "f1-2", "")]),
        ([(1, 6), (2, 4)], [("B", "f1-1", "mf1-1"), ("CD", "f1-1 f1-2", "mf1-2"), ("EF", "f1-1", "")]),
        ([(1, 3), (1, 3)], [("BC", "f1-1 f1-2", "mf1-1")]),
        ([(8, 9)], [("此处", "f1-1", "mf1-1")]),
        ([(30, 40)], [("此处", "f1-1", "mf1-1")]),
        ([(3, 3)], [("此处", "f1-1", "mf1-1")]),
    ],
)
def test_marks_are_exact_however_findings_overlap(spans, expected):
    findings = [finding(1, start + 1, end_column=end + 1, message=f"第{i}") for i, (start, end) in enumerate(spans)]
    html = page("ABCDEFGH\n", *findings)
    check_structure(html, len(spans))
    assert marks(html) == expected


def test_a_finding_over_several_lines_is_marked_on_each():
    html = page("一二三\n四五六\n七八九\n", finding(1, 2, 3, 3))
    assert marks(html) == [("二三", "f1-1", "mf1-1"), ("四五六", "f1-1", ""), ("七八", "f1-1", "")]
    check_structure(html, 1)


@pytest.mark.parametrize(("line", "end_line"), [(9, 9), (3, 9), (9, 12)])
def test_a_finding_beyond_the_text_is_not_lost(line, end_line):
    html = page("一二三\n四五六\n", finding(line, 1, end_line, 2))
    check_structure(html, 1)
    assert marks(html)[0][2] == "mf1-1"


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n"])
def test_an_empty_draft_still_shows_its_findings(text):
    check_structure(page(text, finding(1, 1)), 1)


HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<img src=x onerror=alert(1)>",
    "<!-- <b>",
    "-->]]><![CDATA[",
    '" onclick="alert(1)" x=\'',
    "&lt;b&gt;&amp;&#60;",
    "</li></ol></details><h1>可以报送</h1>",
    "</title><base href=//x.example>",
    "javascript:alert(1)",
    "<a href=#f1>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words):
    """The same elements as for harmless words of the same length, and the words themselves read back."""

    def shape(text):
        html = page(
            f"{text}\n", finding(1, 2, end_column=4, path=text, message=text, where=text, rule=text, waived=text), path=text,
            answers=(Answer(text, 0, "p/r", text, text, text, text, "answered", 1, text),),
            failures=(Failure(text, text),), notes=(text,),
        )  # fmt: skip
        return html, re.findall(r"\w+", " ".join(tags(html)))

    html, names = shape(words)
    harmless = shape("甲" * len(words))[1]
    assert names == harmless
    tree = parsed(html)
    assert tree.xpath("//li[@id='f1-L1']/div")[0].text_content() == words
    assert tree.xpath("//span[@class='message']")[0].text_content() == words
    assert tree.xpath("//h2[. = $words]", words=words)


def tags(html):
    """The elements and attribute names of a page, as Python's own parser sees them."""
    seen: list[str] = []

    class Walk(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append(" ".join([tag, *(name for name, _ in attrs)]))

    walk = Walk()
    walk.feed(html)
    walk.close()
    return seen


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800", "\x85", "\r"]
)
def test_characters_that_hide_or_turn_text_are_shown(char):
    path = f"稿{char}.txt"
    html = page(f"甲{char}乙\n", finding(1, 3, end_column=4, path=path, message=f"见{char}处"), path=path)
    assert char not in html
    assert html.encode("utf-8").decode("utf-8") == html
    assert marks(html) == [("乙", "f1-1", "mf1-1")]
    assert "甲\ufffd" in parsed(html).text_content()


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("一二A<&>\"'\t\n\u202e\x00😀"), max_size=30),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 9), st.integers(0, 3), st.integers(1, 9)), max_size=6),
)
def test_any_findings_on_any_text(text, spans):
    findings = [
        finding(line, column, line + more, max(end, column + 1) if not more else end, message=f"问题{i}")
        for i, (line, column, more, end) in enumerate(spans)
    ]
    html = page(text, *findings)
    check_structure(html, len(findings))
    words = "".join(row.text_content() for row in parsed(html).xpath("//li[starts-with(@id,'f1-L')]/div")).replace(
        "此处", ""
    )
    assert words == re.sub("[\x00\u202e]", "\ufffd", text.replace("\n", ""))


def test_nothing_can_be_fetched_and_only_the_pages_own_style_and_script_run(linted):
    html = render(linted, STYLE)
    (policy,) = parsed(html).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for name in ("style", "script"):
        (inline,) = re.findall(f"(?s)<{name}>(.*?)</{name}>", html)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not parsed(html).xpath("//@src | //@style | //link | //@onclick | //iframe | //object")
    assert re.findall(r"https?:|url\(|@import", html) == []


def test_waived_and_suspected_findings_say_so():
    html = page("一二三四\n", finding(1, 1, waived="误报，张三，至2026-03-31"), finding(1, 3, certainty="suspected"))
    tree = parsed(html)
    groups = [
        (item.get("data-g"), item.find(".//s") is not None) for item in tree.xpath("//li[contains(@class,'item ')]")
    ]
    assert groups == [("error", False), ("waived", True)]
    assert tree.xpath("//p[@class='reason']/text()") == ["已豁免：误报，张三，至2026-03-31"]
    assert len(tree.xpath("//li[contains(@class,'item error')]//span[@class='doubt']")) == 1
    assert [head.text for head in tree.iter("h4")] == ["必须改 1 处", "已豁免 1 处"]


def test_several_files_have_an_index_and_failures_come_first():
    one = Report(
        (finding(path="甲.txt"),),
        documents=(DocumentInfo("甲.txt", 1, 1, "甲", 2025, "", "", "p"),),
        texts=(FileText("甲.txt", "一\n"),),
    )
    two = Report(documents=(DocumentInfo("乙.txt", 1, 1, "乙", 0, "", "", "p"),), texts=(FileText("乙.txt", "二\n"),))
    three = Report(failures=(Failure("丙.doc", "读不了"),))
    tree = parsed(render(merge([one, two, three], ()), STYLE))
    assert [entry.text_content() for entry in tree.xpath("//nav[@class='index']//li")] == [
        "✕甲.txt 不能报送：必须改 1 处。",
        "✓乙.txt 可以报送：没有发现必须改或需要核对的地方。",
        "？丙.doc 有 1 项没能检查，不能当作通过。",
    ]  # fmt: skip
    assert tree.xpath("//section[@id='failures']/h2/text()") == ["没能检查 1 项，不能当作通过"]
    assert tree.xpath("//section[@id='failures']//li")[0].text_content() == "丙.doc：读不了"
    folds = {fold.getparent().get("id"): fold.get("open") for fold in tree.xpath("//details[@class='fold']")}
    assert folds == {"f1": "", "f2": None}


def test_nothing_checked_is_not_shown_as_a_pass():
    tree = parsed(render(Report(), STYLE))
    assert tree.find(".//header").get("class") == "verdict unreadable"
    assert tree.findtext(".//h1/span[2]") == "没有检查任何文件。"


def test_a_huge_draft_shows_only_what_is_near_its_findings():
    lines = [f"第{n}行" + "字" * 2100 for n in range(1, 101)]
    html = page("\n".join(lines) + "\n", finding(50, 1, end_column=3), finding(99, 1000, end_column=1002))
    check_structure(html, 2)
    shown = [int(row[4:]) for row in parsed(html).xpath("//li[starts-with(@id,'f1-L')]/@id")]
    assert shown == [*range(47, 54), *range(96, 101)]
    gaps = [gap.text for gap in parsed(html).xpath("//li[@class='gap']")]
    assert gaps == ["……第1—46行没有发现问题，略去……", "……第54—95行没有发现问题，略去……"]
    assert "这里只列出有问题的行和前后各 3 行" in parsed(html).text_content()
    assert len(html) < 60_000
    assert [words for words, _, _ in marks(html)] == ["第5", "字字"]


def test_without_the_text_the_quoted_lines_are_shown():
    html = page("", finding(7, 303, end_column=305, excerpt="前文坏字后文", excerpt_start=2, excerpt_end=4), texts=())
    check_structure(html, 1)
    assert marks(html) == [("坏字", "f1-1", "mf1-1")]
    assert parsed(html).xpath("//li[@id='f1-L7']/div")[0].text_content() == "前文坏字后文"


def test_a_place_in_the_table_is_a_link_only_where_the_line_is_shown():
    rows = [Answer("稿.txt", 0, "p/r", "", "", "要求", "依据", "answered", line, "原文") for line in (1, 9)]
    tree = parsed(page("一\n", answers=tuple(rows)))
    assert [cell.text_content() for cell in tree.xpath("//td[@data-head='位置']")] == ["第1行", "第9行"]
    assert tree.xpath("//td[@data-head='位置']/a/@href") == ["#f1-L1"]


def test_the_command_line_gives_the_page_its_texts_and_answers(tmp_path):
    (tmp_path / "稿.txt").write_text(DRAFT, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "reportlint",
        "check",
        "稿.txt",
        "--no-config",
        "--format",
        "html",
        "--output",
        "页.html",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True)
    assert (done.returncode, done.stderr) == (1, b"")
    tree = parsed((tmp_path / "页.html").read_text(encoding="utf-8"))
    assert tree.xpath("//li[@id='f1-L5']/div")[0].text_content() == DRAFT.split("\n")[4]
    assert tree.xpath("//table[@class='coverage']")
