"""What collections of sample papers put around a title: 第一篇：…, … 篇1, …【第二篇】, …（精选5篇）, …范文10篇."""

from __future__ import annotations

from reportlint.lazyre import lazy

_N = r"[一二三四五六七八九十\d]{1,3}"
_PRAISE = (
    r"(?:精选|推荐|通用|优秀|专业|实用|热门|必备|集锦|锦集|优质|最新|合集|汇总|汇编|大全|经典|简短|范文|范例|模板|共)"
)
_COUNT = rf"{_PRAISE}{{0,3}}\s?(?:{_N}|多|几)\s*篇"
_SAMPLES = ("范文", "范例", "例文")
_SAMPLE = r"(?:范文|范例|例文)"
_BEFORE = lazy(
    rf"\s*(?:[【\[（(]\s?(?:第\s?{_N}\s?篇|篇\s?{_N})\s?[】\]）)]|第\s?{_N}\s?篇(?!章|幅)|篇\s?(?:[一二三四五六七八九十]+|\d{{1,2}}(?!\d))(?!章|幅)"
    rf"|{_SAMPLE}(?:第\s?{_N}\s?篇|篇?\s?(?:[一二三四五六七八九十]{{1,2}}|\d{{1,2}}(?=[：:、.\s]|$))|(?=[：:]))|范文(?=[:：、.\s]|$))"
    r"[:：、.\s]*"
)
_NUMBER_BEHIND = lazy(
    rf"(?:{_SAMPLE}\s*|(?<=[告结报况划案点路料会件作排算话])\s*)"
    rf"(?:[【\[（(]\s?(?:第\s?{_N}\s?篇|篇\s?{_N})\s?[】\]）)]|第\s?{_N}\s?篇|篇\s?{_N})\s*(?:\d{{3,5}}\s?字)?\s*$"
)
_COUNTED = lazy(rf"\s*(?:[（(【\[]\s*{_COUNT}\s*[）)】\]]|{_COUNT}|汇编|合集|集锦|锦集)\s*(?:作文)?\s*$")
_BEHIND = lazy(
    rf"\s*(?:[（(【\[]\s*(?:{_COUNT}|{_PRAISE}{{1,2}}|\d{{2,5}}\s?字)\s*[）)】\]]|{_COUNT}|(?:{_SAMPLE}|模板|样本|范本)(?:大全|精选)?|精选|汇编|合集|集锦|锦集|作文|\d{{3,5}}字"
    r"|\.(?:docx?|pdf|wps|txt))\s*$"
)
_LAST = frozenset(
    "篇】]）)字文例板本选编集锦一二三四五六七八九十xcfst0123456789"
)  # what such words end with; most titles do not
_LONGEST = 80  # code points of a line that is a title
_TAIL = 40  # of what may be behind one


def without_number(line: str) -> str:
    """The line without 第一篇：, 范文二：, 【篇三】 before it."""
    match = _BEFORE.match(line)
    return line[match.end() :] if match else line


def number_before(line: str) -> int:
    """How many characters 第一篇： and the like take at the line's beginning."""
    match = _BEFORE.match(line)
    return match.end() if match else 0


def is_numbered(line: str) -> bool:
    """Whether a line begins a further report of a collection: 第二篇：…, 篇二…, … 篇2, …范文第2篇, or 第2篇 alone."""
    if len(line) > _LONGEST or ("篇" not in line and not line.lstrip().startswith(_SAMPLES)):
        return False
    behind = "篇" in line and line.rstrip()[-1:] in _LAST
    return _BEFORE.match(line) is not None or (behind and _NUMBER_BEHIND.search(line) is not None)


def is_counted(line: str) -> bool:
    """Whether a line is the title of a whole collection: …（精选5篇）, …汇编."""
    return len(line) <= _LONGEST and line.rstrip()[-1:] in _LAST and _COUNTED.search(line) is not None


def undressed(line: str) -> str:
    """A title without all that a collection or a file's name puts before and behind it."""
    plain = without_number(line).rstrip()
    while len(plain) <= 2 * _LONGEST and plain and plain[-1] in _LAST:  # a longer line is no title
        first = max(0, len(plain) - _TAIL)
        match = _NUMBER_BEHIND.search(plain, first) or _BEHIND.search(plain, first)
        if match is None or match.start() < 4:
            return plain
        plain = plain[: match.start()].rstrip()
    return plain
