"""Real places that a report has nothing to do with: 苏州市 in the report of 龙川县, which lies in 河源市 and 广东省.

A place counts only where a word begins and goes on with an organ, people or land of it: 由紫金县司法局, 为紫金县群众.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.divisions import RANKS, divisions
from reportlint.lazyre import HAN, cached, lazy
from reportlint.places import RANK

BEFORE = frozenset("\n，。；、：“（ 由在对向给从经为于全到以将,;:(")
GOES_ON = (
    rf"(?:委(?!托|员|派|会)|党委|党工委|人民政府|政府|人大(?:常委会|代表)|政协|司法[局所]|{HAN}{{2,9}}?(?:局|委员会|办事处)"
    r"|范围内|境内|辖区|全域|全境|各(?:级|镇|乡|街道|部门|单位|村)|群众|居民|村民|企业|市场主体|经营主体|法治政府|法治建设)"
)
_FOLLOWS = lazy(rf"(?!城(?!管|市|乡|建|区)){GOES_ON}")  # 由新县城居民委员会 speaks of a new county town
_LONGEST, _SHORTEST = 12, 2


def strangers(text: str, own: list[tuple[str, str]]) -> Iterator[re.Match[str]]:
    """Matches with the groups ``name`` and ``rank``; where the own place is no real one, only places of its rank."""
    names = tuple(name + rank for name, rank in own)
    strange: dict[str, bool] = {}  # worked out once a name: it takes a walk through the list of all places
    for rank in RANKS:
        at = text.find(rank, _SHORTEST - 1)
        while at >= 0:
            if not text.endswith(names, 0, at + 1) and _FOLLOWS.match(text, at + 1):
                start = _begins(text, at + 1)
                found = text[start : at + 1] if start >= 0 else ""
                if found and found not in strange:
                    strange[found] = _strange(found, names, own[-1][1])
                if found and strange[found]:
                    match = cached(rf"(?P<name>{HAN}+?)(?P<rank>{rank})").match(text, start, at + 1)
                    if match:
                        yield match
            at = text.find(rank, at + 1)


def _begins(text: str, end: int) -> int:
    """Where the real place that ends here begins, if a word begins there; else -1."""
    for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1):
        if (not start or text[start - 1] in BEFORE) and text[start:end] in divisions():
            return start
    return -1


def _strange(found: str, names: tuple[str, ...], rank: str) -> bool:
    known = [name for name in names if name in divisions()]
    if known:
        return not any(divisions().akin(found, name) for name in known)
    return RANK[found[-1]] == RANK[rank]
