"""Patterns that are compiled when they are first used.

A pattern with a class of Chinese characters takes a fifth of a millisecond to compile, and there are hundreds: compiled
at import they would cost a run over one draft more than the checking does. Most drafts need a small part of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

from reportlint.keptpatterns import kept_patterns

HAN = r"[^\W\da-zA-Z_]"
"""A Han character, or a letter of some other script than Latin, which no report has. Compiling a class goes through each
range character by character: [一-鿿] takes a whole millisecond, a class of categories nothing."""


class _Lazy:
    """Stands in for a compiled pattern; after the first use of a method it is that pattern's own."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        method = getattr(kept_patterns().compiled(self._source), name)
        setattr(self, name, method)
        return method


def lazy(source: str) -> re.Pattern[str]:
    """The pattern, to be compiled (and, if it is wrong, to raise re.error) when it is first used."""
    return cast("re.Pattern[str]", _Lazy(source))


@lru_cache(maxsize=1024)
def cached(source: str) -> re.Pattern[str]:
    """The compiled pattern, for one that is written where it is used: ``cached("[，,]").search(words)``.

    Not for patterns made of a draft's own words: these would be kept on disk, where no draft's words belong.
    """
    return kept_patterns().compiled(source)
