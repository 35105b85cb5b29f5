"""Which lines are a report's title: one, or two or three that only together are one, with what pages set around it."""

from __future__ import annotations

from reportlint.document import Document, Span
from reportlint.imprint import is_head
from reportlint.lazyre import cached, lazy
from reportlint.numerals import arabic_years
from reportlint.reportclass import classify
from reportlint.samplemarks import is_counted, is_numbered, number_before, undressed
from reportlint.titlebody import organ_named

LABELLED = lazy(
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
DELIVERED = lazy(r"\s*[—–-]{2}\s?(?:20\d\d|在)")  # ——2025年1月8日在区第九届人民代表大会第五次会议上
DATE = lazy(
    r"^\s*(?P<y>(?:19|20)\d\d|二[〇零○◯Oo][一二三四五六七八九〇零○◯Oo]{2}|[xX×*\d]{2,4})\s?年\s?(?P<m>[\dxX×*]{1,2}|十?[一二三四五六七八九十])\s?月"
    r"(?:\s?(?P<d>[\dxX×*]{1,2}|[一二三]?十?[一二三四五六七八九十])\s?日)?\s*(?:印发)?\s*$"
)
_NO_TITLE = lazy(r"现将|如下|[，,；;>＞»]|位置[：:]|[上下]一[篇条][：:]|下载")  # the last are of the web page around it


def is_title(line: str) -> bool:
    """Whether a line is the title of such a report: short, no sentence, and of the right kind."""
    plain = undressed(_bare(line)).strip()
    return (
        6 <= len(plain) <= 70
        and "。" not in plain
        and not LABELLED.match(plain)
        and bool(_CORE.search(plain) and _GENRE.search(plain) and not _NO_TITLE.search(plain))
    )


def _bare(line: str) -> str:
    """A title's line without what a web page sets around it: the bars of a table's row, a bullet, the field's name."""
    plain = line.strip(" \t\r\n\u3000\xa0|｜").lstrip("•-").lstrip()
    return _FIELD.sub("", plain, count=1) if plain.startswith("标") else plain


def title_lines(lines: list[tuple[int, str]]) -> tuple[int, ...]:
    """The positions (in ``lines``) of the title's lines: one, or two or three that only together are a title."""
    head = lines[:12]
    for at, (_, line) in enumerate(head):
        if LABELLED.match(line) and not is_title(line):
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
            if DATE.match(together[0]):
                continue  # the date of the letter that the report comes with
            if len(together) == count and all(short(text) for text in together) and is_title(joined(together)):
                return tuple(range(at, at + count))
    for at, (_, line) in enumerate(head):
        if (
            short(line)
            and len(line.strip()) >= 6
            and _GENRE.search(undressed(line))
            and not _heads(line, head[at + 1 :])
        ):
            before = head[at - 1][1] if at else ""
            split = short(before) and before.strip().startswith("关于") and not _GENRE.search(before)
            return (at - 1, at) if split else (at,)
    top = head[0][1].rstrip() if head else ""
    if (
        short(top)
        and any(map(str.isalpha, top))
        and top[-1] not in "：:"
        and not (DELIVERED.match(top) or is_head(top))
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


def listed(line: str) -> bool:
    """Whether a line is of a collection's table of contents: 2. … 10."""
    label = LABELLED.match(line)
    return label is not None and line.rstrip()[-1:].isdigit() and bool(_GENRE.search(line.rstrip(" \t.…·0123456789")))


def short(line: str) -> bool:
    """Whether a line is too short, and has no stop, to be a sentence."""
    return len(line.strip()) <= 50 and not cached(r"[。；;，,]").search(line)


def _continues(above: list[str], title: str) -> bool:
    """Whether the line above (or two, the second in brackets) is the title's: the organ, perhaps the year, it lacks."""
    before = joined(above)
    if (len(above) > 1 and not before.endswith(("）", ")"))) or LABELLED.match(above[0]):
        return False
    if not short(before) or is_title(before) or organ_named(joined([title])):
        return False
    return bool(classify(before) or organ_named(before + joined([title])))


def joined(lines: list[str]) -> str:
    """A title of several lines as one, without blanks and without what a collection sets around it."""
    return cached(r"\s+").sub("", undressed("".join(_bare(line) for line in lines)))


def title_span(document: Document, blocks: tuple[int, ...]) -> Span | None:
    """Where the title stands, from its first character to its last; ``None`` for no blocks."""
    if not blocks:
        return None
    first, last = document.blocks[blocks[0]], document.blocks[blocks[-1]]
    line = document.text[first.start : first.end]
    start = first.start + (number_before(line) or len(line) - len(line.lstrip()))
    end = last.start + len(document.text[last.start : last.end].rstrip())
    return Span(start, max(start, end))


def years(text: str) -> list[tuple[int, int, int]]:
    """Years written as such: (value, start, end); ranges such as 2021—2025年 are left out."""
    return [(int(match[1]), match.start(), match.end()) for match in _YEAR.finditer(arabic_years(text))]
