"""``html``: one offline page: verdict, to-do list, the draft with its findings beside it, the requirement table.

Nothing is fetched: style and script stand in the page, and its Content-Security-Policy allows these two by their hash and
nothing else. Without JavaScript the links still lead both ways; only the filters are missing.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

from reportlint.finding import Finding, Report, Verdict
from reportlint.reporters import Style
from reportlint.reporters.html.checkedfile import CheckedFile, checked_files, index, section
from reportlint.reporters.html.markup import NOTHING, Html, joined, tag
from reportlint.reporters.html.words import GROUPS, SIGNS

_LONG = 200_000  # code points of one draft beyond which only the lines near findings are shown
_LONG_TOGETHER = 2_000_000  # the same for all drafts of one page


def render(report: Report, style: Style) -> str:
    """The page. The same report gives the same bytes."""
    parts = checked_files(report)
    rules = {rule.id: rule for rule in report.rules}
    whole = sum(len(part.text or "") for part in parts) <= _LONG_TOGETHER
    sections = [section(part, rules, whole and len(part.text or "") <= _LONG, len(parts) == 1) for part in parts]
    verdict = report.verdict
    content = [
        tag("a", {"class": "skip", "href": "#files"}, "跳到待办清单"),
        _head(report, verdict),
        _failures(parts),
        index(parts) if len(parts) > 1 else NOTHING,
        _filters(report),
        tag("main", {"id": "files"}, *sections),
        tag("footer", {}, f"reportlint {style.version} 检查。本页可离线打开，不联网，不改动原文件。"),
    ]
    return _page(verdict.text, joined(content, "\n"))


def _page(title: str, content: Html) -> str:
    css, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    head = [
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "referrer", "content": "no-referrer"}),
        tag("title", {}, title),
        tag("style", {}, css),
    ]
    body = tag("body", {}, content, "\n", tag("script", {}, script))
    return f'<!DOCTYPE html>\n<html lang="zh-CN">\n{tag("head", {}, *head)}\n{body}\n</html>\n'


def _asset(name: str) -> Html:
    return Html(files("reportlint.reporters.html").joinpath(name).read_text(encoding="utf-8"))


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _head(report: Report, verdict: Verdict) -> Html:
    """The verdict first; its colour is told by its sign and words, too."""
    status = verdict.status if report.documents or report.failures else "unreadable"
    sign = tag("span", {"class": "sign", "aria-hidden": "true"}, SIGNS[status])
    counts = _counts(report.findings)
    told = [(group, name) for group, name in GROUPS.items() if counts[group] or group != "waived"]
    chips = [tag("li", {"class": group}, f"{name} ", tag("b", {}, str(counts[group]))) for group, name in told]
    if report.failures:
        chips.append(tag("li", {"class": "error"}, "没能检查 ", tag("b", {}, str(len(report.failures)))))
    chips.append(tag("li", {"class": "plain"}, "报告 ", tag("b", {}, str(len(report.documents))), " 份"))
    notes = [tag("p", {"class": "quiet"}, note) for note in report.notes]
    heading = tag("h1", {}, sign, tag("span", {}, verdict.text))
    return tag("header", {"class": f"verdict {status}"}, heading, tag("ul", {"class": "chips"}, *chips), *notes)


def _counts(findings: Sequence[Finding]) -> Counter[str]:
    return Counter("waived" if finding.waived else finding.severity for finding in findings)


def _failures(parts: Sequence[CheckedFile]) -> Html:
    """What could not be checked, before everything else: silence about it would be taken for a pass."""
    entries = [
        tag("li", {}, tag("b", {}, part.path), f"：{failure.reason}") for part in parts for failure in part.failures
    ]
    if not entries:
        return NOTHING
    head = tag("h2", {}, f"没能检查 {len(entries)} 项，不能当作通过")
    return tag("section", {"class": "failures", "id": "failures"}, head, tag("ul", {}, *entries))


def _filters(report: Report) -> Html:
    """Hidden until the script shows them: without it they could do nothing."""
    if not report.findings:
        return NOTHING
    counts = _counts(report.findings)
    boxes = [
        tag("label", {}, tag("input", {"type": "checkbox", "value": group, "checked": ""}), f"{name} {counts[group]}")
        for group, name in GROUPS.items()
        if counts[group]
    ]
    used = Counter(finding.rule for finding in report.findings)
    titles = {rule.id: rule.title for rule in report.rules}
    options = [
        tag("option", {"value": rule}, f"{titles.get(rule, rule)}（{used[rule]}）")
        for rule in sorted(used, key=lambda rule: (titles.get(rule, rule), rule))
    ]
    select = tag("select", {"id": "rule"}, tag("option", {"value": ""}, "全部规则"), *options)
    chosen = tag("label", {"class": "choose"}, "规则 ", select)
    shown = tag("p", {"id": "shown", "role": "status", "aria-live": "polite"})
    fields = tag("fieldset", {}, tag("legend", {}, "只看"), *boxes)
    return tag("form", {"id": "filter", "hidden": "", "aria-label": "筛选"}, fields, chosen, shown)
