"""Every rule's good and bad examples run; every rule has both."""

from __future__ import annotations

import pytest

from reportlint.examples import UNTESTABLE, run_examples
from reportlint.rulepacks import load_pack

RESULTS = list(run_examples(load_pack()))


@pytest.mark.parametrize("result", RESULTS, ids=lambda r: f"{r.rule}-{'good' if r.good else 'bad'}-{r.text[:12]!r}")
def test_example(result):
    said = [f"{f.line}:{f.column} {f.message}" for f in result.findings]
    assert result.passed, f"{result.rule} 的{'正' if result.good else '反'}例：{result.text!r}，报出 {said}"


@pytest.mark.parametrize("rule", load_pack().rules, ids=lambda r: r.id)
def test_every_rule_has_examples_and_a_basis(rule):
    assert rule.why
    assert rule.basis.text
    assert rule.basis.certainty in "ABCD"
    if rule.kind not in UNTESTABLE:
        assert rule.examples.good, f"{rule.id} 没有正例"
        assert rule.examples.bad, f"{rule.id} 没有反例"
