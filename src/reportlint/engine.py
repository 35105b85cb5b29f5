"""Documents times rules gives findings: scope, stamp, place, contain, sort."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Document
from reportlint.draft import Draft, Settings
from reportlint.errors import ReadError
from reportlint.finding import Answer, DocumentInfo, Failure, FileText, Finding, Report
from reportlint.lazyre import cached
from reportlint.limits import DEFAULT_LIMITS, Limits
from reportlint.patterns import any_occurs
from reportlint.placing import answer_at, document_info, finding_at, stamped
from reportlint.powers import holds
from reportlint.record import record, replace
from reportlint.reportclass import CLASS_NAMES
from reportlint.reports import split_reports
from reportlint.rule import Rule, RulePack
from reportlint.scope import resolve
from reportlint.waiver import Waiver, inline_waiver
from reportlint.yielding import Seen, without_yielding


@record
class Plan:
    """What to run: the pack for law reports, the rules chosen, and what the user says of the reports.

    ``general`` is the pack for documents that are no reports of this kind; ``None`` runs ``pack`` on everything.
    """

    pack: RulePack
    general: RulePack | None = None
    settings: Settings = Settings()
    answers: bool = True
    """Whether the answers are wanted; a thousand files' answers are not kept for outputs that do not show them."""
    texts: bool = False
    """Whether the drafts' own text is wanted, for outputs that show it."""
    limits: Limits = DEFAULT_LIMITS
    """How much of a file is read before it is refused."""


def check(paths: Iterable[str], pack: RulePack | None = None, settings: Settings = Settings()) -> Report:
    """Read and check files, one after another; unreadable ones become failures and the others go on.

    Without a pack the built-in packs are used: reports that are not recognised as 法治政府建设 reports get the general
    rules only.
    """
    from reportlint.readers import read
    from reportlint.rulepacks import load_pack

    chosen = pack or load_pack()
    plan = Plan(chosen, None if pack else chosen.general, settings)
    parts: list[Report] = []
    for path in paths:
        try:
            parts.append(check_document(read(path), plan))
        except ReadError as error:
            parts.append(Report(failures=(Failure(error.path, error.reason),)))
    return merge(parts, plan.pack.rules)


def merge(parts: Iterable[Report], rules: tuple[Rule, ...]) -> Report:
    """One report of many, sorted: the same input gives the same report whatever the order of work was."""
    findings: list[Finding] = []
    answers: list[Answer] = []
    failures: list[Failure] = []
    documents: list[DocumentInfo] = []
    texts: list[FileText] = []
    inline: list[tuple[str, int, Waiver]] = []
    for part in parts:
        shift = len(documents) if part.documents else 0
        findings += [f._replace(document=f.document + shift) for f in part.findings] if shift else part.findings
        answers += [a._replace(document=a.document + shift) for a in part.answers] if shift else part.answers
        failures += part.failures
        documents += part.documents
        texts += part.texts
        inline += part.inline_waivers
    return Report(
        tuple(findings), tuple(answers), tuple(failures), tuple(documents), rules, (), tuple(texts), tuple(inline)
    )  # fmt: skip


def check_document(document: Document, plan: Plan) -> Report:
    """Check one file's text: every report in it by itself."""
    report = _checked(document, plan)
    broken = tuple(Failure(document.path, notice.message) for notice in document.notices if notice.kind == "damaged")
    if broken:
        report = replace(report, failures=(*report.failures, *broken))
    if plan.texts:
        report = replace(report, texts=(FileText(document.path, document.source),))
    if "reportlint" in document.text or document.notices:
        report = replace(report, inline_waivers=tuple(_inline_waivers(document)))
    return report


def _checked(document: Document, plan: Plan) -> Report:
    drafts = [_drafted(one, plan) for one in split_reports(document)]
    if len(drafts) == 1:
        return _check_draft(drafts[0], drafts[0].pack.rules, plan)
    parts = [_check_draft(draft, _rules(draft.pack, whole_file=False), plan) for draft in drafts]
    together = Draft(document, drafts[0].pack, plan.settings, plan.answers, tuple(drafts))
    whole = _check_draft(together, _rules(together.pack, whole_file=True), plan)
    parts.append(replace(whole, documents=()))
    merged = merge(parts, plan.pack.rules)
    # stamped anew as one file: two reports in it may hold the same words, and no two findings share a fingerprint
    return replace(merged, findings=tuple(stamped(sorted(merged.findings, key=_order))))


