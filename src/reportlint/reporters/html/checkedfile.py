"""One checked file: its own verdict, to-do list, draft and tables; and the index where there are several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from reportlint.coverage import Coverage, coverage
from reportlint.finding import DocumentInfo, Failure, Finding, Report, Verdict
from reportlint.record import record
from reportlint.reportclass import CLASS_NAMES
from reportlint.reporters.html.draft import draft
from reportlint.reporters.html.markup import NOTHING, Html, joined, tag
from reportlint.reporters.html.table import table
from reportlint.reporters.html.todo import numbered, todo
from reportlint.reporters.html.words import SIGNS
from reportlint.rule import Rule

Entry = TypeVar("Entry", Finding, Failure, DocumentInfo)


@record
class CheckedFile:
    """What a report says of one file; ``key`` (``f1``) begins its ids."""

    key: str
    path: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    documents: tuple[DocumentInfo, ...]
    tables: tuple[Coverage, ...]
    text: str | None


def checked_files(report: Report) -> list[CheckedFile]:
    """The files of a report: those read in their order, then those that could not be read."""
    documents, findings, failures = _by_path(report.documents), _by_path(report.findings), _by_path(report.failures)
    texts = {entry.path: entry.text for entry in report.texts}
    tables: dict[str, list[Coverage]] = {}
    for one in coverage(report):
        if one.rows:
            tables.setdefault(one.document.path, []).append(one)
    parts: list[CheckedFile] = []
    for path in dict.fromkeys((*documents, *texts, *findings, *failures)):
        seen, broken = tuple(findings.get(path, ())), tuple(failures.get(path, ()))
        read = tuple(documents.get(path, ()))
        verdict = Report(seen, (), broken, read, report.rules).verdict
        own, text = tuple(tables.get(path, ())), texts.get(path)
        parts.append(CheckedFile(f"f{len(parts) + 1}", path, verdict, seen, broken, read, own, text))
    return parts


def _by_path(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.path, []).append(entry)
    return found


def index(parts: Sequence[CheckedFile]) -> Html:
    """Every file with its verdict, as links."""
    entries = [
        tag(
            "li", {"class": part.verdict.status},
            tag("span", {"class": "sign", "aria-hidden": "true"}, SIGNS[part.verdict.status]),
            tag("a", {"href": f"#{part.key}"}, part.path), " ",
            tag("span", {}, part.verdict.text),
            *(tag("span", {"class": "quiet"}, f" {one.summary}") for one in part.tables),
        )
        for part in parts
    ]  # fmt: skip
    head = tag("h2", {}, f"文件目录（{len(parts)} 个）")
    return tag("nav", {"class": "index", "aria-label": "文件目录"}, head, tag("ol", {}, *entries))


def section(part: CheckedFile, rules: Mapping[str, Rule], whole: bool, alone: bool) -> Html:
    """Everything about one file; the verdict of one ``alone`` stands at the top of the page already."""
    heading = tag("h2", {}, part.path)
    sign = tag("span", {"class": "sign", "aria-hidden": "true"}, SIGNS[part.verdict.status])
    failures = [tag("p", {"class": "failed"}, f"没能检查：{failure.reason}") for failure in part.failures]
    about = [tag("p", {"class": "about"}, _about(document)) for document in part.documents]
    said = tag("p", {"class": f"own {part.verdict.status}"}, sign, part.verdict.text)
    top = [heading, *about, *(() if alone else (said, *failures))]
    if not part.documents and not part.findings and part.text is None:
        return tag("section", {"class": "file", "id": part.key}, *top)
    return tag("section", {"class": "file", "id": part.key}, *top, *_contents(part, rules, whole))


def _contents(part: CheckedFile, rules: Mapping[str, Rule], whole: bool) -> list[Html]:
    key = part.key
    items = numbered(key, part.findings)
    shown = draft(key, part.text, items, whole)
    steps = [
        tag("a", {"href": f"#{key}-todo"}, f"待办清单 {sum(not item.finding.waived for item in items)} 处"),
        tag("a", {"href": f"#{key}-draft"}, "草稿正文"),
    ]
    tables: Html = NOTHING
    if part.tables:
        steps.append(tag("a", {"href": f"#{key}-table"}, f"要求对照表 {'，'.join(t.summary for t in part.tables)}"))
        rows = [table(key, one, shown.lines) for one in part.tables]
        tables = joined([tag("h3", {"id": f"{key}-table"}, "要求对照表"), *rows])
    opened = {"class": "fold", **({"open": ""} if items else {})}
    summary = tag("summary", {}, "展开、收起全文")
    return [
        tag("nav", {"class": "steps", "aria-label": "本文件"}, *steps),
        tag("h3", {"id": f"{key}-todo"}, "待办清单"), todo(items, rules),
        tag("h3", {"id": f"{key}-draft"}, "草稿正文"), tag("details", opened, summary, shown.markup),
        tables,
    ]  # fmt: skip


def _about(document: DocumentInfo) -> str:
    """What the draft was taken for, so that a mistake about it is seen."""
    parts = [
        document.title or "（没有认出标题）",
        document.body and f"单位：{document.body}",
        f"年度：{document.year}" if document.year else "年度：没有认出",
        document.report_class and f"按{CLASS_NAMES[document.report_class]}报告检查",
        f"第{document.line}—{document.end_line}行",
    ]
    return "　".join(part for part in parts if part)
