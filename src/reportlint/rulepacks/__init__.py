"""Rule packs: the only place that knows YAML and JSON Schema."""

from __future__ import annotations

from reportlint.rulepacks.builtin import builtin_names, rules_folder
from reportlint.rulepacks.compiled import write_compiled
from reportlint.rulepacks.load import load_pack

__all__ = ["builtin_names", "load_pack", "rules_folder", "write_compiled"]
