"""The words that the page uses for what a finding is."""

from __future__ import annotations

from reportlint.reporters.html.marked import Item
from reportlint.reporters.html.markup import NOTHING, Html, joined, tag

GROUPS = {"error": "必须改", "warning": "请核对", "info": "提示", "waived": "已豁免"}
"""What a person is to do, gravest first."""

SIGNS = {"pass": "✓", "confirm": "！", "fail": "✕", "unreadable": "？"}


def kind(item: Item) -> Html:
    """必须改, with 疑似 where a person has to decide."""
    doubt = tag("span", {"class": "doubt"}, "疑似") if item.finding.certainty == "suspected" else NOTHING
    return joined([tag("span", {"class": "kind"}, GROUPS[item.group]), doubt])
