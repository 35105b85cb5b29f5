"""Whose report it is and of which year: title, addressee, opening, sign-off and date.

The report of year Y is written in Y+1 (督察工作规定: before 1 March or 1 April), so the date's year proves nothing; the
title decides, then the opening sentence, then the headings.
"""

from __future__ import annotations

from collections import Counter

from reportlint.document import Document, Span
from reportlint.imprint import is_head, is_imprint, is_note, without_delivery
from reportlint.lazyre import cached, lazy
from reportlint.numerals import arabic_years
from reportlint.record import record
from reportlint.reportclass import ReportClass, class_at_work, classify, speaks_as_department
from reportlint.samplemarks import is_counted, is_numbered, number_before, undressed, without_number
from reportlint.titlebody import organ_named

_LABELLED = lazy(
    r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+(?:部分|章)|\d{1,2}[.、])"
)
_FIELD = lazy(r"标\s?题\s?[:：]\s*")  # the name of the field that a web page gives the title in
_CORE = lazy(
    r"法[治制](?:建?政府|政建)[^，。；\n]{0,16}(?:报告|总结|汇报|情况)|依法行政[^，。；\n]{0,12}(?:报告|总结|汇报|情况)"
)
_GENRE = lazy(
    r"(?:报告|总结|汇报|情况|要点|方案|通报|(?:和|及|暨|与)[^，。]{0,12}(?:计划|思路|打算|安排|设想))\s*(?:[（(][^）)]{1,14}[）)])?\s*$"
)
_YEAR = lazy(r"(?<![\dxX×*.])((?:19|20)\d\d)(?!\d|\s?[-－—–~～至]\s?(?:19|20)?\d\d\s?年)\s?(?:年|法治|度|[：:](?!\d))")
_ADDRESSEE = lazy(
    r"^[^，。；、\n]{0,20}(?:[委府局厅室会院部组办]|党工委|工委|中央)(?:[、，]\s?[^，。；\n]{1,20})*\s*[:：]\s*$"
)
_DELIVERED = lazy(r"\s*[—–-]{2}\s?(?:20\d\d|在)")  # ——2025年1月8日在区第九届人民代表大会第五次会议上
_DATE = lazy(
    r"^\s*(?P<y>(?:19|20)\d\d|二[〇零○◯Oo][一二三四五六七八九〇零○◯Oo]{2}|[xX×*\d]{2,4})\s?年\s?(?P<m>[\dxX×*]{1,2}|十?[一二三四五六七八九十])\s?月"
    r"(?:\s?(?P<d>[\dxX×*]{1,2}|[一二三]?十?[一二三四五六七八九十])\s?日)?\s*(?:印发)?\s*$"
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
    lines = [(index, line) for index, line in lines if line.strip() and without_number(line) and not _listed(line)]
    title_at = _title_lines(lines)
    title_blocks = tuple(lines[at][0] for at in title_at)
    after = title_at[-1] + 1 if title_at else 0
    title = _joined([lines[at][1] for at in title_at])
    addressee, opening = _opening(document, lines[after:])
    signature, date = _sign_off(document, lines[after:])
    year, year_from = _report_year(document, title, opening)
    body = organ_named(title) or (_text(document, signature).strip() if signature else "")
    return Identity(
        title, _title_span(document, title_blocks), title_blocks, addressee, opening, signature, date,
        year, body, classify(body) or _class_told(document, opening), year_from,
    )  # fmt: skip


def _class_told(document: Document, opening: Span | None) -> ReportClass | None:
    """The class that the opening tells, or the whole text of a body that its title does not name."""
    at_work = class_at_work(_text(document, opening) or document.text[:400])
    return "department" if at_work != "department" and speaks_as_department(document.text) else at_work


def _text(document: Document, span: Span | None) -> str:
    return document.text[span.start : span.end] if span else ""


_NO_TITLE = lazy(r"现将|如下|[，,；;>＞»]|位置[：:]|[上下]一[篇条][：:]|下载")  # the last are of the web page around it


def is_title(line: str) -> bool:
    """Whether a line is the title of such a report: short, no sentence, and of the right kind."""
    plain = undressed(_bare(line)).strip()
    return (
        6 <= len(plain) <= 70
        and "。" not in plain
        and not _LABELLED.match(plain)
        and bool(_CORE.search(plain) and _GENRE.search(plain) and not _NO_TITLE.search(plain))
    )


def _bare(line: str) -> str:
    """A title's line without what a web page sets around it: the bars of a table's row, a bullet, the field's name."""
    plain = line.strip(" \t\r\n\u3000\xa0|｜").lstrip("•-").lstrip()
    return _FIELD.sub("", plain, count=1) if plain.startswith("标") else plain


def _title_lines(lines: list[tuple[int, str]]) -> tuple[int, ...]:
    """The positions (in ``lines``) of the title's lines: one, or two or three that only together are a title."""
    head = lines[:12]
    for at, (_, line) in enumerate(head):
        if _LABELLED.match(line) and not is_title(line):
            head = head[:at]
            break
    for at, (_, line) in enumerate(head):
        if is_title(line) and not _left_over(line, head[at + 1 : at + 6]):
            above = [text for _, text in head[max(0, at - 2) : at]]
            taken = next((n for n in range(1, len(above) + 1) if _continues(above[-n:], line)), 0)
            return tuple(range(at - taken, at + 1))
    for at in range(len(head)):
        for count in (2, 3):
            together = [text for _, text in head[at : at + count]]
            if _DATE.match(together[0]):
                continue  # the date of the letter that the report comes with
            if len(together) == count and all(_short(text) for text in together) and is_title(_joined(together)):
                return tuple(range(at, at + count))
    for at, (_, line) in enumerate(head):
        if (
            _short(line)
            and len(line.strip()) >= 6
            and _GENRE.search(undressed(line))
            and not _heads(line, head[at + 1 :])
        ):
            before = head[at - 1][1] if at else ""
            split = _short(before) and before.strip().startswith("关于") and not _GENRE.search(before)
            return (at - 1, at) if split else (at,)
    top = head[0][1].rstrip() if head else ""
    if (
        _short(top)
        and any(map(str.isalpha, top))
        and top[-1] not in "：:"
        and not (_DELIVERED.match(top) or is_head(top))
    ):
        return (0,)
    return ()


def _left_over(line: str, below: list[tuple[int, str]]) -> bool:
    """Whether 篇三：… or …（5篇） is the heading of a collection, and the report's own title, with its year, stands below it."""
    if is_counted(line):
        return any(is_title(b) or is_numbered(b) for _, b in below)
    return is_numbered(line) and not _YEAR.search(line) and any(is_title(b) and _YEAR.search(b) for _, b in below[:2])


def _heads(line: str, below: list[tuple[int, str]]) -> bool:
    """Whether a line is the title of a collection, with the first of its papers below."""
    return is_counted(line) and any(is_numbered(b) for _, b in below)


def _listed(line: str) -> bool:
    """Whether a line is of a collection's table of contents: 2. … 10."""
    label = _LABELLED.match(line)
    return label is not None and line.rstrip()[-1:].isdigit() and bool(_GENRE.search(line.rstrip(" \t.…·0123456789")))


def _short(line: str) -> bool:
    return len(line.strip()) <= 50 and not cached(r"[。；;，,]").search(line)


def _continues(above: list[str], title: str) -> bool:
    """Whether the line above (or two, the second in brackets) is the title's: the organ, perhaps the year, it lacks."""
    before = _joined(above)
    if (len(above) > 1 and not before.endswith(("）", ")"))) or _LABELLED.match(above[0]):
        return False
    if not _short(before) or is_title(before) or organ_named(_joined([title])):
        return False
    return bool(classify(before) or organ_named(before + _joined([title])))


def _joined(lines: list[str]) -> str:
    return cached(r"\s+").sub("", undressed("".join(_bare(line) for line in lines)))


def _title_span(document: Document, blocks: tuple[int, ...]) -> Span | None:
    if not blocks:
        return None
    first, last = document.blocks[blocks[0]], document.blocks[blocks[-1]]
    line = document.text[first.start : first.end]
    start = first.start + (number_before(line) or len(line) - len(line.lstrip()))
    end = last.start + len(document.text[last.start : last.end].rstrip())
    return Span(start, max(start, end))


def _opening(document: Document, lines: list[tuple[int, str]]) -> tuple[Span | None, Span | None]:
    addressee = None
    for index, line in lines[:8]:
        block = document.blocks[index]
        if _LABELLED.match(line):
            break
        if addressee is None and _ADDRESSEE.match(line.strip()):
            addressee = Span(block.start, block.end)
        elif _DELIVERED.match(line):
            continue
        elif len(line.strip()) >= 30 or cached(r"现将|报告如下|汇报如下").search(line):
            return addressee, Span(block.start, block.end)
    return addressee, None


def _sign_off(document: Document, lines: list[tuple[int, str]]) -> tuple[Span | None, Span | None]:
    date = signature = None
    lines = [line for line in lines[-12:] if not is_imprint(line[1])]
    for index, line in reversed(lines[-8:]):
        block = document.blocks[index]
        if date is None and _DATE.match(line):
            date = Span(block.start + len(line) - len(line.lstrip()), block.start + len(line.rstrip()))
        elif signature is None and _short(line) and classify(line.strip()) and not _LABELLED.match(line):
            signature = Span(block.start + len(line) - len(line.lstrip()), block.start + len(line.rstrip()))
        elif len(line.strip()) > 40 and not is_note(line):
            break
    return signature, date


def years(text: str) -> list[tuple[int, int, int]]:
    """Years written as such: (value, start, end); ranges such as 2021—2025年 are left out."""
    return [(int(match[1]), match.start(), match.end()) for match in _YEAR.finditer(arabic_years(text))]


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
