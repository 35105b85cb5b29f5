"""Frozen records: what ``@dataclass(frozen=True)`` gives, without generating code for each class.

A dataclass writes and compiles six methods when its class is defined, about 0.4 ms; seventy of them made up an eighth
of a run over one draft. The methods here are shared. Type checkers see a dataclass (PEP 681).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn, TypeVar, cast, dataclass_transform

from reportlint.named import NamedTuple

T = TypeVar("T")
MISSING: Final = object()
_FIELDS = "__record_fields__"
_COMPARED = "__record_compared__"


class Field(NamedTuple):
    """One field: its name, its default (``MISSING`` if it must be given), and what else was said of it.

    ``compare`` tells whether two records that differ in nothing else differ.
    """

    name: str
    default: Any = MISSING
    compare: bool = True
    metadata: Mapping[str, Any] = {}


def described(*, default: Any = MISSING, compare: bool = True, **metadata: Any) -> Any:
    """The value to declare a field with about which more is to be known than its type and default."""
    return Field("", default, compare, metadata)


@dataclass_transform(frozen_default=True, field_specifiers=(described,))
def record(cls: type[T]) -> type[T]:
    """A class decorator: the annotated names become fields, given by position or name, compared and hashed by value."""
    fields = tuple(_field(name, cls.__dict__.get(name, MISSING)) for name in cls.__annotations__)
    for field in fields:
        if field.default is not MISSING:
            setattr(cls, field.name, field.default)
        elif field.name in cls.__dict__:
            delattr(cls, field.name)
    methods = {
        _FIELDS: fields, "__match_args__": tuple(field.name for field in fields), "__init__": _initializer(cls, fields),
        _COMPARED: tuple(field.name for field in fields if field.compare),
        "__eq__": _equal, "__hash__": _hash, "__repr__": _repr, "__setattr__": _refuse, "__delattr__": _refuse,
    }  # fmt: skip
    for name, method in methods.items():
        setattr(cls, name, method)
    return cls


def is_record(cls: object) -> bool:
    """Whether this is a class (or an instance of one) that ``record`` made."""
    return hasattr(cls, _FIELDS)


def fields(cls: object) -> tuple[Field, ...]:
    """The fields of a record class or of a record, in the order of their declaration."""
    return cast("tuple[Field, ...]", getattr(cls, _FIELDS))


def replace(of: T, /, **changes: Any) -> T:
    """The record with some fields changed; what it has worked out and kept is not taken along."""
    values = {name: of.__dict__[name] for name in type(of).__match_args__}  # type: ignore[attr-defined]
    values.update(changes)
    return type(of)(**values)


def _field(name: str, said: Any) -> Field:
    return said._replace(name=name) if isinstance(said, Field) else Field(name, said)


def _initializer(cls: type[Any], fields: tuple[Field, ...]) -> Callable[..., None]:
    names = tuple(field.name for field in fields)
    defaults = {field.name: field.default for field in fields if field.default is not MISSING}
    count = len(names)
    allowed = [frozenset(names[given:]) for given in range(count + 1)]  # what may be named after so many positions

    def __init__(self: Any, *args: Any, **given: Any) -> None:
        values = self.__dict__
        values.update(defaults)
        if args:
            values.update(zip(names, args, strict=False))
        values.update(given)
        if len(values) != count or len(args) > count or (given and not allowed[len(args)] >= given.keys()):
            raise TypeError(f"{cls.__name__}({', '.join(names)}) was given {len(args)} values and {sorted(given)}")

    return __init__


def _values(of: Any) -> tuple[Any, ...]:
    own = of.__dict__
    return tuple([own[name] for name in of.__record_compared__])


def _equal(self: Any, other: object) -> Any:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: Any, name: str, value: Any = None) -> NoReturn:
    raise AttributeError(f"{type(self).__qualname__} is frozen: {name} cannot be changed")
