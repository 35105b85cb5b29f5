"""The one way from a name or a path to a rule pack."""

from __future__ import annotations

from reportlint.rule import RulePack
from reportlint.rulepacks.build import build_pack
from reportlint.rulepacks.builtin import DEFAULT
from reportlint.rulepacks.merge import merge_pack


def load_pack(name_or_path: str | None = None, profile: str = "", *, strict: bool = False) -> RulePack:
    """The pack of this name or path, by default the built-in one for 法治政府建设年度报告.

    Raises RulePackError, in Chinese and with the place, for whatever is wrong with it. ``strict`` also demands of each
    rule an example on either side, and compiles every pattern: it is for tests and for validating.
    """
    return build_pack(merge_pack(name_or_path or DEFAULT, profile, strict), strict)
