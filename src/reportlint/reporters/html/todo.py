"""The to-do list of a file, gravest first: what, where, by which rule, on what basis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.finding import Finding
from reportlint.reporters.html.marked import Item
from reportlint.reporters.html.markup import NOTHING, Html, joined, tag
from reportlint.reporters.html.words import GROUPS
from reportlint.rule import Rule


def numbered(key: str, findings: Sequence[Finding]) -> list[Item]:
    """The findings of a file in the order of its list: what must be changed first, waived ones last."""
    ordered = sorted(
        findings,
        key=lambda f: (bool(f.waived), f.level.rank, f.line, f.column, f.end_line, f.end_column, f.rule, f.message),
    )
    return [Item(number, f"{key}-{number}", finding) for number, finding in enumerate(ordered, 1)]


def todo(items: Sequence[Item], rules: Mapping[str, Rule]) -> Html:
    """The list in its groups; a sentence where there is nothing to do."""
    if not items:
        return tag("p", {"class": "quiet"}, "没有发现问题。")
    groups: list[Html] = []
    for group, name in GROUPS.items():
        members = [item for item in items if item.group == group]
        if members:
            head = tag("h4", {"class": group}, f"{name} {len(members)} 处")
            entries = [_entry(item, rules.get(item.finding.rule)) for item in members]
            groups.append(tag("div", {"class": "group"}, head, tag("ol", {"class": "todo"}, *entries)))
    return joined(groups)


def _entry(item: Item, rule: Rule | None) -> Html:
    finding = item.finding
    place = f"第{finding.line}行" + (f"　{finding.where.strip()}" if finding.where else "")
    doubt = tag("span", {"class": "doubt"}, "疑似") if finding.certainty == "suspected" else NOTHING
    message = tag("s", {}, finding.message) if finding.waived else finding.message
    link = tag(
        "a", {"class": "go", "href": f"#m{item.key}"},
        tag("b", {"class": "no"}, str(item.number)),
        tag("span", {"class": "place"}, place), doubt,
        tag("span", {"class": "message"}, message),
    )  # fmt: skip
    reason = tag("p", {"class": "reason"}, f"已豁免：{finding.waived}") if finding.waived else NOTHING
    attributes = {"id": f"n{item.key}", "class": f"item {item.group}", "data-g": item.group, "data-r": finding.rule}
    return tag("li", attributes, link, reason, _basis(finding.rule, rule))


def _basis(name: str, rule: Rule | None) -> Html:
    """Closed until wanted: the rule's title, what it rests on, and why."""
    if rule is None:
        return tag("p", {"class": "rule"}, tag("code", {}, name))
    summary = tag("summary", {}, "依据 ", tag("code", {}, name))
    told = [("规则", rule.title), ("依据", rule.basis.shown), ("理由", rule.why)]
    pairs = [joined([tag("dt", {}, head), tag("dd", {}, words)]) for head, words in told if words]
    return tag("details", {"class": "rule"}, summary, tag("dl", {}, *pairs))
