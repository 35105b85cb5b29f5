"""What would change as a unified diff, which ``patch`` and ``git apply`` take for a text file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

_LINE = re.compile("[^\n]*\n|[^\n]+")  # str.splitlines would cut at a dozen characters more
_NO_END = "\\ No newline at end of file"


def unified(path: str, old: str, new: str) -> Iterator[str]:
    """The lines of the diff without their line ends; none if nothing changes."""
    for line in unified_diff(_LINE.findall(old), _LINE.findall(new), path, f"{path}（修正后）", lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_END
