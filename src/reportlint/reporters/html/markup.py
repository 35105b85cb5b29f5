"""HTML by construction: a plain string is always text, whatever a draft says; only :class:`Html` is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from reportlint.textwidth import printable

_VOID = frozenset(("meta", "input"))
_SURROGATE = re.compile("[\ud800-\udfff]")


class Html(str):
    """A string that is markup already."""

    __slots__ = ()


NOTHING = Html()


def tag(name: str, attributes: Mapping[str, str], *content: str) -> Html:
    """An element; an attribute without a value is written bare, one named ``""`` not at all."""
    shown = "".join(f' {key}="{text(value)}"' if value else f" {key}" for key, value in attributes.items() if key)
    end = "" if name in _VOID else f"</{name}>"
    return Html(f"<{name}{shown}>{joined(content)}{end}")


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Parts one after another, those that are no markup escaped."""
    return Html(between.join(part if isinstance(part, Html) else text(part) for part in parts))


def text(words: str) -> Html:
    """Words as text: nothing in them is markup, turns the direction of writing, or is invisible; tabs stay.

    One character stays one character, so that columns hold.
    """
    shown = "\t".join(printable(part) for part in words.split("\t"))
    return Html(escape(_SURROGATE.sub("\ufffd", shown)))
