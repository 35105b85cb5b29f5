"""Parts behind 其中 that together are a little more than the count they divide: 44场，其中进校园19场、进社区15场、进企业12场.

Parts may overlap (女干部, 党员, 本科以上), and then their sum means nothing; but that it lies only a little above the count is
the mark of a slip. So this is asked about, never called an error, and not where parts name qualities or outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportlint.arithmetic.countlists import gap_between, levels, list_after, words_of
from reportlint.arithmetic.partitions import Sum
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy

_DIVIDES = lazy(r"^[^，,、；\d]{0,6}[，,：:（(]?(?:其中|包括|包含|结果为|分别为)")
_OVERLAPS = lazy(
    r"女|男|党员|团员|少数民族|本科|研究生|硕士|博士|大专|学历|职称|以上|以下|以内|岁|持证|取得|具有|退役|残疾|新增|首次|重点|重大|涉(?:企|外|诉|黑|刑|众|疫|民|案|法|及|嫌|未)|"
    r"发现|存在|责令|立案|移送|整改|警告|约谈|办结|化解|当场|免罚|从轻|不予|已|获|被|优秀|先进|同时|既|兼|含|部分|市级|省级|国家级|以来|累计|主动|依申请|双随机|联合"
)
_MOST_OVER = 1.2
_PARTS = 3


def overfull(said: Statement) -> Iterator[Sum]:
    """Claims that these parts are no more than this total, for lists whose sum is above it, but hardly."""
    for counts in levels(said):
        level = said._replace(counts=tuple(counts))
        for index, total in enumerate(counts[:-1]):
            parts = _list(level, list_after(level, index))
            if not _DIVIDES.match(gap_between(level, total, counts[index + 1])) or not _separate(total, parts):
                continue
            added = sum(q.value for q in parts)
            if total.value < added <= total.value * _MOST_OVER:
                yield Sum(total, tuple(parts))


def _list(said: Statement, run: list[Quantity]) -> list[Quantity]:
    """The parts with nothing but 、 or ， and their names between them."""
    kept = run[:1]
    for before, part in pairwise(run):
        if not cached(r"[、，,](?:[^，,、；\d]{1,12})").fullmatch(gap_between(said, before, part)):
            break
        kept.append(part)
    return kept


def _separate(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether the parts can be told apart: enough of them, each with another name, none naming a quality."""
    names = [words_of(part) for part in parts]
    fewest = _PARTS - 1 if total.unit.endswith("元") else _PARTS
    return len(parts) >= fewest and len(set(names)) == len(names) and not any(map(_OVERLAPS.search, names))
