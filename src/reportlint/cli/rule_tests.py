"""What ``reportlint rules test`` says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.examples import UNTESTABLE, run_examples
from reportlint.finding import Report
from reportlint.rulepacks import load_pack
from reportlint.textwidth import printable


def rule_test_lines(name: str | None, drafts: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether it tells of a failure: examples that misbehave, rules that never spoke."""
    pack = load_pack(name)
    run, failed = 0, 0
    spoke: set[str] = set()
    for result in run_examples(pack):
        run += 1
        if result.findings:
            spoke.add(result.rule)
        if not result.passed:
            failed += 1
            text = printable(result.text)
            if result.good:
                said = "；".join(f"{f.line}:{f.column} {f.message}" for f in result.findings)
                yield f"不应报却报了  {result.rule}：{text} → {printable(said)}", True
            else:
                yield f"应当报却没报  {result.rule}：{text}", True
    if drafts:
        report = _on_drafts(name, drafts)
        spoke |= {finding.rule for finding in report.findings}
        yield from ((f"没能检查  {failure.path}：{failure.reason}", True) for failure in report.failures)
    silent = [rule for rule in pack.rules if rule.id not in spoke]
    for rule in silent:
        note = "（看 Word 格式的规则，例文里看不出来）" if rule.kind in UNTESTABLE else ""
        yield f"从没报过  {rule.id}{note}", False
    yield f"共 {len(pack.rules)} 条规则，{run} 个例文，{failed} 个不符；从没报过的规则 {len(silent)} 条", False


def _on_drafts(name: str | None, drafts: Sequence[str]) -> Report:
    from reportlint.cli.run import run
    from reportlint.cli.select import Wishes
    from reportlint.config import Config

    return run(drafts, Config(), Wishes(name))
