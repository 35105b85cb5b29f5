"""The table of reporters: a name, and the function that makes an output of a report. Named, imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from reportlint.finding import Report


class Style(NamedTuple):
    """How an output is to look: ``color`` (a terminal), ``width`` in cells of the terminal, ``version`` of reportlint."""

    color: bool = False
    width: int = 100
    version: str = ""


Reporter = Callable[[Report, Style], "str | bytes"]

REPORTERS: dict[str, str] = {
    "concise": "reportlint.reporters.concise:render",
    "full": "reportlint.reporters.full:render",
    "html": "reportlint.reporters.html:render",
    "json": "reportlint.reporters.json_report:render",
}

WITH_ANSWERS = frozenset(("html", "json"))
"""The outputs that show the requirements' answers."""

WITH_TEXTS: frozenset[str] = frozenset(("html",))
"""The outputs that show the drafts themselves."""


def reporter(name: str) -> Reporter:
    """The reporter of a name; KeyError for an unknown one."""
    module, _, function = REPORTERS[name].partition(":")
    found: Reporter = getattr(import_module(module), function)
    return found
