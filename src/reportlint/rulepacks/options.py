"""Plain data to a check's options: the types of its fields say how."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from reportlint.dictionary import Dictionary
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.record import MISSING, Field, fields, is_record

Path = tuple[str | int, ...]
# what to do with a Pattern and with the name of a Dictionary found at a path
Leaf = Callable[[Any, Path], Any]
# how a value of some type is made from plain data at a path
Maker = Callable[[Any, Path, "Leaves"], Any]


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


# what most options are; to have every annotation evaluated took longer than to make the checks
_USUAL: dict[str, Any] = {
    "str": str,
    "int": int,
    "bool": bool,
    "Dictionary": Dictionary,
    "Dictionary | None": Dictionary | None,
    "tuple[Dictionary, ...]": tuple[Dictionary, ...],
    "tuple[str, ...]": tuple[str, ...],
    "tuple[Pattern, ...]": tuple[Pattern, ...],
}


@cache
def option_fields(cls: Hashable) -> tuple[OptionField, ...]:
    """The options a record declares; a trailing underscore keeps a field off Python's keywords."""
    declared: Any = cls
    hints = {name: _USUAL.get(written) for name, written in declared.__annotations__.items()}
    if None in hints.values():
        hints = get_type_hints(declared)
    return tuple(_option_field(item, hints[item.name]) for item in fields(declared))


def _option_field(item: Field, hint: Any) -> OptionField:
    default: Any = None if item.default is MISSING else item.default
    required = item.default is MISSING
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
    """An instance of the record; the data has been validated against the schema, so it fits."""
    values = {}
    makers = _makers(cls)
    for name, value in data.items():
        attribute, make = makers[name]
        values[attribute] = value if make is None else make(value, (*path, name), leaves)
    return cls(**values)


@cache
def _makers(cls: Hashable) -> dict[str, tuple[str, Maker | None]]:
    """For each option its field and how its value is made, so that types are looked at once and not for each rule."""
    declared: Any = cls
    written = {name: _written(said) for name, said in declared.__annotations__.items()}
    if None in written.values():
        return {item.name: (item.attribute, _maker(item.type)) for item in option_fields(cls)}
    return {name.rstrip("_"): (name, _maker(hint)) for name, hint in written.items()}


def _written(said: str) -> Any:
    """The type that an annotation means, as far as it matters for making a value; ``None`` for an unusual one."""
    plain = "str" if said.startswith("Literal[") else "tuple[str, ...]" if said.startswith("tuple[Literal[") else said
    return _USUAL.get(plain)


def _maker(hint: Any) -> Maker | None:
    """How a value of the type is made; ``None`` where it is used as it is."""
    if hint in (str, int, bool) or get_origin(hint) is Literal:
        return None
    if hint is float:
        return lambda value, path, leaves: float(value)
    if hint is Pattern:
        return lambda value, path, leaves: leaves.pattern(value, path)
    if hint is Dictionary:
        return lambda value, path, leaves: leaves.dictionary(value, path)
    if is_record(hint):
        return lambda value, path, leaves: build_options(hint, value, path, leaves)
    inner = element(hint)
    return _maker_of_optional(hint) if inner is None else _maker_of_tuple(_maker(inner))


def _maker_of_tuple(make: Maker | None) -> Maker:
    if make is None:
        return lambda value, path, leaves: tuple(value)
    made = make
    return lambda value, path, leaves: tuple([made(item, (*path, at), leaves) for at, item in enumerate(value)])


def _maker_of_optional(hint: Any) -> Maker | None:
    other = optional(hint)
    if other is None:
        raise TypeError(f"no way to write an option of type {hint} in a rule file")
    make = _maker(other)
    return make and (lambda value, path, leaves: None if value is None else make(value, path, leaves))
