"""The reporter's own place miswritten by a character (青岗区 for 青岚区) or with the rank of a neighbour (青岚县).

Only where a word begins and goes on as that of an actor does, and where the right name stands at least twice as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.lazyre import HAN, lazy
from reportlint.places import COMMON, RANK

_SIBLINGS = {3: "县区旗", 4: "镇乡"}  # not 市: a county often lies in a city of its name
_BEFORE = frozenset("由在向给从经对是被将以")
_ACTS = lazy(
    rf"(?:委|党委|人民政府|政府|{HAN}{{2,8}}?(?:局|委员会|办事处)|行政机关|各级|境内|辖区|公职律师|执法人员|坚持|始终|认真|深入|全面|扎实|切实|持续|严格|开展|组织|制定|出台|召开|建成|推进|法治)"
)
_HISTORY = lazy(
    r"原(?![因则始])|撤(?!诉)|(?<![建开])设(?![施备计])|(?<!整)改(?![革进善])|更名|区划|划[归入转出分]|曾|历史|古|故[里居乡]"
)


def place_slips(text: str, own: Sequence[tuple[str, str]]) -> Iterator[re.Match[str]]:
    """Matches with the groups ``name`` and ``rank``, in the order of the own places; 0-based offsets into the text."""
    for name, rank in own:
        right = text.count(name + rank)
        for other in _ranks(rank) if right >= 2 and len(rank) == 1 else ():
            at = text.find(other, len(name))
            while at >= 0:
                word = text[at - len(name) : at]
                off = sum(one != meant for one, meant in zip(word, name, strict=True))
                if off == (other == rank) and _stands_alone(text, at - len(name), at + 1, own):
                    match = re.compile(f"(?P<name>{HAN}{{{len(name)}}})(?P<rank>{other})").match(text, at - len(name))
                    if match and text.count(word + other) * 2 <= right and not COMMON.search(word):
                        yield match
                at = text.find(other, at + 1)


def _ranks(rank: str) -> str:
    return rank + _SIBLINGS.get(RANK[rank], "").replace(rank, "")


def _stands_alone(text: str, start: int, end: int, own: Sequence[tuple[str, str]]) -> bool:
    """Whether a word begins here, somebody acts under this name, and it is neither one of a list nor of the past."""
    before = text[start - 1 : start]
    begins = not before or before in _BEFORE or not (before.isalpha() and not before.isascii())
    begins = begins or any(text.startswith(name + rank, start - len(name + rank)) for name, rank in own)
    if not begins or (before and before in "、与和同") or not _ACTS.match(text, end):
        return False
    line = text.rfind("\n", 0, start) + 1
    return not _HISTORY.search(text, max(line, start - 12), min(end + 12, len(text)))
