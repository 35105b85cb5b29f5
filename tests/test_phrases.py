"""Phrases: which of them may occur is told by their parts, and those that do are found however quotes are set."""

from __future__ import annotations

import pytest

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.examples import as_document
from reportlint.phrases import Phrases
from reportlint.rule import RulePack

PHRASES = ("“一网通办”改革", "爱青岚App", "党的领导，依法治国", "i云川", "App", "规划（2021—2025年）", "一网通办")


def _draft(text: str) -> Draft:
    return Draft(as_document(text), RulePack("invented", "", ()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推进“一网通办”改革。", [("“一网通办”改革", "“一网通办”改革")]),
        ("推进一网通办改革。", [("一网通办改革", "“一网通办”改革")]),
        ("推进‘一网通办’改革和“一网通办”。", [("‘一网通办’改革", "“一网通办”改革"), ("一网通办", "一网通办")]),
        ("用爱青岚APP办理。", [("爱青岚APP", "爱青岚App")]),
        ("用I云川和app。", [("I云川", "i云川"), ("app", "App")]),
        ("党的领导、依法治国", [("党的领导、依法治国", "党的领导，依法治国")]),
        ("党的领导,依法治国", [("党的领导,依法治国", "党的领导，依法治国")]),
        ("新规划（2021—2025年）", [("规划（2021—2025年）", "规划（2021—2025年）")]),
        ("依法治国，加强党的领导。", []),
        ("规划（2021—2026年）", []),
        ("", []),
    ],
)
def test_what_is_found(text, found):
    draft = _draft(text)
    hits = [
        (text[hit.span.start : hit.span.end], hit.phrase) for hit in Phrases(PHRASES).find(draft, (Span(0, len(text)),))
    ]
    assert hits == found


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("党的领导，依法治国", ("党的领导，依法治国",)),
        ("党的领导和依法治国", ("党的领导，依法治国",)),
        ("依法治国", ()),
        ("一网通办", ("一网通办",)),
        ("规划〔1999-2009年〕", ("规划（2021—2025年）",)),
        ("xyz", ("App",)),
    ],
)
def test_only_those_whose_parts_are_there_are_looked_for(text, likely):
    assert Phrases(PHRASES).likely(_draft(text)) == likely


def test_a_phrase_of_two_lines_and_an_empty_one_do_no_harm():
    phrases = Phrases(("甲\n乙", "甲\v乙", "", "“”", "丙"))
    assert [hit.phrase for hit in phrases.find(_draft("甲乙丙"), (Span(0, 3),))] == ["丙"]
