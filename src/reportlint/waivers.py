"""Waivers and baselines: findings somebody answers for, and findings that were there before. Both stay visible.

Expired waivers no longer hold and are findings themselves; so are waivers that nothing needed, wherever the files they
speak of were checked with the rules they speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportlint.config import Config
from reportlint.finding import Answer, Finding, Report
from reportlint.record import replace
from reportlint.waiver import Waiver

EXPIRED, UNUSED = "reportlint/expired-waiver", "reportlint/unused-waiver"


def waived(report: Report, config: Config, today: date) -> Report:
    """The report with its waivers applied: matched findings marked, expired and unused waivers added as findings."""
    used: set[Waiver] = set()
    inline = report.inline_waivers
    findings = [_apply(finding, report, config, today, inline, used) for finding in report.findings]
    paths = {document.path for document in report.documents}
    stated = dict.fromkeys(waiver for _, _, waiver in inline)
    applying = [w for w in config.waivers if any(config.matches(w.files, path) for path in paths)]
    run = [w for w in (*applying, *stated) if any(rule.named(w.rule) for rule in report.rules)]
    findings += _about_waivers(run, today, used)
    answers = tuple(_answer(answer, config, today, used, report) for answer in report.answers)
    return replace(report, findings=tuple(findings), answers=answers)


def _apply(
    finding: Finding, report: Report, config: Config, today: date, inline: Sequence[tuple[str, int, Waiver]],
    used: set[Waiver],
) -> Finding:  # fmt: skip
    for waiver in config.waivers:
        if _meant(waiver.rule, finding.rule, report) and config.matches(waiver.files, finding.path):
            if waiver.words and waiver.words not in finding.excerpt:
                continue
            used.add(waiver)
            if waiver.until >= today.isoformat():
                return finding._replace(waived=waiver.shown)
    for path, line, waiver in inline:
        if path == finding.path and line == finding.line and _meant(waiver.rule, finding.rule, report):
            used.add(waiver)
            if waiver.until >= today.isoformat():
                return finding._replace(waived=waiver.shown)
    return finding


def _meant(name: str, rule_id: str, report: Report) -> bool:
    rule = next((rule for rule in report.rules if rule.id == rule_id), None)
    return rule.named(name) if rule is not None else name in (rule_id, rule_id.partition("/")[2])


def _answer(answer: Answer, config: Config, today: date, used: set[Waiver], report: Report) -> Answer:
    """A demand that is waived is told as such in the requirement table."""
    if answer.status not in ("missing", "unfilled", "vague"):
        return answer
    for waiver in config.waivers:
        if waiver.words or waiver.until < today.isoformat():
            continue
        if _meant(waiver.rule, answer.rule, report) and config.matches(waiver.files, answer.path):
            used.add(waiver)
            return answer._replace(status="waived", quote=waiver.shown)
    return answer


def _about_waivers(waivers: Iterable[Waiver], today: date, used: set[Waiver]) -> Iterator[Finding]:
    for waiver in waivers:
        if waiver.until < today.isoformat() and waiver in used:
            message = f"对 {waiver.rule} 的豁免已于{waiver.until}到期，不再有效；请处理问题，或经同意后延长"
            yield _finding(waiver, EXPIRED, "warning", message)
        elif waiver not in used:
            message = f"对 {waiver.rule} 的豁免没有用上（问题已不存在，或规则、文件写得不对）；请删去或改正"
            yield _finding(waiver, UNUSED, "info", message)


def _finding(waiver: Waiver, rule: str, severity: str, message: str) -> Finding:
    line = max(waiver.line, 1)
    return Finding(waiver.source, line, 1, line, 2, rule, severity, "certain", message, words=waiver.rule)
