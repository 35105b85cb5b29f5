"""The schema comes from the checks, is a valid one, and is published as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator

from reportlint.checks import CHECKS
from reportlint.checktypes import option
from reportlint.dictionary import Dictionary
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.rulepacks import rules_folder
from reportlint.rulepacks.options import Leaves, build_options, option_fields
from reportlint.rulepacks.schema import _Parts, render_schema, rule_file_schema


@record
class Part:
    name: str = option("名称")
    units: tuple[str, ...] = option("量词", ())


@record
class Everything:
    text: str = option("文字")
    whole: int = option("整数", 3, minimum=1)
    real: float = option("小数", 0.5)
    flag: bool = option("开关", False)
    choice: Literal["a", "b"] = option("选择", "a")
    pattern: Pattern | None = option("正则", None)
    patterns: tuple[Pattern, ...] = option("多个正则", ())
    numbers: tuple[int, ...] = option("多个整数", ())
    part: Part | None = option("一个部分", None)
    parts: tuple[Part, ...] = option("多个部分", ())
    maybe: Literal["x"] | None = option("可空的选择", None)
    words: Dictionary | None = option("词表", None)
    in_: str = option("Python 的关键字", "")


FULL: dict[str, Any] = {
    "text": "t", "whole": 1, "real": 2, "flag": True, "choice": "b", "pattern": "p", "patterns": ["q", "r"], "numbers": [1, 2],
    "part": {"name": "n"}, "parts": [{"name": "m", "units": ["件"]}], "maybe": "x", "words": "plans", "in": "i",
}  # fmt: skip
PLANS = Dictionary("plans")
LEAVES = Leaves(lambda value, path: Pattern(value), lambda value, path: PLANS)


def schema_of(cls: type[Any]) -> dict[str, Any]:
    parts = _Parts()
    parts.add("whole", cls)
    return {"$ref": "#/$defs/whole", "$defs": parts.found}


def test_every_type_of_option_is_built() -> None:
    made = build_options(Everything, FULL, (), LEAVES)
    expected = Everything(
        text="t", whole=1, real=2.0, flag=True, choice="b", pattern=Pattern("p"), patterns=(Pattern("q"), Pattern("r")), numbers=(1, 2),
        part=Part("n"), parts=(Part("m", ("件",)),), maybe="x", words=PLANS, in_="i",
    )  # fmt: skip
    assert made == expected
    assert isinstance(made.real, float)


def test_null_is_not_set_and_zero_is_zero() -> None:
    made = build_options(Everything, {"text": "", "pattern": None, "part": None, "real": 0}, (), LEAVES)
    assert (made.pattern, made.part, made.real, made.whole) == (None, None, 0, 3)


def test_every_type_of_option_has_a_schema() -> None:
    schema = schema_of(Everything)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(FULL)
    assert validator.is_valid({"text": "", "pattern": None, "part": None, "maybe": None})


@pytest.mark.parametrize(
    "wrong",
    [
        {"whole": 0}, {"whole": 1.5}, {"whole": True}, {"whole": None}, {"real": "1"}, {"flag": 1}, {"choice": "c"}, {"pattern": ""},
        {"patterns": "p"}, {"patterns": [None]}, {"part": {}}, {"part": {"name": "n", "unit": []}}, {"parts": [{"units": []}]},
        {"maybe": "y"}, {"words": ""}, {"in_": ""}, {"other": 1},
    ],
    ids=str,
)  # fmt: skip
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    assert not Draft202012Validator(schema_of(Everything)).is_valid({"text": "t", **wrong})


def test_a_type_that_rule_files_cannot_say_is_our_own_mistake() -> None:
    @record
    class Strange:
        table: dict[str, str] = option("不支持", None)

    with pytest.raises(TypeError, match="no way to write an option"):
        schema_of(Strange)
    with pytest.raises(TypeError, match="no way to write an option"):
        build_options(Strange, {"table": {}}, (), LEAVES)


def test_the_whole_schema_is_valid() -> None:
    Draft202012Validator.check_schema(rule_file_schema())


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every schema within that lists properties outside a condition."""
    if isinstance(schema, list):
        return [found for item in schema for found in objects(item)]
    if not isinstance(schema, dict):
        return []
    here = [schema] if schema.get("type") == "object" and "properties" in schema else []
    return here + [found for item in schema.values() for found in objects(item)]


def test_every_object_is_closed() -> None:
    assert all(item.get("additionalProperties") is False for item in objects(rule_file_schema()))


def test_one_of_is_never_used() -> None:
    assert '"oneOf"' not in render_schema()


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_every_option_of_every_kind_is_explained(kind: str) -> None:
    cls: Any = CHECKS[kind]
    properties = rule_file_schema()["$defs"][f"options-{kind}"]["properties"]
    assert list(properties) == [item.name for item in option_fields(cls)]
    assert all(item["description"] for item in properties.values())


def test_the_published_schema_is_fresh() -> None:
    published = Path(rules_folder(), "rule-file.schema.json").read_text(encoding="utf-8")
    assert published == render_schema(), "run: python -m reportlint.rulepacks"
