"""reportlint: the linter for 法治政府建设 annual reports, checked before they are submitted.

The public names are resolved on first use, so that ``reportlint --version`` pays for click alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Document", "Finding", "Report", "Severity", "__version__", "check", "load_pack", "read"]

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.engine import check
    from reportlint.finding import Finding, Report
    from reportlint.readers import read
    from reportlint.rule import Severity
    from reportlint.rulepacks import load_pack

_HOMES = {
    "Document": "reportlint.document",
    "Finding": "reportlint.finding",
    "Report": "reportlint.finding",
    "Severity": "reportlint.rule",
    "check": "reportlint.engine",
    "load_pack": "reportlint.rulepacks",
    "read": "reportlint.readers",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home module the first time it is asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
