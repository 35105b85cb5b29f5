"""What a run gives: findings, answers, failures, and the verdict, all resolved; the only thing a reporter gets."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from reportlint.named import NamedTuple
from reportlint.record import record
from reportlint.rule import Rule, Severity
from reportlint.waiver import Waiver


class Replacement(NamedTuple):
    """A safe fix, resolved: offsets are code points of the file's canonical text, 0-based, half-open."""

    start: int
    end: int
    text: str


IN_BASELINE = "基线"
"""What ``waived`` begins with for a finding that the baseline holds; a waiver begins with its reason."""


class Finding(NamedTuple):
    """One finding, everything resolved.

    Lines and columns count from 1, in the canonical text of the file (``reportlint text``); ``end_column`` is
    exclusive. ``where`` is the section path and what a person can find in Word; ``excerpt`` is the source line and
    ``excerpt_start``/``excerpt_end`` the place within it (code points, 0-based). ``offset`` is the start in the file's
    canonical text. ``words`` are those found and those around, without spaces; ``alike`` tells which it is of several
    findings in one file with the same.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: str
    certainty: str
    message: str
    where: str = ""
    excerpt: str = ""
    excerpt_start: int = 0
    excerpt_end: int = 0
    document: int = 0
    words: str = ""
    alike: int = 1
    waived: str = ""
    fix: Replacement | None = None

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that stay when other parts of the file are edited: they know no line number."""
        from hashlib import blake2b  # takes OpenSSL along, which outputs for people have no use for

        key = "\x1f".join((self.path, self.rule, self.words, str(self.alike)))
        return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def in_baseline(self) -> bool:
        """Whether it is an old finding, accepted in the baseline, and not one for which somebody answers."""
        return self.waived.startswith(IN_BASELINE)

    @property
    def level(self) -> Severity:
        """The severity as such."""
        return Severity(self.severity)


class Answer(NamedTuple):
    """How one requirement of one document is answered; ``line`` is 0 where there is no place to show."""

    path: str
    document: int
    rule: str
    item: str
    section: str
    title: str
    basis: str
    status: str
    line: int
    quote: str


_GENERAL = "official-report"
"""The pack for reports that are not recognised as 法治政府建设 reports."""


class DocumentInfo(NamedTuple):
    """What was recognised of one document; ``report_class`` and ``year`` may be unknown (empty, 0)."""

    path: str
    line: int
    end_line: int
    title: str
    year: int
    body: str
    report_class: str
    pack: str


class Failure(NamedTuple):
    """Something that could not be done: a file not read, a check that broke. Never a pass."""

    path: str
    reason: str


class FileText(NamedTuple):
    """The canonical text of one checked file, for outputs that show the draft itself."""

    path: str
    text: str


class Verdict(NamedTuple):
    """The one verdict of a run, computed once for all outputs.

    ``status``: pass, confirm (only warnings), fail, or unreadable (something could not be checked).
    """

    status: str
    errors: int
    warnings: int
    infos: int
    text: str


@record
class Report:
    """All that a reporter gets. Findings are sorted by path, place and rule."""

    findings: tuple[Finding, ...] = ()
    answers: tuple[Answer, ...] = ()
    failures: tuple[Failure, ...] = ()
    documents: tuple[DocumentInfo, ...] = ()
    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()
    texts: tuple[FileText, ...] = ()
    inline_waivers: tuple[tuple[str, int, Waiver], ...] = ()
    """Waivers stated in the drafts themselves: path, the line they hold for, and what they say."""

    def count(self, severity: str) -> int:
        """How many findings of a severity count (waived ones do not)."""
        return sum(1 for finding in self.findings if finding.severity == severity and not finding.waived)

    @cached_property
    def verdict(self) -> Verdict:
        """Whether it can be submitted, in plain words."""
        errors, warnings, infos = (self.count(name) for name in ("error", "warning", "info"))
        status = "unreadable" if self.failures else "fail" if errors else "confirm" if warnings else "pass"
        return Verdict(status, errors, warnings, infos, self._sentence(errors, warnings, infos))

    def _sentence(self, errors: int, warnings: int, infos: int) -> str:
        parts: list[str] = []
        if errors:
            parts.append(f"不能报送：必须改 {errors} 处{self._breakdown(errors)}")
        if warnings:
            parts.append(f"请核对 {warnings} 处" if errors else f"没有必须改的；请核对 {warnings} 处后再报送")
        if infos and not errors:
            parts.append(f"另有提示 {infos} 处")
        if self.failures:
            head = f"有 {len(self.failures)} 项没能检查，不能当作通过"
            parts = [head, *parts] if not errors else [*parts, head]
        if not self.documents and not self.failures:
            return "没有检查任何文件。"
        if not parts or (not errors and not warnings and not self.failures):
            told = "可以报送：没有发现必须改或需要核对的地方" + (f"；{parts[0]}。" if parts else "。")
            return told if not self._other_kinds else f"没有发现文字上的问题。{self._other_kinds}"
        return "，".join(parts) + f"。{self._other_kinds}"

    @cached_property
    def _other_kinds(self) -> str:
        """What to say where documents were not recognised and got the general rules only; empty if there are none."""
        packs = {rule.id.partition("/")[0] for rule in self.rules}
        others = sum(1 for document in self.documents if document.pack == _GENERAL) if packs - {_GENERAL} else 0
        if not others:
            return ""
        which = f"其中 {others} 份" if len(self.documents) > others else "这"
        return f"{which}不像法治政府建设报告，没有检查法定内容；确实是的，请加 --rules law-based-government 再查。"

    def _breakdown(self, errors: int) -> str:
        kinds = {rule.id: rule.kind for rule in self.rules}
        counted = Counter(
            kinds.get(finding.rule, "")
            for finding in self.findings
            if finding.severity == "error" and not finding.waived
        )
        missing = counted["section-required"]
        unfilled = counted["placeholder"] + counted["blank-figure"]
        named = [f"缺 {missing} 个法定部分" if missing else "", f"{unfilled} 处未填写" if unfilled else ""]
        named = [text for text in named if text]
        rest = errors - missing - unfilled
        if named and rest:
            named.append(f"其他 {rest} 处")
        return f"（{'，'.join(named)}）" if named else ""
