"""What a rule file says, held against the schema; the validator's findings as Chinese sentences with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportlint.errors import RulePackError
from reportlint.named import NamedTuple
from reportlint.rulepacks.hints import closest, short, suggestion
from reportlint.rulepacks.rulefile import RuleFile
from reportlint.rulepacks.schema import definition
from reportlint.rulepacks.schemaparts import Schema

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "string": "文字",
    "array": "列表",
    "object": "映射（键: 值）",
    "integer": "整数",
    "number": "数字",
    "boolean": " true 或 false",
    "null": "空",
}
Path = tuple[str | int, ...]


class _Mistake(NamedTuple):
    """One thing that is wrong: where, whether its key is meant, and the sentence; ``meant`` is the key it stood for."""

    path: Path
    key: bool
    reason: str
    meant: str = ""


def validate(file: RuleFile, name: str, data: Any, at: Path = ()) -> None:
    """Raise the first of what is wrong with the data, which stands at a path of the file; say how many more."""
    validate_against(file, definition(name), data, at)


def validate_against(file: RuleFile, schema: Schema, data: Any, at: Path = ()) -> None:
    """The same against a schema that is not one of the rule files'."""
    from jsonschema import Draft202012Validator

    errors = list(Draft202012Validator(schema).iter_errors(data))
    if not errors:
        return
    found: list[_Mistake] = []
    for error in errors:
        if error.validator == "additionalProperties":
            found += _unknown_keys(error, at)
    misspelt = {(*mistake.path[:-1], mistake.meant) for mistake in found}
    for error in errors:
        if error.validator == "required":
            found += _missing_keys(error, at, misspelt)
        elif error.validator != "additionalProperties":
            path = (*at, *error.absolute_path)
            found.append(_Mistake(path, False, f"{_name(path)}{_explain(error, path)}"))
    placed = sorted({(*file.place(mistake.path, mistake.key), mistake.reason) for mistake in found})
    line, column, reason = placed[0]
    more = f"（另有 {len(placed) - 1} 处错误）" if len(placed) > 1 else ""
    raise RulePackError(file.shown, line, column, reason + more)


def _unknown_keys(error: ValidationError, at: Path) -> Iterator[_Mistake]:
    schema: Any = error.schema
    value: Any = error.instance
    path = (*at, *error.absolute_path)
    known = sorted(schema["properties"])
    for key in value:
        if key not in known:
            close = closest(key, known)
            hint = f"是不是“{close}”？" if close else f"这里可以写 {'、'.join(known)}" if known else "这里没有可写的项"
            inside = f"{_name(path)}里" if path else ""
            yield _Mistake((*path, key), True, f"{inside}没有“{short(key)}”这一项：{hint}", close)


def _missing_keys(error: ValidationError, at: Path, misspelt: set[Path]) -> Iterator[_Mistake]:
    """The keys that are not there; one that is there misspelt has been spoken of."""
    wanted: Any = error.validator_value
    value: Any = error.instance
    path = (*at, *error.absolute_path)
    missing = [key for key in wanted if key not in value and (*path, key) not in misspelt]
    if missing:
        yield _Mistake(path, False, f"{_name(path)}缺少“{'”“'.join(missing)}”：请补上")


def _explain(error: ValidationError, path: Path) -> str:
    """What is wrong with the one value that an error speaks of."""
    value: Any = error.instance
    rule: Any = error.validator_value
    match error.validator:
        case "type":
            return _wrong_type(path, value, rule)
        case "enum" | "const":
            return _not_allowed(value, rule if isinstance(rule, list) else [rule])
        case "pattern":
            return f"写法不对：“{short(value)}”。{_pattern_hint(rule)}"
        case "minLength":
            return "是空的：请填写或删去"
        case "minimum":
            return f"太小：写成了 {value}，至少是 {rule}"
        case "maximum":
            return f"太大：写成了 {value}，至多是 {rule}"
        case "minItems" | "maxItems":
            return f"要写 {rule} 项，写了 {len(value)} 项"
    return "写法不对：请对照规则文件的说明"


def _not_allowed(value: Any, allowed: list[Any]) -> str:
    choices = "、".join(_word(item) for item in allowed)
    close = suggestion(value, allowed) if isinstance(value, str) else ""
    hint = close + (f"可以写 {choices}" if len(allowed) < 6 else "") if close else f"可以写 {choices}"
    found = _found(value) if isinstance(value, list | dict) else f"“{short(_word(value))}”"
    return f"不能写{found}：{hint}"


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


def _wrong_type(path: Path, value: Any, rule: Any) -> str:
    wanted = rule if isinstance(rule, list) else [rule]
    if path and path[-1] == "basis" and isinstance(value, str):
        return "只写了文字，缺少“certainty”：请写成 basis: {text: 依据, certainty: A}"
    should = "或".join(_TYPES[item] for item in wanted)
    if value is None:
        return f"是空的，应是{should}：请填写或删去这一项"
    return f"应是{should}，写成了{_found(value)}：{_type_hint(value, wanted)}"


def _found(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return f" {_word(value)}"
    return "列表" if isinstance(value, list) else "映射" if isinstance(value, dict) else f"文字“{short(value)}”"


def _type_hint(value: Any, wanted: list[str]) -> str:
    if "array" in wanted and not isinstance(value, dict):
        return "每项另起一行并以“- ”开头，或写在 [ ] 里"
    if wanted[0] == "string" and isinstance(value, bool | int | float):
        return "请加引号" if len(wanted) == 1 else "请改正"
    if wanted[0] == "boolean":
        return "请写 true（是）或 false（否）"
    return "数字不要加引号" if wanted[0] in ("integer", "number") and isinstance(value, str) else "请改正"


def _pattern_hint(pattern: str) -> str:
    return "请写成 2021、2021-08 或 2021-08-11" if r"\d{4}" in pattern else "只用小写字母、数字和“-”"
