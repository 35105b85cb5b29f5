"""A rule's examples are its tests: the good ones must pass it in silence, the bad ones must make it speak."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Block, Document
from reportlint.engine import Plan, check_document
from reportlint.finding import Finding
from reportlint.folding import fold
from reportlint.named import NamedTuple
from reportlint.record import replace
from reportlint.rule import RulePack

UNTESTABLE = frozenset(("word-marks", "file-notices", "empty-cells"))
"""Kinds that look at a Word file's formatting, which no example text can show; their tests are Word files."""


class ExampleResult(NamedTuple):
    """One example run: the rule's id, good or bad, its text, whether it did as it should, and what the rule said."""

    rule: str
    good: bool
    text: str
    passed: bool
    findings: tuple[Finding, ...]


def run_examples(pack: RulePack) -> Iterator[ExampleResult]:
    """Every example of every rule of the pack, each under its own rule alone."""
    for rule in pack.rules:
        alone = Plan(replace(pack, rules=(rule,)), answers=False)
        for good, texts in ((True, rule.examples.good), (False, rule.examples.bad)):
            for text in texts:
                report = check_document(as_document(text), alone)
                quiet = not report.findings and not report.failures
                yield ExampleResult(rule.id, good, text, quiet if good else bool(report.findings), report.findings)


def as_document(text: str, path: str = "例文") -> Document:
    """A text as the text reader would give it."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    return fold(Document(path, text, tuple(blocks)))
