"""What must not be touched: masked with a character that no rule matches, one for one, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.document import Document

MASK = "\ufffc"
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+|www\.[\w.-]+(?:/[\w./?=&%#-]*)?"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
_TITLE = re.compile("(?<=《)[^《》]{0,80}(?:《[^《》]{0,80}》[^《》]{0,80}){0,3}(?=》)|(?<=〈)[^〈〉\n]{0,80}(?=〉)")
_NUMBER = re.compile(r"[〔\[［(（][ \u3000]?\d{4}[ \u3000]?[〕\]］)）][ \u3000]?第?[ \u3000]?\d+[ \u3000]?号")
_WAIVER = re.compile(r"^[^\n]*reportlint[ \t\u3000]*豁免[^\n]*$", re.M)
_MARKDOWN = (
    re.compile(r"^(?:```|~~~).*?(?:^(?:```|~~~)[^\n]*$|\Z)", re.M | re.S),
    re.compile(r"`[^`\n]+`"),
    re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)"),
    re.compile(r"<!--.*?-->", re.S),
    re.compile(r"^[ \t]*(?:[-*+]|#{1,6}|>+)[ \t]+", re.M),
    re.compile(r"^[ \t]*\|[^\n]*$", re.M),
    re.compile(r"\A---\n.*?^---$", re.M | re.S),
)
_INSIDE = re.compile("[^\n]")


def masked(document: Document, locked: Iterable[tuple[int, int]] = ()) -> str:
    """The document's source with everything that stays as it is masked; line ends are kept.

    Titles of instruments and their numbers are quotations; addresses and code are no prose. ``locked`` are the
    stretches that the file itself forbids.
    """
    text = document.source
    patterns = [_ADDRESS, _TITLE, _NUMBER, _WAIVER]
    if document.path.lower().endswith((".md", ".markdown")):
        patterns += _MARKDOWN
    spans = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    spans += [(start, end) for start, end in locked if end > start]
    if not spans:
        return text
    pieces, at = [], 0
    for start, end in _merged(spans):
        pieces += [text[at:start], _INSIDE.sub(MASK, text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
