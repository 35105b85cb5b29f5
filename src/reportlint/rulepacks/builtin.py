"""Where the rules that come with reportlint are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DEFAULT = "law-based-government"


@cache
def rules_folder() -> Path:
    """The folder of the built-in rules, in a wheel (beside the package's modules) or in a checkout (at its top)."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "rules"
    return packed if packed.is_dir() else package.parents[1] / "rules"


def builtin_names() -> tuple[str, ...]:
    """The names of the built-in packs, sorted."""
    return tuple(sorted(path.parent.name for path in rules_folder().glob("*/pack.yaml")))


def dictionary_names() -> tuple[str, ...]:
    """The names of the built-in dictionaries, sorted."""
    return tuple(sorted(path.stem for path in (rules_folder() / "vocabulary").glob("*.yaml")))
