"""A title that is nearly, but not quite, that of a known instrument.

One stretch dropped, added or swapped, or the words in another order. Most titles of a report are those of local papers,
which borrow the words of national ones: so a place or organ in front, 实施, 方案 or a kind of paper that a county may
issue by itself, and anything said to be the reporter's own, is another title and no miss.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.dictionary import Entry
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple
from reportlint.titles import Cited, Titles, horizon

_KINDS = (
    "指导意见", "实施意见", "实施条例", "实施细则", "实施办法", "实施方案", "行动方案", "行动计划", "暂行条例", "条例", "规定", "办法", "细则",
    "意见", "决定", "决议", "通知", "纲要", "规划", "建议", "方案", "制度", "规则", "规程", "准则", "法典", "法", "计划", "清单", "要点", "指引",
    "指南", "章程", "体系",
)  # fmt: skip
_STATE_ONLY = ("法", "条例", "暂行条例", "实施条例", "法典", "准则", "章程")
HIGH = ("党内法规", "党政文件", "国务院文件", "决定")
_HIGH_KINDS = ("规定", "条例", "暂行条例", "办法", "意见", "指导意见", "决定", "决议", "通知", "建议")
OF_ANOTHER = lazy(
    "实施|贯彻|落实|细化|任务|若干|[省市县区镇乡局州旗村厅]|街道|学习|宣传|解读|释义|年度|修[订正]|草案|征求|意见稿|方案|配套|20|[xX×*某]"
)
_NATION = lazy("中国|国家|全国|中央|地方|国务院")
_MOST = 4


class Miss(NamedTuple):
    """The instrument meant, and what is wrong with its title, in Chinese; ``sure`` is false where another may be meant."""

    entry: Entry
    fault: str
    sure: bool = True


def near_miss(title: Cited, titles: Titles) -> Miss | None:
    """The one instrument that a title clearly means without naming it rightly."""
    listed = titles.wrong.get(title.core + title.years)
    if listed is not None:
        return Miss(listed, "")
    known = titles.known.get(title.core)
    if known is not None:
        return _wrong_years(title, known) or _wrong_country(title, known)
    if title.core in titles.guard or len(title.core) < 4:
        return None
    damaged = _damaged_country(title, titles)
    if damaged is not None:
        return damaged
    ranked = sorted(_misses(title, titles), key=lambda item: item[0])
    best = {miss.entry.name for cost, miss in ranked if cost == ranked[0][0]}
    if ranked and ranked[0][1].fault.startswith("少了"):  # what was left away may have been any of several words
        best = {miss.entry.name for _, miss in ranked if miss.fault.startswith("少了")}
    return ranked[0][1] if len(best) == 1 else None


def _wrong_country(title: Cited, known: list[Entry]) -> Miss | None:
    names = [name for entry in known for name in (entry.name, *entry.short)]
    if not title.country or any(name.startswith("中华人民共和国") for name in names):
        return None
    return Miss(known[0], "名称中没有“中华人民共和国”")


def _damaged_country(title: Cited, titles: Titles) -> Miss | None:
    """The country's name itself miswritten before a law: 中华人民和国…"""
    core = title.core
    if not core.startswith(("中华", "华人民", "中人民", "中国人民共和国")) or core.startswith("中华民国"):
        return None
    for at in range(3, 11):
        entries = titles.known.get(core[at:]) if core[at - 1 : at] in ("国", "和") else None
        if entries and entries[0].name.startswith("中华人民共和国"):
            return Miss(entries[0], f"“{core[:at]}”应为“中华人民共和国”")
    return None


def _wrong_years(title: Cited, known: list[Entry]) -> Miss | None:
    """A horizon that none of the instruments of this name has; one that begins later may be a successor's."""
    spans = {horizon(entry): entry for entry in known if horizon(entry)}
    if not title.years or not spans or title.years in spans or title.own:
        return None
    if len(title.years) != 8:
        cut = [entry for years, entry in spans.items() if title.years in _one_lost(years)]
        return Miss(cut[0], "年份有误") if len(cut) == 1 else None
    start, end = int(title.years[:4]), int(title.years[4:])
    near = []
    for years, entry in spans.items():
        first, last = int(years[:4]), int(years[4:])
        if start <= last and (start == first or end == last or abs(start - first) + abs(end - last) <= 2):
            near.append((abs(start - first) + abs(end - last), entry.name, entry))
    if not near:
        return None
    return Miss(min(near)[2], "年份有误")


def _one_lost(years: str) -> list[str]:
    return [years[:at] + years[at + 1 :] for at in range(len(years))]


