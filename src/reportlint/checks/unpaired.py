"""``unpaired``: brackets, quotes and title marks that do not close, or close what was not opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlint.check import Evidence, Problem, option
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern

_OPEN = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "（": "）", "(": "）", "【": "】", "〔": "〕", "[": "】", "［": "】", "「": "」", "〝": "”"}
_CLOSE = {"》", "〉", "”", "’", "）", ")", "】", "〕", "]", "］", "」", "〞"}
_SAME = {")": "）", "]": "】", "］": "】", "〞": "”"}
_ANY = re.compile("[《》〈〉“”‘’（）()【】〔〕\\[\\]［］「」〝〞]")
_ITEM_LABEL = re.compile(r"(?:^|[\s。；;，,、：:])(?:[\dA-Za-z]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]")
_NAMES = {"》": "书名号", "〉": "书名号", "”": "引号", "’": "引号", "）": "括号", "】": "方括号", "〕": "六角括号", "」": "引号"}


@dataclass(frozen=True)
class UnpairedCheck:
    """Pairs are counted paragraph by paragraph; 〔 ] and （ ) pass for pairs, width is another rule's matter."""

    ignore: str = option("不查的符号，如 ‘’ 常兼作撇号", "‘’")

    def triggers(self) -> Iterable[Pattern]:
        """None: pairs are counted by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an unpaired mark."""
        for index, block in enumerate(draft.document.blocks):
            if index in draft.residue or not any(s.start <= block.start < max(s.end, 1) for s in scope):
                continue
            yield from self._block(draft.text, block)

    def _block(self, text: str, block: Block) -> Iterator[Problem]:
        labels = {match.end() - 1 for match in _ITEM_LABEL.finditer(text, block.start, block.end)}
        stack: list[tuple[str, int]] = []
        for match in _ANY.finditer(text, block.start, block.end):
            char, at = match.group(), match.start()
            if char in self.ignore:
                continue
            if char in _OPEN:
                stack.append((char, at))
            elif stack and _closes(stack[-1][0], char):
                stack.pop()
            elif len(stack) > 1 and _closes(stack[-2][0], char):
                yield _problem(stack.pop(), opened=True)
                stack.pop()
            elif at not in labels:
                yield _problem((char, at), opened=False)
        for left in stack:
            yield _problem(left, opened=True)


def _closes(opened: str, char: str) -> bool:
    plain = _SAME.get(char, char)
    wanted = _OPEN[opened]
    return plain == wanted or {plain, wanted} <= {"】", "〕", "）"}


def _problem(mark: tuple[str, int], opened: bool) -> Problem:
    char, at = mark
    name = _NAMES[_OPEN[char] if char in _OPEN else _SAME.get(char, char)]
    missing = "后面没有与它配对的" if opened else "前面没有与它配对的"
    return Problem(Span(at, at + 1), f"{name}“{char}”不成对，{missing}{name}，请补上或删去")
