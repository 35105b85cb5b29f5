"""``markdown``: a comment for a pull request: the verdict, a table of the files, and the findings folded away.

GitHub takes 65,536 characters; what does not fit is counted, and the gravest findings are those that are shown.
What the draft says stays text: every character that Markdown or HTML could take for markup becomes an entity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportlint.finding import Finding, Report
from reportlint.named import NamedTuple
from reportlint.reporters import Style
from reportlint.textwidth import cut, printable

_LIMIT = 60_000
_TABLE_SHARE = 20_000
_EXCERPT = 120  # cells
_ENTITIES = str.maketrans({char: f"&#{ord(char)};" for char in "&<>\"'`*_[]~|\\$"})
# what GitHub finds in the finished page cannot be escaped; a zero-width space keeps it from being found
_QUIET = {"#": "#\u200b", "@": "@\u200b", "://": ":\u200b//", "www.": "www\u200b."}


class Entry(NamedTuple):
    """One line of the list; ``rank`` 0 is the gravest."""

    rank: int
    path: str
    text: str


def render(report: Report, style: Style) -> str:
    """The verdict comes first; waived findings are listed last, as such."""
    files = _files(report)
    lines = [f"## {_text(report.verdict.text)}", "", *_table(files), ""]
    lines += [f"{_text(note)}\n" for note in report.notes]
    left = _LIMIT - sum(len(line) + 1 for line in lines)
    entries = sorted(_entries(report), key=lambda entry: entry.rank)
    kept: dict[str, list[str]] = {}
    for entry in entries:
        left -= len(entry.text) + 1 + (0 if entry.path in kept else len(_text(entry.path)) + 80)
        if left < 0:
            break
        kept.setdefault(entry.path, []).append(entry.text)
    for path in files:
        if path in kept:
            lines += ["<details>", f"<summary>{_text(path)}（{len(kept[path])} 处）</summary>", ""]
            lines += [*kept[path], "", "</details>", ""]
    missing = len(entries) - sum(map(len, kept.values()))
    if missing:
        lines += [f"内容太长，还有 {missing} 处没有列出；请看完整结果。", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _files(report: Report) -> dict[str, Counter[str]]:
    """What was found in each file, the gravest first."""
    files: dict[str, Counter[str]] = {}
    for path in (item.path for items in (report.documents, report.findings, report.failures) for item in items):
        files.setdefault(path, Counter())
    for finding in report.findings:
        files[finding.path]["waived" if finding.waived else finding.severity] += 1
    for failure in report.failures:
        files[failure.path]["failure"] += 1
    return dict(sorted(files.items(), key=lambda item: (-item[1]["failure"], -item[1]["error"], -item[1]["warning"])))


def _table(files: dict[str, Counter[str]]) -> Iterator[str]:
    """A row a file, as many as fit."""
    yield "| 文件 | 错误 | 警告 | 提示 | 已豁免 | 没能检查 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    left = _TABLE_SHARE
    for index, (path, found) in enumerate(files.items()):
        counts = " | ".join(str(found[kind]) for kind in ("error", "warning", "info", "waived", "failure"))
        row = f"| {_text(path)} | {counts} |"
        left -= len(row) + 1
        if left < 0:
            yield f"| 另有 {len(files) - index} 个文件没有列出 | | | | | |"
            return
        yield row


def _entries(report: Report) -> Iterator[Entry]:
    for failure in report.failures:
        yield Entry(0, failure.path, f"- **没能检查** {_text(failure.reason)}")
    for finding in report.findings:
        yield Entry(4 if finding.waived else 1 + finding.level.rank, finding.path, _line(finding))


def _line(finding: Finding) -> str:
    kind = finding.level.chinese + ("（疑似）" if finding.certainty == "suspected" else "")
    waived = f"（已豁免：{_text(finding.waived)}）" if finding.waived else ""
    place = f"第 {finding.line} 行" if finding.line else "全文"
    where = f"，{_text(finding.where)}" if finding.where else ""
    return f"- **{kind}** {place}{where}：{_text(finding.message)}{waived} <sub>{_text(finding.rule)}</sub>{_quoted(finding)}"


def _quoted(finding: Finding) -> str:
    if not finding.excerpt.strip():
        return ""
    line, start, end = cut(printable(finding.excerpt), finding.excerpt_start, finding.excerpt_end, _EXCERPT)
    marked = f"<b>{_text(line[start:end])}</b>" if line[start:end].strip() else ""
    return f"<br><code>{_text(line[:start].lstrip())}{marked}{_text(line[end:].rstrip())}</code>"


def _text(text: str) -> str:
    """Text that stays text, in Markdown and in HTML, and mentions nobody."""
    text = printable(text)
    for found, quiet in _QUIET.items():
        text = text.replace(found, quiet)
    return text.translate(_ENTITIES)
