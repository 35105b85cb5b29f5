"""What the tool says of a passage, in the form that the tables of the arithmetic tests are written in."""

from __future__ import annotations

ARITHMETIC = {
    "rate-mismatch", "sum-mismatch", "comparison-mismatch", "rate-over-100", "table-sum-mismatch", "table-rate-mismatch",
    "unit-misuse", "figure-without-unit", "percent-for-points", "impossible-figure",
}  # fmt: skip
"""The rules about figures that the tables of arithmetic tests ask for together."""


def said_by(rules, lint, text):
    """The findings of some rules: name, line, column, the words at the place, the message."""
    report = lint(text)
    assert not report.failures
    lines = text.split("\n")
    return [
        (rule, f.line, f.column, lines[f.line - 1][f.column - 1 : f.end_column - 1], f.message)
        for f in report.findings
        if (rule := f.rule.partition("/")[2]) in rules
    ]
