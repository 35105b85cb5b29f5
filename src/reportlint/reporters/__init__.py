"""The table of reporters: a name, and the function that makes an output of a report. Named, imported when asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module

from reportlint.finding import Report
from reportlint.named import NamedTuple


class Style(NamedTuple):
    """How an output is to look: ``color`` (a terminal), ``width`` in cells of the terminal, ``version`` of reportlint."""

    color: bool = False
    width: int = 100
    version: str = ""


Reporter = Callable[[Report, Style], "str | bytes"]

REPORTERS: dict[str, str] = {
    "checkstyle": "reportlint.reporters.checkstyle:render",
    "concise": "reportlint.reporters.concise:render",
    "csv": "reportlint.reporters.csv_table:render",
    "full": "reportlint.reporters.full:render",
    "github": "reportlint.reporters.github:render",
    "gitlab": "reportlint.reporters.gitlab:render",
    "html": "reportlint.reporters.html:render",
    "json": "reportlint.reporters.json_report:render",
    "jsonl": "reportlint.reporters.json_report:render_lines",
    "junit": "reportlint.reporters.junit:render",
    "markdown": "reportlint.reporters.markdown:render",
    "sarif": "reportlint.reporters.sarif:render",
    "xlsx": "reportlint.reporters.xlsx:render",
}

WITH_ANSWERS = frozenset(("html", "json", "jsonl", "xlsx"))
"""The outputs that show the requirements' answers."""

WITH_TEXTS: frozenset[str] = frozenset(("html",))
"""The outputs that show the drafts themselves."""


def reporter(name: str) -> Reporter:
    """The reporter of a name; KeyError for an unknown one."""
    module, _, function = REPORTERS[name].partition(":")
    found: Reporter = getattr(import_module(module), function)
    return found


def told_path(path: str) -> str:
    """A path as other programs know the file: forward slashes, no leading ``./``."""
    return os.path.normpath(path).replace(os.sep, "/")


def as_json(content: object, indent: int | None = 2) -> str:
    """JSON that is UTF-8 whatever the draft holds, without a character that some programs take for a line end."""
    import json
    import re

    text = json.dumps(content, ensure_ascii=False, indent=indent)
    for char in "\x7f\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return re.sub("[\ud800-\udfff]", "\ufffd", text)  # strict parsers refuse a lone surrogate, escaped or not
