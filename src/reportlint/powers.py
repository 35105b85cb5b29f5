"""What a reporting body may do: enforce, make rules, decide reconsiderations; declared by the user or shown by the text."""

from __future__ import annotations

import re

from reportlint.draft import Draft

POWERS = ("执法", "立法", "复议")

_NONE = {
    "执法": r"(?:不具有|没有|无|不承担|不涉及|不具备)(?:任何)?(?:行政)?执法(?:权|职能|职责|事项|主体资格)",
    "立法": r"(?:不具有|没有|无)(?:地方)?立法(?:权|职能)",
    "复议": r"(?:不具有|没有|无|不承担)(?:行政)?复议(?:权|职能|职责)",
}
_SHOWN = {
    "立法": r"(?:制定|修订|出台|提请审议)[^，。；\n]{0,12}(?:政府规章|地方性法规)",
    "复议": r"(?:受理|审结|收到)[^，。；\n]{0,8}行政复议(?:申请|案件)",
}


def holds(draft: Draft, power: str) -> bool:
    """Whether the body holds a power: as the user says, else as the text shows; enforcement unless it is denied."""
    if draft.settings.powers:
        return power in draft.settings.powers
    denied = _NONE.get(power)
    if denied is not None and f"{power}" in draft.text and re.search(denied, draft.text):
        return False
    shown = _SHOWN.get(power)
    return shown is None or re.search(shown, draft.text) is not None
