"""``unpaired``: brackets, quotes and title marks that do not close, or close what was not opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlint.check import Evidence, Problem, option
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern

_OPEN = {
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": "）",
    "【": "】",
    "〔": "〕",
    "[": "】",
    "［": "】",
    "「": "」",
    "〝": "”",
}
_CLOSE = {"》", "〉", "”", "’", "）", ")", "】", "〕", "]", "］", "」", "〞"}
_SAME = {")": "）", "]": "】", "］": "】", "〞": "”"}
_ANY = lazy("[《》〈〉“”‘’（）()【】〔〕\\[\\]［］「」〝〞]")
_ITEM_LABEL = lazy(r"(?:^|[\s。；;，,、：:])(?:[\dA-Za-z]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]\Z")
_NAMES = {
    "》": "书名号",
    "〉": "书名号",
    "”": "引号",
    "’": "引号",
    "）": "括号",
    "】": "方括号",
    "〕": "六角括号",
    "」": "引号",
}


@dataclass(frozen=True)
class UnpairedCheck:
    """Pairs are counted paragraph by paragraph; 〔 ] and （ ) pass for pairs, width is another rule's matter."""

    ignore: str = option("不查的符号，如 ‘’ 常兼作撇号", "‘’")

    def triggers(self) -> Iterable[Pattern]:
        """None: pairs are counted by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an unpaired mark."""
        marks = [match.start() for match in _ANY.finditer(draft.text)]
        blocks = draft.document.blocks
        at = 0
        while at < len(marks):
            index = bisect_right(draft.document.block_starts, marks[at]) - 1
            block, first = blocks[index], at
            while at < len(marks) and marks[at] < block.end:
                at += 1
            at = max(at, first + 1)
            if index not in draft.residue and any(s.start <= block.start < max(s.end, 1) for s in scope):
                yield from self._block(draft.text, block, marks[first:at])

    def _block(self, text: str, block: Block, marks: Sequence[int]) -> Iterator[Problem]:
        stack: list[tuple[str, int]] = []
        for at in marks:
            char = text[at]
            if char in self.ignore:
                continue
            if char in _OPEN:
                stack.append((char, at))
            elif stack and _closes(stack[-1][0], char):
                stack.pop()
            elif len(stack) > 1 and _closes(stack[-2][0], char):
                yield _problem(stack.pop(), opened=True)
                stack.pop()
            elif not _item_label(text, block, at):
                yield _problem((char, at), opened=False)
        for left in stack:
            yield _problem(left, opened=True)


def _item_label(text: str, block: Block, at: int) -> bool:
    """1) a) 一）: a closing bracket that opens nothing but numbers an item."""
    return text[at] in ")）" and _ITEM_LABEL.search(text, max(block.start, at - 5), at + 1) is not None


def _closes(opened: str, char: str) -> bool:
    plain = _SAME.get(char, char)
    wanted = _OPEN[opened]
    return plain == wanted or {plain, wanted} <= {"】", "〕", "）"}


def _problem(mark: tuple[str, int], opened: bool) -> Problem:
    char, at = mark
    name = _NAMES[_OPEN[char] if char in _OPEN else _SAME.get(char, char)]
    missing = "后面没有与它配对的" if opened else "前面没有与它配对的"
    return Problem(Span(at, at + 1), f"{name}“{char}”不成对，{missing}{name}，请补上或删去")
