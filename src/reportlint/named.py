"""Named tuples: what ``typing.NamedTuple`` gives, made in a fifth of the time.

With postponed annotations ``typing`` compiles the type of each field when a class is defined, to know that it is one, and
``collections.namedtuple`` compiles a constructor for each class. Sixty classes took a tenth of a run over one draft. Here
all classes share their methods, and those of as many fields the code of their constructor. Type checkers see
``typing.NamedTuple`` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from collections.abc import Iterable
    from functools import cache
    from types import FunctionType

    @cache
    def _template(count: int) -> FunctionType:
        """A constructor of so many fields."""
        names = "".join(f"_{number}, " for number in range(count))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": tuple.__new__})

    def _constructor(fields: tuple[str, ...], defaults: dict[str, Any]) -> FunctionType:
        template = _template(len(fields))
        code = template.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
        return FunctionType(code, template.__globals__, "__new__", tuple(defaults.values()))

    class _Named(tuple):
        """What the classes share, as :func:`collections.namedtuple` says it."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Any:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> Any:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        """Makes a named tuple of a class body."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if any(field not in defaults for field in fields[len(fields) - len(defaults) :]):
                raise TypeError(f"{name}: a field without a default stands behind one with a default")
            own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            getters = {field: _tuplegetter(index, "") for index, field in enumerate(fields)}
            return type(name, (_Named,), {**body, **own, **getters, "__new__": _constructor(fields, defaults)})

    class NamedTuple(metaclass=_Maker):
        """The base to name in a class statement: annotated names become fields, in order, given values their defaults."""