def _inline_waivers(document: Document) -> Iterator[tuple[str, int, Waiver]]:
    """A waiver line holds for itself and for the next line with text, a waiver in a Word comment for its line."""
    for notice in document.notices:
        waiver = inline_waiver(notice.message) if notice.kind == "waiver" else None
        if waiver is not None:
            place = document.position(document.in_source(notice.start)).line
            yield document.path, place, waiver._replace(source=document.path, line=place)
    lines = document.source.split("\n")
    for number, line in enumerate(lines):
        waiver = inline_waiver(line) if "reportlint" in line else None
        if waiver is not None:
            following = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), number)
            for at in {number, following}:
                stated = waiver._replace(source=document.path, line=document.first_line + number)
                yield document.path, document.first_line + at, stated


def _drafted(document: Document, plan: Plan) -> Draft:
    draft = Draft(document, plan.pack, plan.settings, plan.answers)
    if plan.general is not None and not recognised(draft):
        return Draft(document, plan.general, plan.settings, plan.answers)
    return draft


def _rules(pack: RulePack, whole_file: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in pack.rules if ("file" in rule.scope) == whole_file)


def recognised(draft: Draft) -> bool:
    """Whether the text is a report of the pack's kind, by its title, opening and first headings; when in doubt yes.

    A title that names another kind and not this one decides: a report on 普法 speaks of 法治社会 as much as this one does.
    """
    if not draft.pack.recognise:
        return True
    title = draft.identity.title
    genre = cached("《[^》]*》").sub("", title)
    if any_occurs(draft.pack.other_genres, genre) and not any_occurs(draft.pack.genres, genre):
        return False
    if any_occurs(draft.pack.other_titles, title):
        return any_occurs(draft.pack.own_titles, title)
    opening = draft.identity.opening
    head = draft.text[: opening.end if opening else 600] + "\n".join(h.title for h in draft.outline.own_line[:40])
    return any_occurs(draft.pack.recognise, head)


def _check_draft(draft: Draft, rules: tuple[Rule, ...], plan: Plan) -> Report:
    said: list[Seen] = []
    answers: list[Answer] = []
    failures: list[Failure] = []
    occurring = draft.occurring
    for rule in rules:
        needs = rule.needs
        if needs and needs.isdisjoint(occurring):
            continue
        reason = "" if rule.everywhere else not_applicable(rule, draft)
        if reason:
            answers += _left_out(draft, rule, reason) if plan.answers else ()
            continue
        try:
            for seen in _run(rule, draft):
                if isinstance(seen, Problem):
                    said.append(Seen(rule, seen.span, finding_at(draft, rule, seen)))
                elif plan.answers:
                    answers.append(answer_at(draft, rule, seen))
        except Exception as error:  # a check that breaks must not hide the other checks, nor pass for silence
            reason = (
                f"规则 {rule.id} 没能检查这份文件（{type(error).__name__}），其余规则照常；请把文件和这句话反馈给开发者"
            )
            failures.append(Failure(draft.document.path, reason))
    findings = set(without_yielding(said))
    return Report(
        tuple(stamped(sorted(findings, key=_order))), tuple(answers), tuple(failures), (document_info(draft),), rules
    )  # fmt: skip


def _order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.line, finding.column, finding.rule, finding.message


def not_applicable(rule: Rule, draft: Draft) -> str:
    """Why a rule does not speak of this report, in Chinese; empty if it does. What is not known counts as fitting."""
    wanted = rule.applies_to
    if wanted.classes and draft.report_class and draft.report_class not in wanted.classes:
        return f"只适用于{'、'.join(CLASS_NAMES[name] for name in wanted.classes)}的报告"
    year = draft.year
    if year and wanted.first_year and year < wanted.first_year:
        return f"{wanted.first_year}年度起才要求"
    if year and wanted.last_year and year > wanted.last_year:
        return f"只要求到{wanted.last_year}年度"
    if wanted.powers and not any(holds(draft, power) for power in wanted.powers):
        return f"只适用于具有{'、'.join(wanted.powers)}职权的单位"
    return ""


def _run(rule: Rule, draft: Draft) -> Iterator[Problem | Evidence]:
    """The check's own words; without a place to look only its evidence counts."""
    scope = resolve(draft, rule.scope, rule.outside)
    for seen in rule.check.run(draft, scope):
        if isinstance(seen, Problem) and (not scope or _beside_the_point(draft, rule, seen)):
            continue
        yield seen


def _beside_the_point(draft: Draft, rule: Rule, problem: Problem) -> bool:
    """Whether it stands on a line that is to be deleted as a whole, which is one finding already."""
    if not draft.residue or rule.kind == "residue-lines":
        return False
    block = bisect_right(draft.document.block_starts, problem.span.start) - 1
    return block in draft.residue


def _left_out(draft: Draft, rule: Rule, reason: str) -> Iterator[Answer]:
    """A requirement that does not apply is said, not hidden."""
    some = ("need", "some") in rule.options  # the figures themselves are asked for by the rule that needs each
    if rule.kind in ("section-required", "text-required", "figures-given") and not some:
        yield answer_at(draft, rule, Evidence("not-applicable", None, reason))