def _misses(title: Cited, titles: Titles) -> Iterator[tuple[int, Miss]]:
    core = title.core
    seen: set[str] = set()
    for known, first in (*titles.heads.get(core[:2], ()), *_ending_alike(core, titles)):
        if known in seen or abs(len(known) - len(core)) > _MOST:
            continue
        seen.add(known)
        entry = _of_these_years(title, titles.known[known]) if title.years else first
        if entry is None:
            continue
        head = shared(known, core)
        tail = shared(known[head:][::-1], core[head:][::-1])
        was, should = core[head : len(core) - tail], known[head : len(known) - tail]
        if _is_miss(title, known, entry, head, tail, was, should):
            yield max(len(was), len(should)), Miss(entry, _fault(core, known, head, tail))
    same = (
        titles.letters.get("".join(sorted(core)))
        if len(core) >= (6 if title.country else 8) and not title.own
        else None
    )
    entry = _of_these_years(title, titles.known[same[-1][0]]) if same else None
    if entry is not None:
        yield 0, Miss(entry, "词语的顺序有误")


def _of_these_years(title: Cited, entries: list[Entry]) -> Entry | None:
    return next((entry for entry in entries if not title.years or horizon(entry) == title.years), None)


def _ending_alike(core: str, titles: Titles) -> Iterator[tuple[str, Entry]]:
    for pair in titles.halves.get(core[-2:], ()):
        if core.endswith(pair[0][-(len(pair[0]) // 2) :]):
            yield pair


def shared(one: str, other: str) -> int:
    """How many characters two strings have in common at their beginning."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _fault(core: str, known: str, head: int, tail: int) -> str:
    """What differs, in whole words as far as one can tell: the neighbour is shown with a single character."""
    was, should = core[head : len(core) - tail], known[head : len(known) - tail]
    if not was:
        return f"少了“{should}”"
    if not should:
        return f"多了“{was}”"
    if len(was) == len(should) == 1 and head:
        was, should = core[head - 1] + was, known[head - 1] + should
    return f"“{was}”应为“{should}”"


def _is_miss(title: Cited, known: str, entry: Entry, head: int, tail: int, was: str, should: str) -> bool:
    if (was, should) in (("制", "治"), ("治", "制")) and head and known[head - 1] == "法":
        return True
    size = len(known)
    if max(len(was), len(should)) > _MOST or entry.kind == "书刊" or OF_ANOTHER.search(was):
        return False
    if size < 6:
        return title.country and size == 5 and len(was) == len(should) == 1 and head > 0
    if title.own and kind_of_paper(title.core) not in _STATE_ONLY:
        return False
    if not head:
        return _starts_wrong(title, size, tail, was, should)
    if not tail:
        return _ends_wrong(title, known, entry, was, should)
    return _middle_wrong(title, known, head, was, should)


def kind_of_paper(core: str) -> str:
    """The word for the kind of paper that a title ends with; "" where there is none."""
    return next((kind for kind in _KINDS if core.endswith(kind)), "")


def _starts_wrong(title: Cited, size: int, tail: int, was: str, should: str) -> bool:
    """Whatever is put in front is a place or an organ; what is left away, or one character, may be a slip."""
    if not was and title.country:
        return len(title.core) >= 5 and len(should) * 2 <= size
    if not was:
        return len(title.core) >= 8 and len(should) * 3 <= size and not title.core.startswith("关于")
    return bool(should) and len(was) == len(should) == 1 and tail >= 6


def _ends_wrong(title: Cited, known: str, entry: Entry, was: str, should: str) -> bool:
    """Another kind of paper: only where a county could not have issued it, or the state is named as the issuer."""
    if not should:
        return False
    if not was:
        return should in _KINDS and (len(known) >= 10 or bool(title.years))
    written, right = kind_of_paper(title.core), kind_of_paper(known)
    if not written or written == right or not right:
        return len(was) == len(should) == 1 and not (written and right)
    if "实施" in written or written in (
        "方案",
        "细则",
        "行动方案",
        "行动计划",
        "计划",
        "清单",
        "要点",
        "指南",
        "指引",
        "制度",
    ):
        return False
    if title.national or written in _STATE_ONLY or known.startswith("中国共产党"):
        return True
    high = entry.kind in HIGH and written in _HIGH_KINDS and not title.core.startswith("关于")
    return high and len(known) >= 14


def _middle_wrong(title: Cited, known: str, head: int, was: str, should: str) -> bool:
    size = len(known)
    if max(len(was), len(should)) * 3 > size or (should and was and _NATION.search(should)):
        return False
    swapped = bool(was and should)
    if swapped and head <= 2 and len(was) > 1 and not title.national:
        return False
    if title.national or (title.years and not swapped):
        return True
    words = swapped and max(len(was), len(should)) > 1
    if known.startswith("关于"):
        return size >= 16
    if kind_of_paper(known) in _STATE_ONLY:
        return not words or size >= 10
    return size >= (16 if words else 10)
