"""The baseline: findings accepted as they are for now. Only what is not in it fails; what vanished is told.

Entries are keyed by path, rule and fingerprint, never by line number, so that edits elsewhere do not bring them back;
each carries the day it was accepted, lest a baseline become an amnesty nobody remembers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date

from reportlint.config import relative
from reportlint.errors import ConfigError
from reportlint.finding import IN_BASELINE, Finding, Report
from reportlint.named import NamedTuple
from reportlint.record import replace


class Entry(NamedTuple):
    """One accepted finding; the message is there for the person who reads the file."""

    path: str
    rule: str
    fingerprint: str
    since: str
    message: str


_BEGINNING = b'{\n  "version": 1,'
"""What a baseline that :func:`render_baseline` wrote begins with."""


def read_baseline(path: str) -> dict[tuple[str, str], Entry]:
    """The entries of a baseline file by path and fingerprint; raises ConfigError for a broken one."""
    try:
        with open(path, encoding="utf-8") as stream:
            data = json.load(stream)
        entries = [Entry(*(str(item[key]) for key in Entry._fields)) for item in data["entries"]]
    except FileNotFoundError as error:
        raise ConfigError(path, 0, 0, "找不到基线文件；第一次用请加 --update-baseline 生成") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(path, 0, 0, "基线文件已损坏或不是基线；请用 --update-baseline 重新生成") from error
    return {(entry.path, entry.fingerprint): entry for entry in entries}


def _key(finding: Finding, folder: str) -> tuple[str, str]:
    """Path and fingerprint as seen from the baseline's folder, wherever and however the file was named this time."""
    path = relative(finding.path, folder)
    return path, finding._replace(path=path).fingerprint


def _examined(known: dict[tuple[str, str], Entry], report: Report, folder: str) -> set[tuple[str, str]]:
    """The entries that this run would have found again: their files were checked, and their rules were run."""
    paths = {relative(document.path, folder) for document in report.documents}
    rules = {rule.id for rule in report.rules}
    return {
        key
        for key, entry in known.items()
        if entry.path in paths and (entry.rule in rules or entry.rule.startswith("reportlint/"))
    }


def against_baseline(report: Report, path: str) -> Report:
    """The report with accepted findings marked, and a note of how many accepted ones are gone."""
    folder = os.path.dirname(path)
    known = read_baseline(path)
    seen: set[tuple[str, str]] = set()
    findings = []
    for finding in report.findings:
        key = _key(finding, folder)
        entry = known.get(key)
        if entry is not None:
            seen.add(key)
            finding = finding._replace(waived=finding.waived or f"{IN_BASELINE}，{entry.since}")
        findings.append(finding)
    gone = _examined(known, report, folder) - seen
    notes = report.notes
    if gone:
        notes = (*notes, f"基线里有 {len(gone)} 处已经改好或不再出现，可用 --update-baseline 清理。")
    return replace(report, findings=tuple(findings), notes=notes)


def render_baseline(report: Report, path: str, today: date) -> str:
    """A new baseline: what is found now, with the old day where it was known; entries of what was not looked at are kept."""
    folder = os.path.dirname(path)
    try:
        known = read_baseline(path)
    except ConfigError:
        _refuse_other_files(path)
        known = {}
    examined = _examined(known, report, folder)
    kept = [entry for key, entry in known.items() if key not in examined]
    entries = sorted([*kept, *_entries(report.findings, folder, known, today)])
    content = {"version": 1, "entries": [entry._asdict() for entry in entries]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _refuse_other_files(path: str) -> None:
    """Raise ConfigError for a file that is not empty and does not begin as a baseline does: it may be somebody's draft."""
    try:
        with open(path, "rb") as stream:
            beginning = stream.read(len(_BEGINNING))
    except OSError:
        return  # nothing there yet; what cannot be written is told when it is written
    if beginning and beginning != _BEGINNING:
        raise ConfigError(path, 0, 0, "这个文件不是 reportlint 写的基线，没有改动它；请换一个文件名，或先把它移走")


def _entries(
    findings: Iterable[Finding], folder: str, known: dict[tuple[str, str], Entry], today: date
) -> Iterable[Entry]:
    for finding in findings:
        if finding.waived and not finding.in_baseline:
            continue
        key = _key(finding, folder)
        since = known[key].since if key in known else today.isoformat()
        yield Entry(key[0], finding.rule, key[1], since, finding.message)
