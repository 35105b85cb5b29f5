"""The lines of a draft with every finding marked at its own characters, however findings overlap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.finding import Finding
from reportlint.named import NamedTuple
from reportlint.reporters.html.markup import NOTHING, Html, joined, tag

_NUMBERS = 3  # of the findings that begin at one place, this many show their number there
_PLAIN = 200  # code points kept on either side of what is left out of a shortened line


class Item(NamedTuple):
    """A finding as the page knows it: its number within the file, and the key its ids are made of (``f1-3``)."""

    number: int
    key: str
    finding: Finding

    @property
    def group(self) -> str:
        """What it counts as: its severity, or ``waived``."""
        return "waived" if self.finding.waived else self.finding.severity


class Place(NamedTuple):
    """Where a finding stands in one line: code points, 0-based, half-open; ``first`` on the line it begins in."""

    start: int
    end: int
    item: Item
    first: bool


def known_lines(text: str | None, items: Sequence[Item]) -> tuple[dict[int, str], dict[int, int]]:
    """The lines there are, by number, and how many characters are missing before each.

    Without the draft's text these are the lines that the findings quote.
    """
    if text is not None:
        lines = text.removesuffix("\n").split("\n")
        return dict(enumerate(lines, 1)), {}
    quoted: dict[int, str] = {}
    missing: dict[int, int] = {}
    for item in items:
        finding = item.finding
        if finding.line not in quoted:
            quoted[finding.line] = finding.excerpt
            missing[finding.line] = max(0, finding.column - 1 - finding.excerpt_start)
    return dict(sorted(quoted.items())), missing


def places(lines: Mapping[int, str], missing: Mapping[int, int], items: Sequence[Item]) -> dict[int, list[Place]]:
    """Where each finding stands, by line. None is lost: one beyond the text stands at the end of its last line."""
    found: dict[int, list[Place]] = {}
    for item in items:
        finding = item.finding
        line = finding.line if finding.line in lines else max(lines, default=0)
        for number in range(line, max(line, finding.end_line) + 1):
            if number not in lines:
                continue
            length, shift = len(lines[number]), missing.get(number, 0)
            start = finding.column - 1 - shift if number == finding.line else 0 if number > line else length
            end = finding.end_column - 1 - shift if number == finding.end_line else length
            start = max(0, min(start, length))
            place = Place(start, max(start, min(end, length)), item, number == line)
            if place.first or place.end > place.start:
                found.setdefault(number, []).append(place)
    return found


def marked_line(line: str, spots: Sequence[Place], shorten: bool) -> Html:
    """A line of the draft; with ``shorten`` long stretches lose their middle."""
    if not spots:
        return joined([_shortened(line) if shorten else line])
    return joined(_pieces(line, spots, shorten))


def _pieces(line: str, spots: Sequence[Place], shorten: bool) -> Iterator[str]:
    edges = sorted({0, len(line), *(place.start for place in spots), *(place.end for place in spots)})
    for index, edge in enumerate(edges):
        points = [place for place in spots if place.start == place.end == edge]
        if points:
            yield _mark("", points, points)
        if index + 1 == len(edges):
            return
        words = line[edge : edges[index + 1]]
        shown = _shortened(words) if shorten else words
        over = [place for place in spots if place.start <= edge < place.end]
        yield _mark(shown, over, [place for place in over if place.start == edge]) if over else shown


def _mark(words: str, over: Sequence[Place], beginning: Sequence[Place]) -> Html:
    """One stretch under one or more findings: coloured by the gravest, a link back to it in the list."""
    ranked = sorted(over, key=lambda place: place.item.number)
    ids = sorted((place.item for place in beginning if place.first), key=lambda item: item.number)
    top = ranked[0].item
    attributes = {
        "class": f"{top.group}{'' if words else ' point'}",
        "data-f": " ".join(place.item.key for place in ranked),
    }
    anchors: Html = NOTHING
    if ids:
        attributes["id"] = f"m{ids[0].key}"
        shown = "·".join(str(item.number) for item in ids[:_NUMBERS])
        attributes["data-n"] = shown + ("…" if len(ids) > _NUMBERS else "")
        anchors = joined(tag("i", {"id": f"m{item.key}"}) for item in ids[1:])
    link = tag("a", {"href": f"#n{top.key}", "title": f"回到待办 {top.number}"}, words or "此处")
    return tag("mark", attributes, anchors, link)


def _shortened(words: str) -> str:
    left_out = len(words) - 2 * _PLAIN
    return f"{words[:_PLAIN]}……（略去 {left_out} 字）……{words[-_PLAIN:]}" if left_out > _PLAIN else words
