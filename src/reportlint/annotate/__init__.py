"""Findings as Word comments in a copy of the draft: at the exact characters, nothing else changed, repeatable.

The writing is done on the package itself and not with python-docx: every part that is not touched is copied as it is
stored, files that python-docx refuses are written too, and the same input always gives the same bytes.
"""

from __future__ import annotations

from reportlint.annotate.commenting import Note, annotate, without_comments
from reportlint.annotate.package_writer import is_signed

__all__ = ["Note", "annotate", "is_signed", "without_comments"]
