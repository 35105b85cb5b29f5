"""The real counties, cities and provinces, and which lie in which; read from ``rules/vocabulary/divisions.txt`` when first asked.

Several counties may share a name (鼓楼区, 朝阳区): then each of them counts.
"""

from __future__ import annotations

import os
from functools import cache

RANKS = "省市县区旗"
# common words, too, or what words run into: 对应县企业, 以南县区居民
_GENERIC = frozenset(
    [
        *(
            "城区",
            "郊区",
            "矿区",
            "东区",
            "西区",
            "新城区",
            "老城区",
            "新市区",
            "城中区",
            "城东区",
            "城西区",
            "城北区",
            "城关区",
        ),
        *("市中区", "河东区", "河西区", "桥东区", "桥西区", "路南区", "路北区", "港口区", "站前区", "山城区", "平房区"),
        *("解放区", "前进区", "东风区", "红旗区", "平安区", "前锋区", "新兴区"),
        *("应县", "和县", "成县", "单县", "随县", "理县", "代县", "富县", "古县", "南县", "高县", "临县"),
    ]
)


class Divisions:
    """Names of places; which lies in which is looked up line by line, as few are ever asked for."""

    def __init__(self, text: str) -> None:
        self._lines = [line for line in text.split("\n") if line and not line.startswith("#")]
        self._names = frozenset(" ".join(self._lines).split()) - _GENERIC

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def akin(self, one: str, other: str) -> bool:
        """Whether two places may be one, or one lies in the other."""
        return one == other or one in self._above(other) or other in self._above(one)

    def provinces(self, name: str) -> frozenset[str]:
        """The provinces that have a place of this name below them."""
        return frozenset(above for above in self._above(name) if f"* {above}" in self._lines)

    def _above(self, name: str) -> set[str]:
        """The city and the province that a place lies in, or those of all places of its name."""
        found: set[str] = set()
        province = ""
        for line in self._lines:
            first, *counties = line.split(" ")
            if first == "*":
                province = counties[0]
            elif first == name:
                found.add(province)
            elif name in counties:
                found.update((province, first))
        return found


@cache
def divisions() -> Divisions:
    """Those of the built-in vocabulary."""
    from reportlint.rulepacks.builtin import rules_folder

    path = os.path.join(rules_folder(), "vocabulary", "divisions.txt")
    with open(path, encoding="utf-8") as stream:
        return Divisions(stream.read())
