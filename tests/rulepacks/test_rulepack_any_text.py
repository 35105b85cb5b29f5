"""Whatever stands in a rule file, loading it gives a pack or a RulePackError."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.errors import RulePackError
from reportlint.rule import RulePack
from reportlint.rulepacks import load_pack

WORDS = [
    "id", "title", "rules", "sections", "override", "profiles", "extends", "recognise", "check", "with", "patterns", "message", "pattern",
    "section-required", "section", "severity", "error", "off", "basis", "text", "certainty", "A", "why", "in", "not_in", "body", "applies_to",
    "years", "class", "examples", "good", "official-report", "a", "(", "a{2000}", "", "\x00", "\ud800", "甲",
]  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
)
RULE = {
    "id": "a", "title": "x", "severity": "error", "basis": {"text": "x", "certainty": "A"}, "check": "pattern",
    "with": {"patterns": ["甲"], "message": "m"}, "why": "x",
}  # fmt: skip
# the first example pays for the imports; a busy machine is not a defect
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
YAML_TEXT = st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\t甲\\0", max_size=60)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "p.yaml"


def loads_or_explains(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    try:
        assert isinstance(load_pack(str(file), strict=True), RulePack)
    except RulePackError as error:
        assert error.path  # noqa: PT017
        assert error.reason  # noqa: PT017
        assert str(error)  # noqa: PT017


@given(content=st.binary(max_size=80))
@settings(QUIET)
def test_any_bytes(file: Path, content: bytes) -> None:
    loads_or_explains(file, content)


@given(text=YAML_TEXT)
@settings(QUIET)
def test_any_text_of_yaml_signs(file: Path, text: str) -> None:
    loads_or_explains(file, ("id: a\ntitle: b\n" + text).encode())


@given(data=st.dictionaries(st.sampled_from(WORDS), VALUES, max_size=5))
@settings(QUIET, max_examples=300)
def test_any_data(file: Path, data: dict[str, object]) -> None:
    loads_or_explains(file, json.dumps({"id": "p", "title": "t", **data}).encode())


@given(
    data=st.dictionaries(st.sampled_from([*RULE, "in", "applies_to", "examples"]), VALUES, max_size=3), override=VALUES
)
@settings(QUIET, max_examples=300)
def test_any_rule(file: Path, data: dict[str, object], override: object) -> None:
    pack = {"id": "p", "title": "t", "rules": [{**RULE, **data}], "override": {"a": override}}
    loads_or_explains(file, json.dumps(pack).encode())


@given(pattern=st.text(alphabet="ab()[]{}*+?|\\^$.,-<>=!:P0129，（）【】甲𠮷", max_size=20))
@settings(QUIET, max_examples=500)
def test_any_pattern(file: Path, pattern: str) -> None:
    rule = {**RULE, "with": {"patterns": [pattern], "message": "m"}, "examples": {"good": ["a"], "bad": ["b"]}}
    loads_or_explains(file, json.dumps({"id": "p", "title": "t", "rules": [rule]}).encode())
