"""What can be put right without asking: as a list of replacements, in a text file, as tracked changes in Word."""

from __future__ import annotations

from reportlint.fix.edits import KINDS, Edit, applied, edits

__all__ = ["KINDS", "Edit", "applied", "edits"]
