"""Titles that tell something already: a numbered sentence is no name of what is to follow."""

from __future__ import annotations

from reportlint.document import Span
from reportlint.lazyre import lazy

_STOP = "。！!？?；;"
_CAUSE = lazy("(?:原因|根源|症结)(?:是|在于)|因为|由于|(?:源|缘)于|导致")
_QUANTITY = lazy(
    r"\d[余多几]?\s?(?:[次件项人个场份名家起条户部轮期篇万亿元%％处宗例套台所辆只批岁位天亩吨倍]|小时|公里|平方)"
)
_TOLD = lazy(
    "[，,]|《|[已尚仍]|了(?!解)|未(?!成年|来)|均(?!衡)|并(?!重)|全部|建成|印发|出台|召开|成立|修订|办结"
    "|[一二三四五六七八九十百千两]余?(?:次|件|场|起|人次|名|份)"
    "|(?<![的和与及])不(?!断|忘|懈|折|放|松|动产|作为|良|正当)"
)


def is_statement(text: str, span: Span, *, told: bool = False) -> bool:
    """Whether a title is a sentence that says something, not the name of what is to follow.

    A quantity or a cause always says something; a full stop does behind a clause, a document's name or a thing done,
    and with ``told`` by itself. A semicolon ends an item of an enumeration, never a title.
    """
    title = text[span.start : span.end]
    if _QUANTITY.search(title) or _CAUSE.search(title):
        return True
    stop = text[span.end : span.end + 1]
    return bool(stop) and stop in _STOP and (told or stop in "；;" or _TOLD.search(title) is not None)
