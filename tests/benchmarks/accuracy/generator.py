"""Plants one labelled defect at a time into a clean draft, at a random fitting place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reportlint.draft import Draft
from reportlint.examples import as_document
from reportlint.numerals import figures
from reportlint.rule import RulePack

from .wordings import DATE_MASKS, FIGURE_MASKS, SENTENCES

CLEAN = Path(__file__).parent / "clean"
GOOD = Path(__file__).resolve().parents[3] / "samples" / "good"


class Planted(NamedTuple):
    """A draft with one defect: its kind, the rules that must speak, where (offset, length), and whether held back."""

    kind: str
    rules: tuple[str, ...]
    text: str
    start: int
    length: int
    held_back: bool


def clean_texts() -> list[str]:
    """All clean drafts that are plain text."""
    return [path.read_text(encoding="utf-8") for folder in (CLEAN, GOOD) for path in sorted(folder.glob("*.txt"))]


def planted(text: str, pack: RulePack, chance: random.Random) -> Iterator[Planted]:
    """One draft for every kind and wording that fits the text."""
    draft = Draft(as_document(text), pack)
    for kind, (rules, wordings) in SENTENCES.items():
        for at, words in enumerate(wordings):
            yield _inserted(draft, kind, rules, words, at * 2 >= len(wordings), chance)
    for at, mask in enumerate(FIGURE_MASKS):
        yield from _figure(draft, mask, at * 2 >= len(FIGURE_MASKS), chance)
    for at, mask in enumerate(DATE_MASKS):
        yield _inserted(
            draft,
            "date mask",
            ("unfilled-date",),
            f"{mask}召开专题会议。",
            at * 2 >= len(DATE_MASKS),
            chance,
            len(mask),
        )
    for make in _STRUCTURAL:
        yield from make(draft, chance)


def _inserted(
    draft: Draft, kind: str, rules: tuple[str, ...], words: str, held_back: bool, chance: random.Random, length: int = 0
) -> Planted:
    """Words put at the end of a sentence within the account of the year's work."""
    text = draft.text
    places = [span.start + m.end() for span in draft.account for m in re.finditer("。", text[span.start : span.end])]
    at = chance.choice(places)
    if words.startswith("\n"):
        line_end = text.find("\n", at)
        at = line_end if line_end >= 0 else len(text)
        shown = words.rstrip("\n")
        return Planted(kind, rules, text[:at] + shown + text[at:], at + 1, len(shown) - 1, held_back)
    return Planted(kind, rules, text[:at] + words + text[at:], at, length or len(words), held_back)


def _figure(draft: Draft, mask: str, held_back: bool, chance: random.Random) -> Iterator[Planted]:
    found = [f for f in figures(draft.text) if f.kind == "number" and f.unit in "次件项份场人名家条%" and f.unit]
    if found:
        figure = chance.choice(found)
        words = mask.replace("{u}", figure.unit)
        text = draft.text[: figure.start] + words + draft.text[figure.end :]
        yield Planted("figure mask", ("unfilled-figure",), text, figure.start, len(words), held_back)


def _without_section(section: str, rule: str) -> Callable[[Draft, random.Random], Iterator[Planted]]:
    """The draft without one statutory part, wherever it stands; nothing where it shares a heading with another."""

    def make(draft: Draft, chance: random.Random) -> Iterator[Planted]:
        spans = draft.topic(section)
        others = {
            m.heading
            for m in draft.sections.matches
            if m.section in ("problems", "next-plan", "first-responsible") and m.section != section
        }
        own = {m.heading for m in draft.sections.found(section)}
        if not spans or own & others or not own:
            return
        text = draft.text
        for span in reversed(spans):
            text = text[: span.start] + text[span.end :]
        text = re.sub("[^。\n]*第一责任人[^。\n]*[。\n]", "", text) if section == "first-responsible" else text
        title = draft.identity.title_span
        yield Planted(f"missing {section}", (rule,), text, title.start if title else 0, 4, False)

    return make


def _replaced(
    kind: str, rules: tuple[str, ...], find: Callable[[Draft], list[tuple[int, int, str]]]
) -> Callable[[Draft, random.Random], Iterator[Planted]]:
    """A stretch of the draft replaced by wrong words, at one of the places that fit."""

    def make(draft: Draft, chance: random.Random) -> Iterator[Planted]:
        places = find(draft)
        if places:
            start, end, words = chance.choice(places)
            yield Planted(kind, rules, draft.text[:start] + words + draft.text[end:], start, max(len(words), 1), False)

    return make


