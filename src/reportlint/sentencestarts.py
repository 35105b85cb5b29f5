"""Patterns that begin a sentence, tried only where a cue of theirs stands.

A pattern such as ``(?:^|[。；\\n])…区长…`` tried at the beginning of every sentence costs more than to look for 区长 first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def led_by(
    text: str, pattern: re.Pattern[str], cue: re.Pattern[str], far: int, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with ``(?:^|[。；\\n])`` and holds a cue at most so many code points behind it."""
    last = len(text) if end is None else end
    tried = -1
    for found in cue.finditer(text, start, last):
        at = found.start()
        near = max(start, at - far)
        begins = max(text.rfind("\n", near, at), text.rfind("。", near, at), text.rfind("；", near, at))
        if begins < 0 and (start or at > far):
            continue
        if begins > tried or tried < 0:
            tried = max(begins, 0)
            match = pattern.match(text, tried, last)
            if match:
                yield match
