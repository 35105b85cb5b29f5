"""A waiver: one demand somebody answers for, stated in the configuration or on a line of the draft itself."""

from __future__ import annotations

import re

from reportlint.lazyre import lazy
from reportlint.named import NamedTuple

REASONS = ("不适用", "依法不公开", "数据未形成", "误报", "其他")
"""Why a demand may be waived: a closed list, so that waivers can be counted."""


class Waiver(NamedTuple):
    """One finding somebody answers for: which rule, in which files, why, who, until when (ISO date, inclusive).

    ``words`` narrows it to findings whose line holds these words. ``line`` is where it stands in its file.
    """

    rule: str
    files: tuple[str, ...]
    reason: str
    by: str
    until: str
    note: str = ""
    words: str = ""
    line: int = 0
    source: str = ""

    @property
    def shown(self) -> str:
        """The waiver as every output tells it."""
        note = f"：{self.note}" if self.note else ""
        return f"{self.reason}{note}，{self.by}，至{self.until}"


_INLINE = lazy(
    r"(?:<!--\s*|#\s*)?reportlint[\s　]*豁免[\s　]+(?P<rule>[\w/*-]+)[\s　]*[:：][\s　]*(?P<rest>[^\n]*?)(?:-->)?\s*$"
)


def inline_waiver(line: str) -> Waiver | None:
    """The waiver that a line of a draft states, for the line itself and the next one with text.

    ``reportlint 豁免 规则：理由，谁，至2026-03-31``; a line that says less than that waives nothing.
    """
    match = _INLINE.search(line)
    if match is None:
        return None
    parts = [part.strip() for part in re.split("[，,]", match["rest"])]
    reason, _, note = parts[0].partition("（")
    until = parts[-1].removeprefix("至").strip()
    if len(parts) != 3 or reason not in REASONS or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", until):
        return None
    return Waiver(match["rule"], (), reason, parts[1], until, note.rstrip("）"))
