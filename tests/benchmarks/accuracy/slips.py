"""Slips and look-alikes that drafters wrote down without having seen the rules, planted one at a time.

``slips-seen.tsv`` was then read by those who write rules; ``slips-unseen.tsv`` was not, when the table was made. A line is
the kind and a sentence with ⟦ ⟧ around what is wrong; {y} is the report's year, {y-1} the one before, ␤ at the beginning
makes it a line of its own. ``look-alikes.txt`` holds what only looks wrong.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportlint.draft import Draft
from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.finding import Finding

from .generator import clean_texts

FOLDER = Path(__file__).parent


@dataclass
class Tally:
    """Of one kind: how many were planted, and how many were named at the place."""

    planted: int = 0
    named: int = 0


@dataclass
class Base:
    """A clean draft, where a sentence may be put in, and what is said of it without one."""

    draft: Draft
    places: list[int]
    said: set[tuple[str, str]]


def bases(plan: Plan) -> list[Base]:
    """The clean drafts; a sentence goes behind a full stop of the account of the year's work."""
    found = []
    for text in clean_texts():
        draft = Draft(as_document(text), plan.pack)
        places = [s.start + m.end() for s in draft.account for m in re.finditer("。", draft.text[s.start : s.end])]
        said = {(f.rule, f.message) for f in check_document(as_document(text), plan).findings}
        found.append(Base(draft, places, said))
    return found


def named(which: str, plan: Plan, chance: random.Random) -> dict[str, Tally]:
    """Each kind's tally over a file of slips."""
    found: dict[str, Tally] = {}
    drafts = bases(plan)
    for line in (FOLDER / f"slips-{which}.tsv").read_text(encoding="utf-8").splitlines():
        kind, words = line.split("\t")
        tally = found.setdefault(kind, Tally())
        tally.planted += 1
        base = chance.choice(drafts)
        at, sentence = _placed(base, words, chance)
        low, high = at + sentence.index("⟦"), at + sentence.index("⟧") - 1
        tally.named += any(
            start <= high and end >= low for start, end, _ in _news(base, at, re.sub("[⟦⟧]", "", sentence), plan)
        )
    return found


def alarms(plan: Plan, chance: random.Random) -> Iterator[tuple[str, Finding]]:
    """Errors and warnings about what only looks wrong."""
    drafts = bases(plan)
    for words in (FOLDER / "look-alikes.txt").read_text(encoding="utf-8").splitlines():
        base = chance.choice(drafts)
        at, sentence = _placed(base, words, chance)
        yield from ((words, f) for _, _, f in _news(base, at, sentence, plan) if f.severity != "info")


def _placed(base: Base, words: str, chance: random.Random) -> tuple[int, str]:
    year = base.draft.year or 2025
    sentence = re.sub(r"\{y([+-]\d)?\}", lambda m: str(year + int(m[1] or 0)), words).replace("␤", "\n")
    at = chance.choice(base.places)
    if sentence.startswith("\n"):
        line_end = base.draft.text.find("\n", at)
        at = line_end if line_end >= 0 else len(base.draft.text)
    return at, sentence


def _news(base: Base, at: int, sentence: str, plan: Plan) -> Iterator[tuple[int, int, Finding]]:
    """What is said with the sentence in and was not said without it, with its offsets."""
    document = as_document(base.draft.text[:at] + sentence + base.draft.text[at:])
    for finding in check_document(document, plan).findings:
        if (finding.rule, finding.message) not in base.said:
            start = document.line_starts[finding.line - 1] + finding.column - 1
            end = document.line_starts[finding.end_line - 1] + finding.end_column - 1
            yield start, max(end, start + 1), finding
