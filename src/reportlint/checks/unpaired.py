"""``unpaired``: brackets, quotes and title marks that do not close, or close what was not opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

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
_MOST = 50  # of one paragraph: a line of nothing but brackets is told by its first ones
_END = frozenset("。；！？：”）》")  # a line that ends so is a whole paragraph, not one broken by its length
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


@record
class UnpairedCheck:
    """Pairs are counted paragraph by paragraph, and on into the next where a line breaks off in mid-sentence; 〔 ] and （ ) pass for pairs, width is another rule's matter."""

    ignore: str = option("不查的符号，如 ‘’ 常兼作撇号", "‘’")

    def triggers(self) -> Iterable[Pattern]:
        """None: pairs are counted by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an unpaired mark."""
        marks = [match.start() for match in _ANY.finditer(draft.text)]
        blocks = draft.document.blocks
        at, last = 0, -2
        carried: list[tuple[str, int]] = []
        while at < len(marks):
            index = bisect_right(draft.document.block_starts, marks[at]) - 1
            block, first = blocks[index], at
            while at < len(marks) and marks[at] < block.end:
                at += 1
            at = max(at, first + 1)
            if index in draft.residue or not any(s.start <= block.start < max(s.end, 1) for s in scope):
                continue
            if index > last + 2:
                yield from (_problem(mark, opened=True) for mark in carried)
                carried = []
            left = yield from self._block(draft.text, block, marks[first:at], carried)
            goes_on = draft.text[block.start : block.end].rstrip()[-1:] not in _END
            carried = [mark for mark in left[:_MOST] if goes_on and mark[1] >= block.start]
            yield from (_problem(mark, opened=True) for mark in left[:_MOST] if mark not in carried)
            last = index
        yield from (_problem(mark, opened=True) for mark in carried)

    def _block(
        self, text: str, block: Block, marks: Sequence[int], carried: Sequence[tuple[str, int]]
    ) -> Generator[Problem, None, list[tuple[str, int]]]:
        """The problems of a block; returns what it left open."""
        stack = [*carried]
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
        return stack


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
    return Problem(Span(at, at + 1), f"只有半个{name} {char} ，{missing}另一半，请补上或删去")
