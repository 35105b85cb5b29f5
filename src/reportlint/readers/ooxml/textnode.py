"""The text of one ``w:t``."""

from __future__ import annotations

from reportlint.readers.ooxml.names import SPACE, Element


def visible(element: Element) -> str:
    """The text of ``w:t`` as Word shows it: trimmed unless space is preserved, line ends in it are spaces."""
    text = element.text or ""
    if text and (text[0] in " \t\r\n" or text[-1] in " \t\r\n") and element.get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    if "\n" in text or "\r" in text:
        text = text.replace("\n", " ").replace("\r", " ")
    return text
