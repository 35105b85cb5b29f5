"""A text from afar: every figure is a 0 in it, every Latin letter an a, and there is one width and one blank.

Whether a pattern may occur is asked of this first: ``1[3-9]\\d{9}`` needs eleven zeros in a row, ``由[A-Z]{1,2}局长`` needs
``a局长``. Each character of the text is one of its skeleton, so what stands side by side there does so here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from operator import add

from reportlint.pairnumbers import pair_numbers

WIDTHS = {
    "，": "，,",
    "。": "。.．",
    "：": "：:∶",
    "；": "；;",
    "！": "！!",
    "？": "？?",
    "（": "（(",
    "）": "）)",
    "％": "％%",
    "%": "％%",
    "“": '“"＂〝',
    "”": '”"＂〞',
    "‘": "‘'",
    "’": "’'",
    "【": "【\\[［",
    "】": "】\\]］",
    "〔": "〔\\[［（(",
    "〕": "〕\\]］）)",
    "—": "—–\\-－~～―─",
    "、": "、﹑",
    "·": "·•・∙‧．.",
}


def _bones() -> dict[int, str]:
    """What stands for each character; one set of brackets for all, since one width may mean two of them."""
    alike: dict[str, set[str]] = {}
    for key, wider in WIDTHS.items():
        those = {key, *wider.replace("\\", "")}
        for char in tuple(those):
            those |= alike.get(char, set())
        alike.update(dict.fromkeys(those, those))
    bones = {ord(char): min(those) for char, those in alike.items()}
    bones.update(dict.fromkeys(range(ord("0"), ord("9") + 1), "0"))
    bones.update(dict.fromkeys((*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1)), "a"))
    bones.update(dict.fromkeys((0x17F, 0x212A), "a"))  # ſ and K are s and k where the case does not matter
    bones.update(dict.fromkeys(map(ord, "\t\n\f\r"), " "))
    return bones


_BONES = _bones()


def skeleton(text: str) -> str:
    """The text with each character replaced by what stands for it."""
    return text.translate(_BONES)


class Skeleton:
    """The skeleton of a text, ready to be asked for words."""

    def __init__(self, text: str) -> None:
        self.text = skeleton(text)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its characters and every two that stand side by side: how a word begins and ends spares going through the text."""
        return frozenset(self.text).union(map(add, self.text, self.text[1:]), ("",))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The same pairs as numbers (:mod:`reportlint.pairnumbers`), for what is looked for in every draft."""
        even, odd = pair_numbers(self.text)
        return frozenset(even).union(odd)

    def holds(self, groups: Iterable[Iterable[str]]) -> bool:
        """Whether one word of each group is there."""
        text, pairs = self.text, self.pairs
        for words in groups:
            for word in words:
                if word[:2] in pairs and word[-2:] in pairs and word in text:
                    break
            else:
                return False
        return True
