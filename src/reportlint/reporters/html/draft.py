"""The draft itself: numbered lines, findings marked in them and told beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.named import NamedTuple
from reportlint.reporters.html.marked import Item, Place, known_lines, marked_line, places
from reportlint.reporters.html.markup import NOTHING, Html, joined, tag
from reportlint.reporters.html.words import kind

_MANY = 4  # more notes than this at one line stand below it, side by side: the margin would tear the text apart
_AROUND = 3  # lines shown before and after a finding where a draft is too long to be shown whole


class Shown(NamedTuple):
    """The draft as markup, and the numbers of the lines that a link can lead to."""

    markup: Html
    lines: frozenset[int]


def draft(key: str, text: str | None, items: Sequence[Item], whole: bool) -> Shown:
    """The draft of one file; not the ``whole``: only the lines near findings, and a note that says so."""
    lines, missing = known_lines(text, items)
    spots = places(lines, missing, items)
    whole = whole and text is not None
    kept = list(lines) if whole or text is None else [number for number in lines if _near(number, spots)]
    note = "" if whole else _note(text, len(lines))
    rows: list[Html] = []
    before = 0
    for number in kept:
        if text is not None and number > before + 1:
            rows.append(_gap(before + 1, number - 1))
        rows.append(_row(key, number, lines[number], spots.get(number, ()), not whole))
        before = number
    if text is not None and kept and before < len(lines):
        rows.append(_gap(before + 1, len(lines)))
    head = tag("p", {"class": "quiet"}, note) if note else NOTHING
    return Shown(joined([head, tag("ol", {"class": "draft"}, *rows)]), frozenset(kept))


def _near(number: int, spots: dict[int, list[Place]]) -> bool:
    return any(at in spots for at in range(number - _AROUND, number + _AROUND + 1))


def _note(text: str | None, lines: int) -> str:
    if text is None:
        return "这里没有收进全文，只列出有问题的行。"
    return f"全文很长（{lines} 行，{len(text)} 字），这里只列出有问题的行和前后各 {_AROUND} 行；要看全文，请用“reportlint text”。"


def _gap(first: int, last: int) -> Html:
    shown = f"第{first}行" if first == last else f"第{first}—{last}行"
    return tag("li", {"class": "gap"}, f"……{shown}没有发现问题，略去……")


def _row(key: str, number: int, line: str, spots: Sequence[Place], shorten: bool) -> Html:
    """A line, and beside it what begins in it."""
    beginning = sorted((place.item for place in spots if place.first), key=lambda item: item.number)
    content = [
        tag("span", {"class": "ln", "aria-hidden": "true"}, str(number)),
        tag("div", {"class": "tx"}, marked_line(line, spots, shorten)),
    ]
    if beginning:
        kind_of = "notes many" if len(beginning) > _MANY else "notes"
        content.append(tag("ul", {"class": kind_of, "aria-label": f"第{number}行的问题"}, *_notes(beginning)))
    return tag("li", {"class": "row" if line.strip() or spots else "row blank", "id": f"{key}-L{number}"}, *content)


def _notes(items: Sequence[Item]) -> Iterator[Html]:
    for item in items:
        finding = item.finding
        message = tag("s", {}, finding.message) if finding.waived else finding.message
        reason = tag("span", {"class": "quiet"}, f"（已豁免：{finding.waived}）") if finding.waived else NOTHING
        link = {"class": "back", "href": f"#n{item.key}", "tabindex": "-1", "title": f"回到待办 {item.number}"}
        yield tag(
            "li", {"class": f"note {item.group}", "data-f": item.key},
            tag("a", link, tag("b", {"class": "no"}, str(item.number)), kind(item)), " ", message, reason,
        )  # fmt: skip