def _opening_year(draft: Draft) -> list[tuple[int, int, str]]:
    opening, year = draft.identity.opening, draft.year
    if opening is None or not year or not draft.text[opening.start :].lstrip().startswith(f"{year}年，"):
        return []
    at = draft.text.index(str(year), opening.start)
    return [(at, at + 4, str(year - 1))]


def _heading_years(draft: Draft) -> list[tuple[int, int, str]]:
    year = draft.year or 0
    found = []
    for index, heading in enumerate(draft.outline.headings):
        plan = any(m.heading == index for m in draft.sections.found("next-plan"))
        written = year + 1 if plan else year
        if heading.title.startswith(str(written)):
            at = draft.text.index(str(written), heading.span.start)
            found.append((at, at + 4, str(year if plan else year - 1)))
    return found


def _date_year(draft: Draft) -> list[tuple[int, int, str]]:
    date, year = draft.identity.date, draft.year
    return [(date.start, date.start + 4, str(year - 1))] if date and year else []


def _gaps(draft: Draft) -> list[tuple[int, int, str]]:
    """A heading's number raised by one: a gap before it and, mostly, a duplicate behind it."""
    following = {"二": "三", "三": "四", "四": "五", "五": "六"}
    return [
        (h.label.start, h.label.end, draft.text[h.label.start : h.label.end].replace(n, following[n]))
        for h in draft.outline.headings
        if h.kind in ("han", "han-paren")
        and (n := "〇一二三四五六七八九十"[h.number] if h.number <= 10 else "") in following
    ]


def _repeats(draft: Draft) -> list[tuple[int, int, str]]:
    """A long sentence said again at the end of the last paragraph of the account."""
    span = draft.account[-1]
    sentences = [m.group() for m in re.finditer("[^。\n]{40,90}。", draft.text[span.start : span.end])]
    last = draft.text.rfind("。", span.start, span.end) + 1
    return [(last, last, sentence) for sentence in sentences[:5]]


_FIGURED = (
    "leadership",
    "institutions",
    "services",
    "enforcement",
    "disputes",
    "supervision",
    "publicity",
    "decisions",
)


def _vague_figures(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    """A figure of a section made vague: the section says so and does not call it absent."""
    for section in _FIGURED:
        if draft.report_class == "township" and section not in ("leadership", "disputes", "publicity"):
            continue  # not asked of townships
        spec = draft.pack.section(section)
        places = [
            (f.start, f.end, f"{chance.choice(('十几', '数十', '若干', '几十'))}{f.unit}", section)
            for span in draft.sections.spans(section)
            for f in draft.figures
            if spec and f.kind == "number" and span.start <= f.start < span.end
            and any(f.unit in figure.units and any(w in draft.text[max(span.start, f.start - 8) : f.start] for w in figure.words) for figure in spec.figures)
        ]  # fmt: skip
        if places:
            start, end, words, _ = chance.choice(places)
            text = draft.text[:start] + words + draft.text[end:]
            inside = [
                n for n in _FIGURED if any(a <= start < b for a, b in draft.sections.spans(n))
            ]  # 完善制度，规范决策
            rules = tuple(f"{name}-usual-figures" for name in inside)
            yield Planted("figure made vague", rules, text, start, len(words), False)


def _no_figures(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    """A section whose body says nothing that can be counted."""
    for section in _FIGURED:
        found = [m for m in draft.sections.found(section) if draft.outline.headings[m.heading].kind != "lead"]
        spans = draft.sections.spans(section)
        if len(found) != 1 or len(spans) != 1 or draft.report_class == "township":
            continue
        heading = draft.outline.headings[found[0].heading]
        if any(h.parent == found[0].heading for h in draft.outline.headings):
            continue
        body = (
            "。认真落实各项要求，持续改进工作作风，取得明显成效。\n"
            if heading.run_in
            else "\n认真落实各项要求，持续改进工作作风，取得明显成效。\n"
        )
        text = draft.text[: heading.span.end] + body + draft.text[spans[0].end :]
        yield Planted("section without figures", (f"{section}-figures",), text, heading.start, 4, False)


_STRUCTURAL = (
    _vague_figures,
    _no_figures,
    _without_section("problems", "problems-section"),
    _without_section("next-plan", "next-plan-section"),
    _without_section("first-responsible", "first-responsible-section"),
    _replaced("opening year", ("opening-year",), _opening_year),
    _replaced("heading year", ("heading-year", "next-plan-year"), _heading_years),
    _replaced("date year", ("date-year",), _date_year),
    _replaced("numbering", ("numbering",), _gaps),
    _replaced("repetition", ("repeated-sentence",), _repeats),
)
