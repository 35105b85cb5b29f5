"""``residue-lines``: lines that a web page put there (浏览量：61, 发布时间：…), as the pack lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.residue import page_labels

_PAGE_NUMBER = lazy(r"[-—–―·~\s]*(?:第\s*)?\d{0,4}(?:\s*页)?(?:[\s，,/|共]*\d{1,4}\s*页?)?[-—–―·~\s]*")
_SHOWN = 20  # code points shown of a line
_MANY = 5  # lines one below the other that are told as one
_REPEATED = 3  # times that the same line stands in the text, told as one


@record
class ResidueLinesCheck:
    """The lines that the pack's ``residue`` patterns recognise."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the draft knows its residue."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a line; one for many lines on end, and one for a line that stands in the text again and again."""
        runs = _runs(draft, scope)
        counted = Counter(_words(draft, run[0]) for run in runs if len(run) == 1)
        told: set[str] = set()
        for run in runs:
            words = _words(draft, run[0])
            if words in told:
                continue
            what, repeated = "是网页上带来的文字，不属于报告，请删去", len(run) == 1 and counted[words] >= _REPEATED
            if repeated:
                told.add(words)
                yield Problem(run[0], f"“{_shown(words)}”{what}（共 {counted[words]} 处）")
            elif len(run) >= _MANY:
                last = _shown(_words(draft, run[-1]))
                yield Problem(Span(run[0].start, run[-1].end), f"从“{_shown(words)}”到“{last}”的 {len(run)} 行{what}")
            else:
                yield from (Problem(span, f"“{_shown(_words(draft, span))}”{what}") for span in run)
        labels = page_labels(draft.document, draft.residue)
        if labels and any(span.start <= labels[0].start < span.end for span in scope):
            words = "”“".join(draft.text[label.start : label.end] for label in labels[:3])
            more = "等" if len(labels) > 3 else ""
            message = (
                f"“{words}”{more}是文库网页给每一页编的号（共 {len(labels)} 处），不属于报告，请删去并把断开的句子接上"
            )
            yield Problem(labels[0], message)


def _runs(draft: Draft, scope: Sequence[Span]) -> list[list[Span]]:
    """The lines, those together that have nothing but empty lines between them."""
    runs: list[list[Span]] = []
    adjoining = False
    for index, block in enumerate(draft.document.blocks):
        line = draft.text[block.start : block.end]
        if not line.strip():
            continue
        span = Span(block.start + len(line) - len(line.lstrip()), block.start + len(line.rstrip()))
        told = index in draft.residue and any(part.start <= span.start < part.end for part in scope)
        if "reportlint" in line or (block.story and _PAGE_NUMBER.fullmatch(line)):
            told = False  # a line that states a waiver is ours, and — 1 — in a footer is where it belongs
        if told and adjoining and not block.story:
            runs[-1].append(span)
        elif told:
            runs.append([span])
        adjoining = told and not block.story
    return runs


def _words(draft: Draft, span: Span) -> str:
    return draft.text[span.start : span.end]


def _shown(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
