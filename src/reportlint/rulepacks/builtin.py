"""Where the rules that come with reportlint are. Every run comes by here; pathlib would cost it 4 ms."""

from __future__ import annotations

import os
from functools import cache

DEFAULT = "law-based-government"


@cache
def rules_folder() -> str:
    """The folder of the built-in rules, in a wheel (beside the package's modules) or in a checkout (at its top)."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    packed = os.path.join(package, "rules")
    return packed if os.path.isdir(packed) else os.path.join(os.path.dirname(os.path.dirname(package)), "rules")


def builtin_names() -> tuple[str, ...]:
    """The names of the built-in packs, sorted."""
    folder = rules_folder()
    return tuple(sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, "pack.yaml"))))


def dictionary_names() -> tuple[str, ...]:
    """The names of the built-in dictionaries, sorted."""
    names = os.listdir(os.path.join(rules_folder(), "vocabulary"))
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))
