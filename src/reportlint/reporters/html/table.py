"""The requirement table of each report in a file: what was asked, and where and in which words it is answered."""

from __future__ import annotations

import re
from collections.abc import Collection

from reportlint.coverage import HEADER, Coverage, Row
from reportlint.reporters.html.markup import Html, tag


def table(key: str, covered: Coverage, lines: Collection[int]) -> Html:
    """The table, missing requirements first; places are links where the line is shown."""
    caption = tag("caption", {}, tag("b", {}, covered.summary), f"　{covered.document.title}")
    head = tag("thead", {}, tag("tr", {}, *(tag("th", {"scope": "col"}, name) for name in HEADER)))
    body = tag("tbody", {}, *(_row(key, row, lines) for row in covered.rows))
    return tag("table", {"class": "coverage"}, caption, head, body)


def _row(key: str, row: Row, lines: Collection[int]) -> Html:
    """Each cell says which column it is of: on a phone the cells stand below one another."""
    digits = re.search(r"\d+", row.place)
    place: str = row.place
    if digits and int(digits[0]) in lines:
        place = tag("a", {"href": f"#{key}-L{int(digits[0])}"}, row.place)
    shown = (row.demand, row.basis, tag("span", {"class": "status"}, row.status_name), place, row.quote)
    cells = [
        tag("td", {"data-head": name, **({} if words else {"class": "empty"})}, words)
        for name, words in zip(HEADER[1:], shown[1:], strict=True)
    ]
    return tag("tr", {"class": row.status}, tag("th", {"scope": "row"}, row.demand), *cells)
