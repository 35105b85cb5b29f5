"""Recall, precision and exact-place rate per kind of planted defect; ``python -m tests.benchmarks.accuracy.measure``."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.rulepacks import load_pack

from . import slips
from .generator import Planted, clean_texts, planted

SEED = 20251101


@dataclass
class Score:
    """The tally of one kind: planted, found, found at its place, false alarms, and the same for held-back wordings."""

    planted: int = 0
    found: int = 0
    exact: int = 0
    false: int = 0
    held_back: int = 0
    held_back_found: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found + self.false else 1.0


def measure() -> dict[str, Score]:
    """Every kind's score over all clean drafts; the same seed gives the same drafts."""
    pack = load_pack()
    plan = Plan(pack, pack.general, answers=False)
    chance = random.Random(SEED)
    scores: dict[str, Score] = defaultdict(Score)
    for text in clean_texts():
        before = {(f.rule, f.message) for f in check_document(as_document(text), plan).findings}
        for case in planted(text, pack, chance):
            _count(scores[case.kind], case, plan, before)
    return dict(scores)


def _count(score: Score, case: Planted, plan: Plan, before: set[tuple[str, str]]) -> None:
    document = as_document(case.text)
    start, end = document.position(case.start), document.position(case.start + case.length)
    found = exact = False
    for finding in check_document(document, plan).findings:
        name = finding.rule.partition("/")[2]
        near = start.line <= finding.line <= end.line and finding.column <= end.column + (
            200 if end.line > start.line else 0
        )
        if name in case.rules and near:
            found = True
            exact = exact or (
                finding.line == start.line and start.column - 1 <= finding.column <= start.column + case.length
            )
        elif name in ("numbering", "lead-numbering") and case.kind.startswith("missing"):
            continue  # a chapter or a 一是 taken out leaves a gap in the numbers: that is true
        elif name.endswith("-section") and case.kind == "section without figures":
            continue  # what the body said of other topics went with it
        elif (
            finding.severity != "info"
            and (finding.rule, finding.message) not in before
            and name not in case.rules
            and not near
        ):
            score.false += 1
            score.alarms.append(f"{finding.rule}: {finding.message}")
    score.planted += 1
    score.found += found
    score.exact += exact
    if case.held_back:
        score.held_back += 1
        score.held_back_found += found
    if not found:
        score.missed.append(case.text[max(0, case.start - 10) : case.start + case.length + 10].replace("\n", "⏎"))


def table(scores: dict[str, Score]) -> str:
    """The scores as a Markdown table."""
    lines = [
        "| 缺陷 | 处数 | 查全率 | 其中未见过的写法 | 查准率 | 位置准确率 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind, score in scores.items():
        held = f"{score.held_back_found / score.held_back:.1%}" if score.held_back else "—"
        lines.append(
            f"| {kind} | {score.planted} | {score.recall:.1%} | {held} | {score.precision:.1%} | {score.exact / score.planted:.1%} |"
        )
    return "\n".join(lines) + "\n"


def slips_table() -> str:
    """How many of the slips that drafters wrote down are named at their place, and how many look-alikes are."""
    pack = load_pack()
    plan = Plan(pack, pack.general, answers=False)
    seen, unseen = (slips.named(which, plan, random.Random(SEED)) for which in ("seen", "unseen"))
    wrongly = len({words for words, _ in slips.alarms(plan, random.Random(SEED))})
    lines = [SLIPS, "| 缺陷 | 看过的 | 没看过的 |", "| --- | --- | --- |"]
    for kind in (*seen, *(kind for kind in unseen if kind not in seen)):
        lines.append(f"| {kind} | {_share(seen.get(kind))} | {_share(unseen.get(kind))} |")
    lines.append(f"| 合计 | {_share(_together(seen))} | {_share(_together(unseen))} |")
    count = len((slips.FOLDER / "look-alikes.txt").read_text(encoding="utf-8").splitlines())
    lines.append(f"\n只是看着像的 {count} 句里，误报 {wrongly} 句。")
    return "\n".join(lines) + "\n"


def _share(tally: slips.Tally | None) -> str:
    return f"{tally.named}/{tally.planted}" if tally else "—"


def _together(tallies: dict[str, slips.Tally]) -> slips.Tally:
    return slips.Tally(sum(t.planted for t in tallies.values()), sum(t.named for t in tallies.values()))


SLIPS = """
## 起草人写下的毛病

请没有看过规则的人按起草时真会出的毛病各写若干句，逐句埋进干净的报告，看在不在原处报出来。“看过的”写规则的人后来读过，
“没看过的”生成本表时还没有读过；读过以后应当另请人再写一份。
"""
TABLE = Path(__file__).parent / "README.md"
HEAD = """# 准确性

由 `python -m tests.benchmarks.accuracy.measure` 生成：在完整、干净的报告里每次埋一处缺陷（位置随机、种子固定），看报不报、
报得准不准、别处误不误报。“未见过的写法”是写规则时没有用过的一半写法。

"""


if __name__ == "__main__":
    results = measure()
    print(table(results))
    TABLE.write_text(HEAD + table(results) + slips_table(), encoding="utf-8")
    for kind, score in results.items():
        for example in sorted(set(score.missed))[:6]:
            print(f"  漏 {kind}: {example}")
        for alarm in sorted(set(score.alarms))[:6]:
            print(f"  误 {kind}: {alarm}")
