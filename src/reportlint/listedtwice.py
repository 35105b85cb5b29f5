"""Items that a list names twice: 公安、城管、住建、公安等部门; 亲自部署、…亲自过问、…亲自部署.

Only lists joined by 、 alone, and only items that are the same to the letter: 宣传教育、法治宣传教育 are two things.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Span
from reportlint.lazyre import lazy

_PIECES = lazy(r"[，,。；;：:！？!?\n\t“”（）()《》]")
_TAIL = lazy(r"(?:等|和|以及|及其|及).*")
_LEAST, _LEADING = 4, 6  # code points of an item; of one that the words before it may run into
_ITEMS = 3
_BEGUN = lazy(r"、(\w{4})")  # how an item begins that may have been named before
_FAR = 400  # code points of a list


def listed_twice(text: str, start: int, end: int) -> Iterator[Span]:
    """Where an item stands for the second time."""
    if not any(
        text.find(m[1], max(start, m.start() - _FAR), m.start()) >= 0 for m in _BEGUN.finditer(text, start, end)
    ):
        return
    at = start
    for piece in _PIECES.split(text[start:end]):
        if piece.count("、") >= _ITEMS - 1:
            yield from _in_list(piece, at)
        at += len(piece) + 1


def _in_list(piece: str, at: int) -> Iterator[Span]:
    items = piece.split("、")
    seen: set[str] = set()
    for number, item in enumerate(items):
        name = _TAIL.sub("", item).rstrip() if number == len(items) - 1 else item
        plain = len(name) >= _LEAST and name.isalpha() and not name.isascii()
        known = name in seen or (number > 1 and len(name) >= _LEADING and items[0].endswith(name))
        if plain and known and name != items[number - 1]:
            yield Span(at, at + len(name))
        if number:
            seen.add(name)
        at += len(item) + 1
