"""Which replacements make a document right: the rules one after another until none wants anything more.

One rule's answer may be the next one's question (``，,`` becomes ``，，``), and a second run must find nothing: so the rules
work on the text as it changes, while each character remembers where it came from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from reportlint.document import Document
from reportlint.fix.masking import masked
from reportlint.fix.rules import RULES, Change
from reportlint.named import NamedTuple

KINDS: dict[str, str] = {
    "invisible": "看不见的字符（零宽空格等）",
    "punctuation": "中文里的半角标点",
    "brackets": "中文里的半角括号",
    "doubled": "重复的标点",
    "spaces": "汉字与数字之间的空格",
    "numbering": "序号后的标点",
}
_ROUNDS = 12


class Edit(NamedTuple):
    """A replacement: offsets of the document's source, and what should stand there."""

    start: int
    end: int
    text: str


def edits(
    document: Document, locked: Iterable[tuple[int, int]] = (), kinds: Collection[str] = tuple(KINDS)
) -> tuple[Edit, ...]:
    """The replacements in order, none touching a locked stretch or spanning a line end."""
    text = masked(document, locked)
    original = len(text)
    origin = list(range(original))
    for _ in range(_ROUNDS):
        before = text
        for kind, rule in RULES.items():
            if kind in kinds:
                text, origin = _changed(text, origin, list(rule(text)))
        if text == before:
            break
    return tuple(_composed(document.source, text, origin))


def applied(text: str, changes: Sequence[Edit]) -> str:
    """The text with the replacements made."""
    pieces, at = [], 0
    for start, end, new in changes:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _changed(text: str, origin: list[int], changes: list[Change]) -> tuple[str, list[int]]:
    if not changes:
        return text, origin
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for start, end, new in sorted(changes):
        if start < at:
            continue  # the next round sees it again
        pieces += [text[at:start], new]
        origins += origin[at:start]
        origins += [-1] * len(new)
        at = end
    pieces.append(text[at:])
    origins += origin[at:]
    return "".join(pieces), origins


def _composed(source: str, text: str, origin: list[int]) -> Iterator[Edit]:
    """What stands between characters that came through unchanged."""
    expected, new = 0, 0
    for index in range(len(origin) + 1):
        came_from = origin[index] if index < len(origin) else len(source)
        if came_from < 0:
            continue
        if came_from != expected or new != index:
            yield Edit(expected, came_from, text[new:index])
        expected, new = came_from + 1, index + 1
