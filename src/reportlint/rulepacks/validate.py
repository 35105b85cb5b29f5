"""What a rule file says, held against the schema; the validator's findings as Chinese sentences with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.errors import RulePackError
from reportlint.rulepacks.hints import suggestion
from reportlint.rulepacks.rulefile import RuleFile
from reportlint.rulepacks.schema import definition

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "string": "文字",
    "array": "列表",
    "object": "映射（键: 值）",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "null": "空",
}
Path = tuple[str | int, ...]


def validate(file: RuleFile, name: str, data: Any, at: Path = ()) -> None:
    """Raise the first of what is wrong with the data, which stands at a path of the file; say how many more."""
    from jsonschema import Draft202012Validator

    errors: list[tuple[int, int, str]] = []
    for error in Draft202012Validator(definition(name)).iter_errors(data):
        path = (*at, *error.absolute_path)
        errors += [(*file.place(where, key), reason) for where, key, reason in _explain(error, path)]
    if not errors:
        return
    errors = sorted(set(errors))
    line, column, reason = errors[0]
    more = f"（另有 {len(errors) - 1} 处错误）" if len(errors) > 1 else ""
    raise RulePackError(file.shown, line, column, reason + more)


def _explain(error: ValidationError, path: Path) -> list[tuple[Path, bool, str]]:
    """The sentences of one error: where it stands, whether the key is meant, and what is wrong."""
    name = _name(path)
    value: Any = error.instance
    rule: Any = error.validator_value
    match error.validator:
        case "additionalProperties":
            return [_unknown(key, path, error) for key in value if key not in error.schema["properties"]]  # type: ignore[index]
        case "required":
            missing = [key for key in rule if key not in value]
            wanted = missing[0] if len(missing) == 1 else "、".join(missing)
            return [(path, False, f"{name}缺少“{wanted}”：请补上")]
        case "type":
            return [(path, False, _wrong_type(path, value, rule))]
        case "enum" | "const":
            allowed = rule if isinstance(rule, list) else [rule]
            hint = suggestion(str(value), allowed) or f"只能写 {'、'.join(_word(item) for item in allowed)}"
            found = _found(value) if isinstance(value, list | dict) else f"“{_word(value)}”"
            return [(path, False, f"{name}不能写{found}：{hint}")]
        case "pattern":
            return [(path, False, f"{name}写法不对：“{value}”。{_pattern_hint(rule)}")]
        case "minLength":
            return [(path, False, f"{name}是空的：请填写或删去")]
        case "minimum":
            return [(path, False, f"{name}太小：写成了 {value}，至少是 {rule}")]
        case "minItems" | "maxItems":
            return [(path, False, f"{name}要写 {rule} 项，写了 {len(value)} 项")]
    return [(path, False, f"{name}写法不对：请对照规则文件的说明")]


def _name(path: Path) -> str:
    words = [part for part in path if isinstance(part, str)]
    if not words:
        return "文件"
    if isinstance(path[-1], int):
        return f"“{words[-1]}”的第 {path[-1] + 1} 项"
    return f"“{words[-1]}”"


def _word(value: Any) -> str:
    if value is None:
        return "空"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown(key: str, path: Path, error: ValidationError) -> tuple[Path, bool, str]:
    schema: Any = error.schema
    known = sorted(schema["properties"])
    hint = suggestion(key, known) or f"这里可以写 {'、'.join(known)}" if known else "这里没有可写的项"
    inside = f"{_name(path)}里" if path else ""
    return (*path, key), True, f"{inside}没有“{key}”这一项：{hint}"


def _wrong_type(path: Path, value: Any, rule: Any) -> str:
    wanted = rule if isinstance(rule, list) else [rule]
    if path and path[-1] == "basis" and isinstance(value, str):
        return "“basis”只写了文字，缺少“certainty”：请写成 basis: {text: 依据, certainty: A}"
    should = "或".join(_TYPES[item] for item in wanted)
    if value is None:
        return f"{_name(path)}是空的，应是{should}：请填写或删去这一项"
    return f"{_name(path)}应是{should}，写成了{_found(value)}{_type_hint(value, wanted)}"


def _found(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return f" {_word(value)}"
    return "列表" if isinstance(value, list) else "映射" if isinstance(value, dict) else f"文字“{_short(value)}”"


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"


def _type_hint(value: Any, wanted: list[str]) -> str:
    if "array" in wanted and not isinstance(value, dict):
        return "：每项另起一行并以“- ”开头，或写在 [ ] 里"
    if "string" in wanted and isinstance(value, bool | int | float):
        return "：请加引号"
    return "：数字不要加引号" if {"integer", "number"} & set(wanted) and isinstance(value, str) else "：请改正"


def _pattern_hint(pattern: str) -> str:
    return "请写成 2021、2021-08 或 2021-08-11" if r"\d{4}" in pattern else "只用小写字母、数字和“-”"
