"""Plain data to a check's options: the types of its dataclass fields say how."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from reportlint.dictionary import Dictionary
from reportlint.patterns import Pattern

Path = tuple[str | int, ...]
# what to do with a Pattern and with the name of a Dictionary found at a path
Leaf = Callable[[Any, Path], Any]


class OptionField(NamedTuple):
    """One field of a check (or of a part of its options) as rule files see it."""

    name: str
    attribute: str
    type: Any
    required: bool
    default: Any
    metadata: Any


class Leaves(NamedTuple):
    """How the two types that need more than the value itself are made."""

    pattern: Leaf
    dictionary: Leaf


@cache
def option_fields(cls: Hashable) -> tuple[OptionField, ...]:
    """The options a dataclass declares; a trailing underscore keeps a field off Python's keywords."""
    declared: Any = cls
    hints = get_type_hints(declared)
    return tuple(_option_field(item, hints[item.name]) for item in fields(declared) if item.init)


def _option_field(item: Field[Any], hint: Any) -> OptionField:
    default: Any = None if item.default is MISSING else item.default
    required = item.default is MISSING and item.default_factory is MISSING
    return OptionField(item.name.rstrip("_"), item.name, hint, required, default, item.metadata)


def optional(hint: Any) -> Any:
    """The other type of ``X | None``, or ``None`` if the type is no such union."""
    if get_origin(hint) not in (Union, UnionType):
        return None
    others = [arg for arg in get_args(hint) if arg is not NoneType]
    if len(others) != 1 or len(others) == len(get_args(hint)):
        raise TypeError(f"an option may be X | None, not {hint}")
    return others[0]


def element(hint: Any) -> Any:
    """The element type of ``tuple[X, ...]``, or ``None``."""
    if get_origin(hint) is not tuple:
        return None
    args = get_args(hint)
    if len(args) != 2 or args[1] is not Ellipsis:
        raise TypeError(f"an option may be tuple[X, ...], not {hint}")
    return args[0]


def build_options(cls: Any, data: dict[str, Any], path: Path, leaves: Leaves) -> Any:
    """An instance of the dataclass; the data has been validated against the schema, so it fits."""
    values = {
        item.attribute: convert(item.type, data[item.name], (*path, item.name), leaves)
        for item in option_fields(cls)
        if item.name in data
    }
    return cls(**values)


def convert(hint: Any, value: Any, path: Path, leaves: Leaves) -> Any:
    """One value as its declared type wants it."""
    if hint is Pattern:
        return leaves.pattern(value, path)
    if hint in (str, int, bool):
        return value
    if hint is float:
        return float(value)
    if hint is Dictionary:
        return leaves.dictionary(value, path)
    return _convert_compound(hint, value, path, leaves)


def _convert_compound(hint: Any, value: Any, path: Path, leaves: Leaves) -> Any:
    inner = element(hint)
    if inner is not None:
        return tuple(convert(inner, item, (*path, index), leaves) for index, item in enumerate(value))
    if get_origin(hint) is Literal:
        return value
    if is_dataclass(hint) and isinstance(hint, type):
        return build_options(hint, value, path, leaves)
    other = optional(hint)
    if other is not None:
        return None if value is None else convert(other, value, path, leaves)
    raise TypeError(f"no way to write an option of type {hint} in a rule file")
