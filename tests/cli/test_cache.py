"""The cache: the same words as without it, and never the words of another text, rule, setting or program."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reportlint.cache import Cache

from .test_check import run

DRAFT = """青岚区教育局2025年法治政府建设情况报告
一、主要举措
组织培训xx场次，受理投诉12件。
reportlint 豁免 problems-section：数据未形成，区司法局，至2099-12-31
二、问题
"""
CALL = ("check", "稿.txt", "二.md", "--format", "json", "--no-config", "--cache", "缓存/c.json")


@pytest.fixture
def place(tmp_path):
    (tmp_path / "稿.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "二.md").write_text("# 通知\n\n请报送xx份材料。\n", encoding="utf-8")
    return tmp_path


def kept(place: Path) -> dict[str, object]:
    return json.loads((place / "缓存/c.json").read_text(encoding="ascii"))


@pytest.mark.parametrize("name", ["json", "full", "html", "sarif", "csv"])
def test_the_same_words_as_without(place, name):
    plain = run("check", "稿.txt", "二.md", "--format", name, "--no-config", cwd=place)
    call = ("check", "稿.txt", "二.md", "--format", name, "--no-config", "--cache", "c.json")
    assert [run(*call, cwd=place), run(*call, cwd=place)] == [plain, plain]
    assert "教育局" in plain[1]


def test_what_is_known_is_not_checked_again(place):
    run(*CALL, cwd=place)
    content = kept(place)
    for entry in content["entries"].values():
        for finding in entry["findings"]:
            finding[8] = "上次说的话"
    (place / "缓存/c.json").write_text(json.dumps(content), encoding="ascii")
    assert "上次说的话" in run(*CALL, cwd=place)[1]


@pytest.mark.parametrize(
    "more",
    [("--year", "2024"), ("--ignore", "unfilled-figure"), ("--class", "township"), ("--profile", "strict"), ("--rules", "official-report")],
)  # fmt: skip
def test_other_settings_are_other_results(place, more):
    run(*CALL, cwd=place)
    plain = run(*CALL[:-2], *more, cwd=place)
    assert run(*CALL, *more, cwd=place) == plain != run(*CALL[:-2], cwd=place)


def test_a_changed_text_is_checked_again(place):
    run(*CALL, cwd=place)
    (place / "稿.txt").write_text(DRAFT.replace("xx", "12"), encoding="utf-8")
    assert run(*CALL, cwd=place) == run(*CALL[:-2], cwd=place)


def test_a_changed_pack_is_another_pack(place):
    pack = place / "ours.yaml"
    rule = "id: ours\ntitle: 我们的\nextends: law-based-government\noverride: {unfilled-figure: %s}\n"
    call = (*CALL, "--rules", "ours.yaml")
    found = {}
    for severity in ("error", "info", "off"):
        pack.write_text(rule % severity, encoding="utf-8")
        found[severity] = run(*call, cwd=place)
        assert found[severity] == run(*CALL[:-2], "--rules", "ours.yaml", cwd=place)
    assert len(set(found.values())) == 3


def test_another_program_knows_nothing(place):
    plain = run(*CALL, cwd=place)
    content = kept(place)
    for entry in content["entries"].values():
        entry["findings"] = []
    content["program"] = "0.0.9"
    (place / "缓存/c.json").write_text(json.dumps(content), encoding="ascii")
    assert run(*CALL, cwd=place) == plain


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: '{"program":' + "[" * 100_000,
        lambda text: '{"program":"\x00\xff',
        lambda text: text.replace('"findings":[[', '"findings":[7,['),
        lambda text: text.replace('"findings":[["', '"findings":[[7,"'),
        lambda text: text.replace('"answers":[[', '"answers":[["x"],['),
        lambda text: text.replace('"documents":[["', '"documents":[[["'),
        lambda text: text.replace('"waivers":[[', '"waivers":[[1,'),
        lambda text: text.replace('"entries":{', '"entries":{"x":1,'),
    ],
)
def test_a_damaged_cache_is_no_cache(place, damage):
    plain = run(*CALL, cwd=place)
    file = place / "缓存/c.json"
    file.write_text(damage(file.read_text(encoding="ascii")), encoding="latin-1")
    assert run(*CALL, cwd=place) == plain
    assert run(*CALL, cwd=place) == plain


@pytest.mark.parametrize("content", ["[]", "甲", "{}", "\x00", "program: 1"])
def test_somebody_elses_file_is_not_written_over(place, content):
    (place / "记事").write_text(content, encoding="utf-8")
    code, out, error = run("check", "稿.txt", "--cache", "记事", cwd=place)
    assert (code, out) == (2, "")
    assert "记事：不是 reportlint 写的缓存文件，没有写；请给 --cache 换一个文件名" in error
    assert (place / "记事").read_text(encoding="utf-8") == content


def test_what_cannot_be_read_fails_every_time(place):
    (place / "坏.docx").write_bytes(b"PK\x03\x04")
    call = ("check", "坏.docx", "没有.txt", "--cache", "c.json")
    first = run(*call, cwd=place)
    assert first[0] == 2
    assert run(*call, cwd=place) == first


def test_a_file_that_changed_meanwhile_is_not_kept(place):
    cache = Cache(str(place / "c.json"))
    path = str(place / "稿.txt")
    plan = plan_of()
    ticket = cache.ticket(path, plan, False)
    os.utime(path, ns=(1, 1))
    cache.keep(ticket, report_of(path, plan))
    assert cache.find(ticket) is None
    again = cache.ticket(path, plan, False)
    cache.keep(again, report_of(path, plan))
    assert cache.find(again).findings == report_of(path, plan).findings


def plan_of():
    from reportlint.engine import Plan
    from reportlint.rulepacks import load_pack

    return Plan(load_pack())


def report_of(path, plan):
    from reportlint.engine import check_document
    from reportlint.readers import read

    return check_document(read(path), plan)
