"""One file of a rule pack in hand: its data, where each thing in it stands, and who is to be named in errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlint.errors import RulePackError
from reportlint.record import record

Path = tuple[str | int, ...]
_NOWHERE: Mapping[Path, tuple[int, int]] = {}


@record
class RuleFile:
    """A parsed rule file.

    ``shown`` is the path as errors name it, ``label`` the short one that provenance names. ``trusted`` files come from
    the compiled form of the built-in rules: they were validated when that was written.
    """

    shown: str
    label: str
    data: dict[str, Any]
    values: Mapping[Path, tuple[int, int]] = _NOWHERE
    keys: Mapping[Path, tuple[int, int]] = _NOWHERE
    trusted: bool = False

    def place(self, path: Path, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at a path (or of its key), or of the nearest thing around it that is known."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        line, column = self.values.get(path, (0, 0))
        return line, column

    def error(self, path: Path, reason: str, key: bool = False) -> RulePackError:
        """An error at a place of this file."""
        return RulePackError(self.shown, *self.place(path, key), reason)

    def origin(self, path: Path) -> str:
        """``file:line`` of the thing at a path, its key if it has one."""
        return f"{self.label}:{self.place(path, key=True)[0]}"
