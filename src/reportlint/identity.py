"""Whose report it is and of which year: title, addressee, opening, sign-off and date.

The report of year Y is written in Y+1 (督察工作规定: before 1 March or 1 April), so the date's year proves nothing; the
title decides, then the opening sentence, then the headings.
"""

from __future__ import annotations

from collections import Counter

from reportlint.document import Document, Span
from reportlint.imprint import is_imprint, is_note, without_delivery
from reportlint.lazyre import cached, lazy
from reportlint.record import record
from reportlint.reportclass import ReportClass, class_at_work, classify, speaks_as_department
from reportlint.samplemarks import without_number
from reportlint.titlebody import organ_named
from reportlint.titlelines import DATE, DELIVERED, LABELLED, joined, listed, short, title_lines, title_span, years

_ADDRESSEE = lazy(
    r"^[^，。；、\n]{0,20}(?:[委府局厅室会院部组办]|党工委|工委|中央)(?:[、，]\s?[^，。；\n]{1,20})*\s*[:：]\s*$"
)


@record
class Identity:
    """What a report says of itself.

    ``title`` is joined from its lines; ``title_blocks`` are the indices of the blocks that hold it; ``opening``,
    ``addressee``, ``signature`` and ``date`` are spans of ``Document.text`` or ``None``. ``year``, ``body`` and
    ``report_class`` are ``None``/empty when the text does not tell.
    """

    title: str
    title_span: Span | None
    title_blocks: tuple[int, ...]
    addressee: Span | None
    opening: Span | None
    signature: Span | None
    date: Span | None
    year: int | None
    body: str
    report_class: ReportClass | None
    year_from: str = ""


def read_identity(document: Document, residue: frozenset[int] = frozenset()) -> Identity:
    """Title, opening, sign-off and what follows from them; the blocks in ``residue`` are no part of the report."""
    lines = [
        (index, document.text[block.start : block.end])
        for index, block in enumerate(document.blocks)
        if not block.story and index not in residue and block.kind != "row" and not block.contents
    ]
    lines = [(index, line) for index, line in lines if line.strip() and without_number(line) and not listed(line)]
    title_at = title_lines(lines)
    title_blocks = tuple(lines[at][0] for at in title_at)
    after = title_at[-1] + 1 if title_at else 0
    title = joined([lines[at][1] for at in title_at])
    addressee, opening = _opening(document, lines[after:])
    signature, date = _sign_off(document, lines[after:])
    year, year_from = _report_year(document, title, opening)
    body = organ_named(title) or (_text(document, signature).strip() if signature else "")
    return Identity(
        title, title_span(document, title_blocks), title_blocks, addressee, opening, signature, date,
        year, body, classify(body) or _class_told(document, opening), year_from,
    )  # fmt: skip


def _class_told(document: Document, opening: Span | None) -> ReportClass | None:
    """The class that the opening tells, or the whole text of a body that its title does not name."""
    at_work = class_at_work(_text(document, opening) or document.text[:400])
    return "department" if at_work != "department" and speaks_as_department(document.text) else at_work


def _text(document: Document, span: Span | None) -> str:
    return document.text[span.start : span.end] if span else ""


def _opening(document: Document, lines: list[tuple[int, str]]) -> tuple[Span | None, Span | None]:
    addressee = None
    for index, line in lines[:8]:
        block = document.blocks[index]
        if LABELLED.match(line):
            break
        if addressee is None and _ADDRESSEE.match(line.strip()):
            addressee = Span(block.start, block.end)
        elif DELIVERED.match(line):
            continue
        elif len(line.strip()) >= 30 or cached(r"现将|报告如下|汇报如下").search(line):
            return addressee, Span(block.start, block.end)
    return addressee, None


def _sign_off(document: Document, lines: list[tuple[int, str]]) -> tuple[Span | None, Span | None]:
    date = signature = None
    lines = [line for line in lines[-12:] if not is_imprint(line[1])]
    for index, line in reversed(lines[-8:]):
        block = document.blocks[index]
        if date is None and DATE.match(line):
            date = Span(block.start + len(line) - len(line.lstrip()), block.start + len(line.rstrip()))
        elif signature is None and short(line) and classify(line.strip()) and not LABELLED.match(line):
            signature = Span(block.start + len(line) - len(line.lstrip()), block.start + len(line.rstrip()))
        elif len(line.strip()) > 40 and not is_note(line):
            break
    return signature, date


def _report_year(document: Document, title: str, opening: Span | None) -> tuple[int | None, str]:
    in_title = years(cached(r"[〔\[［（(][^〕\]］）)]{2,8}[〕\]］）)](?:\s?\d+号)?").sub("", title))
    if in_title:
        return in_title[0][0], "标题"
    if opening:
        in_opening = years(cached(r"《[^》]*》").sub("", _text(document, opening)))
        if in_opening:
            reported = cached(r"现将[^。]{0,30}?(20\d\d)\s?年").search(_text(document, opening))
            twice = len(in_opening) > 1 and reported is not None and int(reported[1]) == in_opening[0][0]
            return in_opening[0][0], "开头两处" if twice else "开头"
    plain = without_delivery(cached(r"《[^》]*》|〔[^〕]*〕").sub("", document.text))
    counted = Counter(value for value, _, _ in years(plain))
    return (counted.most_common(1)[0][0], "正文") if counted else (None, "")
