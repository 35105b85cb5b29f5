"""Markdown's **bold** and *italic*: asterisks that stand for nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlint.document import Document
from reportlint.lazyre import lazy

_BOLD = lazy(r"(?<!\*)\*\*(?=[^\s*])([^*\n]{0,60}?[^\s*])\*\*(?!\*)")
_ITALIC = lazy(r"(?<!\*)\*(?=[^\s*])[^*\n]{0,60}?[^\s*]\*(?!\*)")


def emphasis_marks(document: Document, counted: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Where the asterisks of emphasis stand: in .md files every pair, elsewhere only **…** around an author's phrase.

    ``counted`` tells whether a unit or a name stands at an offset: asterisks before one are a mask.
    """
    text = document.text
    markdown = document.path.lower().endswith((".md", ".markdown"))
    for match in _BOLD.finditer(text) if "**" in text else ():
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        wraps = (not before or before in " \n\t。；，、") and (not after or not counted(match.end()))
        inner = match[1]
        # **市委、**市政府《…》精神，为推动**经济: the name's own masks, with the beginning of the next clause between them
        wraps = wraps and not ("，" in inner and counted(match.start(1)))
        phrase = inner[-1] in "。：:；" or (wraps and len(inner) >= 4 and (not after.strip() or len(inner) >= 6))
        if markdown or phrase:
            yield match.start(), match.start() + 2
            yield match.end() - 2, match.end()
    for match in _ITALIC.finditer(text) if markdown else ():
        if not counted(match.start() + 1):  # 罚款*万元，办理*件: two masks, no emphasis
            yield match.start(), match.start() + 1
            yield match.end() - 1, match.end()
