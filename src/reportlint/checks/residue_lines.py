"""``residue-lines``: lines that a web page put there (浏览量：61, 发布时间：…), as the pack lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_PAGE_NUMBER = lazy(r"[-—–－―·~\s]*(?:第\s*)?\d{0,4}(?:\s*页)?(?:[\s，,/|共]*\d{1,4}\s*页?)?[-—–－―·~\s]*")


@record
class ResidueLinesCheck:
    """The lines that the pack's ``residue`` patterns recognise."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the draft knows its residue."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a line."""
        for index in sorted(draft.residue):
            block = draft.document.blocks[index]
            line = draft.text[block.start : block.end]
            start = block.start + len(line) - len(line.lstrip())
            if "reportlint" in line:
                continue  # a line that states a waiver is ours
            if block.story and _PAGE_NUMBER.fullmatch(line):
                continue  # — 1 — in a footer is where it belongs
            if any(span.start <= start < span.end for span in scope):
                shown = line.strip() if len(line.strip()) <= 20 else line.strip()[:19] + "…"
                yield Problem(
                    Span(start, block.start + len(line.rstrip())), f"“{shown}”是网页上带来的文字，不属于报告，请删去"
                )
