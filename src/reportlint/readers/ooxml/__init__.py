"""Word files as they really are: our own walk over zip and XML, in document order, in the accepted view.

python-docx misses automatic numbers, text boxes, insertions, content controls, fields and notes, and cannot open one
file in eight that Word opens.
"""

from __future__ import annotations

from reportlint.limits import Limits
from reportlint.readers.ooxml.reader import WordText, read_word, walk_opened, walk_word
from reportlint.readers.ooxml.sink import Segment

__all__ = ["Limits", "Segment", "WordText", "read_word", "walk_opened", "walk_word"]
