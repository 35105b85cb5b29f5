"""The requirement table: one row a requirement that was asked of a report, missing ones first, with evidence for passes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.checktypes import STATUS_NAMES
from reportlint.finding import Answer, DocumentInfo, Report
from reportlint.named import NamedTuple

HEADER = ("要求", "依据", "状态", "位置", "原文")
ANSWERED = ("answered", "zero-declared")
_ORDER = {
    status: rank
    for rank, status in enumerate(
        ("missing", "unfilled", "vague", "not-checked", "answered", "zero-declared", "waived", "not-applicable")
    )
}


class Row(NamedTuple):
    """One requirement: what, on what basis, how it is answered, where (``第N行``) and in which words."""

    demand: str
    basis: str
    status: str
    place: str
    quote: str

    @property
    def status_name(self) -> str:
        """The status in Chinese."""
        return STATUS_NAMES[self.status]

    def cells(self) -> tuple[str, ...]:
        """The row as shown, in the order of the header."""
        return self.demand, self.basis, self.status_name, self.place, self.quote


class Coverage(NamedTuple):
    """The table of one document; ``answered`` of ``asked`` requirements are answered (those not applicable are not asked)."""

    document: DocumentInfo
    rows: tuple[Row, ...]
    answered: int
    asked: int

    @property
    def summary(self) -> str:
        """应答 23/27, in words."""
        return f"应答 {self.answered}/{self.asked}"


def coverage(report: Report) -> tuple[Coverage, ...]:
    """One table a document, in the order of the documents."""
    return tuple(
        _table(document, [answer for answer in report.answers if answer.document == index])
        for index, document in enumerate(report.documents)
    )


def _table(document: DocumentInfo, answers: Sequence[Answer]) -> Coverage:
    rows = [_row(answer) for answer in answers]
    ordered = sorted(enumerate(rows), key=lambda pair: (_ORDER[pair[1].status], pair[0]))
    asked = [row for row in rows if row.status not in ("not-applicable", "waived")]
    answered = sum(1 for row in asked if row.status in ANSWERED)
    return Coverage(document, tuple(row for _, row in ordered), answered, len(asked))


def _row(answer: Answer) -> Row:
    place = f"第{answer.line}行" if answer.line else ""
    return Row(answer.title, answer.basis, answer.status, place, answer.quote)
